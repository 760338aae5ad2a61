"""French sentences of an output folder and of the workbook that it serves."""

FOLDERS: dict[str, str] = {
    "other_book": "Rien n'est écrit : le dossier {folder} tient le journal de {other}, qui existe"
    " toujours, et {path} en est une copie. Donnez un autre dossier à cette copie : relance folder"
    " CLASSEUR --out DOSSIER. Si elle remplace désormais l'autre : relance folder CLASSEUR"
    " --replace",
    "other_book.unknown": "Rien n'est écrit : le dossier {folder} tient le journal de {other}, que"
    " l'on ne peut pas joindre d'ici (lecteur débranché, réseau coupé, dossier renommé ?), et"
    " {path} en est peut-être une copie. Rendez l'autre accessible, ou donnez un autre dossier à"
    " celui-ci : relance folder CLASSEUR --out DOSSIER. S'il remplace désormais l'autre : relance"
    " folder CLASSEUR --replace",
    "other_book.behind": "Rien n'est écrit : le dossier {folder} tient le journal de {other}, qui"
    " n'y est plus, et {path} n'a pas les dernières lignes de ce journal : c'est peut-être une"
    " ancienne copie. Travaillez dans le bon classeur, ou donnez un autre dossier à celui-ci :"
    " relance folder CLASSEUR --out DOSSIER. S'il remplace désormais l'autre, ces lignes y seront"
    " remises : relance folder CLASSEUR --replace",
    "other_book.restored": "Rien n'est écrit : {path} n'a pas encore servi, et le dossier {folder}"
    " tient le journal d'un autre classeur, qui était à la même place : c'est peut-être une copie"
    " d'avant la première relance. Remettez une copie plus récente. Si c'est un nouveau classeur,"
    " donnez-lui un autre dossier : relance folder CLASSEUR --out DOSSIER. S'il remplace désormais"
    " l'autre : relance folder CLASSEUR --replace",
    "copy_opened": "Copie de {other}, qui existe toujours : {path} est montré tel quel, sans ce que"
    " l'autre a noté depuis, et rien n'est écrit dans {folder}.",
    "copy_opened.unknown": "Peut-être une copie de {other}, que l'on ne peut pas joindre d'ici :"
    " {path} est montré tel quel, et rien n'est écrit dans {folder}.",
    "copy_opened.behind": "Peut-être une ancienne copie de {other} : {path} est montré tel quel,"
    " sans les dernières lignes du journal, et rien n'est écrit dans {folder}.",
    "copy_opened.restored": "Peut-être une copie d'avant la première relance : {path} est montré"
    " tel quel, sans le journal que tient le dossier {folder}.",
    "folder_shared": "Le dossier {folder} sert aussi à {others}. Les journaux restent séparés, mais"
    " les documents y sont mêlés : pour les séparer, donnez un autre dossier de sortie à ce"
    " classeur (feuille Paramètres).",
    "folder_none": "{path} n'a pas encore de dossier de sortie.",
    "folder_of": "{path} écrit ses documents et son journal dans {folder}.",
    "folder_given": "{path} écrira désormais ses documents et son journal dans {folder}.",
    "folder_replaced": "Le dossier {folder} sert désormais {path}. N'utilisez plus {other}.",
    "folder_replaced.no_other": "Le dossier {folder} sert désormais {path}.",
    "folder_one": "Donnez --out ou --replace, pas les deux.",
    "ask_replace": "Ce classeur remplace-t-il désormais l'autre ?",
    "ask_replace_no": "Non : rien n'est écrit",
    "ask_replace_yes": "Oui : l'autre ne sert plus",
}
