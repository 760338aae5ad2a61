"""What only a running office shows: areas and hidden rows, Undo, a kill in the middle."""

import shutil
import threading
import time
from datetime import date
from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter
from tests.actions.world import MONDAY, debtor, invoice, make_book
from tests.hosts.calc.test_verbs import told
from tests.tools import office
from tests.tools.office import Office

from relance.actions.create import copy_template
from relance.core.errors import BookError
from relance.hosts.file.book import FileBook
from relance.workbook import schema

COUNT = 12
LATE = date(2026, 11, 19)


@pytest.fixture
def book(place: Path) -> Path:
    """Return a workbook with twelve debtors who are four days late."""
    codes = [f"C{number}" for number in range(COUNT)]
    items = [invoice(f"0{number}E5", code, LATE, "1200.55") for number, code in enumerate(codes)]
    path = make_book(place / "relances.xlsx", [debtor(code) for code in codes], items)
    office.give_away(place)
    return path


def drafts(path: Path) -> list[str]:
    """Return the debtors of the journal's lines."""
    rows = FileBook(path).read(schema.JOURNAL.table).rows
    return [str(row.cells[schema.JOURNAL.heading("debtor")]) for row in rows]


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.eml"))


def test_several_areas_are_taken_and_hidden_rows_are_not(calc: Office, book: Path) -> None:
    calc.set_day(MONDAY)
    calc.open(str(book))
    calc.hide("Factures", "A5:A6")
    calc.select("Factures", "A2:B2", "C4:D7")
    calc.answer(True, "=")
    calc.click("email")
    assert calc.shown("ask")[0].startswith("E-mail au 23/11/2026 : 3 clients, 3 factures")
    calc.close()
    assert drafts(book) == ["C0", "C2", "C5"]  # rows 2, 4 and 7


def test_the_whole_sheet_is_its_rows(calc: Office, book: Path) -> None:
    calc.set_day(MONDAY)
    calc.open(str(book))
    calc.select("Factures", "A1:AMJ1048576")
    calc.answer(False)
    calc.click("email")
    counted = f"{COUNT} clients, {COUNT} factures"
    assert calc.shown("ask")[0].startswith(f"E-mail au 23/11/2026 : {counted}")
    calc.close()


def test_a_cell_is_written_unless_it_holds_the_same_value_of_the_same_kind(
    calc: Office, book: Path
) -> None:
    """Each cell takes time, most of all in an `.ods` that was saved."""
    heading = schema.INVOICES.heading
    columns = [column.heading for column in schema.INVOICES.columns]
    letters = {key: get_column_letter(columns.index(heading(key)) + 1) for key in ("amount", "due")}
    calc.open(str(book))
    calc.set_formula("Factures", f"{letters['amount']}2", "'7")
    calc.set_formula("Factures", f"{letters['amount']}3", "7")
    for key, value in (("amount", 7), ("due", LATE)):
        calc.book("write", schema.INVOICES.table, heading(key), {2: value, 3: value})
    calc.book("save")
    rows = calc.book("read", schema.INVOICES.table).rows
    assert [row.cells[heading("amount")] for row in rows[:2]] == [7, 7]
    assert [row.cells[heading("due")] for row in rows[:2]] == [LATE, LATE]
    assert calc.values("Factures", f"{letters['amount']}2:{letters['amount']}3") == ((7.0,), (7.0,))
    calc.close()


def test_undo_takes_a_click_back_in_one_step(calc: Office, book: Path) -> None:
    before = told(book)
    calc.set_day(MONDAY)
    calc.open(str(book))
    calc.answer(True, "=")
    calc.click("run")
    assert calc.undo_titles() == ["Préparer les relances"]
    calc.undo()
    calc.store()
    calc.close()
    assert told(book) == before


def test_what_was_undone_comes_back_with_the_next_click(calc: Office, book: Path) -> None:
    """The letters are in the folder: they can't be unwritten, nor written twice."""
    calc.set_day(MONDAY)
    calc.open(str(book))
    calc.answer(True, "=")
    calc.click("run")
    calc.undo()
    assert calc.book("read", schema.JOURNAL.table).rows == ()
    calc.answer(str(book.parent / "relances"))
    calc.click("run")
    calc.close()
    assert len(drafts(book)) == COUNT
    assert len(written(book.parent / "relances")) == COUNT


def test_a_click_that_fails_takes_back_its_own_step_alone(calc: Office, book: Path) -> None:
    """A text that no cell holds is refused by the office itself, half-way."""
    calc.open(str(book))
    calc.book("set", "CreancierNom", "Atelier")
    calc.book("save")
    calc.book("close")
    before = calc.undo_titles()
    with pytest.raises(RuntimeError):
        calc.fail_midway(schema.DEBTORS.table, schema.DEBTORS.heading("name"))
    assert calc.undo_titles() == before
    assert calc.text("Clients", "B2") == "Client C0"
    calc.close()


@pytest.mark.parametrize("saved_before", [False, True])
def test_rows_that_moved_meanwhile_are_not_written_over(
    calc: Office, book: Path, saved_before: bool
) -> None:
    """A person sorts a sheet between two steps of a verb, which keeps the numbers of its rows."""
    name = schema.DEBTORS.heading("name")

    def rename() -> None:
        calc.book("write", schema.DEBTORS.table, name, {2: "A", 3: "B"})
        calc.book("save")

    calc.open(str(book))
    calc.book("write", schema.DEBTORS.table, name, {2: "A"})
    if saved_before:
        calc.book("save")
    calc.set_formula("Clients", "A3", "C99")
    with pytest.raises(BookError) as refused:
        rename()
    assert refused.value.facts["reason"] == "moved"
    assert calc.text("Clients", "B3") == "Client C1"
    calc.close()


def test_a_client_typed_under_the_table_is_in_it_after_any_click(calc: Office, book: Path) -> None:
    """No verb writes to Clients: the table grows all the same, or a sort would leave it out."""
    calc.set_day(MONDAY)
    calc.open(str(book))
    calc.set_formula("Clients", f"A{COUNT + 2}", "C99")
    calc.answer()
    calc.click("check")
    assert calc.table(schema.DEBTORS.table)[1] == COUNT + 1
    calc.close()


def test_rows_typed_under_a_table_are_its_rows(calc: Office, book: Path) -> None:
    """Calc's tables don't grow by themselves: the next verb takes them in, and they compute."""
    last = 1 + COUNT
    calc.set_day(MONDAY)
    calc.open(str(book))
    for column, typed in {"A": "F-tapée", "B": "C0", "G": "=DATE(2026;11;1)"}.items():
        calc.set_formula("Factures", f"{column}{last + 1}", typed)
    calc.set_formula("Factures", f"{amount_column()}{last + 1}", "250")
    calc.set_formula("Factures", f"A{last + 3}", "après un blanc")
    calc.select("Factures", f"A{last + 1}:B{last + 1}")
    calc.answer(True, "=")
    calc.click("email")
    assert calc.shown()[0].startswith("E-mail au 23/11/2026 : 1 client, 1 facture")
    assert calc.table(schema.INVOICES.table)[1] == last
    calc.close()
    assert drafts(book) == ["C0"]


def amount_column() -> str:
    keys = [column.key for column in schema.INVOICES.columns]
    return get_column_letter(keys.index("amount") + 1)


def test_new_rows_compute_though_the_last_one_was_typed_over(calc: Office, place: Path) -> None:
    """A number in the place of a formula is one row's; no other row takes it over."""
    path = place / "relances.xlsm"
    copy_template(path)
    office.give_away(place)
    calc.open(str(path))
    keys = [column.key for column in schema.INVOICES.columns]
    late = get_column_letter(keys.index("days") + 1)
    number = schema.INVOICES.heading("number")
    calc.book("append", schema.INVOICES.table, [{number: f"F-{row}"} for row in range(3)])
    calc.book("save")
    calc.set_formula("Factures", f"{late}4", "100")
    calc.book("append", schema.INVOICES.table, [{number: "F-8"}, {number: "F-9"}])
    calc.book("save")
    calc.book("close")
    assert calc.formula("Factures", f"{late}4") == "100"
    assert calc.formula("Factures", f"{late}5").startswith("=")
    assert calc.formula("Factures", f"{late}6").startswith("=")
    calc.close()


@pytest.mark.parametrize("written_before", [0, 1, 17])
def test_a_kill_in_the_middle_loses_and_doubles_nothing(
    profile: Path, place: Path, written_before: int
) -> None:
    """The office is killed once so many documents are on disk; then the click is made again."""
    codes = [f"C{number}" for number in range(40)]
    items = [invoice(f"F-{code}", code, LATE, "1200.55") for code in codes]
    out = place / "documents"
    path = make_book(place / "relances.xlsx", [debtor(code) for code in codes], items,
                     DossierSortie=str(out))  # fmt: skip
    own = place / "profile"  # two offices with one profile are one office
    shutil.copytree(profile, own)
    office.give_away(place)
    first = Office(place / "one", own)
    first.set_day(MONDAY)
    first.open(str(path))
    first.answer(True)
    threading.Thread(target=killed_after, args=(first, out, written_before)).start()
    with pytest.raises((RuntimeError, EOFError, OSError)):
        first.click("run")
    first.kill()
    for lock in place.glob(".~lock.*"):
        lock.unlink()  # LibreOffice would ask whether to open a copy
    second = Office(place / "two", own)
    second.set_day(MONDAY)
    second.open(str(path))
    for _ in range(2):
        second.answer(True, True)
        second.click("run")
    assert not [text for text in second.shown() if "inattendue" in text]
    second.stop()
    assert sorted(drafts(path)) == sorted(codes)
    assert len(written(out)) == len(codes)


def killed_after(running: Office, out: Path, count: int) -> None:
    """Kill an office once it has begun, and written so many documents."""
    deadline = time.monotonic() + office.PATIENCE
    while time.monotonic() < deadline:
        if out.exists() and len(written(out)) >= count:
            break
        time.sleep(0.001)
    running.process.kill()


def test_letters_become_pdf_by_writer(calc: Office, book: Path) -> None:
    """In the office that is open: its other documents stay as they are."""
    calc.set_day(MONDAY)
    calc.open(str(book))
    calc.select("Factures", "A2:B3")
    calc.answer(True, "=")
    calc.click("letter")
    calc.select("Factures", "A2:B3")
    calc.answer(True)
    calc.click("pdf")
    assert calc.shown("tell")[0].startswith("2 PDF faits, à côté des lettres.")
    calc.close()
    letters = sorted((book.parent / "relances").glob("*.docx"))
    made = [path.with_suffix(".pdf") for path in letters]
    assert len(made) == 2
    assert all(path.read_bytes().startswith(b"%PDF-1.") for path in made)


def test_an_ods_works_as_the_workbook_that_it_was_saved_from(calc: Office, place: Path) -> None:
    """Its functions compute, its tables are read and written, and it comes back the same."""
    path = place / "relances.xlsm"
    copy_template(path)
    office.give_away(place)
    calc.open(str(path))
    calc.save_as(str(place / "relances.ods"), "calc8")
    office.give_away(place)
    calc.set_day(MONDAY)
    calc.open(str(place / "relances.ods"))
    calc.recalculate()
    assert calc.errors() == []
    calc.book("set", "CreancierNom", "Atelier")
    heads = calc.book("read", schema.INVOICES.table).headings
    calc.book("append", schema.DEBTORS.table, [{schema.DEBTORS.heading("code"): "000123"}])
    calc.book("save")
    calc.open(str(place / "relances.ods"))
    rows = calc.book("read", schema.DEBTORS.table).rows
    assert heads == tuple(column.heading for column in schema.INVOICES.columns)
    assert [row.cells[schema.DEBTORS.heading("code")] for row in rows] == ["000123"]
    calc.answer()
    calc.click("agenda")
    assert not [text for text in calc.shown("tell") if "inattendue" in text]
    calc.close()


def test_diagnostic_and_guide_answer(calc: Office, book: Path) -> None:
    """The office has its own Python: what the diagnostic says of it differs from the command's."""
    calc.open(str(book))
    calc.answer()
    calc.click("doctor")
    (said_,) = calc.shown("tell")
    assert "✓" in said_
    assert "inattendue" not in said_
    calc.answer()
    calc.click("guide")
    assert len(calc.shown("open", "tell")) == 1
    calc.close()


@pytest.mark.parametrize("sheet", ["Journal", "Agenda", "Factures"])
def test_a_protected_sheet_is_refused_before_anything_is_written(
    calc: Office, book: Path, sheet: str
) -> None:
    calc.set_day(MONDAY)
    calc.open(str(book))
    calc.protect(sheet)
    calc.answer()
    calc.click("run")
    assert sheet in calc.shown("tell")[0]
    assert calc.undo_titles() == ["Protect sheet"]
    assert not (book.parent / "relances").exists()
    calc.close()


def test_a_book_opened_to_be_read_only_is_refused(calc: Office, book: Path) -> None:
    calc.open(str(book), True)
    calc.answer()
    calc.click("agenda")
    assert "lecture seule" in calc.shown("tell")[0]
    calc.close()


def test_a_sheet_that_is_not_ours_is_said_so(calc: Office) -> None:
    calc.new()
    calc.answer()
    calc.click("agenda")
    assert calc.shown("tell")[0].count("jamais été enregistré") == 1
    calc.close()


def test_formulas_of_new_rows_come_with_them(calc: Office, place: Path) -> None:
    """An invoice appended to the macro workbook computes like those above."""
    path = place / "relances.xlsm"
    copy_template(path)
    office.give_away(place)
    calc.open(str(path))
    for number in ("F-1", "F-2", "F-3"):
        row = {"N° facture": number, "Code client": "C1", "Échéance": LATE,
               "Montant TTC": 1200.55}  # fmt: skip
        calc.book("append", schema.INVOICES.table, [row])
    calc.book("set", "AsOf", MONDAY)
    calc.book("save")
    calc.recalculate()
    first, last, left, _ = calc.table("tFactures")
    assert (first, last) == (0, 3)
    headings = [column.heading for column in schema.INVOICES.shown(True).columns]
    days = headings.index("Jours de retard") + left
    letters = get_column_letter(days + 1)
    late = (MONDAY - LATE).days
    assert [calc.values("Factures", f"{letters}{row}")[0][0] for row in (2, 3, 4)] == [late] * 3
    calc.close()
