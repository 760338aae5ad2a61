"""How a sentence claims an interest, an indemnity or a fee that a consumer does not owe (yet).

A sentence claims when it names a charge and says that it is due, added or asked for, without saying
that none is. « Passé ce délai, une indemnité vous sera réclamée » announces what comes later. The
shapes are read on a text without accents nor capitals.

Source: CDE XIX.2 and XIX.4 (nothing is due during the first, free reminder to a Belgian consumer);
CPCE L111-8 (a French consumer bears no cost of collection without a title); C. com. L441-10 and
D441-5 (the fixed sum is between professionals).
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Charges:
    """How a language names charges, claims them, puts them off and denies them."""

    interest: str
    fee: str
    claimed: str  # is due, is added, is asked for
    now: str  # a time that has come, whatever the verb
    later: str  # a time that has not come, or a condition
    none: str  # that nothing is claimed


CHARGES: dict[str, Charges] = {
    "fr": Charges(
        r"interets? (?:de retard|moratoires?|legaux|legal|conventionnels?|contractuels?)"
        r"|(?:des|les|un|d'|aux|l') ?interets?(?! (?:que|a|de (?:votre|notre)))",
        r"indemnites?|indemnisation|penalites?|majorations?|clauses? penales?|dommages"
        r"|frais(?! (?:bancaires?|de banque|de virement|de change|de port))|forfait(?:aire)?",
        r"(?:est|sont|sera|seront|serait|seraient|reste(?:nt)?|devien\w+) (?:\w+ ){0,3}?(?:due?s?"
        r"|exigibles?|(?:reclam|ajout|appliqu|factur|compt|demand|imput|port)ee?s?|acquis\w*"
        r"|a (?:payer|regler|verser)|comprise?s?|incluse?s?)"
        r"|s'ajout\w+|(?:reclam|ajout|factur|compt|appliqu|demand|exige)ons|due?s?|exigibles?|devez"
        r"|redevables?|cour(?:ent|t)|(?:major|augment)ee?s? d\w*|payer|regler|verser|acquitter"
        r"|ajouter|reglez|payez|a votre charge|s'elevent?",
        r"aujourd'hui|maintenant|immediatement|desormais|d'ores et deja|a ce jour|de ce jour"
        r"|sans (?:delai|attendre)|des (?:a present|reception|l'echeance)",
        r"passe (?:ce|le|un|cette)|apres (?:ce|le|un|cette|l'expiration)(?! jour)"
        r"|a (?:l'expiration|l'issue|l'echeance|la fin) d|au-?dela|a defaut|faute de|si|en cas de"
        r"|lorsqu\w+|ulterieur\w*|avant (?:la fin|l'expiration)|a partir du|tout retard",
        r"aucune?s?|ni|sans (?:frais|interets?|indemnites?|penalites?|majoration)|jamais"
        r"|(?:n'(?:est|etes|y a|avez (?=pas a)|entrain|ajout|appliqu|exige)\w*|ne (?:vous )?(?:sont"
        r"|ser|dev|demand|reclam|factur|compt|comport)\w*)[\w' ]{0,16}? ?(?:pas|plus)|pas d[e']"
        r"|renonc\w+|hors|faisons grace",
    ),
    "nl": Charges(
        r"\w*interest\w*|\w*intrest\w*|rente",
        r"\w*vergoeding\w*|boetes?|schadebeding\w*|toeslag\w*|verhoging(?:en)?"
        r"|(?<!bank)(?<!kost)\w*kosten(?! van de overschrijving)",
        r"verschuldigd|gevorderd|gevraagd|aangerekend|opeisbaar|toegevoegd|bijgeteld|geeist"
        r"|gefactureerd|(?:vragen|vorderen|eisen|rekenen|voegen|tellen) (?:wij|we)"
        r"|(?:wij|we) (?:\w+ )?(?:vragen|vorderen|eisen|rekenen|voegen|tellen)|te betalen|betaal"
        r"|lopen|(?:ver|ge)meerderd met|verhoogd met|komt erbij|bovenop",
        r"vandaag|nu|onmiddellijk|thans|vanaf heden|meteen",
        r"na (?:afloop|het verstrijken|deze|die|de)|zonder betaling|bij gebreke|indien|als|wanneer"
        r"|daarna|later|nadien|bij \w*laattijdige",
        r"geen|noch|niet|nooit|zonder (?:(?:de )?\w*kosten|\w*interesten|vergoeding)",
    ),
    "de": Charges(
        r"\w*zins(?:en)?",
        r"\w*entschadigung\w*|\w*pauschale|\w*gebuhr(?:en)?|(?<!bank)\w*kosten|\w*zuschlag"
        r"|\w*strafe",
        r"fallig|geschuldet|verlangt|gefordert|berechnet|erhoben|hinzugerechnet|addiert"
        r"|schulden sie|(?:verlangen|fordern|berechnen|erheben) wir"
        r"|wir (?:\w+ )?(?:verlangen|fordern|berechnen|erheben|addieren)|zu zahlen|zahlen sie"
        r"|laufen|zuzuglich|hinzu",
        r"heute|jetzt|sofort|nunmehr|ab sofort",
        r"nach (?:ablauf|dieser|der|diesem)|wenn|falls|bei (?:jedem|nicht\w*|verzug)|sollten?"
        r"|danach|spater|andernfalls",
        r"keine?\w*|weder|nicht|nie|ohne (?:kosten|zinsen|gebuhren)",
    ),
    "en": Charges(
        r"interest(?! in)",
        r"compensation|penalt(?:y|ies)|surcharges?|indemnit(?:y|ies)"
        r"|(?<!bank )(?:fees?|costs?|charges)|fixed sum",
        r"due|payable|owed|claimed|charged|added|included|applicable"
        r"|(?:we|i) (?:\w+ )?(?:claim|charge|add|request|demand)|you (?:\w+ )?owe|pay|accrues?|runs"
        r"|plus|running|accruing",
        r"today|now|immediately|at once|hereby",
        r"after (?:that|this|the)|failing|if|unless|in the event|otherwise|thereafter|any late",
        r"no|neither|nor|not|never|without (?:costs?|interest|charge|fees?)|free of|excluding",
    ),
}  # fmt: skip
CLAUSES = re.compile(
    r"(?<=[.;:!?])\s|\n|, (?:mais|toutefois|cependant|maar|aber|jedoch|but)(?!\w)"
)  # fmt: skip
