"""A debtor with credits in the agenda: what they cover, and the balance of the account."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.actions.world import MONDAY, agenda, column, debtor, invoice, relance

Make = Callable[..., Path]
LATE = date(2026, 10, 30)


def test_credits_beyond_what_is_owed_are_no_demand(make: Make) -> None:
    # 100.00 late, a credit of 150.00: nothing to ask, 50.00 in the debtor's favour
    book = make(
        [debtor("C1")],
        [
            invoice("F-1", "C1", LATE, "100.00"),
            invoice("A-1", "C1", LATE, "-150.00", kind="credit_note"),
        ],
    )
    found = agenda(book)["C1"]
    assert (found["open"], found["claim"], found["step"]) == ("-50.00", "-150.00", None)
    (why,) = found["blocked_by"]
    text = " ".join(why["text"].split())
    assert "(150,00 €) couvrent" in text
    assert "100,00 € de factures, solde -50,00 €" in text
    shown = " ".join(relance("agenda", book, "--as-of", MONDAY).out.split())
    assert "-150,00" not in shown
    assert relance("run", book, "--out", book.parent / "x", "--as-of", MONDAY).code == 0
    assert column(book, "tAgenda", "claim") == [None]
    assert column(book, "tAgenda", "total") == [None]


def test_what_is_not_due_yet_is_told_apart_from_the_credits(make: Make) -> None:
    book = make(
        [debtor("C1")],
        [
            invoice("F-1", "C1", LATE, "100.00"),
            invoice("F-2", "C1", date(2027, 1, 31), "1000.00"),
            invoice("A-1", "C1", LATE, "-150.00", kind="credit_note"),
        ],
    )
    (why,) = agenda(book)["C1"]["blocked_by"]
    text = " ".join(why["text"].split())
    assert "de factures, solde 950,00 €" in text
    assert "1 100,00 €" in text


def test_a_part_that_is_left_is_the_net_demand(make: Make) -> None:
    book = make(
        [debtor("C1")],
        [
            invoice("F-1", "C1", LATE, "200.00"),
            invoice("A-1", "C1", LATE, "-150.00", kind="credit_note"),
        ],
    )
    relance("run", book, "--out", book.parent / "x", "--as-of", MONDAY)
    assert column(book, "tAgenda", "claim") == [50]
