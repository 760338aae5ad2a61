"""Cells between Excel and the verbs: what was read, and what must be given to be kept as meant.

>>> as_cell(7.0), given("12E5", "General"), needed_format("0", TEXT)
(7, "'12E5", None)
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from ...actions.book import Cell
from ..dates import is_moment, shows_a_date
from ..values import as_read, number

TEXT, GENERAL = "@", "General"
_DAY, _MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
_MIDNIGHT = time()
_ERRORS = range(-2146826300, -2146826200)  # COM numbers of error values
_CENT_OF_CENT = 0.0001  # a currency cell is read with four digits


def as_cell(value: object) -> Cell:
    """Return what Excel gave, as every book reads it.

    Excel's numbers are all floats; a whole number arrives only for an error value that xlwings
    does not know (#SPILL!, #CALC!).
    """
    if isinstance(value, datetime):
        return value.date() if value.time() == _MIDNIGHT else value
    if isinstance(value, float | Decimal):
        return number(str(value))
    if value is None or isinstance(value, str | bool | date):
        return value or None if isinstance(value, str) else value
    if isinstance(value, int):
        return "#VALUE!" if value in _ERRORS else value
    raise TypeError(value)


def kept(value: Cell) -> Cell:
    """Return what Excel gives back for a value that was written: it knows floats only."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        value = float(value)
    return as_read(value)


def is_as_meant(held: object, meant: Cell) -> bool:
    """Tell whether a cell holds what was meant; `held` is what Excel gave."""
    found, wanted = as_cell(held), kept(meant)
    if isinstance(held, Decimal) and isinstance(wanted, int | float):
        return abs(float(held) - wanted) < _CENT_OF_CENT
    return type(found) is type(wanted) and found == wanted


def needed_format(value: Cell, number_format: str) -> str | None:
    """Return the format that a cell needs before the value is given; None when its own will do.

    In a cell formatted as text Excel turns a number into text, and what it does to an apostrophe
    there is not known; under a format that shows no day, a day reads 46022.
    """
    if isinstance(value, str):
        return GENERAL if number_format == TEXT and value.startswith("'") else None
    if isinstance(value, date):
        code = _MOMENT if is_moment(value) else _DAY
        return None if shows_a_date(number_format) else code
    return GENERAL if value is not None and number_format == TEXT else None


def given(value: Cell, number_format: str) -> object:
    """Return what to assign so that the cell holds the value.

    A text assigned to a cell is read as if it had been typed: "=1+1" computes, "000123" and
    "12E5" become numbers, "3-4" and "janv. 26" days. Only a cell formatted as text (@) takes it
    as it is; elsewhere a leading apostrophe, which Excel swallows and does not show, keeps it.
    All texts get it, because no list of what Excel reads as something else is ever whole. A
    Decimal would turn the cell into currency (xlwings issue 2634): numbers are given as floats.
    """
    if isinstance(value, str):
        return value if number_format == TEXT or not value else f"'{value}"
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime.combine(value, _MIDNIGHT)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return float(value)
    return value


def is_formula(formula: object, held: object) -> bool:
    """Tell a formula from a text that looks like one: Excel shows both, but a text is its value."""
    return isinstance(formula, str) and formula.startswith("=") and formula != held


def grid(block: object) -> Sequence[Sequence[object]]:
    """Return the cells of a block, row by row: Excel gives a single one bare."""
    return block if isinstance(block, tuple | list) else [[block]]
