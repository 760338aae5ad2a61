"""What LibreOffice shows of the extension, in the language of the office."""

DISPLAY_NAME = "Relance"

DESCRIPTION: dict[str, str] = {
    "en": "Dunning inside the accountant's workbook: the DUNNING_ functions in the cells, and a"
    " menu and toolbar that turn the selected rows into e-mail drafts, letters, formal notices and"
    " call sheets. Nothing is sent by itself.\n",
    "fr": "Relance d'impayés dans le classeur du comptable : les fonctions DUNNING_ dans les"
    " cellules, un menu et une barre d'outils qui font des lignes choisies des brouillons"
    " d'e-mails, des lettres, des mises en demeure et des fiches d'appel. Rien n'est envoyé.\n",
}
