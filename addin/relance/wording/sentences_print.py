"""What is said of letters as PDF and of the file to print."""

PRINT: dict[str, str] = {
    "missing_extra": "Les PDF demandent un complément qui n'est pas installé. Lancez :"
    ' pip install "relance[{extra}]"',
    "not_printable": "Pas de PDF : la police n'a pas ces signes : {signs}. Imprimez le document"
    " Word.",
    "copy_of_another": "le document ou le compte a changé depuis : relance pdf CLASSEUR fait le"
    " PDF du document Word.",
    "own_template": "modèle personnel : relance pdf CLASSEUR fait le PDF du document Word.",
    "pdf_written": "{count} PDF à côté des documents Word. Pour les imprimer ensemble :"
    " relance print CLASSEUR --out FICHIER.pdf",
    "pdf_written_beside": "{count} PDF à imprimer à côté des documents Word.",
    "pdf_missing": "{document} : {text}",
    "pdf_waiting": "{count} lettre(s) écrite(s) avant, sans PDF : {documents}. Pour le faire du"
    " document Word : relance pdf CLASSEUR",
    "print_done": "{count} lettre(s) à imprimer dans {path}.",
    "print_simple": "Lettres simples, une fois postées : relance record CLASSEUR sent CLIENT ; sans"
    " client, tous les brouillons sont confirmés, e-mails compris.",
    "print_registered": "Recommandés, une fois déposés, chacun avec son numéro :",
    "print_tracking": "  relance record CLASSEUR sent {debtor} --tracking NUMERO",
    "print_none": "Aucune lettre à imprimer : rien n'est écrit.",
    "print_suffix": "Le fichier à imprimer se nomme en .pdf, pas {path}.",
    "not_printed": "{document} : pas imprimée.",
    "not_printed.void": "{document} : payée, modifiée ou retenue depuis, elle ne doit pas partir.",
    "not_printed.too_old": "{document} : écrite il y a trop longtemps, les délais qu'elle accorde"
    " ne tiennent plus. Refaites-la : relance run CLASSEUR --redo --pdf",
    "not_printed.lost": "{document} n'est plus dans le dossier des documents.",
    "not_printed.edited": "{document} a été modifié dans Word : le PDF ne dit plus la même chose."
    " Refaites-le : relance pdf CLASSEUR {debtor}",
    "not_printed.no_copy": "{document} n'a pas de PDF à côté de lui. Faites-le : relance pdf"
    " CLASSEUR {debtor}",
    "not_printed.damaged": "Le PDF de {document} ne peut pas être lu. Refaites-le : relance pdf"
    " CLASSEUR {debtor}",
}
