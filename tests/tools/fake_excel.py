"""Excel's objects as a COM client sees them: just enough for a function called with cells, and for
a click in a workbook.

What a value looks like when it crosses, as pywin32 does it: a number is a float, a day a datetime
with a time zone, a currency a Decimal cut to 4 digits, a blank None, an error the integer of
`ERRORS`, an omitted argument `OMITTED`, a range rows of values (one cell: the value alone).
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from types import SimpleNamespace
from typing import Any

OMITTED = -2147352572  # DISP_E_PARAMNOTFOUND
ERRORS = {
    "#NULL!": -2146826288,
    "#DIV/0!": -2146826281,
    "#VALUE!": -2146826273,
    "#REF!": -2146826265,
    "#NAME?": -2146826259,
    "#NUM!": -2146826252,
    "#N/A": -2146826246,
}
LONG = 2**31
EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001  day 0 of a calendar without zones


class TimeType(dt.datetime):
    """The days of pywin32, whose zone is UTC whatever the clock says."""


def day(year: int, month: int, number: int) -> TimeType:
    """Return a cell formatted as a date."""
    return TimeType(year, month, number, tzinfo=dt.UTC)


def currency(text: str) -> Decimal:
    """Return a cell formatted as a currency: four digits, whatever it holds."""
    return Decimal(text).quantize(Decimal("0.0001"), rounding=ROUND_HALF_EVEN)


class ComObject:
    """What a client only reaches through a dispatch."""


class Excel(ComObject):
    """The program, with one workbook."""

    Version, Hwnd, Name = "16.0", 4242, "Microsoft Excel"
    StatusBar: object = False
    Selection: "ComObject | None" = None

    def __init__(self) -> None:
        """Open an empty workbook."""
        self.book = Workbook(self)


class Picture(ComObject):
    """Something that can be selected and has no address."""


class Sheets(ComObject):
    """The sheets of a workbook, by their place from 1."""

    def __init__(self, sheets: "list[Worksheet]") -> None:
        """Collect sheets."""
        self._sheets = sheets

    def Item(self, place: int) -> "Worksheet":  # noqa: N802  Excel's name
        """Return one of them."""
        return self._sheets[place - 1]

    def __iter__(self) -> "Iterator[Worksheet]":
        return iter(self._sheets)


class Workbook(ComObject):
    """A workbook with one sheet, `Factures`."""

    Name, FullName = "relance.xlsm", "relance.xlsm"

    def __init__(self, application: Excel) -> None:
        """Make the workbook of a program."""
        self.Application = application
        self.sheet = Worksheet(self)
        self.Worksheets = Sheets([self.sheet])


class Worksheet(ComObject):
    """Cells by row and column, from 1."""

    Name = "Factures"

    def __init__(self, book: Workbook) -> None:
        """Make an empty sheet."""
        self.Parent, self.Application = book, book.Application
        self.cells: dict[tuple[int, int], Any] = {}

    def put(self, address: str, *rows: Sequence[Any]) -> "Range":
        """Write rows of values from a cell on; return their range."""
        top, left = _corner(address)
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                self.cells[top + i, left + j] = ERRORS.get(value, value)
        return Range(self, top, left, len(rows), len(rows[0]))


class Range(ComObject):
    """A block of cells."""

    def __init__(self, sheet: Worksheet, row: int, column: int, height: int, width: int) -> None:
        """Name the block by its first cell and its size."""
        self.Worksheet, self.Row, self.Column = sheet, row, column
        self.Rows, self.Columns = SimpleNamespace(Count=height), SimpleNamespace(Count=width)
        self.Application, self.Parent = sheet.Application, sheet

    @property
    def Count(self) -> int:  # noqa: N802  Excel's name
        """Count the cells; a long integer is too short for those of a sheet."""
        count: int = self.Rows.Count * self.Columns.Count
        if count >= LONG:
            raise OverflowError("Dépassement de capacité")
        return count

    @property
    def Address(self) -> str:  # noqa: N802  Excel's name
        """Name its first cell; that is all that is asked."""
        return f"$A${self.Row}"

    @property
    def Value(self) -> Any:  # noqa: N802  Excel's name
        """Days as days and currencies as currencies."""
        return self._read(lambda value: value)

    @property
    def Value2(self) -> Any:  # noqa: N802  Excel's name
        """Days and currencies as numbers."""
        return self._read(_number)

    def _read(self, seen: Callable[[Any], Any]) -> Any:
        cells, places = self.Worksheet.cells, range(self.Column, self.Column + self.Columns.Count)
        lines = range(self.Row, self.Row + self.Rows.Count)
        rows = tuple(tuple(seen(cells.get((line, place))) for place in places) for line in lines)
        return rows if self.Count > 1 else rows[0][0]


def _number(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return (value.replace(tzinfo=None) - EPOCH) / dt.timedelta(days=1)
    return float(value) if isinstance(value, Decimal) else value


def _corner(address: str) -> tuple[int, int]:
    found = re.fullmatch("([A-Z])([0-9]+)", address)
    assert found, address
    return int(found[2]), ord(found[1]) - 64
