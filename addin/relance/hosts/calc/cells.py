"""Cells of Calc and the values of the verbs.

>>> as_cell(7.0, 0), as_cell(46356.0, DATE), as_cell("", 0), as_cell(1.0, LOGICAL)
(7, datetime.date(2026, 11, 30), None, True)
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ...actions.book import Cell
from ..dates import is_moment, to_serial
from ..values import day, number
from .office import DATE, ERRORS, LOGICAL, Address, Document, Range

_DAY, _MOMENT = "DD/MM/YYYY", "DD/MM/YYYY HH:MM"


class Formats:
    """Number formats of a document: what a cell shows its number as."""

    def __init__(self, document: Document) -> None:
        """Look in a document."""
        self._formats = document.NumberFormats
        self._locale = document.CharLocale
        self._kinds: dict[int, int] = {}

    def kind(self, key: int) -> int:
        """Return what a format shows: DATE, LOGICAL, other bits."""
        if key not in self._kinds:
            self._kinds[key] = self._formats.getByKey(key).Type
        return self._kinds[key]

    def for_day(self, value: date) -> int:
        """Return the format that a day needs where its cell has none that shows it."""
        code = _MOMENT if is_moment(value) else _DAY
        known: int = self._formats.queryKey(code, self._locale, False)
        return known if known >= 0 else int(self._formats.addNew(code, self._locale))


def as_cell(value: float | str | None, kind: int) -> Cell:
    """Return what Calc gave, as every book reads it; `kind` is that of the cell's format."""
    if not isinstance(value, float):
        return value or None
    if kind & DATE:
        return day(repr(value))
    if kind & LOGICAL:
        return bool(value)
    return number(repr(value))


def read(cells: Range, formats: Formats) -> list[list[Cell]]:
    """Return the cells of a range, row by row; an error as its text (#N/A)."""
    block: Sequence[Sequence[float | str]] = cells.getDataArray()
    rows = [[as_cell(value, 0) for value in row] for row in block]
    area = cells.getRangeAddress()
    for kind, address in _shown_otherwise(cells, formats):
        for line, at in _places(address, area):
            rows[line][at] = as_cell(block[line][at], kind)
    for address in cells.queryFormulaCells(ERRORS).getRangeAddresses():
        for line, at in _places(address, area):
            rows[line][at] = cells.getCellByPosition(at, line).getString()
    return rows


def _shown_otherwise(cells: Range, formats: Formats) -> Iterator[tuple[int, Address]]:
    """The parts of a range whose numbers are days or booleans, with what they are."""
    groups = cells.getUniqueCellFormatRanges()
    for place in range(groups.getCount()):
        group = groups.getByIndex(place)
        addresses = group.getRangeAddresses()
        first = group.getByIndex(0).getCellByPosition(0, 0)
        kind = formats.kind(first.NumberFormat)
        if kind & (DATE | LOGICAL):
            yield from ((kind, address) for address in addresses)


def _places(address: Address, area: Address) -> Iterator[tuple[int, int]]:
    """The lines and columns of a part, counted within its area."""
    for row in range(address.StartRow, address.EndRow + 1):
        for column in range(address.StartColumn, address.EndColumn + 1):
            yield row - area.StartRow, column - area.StartColumn


def put_changed(cells: Range, values: Mapping[int, Cell], formats: Formats) -> None:
    """Give cells of one column values by their place in it; what they hold already is left alone.

    A cell takes Calc up to 5 ms once an `.ods` was saved, and most of a day's figures stay.
    """
    block: Sequence[Sequence[float | str]] = cells.getDataArray()
    for place, value in values.items():
        cell = cells.getCellByPosition(0, place)
        if not _holds(cell, block[place][0], value, formats):
            put(cell, value, formats)


def _holds(cell: Range, found: float | str, value: Cell, formats: Formats) -> bool:
    """Tell whether a cell has a value, and shows it as a day when it is one."""
    if value is None or isinstance(value, str):
        return isinstance(found, str) and found == (value or "")
    if not isinstance(found, float):
        return False
    if isinstance(value, date):
        return found == float(to_serial(value)) and bool(formats.kind(cell.NumberFormat) & DATE)
    return found == float(value)


def put(cell: Range, value: Cell, formats: Formats) -> None:
    """Give a cell a value; a text is never read as a number, a day or a formula."""
    if value is None or value == "":
        cell.setFormula("")
    elif isinstance(value, str):
        cell.setString(value)
    elif isinstance(value, date):
        cell.setValue(float(to_serial(value)))
        if not formats.kind(cell.NumberFormat) & DATE:
            cell.NumberFormat = formats.for_day(value)
    else:
        cell.setValue(float(value))
