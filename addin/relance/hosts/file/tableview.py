"""A table as it stands: what is on disk, with the changes made so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ...actions.book import Cell, Row, Table
from ..headings import missing_column
from ..values import UnwritableError, as_read, checked
from .faults import refusal
from .growth import Growth
from .models import Model, model_of
from .ranges import LAST_ROW, cell_name
from .scan import Cells, Scan, typed_positions
from .tables import TablePart


@dataclass(slots=True)
class SheetChanges:
    """What will be written on one sheet: values by row and column, and patterns of new rows."""

    values: dict[int, dict[int, Cell]] = field(default_factory=dict)
    models: dict[int, Model] = field(default_factory=dict)


class TableView:
    """One table of an open book; its changes go to those of its sheet."""

    def __init__(self, path: Path, part: TablePart, scan: Scan, changes: SheetChanges) -> None:
        """Look at a table that was just read."""
        self.part = part
        self.last = scan.bottom
        self.has_new_rows = False
        self._path = path
        self._scan = scan
        self._changes = changes
        self._typed = typed_positions(part)
        self._positions = {heading: at for at, heading in enumerate(part.headings)}
        self._filled = max(scan.rows, default=part.data.top - 1)
        self._model: Model | None = None

    def table(self) -> Table:
        """Return the table with its changes, blank rows left out."""
        return Table(self.part.name, self.part.headings, tuple(self._rows()))

    def column(self, heading: str) -> int:
        """Return the sheet column of a heading. Raises MissingColumnError."""
        if heading not in self._positions:
            raise missing_column(self.part.name, heading, self.part.headings)
        return self.part.data.left + self._positions[heading]

    def write(self, heading: str, values: Mapping[int, Cell]) -> None:
        """Note values of one column by row; nothing is noted when one is refused."""
        column, top = self.column(heading), self.part.data.top
        for number, value in values.items():
            if not top <= number <= self.last:
                raise self._refusal("row_outside", number, column)
            self._check(value, number, column)
        rows = self._changes.values
        for number, value in values.items():
            rows.setdefault(number, {})[column] = value
        self._filled = max(self._filled, *values) if values else self._filled
        while self._filled >= top and self._row(self._filled) is None:
            self._filled -= 1

    def append(self, rows: Sequence[Mapping[str, Cell]]) -> tuple[int, ...]:
        """Note new rows after the last one that is filled, and return their numbers."""
        start = self._filled + 1
        numbers = range(start, start + len(rows))
        new = [{self.column(heading): value for heading, value in row.items()} for row in rows]
        for number, cells in zip(numbers, new, strict=True):
            for column, value in cells.items():
                self._check(value, number, column)
        if not rows:
            return ()
        model = self._pattern()
        self._make_room(numbers[-1])
        for number, cells in zip(numbers, new, strict=True):
            given = {column: value for column, value in cells.items() if value not in (None, "")}
            self._changes.values.setdefault(number, {}).update(given)
            self._changes.models[number] = model
        self._filled = numbers[-1]
        self.has_new_rows = True
        return tuple(numbers)

    def growth(self) -> Growth:
        """Return how far the table reaches now."""
        return Growth(self.part.sheet, self.part.sheet_name, self.part.data, self.last)

    def take_typed(self) -> None:
        """Take the rows typed right under the table into it, computing like the others."""
        typed = range(self.part.data.bottom + 1, self._scan.bottom + 1)
        for number in typed:
            self._changes.values.setdefault(number, {})
            self._changes.models[number] = self._pattern()
        self.has_new_rows |= bool(typed)

    def _make_room(self, last: int) -> None:
        left = self.part.data.left
        if last > self.last:
            if self.part.has_totals:
                raise self._refusal("totals_row", self.last + 1, left)
            if last > LAST_ROW:
                raise self._refusal("sheet_full", LAST_ROW, left)
            if last >= self._scan.wall:
                raise self._refusal("rows_below", self._scan.wall, left)
            self.last = last

    def _pattern(self) -> Model:
        if self._model is None:
            try:
                self._model = model_of(self.part, self._scan.last_rows)
            except UnwritableError as error:
                left = self.part.data.left
                raise self._refusal(str(error), self.part.data.bottom, left) from error
        return self._model

    def _check(self, value: Cell, number: int, column: int) -> None:
        try:
            checked(value)
        except UnwritableError as error:
            raise self._refusal(str(error), number, column) from error

    def _refusal(self, reason: str, number: int, column: int) -> Exception:
        where = f"{self.part.sheet_name}!{cell_name(number, column)}"
        return refusal(self._path, reason, where)

    def _rows(self) -> Iterator[Row]:
        data = self.part.data
        edited = (n for n in self._changes.values if data.top <= n <= self.last)
        numbers = {**dict.fromkeys(self._scan.rows), **dict.fromkeys(edited)}
        for number in sorted(numbers):
            if row := self._row(number):
                yield row

    def _row(self, number: int) -> Row | None:
        """Return a row with its changes, None when nothing is typed in it."""
        known, changes = self._scan.rows.get(number), self._changes.values.get(number)
        if not changes:
            return known
        blank: list[Cell] = [None] * len(self.part.headings)
        values = list(known.cells.values()) if known else blank
        for column, value in changes.items():
            at = column - self.part.data.left
            if 0 <= at < len(values):
                values[at] = as_read(value)
        if all(values[at] is None for at in self._typed):
            return None
        return Row(number, Cells(self._positions, tuple(values)))
