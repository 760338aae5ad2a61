"""French sentences of what stops the build of the macro workbook."""

BUILD: dict[str, str] = {
    "build": "Le classeur à macros ne peut pas être construit ({reason}) {value}.",
    "build.base": (
        "Le module {module} est celui d'un classeur ou d'une feuille : donnez sa classe de base."
    ),
    "build.broken_package": "Le classeur à compléter est illisible ou il y manque {value}.",
    "build.broken_project": (
        "Le projet VBA du classeur est illisible. Ouvrez le classeur dans Excel, enregistrez-le,"
        " puis recommencez."
    ),
    "build.code_name": (
        "Dans l'éditeur VBA (Alt+F11), une feuille se nomme « {module} » : donnez à sa propriété"
        " (Name) 1 à 31 lettres sans accent, chiffres ou tirets bas, puis recommencez."
    ),
    "build.character": (
        "Module {module}, ligne {line} : le caractère « {value} » n'est pas permis dans une macro,"
        " qui s'écrit en ASCII. Les textes accentués vont dans le ruban ou la feuille Textes."
    ),
    "build.continuations": (
        "Module {module}, ligne {line} : plus de {value} lignes de suite finissent par « _ »."
    ),
    "build.first_line": (
        'Module {module} : sa première ligne doit être Attribute VB_Name = "{module}",'
        " pas « {value} »."
    ),
    "build.incompressible": "Une partie du projet VBA ne peut pas être compressée sans perte.",
    "build.long_line": (
        "Module {module}, ligne {line} : {value} caractères, alors que VBA en lit 1023 au plus."
    ),
    "build.module_name": (
        "Nom de module refusé : « {module} ». Attendu : 1 à 31 lettres, chiffres ou tirets bas,"
        " une lettre d'abord."
    ),
    "build.name_taken": "Nom de module déjà pris : « {module} ».",
    "build.no_source": "La source {value} manque dans le dossier macros.",
    "build.no_checkout": "Cette commande se lance dans une copie du projet, avec ses macros.",
    "build.no_xlwings": (
        "xlwings n'est pas installé, ou son module VBA manque. Installez-le : pip install xlwings"
    ),
    "build.ribbon_twice": "Le classeur a déjà un ruban.",
    "build.too_large": "Le projet VBA est trop gros ({value} octets).",
    "build.xlwings_notice": "Le module VBA de xlwings a perdu sa licence, qui doit y rester.",
    "build.xlwings_version": (
        "Le module VBA de xlwings n'est pas celui de la version installée ({value})."
    ),
}
