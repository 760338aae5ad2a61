"""The ribbon's door: a click in Excel, from the selected rows to documents and journal."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings
from tests.actions.world import MONDAY, column, debtor, desk_of, invoice, journal, make_book
from tests.tools.xlwings_engine import BUSY, Excel

from relance.hosts import clicking
from relance.hosts.excel.ribbon import dispatch

LATE = date(2026, 10, 30)
DIALOGS = "RelanceRuban"


class Monday(date):
    """A clock that stands."""

    @classmethod
    def today(cls) -> "Monday":
        return cls(MONDAY.year, MONDAY.month, MONDAY.day)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook of five invoices in rows 2 to 6, of which row 4 is blank and row 5 hidden."""
    called: dict[str, Any] = {"last_step": "call-1", "last_step_date": date(2026, 11, 9)}
    path = make_book(
        tmp_path / "relances.xlsx",
        [debtor(code) for code in ("C1", "C2", "C3", "C4")],
        [
            invoice("F-1", "C1", LATE, "3000.00", **called),
            invoice("F-2", "C1", LATE, "500.00", **called),
            invoice("F-3", "C2", LATE, "700.00"),
            invoice("F-4", "C3", LATE, "800.00"),
            invoice("F-5", "C4", date(2026, 11, 10), "900.00"),
        ],
    )
    book = openpyxl.load_workbook(path)
    sheet = book["Factures"]
    for cell in sheet[4]:
        cell.value = None
    sheet.row_dimensions[5].hidden = True
    book.save(path)
    return path


@pytest.fixture
def excel(path: Path, monkeypatch: pytest.MonkeyPatch) -> Excel:
    """Return an Excel with the calling workbook, on Monday."""
    excel = Excel()
    calling = excel.open(path)
    monkeypatch.setattr(xlwings.Book, "caller", lambda: calling)
    monkeypatch.setattr(clicking, "date", Monday)
    monkeypatch.setattr("relance.hosts.excel.desktop._opened", opened.append)
    monkeypatch.setenv("RELANCE_STRICT", "1")
    opened.clear()
    return excel


opened: list[str] = []


def answering(excel: Excel, *answers: object) -> None:
    """Answer the questions of a text, in their order."""
    left = list(answers)
    excel.macros[f"{DIALOGS}.Saisir"] = lambda *asked: left.pop(0)


def boxes(excel: Excel) -> list[str]:
    return [text for text, _, _ in excel.alerts]


def test_a_selection_becomes_documents_and_lines_of_the_journal(
    excel: Excel, path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "lettres"
    excel.select("Factures", "A2:B2,A4:A6")  # a blank row and a hidden one among them
    excel.answers = ["yes", "ok"]
    answering(excel, str(out))
    dispatch("letter")
    question, summary = boxes(excel)
    head = "Lettre au 23/11/2026 : "
    assert question.startswith(f"{head}2 clients, 2 factures\n")  # F-1 of C1, F-5 of C4
    assert summary.startswith(f"{head}2 lettres en brouillon. Rien n'a été envoyé.")
    assert len([found for found in out.iterdir() if found.suffix == ".docx"]) == 2
    assert opened == [str(out)]
    assert journal(path) == [("C1", "letter-1", "draft"), ("C4", "mail-1", "draft")]
    assert column(path, "tJournal", "items") == ["F-1", "F-5"]
    book = desk_of(path).book
    assert (book.get("AsOf"), book.get("DossierSortie")) == (MONDAY, str(out))
    assert [row.number for row in book.read("tFactures").rows] == [2, 3, 5, 6]
    assert excel.settings["status_bar"] is False
    assert excel.settings["screen_updating"] is True


def test_a_second_click_writes_nothing_twice(excel: Excel, path: Path, tmp_path: Path) -> None:
    excel.select("Factures", "A2:A3")
    excel.answers = ["yes", "ok", "ok"]
    answering(excel, str(tmp_path / "lettres"))
    dispatch("letter")
    lines = journal(path)
    dispatch("letter")
    assert boxes(excel)[-1].startswith("Lettre au 23/11/2026 : Rien à écrire")
    assert journal(path) == lines


def test_outside_a_table_it_says_what_to_select(excel: Excel) -> None:
    excel.select("Accueil", "B2")
    dispatch("email")
    assert "sélectionnez des lignes" in boxes(excel)[0]
    assert excel.calls["save"] == 0


def test_a_question_that_is_cancelled_changes_nothing(excel: Excel, path: Path) -> None:
    before = path.read_bytes()
    excel.select("Factures", "A2")
    answering(excel, "F-1", None)
    dispatch("payment")
    assert boxes(excel) == []
    assert (excel.written, path.read_bytes()) == ([], before)


def test_a_workbook_that_is_read_only_is_told_before_any_question(excel: Excel) -> None:
    excel.opened[0].native.ReadOnly = True
    dispatch("stamp")
    assert "est ouvert en lecture seule" in boxes(excel)[0]
    assert excel.ran == []
    dispatch("doctor")  # writes nothing
    assert "✓ Python" in boxes(excel)[1]


def test_a_workbook_that_was_never_saved_is_told(excel: Excel) -> None:
    excel.opened[0].native.FullName = "Classeur1"
    dispatch("stamp")
    assert "n'a jamais été enregistré" in boxes(excel)[0]


def test_another_xlwings_than_the_macros_expect_is_told(
    excel: Excel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlwings, "__version__", "0.30.0")
    dispatch("stamp")
    assert "attendent xlwings 0.37.8, et xlwings 0.30.0 est installé" in boxes(excel)[0]


def test_an_excel_that_shows_no_box_leaves_the_word_to_the_macros(excel: Excel) -> None:
    def fault(asked: str) -> None:  # a cell is being edited
        raise BUSY

    excel.fault = fault
    with pytest.raises(RuntimeError, match=r"^Excel est occupé \(ce classeur\) : une cellule"):
        dispatch("agenda")


def test_without_a_calling_workbook_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> None:
        raise OSError

    monkeypatch.setattr(xlwings.Book, "caller", nobody)
    with pytest.raises(RuntimeError, match="ne trouve pas le classeur"):
        dispatch("stamp")


def test_a_bug_is_told_by_a_number_and_nothing_is_saved(
    excel: Excel, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def broken(desk: Any, *_: Any, **__: Any) -> None:
        desk.book.set("AsOf", MONDAY)
        raise ZeroDivisionError

    monkeypatch.setattr("relance.actions.clicks.day.refresh", broken)
    monkeypatch.setattr("relance.hosts.log.log_path", lambda: tmp_path / "relance.log")
    monkeypatch.setenv("RELANCE_STRICT", "")
    dispatch("agenda")
    assert boxes(excel)[0].startswith("Erreur inattendue n° ")
    assert path.read_bytes() == before
