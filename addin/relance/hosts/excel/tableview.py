"""A table as it stands: what Excel shows, with the changes noted so far."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from ...actions.book import Cell, Row
from ...actions.book import Table as Rows
from ..headings import missing_column
from ..values import UnwritableError, checked
from .below import Below
from .cells import as_cell, grid, is_formula, kept
from .native import Range, Table
from .refusals import refusal


class TableView:
    """One table of an open workbook; it is read once, in one block.

    Attributes:
        name: its name in the workbook.
        table: the table in Excel.
        headings: its headings, in order.
        left: the sheet column of its first column, counted from 1.
        top: the sheet row of its first row.
        bottom: the sheet row of its last row in Excel.
        last: the sheet row of its last row, with those that are noted.
        computed: the places of the columns that compute.
        changes: the cells that are noted, by sheet row and place of the column.
    """

    def __init__(self, path: str, table: Table) -> None:
        """Read a table."""
        self.table = table
        self.name = table.name
        self.headings = tuple(column.name for column in table.columns)
        whole, body = table.range, table.data_body_range
        self.left = whole.column
        self.top = whole.row + int(table.show_headers)
        # A table that was emptied has no body, and one blank row in which the first one is typed.
        self.has_body = body is not None
        self.bottom = body.row + body.shape[0] - 1 if body is not None else self.top
        self.last = self.bottom
        self.computed: AbstractSet[int] = frozenset()
        self.changes: dict[int, dict[int, Cell]] = {}
        self._path = path
        self._positions = {heading: at for at, heading in enumerate(self.headings)}
        self._typed: Sequence[int] = range(len(self.headings))  # the columns that a user fills
        self._rows: dict[int, tuple[Cell, ...]] = {}
        if body is not None:
            self._read(body)
        self._filled = max(self._rows, default=self.top - 1)
        self._below = Below(table.parent, self.bottom, self.left, len(self.headings))

    @property
    def lines(self) -> range:
        """The rows of the sheet that it takes, those that are noted included."""
        return range(self.top, self.last + 1)

    @property
    def columns(self) -> range:
        """The columns of the sheet that it takes, counted from 1."""
        return range(self.left, self.left + len(self.headings))

    def column(self, position: int) -> Range:
        """Return the cells of a column in Excel, its noted rows included."""
        at = self.left - 1 + position
        return self.table.parent.cells[self.top - 1 : self.last, at : at + 1]

    def body(self) -> Range:
        """Return all cells in Excel, the noted rows included."""
        left = self.left - 1
        return self.table.parent.cells[self.top - 1 : self.last, left : left + len(self.headings)]

    def rows(self) -> Rows:
        """Return the table with its changes, blank rows left out."""
        return Rows(self.name, self.headings, tuple(self._each_row()))

    def write(self, heading: str, values: Mapping[int, Cell]) -> None:
        """Note values of one column by row; nothing is noted when one is refused."""
        at = self._position(heading)
        for number, value in values.items():
            if not self.top <= number <= self.last:
                raise self.refusal("row_outside", number, at)
            self._check(value, number, at)
        for number, value in values.items():
            self.changes.setdefault(number, {})[at] = value
        self._filled = max(self._filled, *values) if values else self._filled
        while self._filled >= self.top and self._cells(self._filled) is None:
            self._filled -= 1

    def append(self, rows: Sequence[Mapping[str, Cell]]) -> tuple[int, ...]:
        """Note new rows after the last one that is filled, and return their numbers."""
        start = self._filled + 1
        numbers = range(start, start + len(rows))
        new = [{self._position(heading): value for heading, value in row.items()} for row in rows]
        for number, cells in zip(numbers, new, strict=True):
            for at, value in cells.items():
                self._check(value, number, at)
        if not rows:
            return ()
        self._make_room(numbers[-1])
        for number, cells in zip(numbers, new, strict=True):
            given = {at: value for at, value in cells.items() if value not in (None, "")}
            self.changes.setdefault(number, {}).update(given)
        self._filled = numbers[-1]
        return tuple(numbers)

    def by_column(self) -> dict[int, dict[int, Cell]]:
        """Return the noted cells by place of the column, then by sheet row."""
        found: dict[int, dict[int, Cell]] = {}
        for number in sorted(self.changes):
            for at, value in self.changes[number].items():
                found.setdefault(at, {})[number] = value
        return found

    def refusal(self, reason: str, number: int, position: int) -> Exception:
        """Return the error to raise about a cell."""
        sheet = self.table.parent
        cell = sheet.cells[number - 1, self.left - 1 + position]
        return refusal(self._path, reason, f"{sheet.name}!{cell.get_address(False, False)}")

    def _read(self, body: Range) -> None:
        block = grid(body.options(ndim=2, err_to_str=True).value)
        self.computed = _computed(body, block)
        self._typed = [at for at in self._typed if at not in self.computed] or self._typed
        for number, cells in enumerate(block, self.top):
            row = tuple(as_cell(cell) for cell in cells)
            if any(row[at] is not None for at in self._typed):
                self._rows[number] = row

    def _position(self, heading: str) -> int:
        if heading not in self._positions:
            raise missing_column(self.name, heading, self.headings)
        return self._positions[heading]

    def _check(self, value: Cell, number: int, position: int) -> None:
        try:
            checked(value)
        except UnwritableError as error:
            raise self.refusal(str(error), number, position) from error

    def _make_room(self, last: int) -> None:
        if last <= self.last:
            return
        if self.table.show_totals:
            raise self.refusal("totals_row", self.last + 1, 0)
        blocked = self._below.blocked(last)
        if blocked:
            raise self.refusal(*blocked, 0)
        self.last = last

    def _each_row(self) -> Iterator[Row]:
        for number in sorted({*self._rows, *self.changes}):
            cells = self._cells(number)
            if cells is not None:
                yield Row(number, dict(zip(self.headings, cells, strict=True)))

    def _cells(self, number: int) -> tuple[Cell, ...] | None:
        """Return a row with its changes, None when nothing is typed in it."""
        known, changes = self._rows.get(number), self.changes.get(number)
        if not changes:
            return known
        cells = list(known or [None] * len(self.headings))
        for at, value in changes.items():
            cells[at] = kept(value)
        return tuple(cells) if any(cells[at] is not None for at in self._typed) else None


def _computed(body: Range, block: Sequence[Sequence[object]]) -> set[int]:
    """Return the places of the columns that compute: those with a formula in an outer row.

    A row in which only those show something is blank to the user.
    """
    found: set[int] = set()
    for at in {0, len(block) - 1}:
        formulas = grid(body[at : at + 1, :].formula)[0]
        found |= {i for i, text in enumerate(formulas) if is_formula(text, block[at][i])}
    return found
