"""How often Excel is asked: by column and by run of rows, never by row.

Each question crosses from one program to another, which costs more than what it brings.
"""

from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.table import Table
from tests.hosts.excel.world import book_of
from tests.tools.xlwings_engine import Excel

COLUMNS = 29
WRITTEN = 10
HIDDEN = (10, 11, 50)  # cuts each column into three runs of rows that are seen


def asked(rows: int) -> Counter[str]:
    """Read a table, write ten of its columns and add a row; return what Excel was asked."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    headings = [f"C{number}" for number in range(COLUMNS)]
    sheet.append(headings)
    for number in range(rows):
        sheet.append([number] * COLUMNS)
    sheet.add_table(Table(displayName="tFactures", ref=f"A1:AC{rows + 1}"))
    sheet.tables["tFactures"]._initialise_columns()
    for column, heading in zip(sheet.tables["tFactures"].tableColumns, headings, strict=True):
        column.name = heading
    for row in HIDDEN:
        sheet.row_dimensions[row].hidden = True
    excel = Excel()
    workbook = book_of(excel.open("grand.xlsx", book))
    assert len(workbook.read("tFactures").rows) == rows
    for heading in headings[:WRITTEN]:
        workbook.write("tFactures", heading, {row: -row for row in range(2, rows + 2)})
    workbook.append("tFactures", [{"C0": 1}])
    excel.fault = lambda what: None if what != "save" else pytest.fail("nothing goes to disk here")
    workbook._write()
    assert sheet["A10"].value == -10
    assert sheet["J50"].value == -50
    assert sheet[f"J{rows + 1}"].value == -rows - 1
    return excel.calls


@pytest.mark.slow
def test_ten_thousand_rows_are_asked_for_as_often_as_a_hundred(tmp_path: Path) -> None:
    few, many = asked(100), asked(10_000)
    assert many == few


def test_reading_takes_one_block_and_writing_a_few_questions_a_column() -> None:
    found = asked(100)
    assert found["heading"] == COLUMNS
    # Reading: the body. Writing: each column before and after; the cell C0 of the new row is
    # part of its column.
    assert found["read"] == 1 + 2 * WRITTEN
    # The first and the last row when reading, what stands below, then once a column.
    assert found["formula"] == 2 + 1 + WRITTEN
    # Three runs and three hidden cells a column.
    assert found["write"] == 6 * WRITTEN
    assert found["format"] == COLUMNS + 6 * WRITTEN
    assert found["set format"] == COLUMNS  # of the new row
    assert found["resize"] == found["visible cells"] == 1
