"""What `relance doctor` says of a machine: whether Excel can call Python there, and the remedy."""

STATION: dict[str, str] = {
    "doctor_no_excel": "Excel n'appelle Python que sous Windows. Ici, la ligne de commande fait"
    " tout ce que fait le ruban, sur le classeur fermé.",
    "doctor_python_place": "Python {bits} bits : {path}",
    "doctor_python_store": "Ce Python vient du Microsoft Store : Excel ne peut pas le démarrer"
    " ({path}). Installez Python depuis python.org, puis Relance avec lui.",
    "doctor_com": "pywin32 est installé : Excel et Python se parlent.",
    "doctor_no_com": "pywin32 manque : Excel ne peut pas appeler Python. Réinstallez Relance :"
    " py -m pip install --force-reinstall relance",
    "doctor_library": "{library} est à sa place.",
    "doctor_no_library": "{library} manque dans {folder} et dans le dossier au-dessus : l'antivirus"
    " l'a peut-être mis en quarantaine, ou Relance a été installée avec --user. Réinstallez-la : py"
    " -m pip install --force-reinstall xlwings, et demandez au besoin à exempter ce fichier.",
    "doctor_excel": "Excel : {path}",
    "doctor_excel_bits": "Excel {bits} bits : {path}",
    "doctor_excel_absent": "Excel n'est pas trouvé sur ce poste. La ligne de commande fait tout"
    " ce que fait le ruban, sur le classeur fermé.",
    "doctor_excel_store": "Cet Excel vient du Microsoft Store : il ne peut pas démarrer Python"
    " ({path}). Désinstallez-le et installez la version de bureau de Microsoft 365.",
    "doctor_children": "Aucune règle connue de Windows n'interdit à Excel de lancer Python.",
    "doctor_children_blocked": "Windows interdit aux programmes Office d'en lancer d'autres (règle"
    " Defender D4F940AB) : ni boutons ni fonctions. Demandez une exception à l'informatique, ou"
    " travaillez en ligne de commande : elle fait tout ce que fait le ruban.",
    "doctor_children_warned": "Windows avertit quand Office lance un programme (règle Defender"
    " D4F940AB) : acceptez Python quand il le demande.",
    "doctor_calls": "Fonctions dans les cellules : {count} appel(s) de Python depuis l'ouverture,"
    " {last} au dernier calcul.",
    "doctor_from_internet": "{path} est marqué comme venu d'Internet : Excel en bloque les macros."
    " Clic droit sur le fichier, Propriétés, Débloquer ; ou rangez-le dans un emplacement"
    " approuvé.",
    "doctor_interpreter": "Le classeur nomme un Python qui existe : {path}",
    "doctor_interpreter_absent": "Le classeur nomme un Python qui n'existe pas : {path}. Corrigez"
    " la ligne INTERPRETER_WIN de la feuille masquée xlwings.conf, ou videz-la.",
}
