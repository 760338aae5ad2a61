"""What Calc's cells are given for the answers of the functions.

A day becomes its serial number. Where a number or a day was asked for, a sentence becomes #N/A,
so that a sum tells instead of being short.

>>> as_text(None), as_number(date(2026, 11, 30)), is_error(as_number("#RELANCE : il manque ..."))
('', 46356.0, True)
"""

import struct
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from math import isnan

Shown = float | str  # what a cell holds
Rows = tuple[tuple[Shown, ...], ...]
AsShown = Callable[[object], Shown]

_QUIET_NAN = 0x7FF8000000000000  # Calc carries its error numbers in the last bits of a NaN
_DAY_ZERO = date(1899, 12, 30).toordinal()


def _error(number: int) -> float:
    value: float = struct.unpack("<d", struct.pack("<Q", _QUIET_NAN | number))[0]
    return value


NOT_AVAILABLE = _error(0x7FFF)  # #N/A
WRONG_VALUE = _error(519)  # #VALUE!


def is_error(cell: Shown) -> bool:
    """Tell whether Calc shows a cell as an error."""
    return isinstance(cell, float) and isnan(cell)


def as_number(answer: object) -> Shown:
    """Return what a cell of numbers or days holds; "" stays blank."""
    if isinstance(answer, str):
        return NOT_AVAILABLE if answer.startswith("#") else answer
    return as_text(answer)


def as_text(answer: object) -> Shown:
    """Return what any other cell holds."""
    if answer is None:
        return ""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, date):
        return float(answer.toordinal() - _DAY_ZERO)
    if isinstance(answer, int | float | Decimal):
        return float(answer)
    raise TypeError(answer)


def as_rows(answer: Iterable[Iterable[object]], shown: AsShown) -> Rows:
    """Return a block of cells, row by row."""
    return tuple(tuple(map(shown, row)) for row in answer)
