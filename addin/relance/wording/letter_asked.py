"""How a sentence asks for a sum, and how it adds another to it, in the four languages.

« Reste à payer : {{ total }} » and « pour régler {{ total }} par virement » ask for nothing: there
is no request in them. The shapes are read on a text without accents nor capitals.
"""

import re

_FR_PAY = (
    r"(?:regl(?:er|ez)|pay(?:er|ez)|vers(?:er|ez)|vir(?:er|ez)|acquitt(?:er|ez)|sold(?:er|ez))"
)
_FR_ASK = (
    r"(?:remerci\w*|merci|demand\w+|pri(?:ons|er|e)|invit\w+|veuillez|bien vouloir|met\w+ en"
    r" demeure"
    r"|somm(?:ons|er|e)|requerons|devez|attendons)"
)
REQUESTS: dict[str, re.Pattern[str]] = {
    "fr": re.compile(
        rf"(?<!\w)(?:{_FR_ASK}(?!\w).*?(?<!reste a )(?<!restant a )(?<!\w){_FR_PAY}(?!\w)"
        r"|(?<!\w)(?:attendons le|proceder au|effectuer le|exigeons le|demandons le) (?:\w+ )?"
        r"(?:reglement|paiement|versement|virement) d[eu]"
        r"|(?:^|[,:] )(?:donc |alors )?(?:regl|pay|vers|vir|acquitt|sold)ez(?!\w))"
    ),
    "nl": re.compile(
        r"(?<!\w)(?:(?:verzoek\w*|vra(?:ag|gen)|gelieve|wil(?:t|len)?|dank\w*|sommeren|graag"
        r"|stellen u in gebreke).*?(?:beta(?:al|len)|te maken|maken|voldoen|vereffenen|storten)"
        r"|(?:^|[,:] )(?:betaal|stort|vereffen|voldoe))(?!\w)"
    ),
    "de": re.compile(
        r"(?<!\w)(?:(?:bitten?|fordern|ersuchen|danken|mochten).*?"
        r"(?:zahlen|bezahlen|uberweisen|begleichen|zahlung)"
        r"|(?:^|[,:] )(?:zahlen|bezahlen|uberweisen|begleichen) sie)(?!\w)"
    ),
    "en": re.compile(
        r"(?<!\w)(?:(?:please|kindly|ask you|asking you|request\w*|grateful|require you|demand"
        r"|invite you|thank you|you must|have to|formal notice).*?(?:pay|settle|remit|transfer"
        r"|send us)"
        r"|(?:^|[,:] )(?:pay|settle|remit|transfer))(?!\w)"
    ),
}
# A sentence that begins so is about another case than the one that the letter is in.
CASE = re.compile(r"(?:si|s'il|pour|afin|indien|als|om|falls|wenn|um|if|to|in order)(?!\w)")
# What stands before an account or a page is the name of a line.
LABELS = re.compile(r"(?:transfer to|pay online|sommes? a (?:virer|payer|regler))(?!\w)")
OPEN = re.compile(r"[⟦⟧]")

# What adds a sum to the one before it; "dont" and its like say that it is inside.
ADDED = (
    r"(?: ?\((?:[^()]*)\))?(?: ttc| tvac)?(?: (?:[àa]|te|zu|to) \w{1,20})?,? ?"
    r"(?:\+|plus|et|ainsi qu[e']"
    r"|augmentee?s? d\w+|majoree?s? d\w+|outre|avec|au(?:xquels|quel) s['’]ajoute\w*|en|evenals"
    r"|vermeerderd met|verhoogd met|und"
    r"|sowie|zuzuglich|zuzüglich|zzgl\.?|and|as well as|together with)"
    r"(?: (?!dont|soit|davon|inbegrepen|waarvan|including|of which)[\w'àâéèêëîïôöûüùç]+){0,6}? ?:?"
    r" ?"
)
