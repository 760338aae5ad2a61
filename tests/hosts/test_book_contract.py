"""What every `Book` keeps to, whatever spreadsheet program is behind it.

A maker builds the same small workbook for one host and gives a way to open it, again and again.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table as ExcelTable
from tests.hosts.excel.world import book_of
from tests.tools import office
from tests.tools.office import Office, OfficeBook
from tests.tools.xlwings_engine import Excel

from relance.actions.book import Book, Cell
from relance.core.errors import BookError, MissingColumnError, MissingTableError
from relance.hosts.file.book import FileBook

HEADINGS = ("N° facture", "Échéance", "Montant TTC", "Note")
DAY = date(2026, 1, 31)
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("000123", DAY, 1200.5, "déjà <relancé> & vu"),
    (None, None, None, None),
    ("12E5", date(2028, 2, 29), -3, None),
)
NAMES: Mapping[str, Cell] = {"AsOf": DAY, "Regles": "a;b", "DossierSortie": None}

Open = Callable[[], Book]
Maker = Callable[[Path], Open]


def written(path: Path) -> None:
    """Write the workbook: two tables, one of them empty, and three names."""
    book = openpyxl.Workbook()
    for title, table, rows in (("Factures", "tFactures", ROWS), ("Journal", "tJournal", [()])):
        sheet = book.create_sheet(title)
        sheet.append(HEADINGS)
        for row in rows:
            sheet.append(row)
        for at in range(2, len(rows) + 2):
            sheet.cell(at, 2).number_format = "dd/mm/yyyy"
        sheet.add_table(ExcelTable(displayName=table, ref=f"A1:D{len(rows) + 1}"))
    settings = book.create_sheet("Paramètres")
    for at, (name, value) in enumerate(NAMES.items(), 1):
        settings.append((name, value))
        settings.cell(at, 2).number_format = "dd/mm/yyyy" if name == "AsOf" else "@"
        book.defined_names[name] = DefinedName(name, attr_text=f"'Paramètres'!$B${at}")
    book.remove(book.worksheets[0])
    book.save(path)


def closed_file(folder: Path) -> Open:
    """Make the book of `hosts.file`."""
    path = folder / "classeur.xlsx"
    written(path)
    return lambda: FileBook(path)


def open_workbook(folder: Path) -> Open:
    """Make the book of `hosts.excel`, each time in an Excel of its own."""
    path = folder / "classeur.xlsx"
    written(path)
    return lambda: book_of(Excel().open(path))


def in_calc(running: Office, folder: Path) -> Open:
    """Make the book of `hosts.calc`, each time in the document opened anew."""
    path = folder / "classeur.xlsx"
    written(path)
    office.give_away(folder)

    def opened() -> Book:
        running.open(str(path))
        return OfficeBook(running)

    return opened


MAKERS: Sequence[Maker] = (closed_file, open_workbook)
CALC = "in_calc"


@pytest.fixture(params=[*MAKERS, CALC], ids=lambda one: getattr(one, "__name__", one))
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Return a function that opens the workbook as it is on disk."""
    if request.param == CALC:
        place = request.getfixturevalue("place")
        return in_calc(request.getfixturevalue("calc"), place)
    maker: Maker = request.param
    return maker(tmp_path)


@pytest.fixture
def book(reopen: Open) -> Book:
    """Return the workbook, opened."""
    return reopen()


def test_it_knows_its_tables_and_its_names(book: Book) -> None:
    assert book.has("tFactures")
    assert not book.has("tAbsente")
    assert book.has("AsOf")
    with pytest.raises(MissingTableError) as missing:
        book.read("tAbsente")
    assert missing.value.facts["table"] == "tAbsente"


def test_it_knows_where_it_is(book: Book) -> None:
    assert book.path.endswith("classeur.xlsx")


def test_rows_have_their_number_in_the_sheet_and_blank_ones_are_left_out(book: Book) -> None:
    table = book.read("tFactures")
    assert table.name == "tFactures"
    assert table.headings == HEADINGS
    assert [row.number for row in table.rows] == [2, 4]
    assert dict(table.rows[0].cells) == dict(zip(HEADINGS, ROWS[0], strict=True))
    assert dict(table.rows[1].cells) == dict(zip(HEADINGS, ROWS[2], strict=True))


def test_an_identifier_stays_text_and_a_day_is_a_date_without_time(book: Book) -> None:
    cells = book.read("tFactures").rows[0].cells
    assert cells["N° facture"] == "000123"
    assert type(cells["Échéance"]) is date


def test_an_empty_table_has_headings_and_no_rows(book: Book) -> None:
    table = book.read("tJournal")
    assert (table.headings, table.rows) == (HEADINGS, ())


def test_written_cells_are_read_at_once_and_kept_by_a_save(book: Book, reopen: Open) -> None:
    values: dict[str, dict[int, Cell]] = {
        "N° facture": {2: "=1+1", 4: "0000000000000000042"},
        "Échéance": {2: date(2026, 12, 31)},
        "Montant TTC": {2: Decimal("1200.05"), 4: None},
        "Note": {2: "deux\nlignes", 4: "«\u00a0à\u202f»"},
    }
    for column, cells in values.items():
        book.write("tFactures", column, cells)
    now = book.read("tFactures")
    book.save()
    assert reopen().read("tFactures") == now == book.read("tFactures")
    assert dict(now.rows[0].cells) == {
        "N° facture": "=1+1",
        "Échéance": date(2026, 12, 31),
        "Montant TTC": 1200.05,
        "Note": "deux\nlignes",
    }
    assert now.rows[1].cells["Montant TTC"] is None


def test_a_row_that_is_emptied_disappears_and_a_blank_one_that_is_filled_appears(
    book: Book,
) -> None:
    for column in HEADINGS:
        book.write("tFactures", column, {2: None})
    book.write("tFactures", "Note", {3: "ici"})
    assert [row.number for row in book.read("tFactures").rows] == [3, 4]


def test_rows_are_appended_below_and_numbered(book: Book, reopen: Open) -> None:
    new: list[Mapping[str, Cell]] = [{"N° facture": "a", "Échéance": DAY}, {"Note": "b"}]
    assert book.append("tFactures", new) == (5, 6)
    assert book.append("tFactures", [{"Note": "c"}]) == (7,)
    book.write("tFactures", "Note", {5: "modifiée"})
    now = book.read("tFactures")
    assert [row.number for row in now.rows] == [2, 4, 5, 6, 7]
    assert now.rows[2].cells["Échéance"] == DAY
    assert now.rows[2].cells["Note"] == "modifiée"
    book.save()
    assert reopen().read("tFactures") == now


def test_the_first_append_uses_the_blank_row_of_an_empty_table(book: Book, reopen: Open) -> None:
    assert book.append("tJournal", [{"N° facture": "1", "Échéance": DAY}]) == (2,)
    assert book.append("tJournal", [{"N° facture": "2", "Échéance": DAY}]) == (3,)
    book.save()
    rows = reopen().read("tJournal").rows
    assert [(row.number, row.cells["Échéance"]) for row in rows] == [(2, DAY), (3, DAY)]


def test_appending_nothing_changes_nothing(book: Book) -> None:
    assert book.append("tFactures", []) == ()
    assert len(book.read("tFactures").rows) == 2


def test_an_unknown_heading_is_refused_and_nothing_is_half_done(book: Book) -> None:
    before = book.read("tFactures")
    with pytest.raises(MissingColumnError) as missing:
        book.write("tFactures", "Solde", {2: 1})
    assert missing.value.facts["column"] == "Solde"
    with pytest.raises(MissingColumnError):
        book.append("tFactures", [{"Note": "x"}, {"Solde": 1}])
    assert book.read("tFactures") == before


def test_names_are_read_and_written(book: Book, reopen: Open) -> None:
    assert {name: book.get(name) for name in NAMES} == dict(NAMES)
    assert book.get("Absent") is None
    book.set("AsOf", date(2026, 2, 28))
    book.set("DossierSortie", "relances")
    assert book.get("AsOf") == date(2026, 2, 28)
    book.save()
    assert reopen().get("AsOf") == date(2026, 2, 28)
    assert reopen().get("DossierSortie") == "relances"


def test_a_name_that_is_not_there_can_not_be_set(book: Book) -> None:
    with pytest.raises(BookError):
        book.set("Absent", 1)


def test_nothing_is_on_disk_before_save(book: Book, reopen: Open) -> None:
    before = reopen().read("tFactures")
    book.write("tFactures", "Note", {2: "perdue"})
    book.append("tFactures", [{"Note": "perdue"}])
    book.set("Regles", "perdues")
    assert reopen().read("tFactures") == before
    assert reopen().get("Regles") == "a;b"


def test_a_book_can_be_saved_twice(book: Book, reopen: Open) -> None:
    for note in ("une", "deux"):
        book.write("tFactures", "Note", {4: note})
        book.append("tFactures", [{"Note": note}])
        book.save()
    rows = reopen().read("tFactures").rows
    assert [(row.number, row.cells["Note"]) for row in rows[1:]] == [
        (4, "deux"),
        (5, "une"),
        (6, "deux"),
    ]


def test_selected_rows_are_in_sheet_order(book: Book) -> None:
    selected = book.selected()
    assert list(selected) == sorted(selected, key=lambda one: one[1])


def test_what_is_said_to_nobody_is_harmless_and_nobody_answers_no(book: Book) -> None:
    book.progress(0, 10, "lecture")
    book.tell("fini")
    assert book.ask("Continuer ?") is False
