"""Amounts and days of one file, read by what its whole columns show.

`1.842` is one thousand or one euro: a single cell can't tell, the other cells of the file can.
So it is for 05/11/2026. What the file does not settle is refused, never guessed.

>>> Amounts.of(["1.842", "845,20"]).read("1.842 €")
(Decimal('1842'), 'EUR')
>>> Days.of(["10/13/2026"]).read("10/05/2026")
datetime.date(2026, 10, 5)
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from ..core.errors import BadAmountError, BadDateError
from ..core.money import ZERO
from ..core.parse import is_blank, parse_amount, parse_date
from .vocabulary import fold, is_blank_word, meanings

MEMO = 1 << 16
FIRST_PACKED = 20_000_101  # a number from here on is a day written without separators

_PLAIN = re.compile(r"-?[0-9]{1,9}[.,][0-9]{2}")
_LAST_MARK = re.compile(r"([.,])([0-9]*)[^0-9.,]*$")
_REPEATED = re.compile(r"([.,])[0-9]{3}\1[0-9]{3}")
_DASH = re.compile(r"[-\s]*-[-\s]*")
_EDGE_WORD = re.compile(r"^([^0-9().,+\-' ]+) *|(?<=[0-9) -])([^0-9().,+\-' ]+)\.?$")
_CLOCK = re.compile(r"(?:[T ])\s*(?:à\s*)?[0-9]{1,2}[:hH][0-9]{2}.*$")
_SLASHED = re.compile(r"([0-9]{1,2})\s*([/. -])\s*([0-9]{1,2})\s*\2\s*([0-9]{4}|[0-9]{2})")
_WORDED = re.compile(r"([0-9]{1,2})(?:er|st|nd|rd|th)?[ .-]*([a-z]{3,})[ .,-]*([0-9]{4}|[0-9]{2})")
_MONTH_LED = re.compile(r"([a-z]{3,})[ .-]*([0-9]{1,2})(?:st|nd|rd|th)?[ .,-]+([0-9]{4})")
_PACKED = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")


@dataclass(frozen=True, slots=True)
class Amounts:
    """How a file writes amounts; `decimal` is "," or ".", "" when nothing shows it."""

    decimal: str = ""

    @classmethod
    def of(cls, cells: Iterable[object]) -> "Amounts":
        """Learn from cells which mark is the decimal one."""
        votes = {",": 0, ".": 0}
        for text in {cell for cell in cells if isinstance(cell, str)}:
            if mark := _decimal_mark(text):
                votes[mark] += 1
        if votes[","] == votes["."]:
            return cls("")
        return cls(max(votes, key=lambda mark: votes[mark]))

    def read(self, cell: object) -> tuple[Decimal | None, str]:
        """Return an amount (None when blank) and the currency written beside it, "" without.

        A trailing C or CR makes the amount negative, a lone dash is zero.

        Raises:
            BadAmountError: not an amount, or one that reads two ways (facts: value).
        """
        if isinstance(cell, str):
            return _text_amount(cell, self.decimal)
        return (None, "") if is_blank(cell) else (parse_amount(cell), "")


def _decimal_mark(text: str) -> str:
    """Return the decimal mark that an amount shows by itself, "" when it could be either."""
    if found := _REPEATED.search(text):
        return "." if found[1] == "," else ","
    last = _LAST_MARK.search(text)
    if last is None:
        return ""
    other = "." if last[1] == "," else ","
    if other in text or len(last[2]) in (1, 2) or len(last[2]) > 3:
        return last[1]
    return ""


@lru_cache(MEMO)
def _text_amount(text: str, decimal: str) -> tuple[Decimal | None, str]:
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", ".")), ""
    plain = " ".join(text.replace("\u2212", "-").replace("\u2019", "'").split())
    currency, credit = "", False
    while found := _EDGE_WORD.search(plain):
        word = fold(found[1] or found[2]) or found[1] or found[2]
        if code := meanings("currencies").get(word):
            currency = code
        elif found[2] and word in ("c", "cr", "ct"):
            credit = True
        elif not (found[2] and word in ("d", "dr", "db", "dt")):
            break
        plain = (plain[: found.start()] + plain[found.end() :]).strip()
    if _DASH.fullmatch(plain):
        return ZERO, currency
    if not plain or (not plain[0].isdigit() and is_blank_word(plain)):
        return None, currency
    amount = _parsed(plain, decimal, text)
    return (-abs(amount) if credit else amount), currency


def _parsed(plain: str, decimal: str, text: str) -> Decimal:
    try:
        return parse_amount(plain, decimal)
    except BadAmountError as fault:
        raise BadAmountError(value=text) from fault


@dataclass(frozen=True, slots=True)
class Days:
    """How a column writes days; `order` is "day" or "month" (first), "" when nothing shows it.

    `unsure` tells that some days would read otherwise in the other order.
    """

    order: str = ""
    unsure: bool = False

    @classmethod
    def of(cls, cells: Iterable[object]) -> "Days":
        """Learn from cells whether the day or the month comes first."""
        day = month = either = 0
        for text in {cell for cell in cells if isinstance(cell, str)}:
            found = _SLASHED.fullmatch(_CLOCK.sub("", text.strip()))
            if found:
                first, second = int(found[1]), int(found[3])
                day += first > 12 >= second
                month += second > 12 >= first
                either += first <= 12 and second <= 12 and first != second
        if day == month:
            return cls("", either > 0)
        return cls("month" if month > day else "day", either > 0)

    def read(self, cell: object) -> date | None:
        """Return a day, None when the cell holds none.

        Raises:
            BadDateError: no such day, or one out of 2000-2061 (facts: value).
        """
        if isinstance(cell, str):
            return _text_day(cell, self.order == "month")
        if is_blank(cell) or (not cell and isinstance(cell, int | float)):
            return None
        if isinstance(cell, int | float) and cell >= FIRST_PACKED:
            return _text_day(f"{cell:.0f}", False)
        return parse_date(cell)


def looks_like_day(cell: object) -> bool:
    """Tell whether a cell holds a day, be it a wrong one, rather than words."""
    if is_blank(cell):
        return False
    if not isinstance(cell, str) or cell.strip()[0].isdigit():
        return True
    try:
        return _text_day(cell, False) is not None
    except BadDateError:
        return False


@lru_cache(MEMO)
def _text_day(text: str, month_first: bool) -> date | None:
    plain = _CLOCK.sub("", " ".join(text.split()))
    if is_blank_word(plain):
        return None
    if found := _SLASHED.fullmatch(plain):
        first, second = (3, 1) if month_first else (1, 3)
        return _day(text, found[first], found[second], found[4])
    worded = fold(plain)
    if found := _WORDED.fullmatch(worded):
        return _day(text, found[1], meanings("months").get(found[2], ""), found[3])
    if found := _MONTH_LED.fullmatch(worded):
        return _day(text, found[2], meanings("months").get(found[1], ""), found[3])
    return _packed(text, plain)


def _packed(text: str, plain: str) -> date:
    """Read 20261014 and serials (by `parse_date`), else 14102026."""
    try:
        return parse_date(plain)
    except BadDateError:
        found = _PACKED.fullmatch(plain)
        if found is None:
            raise BadDateError(value=text) from None
        return _day(text, found[1], found[2], found[3])


def _day(text: str, day: str, month: str, year: str) -> date:
    try:
        return parse_date(f"{day}/{month}/{year}")
    except BadDateError as fault:
        raise BadDateError(value=text) from fault
