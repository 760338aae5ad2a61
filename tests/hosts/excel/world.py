"""A small workbook in an Excel for tests: one table of invoices that computes, and a journal."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlwings
from openpyxl.worksheet.table import Table, TableFormula
from tests.tools.xlwings_engine import Excel
from tests.tools.xlwings_ranges import ComError

from relance.actions.book import Cell
from relance.core.errors import BookError
from relance.hosts.excel.book import ExcelBook
from relance.hosts.excel.keys import Escape
from relance.hosts.file.book import FileBook

HEADINGS = ("N° facture", "Échéance", "Montant TTC", "Payé", "Reste dû TTC", "Note")
FORMATS = ("@", "dd/mm/yyyy", "#,##0.00", "#,##0.00", "#,##0.00", "General")
FORMULA = "tFactures[[#This Row],[Montant TTC]]-tFactures[[#This Row],[Payé]]"
DAY = date(2026, 1, 31)


def book_of(book: xlwings.Book) -> ExcelBook:
    """Return a workbook of an Excel without a keyboard."""
    return ExcelBook(book, Escape(None))


def row(number: str, amount: float = 100, paid: float = 0) -> list[Any]:
    """Return the cells of an invoice that the user typed."""
    return [number, DAY, amount, paid, None, None]


SERIES = [row(f"F{number}") for number in range(2, 8)]  # F2 stands in row 2 ... F7 in row 7


def reason(refused: pytest.ExceptionInfo[BookError]) -> tuple[object, object]:
    return refused.value.facts["reason"], refused.value.facts["detail"]


def on_disk(path: Path, column: str, table: str = "tFactures") -> dict[int, Cell]:
    return {row.number: row.cells[column] for row in FileBook(path).read(table).rows}


def failing(excel: Excel, asked: str, error: ComError, times: int = 0) -> None:
    """Make Excel refuse a question from then on, after it was answered some times."""

    def fault(what: str) -> None:
        if what == asked and excel.calls[asked] > times:
            raise error

    excel.calls.clear()
    excel.fault = fault


def filled(sheet: Any, rows: Sequence[Sequence[Any]], table: str, first: int = 1) -> None:
    """Write a table, its formats and its formulas."""
    for at, heading in enumerate(HEADINGS, 1):
        sheet.cell(first, at).value = heading
    for down, cells in enumerate(rows, first + 1):
        for at, value in enumerate(cells, 1):
            cell = sheet.cell(down, at)
            cell.value, cell.number_format = value, FORMATS[at - 1]
        sheet.cell(down, 5).value = f"={FORMULA}"
    sheet.add_table(Table(displayName=table, ref=f"A{first}:F{first + len(rows)}"))
    part = sheet.tables[table]
    part._initialise_columns()
    for column, heading in zip(part.tableColumns, HEADINGS, strict=True):
        column.name = heading
    part.tableColumns[4].calculatedColumnFormula = TableFormula(attr_text=FORMULA)


Change = Callable[[Any], None]
Opened = tuple[Excel, ExcelBook]
Open = Callable[..., Opened]
