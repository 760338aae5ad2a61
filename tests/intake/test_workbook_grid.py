"""Workbooks read the same with calamine and in pure Python."""

import io
import sys
import warnings
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from relance.core.errors import IntakeError
from relance.intake.exports import read_export
from relance.intake.workbook_grid import workbook_grids


def everything() -> bytes:
    """A sheet with all that a cell may hold, an empty one and hidden ones."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    day, hour, share = (
        book.add_format({"num_format": one}) for one in ("dd/mm/yyyy", "hh:mm", "0.00%")
    )
    sheet = book.add_worksheet("A")
    sheet.write_row(2, 1, ["x", 12, 12.5, True, "  b ", "a\nb", "é_x000D_"])
    sheet.write_datetime(3, 0, datetime(2026, 10, 1), day)  # noqa: DTZ001 - a spreadsheet's day
    sheet.write_datetime(3, 1, datetime(2026, 10, 1, 12, 30), day)  # noqa: DTZ001
    sheet.write_datetime(3, 2, time(12, 30), hour)
    sheet.write_number(3, 3, 0.25, share)
    sheet.write_formula(4, 0, "=1/0", None, "#DIV/0!")
    sheet.write_formula(4, 1, "=NA()", None, "#N/A")
    sheet.write_formula(4, 2, "=B3", None, "x")
    sheet.write_formula(4, 3, "=1+1", None, 2)
    sheet.write_formula(4, 4, "=TODAY()", day, 46309)
    sheet.write_rich_string(5, 0, "a", day, "b", " c")
    sheet.write_number(5, 1, 12345678901234567890)
    sheet.write_blank(20, 12, None, day)
    sheet.merge_range(7, 0, 9, 1, "M")
    sheet.merge_range(10, 0, 11, 0, 5)
    sheet.data_validation(0, 0, 0, 0, {"validate": "list", "source": ["a"]})
    book.add_worksheet("Vide")
    hidden, secret = book.add_worksheet("B"), book.add_worksheet("C")
    hidden.write(0, 0, "x")
    hidden.hide()
    secret.very_hidden()
    book.close()
    return buffer.getvalue()


@pytest.fixture
def no_calamine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in LibreOffice's Python."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)


def reason(content: bytes) -> object:
    with pytest.raises(IntakeError) as refused:
        workbook_grids("f", content)
    assert refused.value.facts["path"] == "f"
    return refused.value.facts["reason"]


def package(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return buffer.getvalue()


def test_both_readers_give_the_same_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    content = everything()
    fast = workbook_grids("x", content)
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert workbook_grids("x", content) == fast
    assert [(one.name, one.hidden) for one in fast] == [
        ("A", False), ("Vide", False), ("B", True), ("C", True),
    ]  # fmt: skip


@pytest.mark.usefixtures("no_calamine")
def test_cells_in_pure_python() -> None:
    rows = dict(workbook_grids("x", everything())[0].rows)
    assert [*rows[3]] == ["", "x", 12.0, 12.5, True, "  b ", "a\nb", "é_x000D_"]
    assert [type(one) for one in rows[3]][2:5] == [float, float, bool]
    assert [*rows[4]][:2] == [date(2026, 10, 1), datetime(2026, 10, 1, 12, 30)]  # noqa: DTZ001
    assert [*rows[5]][:5] == ["", "", "x", 2.0, date(2026, 10, 14)]
    assert [rows[row][0] for row in (8, 9, 10, 11)] == ["M", "M", "M", 5.0]
    assert max(rows) == 11


@pytest.mark.usefixtures("no_calamine")
def test_a_workbook_of_another_program_is_read_too(recwarn: pytest.WarningsRecorder) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Client", "Facture", "Échéance", "Solde"))
    sheet.append(("A", "F1", datetime(2026, 10, 1), 10))  # noqa: DTZ001
    buffer = io.BytesIO()
    book.save(buffer)
    warnings.simplefilter("always")
    (item,) = read_export("x.xlsx", buffer.getvalue()).receivables
    assert (item.number, item.due, str(item.open)) == ("F1", date(2026, 10, 1), "10.00")
    assert [*recwarn] == []


@pytest.mark.usefixtures("no_calamine")
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (package(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "needs_xlsx"),
        (package(xl__workbook_xml="<workbook/>"), "not_a_table"),
        (package(xl__workbook_xml="<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "not_a_table"),
        (package(hello="x"), "not_a_table"),
    ],
    ids=["ods", "no sheet", "declared", "other"],
)
def test_what_pure_python_can_t_read_is_refused(content: bytes, expected: str) -> None:
    assert reason(content) == expected


@pytest.mark.usefixtures("no_calamine")
def test_a_binary_workbook_is_refused_with_what_to_do() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("xl/workbook.bin", b"x")
    assert reason(buffer.getvalue()) == "needs_xlsx"


@pytest.mark.usefixtures("no_calamine")
def test_without_any_library_a_csv_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert reason(everything()) == "needs_csv"
