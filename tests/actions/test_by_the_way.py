"""An item listed "pour information" in a letter that was sent has had its first reminder."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.actions.world import (
    MONDAY,
    agenda,
    column,
    debtor,
    desk_of,
    invoice,
    make_book,
    relance,
    type_in,
)  # fmt: skip
from tests.actions.world import run as run_day

from relance.core.history import read

Make = Callable[..., Path]
TUESDAY = date(2026, 11, 24)
WRITTEN = [("letter-2", "draft", "F-1"), ("mail-1", "prepared", "F-2")]
SENT = [("letter-2", "sent", "F-1"), ("mail-1", "sent", "F-2")]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a workbook whose letter-2 of Monday lists F-2, late since 19 November."""
    old = invoice(
        "F-1", "C1", date(2026, 9, 30), "3000.00",
        last_step="call-2", last_step_date=date(2026, 11, 6),
    )  # fmt: skip
    new = invoice("F-2", "C1", date(2026, 11, 19), "500.00")
    return make_book(tmp_path / "relances.xlsx", [debtor("C1")], [old, new])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "documents"


def lines(book: Path) -> list[tuple[str, str, str]]:
    return [(e.step, e.outcome, " ".join(e.items)) for e in desk_of(book).ledger.events]


def record(book: Path, *words: object, day: date = MONDAY) -> None:
    answer = relance("record", book, *words, "--day", day)
    assert answer.code == 0, answer


def test_the_draft_says_what_it_reminds_of_by_the_way(book: Path, out: Path) -> None:
    assert run_day(book, out).code == 0
    assert lines(book) == WRITTEN
    assert agenda(book)["C1"]["step"] == "letter-2"  # not sent: nothing is done
    run_day(book, out)
    assert lines(book) == WRITTEN  # a second run writes nothing


def test_once_sent_the_item_has_its_first_reminder_and_no_contact_more(
    book: Path, out: Path
) -> None:
    run_day(book, out)
    record(book, "sent")
    assert lines(book) == WRITTEN + SENT
    assert column(book, "tFactures", "last_step") == ["letter-2", "mail-1"]
    history = read(desk_of(book).ledger.events)
    assert [event.step for event in history.contacts] == ["letter-2"]
    # call-1 of F-2: 5 days after Monday 23 is Saturday 28, so Monday 30; the notice of F-1
    # comes 8 days after: Tuesday 1 December.
    assert agenda(book, date(2026, 11, 30))["C1"]["step"] == "call-1"


def test_a_letter_that_came_back_has_reminded_of_nothing(book: Path, out: Path) -> None:
    run_day(book, out)
    record(book, "sent")
    record(book, "bounced", "C1", day=TUESDAY)
    assert column(book, "tFactures", "last_step")[1] is None
    items = {item["number"]: item for item in agenda(book, date(2026, 12, 1))["C1"]["items"]}
    assert items["F-2"]["demanded"]  # mail-1 again


def test_a_confirmation_by_mistake_is_taken_back_whole_and_may_be_made_again(
    book: Path, out: Path
) -> None:
    run_day(book, out)
    record(book, "sent")
    record(book, "reverse", 3)
    assert column(book, "tFactures", "last_step")[1] is None
    record(book, "sent", "C1", day=TUESDAY)
    assert lines(book)[-2:] == SENT
    history = read(desk_of(book).ledger.events)
    # The first day is Tuesday's too: Monday's line fell with the message that it went with.
    assert history.first["F-2", "mail-1"] == TUESDAY


def test_a_draft_that_is_replaced_reminds_of_nothing(book: Path, out: Path) -> None:
    run_day(book, out)
    type_in(book, "tFactures", "paid", 2, 100)
    run_day(book, out, TUESDAY, "--redo")
    assert lines(book)[-3:] == [*WRITTEN, ("letter-2", "replaced", "F-1")]
    record(book, "sent", day=TUESDAY)
    assert lines(book)[-2:] == SENT
    assert len([line for line in lines(book) if line[1] == "sent"]) == len(SENT)


def test_a_dry_run_writes_no_line(book: Path, out: Path) -> None:
    run_day(book, out, MONDAY, "--dry-run")
    assert lines(book) == []
