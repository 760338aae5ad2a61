"""Percentages and bare sums that a person typed: of what is claimed, not of anything else.

« Papier recyclé à 100 % », « escompte pour paiement anticipé : 0 % » and « acompte de 30 % » claim
nothing. « Majoration de 15 % » and « frais de 75 » claim what no field computes. What a number is
about is the nearest of these words in its sentence. The shapes are read on a text without accents
nor capitals.
"""

import re

_UNITS = (
    r"(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
)
_TENS = (
    r"|vingt|trente|quarante|cinquante|soixante|cent|(?:[a-z]+tien)|tien|vijf|acht|twintig|dertig"
)
_GERMAN = (
    r"|(?:[a-z]*zehn)|funf|sechs|acht|zwolf|zwanzig|dreissig|five|six|eight"
    r"|ten|twelve|(?:[a-z]+teen)|twenty|thirty|fifty|hundred)"
)
_WORD = f"{_UNITS}{_TENS}{_GERMAN}"
PERCENT = re.compile(
    rf"(?<![\w.,])(?:(?P<number>\d[\d .,]{{0,24}})|{_WORD}(?:[ -]{_WORD}){{0,3}}) ?"
    r"(?:%|(?:pour[ -]?cents?|procents?|prozent|per ?cent|p\. ?c\.|pct|v\.? ?h\.)(?!\w))"
)
NOTHING = re.compile(r"[0., ]+")  # 0 %

# What a percentage may be about: nothing that is claimed here.
_FREE = (
    r"escomptes?|remises?|ristournes?|rabais|reductions?|avoirs?|acomptes?|arrhes|credit d'impot"
    r"|recycle\w*|tva|btw|mwst|vat|capital|kapitaal|kapital|korting|voorschot|gerecycle\w+|skonto"
    r"|rabatt\w*|nachlass|anzahlung|recycelt\w*|discounts?|rebates?|deposits?|recycled|retenue"
    r"|garantie|subvention|progression|chiffre d'affaires"
)
_CLAIMED = (
    r"major\w+|augment\w+|penalit\w+|indemnit\w+|interets?|taux|clauses?|frais|supplement\w*"
    r"|en sus|en plus|de plus|reclam\w+|dommages|forfait\w*|sanctions?|amendes?|agios?|surcout"
    r"|ajout\w+|exigib\w+|accessoires|redevables?|penale"
    r"|verhog\w+|verhoogd|vermeerder\w+|boete\w*|\w*vergoeding\w*|schadebeding|intrest\w*"
    r"|interest\w*|\w*rente\w*|\w*kosten|toeslag\w*|bijkomend\w*|bovenop|extra|opslag|aangerekend"
    r"|bovendien|meer(?! dan)|toe ?(?:te )?voegen|voeg\w*"
    r"|\w*zuschlag\w*|\w*aufschlag\w*|erhoh\w+|\w*zins\w*|\w*strafe|\w*entschadigung|pauschale?"
    r"|\w*gebuhr\w*|zusatzlich\w*|\w*schadenersatz|schadensersatz|zuzuglich"
    r"|mehr(?! als)|hinzu\w*|addier\w+"
    r"|surcharges?|penalt\w+|increase\w*|charges?|fees?|costs?|compensation|on top|additional"
    r"|damages|fines?|uplift|late|add(?:ed|ing)?|extra|more(?! than)"
)
PRICES = re.compile(  # what goes up by a percentage and is not claimed here
    r"(?<!\w)(?:(?:nos|les) (?:prix|tarifs)|onze (?:prijzen|tarieven)|unsere preise|our"
    r" prices)(?!\w)"
)
ABOUT = re.compile(rf"(?<!\w)(?:(?P<free>{_FREE})|(?P<claimed>{_CLAIMED}))(?!\w)")
SENTENCES = re.compile(r"(?<=[.;!?])\s|\t")

# A sum without its currency, right after what it is for; years, days, articles are none.
_SUM = (
    r"(?:frais|honoraires|majorations?|supplements?|forfaits?|forfaitaires?|penalites?|indemnites?"
    r"|dommages(?:[ -]interets)?|amendes?|agios?|surcouts?|sommes?|montants?|soldes?"
    r"|\w*kosten|\w*vergoeding|bedrag|som|boete|toeslag|schadebeding"
    r"|\w*gebuhr(?:en)?|betrag|summe|\w*zuschlag|\w*pauschale|\w*entschadigung"
    r"|fees?|costs?|charges?|penalty|penalties|surcharge|sum|amount|balance)"
)
_NO_SUM = (
    r"(?: ?%| ?(?:\d+ ?)?(?:pour ?cent|procent|prozent|per ?cent|jours?|mois|semaines?|ans?\b"
    r"|annees?"
    r"|heures?|h\b|fois|points?|factures?|relances?|rappels?|courriers?|lettres?|pages?"
    r"|exemplaires?"
    r"|dagen|weken|maanden|jaar|facturen|tage|wochen|monate|rechnungen|days|weeks|months|years"
    r"|invoices|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre"
    r"|decembre|er\b|eme|e\b|januari|februari|maart|april|mei|juni|juli|augustus|oktober|januar"
    r"|februar|marz|dezember|january|february|march|may|june|july|august|september|october|november"
    r"|december)|[/-]\d)"
)
_BEFORE_ONE = r"(?<!art)(?<!article)(?<!articles)(?<!artikel)(?<!no)(?<!du)(?<!le)(?<!au)(?<!page)"
SUM = re.compile(
    rf"(?<!\w)(?P<what>{_SUM})(?!\w)[^.;|!?\d]{{0,30}}?{_BEFORE_ONE}"
    r"(?:[ :(=]|^)(?P<sum>(?!20\d\d(?![\d.,]))\d+(?:[ .,]\d+){0,8})(?![\d\w])"
    rf"(?!{_NO_SUM})"
    r"|(?<![\w.,/-])(?P<first>\d+(?:[ .,]\d+){0,8}) (?:de |d'|a titre de |pour |aan |an |in |of )"
    rf"{_SUM}(?!\w)"
)
# Two decimals after a comma, or a Dutch price: a sum, whatever is said around it.
DECIMALS = re.compile(
    r"(?<![\w.,/-])(?:\d{1,3}(?:[ .]\d{3}){1,8}|\d+),(?:\d\d|-)(?![\d,]|\.\d| ?(?:%|pour ?cent"
    r"|procent|prozent))"
)
