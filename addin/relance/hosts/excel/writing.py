"""Noted changes put into the cells of an open workbook."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from ...actions.book import Cell
from .areas import by_format, runs, visible_rows
from .cells import GENERAL, given, grid, is_as_meant, is_formula, needed_format
from .growing import grow, must_grow
from .native import Range, is_locked, is_protected
from .refusals import refusal
from .tableview import TableView


class Writer:
    """Writes what was noted; `touched` tells whether Excel may have taken some of it."""

    def __init__(self, path: str) -> None:
        """Write into the workbook at `path`."""
        self.touched = False
        self._path = path

    def write(self, views: Sequence[TableView], names: Sequence[tuple[Range, Cell]]) -> None:
        """Write named cells, then tables in the order given.

        What can be known to be refused is refused first, before Excel is given anything; then
        the tables grow, which Excel may refuse, before a cell is written.

        Raises:
            BookError: a sheet is protected, or a cell does not hold what was written.
        """
        self._refuse_protected(views, names)
        for view in views:
            if must_grow(view):
                self.touched = True
                grow(view)
        for cell, value in names:
            self.column(cell, {cell.row: value}, {cell.row})
        for view in views:
            seen = visible_rows(view.body())
            for position, values in view.by_column().items():
                self.column(view.column(position), values, seen)

    def column(self, column: Range, values: Mapping[int, Cell], seen: AbstractSet[int]) -> None:
        """Write cells of one column by sheet row, and check that Excel holds them.

        A cell with a formula is left alone: Excel computes it. A cell that holds the value
        already is written only where it stands between two that do not.

        Args:
            column: the cells in Excel.
            values: what to write.
            seen: the rows that are not hidden. An array written over filtered rows is scrambled:
                Excel gives its first element to every visible cell (xlwings issue 747). So seen
                rows are written run by run, and hidden ones cell by cell.
        """
        part = column[min(values) - column.row : max(values) + 1 - column.row, :]
        held = _held(part)
        formulas = grid(part.formula)
        first = part.row
        free = {
            row: value
            for row, value in values.items()
            if not is_formula(formulas[row - first][0], held[row - first])
        }
        changed = {row for row, value in free.items() if not is_as_meant(held[row - first], value)}
        for run in runs(row for row in free if row in seen):
            touched = [row for row in run if row in changed]
            if touched:
                rows = range(touched[0], touched[-1] + 1)
                self._block(_rows(part, rows), [free[row] for row in rows])
        for row in sorted(changed - seen):
            self._block(_rows(part, range(row, row + 1)), [free[row]])
        if changed:
            self._check(part, {row: free[row] for row in changed})

    def _refuse_protected(
        self, views: Iterable[TableView], names: Iterable[tuple[Range, Cell]]
    ) -> None:
        for view in views:
            if is_protected(view.table.parent):
                raise refusal(self._path, "protected", view.table.parent.name)
        for cell, value in names:
            if is_protected(cell.sheet) and not _is_free(cell, value):
                raise refusal(self._path, "protected", cell.sheet.name)

    def _block(self, cells: Range, values: Sequence[Cell]) -> None:
        """Write neighbouring cells, each stretch under the format that it needs."""
        start = 0
        for stretch, code in by_format(cells):
            height = stretch.shape[0]
            self._stretch(stretch, code, values[start : start + height])
            start += height

    def _stretch(self, cells: Range, code: str, values: Sequence[Cell]) -> None:
        start = 0
        for needed, group in groupby(values, lambda value: needed_format(value, code)):
            wanted = [[given(value, needed or code)] for value in group]
            part = cells[start : start + len(wanted), :]
            start += len(wanted)
            self.touched = True
            if needed:
                part.number_format = needed
            part.value = wanted if len(wanted) > 1 else wanted[0][0]

    def _check(self, part: Range, values: Mapping[int, Cell]) -> None:
        held = _held(part)
        for row, value in values.items():
            if not is_as_meant(held[row - part.row], value):
                cell = _rows(part, range(row, row + 1)).get_address(False, False)
                raise refusal(self._path, "not_as_written", f"{part.sheet.name}!{cell}")


def _is_free(cell: Range, value: Cell) -> bool:
    """Tell whether a cell of a protected sheet takes a value: not locked, its format as it is."""
    return not is_locked(cell) and not needed_format(value, cell.number_format or GENERAL)


def _held(column: Range) -> list[object]:
    """Return what the cells of a column hold."""
    return [row[0] for row in grid(column.options(ndim=2, err_to_str=True).value)]


def _rows(column: Range, rows: range) -> Range:
    """Return the cells of some sheet rows of a column."""
    return column[rows.start - column.row : rows.stop - column.row, :]
