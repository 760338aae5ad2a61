"""A workbook open in Excel as a verb uses it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table
from tests.hosts.excel.world import DAY, FORMULA, HEADINGS, SERIES, Open, on_disk, reason, row

from relance.actions.book import Cell
from relance.core.errors import BookError
from relance.hosts.file.book import FileBook


def formulas(path: Path, column: str = "E", sheet: str = "Factures") -> list[object]:
    found = openpyxl.load_workbook(path)[sheet]
    return [found[f"{column}{number}"].value for number in range(2, found.max_row + 1)]


def test_cells_are_read_with_the_types_that_every_book_gives(opened: Open) -> None:
    def change(book: Any) -> None:
        sheet = book["Factures"]
        sheet["C2"].number_format = '#,##0.00 "€"'  # Excel gives Decimal("1200.5000")
        sheet["B3"].value = datetime.fromisoformat("2026-05-02T12:00")
        sheet["D3"].value = True
        sheet["F3"].value = "#N/A"

    _, book = opened([row("000123", 1200.5), row("12E5", 7)], change)
    first, second = book.read("tFactures").rows
    assert dict(first.cells) == {
        "N° facture": "000123",
        "Échéance": DAY,
        "Montant TTC": 1200.5,
        "Payé": 0,
        "Reste dû TTC": None,
        "Note": None,
    }
    assert type(first.cells["Échéance"]) is date
    assert type(first.cells["Montant TTC"]) is float
    assert type(second.cells["Montant TTC"]) is int
    assert second.cells["Échéance"] == datetime.fromisoformat("2026-05-02T12:00")
    assert second.cells["Payé"] is True
    assert second.cells["Note"] == "#N/A"


def test_a_table_is_found_whatever_its_case(opened: Open) -> None:
    _, book = opened(SERIES)
    assert book.has("TFACTURES")
    assert book.read("TFACTURES").name == "tFactures"


def test_a_row_that_only_computes_is_blank_and_is_used_first(opened: Open, path: Path) -> None:
    excel, book = opened([row("F2"), [None] * 6, [None] * 6])
    for number in (2, 3, 4):
        excel.opened[0].results["Factures", f"E{number}"] = 0
    assert [one.number for one in book.read("tFactures").rows] == [2]
    assert book.append("tFactures", [{"N° facture": "F3"}, {"N° facture": "F4"}]) == (3, 4)
    book.save()
    assert on_disk(path, "N° facture") == {2: "F2", 3: "F3", 4: "F4"}
    assert formulas(path) == [f"={FORMULA}"] * 3
    assert "resize" not in excel.calls


def test_a_last_row_that_is_emptied_is_used_first(opened: Open, path: Path) -> None:
    _, book = opened(SERIES)
    for column in HEADINGS:
        book.write("tFactures", column, {6: None, 7: None})
    assert book.append("tFactures", [{"N° facture": "F9"}]) == (6,)
    book.save()
    assert on_disk(path, "N° facture") == {2: "F2", 3: "F3", 4: "F4", 5: "F5", 6: "F9"}


def test_a_table_of_one_row_and_one_of_one_cell_are_read_and_written(
    opened: Open, path: Path
) -> None:
    def change(book: Any) -> None:
        sheet = book.create_sheet("Seule")
        sheet["B2"], sheet["B3"] = "Titre", 5
        sheet.add_table(Table(displayName="tSeule", ref="B2:B3"))

    _, book = opened([row("F2")], change)
    assert book.read("tSeule").rows[0].cells == {"Titre": 5}
    book.write("tSeule", "Titre", {3: 6})
    book.write("tFactures", "Note", {2: "vue"})
    book.save()
    assert on_disk(path, "Titre", "tSeule") == {3: 6}
    assert on_disk(path, "Note") == {2: "vue"}


@pytest.mark.parametrize("count", [1, 3])
def test_a_table_that_was_emptied_takes_its_first_rows(
    opened: Open, path: Path, count: int
) -> None:
    def change(book: Any) -> None:
        book["Journal"].tables["tJournal"].insertRow = True  # Excel then gives no body

    _, book = opened(SERIES, change)
    assert book.read("tJournal").rows == ()
    new = [{"N° facture": f"{n}"} for n in range(count)]
    assert book.append("tJournal", new) == tuple(range(2, 2 + count))
    book.save()
    assert on_disk(path, "N° facture", "tJournal") == {n + 2: f"{n}" for n in range(count)}
    assert formulas(path, sheet="Journal") == [f"={FORMULA}"] * count
    assert book.append("tJournal", [{"Note": "encore"}]) == (2 + count,)


def test_a_table_grows_with_the_formats_of_its_last_row(opened: Open, path: Path) -> None:
    excel, book = opened([row("F2")])
    new: list[Mapping[str, Cell]] = [
        {"N° facture": "000007", "Échéance": DAY, "Montant TTC": Decimal("1.20")},
        {"N° facture": "12E5", "Payé": 3},
    ]
    assert book.append("tFactures", new) == (3, 4)
    book.save()
    sheet = openpyxl.load_workbook(path)["Factures"]
    assert sheet.tables["tFactures"].ref == "A1:F4"
    assert [sheet["A3"].value, sheet["A4"].value] == ["000007", "12E5"]
    assert [sheet[f"{letter}4"].number_format for letter in "ABCF"] == [
        "@", "dd/mm/yyyy", "#,##0.00", "General",
    ]  # fmt: skip
    assert formulas(path) == [f"={FORMULA}"] * 3
    assert excel.calls["resize"] == 1


def test_a_formula_is_carried_on_where_excel_does_not(opened: Open, path: Path) -> None:
    def change(book: Any) -> None:
        book["Factures"]["D2"].value = "=C2/2"  # says something else in another row

    excel, book = opened([row("F2")], change)
    excel.carries_formulas_on = False
    book.append("tFactures", [{"N° facture": "F3"}, {"N° facture": "F4"}])
    book.save()
    assert formulas(path) == [f"={FORMULA}"] * 3
    assert formulas(path, "D") == ["=C2/2", None, None]


def test_a_cell_with_a_formula_is_left_to_excel_and_its_neighbours_are_written(
    opened: Open, path: Path
) -> None:
    def change(book: Any) -> None:
        book["Factures"]["E3"].value = 99  # typed over
        book["Factures"]["F4"].value = "=A4"
        book["Paramètres"]["B3"].value = "=SUM(1,2)"

    _, book = opened(SERIES, change)
    book.write("tFactures", "Reste dû TTC", {number: number for number in range(2, 8)})
    book.write("tFactures", "Note", {number: "vue" for number in range(2, 8)})
    book.set("KpiOuvert", 5)
    assert book.read("tFactures").rows[0].cells["Reste dû TTC"] == 2  # until it is saved
    book.save()
    assert formulas(path) == [f"={FORMULA}", 3, *[f"={FORMULA}"] * 4]
    assert formulas(path, "F") == ["vue", "vue", "=A4", "vue", "vue", "vue"]
    assert openpyxl.load_workbook(path)["Paramètres"]["B3"].value == "=SUM(1,2)"


def test_excel_computes_before_the_workbook_is_saved_and_is_read_anew(opened: Open) -> None:
    excel, book = opened(SERIES)

    def compute() -> None:
        assert excel.calls["save"] == 0
        assert excel.settings["calculation"] == "automatic"
        excel.opened[0].results["Factures", "E2"] = 42.5

    excel.on_calculate = compute
    book.write("tFactures", "Montant TTC", {2: 42.5})
    assert book.read("tFactures").rows[0].cells["Reste dû TTC"] is None
    book.save()
    assert excel.calls["save"] == 1
    assert book.read("tFactures").rows[0].cells["Reste dû TTC"] == 42.5


TEXTS = ("=1+1", "000123", "12E5", "3-4", "VRAI", "'t Zand", "''", "+33 1", "@a", "1,5 %", "a\nb")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("column", ["N° facture", "Note", "Montant TTC"])
def test_a_text_stays_the_text_that_it_is(opened: Open, path: Path, column: str, text: str) -> None:
    _, book = opened(SERIES)
    book.write("tFactures", column, {3: text, 4: "mot", 5: 12, 6: None})
    book.save()
    assert {n: v for n, v in on_disk(path, column).items() if n in (3, 4, 5)} == {
        3: text, 4: "mot", 5: 12,
    }  # fmt: skip
    sheet = openpyxl.load_workbook(path)["Factures"]
    assert "f" not in {cell.data_type for cells in sheet["A2:C7"] for cell in cells}


def test_each_cell_is_written_under_its_own_format(opened: Open, path: Path) -> None:
    codes = ("@", "General", "@", "@", "0.00", "@")

    def change(book: Any) -> None:
        for number, code in enumerate(codes, 2):
            book["Factures"][f"F{number}"].number_format = code

    excel, book = opened(SERIES, change)
    book.write("tFactures", "Note", {number: f"0{number}" for number in range(2, 8)})
    book.save()
    sheet = openpyxl.load_workbook(path)["Factures"]
    assert [sheet[f"F{number}"].value for number in range(2, 8)] == [f"0{n}" for n in range(2, 8)]
    assert [sheet[f"F{number}"].number_format for number in range(2, 8)] == [*codes]
    # The column is halved until a part has one format: F2:F4 and F5:F7, then each of the two.
    assert excel.written == [
        "Factures!F2", "Factures!F3", "Factures!F4", "Factures!F5", "Factures!F6", "Factures!F7",
    ]  # fmt: skip


def test_a_day_is_shown_as_one_whatever_the_cell(opened: Open, path: Path) -> None:
    _, book = opened(SERIES)
    noon = datetime.fromisoformat("2026-05-02T12:00")
    for column in ("N° facture", "Échéance", "Montant TTC", "Note"):
        book.write("tFactures", column, {2: DAY, 3: noon, 4: DAY})
    book.save()
    for column in ("N° facture", "Échéance", "Montant TTC", "Note"):
        cells = on_disk(path, column)
        assert [cells[2], cells[3], cells[4]] == [DAY, noon, DAY]
    sheet = openpyxl.load_workbook(path)["Factures"]
    assert (sheet["C2"].number_format, sheet["C5"].number_format) == ("dd/mm/yyyy", "#,##0.00")


def test_names_are_read_and_written_whatever_their_case(opened: Open, path: Path) -> None:
    _, book = opened(SERIES)
    assert (book.get("asof"), book.get("REGLES"), book.get("Absent")) == (DAY, "a;b", None)
    book.set("ASOF", date(2026, 2, 1))
    book.set("regles", "=x")
    book.set("KpiOuvert", Decimal("12.30"))
    assert (book.get("AsOf"), book.get("KpiOuvert")) == (date(2026, 2, 1), 12.3)
    book.save()
    again = FileBook(path)
    assert [again.get(name) for name in ("AsOf", "Regles", "KpiOuvert")] == [
        date(2026, 2, 1), "=x", 12.3,
    ]  # fmt: skip


@pytest.mark.parametrize("target", ["'Paramètres'!$B$1:$B$2", "3.14", "#REF!", "'Ôtée'!$A$1"])
def test_a_name_that_is_no_single_cell_can_not_be_set(opened: Open, target: str) -> None:
    def change(book: Any) -> None:
        book.defined_names["Large"] = DefinedName("Large", attr_text=target)

    _, book = opened(SERIES, change)
    assert book.get("Large") is None
    assert not book.has("Large")
    with pytest.raises(BookError) as refused:
        book.set("Large", 1)
    assert reason(refused) == ("no_such_name", "Large")


@pytest.mark.parametrize(
    ("value", "code"),
    [("x" * 32_768, "text_too_long"), (date(1899, 12, 31), "date_before_1900")],
)
def test_a_value_that_no_cell_holds_is_refused_at_once(
    opened: Open, value: Cell, code: str
) -> None:
    _, book = opened(SERIES)
    attempts: Sequence[tuple[Callable[[], object], str]] = (
        (lambda: book.write("tFactures", "Note", {2: "x", 3: value}), "Factures!F3"),
        (lambda: book.append("tFactures", [{"Note": value}]), "Factures!F8"),
        (lambda: book.set("AsOf", value), "AsOf"),
    )
    for attempt, where in attempts:
        with pytest.raises(BookError) as refused:
            attempt()
        assert reason(refused) == (code, where)
    assert book.read("tFactures").rows[0].cells["Note"] is None


def test_a_row_outside_the_table_is_refused(opened: Open) -> None:
    _, book = opened(SERIES)
    for number in (1, 8):
        with pytest.raises(BookError) as refused:
            book.write("tFactures", "Note", {2: "x", number: "y"})
        assert reason(refused) == ("row_outside", f"Factures!F{number}")


@pytest.mark.parametrize("where", ["A9", "F12", "C8"])
def test_something_below_the_table_stops_an_append(opened: Open, where: str) -> None:
    def change(book: Any) -> None:
        book["Factures"][where].value = "=1" if where == "C8" else "total"

    _, book = opened(SERIES, change)
    free = int(where[1:]) - 8  # the table ends in row 7
    before = book.read("tFactures")
    with pytest.raises(BookError) as refused:
        book.append("tFactures", [{"Note": "x"}] * (free + 1))
    assert reason(refused) == ("rows_below", f"Factures!A{where[1:]}")
    assert book.read("tFactures") == before
    assert len(book.append("tFactures", [{"Note": "x"}] * free)) == free


def test_what_stands_beside_the_table_is_in_nobodys_way(opened: Open) -> None:
    def change(book: Any) -> None:
        book["Factures"]["H8"].value = "à côté"

    _, book = opened(SERIES, change)
    assert book.append("tFactures", [{"Note": "x"}]) == (8,)


def test_merged_cells_below_the_table_stop_an_append(opened: Open) -> None:
    _, book = opened(SERIES, lambda book: book["Factures"].merge_cells("B10:C10"))
    assert book.append("tFactures", [{"Note": "x"}] * 2) == (8, 9)
    with pytest.raises(BookError) as refused:
        book.append("tFactures", [{"Note": "x"}])
    assert reason(refused) == ("rows_below", "Factures!A10")


def test_the_end_of_the_sheet_stops_an_append(opened: Open) -> None:
    _, book = opened(SERIES)
    with pytest.raises(BookError) as refused:
        book.append("tFactures", [{}] * 1_048_570)  # rows 8 to 1,048,577
    assert reason(refused) == ("sheet_full", "Factures!A1048576")


def test_a_row_of_totals_stops_an_append_but_not_a_write(opened: Open, path: Path) -> None:
    def change(book: Any) -> None:
        book["Factures"].tables["tFactures"].totalsRowCount = 1

    _, book = opened([row("F2"), row("F3"), row("Total")], change)
    assert [one.number for one in book.read("tFactures").rows] == [2, 3]
    with pytest.raises(BookError) as refused:
        book.append("tFactures", [{"Note": "x"}])
    assert reason(refused) == ("totals_row", "Factures!A4")
    book.write("tFactures", "Note", {3: "vue"})
    book.save()
    assert on_disk(path, "Note")[3] == "vue"


def test_a_table_without_headings_on_show_is_read_from_its_first_row(opened: Open) -> None:
    def change(book: Any) -> None:
        sheet = book["Factures"]
        part = sheet.tables["tFactures"]
        part.ref, part.headerRowCount, part.autoFilter = "A2:F3", 0, None

    _, book = opened([row("F2"), row("F3")], change)
    table = book.read("tFactures")
    assert table.headings == HEADINGS
    assert [(one.number, one.cells["N° facture"]) for one in table.rows] == [(2, "F2"), (3, "F3")]


def test_the_journal_is_written_last(opened: Open) -> None:
    excel, book = opened(SERIES)
    book.append("tJournal", [{"Note": "envoyée"}])
    book.write("tFactures", "Note", {2: "relancée"})
    book.set("AsOf", date(2026, 2, 1))
    book.save()
    assert excel.written == ["Paramètres!B1", "Factures!F2", "Journal!F2"]


def test_nothing_is_asked_of_excel_when_nothing_was_changed(opened: Open) -> None:
    excel, book = opened(SERIES)
    book.read("tFactures")
    book.append("tFactures", [])
    book.save()
    assert {"write", "save", "calculate"}.isdisjoint(excel.calls)


def test_a_cell_that_holds_its_value_is_not_written(opened: Open) -> None:
    excel, book = opened(SERIES)
    book.write(
        "tFactures", "Montant TTC", {2: 100, 3: Decimal("100.00"), 4: 7, 5: 100, 6: 8, 7: 100}
    )
    book.save()
    assert excel.written == ["Factures!C4:C6"]  # from the first change to the last
    assert excel.calls["save"] == 1
