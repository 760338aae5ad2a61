"""Amounts, rates and days as a French reader expects them.

>>> euros(Decimal("-1234.5")).replace(NBSP, " ")
'-1 234,50 €'
>>> percent(Decimal("0.124")).replace(NBSP, " "), day(date(2026, 11, 30))
('12,4 %', '30/11/2026')
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"  # keeps an amount and its currency on one line

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip


def number(value: Decimal, places: int = 2) -> str:
    """Return a number with that many decimals, rounded half away from zero: "1 234,50"."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{abs(rounded) if rounded == 0 else rounded:,f}".replace(",", NBSP).replace(".", ",")


def money(amount: Decimal, currency: str = "EUR") -> str:
    """Return an amount in its currency: "1 234,50 €", "1 234,50 USD"."""
    return f"{number(amount)}{NBSP}{'€' if currency == 'EUR' else currency}"


def euros(amount: Decimal) -> str:
    """Return an amount in euros: "1 234,50 €"."""
    return money(amount)


def percent(rate: Decimal) -> str:
    """Return a fraction as a percentage without needless zeros: 0.124 is "12,4 %"."""
    places = max(0, -int((rate * 100).normalize().as_tuple().exponent))
    return f"{number(rate * 100, places)}{NBSP}%"


def day(value: date) -> str:
    """Return a day as "30/11/2026"."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def long_day(value: date) -> str:
    """Return a day in words, as a letter has it: "30 novembre 2026", "1er mai 2026"."""
    first = "1er" if value.day == 1 else str(value.day)
    return f"{first}{NBSP}{MONTHS[value.month - 1]} {value.year}"
