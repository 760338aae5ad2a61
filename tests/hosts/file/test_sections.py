"""Sheet parts cut and edited, whatever their form and wherever a chunk ends."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from relance.actions.book import Cell
from relance.hosts.file import package
from relance.hosts.file.book import FileBook
from relance.hosts.file.package import Package
from relance.hosts.file.ranges import Area
from relance.hosts.file.reader import Values, raw_cells
from relance.hosts.file.sections import Part, rows, sections, walk
from relance.hosts.file.strings import shared_strings

Change = Callable[[bytes], bytes]
Rewrite = Callable[[Path, Mapping[str, Change]], None]
Parts = Callable[[Path], dict[str, bytes]]

SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("chunk", [7, 64, 1000, 2**20])
def test_a_sheet_is_cut_the_same_wherever_its_chunks_end(
    simple_book: Path, parts_of: Parts, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(package, "CHUNK", chunk)
    pieces = list(sections(Package(simple_book, simple_book.read_bytes()), SHEET))
    assert b"".join(piece for _, piece in pieces) == parts_of(simple_book)[SHEET]
    assert pieces[0][0] is Part.HEAD
    assert pieces[-1][0] is Part.TAIL
    assert pieces[0][1].endswith(b"<sheetData>")
    assert pieces[-1][1].startswith(b"</sheetData>")


@pytest.mark.parametrize("chunk", [7, 64, 1000])
def test_a_save_is_the_same_wherever_the_chunks_end(
    simple_book: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, chunk: int
) -> None:
    saved = []
    for size in (chunk, 2**20):
        monkeypatch.setattr(package, "CHUNK", size)
        path = tmp_path / "copie.xlsx"
        path.write_bytes(simple_book.read_bytes())
        with FileBook(path) as book:
            book.write("tFactures", "Note", {2: "x", 4: "y"})
            book.append("tFactures", [{"Note": "z"}])
            book.save()
        saved.append(path.read_bytes())
    assert saved[0] == saved[1]


def test_rows_are_found_in_all_their_forms() -> None:
    block = (
        b'<row r="2"><c r="A2"/></row>\n <row r="4" spans="1:2"/><row spans="1:2"><c/></row>'
        b"<row ht='3' r='9'></row>"
    )
    found = list(rows(block, 1))
    assert [number for number, _ in found] == [2, 4, 5, 9]
    assert b"".join(row for _, row in found) == block


@pytest.mark.parametrize("block", [b'<row r="1"/>', b'<row r="2"/><row r="2"/>', b'<row r="2">'])
def test_rows_out_of_order_or_open_are_refused(block: bytes) -> None:
    with pytest.raises(ValueError, match=r"row|subsection"):
        list(rows(block, 1))


def test_an_empty_sheet_is_opened(simple_book: Path, rewrite: Rewrite, parts_of: Parts) -> None:
    def empty(part: bytes) -> bytes:
        return part[: part.index(b"<sheetData>")] + b"<sheetData/>" + part[part.index(b"<pageM") :]

    rewrite(simple_book, {"xl/worksheets/sheet2.xml": empty})
    found = Package(simple_book, simple_book.read_bytes())
    assert [number for number, _ in walk(found, "xl/worksheets/sheet2.xml")] == [0]
    with FileBook(simple_book) as book:
        assert book.get("AsOf") is None
        book.set("AsOf", 1)
        book.set("Vide", "v")
        book.save()
        assert (book.get("AsOf"), book.get("Vide")) == (1, "v")
    assert b'<sheetData><row r="1"><c r="B1">' in parts_of(simple_book)["xl/worksheets/sheet2.xml"]


UNUSUAL = (
    b'<row><c><v>1</v></c><c t="str"><f>A1</f><v>x&amp;</v></c>'
    b'<c r="E1" cm="1" t=\'b\'><v>1</v></c>'
    b'<c s="1" r="G1" ><v xml:space="preserve"> 7 </v></c><c r="H1"><v></v><extLst/></c></row>'
)


def test_cells_are_found_in_all_their_forms() -> None:
    assert raw_cells(UNUSUAL) == [
        (b"A", b' s="" t=""', b"1"),
        (b"B", b' s="" t="str"', b"x&amp;"),
        (b"E", b' s="" t="b"', b"1"),
        (b"G", b' s="1" t=""', b" 7 "),
        (b"H", b' s="" t=""', b""),
    ]


@pytest.mark.parametrize(
    ("attributes", "text", "value"),
    [
        (b' s="1" t="s"', b"0", "a"),
        (b' t="s" s="4"', b"1", None),
        (b' t="n"', b"1E+3", 1000),
        (b' s="" t=""', b"-12", -12),
        (b"", b"12345678901234567", 12345678901234567),
        (b"", b"1E+300", 1e300),
        (b"", b"0.10000000000000001", 0.1),
        (b' s="4"', b"0.5", 0.5),  # a bare time is no day
        (b' s="4"', b"46022", date(2025, 12, 31)),
        (b' t="e"', b"#DIV/0!", "#DIV/0!"),
        (b' t="b"', b"false", False),
        (b' t="b"', b"1", True),
        (b' t="d"', b"2026-01-31", date(2026, 1, 31)),
        (b' t="d"', b"2026-01-31T12:00:00", datetime.fromisoformat("2026-01-31T12:00")),
        (b' t="str"', b"a&amp;b", "a&b"),
        (b' t="rich"', b"<t/>", None),
        (b' t="rich"', b"<r><t>a</t></r><r><t>b</t></r>", "ab"),
    ],
)
def test_values_of_every_type_are_read(attributes: bytes, text: bytes, value: Cell) -> None:
    found = Values(["a", None], {4})[attributes](text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", [b"nan", b"inf", b"1E+400", b"x"])
def test_what_is_no_number_raises(text: bytes) -> None:
    with pytest.raises((ValueError, OverflowError)):
        Values([], set())[b""](text)


def test_shared_strings_in_all_their_forms() -> None:
    part = (
        b'<?xml version="1.0"?><sst count="9" uniqueCount="5"><si><t>a&lt;</t></si><si/>'
        b'<si><t xml:space="preserve"> b </t></si><si><r><t>c</t></r><r><t>d</t></r></si>'
        b"<si><t></t></si><si><t/></si></sst>"
    )
    assert shared_strings(part) == ["a<", None, " b ", "cd", None, None]
    assert shared_strings(b"") == []


def test_an_unusual_row_can_be_edited(simple_book: Path, rewrite: Rewrite) -> None:
    def unusual(part: bytes) -> bytes:
        part = part.replace(b'<row r="3"', b"<row ht='15'").replace(b'<c r="A3"', b"<c")
        return part.replace(b'<c r="D3"><v>', b"<c r='D3'><v>").replace(b'<c r="E3">', b"<c>")

    before = FileBook(simple_book).read("tFactures")
    rewrite(simple_book, {SHEET: unusual})
    with FileBook(simple_book) as book:
        assert book.read("tFactures") == before
        book.write("tFactures", "Payé", {3: 50})
        book.write("tFactures", "N° facture", {3: "neuf"})
        book.save()
    sheet = openpyxl.load_workbook(simple_book)["Factures"]
    assert [sheet.cell(3, at).value for at in (1, 2, 4, 5)] == ["neuf", "Élan", 99.99, 50]


def test_a_missing_cell_goes_to_its_place_in_the_style_of_the_row_above(
    simple_book: Path, rewrite: Rewrite, parts_of: Parts
) -> None:
    def without(part: bytes) -> bytes:
        for name in (b"C2", b"C3"):
            start = part.index(b'<c r="' + name)
            part = part[:start] + part[part.index(b"</c>", start) + 4 :]
        return part

    rewrite(simple_book, {SHEET: without})
    with FileBook(simple_book) as book:
        book.write("tFactures", "Échéance", {2: "texte", 3: None})
        book.write("tFactures", "Note", {4: "x"})
        book.save()
        book.write("tFactures", "Échéance", {3: 5})
        book.save()
    sheet = parts_of(simple_book)[SHEET]
    assert b'<c r="B2" t="s"><v>' in sheet
    cell = b'<c r="C2" t="inlineStr"><is><t>texte</t></is></c><c r="D2"'
    assert cell in sheet  # the headings above it lend no style
    assert b'<c r="C3"><v>5</v></c><c r="D3"' in sheet


def test_a_cell_named_on_the_wrong_row_is_refused(simple_book: Path, rewrite: Rewrite) -> None:
    rewrite(simple_book, {SHEET: lambda part: part.replace(b'<c r="E3"', b'<c r="E4"')})
    with FileBook(simple_book) as book:
        book.write("tFactures", "Payé", {3: 1})
        with pytest.raises(Exception, match="damaged"):
            book.save()


def test_the_edited_area_is_in_the_dimension(simple_book: Path, parts_of: Parts) -> None:
    with FileBook(simple_book) as book:
        book.append("tFactures", [{"Note": "x"}] * 2)
        book.save()
    assert f'<dimension ref="{Area(1, 0, 6, 6)}"/>'.encode() in parts_of(simple_book)[SHEET]
