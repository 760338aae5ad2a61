"""What stands where a table would get columns: nothing of a user's is ever covered."""

import re
from collections.abc import Iterator

from ..package import Package
from ..ranges import LAST_COLUMN, Area, cell_name, column_index, parse_area
from ..reader import any_cells
from ..scan import CONTENT, MERGED
from ..sections import walk
from ..tables import TablePart
from ..workbook import Workbook

_LAST_CELL = re.compile(rb'<c r="([A-Z]{1,3})')


def in_the_way(package: Package, workbook: Workbook, table: TablePart, count: int) -> str:
    """Return the first cell on the right of a table that is not free, "" when there is room.

    Args:
        package: the workbook.
        workbook: its map.
        table: the table.
        count: how many columns it would get.
    """
    data = table.data
    room = Area(data.top - 1, data.right + 1, data.bottom + table.has_totals, data.right + count)
    if room.right > LAST_COLUMN:
        return cell_name(room.top, LAST_COLUMN)
    return next(_taken(package, workbook, table, room), "")


def _taken(package: Package, workbook: Workbook, table: TablePart, room: Area) -> Iterator[str]:
    for other in workbook.tables.values():
        if other.sheet == table.sheet and other.data.meets(room):
            yield cell_name(max(other.data.top, room.top), other.data.left)
    for place in workbook.names.values():
        if place.sheet == table.sheet and room.holds(place.row, place.column):
            yield cell_name(place.row, place.column)
    for number, row in walk(package, table.sheet):
        if room.top <= number <= room.bottom:
            yield from _filled(number, row, room)
        elif not number:
            merged = (parse_area(found.decode()) for found in MERGED.findall(row))
            yield from (str(area) for area in merged if area and area.meets(room))


def _filled(number: int, row: bytes, room: Area) -> Iterator[str]:
    """Give the cells of a row that hold something there; most rows end before, and cost little."""
    if row.count(b"<c") == row.count(b'<c r="'):
        last = _LAST_CELL.match(row, max(row.rfind(b'<c r="'), 0))
        if last is None or column_index(last[1].decode()) < room.left:
            return
    for letters, cell in any_cells(row):
        column = column_index(letters.decode())
        if room.holds(number, column) and any(mark in cell for mark in CONTENT):
            yield cell_name(number, column)
