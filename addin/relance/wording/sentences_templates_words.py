"""French sentences of what a template says and may not, lacks, or would better not say."""

WORDS: dict[str, str] = {
    "template_fault.word": (
        "Modèle {file}, {where} : « {field} » n'a pas sa place dans cette lettre. Retirez ces mots."
    ),
    "template_fault.threat": "Modèle {file}, {where} : « {field} » menace une personne, ses biens,"
    " ou parle de la dette à d'autres qu'elle. Aucune lettre ne le fait : retirez ces mots.",
    "template_fault.court": (
        "Modèle {file}, {where} : « {field} » n'a pas sa place avant la deuxième lettre de relance,"
        " et là seulement si le scénario le prévoit ({{% if saisine %}}). Retirez ces mots."
    ),
    "template_fault.notice": (
        "Modèle {file}, {where} : « {field} ». Seule une mise en demeure en est une : elle fait"
        " courir des intérêts et accorde un délai, que personne ne compterait ici. Retirez ces"
        " mots, ou annoncez-la (« nous vous adresserons une mise en demeure »)."
    ),
    "template_fault.invoice": (
        "Modèle {file}, {where} : « {field} ». Cette lettre n'est pas une facture et ses pénalités"
        " sont sans TVA : qui mentionne la TVA la doit. Retirez ces mots."
    ),
    "template_fault.amount": (
        "Modèle {file}, {where} : le montant « {field} » est écrit à la main et"
        " serait le même dans toutes les lettres. Mettez à sa place le champ qui le calcule"
        " ({{{{ total }}}}, {{{{ indemnite_unitaire }}}}...), ou retirez-le."
    ),
    "template_fault.rate": (
        "Modèle {file}, {where} : le pourcentage « {field} » est écrit à la main et serait le même"
        " dans toutes les lettres, même quand rien ne le permet. Mettez à sa place le champ qui dit"
        " le taux ({{{{ taux_texte }}}}), ou retirez-le."
    ),
    "template_fault.costs": (
        "Modèle {file}, {where} : « {field} ». Sans titre, les frais de recouvrement restent à la"
        " charge du créancier ; l'indemnité forfaitaire a son champ ({{{{ indemnite_unitaire }}}})."
        " Retirez ces mots."
    ),
    "template_fault.negated": (
        "Modèle {file}, {where} : « {field} » dit de ne pas payer, et la lettre demande de payer."
        " Retirez ces mots."
    ),
    "template_fault.asked_twice": (
        "Modèle {file}, {where} : la somme « {field} » y est demandée une seconde fois, et pourrait"
        " être payée deux fois. Ne la demandez que dans une phrase."
    ),
    "template_fault.not_due_yet": (
        "Modèle {file}, {where} : « {field} » réclame un intérêt, une indemnité ou des frais, et le"
        " premier rappel à un consommateur belge est gratuit (article XIX.2 du Code de droit"
        " économique). Retirez ces mots ; « Passé ce délai, ... » dit ce qui vient ensuite."
    ),
    "template_fault.not_owed": (
        "Modèle {file}, {where} : « {field} » réclame une indemnité ou des frais, et un"
        " consommateur français n'en doit pas (article L111-8 du code des procédures civiles"
        " d'exécution ; l'indemnité forfaitaire n'est due qu'entre professionnels). Retirez ces"
        " mots, ou mettez-les dans {{% if indemnites_dues %}}."
    ),
    "template_fault.asks": "Modèle {file}, {where} : « {field} » demande un paiement,"
    " et ce document ne demande rien : ce serait une seconde demande. Retirez ces mots.",
    "template_fault.added_to": (
        "Modèle {file}, {where} : « {field} » s'ajoute au total demandé, qui le comprend déjà."
        " Ne demandez que {{{{ total }}}} ; dites « dont » pour en donner le détail."
    ),
    "template_fault.altered": (
        "Modèle {file}, {where} : « {field} » demande autre chose que ce que Relance a calculé."
        " Laissez le champ seul : il dit déjà la somme (TTC) ou le délai."
    ),
    "template_fault.account": (
        "Modèle {file}, {where} : le compte bancaire « {field} » est écrit à la main et serait le"
        " même pour toutes les factures. Mettez à sa place {{{{ table.iban }}}}."
    ),
    "template_fault.missing_words": (
        "Modèle {file} : il ne dit pas toujours « {field} », qui doit y être ({near}). Remettez"
        " cette phrase dans le corps, hors des zones de texte, ou supprimez votre modèle pour"
        " reprendre celui d'origine."
    ),
    "template_fault.missing_field": (
        "Modèle {file} : il n'imprime pas toujours le champ « {field} », qui doit y être ({near})."
        " Remettez ce champ dans le corps, hors de tout {{% if %}} qui le cacherait, ou supprimez"
        " votre modèle pour reprendre celui d'origine."
    ),
    "template_fault.doubled": (
        "Modèle {file} : il imprime plusieurs fois « {field} » pour la même facture, qui serait"
        " payée deux fois. Retirez la ligne ou le tableau en double."
    ),
    "template_fault.bodies_differ": (
        "Modèles {file} et {near} : l'un imprime le champ « {field} », l'autre non, et le même"
        " e-mail dirait deux choses. Mettez-le dans les deux, ou supprimez l'un : Relance le fera"
        " d'après l'autre."
    ),
    "template_advice.missing_field": (
        "Conseil. Modèle {file} : il n'imprime pas toujours le champ « {field} » ({near})."
        " Remettez-le si le client doit le lire."
    ),
    "template_advice.two_dates": (
        "Conseil. Modèle {file}, {where} : « {field} » demande une seconde échéance."
        " Une lettre n'en demande qu'une : gardez {{{{ date_limite }}}} ou {{{{ delai }}}}."
    ),
    "template_advice.two_actions": (
        "Conseil. Modèle {file}, {where} : un second paragraphe a le style"
        " « {field} ». Une lettre ne demande qu'une chose : donnez-lui le style Corps de texte."
    ),
    "template_advice.picture_heavy": (
        "Conseil. Modèle {file} : ses images pèsent {field} Mo, et chaque lettre autant."
        " Réduisez-les dans Word (Format de l'image, Compresser les images, 220 ppp)."
    ),
    "template_advice.picture_wide": (
        "Conseil. Modèle {file} : une image a {field} cm de large, plus que la place qu'elle a"
        " ({near} cm), et serait coupée. Réduisez-la dans Word (Format de l'image, Largeur)."
    ),
    "template_advice.picture_silent": (
        "Conseil. Modèle {file} : une image n'a pas de texte de remplacement, que lisent ceux qui"
        " ne la voient pas. Clic droit, Texte de remplacement : par exemple « Logo » et votre nom."
    ),
    "template_advice.other_language": (
        "Conseil. Modèle {file} : une bonne part de son texte semble être en {field}. La fin du"
        " nom dit la langue : rien pour le français, .nl, .de ou .en pour les autres."
    ),
}
