"""Amounts, rates and days as a French reader expects them.

>>> euros(Decimal("-1234.5")).replace(NBSP, " ")
'-1 234,50 €'
>>> percent(Decimal("0.124")).replace(NBSP, " "), day(date(2026, 11, 30))
('12,4 %', '30/11/2026')
"""

from datetime import date
from decimal import Decimal

from .figures import NBSP, Figures

__all__ = ["FRENCH", "NBSP", "day", "euros", "long_day", "money", "number", "percent"]

FRENCH = Figures(
    thousands=NBSP,
    decimal=",",
    euro=f"{{2}}{{0}}{NBSP}€",
    other=f"{{2}}{{0}}{NBSP}{{1}}",
    percentage=f"{{0}}{NBSP}%",
    day_in_figures="{2:02d}/{1:02d}/{0:04d}",
    day_in_words=f"{{2}}{NBSP}{{1}}{NBSP}{{0}}",
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
    first_day="1er",
)  # fmt: skip


def number(value: Decimal, places: int = 2) -> str:
    """Return a number with that many decimals, rounded half away from zero: "1 234,50"."""
    return FRENCH.number(value, places)


def money(amount: Decimal, currency: str = "EUR") -> str:
    """Return an amount in its currency: "1 234,50 €", "1 234,50 USD"."""
    return FRENCH.money(amount, currency)


def euros(amount: Decimal) -> str:
    """Return an amount in euros: "1 234,50 €"."""
    return FRENCH.money(amount)


def percent(rate: Decimal) -> str:
    """Return a fraction as a percentage without needless zeros: 0.124 is "12,4 %"."""
    return FRENCH.percent(rate)


def day(value: date) -> str:
    """Return a day as "30/11/2026"."""
    return FRENCH.day(value)


def long_day(value: date) -> str:
    """Return a day in words, as a sentence has it: "30 novembre 2026", "1er mai 2026"."""
    return FRENCH.long_day(value)
