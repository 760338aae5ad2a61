"""A table as it was read from an open workbook, with the changes noted so far.

Nothing here knows a spreadsheet program: a host reads the rows, and later writes the changes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ..actions.book import Cell, Row, Table
from ..core.errors import MissingColumnError
from .values import UnwritableError, as_read, checked

Cells = tuple[Cell, ...]
# Makes the error to raise about a cell: reason, sheet row, place of the column.
Refusal = Callable[[str, int, int], Exception]


@dataclass
class NotedTable:
    """Rows of a table by their number in the sheet.

    Args:
        name: of the table.
        headings: in order.
        top: the first row.
        bottom: the last row in the workbook.
        read: the rows that are not blank.
        computed: places of the columns that compute; a row in which only those show something is
            blank to the user.
        refusal: makes the errors.
        room: refuses a last row to which the table can't grow.
        kept: what a value that was written reads as.
    """

    name: str
    headings: tuple[str, ...]
    top: int
    bottom: int
    read: Mapping[int, Cells]
    computed: AbstractSet[int]
    refusal: Refusal
    room: Callable[[int], None]
    kept: Callable[[Cell], Cell] = as_read
    changes: dict[int, dict[int, Cell]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the last row that is filled."""
        self.last = self.bottom
        self._positions = {heading: at for at, heading in enumerate(self.headings)}
        places = range(len(self.headings))
        self._typed = [at for at in places if at not in self.computed] or list(places)
        self._filled = max(self.read, default=self.top - 1)

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
            self.room(numbers[-1])
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
            raise MissingColumnError(table=self.name, column=heading, found=self.headings)
        return self._positions[heading]

    def _check(self, value: Cell, number: int, position: int) -> None:
        try:
            checked(value)
        except UnwritableError as error:
            raise self.refusal(str(error), number, position) from error

    def _each_row(self) -> Iterator[Row]:
        for number in sorted({*self.read, *self.changes}):
            cells = self._cells(number)
            if cells is not None:
                yield Row(number, dict(zip(self.headings, cells, strict=True)))

    def _cells(self, number: int) -> Cells | None:
        """Return a row with its changes, None when nothing is typed in it."""
        known, changes = self.read.get(number), self.changes.get(number)
        if not changes:
            return known
        cells = list(known or [None] * len(self.headings))
        for at, value in changes.items():
            cells[at] = self.kept(value)
        return tuple(cells) if any(cells[at] is not None for at in self._typed) else None
