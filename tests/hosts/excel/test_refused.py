"""What Excel refuses is told in words, and leaves Excel and the file as they were."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Protection
from tests.hosts.excel.world import DAY, SERIES, Open, book_of, failing, on_disk, reason
from tests.tools.xlwings_engine import BUSY, CALL_REJECTED
from tests.tools.xlwings_ranges import REFUSED, ComError

from relance.core.errors import BookError
from relance.hosts.file.book import FileBook


def test_a_workbook_that_was_never_saved_is_refused(opened: Open, path: Path) -> None:
    excel, _ = opened(SERIES)
    book = excel.open(path)
    excel.opened[-1].native.FullName = "Classeur1"
    with pytest.raises(BookError) as refused:
        book_of(book)
    assert reason(refused) == ("unsaved", "")


def test_a_workbook_that_counts_from_1904_is_refused(opened: Open) -> None:
    def change(book: Any) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    with pytest.raises(BookError) as refused:
        opened(SERIES, change)
    assert reason(refused) == ("date1904", "")


def test_a_workbook_on_onedrive_tells_its_address(opened: Open, path: Path) -> None:
    excel, _ = opened(SERIES)
    book = excel.open(path)
    excel.opened[-1].native.FullName = "https://d.docs.live.net/1234/classeur.xlsx"
    assert book_of(book).path == "https://d.docs.live.net/1234/classeur.xlsx"


def test_a_read_only_workbook_is_read_and_not_changed(opened: Open) -> None:
    excel, book = opened(SERIES)
    excel.opened[0].native.ReadOnly = True
    assert len(book.read("tFactures").rows) == 6
    attempts: Sequence[Callable[[], object]] = (
        lambda: book.write("tFactures", "Note", {2: "x"}),
        lambda: book.append("tFactures", [{"Note": "x"}]),
        lambda: book.set("AsOf", DAY),
    )
    for attempt in attempts:
        with pytest.raises(BookError) as refused:
            attempt()
        assert reason(refused) == ("read_only", "")


@pytest.mark.parametrize("sheet", ["Factures", "Journal", "Paramètres"])
def test_a_protected_sheet_is_refused_before_anything_is_written(opened: Open, sheet: str) -> None:
    excel, book = opened(SERIES)
    excel.opened[0].wb[sheet].protection.sheet = True
    book.write("tFactures", "Note", {2: "x"})
    book.append("tJournal", [{"Note": "x"}] * 3)
    book.set("Regles", "x")
    with pytest.raises(BookError) as refused:
        book.save()
    assert reason(refused) == ("protected", sheet)
    assert {"write", "resize", "add row", "set format", "save"}.isdisjoint(excel.calls)


def test_a_cell_that_is_not_locked_is_written_on_a_protected_sheet(
    opened: Open, path: Path
) -> None:
    excel, book = opened(SERIES)
    sheet = excel.opened[0].wb["Paramètres"]
    sheet.protection.sheet = True
    sheet["B1"].protection = sheet["B2"].protection = Protection(locked=False)
    book.set("Regles", "x")
    book.save()
    assert FileBook(path).get("Regles") == "x"
    sheet["B1"].number_format = "General"
    book.set("AsOf", DAY)  # needs another format, and protection forbids that too
    with pytest.raises(BookError) as refused:
        book.save()
    assert reason(refused) == ("protected", "Paramètres")


def test_the_excel_of_these_tests_refuses_on_a_protected_sheet_what_excel_does(
    opened: Open,
) -> None:
    def change(book: Any) -> None:
        book["Journal"].tables["tJournal"].insertRow = True
        for sheet in ("Journal", "Factures"):
            book[sheet].protection.sheet = True
        book["Factures"]["A2"].protection = Protection(locked=False)

    excel, _ = opened(SERIES, change)
    sheet, journal = (excel.opened[0].sheets(name) for name in ("Factures", "Journal"))
    attempts: Sequence[Callable[[], object]] = (
        lambda: setattr(sheet.range("A3"), "raw_value", "x"),
        lambda: setattr(sheet.range("A2:A3"), "raw_value", "x"),  # one of them is locked
        lambda: setattr(sheet.range("A3"), "formula", "=1"),
        lambda: setattr(sheet.range("A2"), "number_format", "0"),
        lambda: sheet.tables("tFactures").resize(sheet.range("A1:F9")),
        lambda: journal.tables("tJournal").rows.add(None, None),
    )
    for attempt in attempts:
        with pytest.raises(ComError):
            attempt()
    sheet.range("A2").raw_value = "x"
    assert sheet.range("A2").raw_value == "x"


@pytest.mark.parametrize("is_bare", [False, True])
@pytest.mark.parametrize("error", [BUSY, CALL_REJECTED])
def test_an_edited_cell_is_told_in_words(opened: Open, error: ComError, is_bare: bool) -> None:
    excel, book = opened(SERIES)
    excel.is_bare = is_bare
    failing(excel, "read", error)
    with pytest.raises(BookError) as refused:
        book.read("tFactures")
    assert reason(refused) == ("excel_busy", "tFactures")


@pytest.mark.parametrize("is_bare", [False, True])
@pytest.mark.parametrize("error", [BUSY, CALL_REJECTED])
def test_a_busy_excel_is_not_taken_for_one_without_that_name(
    opened: Open, error: ComError, is_bare: bool
) -> None:
    excel, book = opened(SERIES)
    excel.is_bare = is_bare
    failing(excel, "name", error)
    with pytest.raises(BookError) as refused:
        book.get("Reprise")
    assert reason(refused) == ("excel_busy", "Reprise")


@pytest.mark.parametrize("is_bare", [False, True])
@pytest.mark.parametrize("error", [BUSY, CALL_REJECTED])
@pytest.mark.parametrize("asked", ["set screen_updating", "set calculation", "format"])
def test_excel_is_given_back_as_it_was_when_it_refuses_at_once(
    opened: Open, asked: str, error: ComError, is_bare: bool
) -> None:
    excel, book = opened(SERIES)
    excel.is_bare = is_bare
    before = excel.settings
    book.write("tFactures", "Note", {2: "x"})
    failing(excel, asked, error)
    with pytest.raises(BookError) as refused:
        book.save()
    assert reason(refused) == ("excel_busy", "")
    assert excel.settings == before
    assert excel.calls["save"] == 0


@pytest.mark.parametrize("is_bare", [False, True])
@pytest.mark.parametrize("error", [REFUSED, CALL_REJECTED])
def test_a_part_that_was_written_is_told(
    opened: Open, path: Path, error: ComError, is_bare: bool
) -> None:
    excel, book = opened(SERIES)
    excel.is_bare = is_bare
    before, file = excel.settings, path.read_bytes()
    for column in ("Note", "Montant TTC"):
        book.write("tFactures", column, {2: 7})
    failing(excel, "write", error, times=1)
    with pytest.raises(BookError) as refused:
        book.save()
    assert reason(refused) == ("half_written", "")
    assert excel.settings == before
    assert path.read_bytes() == file


@pytest.mark.parametrize(("asked", "table"), [("add row", "tJournal"), ("set format", "tFactures")])
def test_a_table_that_grew_in_part_is_told(opened: Open, asked: str, table: str) -> None:
    def change(book: Any) -> None:
        book["Journal"].tables["tJournal"].insertRow = True

    excel, book = opened(SERIES, change)
    book.append(table, [{"Note": "x"}] * 2)
    failing(excel, asked, REFUSED)
    with pytest.raises(BookError) as refused:
        book.save()
    assert reason(refused) == ("half_written", "")
    assert excel.calls["write"] == 0


def test_a_cell_that_excel_does_not_take_is_noticed(
    opened: Open, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    excel, book = opened(SERIES)
    file = path.read_bytes()
    monkeypatch.setattr("tests.tools.xlwings_ranges.take", lambda cell, value: None)
    book.write("tFactures", "Note", {5: "x"})
    with pytest.raises(BookError) as refused:
        book.save()
    assert reason(refused) == ("not_as_written", "Factures!F5")
    assert excel.calls["save"] == 0
    assert path.read_bytes() == file


def test_a_save_that_fails_is_told_and_can_be_tried_again(opened: Open, path: Path) -> None:
    excel, book = opened(SERIES)
    book.write("tFactures", "Note", {5: "x"})
    failing(excel, "save", REFUSED)
    with pytest.raises(BookError) as refused:
        book.save()
    assert reason(refused) == ("not_saved", "")
    excel.fault = lambda asked: None
    book.save()
    assert on_disk(path, "Note")[5] == "x"


def test_an_error_that_is_not_excels_is_not_hidden(opened: Open) -> None:
    excel, book = opened(SERIES)

    def fault(asked: str) -> None:
        raise ZeroDivisionError

    excel.fault = fault
    with pytest.raises(ZeroDivisionError):
        book.read("tFactures")
