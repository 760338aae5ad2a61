"""Costs that a letter would lay on the debtor, where the law leaves them to the creditor.

Without a title the costs of collection stay with the creditor, but for the fixed sum, which has a
field of its own. A letter may say that nothing is claimed; it may leave the bank's charges for a
transfer to whoever pays.
Source: CPCE L111-8 (costs without a title); C. com. L441-10 (fixed sum); CDE XIX.4 (nothing else
from a Belgian consumer).
"""

_NEAR = r"[^.;!?|]{0,70}?"

_FR_COST = (
    r"(?<!aucun )(?<!aucuns )(?<!aucune )(?<!sans )(?<!pour )(?<!pas de )(?<!ni )(?<!hors )"
    r"(?:frais(?! (?:bancaires?|de banque|de virement|de change))|honoraires|depens|debours"
    r"|couts?|emoluments|debourses)"
)
_FR_YOURS = (
    r"(?<!pas )(?:a|en|sous) votre (?:entiere |seule |propre )?charge|vous incomb\w+"
    r"|(?:imputables?|reclames?|demandes?|refacturables?) a votre societe"
    r"|(?<!ne )vous (?:sont|seront|seraient|serait|sera|etre|est) (?:egalement |aussi |en outre"
    r" |alors |integralement )?"
    r"(?:re)?(?:factur|reclam|imput|compt|demand|repercut|port|appliqu)\w+"
    r"|(?:seront|sera|sont) (?:\w+ )?(?:mis|laisses|portes|ajoutes|repercutes|refactures"
    r"|(?:support|assum|pay|rembours|pris)\w* (?:en charge )?par vo\w+)|s'ajouter\w+|viendr\w+"
    r" s'ajouter|en sus"
)
_NL_COST = (
    r"(?<!geen )(?<!zonder )(?:\w*kosten(?! van de overschrijving)|ereloon|erelonen|honorari\w+)"
)
_DE_COST = (
    r"(?<!keine )(?<!keinerlei )(?<!ohne )(?:\w*(?<!bank)kosten|\w*gebuhren|\w*honorare?|spesen)"
)
_EN_COST = (
    r"(?<!no )(?<!without )(?<!bank )(?:(?:[a-z]+ )?(?<!bank )(?:costs|fees|expenses|charges))"
)

COSTS: dict[str, dict[str, str]] = {
    "fr": {
        "frais à votre charge": (
            rf"{_FR_COST}{_NEAR}(?:{_FR_YOURS})"
            rf"|(?<!ne )(?<!sans )(?:mettr\w+|laisser\w*|mis(?:es?)?) a votre charge{_NEAR}"
            r"(?:frais|honoraires|depens|couts)"
            r"|(?<!n')(?<!ne )(?:supporter\w*|rembourser\w*|assumer\w*|prendre en charge)"
            r" (?:de )?(?:tou(?:s|te) )?(?:l'integralite |l'ensemble |la totalite )?"
            r"(?:les|nos|des|de nos) (?:frais(?! (?:bancaires?|de virement))|honoraires|couts"
            r"|depens)"
        ),
        "honoraires de recouvrement": (
            r"honoraires (?:de |d'|du |des )(?:recouvrement|contentieux|procedure|poursuite|relance"
            r"|gestion)s?"
        ),
        "frais supplémentaires": (
            r"(?<!aucun )(?<!sans )(?<!de )(?:frais (?:supplementaires?|additionnels?|annexes"
            r"|complementaires?|de penalite|d'impaye|de retard|de courrier|d'envoi|postaux|de"
            r" poste)"
            r"|surcouts?)"
        ),
        "majoration appliquée": (
            r"(?<!aucune )(?<!sans )majorations?(?: (?:automatiques?|forfaitaires?|de plein"
            r" droit))?"
            rf"{_NEAR}(?:de retard|vous|s'appliquer\w*|appliquee?s?|applicable|due)"
        ),
    },
    "nl": {
        "kosten te uwen laste": (
            rf"{_NL_COST}{_NEAR}(?:(?:te uwen|ten uwen|te uwer) laste|ten laste van u|(?:voor|op)"
            rf" uw rekening|vallen u"
            r"|worden (?:\w+ )?(?:aan )?u (?:\w+ )?(?:aangerekend|gefactureerd|doorgerekend)"
            r"|aan u (?:\w+ )?(?:aangerekend|gefactureerd|doorgerekend|verhaald)"
            r"|(?:zullen|worden)[^.;!?|]{0,20} (?:aangerekend|doorgerekend|op u verhaald))"
        ),
        "bijkomende kosten": (
            r"(?<!geen )(?:bijkomende|extra|aanvullende|buitengerechtelijke|gerechtelijke) kosten"
            r"(?! verschuldigd)"
        ),
        "honorarium van de advocaat": r"honorari\w+ van (?:onze|de|een) (?:advoca\w+|raads\w+)",
        "toeslag": r"(?<!geen )(?:toeslag(?:en)?|opslag|verhoging(?:en)?)",
    },
    "de": {
        "Kosten zu Ihren Lasten": (
            rf"{_DE_COST}{_NEAR}(?:zu ihren lasten|gehen an sie|tragen sie|ihnen (?:\w+ )?"
            r"(?:in rechnung|berechnet|auferlegt|belastet|angelastet)|von ihnen (?:zu )?(?:getragen"
            r"|tragen|ubernehmen|erstatte\w*))"
            rf"|(?:tragen|ubernehmen|erstatten) sie {_NEAR}\w*(?:kosten|gebuhren|honorar\w*)"
            rf"|ihnen {_NEAR}\w*(?:kosten|gebuhren|honorar\w*) (?:in rechnung|berechne\w+"
            rf"|auferleg\w+)"
        ),
        "zusätzliche Kosten": (
            r"(?:zusatzliche|weitere|anfallende|samtliche|alle) (?:kosten|gebuhren)"
            r"|inkasso(?:kosten|gebuhr\w*)"
        ),
        "Honorar des Anwalts": r"honorare? (?:des|unseres|eines) \w*(?:anwalts|beistands)",
        "Zuschlag": r"(?<!keinen )(?<!ohne )(?:saumnis|verspatungs|mahn)?zuschlag\w*|aufschlag\w*",
    },
    "en": {
        "costs at your expense": (
            rf"{_EN_COST}{_NEAR}(?:(?:at|to) your (?:own )?(?:expense|cost|charge)|(?:be"
            rf" )?(?:borne|paid)"
            r" by you|(?<!not )(?:be |are )?(?:charged|passed on|billed|invoiced|added) to (?:you"
            r"|your)"
            r"|payable by you|recovered from you)"
            r"|you (?:will|shall|must|would) (?:also )?(?:bear|pay|reimburse|be (?:liable|charged)"
            r" for)"
            rf"{_NEAR}(?:costs|fees|expenses|charges)"
        ),
        "additional costs": (
            r"(?<!no )(?<!without )(?:additional|extra|further|debt recovery|collection)"
            r" (?:costs|charges|fees|expenses)"
        ),
        "surcharge": r"(?<!no )(?<!without )surcharges?|late fees?",
    },
}
