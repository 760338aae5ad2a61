"""A table of a document: a database range, read once, and written with what was noted."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from ...actions.book import Cell
from ..noted import NotedTable
from .cells import Formats, put, read
from .document import refusal, sheet_at
from .office import CONTENT, FORMULAS, Address, Document, Range

_DOWN = 0  # com.sun.star.sheet.FillDirection


class CalcTable(NotedTable):
    """One table of a document.

    Attributes:
        sheet: where it stands.
        place: of that sheet.
        columns: of the sheet, from 0.
    """

    def __init__(self, document: Document, path: str, name: str, formats: Formats) -> None:
        """Read a table by its name."""
        self._range = document.DatabaseRanges.getByName(name)
        self._path, self._formats = path, formats
        area: Address = self._range.getDataArea()
        self.place: int = area.Sheet
        self.sheet = sheet_at(document, area.Sheet)
        self.columns = range(area.StartColumn, area.EndColumn + 1)
        self._head = area.StartRow
        headings = read(self._lines(area.StartRow, area.StartRow), formats)[0]
        top = area.StartRow + 1
        bottom = max(area.EndRow - int(self._range.TotalsRow), top)
        body = self._lines(top, bottom)
        block = [tuple(cells) for cells in read(body, formats)]
        names = [str(heading or "") for heading in headings]
        super().__init__(name, names, (top + 1, bottom + 1), _computed(body), block)

    def refusal(self, reason: str, number: int, position: int) -> Exception:
        """Return the error to raise about a cell; rows are counted from 1."""
        cell = self.sheet.getCellByPosition(self.columns[position], number - 1)
        return refusal(self._path, reason, cell.AbsoluteName.replace("$", "").lstrip("'"))

    def put_noted(self) -> None:
        """Put what was noted into the cells; those that compute are left alone."""
        self._grow()
        computing = {
            (row, column)
            for address in self._lines(self._head + 1, self.last - 1)
            .queryContentCells(FORMULAS)
            .getRangeAddresses()
            for row in range(address.StartRow, address.EndRow + 1)
            for column in range(address.StartColumn, address.EndColumn + 1)
        }
        for position, values in self.by_column().items():
            column = self.columns[position]
            free = {n: v for n, v in values.items() if (n - 1, column) not in computing}
            self._write_column(column, free)

    def seen(self, areas: list[Address]) -> Iterator[int]:
        """Give the numbers of the rows that stand in areas of the sheet and are not hidden."""
        for area in areas:
            top = max(area.StartRow, self._head + 1)
            bottom = min(area.EndRow, self.bottom - 1)
            left = max(area.StartColumn, self.columns.start)
            right = min(area.EndColumn, self.columns.stop - 1)
            if top <= bottom and left <= right:
                cells = self.sheet.getCellRangeByPosition(left, top, right, bottom)
                for part in cells.queryVisibleCells().getRangeAddresses():
                    yield from range(part.StartRow + 1, part.EndRow + 2)

    def _write_column(self, column: int, values: Mapping[int, Cell]) -> None:
        for number, value in values.items():
            put(self.sheet.getCellByPosition(column, number - 1), value, self._formats)

    def _lines(self, top: int, bottom: int) -> Range:
        first, last = self.columns.start, self.columns.stop - 1
        return self.sheet.getCellRangeByPosition(first, top, last, bottom)

    def check_room(self, last: int) -> None:
        """Refuse to grow over what stands below the table. `last` is counted from 1."""
        first = self.bottom + 1
        if self._range.TotalsRow:
            raise self.refusal("totals_row", first, 0)
        if last > self.sheet.getRows().getCount():
            raise self.refusal("sheet_full", self.sheet.getRows().getCount(), 0)
        below = self._lines(first - 1, last - 1)
        found = below.queryContentCells(CONTENT).getRangeAddresses()
        if found:
            raise self.refusal("rows_below", min(one.StartRow for one in found) + 1, 0)

    def _grow(self) -> None:
        """Make the table longer; its new rows compute like the last one."""
        last, bottom = self.last - 1, self.bottom - 1
        if last == bottom:
            return
        area = self._range.getDataArea()
        area.EndRow = last
        self._range.setDataArea(area)
        for place in self.computed:  # formats and lists of choices hold for whole columns
            column = self.columns[place]
            self.sheet.getCellRangeByPosition(column, bottom, column, last).fillAuto(_DOWN, 1)


def _computed(body: Range) -> AbstractSet[int]:
    """Return the places of the columns that compute: those with a formula in an outer row."""
    area = body.getRangeAddress()
    found: set[int] = set()
    for address in body.queryContentCells(FORMULAS).getRangeAddresses():
        if address.StartRow == area.StartRow or address.EndRow == area.EndRow:
            places = range(address.StartColumn, address.EndColumn + 1)
            found |= {column - area.StartColumn for column in places}
    return found
