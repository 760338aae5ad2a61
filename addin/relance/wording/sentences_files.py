"""French sentences of what is wrong with a workbook file, who holds it, and with a rate."""

BOOKS: dict[str, str] = {
    "book": "Le classeur {path} ne peut pas être utilisé ({reason}) {detail}.",
    "book.missing": (
        "Le classeur {path} n'existe pas. Vérifiez le chemin, ou créez-le : relance new {typed}"
    ),
    "book.empty": "Le classeur {path} est vide (0 octet). Reprenez-en une copie de sauvegarde.",
    "book.not_a_workbook": "{path} n'est pas un classeur Excel (.xlsx ou .xlsm).",
    "book.encrypted": (
        "Le classeur {path} est protégé par un mot de passe à l'ouverture."
        " Ouvrez-le dans Excel, retirez le mot de passe, enregistrez, puis recommencez."
    ),
    "book.old_xls": (
        "{path} est au format .xls. Ouvrez-le dans Excel et enregistrez-le en .xlsx ou .xlsm."
    ),
    "book.xlsb": "{path} est au format .xlsb. Enregistrez-le depuis Excel en .xlsx ou .xlsm.",
    "book.truncated": (
        "Le classeur {path} est incomplet (copie ou téléchargement interrompu)."
        " Reprenez-en une copie de sauvegarde."
    ),
    "book.damaged": (
        "Le classeur {path} est abîmé ({detail}). Ouvrez-le dans Excel, qui propose de le réparer,"
        " ou reprenez-en une copie de sauvegarde."
    ),
    "book.too_large": "Le classeur {path} est trop gros pour être modifié sans Excel ({detail}).",
    "book.zip_bomb": "Le classeur {path} est refusé : son contenu est anormalement compressé.",
    "book.duplicate_parts": (
        "Le classeur {path} contient deux fois la même partie."
        " Ouvrez-le dans Excel et enregistrez-le de nouveau."
    ),
    "book.signed": (
        "Le classeur {path} porte une signature numérique, qu'une modification détruirait."
        " Retirez-la dans Excel, ou travaillez depuis Excel."
    ),
    "book.strict_ooxml": (
        "Le classeur {path} est au format « Strict Open XML »."
        " Enregistrez-le depuis Excel en « Classeur Excel (.xlsx) »."
    ),
    "book.date1904": (
        "Le classeur {path} compte ses dates depuis 1904. Décochez « Calendrier depuis 1904 » dans"
        " les options d'Excel, vérifiez les dates et enregistrez."
    ),
    "book.dtd": "Le classeur {path} est refusé : {detail} déclare des entités XML.",
    "book.utf16": (
        "Le classeur {path} doit être enregistré de nouveau par Excel ({detail} : UTF-16)."
    ),
    "book.encoding": "Le classeur {path} doit être enregistré de nouveau par Excel ({detail}).",
    "book.unusual_xml": (
        "Le classeur {path} vient d'un programme inhabituel ({detail})."
        " Ouvrez-le dans Excel et enregistrez-le de nouveau."
    ),
    "book.bad_value": "La valeur prévue pour {detail} ne peut pas être écrite dans {path}.",
    "book.text_too_long": "Le texte prévu pour {detail} dépasse 32 767 caractères ({path}).",
    "book.date_before_1900": "La date prévue pour {detail} est avant 1900 ({path}).",
    "book.no_styles": "Le classeur {path} n'a pas de styles. Enregistrez-le de nouveau dans Excel.",
    "book.no_such_name": (
        "Le nom « {detail} » manque dans {path}. Rétablissez-le (Formules, Gestionnaire de noms)"
        " ou recopiez vos lignes dans un classeur créé par relance new."
    ),
    "book.row_outside": "La ligne {detail} n'est plus dans sa table ({path}). Recommencez.",
    "book.rows_below": (
        "Plus de place sous la table, en {detail} ({path}) : supprimez ou déplacez ce qui est"
        " au-dessous, puis recommencez."
    ),
    "book.totals_row": (
        "La table a une ligne de total, en {detail} ({path}). Retirez-la (Création de tableau,"
        " Ligne des totaux), puis recommencez."
    ),
    "book.sheet_full": "La feuille est pleine, en {detail} ({path}).",
    "book.formula": (
        "La cellule {detail} contient une formule qui remplit plusieurs cellules ({path})."
        " Remplacez-la par sa valeur, puis recommencez."
    ),
    "book.disk_full": "Le disque est plein : {path} n'a pas changé. Libérez de la place.",
    "book.permission": (
        "Vous n'avez pas le droit d'écrire {path}. Vérifiez qu'il n'est pas en lecture seule."
    ),
    "book.held": "{path} est ouvert dans un autre programme. Fermez-le, puis recommencez.",
    "book.io": "Le disque refuse {path} ({detail}).",
    "book.unsaved": (
        "Le classeur {path} n'a jamais été enregistré. Enregistrez-le (Fichier, Enregistrer sous),"
        " puis recommencez."
    ),
    "book.read_only": (
        "Le classeur {path} est ouvert en lecture seule : rien n'y est écrit. Fermez-le, vérifiez"
        " que personne d'autre ne l'utilise, rouvrez-le, puis recommencez."
    ),
    "book.protected": (
        "La feuille {detail} de {path} est protégée : le classeur n'a pas changé. Ôtez la"
        " protection (Révision dans Excel, Outils dans Calc), puis recommencez : ce qui est déjà"
        " dans le dossier des documents sera repris."
    ),
    "book.moved": (
        "La feuille {detail} de {path} a changé pendant le travail (tri, saisie) : rien n'y est"
        " écrit. Recommencez : ce qui est déjà dans le dossier des documents sera repris."
    ),
    "book.excel_busy": (
        "Excel est occupé ({path}) : une cellule est en cours de saisie ou une boîte de dialogue"
        " est ouverte. Validez avec Entrée ou fermez la boîte, puis recommencez."
    ),
    "book.excel_refused": (
        "Excel refuse de lire ou d'écrire {path}. Fermez les boîtes de dialogue et les"
        " cellules en cours de saisie, puis recommencez."
    ),
    "book.half_written": (
        "Excel a cessé de répondre pendant l'écriture de {path} : le classeur ouvert"
        " n'est écrit qu'en partie, et le fichier n'a pas changé. Fermez-le sans enregistrer,"
        " rouvrez-le, puis recommencez."
    ),
    "book.not_as_written": (
        "Excel n'a pas pris ce qui devait être écrit en {detail} ({path}), et le fichier n'a pas"
        " changé. Fermez le classeur sans enregistrer, rouvrez-le, retirez les filtres, affichez"
        " les colonnes masquées, puis recommencez."
    ),
    "book.not_saved": (
        "Le classeur {path} est à jour à l'écran, mais Excel n'a pas pu l'enregistrer (disque"
        " plein, réseau coupé, droits). Enregistrez-le vous-même avant de continuer."
    ),
    "book.no_macro": (
        "La boîte de dialogue de Relance manque dans {path} ({detail}) : les macros sont"
        " désactivées, ou le classeur ne vient pas de Relance. Autorisez les macros, ou lancez :"
        " relance doctor"
    ),
    "book.xlwings": (
        "Les macros de {path} attendent xlwings {wanted}, et xlwings {detail} est installé."
        " Réinstallez Relance, ou travaillez sans Excel : relance --help"
    ),
    "book.no_caller": (
        "Relance ne trouve pas le classeur dont le bouton a été cliqué. Fermez Excel, rouvrez le"
        " classeur, puis recommencez."
    ),
    "book.exists": "{path} existe déjà : rien n'est écrit par-dessus. Donnez un autre nom.",
    "book.suffix": "Un classeur se nomme en .xlsx, ou en .xlsm avec des macros, pas en « {detail} »"
    " ({path}).",
    "book.suffix.no_detail": "Un classeur se nomme en .xlsx, ou en .xlsm avec des macros ({path}).",
    "book.newer": (
        "{path} vient d'une version plus récente de Relance (n° {detail})."
        " Installez cette version : pip install --upgrade relance"
    ),
    "book.incomplete": (
        "Il manque à {path} : {detail}. Rétablissez ces titres, ou recopiez vos lignes dans un"
        " classeur créé par relance new."
    ),
    "book.columns_right": (
        "Des colonnes manquent à droite d'une table, et {detail} est occupée ({path})."
        " Déplacez ce qui s'y trouve plus à droite ou dans une autre feuille, puis recommencez."
    ),
    "book.heading_taken": (
        "Une colonne de {path} se nomme « {detail} » à la casse près. Donnez-lui ce titre exact si"
        " c'est elle, un autre sinon, puis recommencez."
    ),
    "book.no_headings": (
        "La table de la feuille {detail} ne montre pas ses titres ({path}). Cochez Ligne d'en-tête"
        " (Création de tableau), puis recommencez."
    ),
    "book.name_taken": (
        "Le nom « {detail} » existe dans {path} et ne désigne pas une cellule. Supprimez-le"
        " (Formules, Gestionnaire de noms), puis recommencez."
    ),
    "book.sheet_taken": (
        "{path} a une feuille « {detail} » qui n'est pas la nôtre. Renommez-la, puis recommencez."
    ),
    "book.no_labels": (
        "Aucune colonne pour les libellés à gauche de {detail}, dans Paramètres ({path})."
        " Insérez-en une, puis recommencez."
    ),
    "book.macros_foreign": (
        "{path} contient des macros qui ne sont pas de Relance : {foreign}. Rien n'est changé."
        " Exportez-les (Alt+F11, clic droit, Exporter un fichier) et supprimez-les du classeur"
        " (d'une feuille ou de ThisWorkbook : effacez le texte), recommencez, puis réimportez-les."
    ),
    "book.macros_changed": (
        "Dans {path}, ces macros de Relance ont été modifiées, ou viennent d'une version plus"
        " récente : {changed}. Rien n'est changé. Exportez-les si vous voulez garder vos"
        " changements, supprimez-les du classeur (Alt+F11 ; de ThisWorkbook : effacez le texte ;"
        " un ruban : avec l'éditeur qui l'a modifié), puis recommencez."
    ),
    "book.macros_foreign_changed": (
        "{path} contient des macros qui ne sont pas de Relance ({foreign}), et des nôtres qui ont"
        " été modifiées ou viennent d'une version plus récente ({changed}). Rien n'est changé."
        " Exportez-les (Alt+F11, clic droit, Exporter un fichier) et supprimez-les du classeur"
        " (d'une feuille ou de ThisWorkbook : effacez le texte ; un ruban : avec l'éditeur qui l'a"
        " modifié), recommencez, puis réimportez ce qui est à vous."
    ),
    "book.macros_signed": (
        "Les macros de {path} portent une signature, qu'une mise à niveau détruirait. Retirez-la"
        " (Alt+F11, Outils, Signature électronique), recommencez, puis signez de nouveau."
    ),
    "book.macros_protected": (
        "Les macros de {path} sont protégées par un mot de passe. Retirez-le (Alt+F11, Outils,"
        " Propriétés, Protection), recommencez, puis remettez-le."
    ),
    "name_not_extended": (
        "Le nom « {where} » s'arrête à {ranges} : les lignes ajoutées n'y sont pas."
        " Étendez-le (Formules, Gestionnaire de noms)."
    ),
    "print_area_not_extended": (
        "La zone d'impression s'arrête à {ranges} : les lignes ajoutées n'y sont pas."
        " Étendez-la (Mise en page, Zone d'impression)."
    ),
    "chart_not_extended": (
        "Un graphique de la feuille {where} s'arrête à {ranges} : les lignes ajoutées n'y sont pas."
        " Étendez sa plage (Création de graphique, Sélectionner des données)."
    ),
    "pivot_not_extended": (
        "Le tableau croisé dynamique {where} s'arrête à {ranges} : les lignes ajoutées n'y sont"
        " pas. Donnez-lui le tableau entier (Analyse, Changer la source de données)."
    ),
    "sparkline_not_extended": (
        "Des sparklines de la feuille {where} s'arrêtent à {ranges} : les lignes ajoutées n'y sont"
        " pas. Étendez leur plage (Sparkline, Modifier les données)."
    ),
    "missing_table": (
        "La table « {table} » (feuille {sheet}) manque dans {path}. Rétablissez son nom (Création"
        " de tableau), ou recopiez vos lignes dans un classeur créé par relance new."
    ),
    "missing_table.rebuilt": (
        "La feuille {sheet} manque dans {path}, ou sa table « {table} » a changé de nom. Fermez le"
        " classeur ; relance upgrade {typed} la remet."
    ),
    "missing_column": (
        "La colonne « {column} » manque dans la table {table}. Rétablissez son titre : peut-être"
        " une de celles-ci, renommée ({found})."
    ),
    "missing_column.no_found": (
        "La colonne « {column} » manque dans la table {table}. Rétablissez son titre, ou la colonne"
        " depuis une copie du classeur."
    ),
    "book_locked": "Le classeur {path} est utilisé par {holder}. Attendez, puis recommencez.",
    "book_locked.wait": (
        "Relance travaille déjà sur {path} ({holder}, processus {pid})."
        " Attendez la fin, puis recommencez."
    ),
    "book_locked.delete_lock": (
        "{path} est réservé depuis {host} ({holder}, {day}). Si plus personne n'y travaille,"
        " supprimez {lock}, puis recommencez."
    ),
    "book_locked.close_excel": (
        "{path} est ouvert dans Excel ({holder}). Enregistrez et fermez-le, puis recommencez ;"
        " s'il n'est plus ouvert, supprimez {lock}."
    ),
    "book_locked.close_calc": (
        "{path} est ouvert dans LibreOffice ({holder}). Enregistrez et fermez-le, puis"
        " recommencez ; s'il n'est plus ouvert, supprimez {lock}."
    ),
    "book_changed": (
        "Le classeur {path} a changé pendant le travail : rien n'a été écrit. Recommencez."
    ),
}
