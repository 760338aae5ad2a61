"""Amounts, days and delays that a person typed into a template: the same in each letter.

The shapes are read on a text as it is written, accents and all, whatever the case.
"""

import re

ACTION_STYLE = "Action demandée"  # of the paragraph that says what is asked, in our Word templates

_NUMBER = r"\d[\do .,'\u2019]{0,24}"  # bounded, as all that may repeat: read in no time
_MONEY = r"(?:k ?)?(?:€|\$|£|euros?|eur|usd|gbp|chf)"
# Numbers in words, in the four languages; Dutch and German write theirs in one word.
_WORD = (
    r"(?:z[ée]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    r"|seize|vingts?|trente|quarante|cinquante|soixante|septante|octante|huitante|nonante|cents?"
    r"|mille|millions?"
    r"|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand"
    r"|een|[ée][ée]n|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w+tien|\w*tig"
    r"|\w*(?:honderd|duizend)\w*"
    r"|ein|zwei|drei|f[üu]nf|sechs|sieben|neun|zehn|zw[öo]lf|\w+zehn|\w*(?:zig|[ßs]ig)"
    r"|\w*(?:hundert|tausend)\w*)"
)
_IN_WORDS = (
    rf"{_WORD}(?:[ -](?:(?:et|and|en|und)[ -])?{_WORD}){{0,12}}"
    r" (?:d')?(?:euros?|eur|€|dollars?|francs?|livres|pounds?)(?!\w)"
)
# "SARL au capital de 10 000 €", "garantie financière de 120 000 €" ask for nothing.
_CAPITAL = (
    r"(?:capital|kapitaal|\w{0,20}kapital|garanties? financi[èe]res?|responsabilit[ée] civile"
    r"|prix d'un appel|appel (?:factur[ée]|tax[ée]))\b[^.;]{0,25}?"
)
AMOUNT = re.compile(
    rf"(?P<spared>{_CAPITAL})?"
    rf"(?:(?<![\w.,])(?:{_NUMBER} ?{_MONEY}(?!\w)|{_MONEY} ?\d[\d .,]{{0,24}})"
    rf"|(?<![\w-]){_IN_WORDS})",
    re.IGNORECASE,
)

# An account is the invoice's: one that is typed would be paid whatever the invoice says.
_D, _A = r"(?:[ .-]?\d)", r"(?:[ .-]?[0-9A-Z])"
ACCOUNT = re.compile(
    rf"(?<!\w)(?:(?:FR|MC)\d\d{_D}{{10}}{_A}{{11}}{_D}{{2}}|BE\d\d{_D}{{12}}|LU\d\d{_D}{{3}}{_A}{{13}}"
    rf"|DE\d\d{_D}{{18}}|(?:NL|GB|IE)\d\d ?[A-Z]{{4}}{_D}{{10,14}}"
    rf"|(?:ES|AT|PT|PL|DK|FI|SE|NO)\d\d{_D}{{11,24}}"
    rf"|IT\d\d ?[A-Z]{_D}{{10}}{_A}{{12}}|CH\d\d{_D}{{5}}{_A}{{12}}"
    rf"|IBAN\W{{0,4}}[A-Z]{{2}}\d\d(?: ?[0-9A-Z]{{4}}){{2,7}}"
    rf"|RIB\W{{0,4}}\d{{5}} ?\d{{5}} ?[0-9A-Z]{{11}} ?\d\d"
    rf"|(?:compte|rekening|konto|account)\W{{0,4}}\d{_D}{{15,25}})",
    re.IGNORECASE,
)

_MONTHS = (
    r"janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|januar|februar|m[äa]rz|august|dezember|january|february|march|may|june|july|october"
)
# A day in words: « trente novembre », « premier décembre », "dertig november", "the first of May".
_DAY_WORD = (
    rf"(?:premier|{_WORD}(?:[ -](?:et[ -])?{_WORD}){{0,2}}|eerste"
    r"|(?:ersten|zweiten|dritten|vierten|f[üu]nften|sechsten|siebten|achten|neunten|zehnten|elften"
    r"|zw[öo]lften|\w+zehnten|\w*(?:zig|[ßs]ig)sten)"
    rf"|(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth) of)"
)
_YEAR_WORDS = (
    rf"(?=deux[ -]mille|twee|zwei|two){_WORD}(?:[ -](?:(?:et|and|en|und)[ -])?{_WORD}){{0,5}}"
)
# "loi du 4 mai 2023" is the date of a text.
_TEXT = r"(?:loi|d[ée]cret|ordonnance|arr[êe]t[ée]|directive|wet|gesetz|act)\b[^.;]{0,40}?"
DAY = re.compile(
    rf"(?P<spared>{_TEXT})?(?<![\w/.-])"
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}"
    rf"|(?:\d{{1,2}}(?:er|\.|(?:st|nd|rd|th)(?: of)?)?|{_DAY_WORD}) (?:{_MONTHS})\b"
    rf"(?: (?:\d{{4}}|{_YEAR_WORDS})\b)?)",
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
