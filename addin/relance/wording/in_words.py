"""Amounts in words, as a notice writes them out: in France, and in Belgium (septante, nonante).

>>> amount_in_words(Decimal("1739.02"))
'mille sept cent trente-neuf euros et deux centimes'
>>> amount_in_words(Decimal("95"), country="BE")
'nonante-cinq euros'
"""

from decimal import Decimal

from ..core.money import to_cents

_SMALL = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}
_BELGIAN = {7: "septante", 9: "nonante"}
_GREAT = ((1_000_000_000, "milliard"), (1_000_000, "million"))
# One and several of a currency and of its hundredth; other currencies are said by their code.
_CURRENCIES: dict[str, tuple[str, str, str]] = {
    "EUR": ("euro", "euros", "centime"),
    "USD": ("dollar américain", "dollars américains", "cent"),
    "GBP": ("livre sterling", "livres sterling", "penny"),
    "CHF": ("franc suisse", "francs suisses", "centime"),
}
_FEMININE = ("GBP",)


def amount_in_words(amount: Decimal, currency: str = "EUR", country: str = "FR") -> str:
    """Return an amount written out in French.

    Args:
        amount: what is asked for; its cents are said when there are any.
        currency: its code; one that is not known here is said by the code.
        country: of the reader: "BE" says septante and nonante.
    """
    cents = to_cents(amount)
    sign, cents = ("moins " if cents < 0 else ""), abs(cents)
    whole, rest = divmod(cents, 100)
    if currency not in _CURRENCIES:
        return f"{sign}{number_in_words(whole, country)} {currency}{_hundredths(rest, country)}"
    one, several, hundredth = _CURRENCIES[currency]
    said = number_in_words(whole, country)
    if currency in _FEMININE and said.endswith("un"):
        said += "e"
    of = ("d'" if one[0] in "aeiou" else "de ") if _ends_great(whole) else ""
    name = several if whole > 1 else one
    return f"{sign}{said} {of}{name}{_cents(rest, hundredth, country)}"


def _cents(rest: int, name: str, country: str) -> str:
    if not rest:
        return ""
    several = "pence" if name == "penny" else f"{name}s"
    return f" et {number_in_words(rest, country)} {name if rest == 1 else several}"


def _hundredths(rest: int, country: str) -> str:
    return _cents(rest, "centième", country)


def _ends_great(whole: int) -> bool:
    """Tell whether a number ends with "million(s)" or "milliard(s)", which take "de"."""
    return whole >= _GREAT[-1][0] and whole % _GREAT[-1][0] == 0


def number_in_words(value: int, country: str = "FR") -> str:
    """Return a whole number from 0 on, written out in French (spelling before 1990)."""
    parts: list[str] = []
    for size, name in _GREAT:
        count, value = divmod(value, size)
        if count:
            parts.append(f"{number_in_words(count, country)} {name}{'s' if count > 1 else ''}")
    thousands, value = divmod(value, 1000)
    if thousands:
        before = [] if thousands == 1 else [_hundreds(thousands, country, last=False)]
        parts += [*before, "mille"]
    if value or not parts:
        parts.append(_hundreds(value, country, last=True))
    return " ".join(parts)


def _hundreds(value: int, country: str, *, last: bool) -> str:
    """Say a number under a thousand; `last` lets "cents" and "quatre-vingts" have their s."""
    count, rest = divmod(value, 100)
    if not count:
        return _tens(rest, country, last=last)
    plural = "s" if last and count > 1 and not rest else ""
    head = f"{_SMALL[count]} cent{plural}" if count > 1 else "cent"
    return f"{head} {_tens(rest, country, last=last)}" if rest else head


def _tens(value: int, country: str, *, last: bool) -> str:
    if value < len(_SMALL):
        return _SMALL[value]
    ten, unit = divmod(value, 10)
    tens = _TENS | (_BELGIAN if country == "BE" else {})
    if ten not in tens:  # soixante-dix, quatre-vingt-dix
        ten, unit = ten - 1, unit + 10
    if not unit:
        return f"{tens[ten]}s" if ten == 8 and last else tens[ten]
    joined = " et " if unit in (1, 11) and ten != 8 else "-"
    return f"{tens[ten]}{joined}{_SMALL[unit]}"
