"""Amounts, days and delays that a person typed into a template: the same in each letter.

The shapes are read on a text as it is written, accents and all, whatever the case.
"""

import re

ACTION_STYLE = "Action demandée"  # of the paragraph that says what is asked, in our Word templates

_NUMBER = r"\d[\d .,'\u2019]*"
_MONEY = r"(?:€|\$|£|euros?|eur|usd|gbp|chf)"
# "SARL au capital de 10 000 €" is not an amount that a letter asks for.
_CAPITAL = r"(?:capital|kapitaal|\w*kapital)\b[^.;]{0,25}?"
AMOUNT = re.compile(
    rf"(?P<spared>{_CAPITAL})?(?:(?<![\w.,])(?:{_NUMBER} ?{_MONEY}(?!\w)|{_MONEY} ?\d[\d .,]*))",
    re.IGNORECASE,
)

_MONTHS = (
    r"janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|januar|februar|m[äa]rz|august|dezember|january|february|march|may|june|july|october"
)
# "loi du 4 mai 2023" is the date of a text.
_TEXT = r"(?:loi|d[ée]cret|ordonnance|arr[êe]t[ée]|directive|wet|gesetz|act)\b[^.;]{0,40}?"
DAY = re.compile(
    rf"(?P<spared>{_TEXT})?(?<![\w/.-])"
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{1,2}}(?:er|\.)? (?:{_MONTHS})\b(?: \d{{4}})?)",
    re.IGNORECASE,
)
_COUNT = (
    r"(?:\d+|huit|dix|quinze|trente|acht|tien|veertien|vijftien|dertig|zehn|vierzehn|f[üu]nfzehn"
    r"|eight|ten|fourteen|fifteen|thirty)"
)
DELAY = re.compile(
    rf"(?<!\w)(?:(?:sous|d'ici|dans les|dans un d[ée]lai de) {_COUNT} (?:jours?|semaines?|mois)"
    rf"|binnen (?:de |een termijn van )?{_COUNT} (?:dagen|weken)"
    rf"|(?:binnen|innerhalb(?: von)?) {_COUNT} (?:tagen|wochen)"
    rf"|within {_COUNT} (?:days|weeks))(?!\w)",
    re.IGNORECASE,
)
