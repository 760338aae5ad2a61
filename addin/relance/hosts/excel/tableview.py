"""A table as it stands: what Excel shows, with the changes noted so far."""

from collections.abc import Sequence

from ...actions.book import Cell
from ..noted import Cells, NotedTable
from .below import Below
from .cells import as_cell, grid, is_formula, kept
from .native import Range, Table
from .refusals import refusal


class TableView(NotedTable):
    """One table of an open workbook; it is read once, in one block.

    Attributes:
        table: the table in Excel.
        left: the sheet column of its first column, counted from 1.
        has_body: whether it has one; a table that was emptied has none, and one blank row in
            which the first one is typed.
    """

    def __init__(self, path: str, table: Table) -> None:
        """Read a table."""
        self.table, self._path = table, path
        headings = [column.name for column in table.columns]
        whole, body = table.range, table.data_body_range
        self.left, self.has_body = whole.column, body is not None
        top = whole.row + int(table.show_headers)
        bottom = body.row + body.shape[0] - 1 if body is not None else top
        self._below = Below(table.parent, bottom, self.left, len(headings))
        computed, block = _read(body) if body is not None else (set(), [])
        super().__init__(table.name, headings, (top, bottom), computed, block)

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

    def kept(self, value: Cell) -> Cell:
        """Return what Excel gives back for a value: it knows floats only."""
        return kept(value)

    def refusal(self, reason: str, number: int, position: int) -> Exception:
        """Return the error to raise about a cell."""
        sheet = self.table.parent
        cell = sheet.cells[number - 1, self.left - 1 + position]
        return refusal(self._path, reason, f"{sheet.name}!{cell.get_address(False, False)}")

    def check_room(self, last: int) -> None:
        """Refuse to grow over totals, or over what stands below. Raises BookError."""
        if self.table.show_totals:
            raise self.refusal("totals_row", self.last + 1, 0)
        blocked = self._below.blocked(last)
        if blocked:
            raise self.refusal(*blocked, 0)


def _read(body: Range) -> tuple[set[int], list[Cells]]:
    """Return the places of the columns that compute, and the cells row by row."""
    block = grid(body.options(ndim=2, err_to_str=True).value)
    return _computed(body, block), [tuple(map(as_cell, row)) for row in block]


def _computed(body: Range, block: Sequence[Sequence[object]]) -> set[int]:
    """Return the places of the columns that compute: those with a formula in an outer row.

    A row in which only those show something is blank to the user.
    """
    found: set[int] = set()
    for at in {0, len(block) - 1}:
        formulas = grid(body[at : at + 1, :].formula)[0]
        found |= {i for i, text in enumerate(formulas) if is_formula(text, block[at][i])}
    return found
