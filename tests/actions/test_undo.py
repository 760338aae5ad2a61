"""What a reversal takes back: the rows that its line wrote, no other, and it says what is gone."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
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
)

from relance.actions.book import Cell
from relance.hosts.file.book import FileBook

Make = Callable[..., Path]
LATE = date(2026, 11, 4)  # 19 days late on Monday


def record(book: Path, *words: object, day: date = MONDAY) -> Answer:
    answer = relance("record", book, *words, "--day", day)
    assert answer.code == 0, answer
    return answer


def fill(book: Path, table: str, heading: str, cells: dict[int, Cell]) -> None:
    with FileBook(book) as opened:
        opened.write(table, heading, cells)
        opened.save()


def disputes(book: Path) -> list[tuple[Any, Any]]:
    """Return reason and last day of each dispute."""
    reasons, days = (column(book, "tLitiges", key) for key in ("reason", "resolved_on"))
    return list(zip(reasons, days, strict=True))


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook with one debtor and two late invoices."""
    items = [invoice("F-1", "C1", LATE, "900.00"), invoice("F-2", "C1", LATE, "600.00")]
    return make([debtor("C1")], items)


def dispute(book: Path, *words: object) -> None:
    record(book, "dispute", "C1", "--invoice", "F-1", *words)


def two_disputes(book: Path, first: str, second: str) -> None:
    """Open one and resolve it (lines 1 and 2), then open another (3), all on Monday."""
    dispute(book, "--reason", first)
    dispute(book, "--resolve")
    dispute(book, "--reason", second)


@pytest.mark.parametrize("second", ["quantité", "prix"])
def test_the_dispute_reversed_is_the_one_taken_back(second: str, book: Path) -> None:
    two_disputes(book, "prix", second)
    record(book, "reverse", "1")
    assert disputes(book) == [(second, None)]
    assert [one["code"] for one in agenda(book)["C1"]["blocked_by"]] == []  # F-2 is free
    open_ = [one.invoice for one in desk_of(book).disputes if one.resolved_on is None]
    assert open_ == ["F-1"]


def test_the_second_of_two_disputes_alike_is_found_too(book: Path) -> None:
    two_disputes(book, "prix", "prix")
    record(book, "reverse", "3")
    assert disputes(book) == [("prix", MONDAY)]


def test_a_resolution_opens_again_what_it_had_closed_and_no_more(book: Path) -> None:
    two_disputes(book, "prix", "quantité")
    dispute(book, "--resolve")  # line 4
    record(book, "reverse", "2")
    assert disputes(book) == [("prix", None), ("quantité", MONDAY)]


def test_the_last_resolution_of_a_day_opens_the_last_dispute(book: Path) -> None:
    two_disputes(book, "prix", "quantité")
    dispute(book, "--resolve")
    record(book, "reverse", "4")
    assert disputes(book) == [("prix", MONDAY), ("quantité", None)]


def test_a_dispute_that_somebody_has_emptied_is_told(book: Path) -> None:
    dispute(book, "--reason", "prix")
    fill(book, "tLitiges", "Code client", {desk_of(book).disputes[0].row: None})
    answer = record(book, "reverse", "1")
    assert "n'y est plus tel quel" in answer.out
    assert journal(book)[-1] == ("C1", "dispute", "reversed")


def plan(book: Path, count: int, first: str, *more: str) -> None:
    record(book, "plan", "C1", "--instalments", count, "--first", first, *more)


@pytest.mark.parametrize(
    ("first", "noted", "after", "told"),
    [
        ("0", [30, 50], [0, 50], False),
        ("100", [100, 80], [100, 80], True),  # paid before: either row may be the one
    ],
)
def test_a_payment_is_taken_off_the_row_that_it_paid(
    make: Make, first: str, noted: list[int], after: list[int], told: bool
) -> None:
    """Of 100 and of 200, of which 50 are paid, both F-1: 30 are noted, then reversed."""
    items = [
        invoice("F-1", "C1", LATE, "100.00", paid=Decimal(first)),
        invoice("F-1", "C1", LATE, "200.00", paid=Decimal(50)),
    ]
    book = make([debtor("C1")], items)
    record(book, "payment", "C1", "--amount", "30", "--invoice", "F-1")
    assert column(book, "tFactures", "paid") == noted
    answer = record(book, "reverse", len(journal(book)))
    assert column(book, "tFactures", "paid") == after
    assert column(book, "tReglements", "amount") == ([30] if told else [])
    assert ("à la main" in answer.out) is told


def test_the_plan_reversed_is_the_one_taken_back(book: Path) -> None:
    plan(book, 2, "2026-11-30")
    plan(book, 3, "2026-12-15")
    answer = record(book, "reverse", "1")
    assert "n'y est plus" not in answer.out
    # 1500 / 3: those of the second plan.
    assert column(book, "tEcheanciers", "amount") == [500, 500, 500]


def test_of_two_plans_alike_one_is_left(book: Path) -> None:
    plan(book, 2, "2026-11-30")
    plan(book, 2, "2026-11-30", "--again")
    record(book, "reverse", "1")
    assert column(book, "tEcheanciers", "amount") == [750, 750]
    record(book, "reverse", "2")
    assert column(book, "tEcheanciers", "amount") == []


def test_a_plan_whose_amounts_were_changed_is_found_while_it_is_alone(book: Path) -> None:
    plan(book, 2, "2026-11-30")
    row = desk_of(book).plans[0].instalments[0].row
    fill(book, "tEcheanciers", "Montant", {row: 700})
    assert "n'y est plus" not in record(book, "reverse", "1").out
    assert column(book, "tEcheanciers", "amount") == []


def test_a_plan_that_nobody_can_tell_from_another_is_told(book: Path) -> None:
    plan(book, 2, "2026-11-30")
    plan(book, 3, "2026-12-15")
    rows = [one.instalments[0].row for one in desk_of(book).plans]
    fill(book, "tEcheanciers", "Montant", dict.fromkeys(rows, 700))
    assert "n'y est plus tel quel" in record(book, "reverse", "1").out
    assert len(column(book, "tEcheanciers", "amount")) == 5


# --- what an import has done


@pytest.fixture
def imported(make: Make) -> Path:
    """Return a workbook after an import of two invoices on Monday, the take-over confirmed."""
    path = make()
    assert bring(path, ABEL, VAUBAN, more=("--by-age",)).code == 0
    return path


def statuses(book: Path) -> dict[str, Any]:
    numbers = column(book, "tFactures", "number")
    return dict(zip(numbers, column(book, "tFactures", "status"), strict=True))


def test_the_reversal_of_an_absence_opens_the_invoice_again(imported: Path) -> None:
    bring(imported, VAUBAN, day=TUESDAY)
    line = len(journal(imported))
    assert statuses(imported)["F-501"] == "suspendue"
    record(imported, "reverse", line, day=TUESDAY)
    assert statuses(imported) == {"F-501": "à régler", "F-410": "à régler"}
    # Held by hand since: the reversed line does not let an import release it.
    row = next(one.row for one in desk_of(imported).receivables if one.number == "F-501")
    fill(imported, "tFactures", "Statut", {row: "suspendue"})
    bring(imported, ABEL, VAUBAN, day=WEDNESDAY)
    assert statuses(imported)["F-501"] == "suspendue"


def test_the_reversal_of_a_return_holds_the_invoice_again(imported: Path) -> None:
    bring(imported, VAUBAN, day=TUESDAY)
    bring(imported, ABEL, VAUBAN, day=WEDNESDAY)
    line = len(journal(imported))
    record(imported, "reverse", line, day=WEDNESDAY)
    assert statuses(imported)["F-501"] == "suspendue"
    # Without its return, the absence is the last word, and can be taken back in its turn.
    record(imported, "reverse", line - 1, day=WEDNESDAY)
    assert statuses(imported)["F-501"] == "à régler"


def test_the_reversal_of_an_absence_that_a_return_has_ended_changes_nothing(
    imported: Path,
) -> None:
    bring(imported, VAUBAN, day=TUESDAY)
    bring(imported, ABEL, VAUBAN, day=WEDNESDAY)
    line = len(journal(imported)) - 1
    assert "n'y est plus tel quel" in record(imported, "reverse", line, day=WEDNESDAY).out
    assert statuses(imported)["F-501"] == "à régler"


def test_a_payment_of_an_import_that_was_none_keeps_no_promise(imported: Path) -> None:
    record(imported, "promise", "D01", "--amount", "500", "--by", "2026-12-15")
    record(imported, "plan", "D01", "--instalments", "2", "--first", "2026-12-20")
    bring(imported, ABEL.replace("0,00;1440,00", "500,00;940,00"), VAUBAN, day=TUESDAY)
    assert journal(imported)[-1] == ("D01", "received", "done")
    assert column(imported, "tPromesses", "state") == ["tenue"]
    assert column(imported, "tEcheanciers", "paid") == [500, 0]
    record(imported, "reverse", len(journal(imported)), day=TUESDAY)
    assert column(imported, "tPromesses", "state") == ["en attente"]
    assert column(imported, "tEcheanciers", "paid") == [0, 0]
