"""French sentences of an import that keeps what the workbook has, or holds it to be looked at."""

IMPORTS: dict[str, str] = {
    "due_kept": "Facture {number} : échéance {theirs} dans le fichier, {ours} dans Factures, qui"
    " reste. Le fichier a raison ? Corrigez Échéance dans Factures (ou Échéance reportée au, pour"
    " un report accordé), avant toute relance.",
    "issued_kept": "Facture {number} : datée du {theirs} dans le fichier, du {ours} dans Factures,"
    " qui reste. Le fichier a raison ? Corrigez Date facture dans Factures, avant toute relance.",
    "due_doubted": "Échéance du {theirs} dans le fichier importé, plus tardive que celle du"
    " document qui attend.",
    "due_kept.held": "Facture {number} : échéance {theirs} dans le fichier, {ours} dans Factures,"
    " qui reste. Un document préparé la réclame : il ne doit pas partir, et elle est suspendue. Le"
    " fichier a raison ? Corrigez Échéance dans Factures (ou Échéance reportée au, pour un report"
    " accordé). Dans tous les cas, levez ensuite la suspension.",
}
