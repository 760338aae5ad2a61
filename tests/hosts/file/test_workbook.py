"""The map of a workbook, and the odd workbooks that are still read or refused with a reason."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from relance.core.errors import BookError
from relance.hosts.file import package
from relance.hosts.file.book import FileBook
from relance.hosts.file.calc import recalculated

Change = Callable[[bytes], bytes]
Rewrite = Callable[[Path, Mapping[str, Change]], None]
Parts = Callable[[Path], dict[str, bytes]]

WORKBOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet1.xml"
TABLE = "xl/tables/table1.xml"


def replacing(old: bytes, new: bytes) -> Change:
    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new)

    return change


def reason(act: Callable[[], object]) -> object:
    with pytest.raises(BookError) as error:
        act()
    return error.value.facts["reason"]


def test_a_name_of_the_whole_book_wins_over_that_of_a_sheet(
    simple_book: Path, rewrite: Rewrite
) -> None:
    local = (
        b'<definedNames><definedName name="AsOf" localSheetId="0">Factures!$B$2</definedName>'
        b'<definedName name="Seul" localSheetId="0">Factures!$B$2</definedName>'
        b'<definedName name="Ligne">Factures!$A$2:$B$2</definedName>'
        b'<definedName name="Perdu">Absente!$A$2</definedName>'
        b'<definedName name="Constante">46000</definedName>'
    )
    rewrite(simple_book, {WORKBOOK: replacing(b"<definedNames>", local)})
    book = FileBook(simple_book)
    assert book.get("AsOf") == date(2026, 1, 15)
    assert book.get("Seul") == "Dupont & Fils"
    assert [book.get(name) for name in ("Ligne", "Perdu", "Constante")] == [None] * 3


def test_a_sheet_of_another_kind_is_left_aside(simple_book: Path, rewrite: Rewrite) -> None:
    rewrite(
        simple_book,
        {
            "xl/_rels/workbook.xml.rels": replacing(
                b'relationships/worksheet" Target="worksheets/sheet2.xml"',
                b'relationships/chartsheet" Target="worksheets/sheet2.xml"',
            )
        },
    )
    book = FileBook(simple_book)
    assert book.has("tFactures")
    assert book.get("AsOf") is None


def test_parts_may_be_named_from_the_root_and_in_another_case(
    simple_book: Path, rewrite: Rewrite
) -> None:
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    rewrite(simple_book, {name: replacing(b"../tables/table1.xml", b"/xl/Tables/TABLE1.xml")})
    with FileBook(simple_book) as book:
        book.append("tFactures", [{"Note": "x"}])
        book.save()
        assert TABLE in book.report.changed


def test_a_book_without_styles_is_read_and_takes_no_date(
    simple_book: Path, rewrite: Rewrite
) -> None:
    rewrite(
        simple_book,
        {"xl/_rels/workbook.xml.rels": replacing(b"relationships/styles", b"relationships/x")},
    )
    with FileBook(simple_book) as book:
        assert book.read("tFactures").rows[0].cells["Échéance"] == 46053  # a bare serial
        book.write("tFactures", "Échéance", {2: 46054})
        book.save()
        book.write("tFactures", "Échéance", {2: date(2026, 1, 1)})
        assert reason(book.save) == "no_styles"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (TABLE, b'ref="A1:G4"', b'ref="A1:H4"'),
        (TABLE, b'ref="A1:G4"', b'ref="A:G"'),
        (TABLE, b"displayName=", b"autre="),
        (WORKBOOK, b'r:id="rId1"', b'r:id="rId99"'),
        (WORKBOOK, b'r:id="rId1"', b'r:autre="rId1"'),
        ("xl/worksheets/_rels/sheet1.xml.rels", b"table1.xml", b"table9.xml"),
        ("xl/styles.xml", b'numFmtId="164"', b'numFmtId="x"'),
    ],
)
def test_a_map_that_does_not_hold_is_damage(
    simple_book: Path, rewrite: Rewrite, part: str, old: bytes, new: bytes
) -> None:
    rewrite(simple_book, {part: replacing(old, new)})
    assert reason(lambda: FileBook(simple_book)) == "damaged"


def test_another_kind_of_root_is_no_workbook(simple_book: Path, rewrite: Rewrite) -> None:
    rewrite(simple_book, {WORKBOOK: lambda _: b"<workbook/>"})
    assert reason(lambda: FileBook(simple_book)) == "not_a_workbook"


def test_a_part_too_large_to_be_held_is_refused(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_WHOLE", 50)
    assert reason(lambda: FileBook(simple_book)) == "too_large"


def test_a_sheet_that_is_full_takes_no_row(simple_book: Path, rewrite: Rewrite) -> None:
    last = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    rewrite(
        simple_book,
        {
            SHEET: replacing(b"</sheetData>", last),
            TABLE: replacing(b"A1:G4", b"A1:G1048576"),
        },
    )
    with FileBook(simple_book) as book:
        assert reason(lambda: book.append("tFactures", [{"Note": "x"}])) == "sheet_full"


def test_a_shared_formula_on_the_last_row_stops_an_append(
    simple_book: Path, rewrite: Rewrite
) -> None:
    shared = b'<c r="D4"><f t="shared" si="0"/><v>10</v></c>'
    rewrite(simple_book, {SHEET: replacing(b'<c r="D4"><v>10</v></c>', shared)})
    with FileBook(simple_book) as book:
        assert reason(lambda: book.append("tFactures", [{"Note": "x"}])) == "formula"
        assert len(book.read("tFactures").rows) == 3


def test_a_table_below_stops_an_append(simple_book: Path, rewrite: Rewrite) -> None:
    def second(part: bytes) -> bytes:
        return part.replace(b"A1:G4", b"A6:G8").replace(b"tFactures", b"tAutre")

    with FileBook(simple_book) as book:
        table = book._package.read(TABLE)
    rewrite(
        simple_book,
        {
            "xl/tables/table2.xml": lambda _: second(table),
            "xl/worksheets/_rels/sheet1.xml.rels": lambda part: part.replace(
                b"</Relationships>",
                b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/'
                b'2006/relationships/table" Target="../tables/table2.xml"/></Relationships>',
            ),
        },
    )
    with FileBook(simple_book) as book:
        assert book.has("tAutre")
        assert book.append("tFactures", [{"Note": "x"}]) == (5,)
        assert reason(lambda: book.append("tFactures", [{"Note": "x"}])) == "rows_below"


def test_a_blank_row_inside_the_table_gets_the_formula_it_lacks(
    simple_book: Path, rewrite: Rewrite
) -> None:
    below = b'<row r="5"><c r="B5" s="1"/><c r="F5" s="1"/></row></sheetData>'
    rewrite(
        simple_book,
        {SHEET: replacing(b"</sheetData>", below), TABLE: replacing(b"A1:G4", b"A1:G5")},
    )
    with FileBook(simple_book) as book:
        assert book.append("tFactures", [{"Note": "x"}]) == (5,)
        book.save()
    sheet = openpyxl.load_workbook(simple_book)["Factures"]
    assert sheet["F5"].value == sheet["F4"].value
    assert sheet["F5"].number_format == "dd/mm/yyyy"  # its own style


def test_the_settings_of_the_calculation_go_to_their_place() -> None:
    part = b"<workbook><sheets/><definedNames></definedNames><extLst/></workbook>"
    asked = b'<calcPr fullCalcOnLoad="1"/>'
    assert recalculated(part) == part.replace(b"<extLst", asked + b"<extLst")
    there = b'<workbook><calcPr calcId="1"/></workbook>'
    assert recalculated(there) == there.replace(b'"1"/>', b'"1" fullCalcOnLoad="1"/>')
    assert recalculated(b"<workbook/>") == b"<workbook/>"


def test_edits_of_a_long_sheet_leave_the_blocks_around_them(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch, parts_of: Parts
) -> None:
    monkeypatch.setattr(package, "CHUNK", 64)
    before = parts_of(simple_book)[SHEET]
    with FileBook(simple_book) as book:
        book.write("tFactures", "Payé", {2: 7})
        book.save()
    after = parts_of(simple_book)[SHEET]
    assert after == before.replace(b'<c r="E2"><v>0</v></c>', b'<c r="E2"><v>7</v></c>').replace(
        b'<row r="2" spans="1:7">', b'<row r="2">'
    )


def test_a_row_of_cells_reads_as_a_mapping(simple_book: Path) -> None:
    cells = FileBook(simple_book).read("tFactures").rows[1].cells
    assert repr(cells) == repr(dict(cells))
    assert len(cells) == 7
    assert cells.get("Absente", "?") == "?"
    assert cells == dict(cells)
