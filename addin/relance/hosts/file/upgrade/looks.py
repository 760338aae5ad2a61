"""The looks of our tables' columns in a workbook, to be lent to those that it gets.

A style is a number of the workbook's own list; what a user made of ours is lent with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ....workbook.build_tables import width_of
from ....workbook.schema import TABLES, CellKind, Column, Sheet
from ..cells import style_of
from ..package import Package
from ..ranges import column_index
from ..reader import any_cells
from ..sections import Part, rows, sections
from ..tables import TablePart
from ..workbook import Workbook
from .cols import FOLDED, Facts, style_of_column

MARGIN = 0.71  # digits that a width in a file counts and a text can't use
_CENTRED: tuple[CellKind, ...] = ("date", "flag", "integer", "money", "rate")  # headings so aligned


@dataclass(frozen=True, slots=True)
class Look:
    """Styles of a column: of its heading, of its cells, of the whole column of the sheet."""

    heading: int = 0
    body: int = 0
    column: int = 0

    def facts(self, column: Column) -> Facts:
        """Return the attributes of a whole column of the sheet."""
        width = f"{width_of(column, ()) + MARGIN:g}"
        folded = FOLDED if column.folded else {}
        return {"width": width, "style": str(self.column), "customWidth": "1", **folded}


@dataclass(frozen=True, slots=True)
class _Sample:
    sheet: Sheet
    column: Column
    look: Look


class Looks:
    """What the columns of a workbook look like."""

    def __init__(self, package: Package, workbook: Workbook) -> None:
        """Look at the headings and the first row of each table of ours."""
        self._samples = [
            sample
            for sheet in TABLES
            if (table := workbook.tables.get(sheet.table.lower()))
            for sample in _samples(package, sheet, table)
        ]

    def of(self, sheet: Sheet, column: Column) -> Look:
        """Return the look of the columns most like a new one; plain where nothing is."""

        def by_heading(sample: _Sample) -> tuple[bool, ...]:
            is_centred = sample.column.kind in _CENTRED
            return (
                _is_dark(sample.sheet, sample.column) != _is_dark(sheet, column),
                is_centred != (column.kind in _CENTRED),
                sample.sheet.table != sheet.table,
            )

        def by_body(sample: _Sample) -> tuple[bool, ...]:
            return (
                sample.column.computed != column.computed,
                sample.sheet.table != sheet.table,
            )

        alike = [one for one in self._samples if one.column.kind == column.kind]
        heading = min(self._samples, key=by_heading, default=None)
        body = min(alike, key=by_body, default=None)
        return Look(
            heading.look.heading if heading else 0,
            body.look.body if body else 0,
            body.look.column if body else 0,
        )


def _is_dark(sheet: Sheet, column: Column) -> bool:
    """Tell whether the heading is one of those that the user fills."""
    return not (sheet.ours or column.computed)


def _samples(package: Package, sheet: Sheet, table: TablePart) -> Iterator[_Sample]:
    head, heading, body = _first_rows(package, table)
    places = {name: table.data.left + at for at, name in enumerate(table.headings)}
    for column in sheet.columns:
        if column.heading in places:
            at = places[column.heading]
            whole = style_of_column(head, at)
            yield _Sample(sheet, column, Look(heading.get(at, 0), body.get(at, whole), whole))


def _first_rows(package: Package, table: TablePart) -> tuple[bytes, dict[int, int], dict[int, int]]:
    """Return the head of a table's sheet, the styles of its headings and of its first row."""
    stream = sections(package, table.sheet)
    _, head = next(stream)
    found: dict[int, dict[int, int]] = {}
    last = 0
    for part, block in stream:
        for number, row in rows(block, last) if part is Part.ROWS else ():
            last = number
            if table.data.top - 1 <= number <= table.data.top:
                found[number] = styles_of(row)
        if last >= table.data.top:
            break
    return head, found.get(table.data.top - 1, {}), found.get(table.data.top, {})


def styles_of(row: bytes) -> dict[int, int]:
    """Return the style of each cell of a row, by column."""
    return {
        column_index(letters.decode()): style_of(cell[: cell.index(b">")]) or 0
        for letters, cell in any_cells(row)
    }
