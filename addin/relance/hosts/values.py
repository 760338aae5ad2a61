"""Values that a cell takes and gives back, whatever the spreadsheet program.

>>> as_read(7.0), as_read(""), as_read(Decimal("1.50"))
(7, None, 1.5)
"""

from datetime import date
from decimal import Decimal
from math import isfinite

from ..actions.book import Cell
from .dates import from_serial, to_serial

LONGEST = 32_767  # UTF-16 units in one cell of Excel
MANY_DIGITS = 30  # beyond, a decimal is written with an exponent


class UnwritableError(ValueError):
    """A value or a cell that can't be written safely; its argument is the reason code."""


def checked(value: Cell) -> Cell:
    """Return the value if a cell can hold it. Raises UnwritableError."""
    if isinstance(value, str):
        if length(value) > LONGEST:
            raise UnwritableError("text_too_long")
    elif isinstance(value, date):
        try:
            to_serial(value)
        except ValueError:
            raise UnwritableError("date_before_1900") from None
    elif isinstance(value, int | float | Decimal):
        _check_number(value)
    elif value is not None:
        raise UnwritableError("bad_value")
    return value


def _check_number(value: float | Decimal) -> None:
    try:
        finite = isfinite(float(value))
    except (OverflowError, ValueError):
        finite = False
    if not finite:
        raise UnwritableError("bad_value")


def length(text: str) -> int:
    """Return the length that Excel counts, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def number_text(value: float | Decimal) -> str:
    """Return a number exactly as it is: a decimal keeps all its digits."""
    if isinstance(value, Decimal):
        return format(value, "f") if abs(value.adjusted()) < MANY_DIGITS else str(value)
    return repr(float(value)).removesuffix(".0") if isinstance(value, float) else str(value)


def number(text: str | bytes) -> int | float:
    """Return a number as it is read: whole ones as int, so that 12345 reads as an identifier."""
    if text.isdigit():
        return int(text)
    value = float(text)
    whole = int(value)  # refuses what is no number
    return whole if whole == value and abs(whole) < 2**53 else value


def day(text: str | bytes) -> date | int | float:
    """Return the day of a serial, or the number when it is none."""
    found = from_serial(float(text))
    return found if isinstance(found, date) else number(text)


def as_read(value: Cell) -> Cell:
    """Return what a reader gets back for a written value."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, str):
        return value or None
    if isinstance(value, date):
        return day(to_serial(value))
    return number(number_text(value))
