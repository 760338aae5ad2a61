"""One pass over a sheet: the rows of a table, and what an append must know."""

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ...actions.book import Cell, Row
from ...workbook import schema
from .models import RawRow
from .package import Package
from .ranges import LAST_ROW, Area, column_bytes, column_index, parse_area
from .reader import Values, any_cells, raw_cells
from .sections import walk
from .tables import TablePart
from .workbook import Place

MERGED = re.compile(rb"<mergeCell\b[^>]*?\sref=\"([A-Z0-9:]+)\"")
CONTENT = (b"<v>", b"<v ", b"<is>", b"<f>", b"<f ")


class Cells(Mapping[str, Cell]):
    """The cells of one row by heading, in a fifth of a dict's memory."""

    __slots__ = ("_positions", "_values")

    def __init__(self, positions: Mapping[str, int], values: tuple[Cell, ...]) -> None:
        """Keep the values; `positions` is shared by all rows of the table."""
        self._positions = positions
        self._values = values

    def __getitem__(self, heading: str) -> Cell:
        return self._values[self._positions[heading]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)

    def __repr__(self) -> str:
        return repr(dict(self))


@dataclass(frozen=True, slots=True)
class Scan:
    """A table on disk.

    Attributes:
        rows: its rows by number, blank ones left out.
        bottom: its last row, or the last of those that a person typed right under it.
        last_rows: up to two rows of its data as XML, the last one last.
        wall: the first row below it where something stands in its columns.
    """

    rows: Mapping[int, Row]
    bottom: int
    last_rows: tuple[RawRow, ...]
    wall: int


def scan_table(package: Package, table: TablePart, values: Values, wall: int) -> Scan:
    """Read a table in one pass over its sheet; `wall` is the nearest one known before.

    LibreOffice lets a person type under a table, which does not grow as one of Excel does.
    """
    found: dict[int, Row] = {}
    last_rows: deque[RawRow] = deque(maxlen=2)
    row_of = _RowReader(table, values)
    data = table.data
    bottom = data.bottom
    grows = table.name.lower() in schema.TYPED_IN and not table.has_totals
    for number, row in walk(package, table.sheet):
        if data.top <= number <= data.bottom:
            last_rows.append((number, row))
            if read := row_of(number, row):
                found[number] = read
        elif grows and bottom + 1 == number < wall and (read := row_of(number, row)):
            found[number] = read
            bottom = number
        elif bottom < number < wall and _is_occupied(row, data):
            wall = number
        elif not number:
            wall = min(wall, _first_merged(row, data))
    bottom = min(bottom, wall - 1)
    kept = {number: row for number, row in found.items() if number <= bottom}
    return Scan(kept, bottom, tuple(last_rows), wall)


def typed_positions(table: TablePart) -> list[int]:
    """Return the columns that a user fills; all of them when every one is calculated."""
    every = range(len(table.headings))
    return [at for at in every if at not in table.formulas] or list(every)


class _RowReader:
    """Makes a `Row` of a row's XML, None when nothing was typed in it."""

    def __init__(self, table: TablePart, values: Values) -> None:
        self._columns = {
            column_bytes(table.data.left + at): at for at in range(len(table.headings))
        }
        self._positions = {heading: at for at, heading in enumerate(table.headings)}
        self._typed = typed_positions(table)
        self._blank: list[Cell] = [None] * len(table.headings)
        self._values = values

    def __call__(self, number: int, row: bytes) -> Row | None:
        cells, columns, values = self._blank.copy(), self._columns, self._values
        for letters, attributes, text in raw_cells(row):
            if text and letters in columns:
                cells[columns[letters]] = values[attributes](text)
        for at in self._typed:
            if cells[at] is not None:
                return Row(number, Cells(self._positions, tuple(cells)))
        return None


def _is_occupied(row: bytes, data: Area) -> bool:
    return any(
        data.left <= column_index(letters.decode()) <= data.right
        and any(mark in cell for mark in CONTENT)
        for letters, cell in any_cells(row)
    )


def _first_merged(tail: bytes, data: Area) -> int:
    areas = [parse_area(found.decode()) for found in MERGED.findall(tail)]
    below = [a.top for a in areas if a and a.top > data.bottom and a.shares_columns(data)]
    return min(below, default=LAST_ROW + 1)


def read_places(
    package: Package, sheet: str, places: Collection[Place], values: Values
) -> dict[Place, Cell]:
    """Return the values of single cells of one sheet."""
    wanted = {(place.row, place.column): place for place in places if place.sheet == sheet}
    numbers = {row for row, _ in wanted}
    found: dict[Place, Cell] = dict.fromkeys(wanted.values())
    for number, row in walk(package, sheet):
        for letters, attributes, text in raw_cells(row) if number in numbers else ():
            place = wanted.get((number, column_index(letters.decode())))
            if place and text:
                found[place] = values[attributes](text)
    return found
