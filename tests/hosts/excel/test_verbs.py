"""A verb does the same to a workbook that is open in Excel as to a closed one."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.actions.world import MONDAY, debtor, invoice, make_book
from tests.hosts.excel.world import book_of
from tests.tools.xlwings_engine import Excel

from relance.actions.batch import Order
from relance.actions.book import Book
from relance.actions.desk import open_desk
from relance.actions.run import run
from relance.hosts.file.book import FileBook
from relance.workbook import schema

LATE = date(2026, 11, 19)
NOW = "2026-11-23T09:00:00+01:00"
COUNT = 12


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """Return a workbook with twelve debtors who are four days late."""
    codes = [f"C{number}" for number in range(COUNT)]
    items = [invoice(f"0{number}E5", code, LATE, "1200.55") for number, code in enumerate(codes)]
    debtors = [debtor(code, "'t Zand" if code == "C3" else "") for code in codes]
    return make_book(tmp_path / "relances.xlsx", debtors, items, Identifiant="essai")


def prepared(book: Book, out: Path) -> list[str]:
    """Run the verb of the day and return the names of its documents."""
    batch = run(open_desk(book, out), Order(MONDAY, out, NOW))
    return [document.path.name for document in batch.documents]


def told(path: Path, out: Path) -> dict[str, Any]:
    """Return all that a workbook says, without the folder that it names."""
    book = FileBook(path)
    names = [one.name for one in (*schema.PARAMETERS, *schema.FIGURES)]
    cells: dict[str, Any] = {name: book.get(name) for name in names}
    assert cells.pop("DossierSortie") == str(out.resolve())
    tables = {sheet.table: book.read(sheet.table).rows for sheet in schema.TABLES}
    return cells | {
        name: [(row.number, dict(row.cells)) for row in rows] for name, rows in tables.items()
    }


def test_a_run_writes_the_same_documents_and_the_same_cells(closed: Path, tmp_path: Path) -> None:
    opened = tmp_path / "ouvert" / closed.name
    opened.parent.mkdir()
    shutil.copy(closed, opened)
    wb = openpyxl.load_workbook(opened)
    for row in (3, 4, 9):
        wb["Factures"].row_dimensions[row].hidden = True  # filtered, as when a user looks
    wb.save(opened)
    outs = [tmp_path / "a", tmp_path / "b"]
    with FileBook(closed) as file:
        names = prepared(file, outs[0])
    excel = Excel()
    book = book_of(excel.open(opened))
    assert prepared(book, outs[1]) == names
    assert len(names) == COUNT
    assert told(opened, outs[1]) == told(closed, outs[0])
    sheets = [written.split("!")[0] for written in excel.written]
    assert set(sheets[sheets.index("Journal") :]) == {"Journal"}  # last of all


def test_a_second_run_writes_nothing_twice(closed: Path, tmp_path: Path) -> None:
    out = tmp_path / "a"
    for expected in (COUNT, 0):
        assert len(prepared(book_of(Excel().open(closed)), out)) == expected
    assert len(FileBook(closed).read(schema.JOURNAL.table).rows) == COUNT


def test_excel_closed_without_saving_loses_nothing(closed: Path, tmp_path: Path) -> None:
    out = tmp_path / "a"
    excel = Excel()

    def full(asked: str) -> None:
        if asked == "save" and excel.calls["save"] > 1:  # the folder is remembered first
            raise AssertionError("Excel is gone")

    excel.fault = full
    with pytest.raises(AssertionError):
        prepared(book_of(excel.open(closed)), out)
    assert len(FileBook(closed).read(schema.JOURNAL.table).rows) == 0
    assert prepared(book_of(Excel().open(closed)), out) == []
    assert len(FileBook(closed).read(schema.JOURNAL.table).rows) == COUNT
