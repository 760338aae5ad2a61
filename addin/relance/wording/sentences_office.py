"""What is said of LibreOffice and of our extension for it."""

OFFICE: dict[str, str] = {
    "office": "LibreOffice ne peut pas recevoir l'extension ({reason}).",
    "office.missing": "LibreOffice n'est pas trouvé sur ce poste. Installez la version {wanted}"
    " ou une plus récente (libreoffice.org), puis recommencez.",
    "office.too_old": "LibreOffice {version} est trop ancien : l'extension demande la version"
    " {wanted} ou une plus récente. Mettez LibreOffice à jour, puis recommencez.",
    "office.root": "LibreOffice n'installe pas d'extension pour l'administrateur (root). Lancez la"
    " commande sous votre propre compte.",
    "office.open": "LibreOffice ne répond pas. Fermez toutes ses fenêtres, celle du démarrage"
    " rapide comprise, puis recommencez.",
    "office.refused": "LibreOffice refuse l'extension : {detail}. Fermez toutes ses fenêtres, puis"
    " recommencez.",
    "pdf": "Les PDF ne peuvent pas être faits ({reason}).",
    "pdf.no_program": "Aucun programme de ce poste ne peut faire de PDF : ni Word, ni LibreOffice."
    " Installez LibreOffice (libreoffice.org), ou ouvrez chaque lettre et enregistrez-la en PDF.",
    "pdf.slow": "LibreOffice ne répond pas. Recommencez ; si cela persiste, redémarrez le poste.",
    "pdf.failed": "LibreOffice n'a pas fait les PDF : {detail}. Recommencez.",
    "pdf_made": "{count} PDF fait(s), à côté des lettres.",
    "letter_void": "{document} n'est plus à envoyer : pas de PDF.",
    "letter_too_old": "{document} : écrite il y a trop longtemps, les délais qu'elle accorde ne"
    " tiennent plus. Pas de PDF ; refaites-la : relance run CLASSEUR --redo --pdf",
    "letter_lost": "le fichier {document} n'est plus dans le dossier des documents : pas de PDF.",
    "letter_unreadable": "{document} ne peut pas être lu : ouvrez-le et enregistrez-le de nouveau.",
    "nothing_to_record.pdf": "Aucune lettre n'attend : rien à mettre en PDF. relance run prépare"
    " celles du jour.",
    "nothing_to_record.pdf_selected": "Aucune lettre n'attend pour ces clients.",
    "calc_installed": "Extension {version} installée dans LibreOffice {office}. Ouvrez un"
    " classeur dans Calc : le menu et la barre « Relances » sont là, et les fonctions DUNNING_ se"
    " calculent.",
    "calc_removed": "Extension retirée de LibreOffice. Les classeurs restent lisibles ; leurs"
    " fonctions ne se calculent plus.",
    "calc_absent": "L'extension n'est pas dans LibreOffice {office} : rien à retirer.",
    "doctor_no_office": "LibreOffice n'est pas installé : Calc est facultatif.",
    "doctor_office_old": "LibreOffice {version} : trop ancien pour l'extension, qui demande 25.2.",
    "doctor_office": "LibreOffice {office}, sans l'extension. Pour Calc : relance install-calc",
    "doctor_extension": "LibreOffice {office}, avec l'extension {wanted}.",
    "doctor_extension_old": "L'extension de LibreOffice est de la version {version}, et Relance"
    " de la version {wanted} : relance install-calc la remplace.",
}
