"""Invoices that a person suspends, and lets go."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.exports import ABEL, TUESDAY, VAUBAN, WEDNESDAY, bring
from tests.actions.world import (
    MONDAY,
    Answer,
    agenda,
    column,
    debtor,
    desk_of,
    invoice,
    journal,
    relance,
    run,
    type_in,
)

from relance.cli.guard import NOTHING

Make = Callable[..., Path]
LATE = date(2026, 11, 19)  # 4 days late on Monday: mail-1


@pytest.fixture
def book(make: Make) -> Path:
    """C1 owes F-1 and F-2, F-3 in dispute, and has a credit of 50; C2 owes F-4."""
    return make(
        [debtor("C1"), debtor("C2")],
        [
            invoice("F-1", "C1", LATE, "1200.00"),
            invoice("F-2", "C1", LATE, "300.00"),
            invoice("F-3", "C1", LATE, "80.00", status="disputed"),
            invoice("A-1", "C1", LATE, "-50.00", kind="credit_note"),
            invoice("F-4", "C2", LATE, "900.00"),
        ],
    )


def record(book: Path, *words: object, day: date = MONDAY) -> Answer:
    return relance("record", book, *words, "--day", day)


def statuses(book: Path) -> dict[str, Any]:
    numbers = column(book, "tFactures", "number")
    return dict(zip(numbers, column(book, "tFactures", "status"), strict=True))


def told(answer: Answer) -> list[str]:
    return [line.strip() for line in answer.out.splitlines()]


def test_a_suspended_invoice_is_in_no_reminder_and_the_journal_says_why(
    book: Path, out: Path
) -> None:
    answer = record(book, "hold", "C1", "--invoice", "F-1", "--reason", "avoir attendu")
    assert answer.code == 0
    assert told(answer) == ["23/11/2026  C1 : suspendue (F-1)"]
    assert statuses(book)["F-1"] == "suspendue"
    assert journal(book) == [("C1", "hold", "done")]
    assert column(book, "tJournal", "note") == ["avoir attendu"]
    # F-2 alone is left, less the credit: 300 - 50.
    assert agenda(book)["C1"]["claim"] == "250.00"
    run(book, out)
    assert column(book, "tJournal", "items") == ["F-1", "F-4", "F-2"]  # the largest first


def test_without_a_number_every_invoice_to_be_paid_is_suspended(book: Path) -> None:
    assert record(book, "hold", "C1", "--reason", "accord du gérant").code == 0
    found = statuses(book)
    assert (found["F-1"], found["F-2"]) == ("suspendue", "suspendue")
    assert found["F-3"] == "litige"  # keeps its own status
    assert found["A-1"] == "à régler"  # what we owe them still lowers what they owe
    assert found["F-4"] == "à régler"
    assert column(book, "tJournal", "items") == ["F-1; F-2"]


def test_a_named_invoice_that_has_another_status_is_left_out_and_named(book: Path) -> None:
    answer = record(
        book, "hold", "C1", "--invoice", "F-2", "--invoice", "F-3", "--reason", "x"
    )  # fmt: skip
    assert answer.code == 0
    assert told(answer)[1:] == ["C1 : Facture F-3 en litige."]
    assert statuses(book)["F-3"] == "litige"


def test_a_released_invoice_is_reminded_of_again(book: Path) -> None:
    record(book, "hold", "C1", "--reason", "accord")
    answer = record(book, "release", "C1", "--invoice", "F-1", "--invoice", "F-3", day=TUESDAY)
    assert told(answer) == [
        "24/11/2026  C1 : suspension levée (F-1)", "C1 : Facture F-3 : elle n'est pas suspendue.",
    ]  # fmt: skip
    found = statuses(book)
    assert (found["F-1"], found["F-2"], found["F-3"]) == ("à régler", "suspendue", "litige")
    assert record(book, "release", "C1", day=TUESDAY).code == 0
    assert statuses(book)["F-2"] == "à régler"


STAYS = "C1 : Facture F-1 : elle reste suspendue tant que sa ligne 2 de Factures est à corriger"


def test_an_invoice_that_its_row_alone_holds_is_not_released_and_it_is_said(make: Make) -> None:
    """F-1 is due on 19 November and was made on the 20th; nobody has suspended it."""
    book = make(
        [debtor("C1")],
        [invoice("F-1", "C1", LATE, "1000", issued=date(2026, 11, 20)),
         invoice("F-2", "C1", LATE, "300", status="on_hold")],
    )  # fmt: skip
    answer = record(book, "release", "C1", "--invoice", "F-1", "--reason", "ok")
    assert told(answer) == [f"{STAYS} (Échéance)."]
    assert (answer.code, journal(book)) == (NOTHING, [])
    # beside another that was suspended, that one alone is let go
    answer = record(book, "release", "C1")
    assert told(answer) == ["23/11/2026  C1 : suspension levée (F-2)", f"{STAYS} (Échéance)."]
    assert statuses(book) == {"F-1": "à régler", "F-2": "à régler"}


def test_an_invoice_that_was_suspended_too_is_let_go_and_what_still_holds_it_is_said(
    make: Make,
) -> None:
    items = [invoice("F-1", "C1", LATE, "1000", issued=date(2026, 11, 20), status="on_hold")]
    book = make([debtor("C1")], items)
    type_in(book, "tFactures", "vat", 2, "vingt")
    answer = record(book, "release", "C1")
    assert told(answer) == [
        "23/11/2026  C1 : suspension levée (F-1)", f"{STAYS} (dont TVA, Échéance).",
    ]  # fmt: skip
    assert statuses(book) == {"F-1": "à régler"}
    # as often as it is typed, nothing more is noted
    assert told(record(book, "release", "C1")) == [f"{STAYS} (dont TVA, Échéance)."]
    assert len(journal(book)) == 1


def test_a_status_that_nobody_can_read_is_let_go(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", LATE, "1000")])
    type_in(book, "tFactures", "status", 2, "en attente ?")
    assert told(record(book, "release", "C1")) == ["23/11/2026  C1 : suspension levée (F-1)"]
    assert statuses(book) == {"F-1": "à régler"}


def test_what_is_not_suspended_is_not_released(book: Path) -> None:
    answer = record(book, "release", "C1", "--json")
    assert (answer.code, answer.error[0]) == (1, "nothing_to_record")
    assert "n'est suspendue" in answer.error[1]
    assert journal(book) == []


def test_a_second_suspension_writes_nothing(book: Path) -> None:
    words = ("hold", "C1", "--invoice", "F-1", "--reason", "x")
    record(book, *words)
    answer = record(book, *words, "--json")
    assert (answer.code, answer.error[0]) == (1, "nothing_to_record")
    assert len(journal(book)) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("hold", "C1", "--reason", "  "), "bad_argument"),
        (("hold", "C9", "--reason", "x"), "unknown_debtor"),
        (("hold", "C1", "--invoice", "F-4", "--reason", "x"), "unknown_invoice"),  # of another
        (("hold", "C1", "--invoice", "A-1", "--reason", "x"), "unknown_invoice"),  # a credit
        (("release", "C1", "--invoice", "F-9"), "unknown_invoice"),
    ],
)
def test_what_can_not_be_suspended_is_refused(
    book: Path, words: tuple[str, ...], code: str
) -> None:
    answer = record(book, *words, "--json")
    assert (answer.code, answer.error[0]) == (1, code)
    assert journal(book) == []
    assert "suspendue" not in statuses(book).values()


def test_a_suspension_says_why(book: Path) -> None:
    assert record(book, "hold", "C1").code == 2


def test_a_day_before_the_journal_s_last_is_refused(book: Path) -> None:
    record(book, "hold", "C2", "--reason", "x", day=TUESDAY)
    answer = record(book, "hold", "C1", "--reason", "x", "--json", day=MONDAY)
    assert answer.error[0] == "day_before_journal"
    assert statuses(book)["F-1"] == "à régler"


# --- reversals


def test_a_reversed_suspension_never_was(book: Path) -> None:
    record(book, "hold", "C1", "--invoice", "F-1", "--reason", "x")
    assert record(book, "reverse", "1").code == 0
    assert statuses(book)["F-1"] == "à régler"


def test_a_reversed_release_suspends_again(book: Path) -> None:
    record(book, "hold", "C1", "--invoice", "F-1", "--reason", "x")
    record(book, "release", "C1")
    record(book, "reverse", "2")
    assert statuses(book)["F-1"] == "suspendue"


def test_what_has_changed_since_is_not_taken_back(book: Path) -> None:
    record(book, "hold", "C1", "--invoice", "F-1", "--reason", "x")
    record(book, "release", "C1")
    record(book, "hold", "C1", "--invoice", "F-1", "--reason", "y")
    record(book, "reverse", "1")
    assert statuses(book)["F-1"] == "suspendue"  # by line 3
    record(book, "reverse", "3")
    assert statuses(book)["F-1"] == "à régler"


# --- beside imports


@pytest.fixture
def imported(make: Make) -> Path:
    """A workbook after an import of F-501 and F-410, confirmed."""
    book = make()
    assert bring(book, ABEL, VAUBAN, more=("--by-age",)).code == 0
    return book


def test_an_import_does_not_release_what_a_person_suspended(imported: Path) -> None:
    bring(imported, VAUBAN, day=TUESDAY)  # F-501 is absent: the import suspends it
    record(imported, "release", "D01", day=TUESDAY)
    record(imported, "hold", "D01", "--reason", "à vérifier", day=TUESDAY)
    bring(imported, ABEL, VAUBAN, day=WEDNESDAY)
    assert statuses(imported)["F-501"] == "suspendue"


def test_what_an_import_suspended_is_open_when_its_line_is_reversed(imported: Path) -> None:
    bring(imported, VAUBAN, day=TUESDAY)
    number = desk_of(imported).ledger.events[-1].number
    assert record(imported, "reverse", number, day=TUESDAY).code == 0
    assert statuses(imported)["F-501"] == "à régler"
