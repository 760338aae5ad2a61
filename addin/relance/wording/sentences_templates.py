"""French sentences of what is wrong with a template: what, where in the file, and what to do."""

from .sentences_templates_words import WORDS

_BACK = " Corrigez le modèle ou supprimez-le pour reprendre celui d'origine."
_WORD = " Dans Word : Fichier, Enregistrer sous, Document Word (.docx)."

TEMPLATES: dict[str, str] = {
    "template_fault": "Modèle {file}, {where} : « {field} » n'est pas permis." + _BACK,
    # --- the file ----------------------------------------------------------------------------
    "template_fault.not_docx": (
        "Le modèle {file} n'est pas un document Word (.docx) lisible."
        " Supprimez-le pour reprendre celui d'origine."
    ),
    "template_fault.old_word": (
        "Le modèle {file} est un ancien document Word (.doc), même si son nom finit par .docx."
        + _WORD
    ),
    "template_fault.password": (
        "Le modèle {file} est protégé par un mot de passe. Dans Word : Fichier, Informations,"
        " Protéger le document, et retirez le mot de passe."
    ),
    "template_fault.other_office": (
        "Le modèle {file} est un document LibreOffice (.odt), même si son nom finit par .docx."
        " Enregistrez-le au format Word (.docx)."
    ),
    "template_fault.macros": (
        "Le modèle {file} contient des macros, qui partiraient chez le client." + _WORD
    ),
    "template_fault.word_template": (
        "Le modèle {file} est un modèle de Word (.dotx), pas un document." + _WORD
    ),
    "template_fault.other_main": (
        "Le modèle {file} est rangé autrement que Word ne le fait. Ouvrez-le dans Word et"
        " enregistrez-le de nouveau (.docx)."
    ),
    "template_fault.other_writing": (
        "Le modèle {file} est écrit autrement que Word ne le fait (codage, commentaires du XML)."
        " Ouvrez-le dans Word et enregistrez-le de nouveau (.docx)."
    ),
    "template_fault.broken_part": (
        "Le modèle {file} est abîmé : Word ne lirait pas « {field} », que chaque lettre emporte."
        " Ouvrez-le dans Word, qui propose de le réparer, et enregistrez-le de nouveau (.docx), ou"
        " supprimez-le pour reprendre celui d'origine."
    ),
    "template_fault.too_big": (
        "Le modèle {file} est trop lourd (30 Mo au plus, une fois décompressé) : chaque lettre"
        " le serait. Réduisez ses images (Format de l'image, Compresser les images)."
    ),
    "template_fault.embedded": (
        "Modèle {file} : il contient un objet inséré (feuille, graphique, autre document) qui"
        " partirait chez le client sans avoir été vérifié. Retirez-le, ou collez-le en image."
    ),
    "template_fault.linked": (
        "Modèle {file} : il va chercher « {field} » hors du document, ce que le client ne verrait"
        " pas. Pour une image : Insertion, Images, Cet appareil, Insérer."
    ),
    "template_fault.picture": (
        "Modèle {file} : l'image « {field} » ne s'affiche pas (fichier absent, abîmé ou d'un autre"
        " genre), et chaque lettre aurait un vide à sa place. Remettez-la dans Word en PNG ou en"
        " JPEG (Insertion, Images, Cet appareil)."
    ),
    "template_fault.revisions": (
        "Modèle {file}, {where} : il reste des modifications suivies. Acceptez-les ou refusez-les"
        " toutes (onglet Révision), puis enregistrez : Relance ne choisit pas à votre place."
    ),
    "template_fault.placeholder": (
        "Modèle {file}, {where} : une zone à remplir de Word est restée vide, et son texte"
        " d'invite partirait chez le client. Remplissez-la ou supprimez-la."
    ),
    "template_fault.word_field": (
        "Modèle {file}, {where} : le champ de Word « {field} » change tout seul ou vient d'un"
        " autre fichier. Supprimez-le et mettez un champ de Relance, par exemple {{{{ date }}}}."
    ),
    "template_fault.unseen": (
        "Modèle {file}, {where} : « {field} » ne se voit pas (texte masqué, blanc ou trop petit)"
        " mais partirait chez le client. Rendez ce texte visible ou supprimez-le."
    ),
    "template_fault.unseen_html": (
        "Modèle {file}, {where} : un élément ne s'affiche pas (caché, transparent, blanc ou trop"
        " petit) mais partirait chez le client. Rendez-le visible ou supprimez-le."
    ),
    "template_fault.active": (
        "Modèle {file}, {where} : « {field} » agit dans l'e-mail du client, ou y charge autre"
        " chose. Un e-mail de Relance ne contient que du texte, des images et des liens."
    ),
    "template_fault.fetched": (
        "Modèle {file}, {where} : « {field} » serait chargé d'un serveur quand le client lit"
        " l'e-mail, ce qui dit à un tiers qui le lit, et quand. Retirez cette image, ou mettez-la"
        " dans le modèle (data:image/...)."
    ),
    # --- its name ----------------------------------------------------------------------------
    "template_fault.unknown_name": (
        "Aucun document ne se sert d'un modèle nommé {file}."
        " Reprenez un des noms que donne : relance templates export."
    ),
    "template_fault.misnamed": (
        "Aucun document ne se sert d'un modèle nommé {file} : les clients recevraient le modèle"
        " d'origine. Renommez-le {near}, ou retirez-le du dossier."
    ),
    "template_fault.two_names": (
        "Les modèles {file} et {near} ne diffèrent que par les majuscules : un seul servirait."
        " Retirez celui dont vous ne voulez plus."
    ),
    # --- its tags ----------------------------------------------------------------------------
    "template_fault.unknown_field": (
        "Modèle {file}, {where} : le champ « {field} » n'existe pas. Le nom le plus proche est"
        " « {near} ». Tous sont dans champs.txt."
    ),
    "template_fault.no_such_field": (
        "Modèle {file}, {where} : le champ « {field} » n'existe pas. Tous les champs sont dans"
        " champs.txt, à côté des modèles exportés."
    ),
    "template_fault.not_a_list": (
        "Modèle {file}, {where} : « {field} » n'est pas une liste ; une boucle for n'y passe pas."
        " Les listes sont marquées dans champs.txt."
    ),
    "template_fault.looped": "Modèle {file}, {where} : la boucle sur « {field} » est dans une"
    " boucle sur la même liste, et ce qu'elle imprime serait répété. Gardez-en une seule.",
    "template_fault.repeated": (
        "Modèle {file}, {where} : le total « {field} » est dans une boucle, et serait écrit une"
        " fois par tour, comme autant de sommes à payer. Mettez-le après {{% endfor %}}."
    ),
    "template_fault.not_text": (
        "Modèle {file}, {where} : « {field} » est une liste ou un oui ou non, qui ne s'imprime"
        " pas. Mettez-le dans un if ou un for, ou choisissez un champ de texte (champs.txt)."
    ),
    "template_fault.construct": (
        "Modèle {file}, {where} : « {field} » n'est pas permis dans une balise ; elle ne calcule"
        " ni n'appelle rien. Gardez-y un champ, if ou for."
    ),
    "template_fault.syntax": (
        "Modèle {file}, {where} : une balise est mal écrite dans « {field} ». Un champ s'écrit"
        " {{{{ total }}}}, une condition {{% if plusieurs %}}...{{% endif %}}."
    ),
    "template_fault.no_end": (
        "Modèle {file}, {where} : la balise « {field} » n'a pas de fin."
        " Ajoutez {{% {near} %}} là où elle s'arrête."
    ),
    "template_fault.no_opening": (
        "Modèle {file}, {where} : la balise « {field} » ne ferme rien. Retirez-la, ou remettez"
        " avant elle {{% {near} ... %}}."
    ),
    "template_fault.unknown_tag": (
        "Modèle {file}, {where} : la balise « {field} » n'existe pas. Les seules sont if, elif,"
        " else, endif, for et endfor."
    ),
    "template_fault.unclosed": (
        "Modèle {file}, {where} : une balise n'est pas fermée dans « {field} »."
        " Un champ s'écrit {{{{ total }}}}, dans un seul paragraphe."
    ),
    "template_fault.broken_tag": (
        "Modèle {file}, {where} : « {field} » serait imprimé tel quel. Un champ s'écrit"
        " {{{{ total }}}}, ses accolades deux par deux et sans espace entre elles."
    ),
    "template_fault.unsupported": (
        "Modèle {file}, {where} : la balise « {field} » n'est pas prise en charge ;"
        " écrivez le champ entre {{{{ et }}}}."
    ),
    "template_fault.misplaced": (
        "Modèle {file}, {where} : « {field} » doit être seule dans son paragraphe"
        " ou sa ligne de tableau."
    ),
    "template_fault.structure": (
        "Modèle {file} : un bloc commence et finit à des endroits incompatibles ({field})."
        " Mettez {{%p ... %}} ou {{%tr ... %}} seuls dans leur paragraphe ou leur ligne."
    ),
    "template_fault.broken": (
        "Modèle {file} : une balise compare ou imprime ce qui ne peut pas l'être, par exemple un"
        " texte avec un nombre, ou une liste entière." + _BACK
    ),
    "template_fault.too_deep": (
        "Modèle {file} : il a trop de balises, ou des blocs trop imbriqués. Simplifiez-le ou"
        " supprimez-le pour reprendre celui d'origine."
    ),
    "template_fault.long_tag": (
        "Modèle {file} : une balise ({where}) a plus de 2 000 signes. Corrigez-la ou supprimez-la."
    ),
    "template_fault.long_paragraph": (
        "Modèle {file} : un paragraphe ({where}) a plus de 8 000 signes. Coupez-le."
    ),
    "template_fault.long_part": (
        "Modèle {file} : il a plus de 100 000 signes, ou de 10 000 paragraphes. Gardez-en la"
        " lettre, et joignez le reste."
    ),
    "template_fault.too_long": "Modèle {file} : la boucle sur « {field} » n'en finit pas." + _BACK,
    "template_fault.locked": (
        "Le modèle {file} ne peut pas être lu : il est ouvert dans Word, ou son accès est refusé."
        " Fermez-le, puis recommencez."
    ),
} | WORDS
