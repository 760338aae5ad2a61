"""Tables of the Excel for tests; growing one fills its calculated columns and shifts nothing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl.worksheet.table import Table as Part
from tests.tools.xlwings_ranges import REFUSED, Range

if TYPE_CHECKING:
    from tests.tools.xlwings_engine import Sheet


class Tables:
    """The tables of a sheet."""

    def __init__(self, sheet: "Sheet") -> None:
        self.parent = sheet

    def __call__(self, key: str) -> "Table":
        return Table(self.parent, self.parent.ws.tables[key])

    def __iter__(self) -> Iterator["Table"]:
        return (Table(self.parent, part) for part in self.parent.ws.tables.values())

    def __len__(self) -> int:
        return len(self.parent.ws.tables)


class Table:
    """One table; with `insertRow` in its file it has no rows, and a place for the first."""

    def __init__(self, sheet: "Sheet", part: Part) -> None:
        self.parent, self.part = sheet, part

    @property
    def name(self) -> str:
        return str(self.part.displayName)

    @property
    def show_headers(self) -> bool:
        return self.part.headerRowCount != 0

    @property
    def show_totals(self) -> bool:
        return bool(self.part.totalsRowCount)

    @property
    def range(self) -> Range:
        return self.parent.range(self.part.ref)

    @property
    def columns(self) -> "TableColumns":
        return TableColumns(self)

    @property
    def rows(self) -> "TableRows":
        return TableRows(self)

    @property
    def data_body_range(self) -> Range | None:
        if self.part.insertRow:
            return None
        row, column, height, width = self.range.areas[0]
        top = int(self.show_headers)
        return Range(self.parent, [(row + top, column, height - top - self.show_totals, width)])

    def resize(self, target: Range) -> None:
        self.parent.app.called("resize")
        self.refuse_protected()
        before = self.range.areas[0]
        self.part.ref = target.get_address(False, False, False)
        if self.part.autoFilter:
            self.part.autoFilter.ref = self.part.ref
        for row in range(before[0] + before[2], target.row + target.shape[0]):
            self.fill(row)

    def refuse_protected(self) -> None:
        """Refuse to grow on a protected sheet, whatever its cells are."""
        if self.parent.ws.protection.sheet:
            raise REFUSED

    def fill(self, row: int) -> None:
        """Carry the calculated columns on to a row, unless the user has turned that off."""
        if not self.parent.app.carries_formulas_on:
            return
        for at, column in enumerate(self.part.tableColumns):
            if column.calculatedColumnFormula is not None:
                formula = column.calculatedColumnFormula.attr_text
                self.parent.ws.cell(row, self.range.column + at).value = f"={formula}"


class TableColumns:
    """The columns of a table."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __iter__(self) -> Iterator["TableColumn"]:
        return (TableColumn(self.table, name) for name in self.table.part.column_names)

    def __len__(self) -> int:
        return len(self.table.part.tableColumns)


class TableColumn:
    """One column; its name costs a question."""

    def __init__(self, table: Table, name: str) -> None:
        self._table, self._name = table, name

    @property
    def name(self) -> str:
        self._table.parent.app.called("heading")
        return self._name


class TableRows:
    """The rows of a table."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __len__(self) -> int:
        body = self.table.data_body_range
        return body.shape[0] if body else 0

    def add(self, values: object, index: object) -> object:
        """Add a blank row at the end."""
        if values is not None or index is not None:
            raise NotImplementedError
        if self.table.part.insertRow:
            self.table.parent.app.called("add row")
            self.table.refuse_protected()
            self.table.part.insertRow = None
            self.table.fill(self.table.range.row + 1)
        else:
            row, column, height, width = self.table.range.areas[0]
            self.table.resize(Range(self.table.parent, [(row, column, height + 1, width)]))
        return self
