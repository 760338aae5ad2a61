"""French sentences of what is wrong with a template."""

TEMPLATES: dict[str, str] = {
    "template_fault": (
        "Modèle {file}, paragraphe {paragraph}, champ « {field} » : {reason}."
        " Corrigez le modèle ou supprimez-le pour reprendre celui d'origine."
    ),
    "template_fault.not_docx": (
        "Le modèle {file} n'est pas un document Word (.docx) lisible."
        " Supprimez-le pour reprendre celui d'origine."
    ),
    "template_fault.unknown_name": (
        "Aucun document ne se sert d'un modèle nommé {file}."
        " Reprenez un des noms que donne : relance templates export."
    ),
    "template_fault.unknown_field": (
        "Modèle {file}, paragraphe {paragraph} : le champ « {field} » n'existe pas (proche :"
        " {near}). La liste des champs est dans champs.txt."
    ),
    "template_fault.not_a_list": (
        "Modèle {file}, paragraphe {paragraph} : « {field} » n'est pas une liste à parcourir."
    ),
    "template_fault.not_text": (
        "Modèle {file}, paragraphe {paragraph} : « {field} » n'est pas un texte à imprimer."
    ),
    "template_fault.construct": (
        "Modèle {file}, paragraphe {paragraph} : « {field} » n'est pas permis dans un modèle ;"
        " seuls les champs, if et for le sont."
    ),
    "template_fault.syntax": (
        "Modèle {file}, paragraphe {paragraph} : balise mal écrite ou bloc non fermé ({field})."
    ),
    "template_fault.unclosed": (
        "Modèle {file}, paragraphe {paragraph} : une balise n'est pas fermée dans « {field} »."
    ),
    "template_fault.unsupported": (
        "Modèle {file}, paragraphe {paragraph} : la balise « {field} » n'est pas prise en charge ;"
        " écrivez le champ entre {{{{ et }}}}."
    ),
    "template_fault.misplaced": (
        "Modèle {file}, paragraphe {paragraph} : « {field} » doit être seule dans son paragraphe"
        " ou sa ligne de tableau."
    ),
    "template_fault.word": (
        "Modèle {file}, paragraphe {paragraph} : « {field} » n'a pas sa place dans une relance."
        " Retirez ces mots."
    ),
    "template_fault.amount": (
        "Modèle {file}, paragraphe {paragraph} : le montant « {field} » est écrit à la main et"
        " serait le même dans toutes les lettres. Mettez à sa place le champ qui le calcule"
        " ({{{{ total }}}}, {{{{ indemnite_unitaire }}}}...), ou retirez-le."
    ),
    "template_fault.missing_words": (
        "Modèle {file} : il ne dit pas toujours « {field} », qui doit y être ({near}). Remettez"
        " cette phrase, ou supprimez votre modèle pour reprendre celui d'origine."
    ),
    "template_fault.missing_field": (
        "Modèle {file} : il n'imprime pas toujours le champ « {field} », qui doit y être ({near})."
        " Remettez ce champ, hors de tout {{% if %}} qui le cacherait, ou supprimez votre modèle"
        " pour reprendre celui d'origine."
    ),
    "template_advice.two_dates": (
        "Conseil. Modèle {file}, paragraphe {paragraph} : « {field} » demande une seconde échéance."
        " Une lettre n'en demande qu'une : gardez {{{{ date_limite }}}} ou {{{{ delai }}}}."
    ),
    "template_advice.two_actions": (
        "Conseil. Modèle {file}, paragraphe {paragraph} : un second paragraphe a le style"
        " « {field} ». Une lettre ne demande qu'une chose : donnez-lui le style Corps de texte."
    ),
    "template_fault.structure": (
        "Modèle {file} : un bloc commence et finit à des endroits incompatibles ({field})."
        " Mettez {{%p ... %}} ou {{%tr ... %}} seuls dans leur paragraphe ou leur ligne."
    ),
    "template_fault.broken": "Modèle {file} : il ne peut pas être rempli ({field}).",
    "template_fault.too_deep": (
        "Modèle {file} : il a trop de balises, ou des blocs trop imbriqués. Simplifiez-le ou"
        " supprimez-le pour reprendre celui d'origine."
    ),
    "template_fault.locked": (
        "Le modèle {file} ne peut pas être lu : il est ouvert dans Word, ou son accès est refusé."
        " Fermez-le, puis recommencez."
    ),
    "template_fault.too_long": (
        "Modèle {file} : la boucle sur « {field} » n'en finit pas. Corrigez le modèle ou"
        " supprimez-le pour reprendre celui d'origine."
    ),
}
