"""A table of a document: a database range, read once, and written with what was noted."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from ...actions.book import Cell
from ...workbook import schema
from ..noted import NotedTable
from .cells import Formats, put_changed, read
from .document import refusal, sheet_at
from .office import CONTENT, FORMULAS, Address, Document, Range

Keys = tuple[tuple[object, ...], ...]

_DOWN = 0  # com.sun.star.sheet.FillDirection
MOST_TYPED = 1_000  # rows looked at below a table


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
        computed = _computed(body)
        self._ended = bottom  # where the table ends in the document
        if name.lower() in schema.TYPED_IN and not self._range.TotalsRow:
            bottom += self._typed_below(bottom, computed)
        block = [tuple(cells) for cells in read(self._lines(top, bottom), formats)]
        names = [str(heading or "") for heading in headings]
        super().__init__(name, names, (top + 1, bottom + 1), computed, block)

    def refusal(self, reason: str, number: int, position: int) -> Exception:
        """Return the error to raise about a cell; rows are counted from 1."""
        cell = self.sheet.getCellByPosition(self.columns[position], number - 1)
        return refusal(self._path, reason, cell.AbsoluteName.replace("$", "").lstrip("'"))

    @property
    def is_short(self) -> bool:
        """Tell whether rows were typed under the table, which does not hold them yet."""
        return bool(self.bottom - 1 > self._ended)

    def keys(self, last: int) -> Keys:
        """Return what names each row now, down to a row counted from 1: its first two cells."""
        first, top = self.columns.start, self._head + 1
        right = min(first + 1, self.columns.stop - 1)
        cells = self.sheet.getCellRangeByPosition(first, top, right, max(last - 1, top))
        found: Keys = cells.getDataArray()
        return found

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
        if not values:
            return
        first = min(values)
        cells = self.sheet.getCellRangeByPosition(column, first - 1, column, max(values) - 1)
        placed = {number - first: value for number, value in values.items()}
        put_changed(cells, placed, self._formats)

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

    def _typed_below(self, bottom: int, computed: AbstractSet[int]) -> int:
        """Count the rows that a person typed right under the table, up to a blank one.

        A table of Calc does not grow by itself as one of Excel does.
        """
        end = min(bottom + MOST_TYPED, self.sheet.getRows().getCount() - 1)
        if end <= bottom:
            return 0
        count = 0
        for cells in self._lines(bottom + 1, end).getDataArray():
            if all(cell == "" for at, cell in enumerate(cells) if at not in computed):
                break
            count += 1
        return count

    def _grow(self) -> None:
        """Make the table longer; its new rows compute like the others."""
        last = self.last - 1
        if last == self._ended:
            return
        area = self._range.getDataArea()
        area.EndRow = last
        self._range.setDataArea(area)
        for place in self.computed:  # formats and lists of choices hold for whole columns
            self._compute(self.columns[place], self._ended + 1, last)
        self._ended = last

    def _compute(self, column: int, first: int, last: int) -> None:
        """Give new rows the formula of the lowest cell that has one: others may be typed over."""
        above = self.sheet.getCellRangeByPosition(column, self._head + 1, column, self._ended)
        models = above.queryContentCells(FORMULAS).getRangeAddresses()
        row = max(one.EndRow for one in models)
        model = self.sheet.getCellByPosition(column, row).getRangeAddress()
        top = self.sheet.getCellByPosition(column, first)
        self.sheet.copyRange(top.getCellAddress(), model)
        if last > first:
            self.sheet.getCellRangeByPosition(column, first, column, last).fillAuto(_DOWN, 1)


def _computed(body: Range) -> AbstractSet[int]:
    """Return the places of the columns that compute: those with a formula in an outer row."""
    area = body.getRangeAddress()
    found: set[int] = set()
    for address in body.queryContentCells(FORMULAS).getRangeAddresses():
        if address.StartRow == area.StartRow or address.EndRow == area.EndRow:
            places = range(address.StartColumn, address.EndColumn + 1)
            found |= {column - area.StartColumn for column in places}
    return found
