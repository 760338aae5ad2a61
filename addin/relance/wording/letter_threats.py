"""Threats that no letter makes: prison, police, press, and telling others of a debt.

A creditor that speaks of a debt to the debtor's bank, customers or family breaks the secrecy of
their affairs; one that speaks of prison or of the police misleads about what a debt can bring. What
the debtor is asked to do with their own bank (« informez votre banque ») is no threat: a threat has
the sender as its subject, or says what will be done to a third party.

Source: C. conso. L121-6 and CDE VI.101 (aggressive practices); CDE XIX.11 (nobody but the debtor is
told of the debt); C. pénal 312-1 and 312-10 (threats to reveal something).
"""

# As in letter_words: what a reader is told -> the shape, without accents nor capitals.
_NEAR = r"[^.;!?|]{0,60}?"

# --- French ----------------------------------------------------------------------------------
_FR_OWN = (
    r"(?:votre|vos) (?:\w+ )?(?:banqu\w+|etablissements? (?:bancaires?|de credit)|clients?"
    r"|clientele|fournisseurs?|partenaires?|voisin\w*|famille|proches|parents|epou\w+|mari|femme"
    r"|enfants|associes?|actionnaires?|assur\w+|bailleur\w*|proprietaire|salarie\w*|personnel"
    r"|collaborateurs?|collegues|concurrents?|confreres|donneurs? d'ordres?|entourage|gardien"
    r"|concierge|syndic|ordre|federation|administrateurs?|patron\w*|employeurs?|superieur\w*"
    r"|direction|expert-comptable|comptables? externe|hierarchie)"
)
_FR_ALL = (
    r"(?:la|les|le|l'|aux?|des|du|de la) ?(?:presse|medias?|journa(?:ux|listes?)|television|radio"
    r"|reseaux sociaux|internet|voisin\w*|voisinage|fisc|urssaf|administration fiscale|autorites?"
    r"|services? fisca\w+|inspection|impots|prefecture|mairie|concurrents?|banque|banquier"
    r"|professionnels? d[ue]|place publique|marche)"
)
_FR_WHO = rf"(?:{_FR_OWN}|{_FR_ALL})"
_FR_TELL = r"(?:inform|avis|alert|avert|contact|signal|denonc|divulgu|communiqu|diffus|revel|parl)"

# --- Dutch -----------------------------------------------------------------------------------
_NL_WHO = (
    r"(?:uw (?:\w+ )?(?:bank\w*|klant\w*|clienteel|leverancier\w*|partners?|familie|buren|ouders"
    r"|verhuurder|huisbaas|vennoten|aandeelhouders?|personeel|medewerkers|collega\w*|verzekeraar"
    r"|omgeving|boekhouder|concurrent\w*)|de (?:pers|media|kranten|fiscus|buren|overheid"
    r"|autoriteiten"
    r"|sociale media|belastingdienst)|sociale media)"
)
_NL_TELL = (
    r"(?:informeren|verwittigen|inlichten|waarschuwen|contacteren|aanspreken|benaderen|melden"
    r"|brengen|stellen|lichten|stappen|gaan)"
)
_NL_DONE = (
    r"(?:ge(?:informeerd|contacteerd|waarschuwd)|verwittigd|ingelicht|op de hoogte|in kennis)"
)

# --- German ----------------------------------------------------------------------------------
_DE_WHO = (
    r"(?:ihr(?:e[nmrs]?)? (?:\w+ )?(?:\w*bank(?:en)?|kreditinstitut\w*|kund\w*|lieferant\w*"
    r"|partner\w*|geschaftspartner\w*|famili\w*|angehorige\w*|nachbar\w*|eltern|vermieter\w*"
    r"|gesellschafter\w*|mitarbeiter\w*|kolleg\w*|versicher\w*|umfeld|steuerberater\w*)"
    r"|(?:die|der|den|an die|bei der) (?:presse|medien|zeitung\w*|offentlichkeit|behorden?"
    r"|finanzamt|nachbarn)|(?:das|dem) finanzamt|soziale[nr]? (?:medien|netzwerke\w*))"
)
_DE_TELL = (
    r"(?:informieren|benachrichtigen|kontaktieren|verstandigen|unterrichten|ansprechen|wenden"
    r"|einschalten|melden|anschreiben|mitteilen|gehen)"
)
_DE_DONE = r"(?:informiert|benachrichtigt|kontaktiert|verstandigt|unterrichtet|eingeschaltet)"

# --- English ---------------------------------------------------------------------------------
_EN_WHO = (
    r"(?:your (?:\w+ )?(?:bank\w*|customers?|clients?|suppliers?|partners?|family|relatives"
    r"|neighbou?rs?|parents|landlord|shareholders?|staff|employees|colleagues|insurers?|accountant"
    r"|competitors|friends)|(?:the|to) (?:press|media|newspapers?|public|tax (?:office|authorit\w+)"
    r"|authorities|neighbou?rs)|social (?:media|networks))"
)
_EN_TELL = (
    r"(?:(?:inform|notify|contact|tell|alert|warn|report|approach)(?:ing)?|write to|writing to|call"
    r"|speak to|go|turn|post)"
)

THREATS: dict[str, dict[str, str]] = {
    "fr": {
        "prison": (
            r"(?<!rue de la )prisons?|emprisonn\w+|incarcer\w+"
            r"|derriere les barreaux|garde a vue|arrestation"
        ),
        "police": (
            r"(?<!rue de la )(?<!place de la )(?:polices?(?! (?:d'|d |de caract|n\b|no\b|numero"
            r"|assurance))|policiers?|gendarmes?|gendarmerie|commissariats?|procureur\w*)"
        ),
        "délit": r"delits?|delictue\w+|escroqu\w+|abus de confiance|delinquan\w+",
        "dans la presse": (
            r"(?:a|dans|par|via|aupres de|devant) la presse|(?:alert|prevenir|previend|contact"
            r"|inform|saisi)\w* la presse|articles? de presse|communiques? de presse"
            r"|rend(?:re|rons|ue?s?) publi(?:c|cs|que|ques)|place publique"
            r"|mauvaise publicite|nous (?:posterons|laisserons|ecrirons)[^.;!?]{0,40}(?:internet"
            r"|google"
            r"|avis|commentaires?)"
        ),
        "nous informerons votre banque": (
            rf"nous (?!vous )(?:en |l'|n'hesiterons pas a )?{_FR_TELL}\w*ons{_NEAR}{_FR_WHO}"
            rf"|nous (?!vous )(?:en |nous )?(?:prev(?:iendr|en)|fer|port|prendr|rapprocher"
            rf"|adresser)ons"
            rf"{_NEAR}{_FR_WHO}"
            r"|nous (?!vous )(?:nous )?(?:sommes|serons|serions|devrons|devons|allons|pourrons"
            r"|pouvons|pourrions|reservons|n'hesiterons|procederons|envisageons|verrons|voyons)"
            rf"{_NEAR}(?:{_FR_TELL}er|prevenir|avertir|faire|ecrire|prendre"
            rf"|rapprocher){_NEAR}{_FR_WHO}"
            rf"|j(?:e |')(?:{_FR_TELL}|previend)\w*rai{_NEAR}{_FR_WHO}"
            rf"|{_FR_WHO} (?:\w+ )?(?:en )?(?:sera|seront|serait|seraient|va etre|vont etre)"
            rf" (?:\w+ )?(?:{_FR_TELL}e|prevenu|averti|saisi|mis)\w*"
            rf"|a la connaissance de {_FR_WHO}"
            rf"|nous (?:vous )?le ferons savoir{_NEAR}{_FR_WHO}"
            r"|(?:signale|divulgue|revele|diffuse|denonce)(?:e|s|es|ment)? (?:[\w']+ ){0,4}?"
            rf"(?:a|aupres de|sur|chez) ?{_FR_WHO}"
        ),
        "saisir vos comptes": (
            r"(?:saisir|bloquer|geler|blocage de|gel de) (?:de )?(?:tous )?(?:vos|votre|les|le)"
            r" (?:comptes?|biens?|salaires?|meubles?|vehicules?|actifs|avoirs)"
        ),
        "interdit bancaire": (
            r"interdi(?:t|te|ts|ctions?) (?:bancaires?|de gerer|d'emettre)"
            r"|vous (?:etes|serez|seriez) fichee?s?"
            r"|centrale des incidents|incidents? de paiements? (?:de|a) la banque"
        ),
    },
    "nl": {
        "gevangenis": r"gevangeni\w+|celstraf\w*|opsluit\w+|hechtenis|arrestatie",
        "politie": r"(?:de )?politie|parket|procureur\w*",
        "misdrijf": r"misdrij\w+|oplicht\w+|bedrog|misdaad",
        "in de pers": r"(?:in|via|naar|aan|bij) de (?:pers|media|krant\w*)|openbaarmak\w+",
        "wij verwittigen uw bank": (
            rf"(?:wij|we|ik)(?! verzoeken| vragen| raden|"
            rf" danken)\b{_NEAR}\b{_NL_TELL}\b{_NEAR}{_NL_WHO}"
            rf"|(?:zullen|gaan|moeten|kunnen) (?:wij|we){_NEAR}{_NL_WHO}{_NEAR}\b{_NL_TELL}\b"
            rf"|(?:wij|we) (?:zullen|gaan|moeten|kunnen"
            rf"|zouden){_NEAR}{_NL_WHO}{_NEAR}\b{_NL_TELL}\b"
            rf"|{_NL_WHO} (?:wordt|worden|zal|zullen|zou){_NEAR}{_NL_DONE}"
        ),
    },
    "de": {
        "Gefängnis": r"gefangnis\w*|freiheitsstrafe\w*|haftstrafe\w*|haftbefehl\w*|inhaftier\w+",
        "Polizei": r"polizei\w*|staatsanwalt\w*",
        "Betrug": r"betrug\w*|betrueger\w*|straftat\w*|eingehungsbetrug",
        "an die Presse": (
            r"(?:an|in|bei) (?:die|der) (?:presse|medien|offentlichkeit)|an die zeitung\w*"
        ),
        "wir informieren Ihre Bank": (
            rf"wir (?!bitten|empfehlen|danken|raten){_NEAR}\b{_DE_TELL}\b{_NEAR}{_DE_WHO}"
            rf"|wir (?:werden|mussen|konnen|wollen){_NEAR}{_DE_WHO}{_NEAR}\b{_DE_TELL}\b"
            rf"|(?:werden|mussen|konnen) wir{_NEAR}{_DE_WHO}{_NEAR}\b{_DE_TELL}\b"
            rf"|informieren wir{_NEAR}{_DE_WHO}"
            rf"|{_DE_WHO} (?:wird|werden){_NEAR}{_DE_DONE}"
        ),
    },
    "en": {
        "prison": r"prisons?|jail\w*|imprison\w*|arrest(?:ed|s)?|behind bars",
        "police": r"police(?! station road)|prosecut\w+",
        "fraud": r"frauds?|fraudulent\w*|theft",
        "in the press": r"(?:in|to|through|via) the (?:press|media|newspapers?)|go(?:ing)? public",
        "we will inform your bank": (
            rf"we (?!ask|invite|kindly|suggest|recommend|would ask|thank){_NEAR}\b{_EN_TELL}\b"
            rf"{_NEAR}{_EN_WHO}"
            rf"|{_EN_WHO} (?:will|would|may|shall) be (?:\w+ )?(?:informed|notified|contacted|told"
            r"|alerted|warned)"
        ),
    },
}  # fmt: skip
