"""Documents of the user's own choice: shown first, written once, with the reason logged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.actions.world import MONDAY, debtor, desk_of, invoice, make_book
from tests.actions.world import run as run_day

from relance.actions.batch import Batch, Order
from relance.actions.desk import open_desk
from relance.actions.manual import Selection, select, write_selection
from relance.actions.selection import Selected
from relance.actions.selection import chosen as picked
from relance.core.errors import NothingSelectedError, ReasonNeededError, TakeoverNeededError
from relance.core.manual import ManualKind
from relance.core.records import Receivable
from relance.hosts.file.book import FileBook

Make = Callable[..., Path]
INVOICES, DEBTORS, AGENDA = "tFactures", "tClients", "tAgenda"


def called(number: str, amount: str) -> Receivable:
    """Return an item of C1, who was called on 9 November."""
    return invoice(number, "C1", date(2026, 10, 30), amount, last_step="call-1",
                   last_step_date=date(2026, 11, 9))  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """C1 was called on the 9th (letter-1 is due) over F-1 and F-2; C2 is in dispute; C3 is new."""
    return make_book(
        tmp_path / "relances.xlsx",
        [debtor("C1"), debtor("C2"), debtor("C3")],
        [
            called("F-1", "3000.00"),
            called("F-2", "500.00"),
            invoice("F-3", "C2", date(2026, 10, 30), "700.00", status="disputed"),
            invoice("F-4", "C3", date(2026, 11, 10), "900.00"),
        ],
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "documents"


def chosen(book: Path, kind: ManualKind, *rows: tuple[str, int]) -> Selection:
    desk = desk_of(book)
    return select(desk, MONDAY, kind, picked(desk, rows))


def held(selection: Selection) -> list[str]:
    """Whose document may not be written."""
    return [choice.code for choice in selection.choices if choice.by_hand.decision.blocked_by]


def invoices(selection: Selection) -> int:
    """How many items the documents would demand."""
    free = [decision for _, decision in selection.decided if not decision.blocked_by]
    return sum(len(decision.demanded) for decision in free)


def write(
    book: Path, out: Path, kind: ManualKind, rows: Selected, reason: str = "",
    **more: object,
) -> Batch:  # fmt: skip
    with FileBook(book) as opened:
        desk = open_desk(opened, out)
        order = replace(Order(MONDAY, out, "2026-11-23T10:00"), **more)  # type: ignore[arg-type]
        selection = select(desk, MONDAY, kind, picked(desk, rows))
        return write_selection(desk, order, selection, reason)


def notes(book: Path) -> list[tuple[str, str, str]]:
    return [(e.step, e.outcome, e.note) for e in desk_of(book).ledger.events]


# -- the selection -----------------------------------------------------------


def test_a_selection_counts_debtors_invoices_and_what_is_held(book: Path) -> None:
    found = chosen(book, "letter", (INVOICES, 2), (INVOICES, 4), (INVOICES, 5))
    assert [choice.code for choice in found.choices] == ["C1", "C2", "C3"]
    assert held(found) == ["C2"]
    assert invoices(found) == 2  # F-1 of C1 (F-2 was not selected), F-4 of C3
    assert not found.hasty(found.decided)  # C3 was never reminded: its first reminder, by post


def test_a_row_of_a_debtor_chooses_all_that_is_late(book: Path) -> None:
    for rows in ([(DEBTORS, 2)], [(INVOICES, 2), (DEBTORS, 2)], [(INVOICES, 2), (INVOICES, 3)]):
        found = chosen(book, "letter", *rows)
        assert invoices(found) == 2
        assert not found.hasty(found.decided)


def test_a_row_of_the_agenda_stands_for_its_debtor(book: Path, out: Path) -> None:
    run_day(book, out, MONDAY, "--only", "email")  # fills the sheet
    codes = [row.cells["Code client"] for row in desk_of(book).book.read(AGENDA).rows]
    found = chosen(book, "letter", (AGENDA, 2 + codes.index("C1")))
    assert [choice.code for choice in found.choices] == ["C1"]


@pytest.mark.parametrize("rows", [[], [(INVOICES, 40)], [("tTaux", 2)]])
def test_a_selection_without_an_open_item_is_refused(
    book: Path, rows: list[tuple[str, int]]
) -> None:
    with pytest.raises(NothingSelectedError):
        chosen(book, "letter", *rows)


# -- the documents -----------------------------------------------------------


def test_a_letter_of_the_policy_is_written_and_logged(book: Path, out: Path) -> None:
    batch = write(book, out, "letter", [(DEBTORS, 2)])
    assert [(one.debtor, one.kind, one.items) for one in batch.documents] == [
        ("C1", "letter", ("F-1", "F-2"))
    ]
    assert batch.documents[0].path.is_file()
    assert notes(book) == [("letter-1", "draft", "")]


def test_a_second_click_writes_nothing_twice_and_says_so(book: Path, out: Path) -> None:
    write(book, out, "letter", [(DEBTORS, 2)])
    for kind in ("letter", "email"):  # the same demand by another channel is the same demand
        batch = write(book, out, kind, [(DEBTORS, 2)])
        assert batch.documents == ()
        assert [reason.code for reason in batch.skipped[0].why] == ["already_written"]
    assert notes(book) == [("letter-1", "draft", "")]


def test_what_skips_steps_wants_a_reason_and_the_journal_keeps_it(book: Path, out: Path) -> None:
    with pytest.raises(ReasonNeededError) as refused:
        write(book, out, "formal_notice", [(DEBTORS, 2)], "  ")
    assert refused.value.facts["steps"] == ("letter-1", "call-2", "letter-2")
    assert not out.exists()
    write(book, out, "formal_notice", [(DEBTORS, 2)], "départ à l'étranger")
    assert notes(book) == [("notice", "draft", "départ à l'étranger")]


def test_the_run_of_the_day_leaves_a_chosen_notice_alone(book: Path, out: Path) -> None:
    write(book, out, "formal_notice", [(DEBTORS, 2)], "départ")
    answer = run_day(book, out, MONDAY, "--debtor", "C1", "--json")
    assert answer.json["skipped"][0]["why"][0]["code"] == "already_written"
    assert [line[:2] for line in notes(book)] == [("notice", "draft")]


def test_a_held_debtor_is_left_out_with_the_reason(book: Path, out: Path) -> None:
    batch = write(book, out, "letter", [(INVOICES, 2), (INVOICES, 4)])
    assert [one.debtor for one in batch.documents] == ["C1"]
    assert [(one.debtor, one.why[0].code) for one in batch.skipped] == [("C2", "disputed")]


def test_a_wish_to_stop_is_heard_between_two_debtors(book: Path, out: Path) -> None:
    asked = iter([False, True])
    batch = write(
        book, out, "call_sheet", [(DEBTORS, 2), (DEBTORS, 4)], "absente",
        stopped=lambda: next(asked),
    )  # fmt: skip
    assert [one.debtor for one in batch.documents] == ["C1"]
    assert batch.not_reached == 1
    assert [line[1] for line in notes(book)] == ["draft"]


def test_a_dry_run_writes_nothing(book: Path, out: Path) -> None:
    batch = write(book, out, "letter", [(DEBTORS, 2)], dry_run=True)
    assert len(batch.documents) == 1
    assert notes(book) == []
    assert not out.exists()


def test_nothing_is_chosen_before_the_take_over(tmp_path: Path, out: Path) -> None:
    book = make_book(
        tmp_path / "premier.xlsx", [debtor("C1")],
        [invoice("F-1", "C1", date(2026, 10, 30), "100")], Reprise="à confirmer",
    )  # fmt: skip
    with pytest.raises(TakeoverNeededError):
        write(book, out, "letter", [(DEBTORS, 2)])
