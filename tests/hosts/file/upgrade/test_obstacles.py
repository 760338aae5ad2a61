"""Room on the right of a table, in workbooks that are not laid out as ours."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from relance.hosts.file.guards import snapshot
from relance.hosts.file.package import Package
from relance.hosts.file.upgrade.obstacles import in_the_way
from relance.hosts.file.workbook import read_workbook

Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a sheet with tables in B3:C6 (one) and E1:F4 (other); column D is free."""
    path = tmp_path / "deux.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Feuille")
        sheet.add_table("B3:C6", {"name": "one", "data": [["x", "y"]] * 3})
        sheet.add_table("E1:F4", {"name": "other"})
        sheet.write("H6", "loin")
    return path


def found(path: Path, count: int, table: str = "one") -> str:
    """Return what is in the way of as many columns."""
    package = Package(path, snapshot(path).data)
    workbook = read_workbook(package)
    return in_the_way(package, workbook, workbook.tables[table], count)


def test_a_free_column_is_room_for_one(path: Path) -> None:
    assert found(path, 1) == ""


def test_the_blank_rows_of_another_table_are_in_the_way(path: Path) -> None:
    # Its headings stand above, its rows 2 to 4 beside.
    assert found(path, 2) == "E3"


def test_a_cell_further_on_is_in_the_way_of_as_many_columns_as_reach_it(path: Path) -> None:
    assert found(path, 1, table="other") == ""
    assert found(path, 2, table="other") == ""  # H6 is below its last row


def test_cells_without_references_are_counted(path: Path, rewrite: Rewrite) -> None:
    bare = b'<row r="5"><c r="B5"><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>'

    def change(part: bytes) -> bytes:
        start = part.index(b'<row r="5"')
        return part[:start] + bare + part[part.index(b"</row>", start) + 6 :]

    rewrite(path, {SHEET: change})
    assert found(path, 1) == "D5"


def test_a_sheet_ends_at_its_last_column(path: Path) -> None:
    assert found(path, 16_384) == "XFD3"
