"""The closed workbook as a verb uses it."""

import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from relance.actions.book import Cell
from relance.core.errors import (
    BookError,
    MissingColumnError,
    MissingTableError,
)
from relance.hosts.file.book import FileBook

Parts = Callable[[Path], dict[str, bytes]]
Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]

moment = datetime.fromisoformat

SHEET = "xl/worksheets/sheet1.xml"
TABLE = "xl/tables/table1.xml"


def refused(error: pytest.ExceptionInfo[BookError]) -> tuple[object, object]:
    return error.value.facts["reason"], error.value.facts["detail"]


def test_a_table_is_read_with_the_types_that_its_cells_have(simple_book: Path) -> None:
    table = FileBook(simple_book).read("tFactures")
    assert table.headings[:3] == ("N° facture", "Client", "Échéance")
    assert [row.number for row in table.rows] == [2, 3, 4]
    assert dict(table.rows[0].cells) == {
        "N° facture": "000123",
        "Client": "Dupont & Fils",
        "Échéance": date(2026, 1, 31),
        "Montant TTC": 1200.5,
        "Payé": 0,
        "Reste dû TTC": 0,  # the value that XlsxWriter caches
        "Note": "relancer <vite>",
    }
    assert table.rows[1].cells["N° facture"] == "12E5"
    assert table.rows[1].cells["Note"] is None
    assert type(table.rows[2].cells["Montant TTC"]) is int


def test_a_table_is_found_whatever_its_case_and_a_missing_one_is_named(simple_book: Path) -> None:
    book = FileBook(simple_book)
    assert book.has("TFACTURES")
    assert not book.has("tClients")
    with pytest.raises(MissingTableError) as missing:
        book.read("tClients")
    assert missing.value.facts == {
        "table": "tClients",
        "sheet": "Clients",
        "path": str(simple_book),
    }


def test_written_cells_are_read_before_and_after_the_save(simple_book: Path) -> None:
    texts: Mapping[int, str] = {2: "=SOMME(1)", 3: " bord ", 4: "a\x01b_x0041_\r\n"}
    with FileBook(simple_book) as book:
        book.write("tFactures", "Note", texts)
        book.write("tFactures", "Montant TTC", {2: Decimal("0.10"), 3: 7.0, 4: None})
        book.write("tFactures", "Échéance", {2: date(2026, 5, 1), 3: moment("2026-05-02T12:00")})
        before = book.read("tFactures")
        book.save()
        assert book.read("tFactures") == before
    after = FileBook(simple_book).read("tFactures")
    assert after == before
    assert [row.cells["Note"] for row in after.rows] == list(texts.values())
    assert [row.cells["Montant TTC"] for row in after.rows] == [0.1, 7, None]
    assert after.rows[1].cells["Échéance"] == moment("2026-05-02T12:00")


def test_openpyxl_reads_what_was_written_and_a_text_is_never_a_formula(simple_book: Path) -> None:
    with FileBook(simple_book) as book:
        book.write("tFactures", "Note", {2: "=1+1", 3: "+33 1", 4: "@a"})
        book.write("tFactures", "Client", {2: "000456"})
        book.save()
    sheet = openpyxl.load_workbook(simple_book)["Factures"]
    assert [sheet[f"G{row}"].data_type for row in (2, 3, 4)] == ["s", "s", "s"]
    assert [sheet[f"G{row}"].value for row in (2, 3, 4)] == ["=1+1", "+33 1", "@a"]
    assert sheet["B2"].value == "000456"
    assert sheet["C2"].value == moment("2026-01-31T00:00")


def test_a_formula_cell_keeps_its_formula_and_gets_a_new_value(simple_book: Path) -> None:
    with FileBook(simple_book) as book:
        book.write("tFactures", "Reste dû TTC", {2: Decimal("1200.50"), 3: "#RELANCE : x", 4: None})
        book.save()
    formulas = openpyxl.load_workbook(simple_book)["Factures"]
    values = openpyxl.load_workbook(simple_book, data_only=True)["Factures"]
    assert all("Montant TTC" in formulas[f"F{row}"].value for row in (2, 3, 4))
    assert values["F2"].value == 1200.5
    assert values["F3"].value == "#RELANCE : x"
    assert not values["F4"].value
    with zipfile.ZipFile(simple_book) as archive:
        sheet = archive.read(SHEET)
    assert b"<v>1200.50</v>" in sheet  # a decimal keeps all its digits
    assert b'<c r="F3" t="str"><f>' in sheet


def test_an_append_takes_style_and_formula_of_the_table(simple_book: Path) -> None:
    with FileBook(simple_book) as book:
        new: list[Mapping[str, Cell]] = [
            {"N° facture": "0007", "Échéance": date(2026, 4, 30), "Montant TTC": Decimal("1.20")},
            {"N° facture": "8", "Reste dû TTC": 8.5},
        ]
        assert book.append("tFactures", new) == (5, 6)
        before = book.read("tFactures")
        assert before.rows[-1].number == 6
        book.save()
    assert FileBook(simple_book).read("tFactures") == before
    sheet = openpyxl.load_workbook(simple_book)["Factures"]
    assert sheet.tables["tFactures"].ref == "A1:G6"
    assert sheet.tables["tFactures"].autoFilter.ref == "A1:G6"
    assert sheet.calculate_dimension() == "A1:G6"
    assert sheet["A5"].value == "0007"
    assert sheet["C5"].value == moment("2026-04-30T00:00")
    assert sheet["C6"].number_format == "dd/mm/yyyy"
    assert sheet["F5"].value == sheet["F6"].value == sheet["F4"].value
    values = openpyxl.load_workbook(simple_book, data_only=True)["Factures"]
    assert values["F6"].value == 8.5


def test_every_part_that_does_not_change_keeps_its_bytes(rich_book: Path, parts_of: Parts) -> None:
    before = parts_of(rich_book)
    with FileBook(rich_book) as book:
        book.write("tFactures", "Note", {2: "fait"})
        book.write("tFactures", "Reste dû TTC", {3: 12})
        book.save()
        assert book.report.changed == (SHEET,)
        assert book.report.dropped == ()
    after = parts_of(rich_book)
    assert set(after) == set(before)
    assert {name for name in before if after[name] != before[name]} == {SHEET}


def test_an_untouched_part_keeps_its_compressed_bytes(rich_book: Path) -> None:
    def stored(name: str) -> bytes:
        with zipfile.ZipFile(rich_book) as archive:
            info = archive.getinfo(name)
        data = rich_book.read_bytes()
        start = info.header_offset + 30 + len(info.orig_filename.encode())
        return data[start : start + info.compress_size]

    before = stored("xl/vbaProject.bin")
    with FileBook(rich_book) as book:
        book.write("tFactures", "Note", {2: "fait"})
        book.save()
    assert stored("xl/vbaProject.bin") == before


def test_an_append_extends_what_ended_with_the_table(rich_book: Path, parts_of: Parts) -> None:
    before = parts_of(rich_book)
    with FileBook(rich_book) as book:
        book.append("tFactures", [{"N° facture": "neuve"}] * 3)
        book.save()
        report = book.report
    after = parts_of(rich_book)
    sheet = after[SHEET].decode()
    assert '<dimension ref="A1:G10"/>' in sheet
    assert '<dataValidation type="list" allowBlank="1" showInputMessage="1"' in sheet
    assert 'sqref="B2:B10"' in sheet
    assert '<conditionalFormatting sqref="D2:E10">' in sheet
    assert "<xm:sqref>D2:D10</xm:sqref>" in sheet  # the data bar of 2010
    assert '<ignoredError sqref="A2:A10" numberStoredAsText="1"/>' in sheet
    assert "<xm:sqref>J2</xm:sqref>" in sheet  # the sparkline stays where it is
    assert 'ref="A1:G10"' in after[TABLE].decode()
    assert "xl/calcChain.xml" not in after  # formulas were added
    assert b"calcChain" not in after["[Content_Types].xml"] + after["xl/_rels/workbook.xml.rels"]
    changed = {name for name in after if after[name] != before[name]}
    assert changed == set(report.changed)
    assert report.dropped == ("xl/calcChain.xml",)
    assert set(before) - set(after) == {"xl/calcChain.xml"}
    assert [reason.code for reason in report.not_extended] == [
        "name_not_extended",
        "chart_not_extended",
        "sparkline_not_extended",
    ]
    assert [reason.facts for reason in report.not_extended] == [
        {"where": "Tout", "ranges": ["Factures!$A$2:$G$7"]},
        {"where": "Factures", "ranges": ["Factures!$D$2:$D$7"]},
        {"where": "Factures", "ranges": ["Factures!D2:D7"]},
    ]


def test_blank_rows_at_the_end_of_a_table_are_used_before_it_grows(simple_book: Path) -> None:
    with FileBook(simple_book) as book:
        for heading in ("N° facture", "Client", "Échéance", "Montant TTC", "Payé", "Note"):
            book.write("tFactures", heading, {3: None, 4: None})
        assert [row.number for row in book.read("tFactures").rows] == [2]
        numbers = book.append("tFactures", [{"Client": "a"}, {"Client": "b"}, {"Client": "c"}])
        assert numbers == (3, 4, 5)
        book.save()
        assert [row.number for row in book.read("tFactures").rows] == [2, 3, 4, 5]
    assert openpyxl.load_workbook(simple_book)["Factures"].tables["tFactures"].ref == "A1:G5"


def test_a_heading_that_is_not_there_is_named_with_those_that_look_like_it(
    simple_book: Path,
) -> None:
    with FileBook(simple_book) as book:
        for attempt in (
            lambda: book.write("tFactures", "Clients", {2: 1}),
            lambda: book.append("tFactures", [{"Client": "a"}, {"Clients": 1}]),
        ):
            with pytest.raises(MissingColumnError) as missing:
                attempt()
            assert missing.value.facts["column"] == "Clients"
            assert "Client" in str(missing.value.facts["found"])
        assert len(book.read("tFactures").rows) == 3


def test_a_row_outside_the_table_is_refused(simple_book: Path) -> None:
    with FileBook(simple_book) as book:
        for row in (1, 5):
            with pytest.raises(BookError) as error:
                book.write("tFactures", "Note", {2: "x", row: "y"})
            assert refused(error) == ("row_outside", f"Factures!G{row}")
        assert book.read("tFactures").rows[0].cells["Note"] == "relancer <vite>"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("x" * 32_768, "text_too_long"),
        (date(1899, 12, 31), "date_before_1900"),
        (float("nan"), "bad_value"),
        (float("inf"), "bad_value"),
        (Decimal("NaN"), "bad_value"),
        (Decimal("sNaN"), "bad_value"),
        (10**400, "bad_value"),
        (Decimal("1E+400"), "bad_value"),
        (b"bytes", "bad_value"),
    ],
)
def test_a_value_that_no_cell_holds_is_refused_at_once(
    simple_book: Path, value: str, reason: str
) -> None:
    with FileBook(simple_book) as book:
        for attempt in (
            lambda: book.write("tFactures", "Note", {3: value}),
            lambda: book.append("tFactures", [{"Note": value}]),
            lambda: book.set("AsOf", value),
        ):
            with pytest.raises(BookError) as error:
                attempt()
            assert error.value.facts["reason"] == reason


def test_names_are_read_and_written_whatever_their_case(simple_book: Path) -> None:
    with FileBook(simple_book) as book:
        assert book.get("asof") == date(2026, 1, 15)
        assert book.get("Vide") is None
        assert book.get("Inconnu") is None
        assert book.get("Plage") is None  # more than a cell
        book.set("AsOf", date(2026, 2, 1))
        book.set("Regles", "mail-1=5;x<y")
        book.set("Vide", date(2026, 3, 1))
        assert book.get("AsOf") == date(2026, 2, 1)
        book.save()
        assert book.get("Vide") == date(2026, 3, 1)
    again = FileBook(simple_book)
    assert (again.get("AsOf"), again.get("Regles")) == (date(2026, 2, 1), "mail-1=5;x<y")


@pytest.mark.parametrize("name", ["Inconnu", "Plage"])
def test_a_name_that_is_no_single_cell_can_not_be_set(simple_book: Path, name: str) -> None:
    with FileBook(simple_book) as book, pytest.raises(BookError) as error:
        book.set(name, 1)
    assert refused(error) == ("no_such_name", name)


def test_a_date_in_a_cell_without_date_format_gets_one(simple_book: Path, parts_of: Parts) -> None:
    with FileBook(simple_book) as book:
        book.set("Regles", date(2026, 2, 1))
        book.write("tFactures", "Note", {2: date(2026, 2, 2), 3: moment("2026-02-03T08:30")})
        book.save()
        assert "xl/styles.xml" in book.report.changed
        assert book.get("Regles") == date(2026, 2, 1)
    sheet = openpyxl.load_workbook(simple_book)["Factures"]
    assert sheet["G2"].value == moment("2026-02-02T00:00")
    assert sheet["G3"].value == moment("2026-02-03T08:30")
    assert b'<cellXfs count="4">' in parts_of(simple_book)["xl/styles.xml"]  # 2 + a day, a moment


def test_something_below_the_table_stops_an_append(simple_book: Path, rewrite: Rewrite) -> None:
    below = b'<row r="7"><c r="C7"><v>1</v></c></row></sheetData>'
    rewrite(simple_book, {SHEET: lambda part: part.replace(b"</sheetData>", below)})
    with FileBook(simple_book) as book:
        assert book.append("tFactures", [{"Client": "a"}, {"Client": "b"}]) == (5, 6)
        with pytest.raises(BookError) as error:
            book.append("tFactures", [{"Client": "c"}])
        assert refused(error) == ("rows_below", "Factures!A7")


def test_blank_styled_rows_below_and_cells_beside_are_kept(
    simple_book: Path, rewrite: Rewrite
) -> None:
    below = (
        b'<row r="5" ht="30" customHeight="1"><c r="A5" s="1"/><c r="J5"><v>9</v></c></row>'
        b'<row r="6" spans="1:2"/></sheetData>'
    )
    rewrite(simple_book, {SHEET: lambda part: part.replace(b"</sheetData>", below)})
    with FileBook(simple_book) as book:
        book.append("tFactures", [{"N° facture": "a", "Note": "n"}, {"Note": "m"}])
        book.save()
    sheet = openpyxl.load_workbook(simple_book)["Factures"]
    assert [sheet[name].value for name in ("A5", "G5", "J5", "G6")] == ["a", "n", 9, "m"]
    assert sheet["A5"].number_format == "dd/mm/yyyy"  # its own style
    assert sheet.row_dimensions[5].height == 30


def test_merged_cells_below_the_table_stop_an_append(simple_book: Path, rewrite: Rewrite) -> None:
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A6:B6"/></mergeCells>'
    rewrite(simple_book, {SHEET: lambda part: part.replace(b"</sheetData>", merged)})
    with FileBook(simple_book) as book, pytest.raises(BookError) as error:
        book.append("tFactures", [{"Client": "a"}, {"Client": "b"}])
    assert refused(error) == ("rows_below", "Factures!A6")


def test_a_totals_row_stops_an_append_but_not_a_write(simple_book: Path, rewrite: Rewrite) -> None:
    change = {TABLE: lambda part: part.replace(b'totalsRowShown="0"', b'totalsRowCount="1"')}
    rewrite(simple_book, change)
    with FileBook(simple_book) as book:
        assert [row.number for row in book.read("tFactures").rows] == [2, 3]
        book.write("tFactures", "Note", {3: "x"})
        with pytest.raises(BookError) as error:
            book.append("tFactures", [{"Client": "a"}])
        assert error.value.facts["reason"] == "totals_row"


def test_the_blank_row_of_an_empty_table_is_used_first(
    simple_book: Path, rewrite: Rewrite, parts_of: Parts
) -> None:
    def empty(part: bytes) -> bytes:
        return part[: part.index(b'<row r="2"')] + part[part.index(b"</sheetData>") :]

    def shorter(part: bytes) -> bytes:
        return part.replace(b"A1:G4", b"A1:G2").replace(b"<table ", b'<table insertRow="1" ')

    rewrite(simple_book, {SHEET: empty, TABLE: shorter})
    with FileBook(simple_book) as book:
        assert book.read("tFactures").rows == ()
        assert book.append("tFactures", [{"Client": "a"}]) == (2,)
        assert book.append("tFactures", [{"Client": "b"}]) == (3,)
        book.save()
        assert [row.number for row in book.read("tFactures").rows] == [2, 3]
    table = parts_of(simple_book)[TABLE]
    assert b"insertRow" not in table
    assert table.count(b'ref="A1:G3"') == 2


@pytest.mark.parametrize(
    "formula",
    [
        b'<f t="shared" si="0"/>',
        b'<f t="shared" ref="F2:F4" si="0">D2-E2</f>',
        b'<f t="array" ref="F2:F4">D2:D4</f>',
        b'<f t="dataTable" ref="F2:F4" dt2D="0" dtr="0" r1="A1"/>',
    ],
)
def test_a_formula_that_answers_for_several_cells_is_refused(
    simple_book: Path, rewrite: Rewrite, formula: bytes
) -> None:
    def change(part: bytes) -> bytes:
        start = part.index(b"<f>", part.index(b'<c r="F2"'))
        return part[:start] + formula + part[part.index(b"</f>", start) + 4 :]

    rewrite(simple_book, {SHEET: change})
    before = simple_book.read_bytes()
    with FileBook(simple_book) as book:
        book.write("tFactures", "Reste dû TTC", {2: 1})
        with pytest.raises(BookError) as error:
            book.save()
        assert refused(error) == ("formula", "Factures!F2")
    assert simple_book.read_bytes() == before


def test_a_cell_of_a_spilled_range_is_refused(simple_book: Path, rewrite: Rewrite) -> None:
    spill = b'<c r="G2" cm="1"><f t="array" ref="G2:G4">A2:A4</f><v>1</v></c>'

    def change(part: bytes) -> bytes:
        start = part.index(b'<c r="G2"')
        return part[:start] + spill + part[part.index(b"</c>", start) + 4 :]

    rewrite(simple_book, {SHEET: change})
    with FileBook(simple_book) as book:
        book.write("tFactures", "Note", {4: "x"})
        with pytest.raises(BookError) as error:
            book.save()
        assert refused(error) == ("formula", "Factures!G4")


def test_error_cells_are_read_as_their_code(simple_book: Path, rewrite: Rewrite) -> None:
    error = b'<c r="D2" t="e"><v>#N/A</v></c>'
    rewrite(simple_book, {SHEET: lambda part: part.replace(b'<c r="D2"><v>1200.5</v></c>', error)})
    assert FileBook(simple_book).read("tFactures").rows[0].cells["Montant TTC"] == "#N/A"


def test_twins_of_a_heading_are_numbered(simple_book: Path, rewrite: Rewrite) -> None:
    rewrite(simple_book, {TABLE: lambda part: part.replace(b'name="Note"', b'name="Client"')})
    table = FileBook(simple_book).read("tFactures")
    assert table.headings[1] == "Client"
    assert table.headings[6] == "Client2"
    assert table.rows[0].cells["Client2"] == "relancer <vite>"


def test_nothing_is_on_disk_before_save_and_a_save_without_change_writes_nothing(
    simple_book: Path,
) -> None:
    before = simple_book.read_bytes()
    with FileBook(simple_book) as book:
        book.save()
        book.write("tFactures", "Note", {2: "x"})
        book.append("tFactures", [{"Note": "y"}])
        assert simple_book.read_bytes() == before
    assert simple_book.read_bytes() == before


def test_a_full_calculation_is_asked_for_only_on_demand(
    simple_book: Path, rewrite: Rewrite, parts_of: Parts
) -> None:
    name = "xl/workbook.xml"
    rewrite(simple_book, {name: lambda part: part.replace(b' fullCalcOnLoad="1"', b"")})
    for recalculate in (False, True):
        with FileBook(simple_book, recalculate=recalculate) as book:
            book.write("tFactures", "Note", {2: str(recalculate)})
            book.save()
        assert (b'fullCalcOnLoad="1"' in parts_of(simple_book)[name]) is recalculate


def test_progress_tell_and_ask_go_where_the_caller_says(simple_book: Path) -> None:
    heard: list[object] = []
    book = FileBook(
        simple_book,
        progress=lambda *facts: heard.append(facts),
        tell=heard.append,
        ask=lambda question: question == "oui ?",
    )
    book.progress(1, 2, "lecture")
    book.tell("bonjour")
    assert heard == [(1, 2, "lecture"), "bonjour"]
    assert book.ask("oui ?")
    silent = FileBook(simple_book)
    silent.progress(1, 2, "lecture")
    silent.tell("bonjour")
    assert not silent.ask("oui ?")
    assert silent.selected() == ()
    assert silent.path == str(simple_book)


TYPED = (
    b'<row r="5"><c r="A5" t="inlineStr"><is><t>F-4</t></is></c><c r="D5"><v>40</v></c></row>'
    b'<row r="6"><c r="A6" t="inlineStr"><is><t>F-5</t></is></c><c r="D6"><v>50</v></c></row>'
    b'<row r="8"><c r="A8" t="inlineStr"><is><t>une note</t></is></c></row></sheetData>'
)


def test_rows_typed_right_under_a_table_are_rows_of_it(
    simple_book: Path, rewrite: Rewrite, parts_of: Parts
) -> None:
    rewrite(simple_book, {SHEET: lambda part: part.replace(b"</sheetData>", TYPED)})
    with FileBook(simple_book) as book:
        rows = book.read("tFactures").rows
        assert [(row.number, row.cells["N° facture"]) for row in rows][3:] == [
            (5, "F-4"),
            (6, "F-5"),
        ]
        book.write("tFactures", "Payé", {6: 20})
        assert book.append("tFactures", [{"N° facture": "F-6"}]) == (7,)
        with pytest.raises(BookError) as error:
            book.append("tFactures", [{"N° facture": "F-7"}])
        assert refused(error) == ("rows_below", "Factures!A8")
        book.save()
    assert b'ref="A1:G7"' in parts_of(simple_book)[TABLE]
    sheet = openpyxl.load_workbook(simple_book)["Factures"]
    assert [sheet[name].value for name in ("A5", "D5", "E6", "A7")] == ["F-4", 40, 20, "F-6"]
    assert str(sheet["F5"].value).startswith("=")  # they compute as those above
    assert str(sheet["F6"].value).startswith("=")


def test_a_change_elsewhere_takes_the_typed_rows_into_the_table_and_reading_changes_nothing(
    simple_book: Path, rewrite: Rewrite, parts_of: Parts
) -> None:
    rewrite(simple_book, {SHEET: lambda part: part.replace(b"</sheetData>", TYPED)})
    before = simple_book.read_bytes()
    with FileBook(simple_book) as book:
        book.read("tFactures")
        book.save()
        assert simple_book.read_bytes() == before
        book.write("tFactures", "Payé", {2: 1})
        book.save()
        assert [row.number for row in book.read("tFactures").rows] == [2, 3, 4, 5, 6]
    assert b'ref="A1:G6"' in parts_of(simple_book)[TABLE]


def test_merged_cells_right_under_a_table_are_no_rows_of_it(
    simple_book: Path, rewrite: Rewrite
) -> None:
    merged = TYPED + b'<mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells>'
    rewrite(simple_book, {SHEET: lambda part: part.replace(b"</sheetData>", merged)})
    assert [row.number for row in FileBook(simple_book).read("tFactures").rows] == [2, 3, 4]
