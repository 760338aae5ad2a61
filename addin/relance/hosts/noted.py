"""A table as it was read from an open workbook, with the changes noted so far.

Nothing here knows a spreadsheet program: a host reads the rows, and later writes the changes.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from ..actions.book import Cell, Row, Table
from .headings import missing_column
from .values import UnwritableError, as_read, checked

Cells = tuple[Cell, ...]


class NotedTable(ABC):
    """Rows of a table by their number in the sheet; a host says how it is refused and grows.

    Attributes:
        name: its name in the workbook.
        headings: in order.
        top: the first row.
        bottom: the last row in the workbook.
        last: the last row, with those that are noted.
        computed: places of the columns that compute.
        changes: the cells that are noted, by row and place of the column.
    """

    def __init__(
        self,
        name: str,
        headings: Sequence[str],
        rows: tuple[int, int],
        computed: AbstractSet[int],
        block: Sequence[Cells],
    ) -> None:
        """Take what was read.

        Args:
            name: of the table.
            headings: in order.
            rows: the numbers of its first and last row.
            computed: places of the columns that compute; a row in which only those show something
                is blank to the user.
            block: its cells, row by row; none for a table that was emptied.
        """
        self.name, self.headings, self.computed = name, tuple(headings), computed
        self.top, self.bottom = rows
        self.last = self.bottom
        self.changes: dict[int, dict[int, Cell]] = {}
        self._positions = {heading: at for at, heading in enumerate(self.headings)}
        places = range(len(self.headings))
        self._typed = [at for at in places if at not in computed] or list(places)
        self._rows = {
            number: cells for number, cells in enumerate(block, self.top) if self._is_filled(cells)
        }
        self._filled = max(self._rows, default=self.top - 1)

    @abstractmethod
    def refusal(self, reason: str, number: int, position: int) -> Exception:
        """Return the error to raise about a cell: its row, and the place of its column."""

    @abstractmethod
    def check_room(self, last: int) -> None:
        """Refuse a last row to which the table can't grow. Raises BookError."""

    def kept(self, value: Cell) -> Cell:
        """Return what a value that was written reads as."""
        return as_read(value)

    def rows(self) -> Table:
        """Return the table with its changes, blank rows left out."""
        return Table(self.name, self.headings, tuple(self._each_row()))

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
        if numbers[-1] > self.last:
            self.check_room(numbers[-1])
            self.last = numbers[-1]
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

    def _position(self, heading: str) -> int:
        if heading not in self._positions:
            raise missing_column(self.name, heading, self.headings)
        return self._positions[heading]

    def _check(self, value: Cell, number: int, position: int) -> None:
        try:
            checked(value)
        except UnwritableError as error:
            raise self.refusal(str(error), number, position) from error

    def _each_row(self) -> Iterator[Row]:
        for number in sorted({*self._rows, *self.changes}):
            cells = self._cells(number)
            if cells is not None:
                yield Row(number, dict(zip(self.headings, cells, strict=True)))

    def _cells(self, number: int) -> Cells | None:
        """Return a row with its changes, None when nothing is typed in it."""
        known, changes = self._rows.get(number), self.changes.get(number)
        if not changes:
            return known
        cells = list(known or [None] * len(self.headings))
        for at, value in changes.items():
            cells[at] = self.kept(value)
        return tuple(cells) if self._is_filled(cells) else None

    def _is_filled(self, cells: Sequence[Cell]) -> bool:
        return any(cells[at] is not None for at in self._typed)
