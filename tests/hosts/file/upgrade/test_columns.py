"""Columns that a table gets at its right end, and what goes with them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import get_column_letter
from tests.tools import ooxml

from relance.core.errors import BookError
from relance.hosts.file.upgrade.book import GrowingBook
from relance.wording.sentences import sentence
from relance.workbook import schema
from relance.workbook.formulas import invoice_formulas

Make = Callable[..., Path]
Open = Callable[[Path, str], Any]
Parts = Callable[[Path], dict[str, bytes]]
Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]

INVOICES = schema.INVOICES
SHEET, TABLE = "xl/worksheets/sheet2.xml", "xl/tables/table1.xml"
VALUES = INVOICES.shown(computing=False)
LAST = len(VALUES.columns)  # the sheet's last column, from 1, once nothing lacks
E1 = get_column_letter


def add(path: Path, *keys: str, formulas: Mapping[str, str] | None = None) -> None:
    """Add columns of `Factures` to a workbook."""
    with GrowingBook(path) as book:
        columns = [INVOICES.column(key) for key in keys]
        book.add_columns(INVOICES, columns, formulas or {})
        book.save()


def refused(path: Path, *keys: str) -> tuple[object, object]:
    """Return why columns are refused; the workbook did not change."""
    before = path.read_bytes()
    with pytest.raises(BookError) as error:
        add(path, *keys)
    assert path.read_bytes() == before
    assert str(path) in sentence(error.value.code, error.value.facts)
    return error.value.facts["reason"], error.value.facts["detail"]


def test_a_column_comes_at_the_right_end_of_its_table(make: Make, sheet_of: Open) -> None:
    path = make({"tFactures": ["description"]})
    add(path, "description")
    sheet = sheet_of(path, "Factures")
    table = sheet.tables["tFactures"]
    assert table.ref == table.autoFilter.ref == f"A1:{E1(LAST)}3"
    assert table.tableColumns[-1].name == sheet.cell(1, LAST).value == "Objet"
    assert [one.id for one in table.tableColumns] == list(range(1, LAST + 1))
    assert sheet.calculate_dimension() == f"A1:{E1(LAST)}3"
    assert [sheet.cell(row, LAST).value for row in (2, 3)] == [None, None]
    with GrowingBook(path) as book:
        assert book.read("tFactures").headings[-1] == "Objet"
        assert [row.cells["N° facture"] for row in book.read("tFactures").rows] == ["F-1", "F-2"]


def test_it_looks_like_a_column_of_its_kind(make: Make, sheet_of: Open) -> None:
    path = make({"tFactures": ["description", "issued", "days"]})
    add(path, "description", "issued", "days")
    sheet = sheet_of(path, "Factures")
    for place, like in ((LAST - 2, "N° facture"), (LAST - 1, "Échéance"), (LAST, "Phase")):
        (donor,) = (cell for cell in sheet[1] if cell.value == like)
        assert sheet.cell(1, place).style_id == donor.style_id
        for row in (2, 3):
            assert sheet.cell(row, place).style_id == sheet.cell(row, donor.column).style_id
    widths = sheet.column_dimensions
    # 30 and 12 characters as the schema says, 10 (Jours de retard: 6 + 4) and the cell's margin
    assert [round(widths[E1(LAST - 2 + at)].width, 2) for at in range(3)] == [30.71, 12.71, 10.71]


def test_marks_over_the_whole_table_and_validations_follow(make: Make, sheet_of: Open) -> None:
    path = make({"tFactures": ["issued", "extension_suspends", "regime"]})
    add(path, "issued", "extension_suspends", "regime")
    sheet = sheet_of(path, "Factures")
    ranges = [str(one.sqref) for one in sheet.conditional_formatting]
    assert f"A2:{E1(LAST)}1048576" in ranges
    # Columns that end before the new ones keep theirs.
    assert any(one.startswith("A2:A") for one in ranges)
    rules = {
        str(area): rule
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
    }
    dates, flags = (
        f"{E1(LAST - 2)}2:{E1(LAST - 2)}1048576",
        f"{E1(LAST - 1)}2:{E1(LAST - 1)}1048576",
    )
    assert rules[dates].type == "date"
    assert rules[flags].formula1 == "Liste_yes_no"
    assert f"{E1(LAST)}2:{E1(LAST)}1048576" not in rules  # no other column chooses a regime


def test_a_column_that_computes_shows_nothing_until_it_does(
    make: Make, sheet_of: Open, parts_of: Parts
) -> None:
    path = make({"tFactures": ["total"]}, computing=True)
    add(path, "total", formulas=invoice_formulas())
    table = sheet_of(path, "Factures").tables["tFactures"]
    formula = invoice_formulas()["Total exigible"].removeprefix("=")
    assert table.tableColumns[-1].calculatedColumnFormula.attr_text == formula
    last = len(INVOICES.columns)
    sheet = sheet_of(path, "Factures")
    assert [sheet.cell(row, last).value for row in (2, 3)] == [f"={formula}"] * 2
    parts = parts_of(path)
    cell = parts[SHEET].partition(b'<c r="%b2"' % E1(last).encode())[2]
    assert cell.partition(b"</c>")[0].endswith(b"</f><v></v>")
    assert b't="str"' in cell.partition(b">")[0]
    assert b"fullCalcOnLoad" not in parts["xl/workbook.xml"]


def test_folded_columns_are_folded(make: Make, sheet_of: Open) -> None:
    feeds = [one.key for one in INVOICES.columns if one.feeds]
    path = make({"tFactures": feeds}, computing=True)
    add(path, *feeds)
    sheet, last = sheet_of(path, "Factures"), len(INVOICES.columns)
    shown = [sheet.column_dimensions[E1(place)] for place in range(LAST + 1, last + 1)]
    assert sheet.cell(1, last).value == INVOICES.columns[-1].heading
    assert {(one.hidden, one.outlineLevel) for one in shown if one.min == one.max} == {(True, 1)}
    assert sheet.column_dimensions[E1(last + 1)].collapsed
    assert sheet.sheet_format.outlineLevelCol == 1


def test_only_the_sheet_and_its_table_change(make: Make, parts_of: Parts, tmp_path: Path) -> None:
    path = make({"tFactures": ["description", "terms"]})
    before = parts_of(path)
    add(path, "description", "terms")
    after = parts_of(path)
    assert {name for name in after if after[name] != before.get(name)} == {SHEET, TABLE}
    assert set(after) == set(before)
    assert ooxml.faults(path.read_bytes(), tmp_path / "verdict.xlsx") == []


@pytest.mark.parametrize(("row", "there"), [(1, "libre"), (3, "1"), (4, None), (3, None)])
def test_what_stands_on_the_right_is_never_covered(
    make: Make, rewrite: Rewrite, row: int, there: str | None
) -> None:
    path = make({"tFactures": ["description"]})
    name = f"{E1(LAST)}{row}"
    value = f'<c r="{name}" t="str"><v>{there}</v></c>' if there else f'<c r="{name}"/>'
    rewrite(path, {SHEET: lambda part: _with_cell(part, row, value.encode())})
    if there:
        assert refused(path, "description") == ("columns_right", f"Factures!{name}")
    else:  # below the table, or blank
        add(path, "description")


def _with_cell(part: bytes, row: int, cell: bytes) -> bytes:
    start = part.find(b'<row r="%d"' % row)
    if start < 0:
        return part.replace(b"</sheetData>", b'<row r="%d">%b</row></sheetData>' % (row, cell))
    end = part.index(b"</row>", start)
    return part[:end] + cell + part[end:]


def test_merged_and_named_cells_and_other_tables_are_in_the_way(
    make: Make, rewrite: Rewrite
) -> None:
    path = make({"tFactures": ["description"]})
    name = E1(LAST)
    merged = f'<mergeCells count="1"><mergeCell ref="{name}2:{name}3"/></mergeCells>'.encode()
    mark = b"<conditionalFormatting"
    rewrite(path, {SHEET: lambda part: part.replace(mark, merged + mark, 1)})
    assert refused(path, "description") == ("columns_right", f"Factures!{name}2:{name}3")

    path = make({"tFactures": ["description"]})
    mine = f"<definedName name=\"Mien\">'Factures'!${name}$2</definedName></definedNames>".encode()
    change = {"xl/workbook.xml": lambda part: part.replace(b"</definedNames>", mine)}
    rewrite(path, change)
    assert refused(path, "description") == ("columns_right", f"Factures!{name}2")


def test_a_heading_in_another_case_is_told(make: Make, rewrite: Rewrite) -> None:
    path = make({"tFactures": ["description"]})
    other = b'name="OBJET"'
    rewrite(path, {TABLE: lambda part: part.replace(b'name="Devise"', other)})
    assert refused(path, "description") == ("heading_taken", "Objet")


def test_a_table_that_hides_its_headings_is_told(make: Make, rewrite: Rewrite) -> None:
    path = make({"tFactures": ["description"]})
    rewrite(path, {TABLE: lambda part: part.replace(b' id="1"', b' id="1" headerRowCount="0"', 1)})
    assert refused(path, "description") == ("no_headings", "Factures")


def test_a_table_with_totals_is_widened_too(make: Make, rewrite: Rewrite, sheet_of: Open) -> None:
    path = make({"tFactures": ["description"]})
    rewrite(
        path,
        {
            TABLE: lambda part: part.replace(b'3" totalsRowShown="0"', b'4" totalsRowCount="1"'),
            SHEET: lambda part: _with_cell(part, 4, b'<c r="A4" t="str"><v>Total</v></c>'),
        },
    )
    add(path, "description")
    assert sheet_of(path, "Factures").tables["tFactures"].ref == f"A1:{E1(LAST)}4"
    assert sheet_of(path, "Factures").cell(4, LAST).value is None


def test_a_name_on_the_right_of_the_totals_is_in_the_way(make: Make, rewrite: Rewrite) -> None:
    path = make({"tFactures": ["description"]})
    name = f"{E1(LAST)}4"
    cells = f'<c r="A4" t="str"><v>Total</v></c><c r="{name}"><v>1</v></c>'.encode()
    rewrite(
        path,
        {
            TABLE: lambda part: part.replace(b'3" totalsRowShown="0"', b'4" totalsRowCount="1"'),
            SHEET: lambda part: _with_cell(part, 4, cells),
        },
    )
    assert refused(path, "description") == ("columns_right", f"Factures!{name}")


def test_nothing_is_on_disk_before_the_save(make: Make) -> None:
    path = make({"tFactures": ["description"]})
    before = path.read_bytes()
    with GrowingBook(path) as book:
        book.add_columns(INVOICES, [INVOICES.column("description")], {})
        assert path.read_bytes() == before
        assert path.with_name("relances.xlsx.lock").exists()
    assert path.read_bytes() == before
    assert not path.with_name("relances.xlsx.lock").exists()
