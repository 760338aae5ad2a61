"""Cell values -> core values, one cell at a time, for every spreadsheet.

A cell is what xlwings, COM, UNO or openpyxl give: None, text, number, date, or the text of an
error. Amounts become integer cents. A blank reads as None (or ""), and what can't be read raises
a `RelanceError`.

>>> read_cents(1234.5), read_cents("1 234,50 €"), read_cents(None)
(123450, 123450, None)
>>> read_day(46356.0), read_day(0)
(datetime.date(2026, 11, 30), None)
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from ..core import parse
from ..core.errors import BadArgumentError, UnknownRegimeError, UnknownStatusError
from ..core.money import to_cents
from ..core.parse import is_blank
from ..core.regimes import REGIMES
from ..wording.labels import code

MEMO = 1 << 12
FAST_LIMIT = 10.0**12  # below it two decimals of a float are exact, and most amounts are
NUMBERS = (int, float, Decimal)

_REGIMES = frozenset(REGIMES)
_ERROR_TEXT = re.compile(r"#(N/A|[A-ZÀ-Ý0-9_ /]+[!?]|RELANCE\b.*)|Err:[0-9]+", re.DOTALL)


def is_error(cell: object) -> bool:
    """Tell whether a cell holds a spreadsheet's error ("#N/A") or a refusal of ours."""
    if not isinstance(cell, str) or not cell.lstrip().startswith(("#", "Err:")):
        return False
    return _ERROR_TEXT.fullmatch(cell.strip()) is not None


def read_day(cell: object) -> date | None:
    """Return a civil day; None for a blank or the day 0 of an empty cell.

    Raises:
        BadDateError: not a day from 2000 to 2061 (facts: value).
    """
    kind = type(cell)
    if kind is float or kind is int:
        return _serial_day(cell)
    if isinstance(cell, str):
        return _text_day(cell)
    if cell is None or (not cell and _is_zero(cell)):
        return None
    return parse.parse_date(cell)


@lru_cache(parse.MEMO)
def _serial_day(serial: float) -> date | None:
    return parse.parse_date(serial) if serial else None


@lru_cache(parse.MEMO)
def _text_day(text: str) -> date | None:
    return None if is_blank(text) else parse.parse_date(text)


def _is_zero(cell: object) -> bool:
    """An empty cell behind an expression reads as the number 0."""
    return isinstance(cell, NUMBERS) and not isinstance(cell, bool) and cell == 0


def read_cents(cell: object) -> int | None:
    """Return an amount in whole cents, half away from zero; None for a blank.

    Raises:
        BadAmountError: not an amount (facts: value).
    """
    kind = type(cell)
    if (kind is float or kind is int) and -FAST_LIMIT < cell < FAST_LIMIT:  # type: ignore[operator]
        cents = round(cell * 100)  # type: ignore[operator]
        if cents / 100 == cell:  # the number is the nearest one to that many cents
            return cents
    if is_blank(cell):
        return None
    return to_cents(parse.parse_amount(cell))


def read_rate(cell: object) -> Decimal | None:
    """Return a yearly rate as a fraction; None for a blank. Raises BadAmountError."""
    return None if is_blank(cell) else parse.parse_rate(cell)


def read_whole(cell: object) -> int | None:
    """Return a whole number; None for a blank. Raises BadAmountError."""
    return None if is_blank(cell) else parse.parse_integer(cell)


def read_text(cell: object) -> str | None:
    """Return a text or an identifier; None for a blank. Raises BadArgumentError on an error."""
    if cell is None:
        return None
    if is_error(cell):
        raise BadArgumentError(argument="", value=cell)
    return parse.parse_text(cell) or None


def read_regime(cell: object) -> str:
    """Return the code of a regime. Raises UnknownRegimeError on a blank too."""
    if isinstance(cell, str) and cell in _REGIMES:
        return cell
    found = cell.strip().upper() if isinstance(cell, str) else ""
    if found not in _REGIMES:
        raise UnknownRegimeError(regime=parse.parse_text(cell))
    return found


def read_status(cell: object) -> str:
    """Return the code of a status, "open" for a blank. Raises UnknownStatusError."""
    if cell is None or cell == "":
        return "open"
    try:
        return read_code("status")(cell) or "open"
    except BadArgumentError:
        raise UnknownStatusError(value=cell) from None


@cache
def read_code(family: str) -> Callable[[object], str]:
    """Return a reader of the labels and codes of a family; "" for a blank.

    The reader raises BadArgumentError (facts: argument, value).
    """

    @lru_cache(MEMO)
    def read(text: str) -> str:
        return code(family, text) if text else ""

    return lambda cell: "" if cell is None else read(parse.parse_text(cell))


def read_step(cell: object) -> str | int:
    """Return the code of the last step done, or n when phase n is wholly done; "" for neither.

    Raises:
        BadAmountError: a number that is not whole (facts: value).
        BadArgumentError: neither a text nor a number (facts: argument, value).
    """
    if isinstance(cell, str):
        return _text_step(cell)
    if cell is None or (not cell and _is_zero(cell)):
        return ""
    if isinstance(cell, bool):
        raise BadArgumentError(argument="last_step", value=cell)
    return cell if isinstance(cell, int) else parse.parse_integer(cell)


@lru_cache(MEMO)
def _text_step(cell: str) -> str | int:
    text = read_text(cell) or ""
    return int(text) or "" if text.isdecimal() and len(text) < 3 else text


def read_word(cell: object) -> str:
    """Return a word in lower case; "" for a blank. Raises BadArgumentError on an error."""
    return (read_text(cell) or "").lower()
