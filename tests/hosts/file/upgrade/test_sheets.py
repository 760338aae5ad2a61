"""Sheets added at the end of a workbook."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from tests.tools import ooxml

from relance.core.errors import BookError
from relance.hosts.file.upgrade.book import GrowingBook
from relance.workbook import schema
from relance.workbook.formulas import invoice_formulas

Make = Callable[..., Path]
Open = Callable[[Path, str], Any]
Parts = Callable[[Path], dict[str, bytes]]
Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]

DISPUTES, PLANS = schema.DISPUTES, schema.PLANS


def add(path: Path, *sheets: schema.Sheet) -> None:
    """Add sheets to a workbook."""
    with GrowingBook(path) as book:
        for sheet in sheets:
            book.add_sheet(sheet, {})
        book.save()


def refused(path: Path, sheet: schema.Sheet) -> tuple[object, object]:
    """Return why a sheet is refused."""
    with pytest.raises(BookError) as error:
        add(path, sheet)
    return error.value.facts["reason"], error.value.facts["detail"]


def test_a_sheet_comes_last_with_its_headings_and_a_blank_row(make: Make, sheet_of: Open) -> None:
    path = make(sheets=["tLitiges"])
    add(path, DISPUTES)
    assert openpyxl.load_workbook(path).sheetnames[-1] == "Litiges"
    sheet = sheet_of(path, "Litiges")
    assert [cell.value for cell in sheet[1]] == [one.heading for one in DISPUTES.columns]
    assert sheet.tables["tLitiges"].ref == "A1:E2"
    assert sheet.freeze_panes == "A2"
    with GrowingBook(path) as book:
        assert book.read("tLitiges").rows == ()
        book.append("tLitiges", [{"Code client": "C1", "Motif": "qualité"}])
        book.save()
        assert [row.number for row in book.read("tLitiges").rows] == [2]


def test_it_wears_the_looks_of_the_others(make: Make, sheet_of: Open) -> None:
    path = make(sheets=["tLitiges"])
    add(path, DISPUTES)
    new, invoices = sheet_of(path, "Litiges"), sheet_of(path, "Factures")
    assert new["A1"].style_id == invoices["A1"].style_id
    assert new["D2"].number_format == "dd/mm/yyyy"
    assert new.column_dimensions["C"].width == pytest.approx(40.71)


def test_several_sheets_have_parts_and_numbers_of_their_own(
    make: Make, sheet_of: Open, parts_of: Parts, tmp_path: Path
) -> None:
    path = make(sheets=["tLitiges", "tEcheanciers"])
    before = parts_of(path)
    add(path, DISPUTES, PLANS)
    tables = {**sheet_of(path, "Litiges").tables, **sheet_of(path, "Échéanciers").tables}
    assert {name: table.id for name, table in tables.items()} == {
        "tLitiges": 10,
        "tEcheanciers": 11,
    }
    after = parts_of(path)
    new = {"worksheets/sheet13", "worksheets/sheet14", "tables/table10", "tables/table11"}
    assert {name for name in set(after) - set(before) if "_rels" not in name} == {
        f"xl/{name}.xml" for name in new
    }
    lists = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
    assert {name for name in before if after[name] != before[name]} == lists
    assert ooxml.faults(path.read_bytes(), tmp_path / "verdict.xlsx") == []


def test_new_parts_are_dated_as_those_of_a_fresh_workbook(make: Make) -> None:
    path = make(sheets=["tLitiges"])
    add(path, DISPUTES)
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("xl/worksheets/sheet14.xml")
    assert (info.date_time[0], info.create_system) == (1980, 0)


def test_a_sheet_that_computes_has_formulas_and_no_values(make: Make, tmp_path: Path) -> None:
    path = make(sheets=["tFactures"])
    with GrowingBook(path) as book:
        book.add_sheet(schema.INVOICES, invoice_formulas())
        book.save()
        assert book.read("tFactures").rows == ()
    formulas = openpyxl.load_workbook(path)["Factures"]
    shown = openpyxl.load_workbook(path, data_only=True)["Factures"]
    headings = [one.heading for one in schema.INVOICES.columns]
    place = f"{get_column_letter(headings.index('Total exigible') + 1)}2"
    assert formulas[place].value == invoice_formulas()["Total exigible"]
    assert shown[place].value in (None, "")
    assert ooxml.faults(path.read_bytes(), tmp_path / "verdict.xlsx") == []


def test_a_name_that_is_taken_is_told(make: Make, rewrite: Rewrite) -> None:
    path = make(sheets=["tLitiges"])
    change = {"xl/workbook.xml": lambda part: part.replace(b'name="Agenda"', b'name="LITIGES"')}
    rewrite(path, change)
    assert refused(path, DISPUTES) == ("sheet_taken", "Litiges")
    path = make(sheets=["tLitiges"])
    mine = b'<definedName name="tlitiges">1</definedName></definedNames>'
    rewrite(path, {"xl/workbook.xml": lambda part: part.replace(b"</definedNames>", mine)})
    assert refused(path, DISPUTES) == ("name_taken", "tLitiges")
