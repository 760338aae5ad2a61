"""French sentences of the alarms: what must not be missed, by when, and what to do."""

ALARMS: dict[str, str] = {
    "rows_unread": "Factures : {count} ligne(s) illisible(s), absente(s) des totaux et"
    " de l'Agenda : voyez la colonne Anomalie (n° {rows}).",
    "rows_unread.no_rows": "Factures : {count} ligne(s) illisible(s), absente(s) des totaux et"
    " de l'Agenda : voyez la colonne Anomalie.",
    "rate_ends": "Taux connus jusqu'au {until}, à compléter bientôt dans la feuille Taux :"
    " {titles}.",
    "rate_ended": "Taux connus jusqu'au {until} seulement, les lettres diront « à parfaire » :"
    " à compléter dans la feuille Taux : {titles}.",
    "rate_ended.unsaid": "Taux connus jusqu'au {until} seulement, la mise en demeure d'un"
    " particulier dira « au taux d'intérêt légal » sans le chiffre : à compléter dans la feuille"
    " Taux : {titles}.",
    "claim_to_declare": "{name} : créances à déclarer au mandataire le {until} au plus tard"
    " ({law}). Fait ? Mettez ses factures au statut « procédure collective ».",
    "claim_late": "{name} : délai de déclaration des créances passé le {until} ({law}). Déclarées ?"
    " Statut « procédure collective ». Sinon, voyez un avocat.",
    "title_to_claim": "{name} : réserve de propriété, marchandises à revendiquer le {until} au plus"
    " tard ({law}, de mémoire : à vérifier).",
    "publication_missing": "{name} ({kind}) : saisissez la date de publication au BODACC, le délai"
    " de déclaration des créances en dépend.",
    "claim_to_tell": "{name} ({kind}) : déclarez la créance dans le délai du jugement ou du"
    " courrier reçu (RegSol en Belgique). Fait ? Statut « procédure collective ».",
    "surety_deadline": "{name} : {days} jour(s) de retard (facture {number}), informez la caution"
    " ({who}).",
    "insurer_deadline": "{name} : {days} jour(s) de retard (facture {number}), déclarez l'impayé à"
    " l'assureur ({who}) dans le délai de la police.",
    "settlement_to_write_off": "{name} : accord de règlement tenu, {paid} reçus à temps (terme :"
    " {by}). Restent {open} ({numbers}) : plus rien n'en est demandé. Passez-les en avoir ou en"
    " geste commercial dans votre comptabilité, Relance ne le fait pas.",
    "settlement_to_check": "{name} : les {amount} de l'accord de règlement semblent payés, à une"
    " date inconnue. Payés le {by} au plus tard ? Passez le reste ({open} : {numbers}) en avoir ou"
    " en geste commercial. Payés après ? Mettez fin à l'accord : relance record CLASSEUR release"
    " {debtor} --reason MOTIF",
    "settlement_lapsed": "{name} : accord de règlement caduc, {paid} reçus sur {amount} au {by}."
    " La totalité redevient due ({open} : {numbers}), les versements reçus en acompte, et les"
    " relances reprennent où elles en étaient.",
    "over_limit": "{name} : {open} ouverts, plafond de crédit de {limit} dépassé.",
    "no_alarm": "Aucune alerte.",
    "more_alarms": "... et {count} autre(s) : relance doctor CLASSEUR",
}
