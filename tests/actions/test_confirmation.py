"""The confirmation of a call: what was promised in it, about which invoices, for which day."""

import email
import email.policy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.actions.world import MONDAY, column, debtor, invoice, journal, relance, run

Make = Callable[..., Path]
LATE = date(2026, 11, 4)
TUESDAY = date(2026, 11, 24)
REMINDED: dict[str, Any] = {"last_step": "mail-1", "last_step_date": date(2026, 11, 6)}


@pytest.fixture
def called(make: Make) -> Path:
    """Two invoices and a credit note of a client who was reached on Monday 23 November."""
    items = [
        invoice("F-1", "C1", LATE, "1000.00", **REMINDED),
        invoice("F-2", "C1", LATE, "2000.00", **REMINDED),
        invoice("AV-1", "C1", LATE, "-150.00", "credit_note"),
    ]
    book = make([debtor("C1")], items)
    noted(book, "call", "C1", "--outcome", "reached")
    return book


def noted(book: Path, *words: object, day: date = MONDAY) -> str:
    answer = relance("record", book, *words, "--day", day)
    assert answer.code == 0, answer.err
    return answer.out


def promised(book: Path, amount: str, by: str, *numbers: str, day: date = MONDAY) -> None:
    named = [word for number in numbers for word in ("--invoice", number)]
    noted(book, "promise", "C1", "--amount", amount, "--by", by, *named, day=day)


def confirmation(out: Path) -> str:
    """Return the words of the confirmation that was drafted."""
    (path,) = out.glob("*confirmation-appel*.eml")
    found = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = found.get_body(("plain",))
    assert body is not None
    return " ".join(body.get_content().replace("\u00a0", " ").split())


def test_the_confirmation_is_about_what_was_promised(called: Path, out: Path) -> None:
    promised(called, "700", "2026-12-01", "F-1")
    assert run(called, out).code == 0
    assert column(called, "tJournal", "items")[-1] == "F-1"
    text = confirmation(out)
    assert "un règlement de 700,00 € pour le 1er décembre 2026" in text
    assert "Nous comptons sur ce règlement au plus tard le 1er décembre 2026" in text
    # the credit note is deducted once: 1000 - 150
    assert "850,00 €" in text
    assert "C1 F-1" in text
    assert "C1 F-1 F-2" not in text
    assert "F-2" in text.split("information")[1]


def test_what_has_come_of_the_promise_since_is_told_and_counted_on_no_more(
    called: Path, out: Path
) -> None:
    promised(called, "700", "2026-12-01", "F-1")
    noted(called, "payment", "C1", "--amount", "300", "--invoice", "F-1", day=TUESDAY)
    assert run(called, out, TUESDAY).code == 0
    # 700 - 300
    assert (
        "un règlement de 700,00 € pour le 1er décembre 2026 ; nous avons déjà reçu 300,00 €, il"
        " reste 400,00 € à recevoir."
    ) in confirmation(out)


def test_a_promise_about_all_that_was_asked_is_confirmed_too(called: Path, out: Path) -> None:
    promised(called, "2850", "2026-12-01")
    run(called, out)
    text = confirmation(out)
    assert "un règlement de 2 850,00 € pour le 1er décembre 2026" in text
    assert "C1 F-1 F-2" in text


def test_a_promise_from_before_the_call_is_not_said_to_come_from_it(make: Make, out: Path) -> None:
    items = [invoice(number, "C1", LATE, "1000.00", **REMINDED) for number in ("F-1", "F-2")]
    book = make([debtor("C1")], items)
    promised(book, "700", "2026-12-01", "F-1", day=date(2026, 11, 20))
    noted(book, "call", "C1", "--outcome", "reached")
    run(book, out)
    text = confirmation(out)
    assert "Vous nous avez indiqué" not in text
    assert "C1 F-2" in text


def test_the_draft_holds_while_the_promise_does(called: Path, out: Path) -> None:
    promised(called, "700", "2026-12-01", "F-1")
    run(called, out)
    assert relance("agenda", called, "--as-of", TUESDAY).code == 0
    assert run(called, out, TUESDAY).code == 0
    assert journal(called)[-1] == ("C1", "confirmation", "draft")
    noted(called, "sent", day=MONDAY)
    assert journal(called)[-1] == ("C1", "confirmation", "sent")


def test_a_promise_that_is_noted_after_the_draft_ends_it(called: Path, out: Path) -> None:
    run(called, out)
    assert "Vous nous avez indiqué" not in confirmation(out)
    promised(called, "3000", "2026-12-02")
    assert ("C1", "confirmation", "cancelled") in journal(called)
    run(called, out)
    assert "pour le 2 décembre 2026" in confirmation(out)


def test_a_promise_that_is_taken_back_ends_the_draft(called: Path, out: Path) -> None:
    promised(called, "700", "2026-12-01", "F-1")
    run(called, out)
    noted(called, "reverse", 2)
    assert ("C1", "confirmation", "cancelled") in journal(called)


def test_a_dispute_said_after_the_promise_ends_the_draft_and_is_not_confirmed(
    called: Path, out: Path
) -> None:
    promised(called, "700", "2026-12-01", "F-1")
    run(called, out)
    noted(called, "call", "C1", "--outcome", "dispute")
    assert ("C1", "confirmation", "cancelled") in journal(called)
    run(called, out, TUESDAY)
    assert not list(out.glob("*confirmation-appel*.eml"))


def test_a_promise_is_confirmed_though_a_debit_may_bring_the_money_too(
    make: Make, out: Path
) -> None:
    # a debit due on Thursday 19 is waited for until Thursday 26: 5 days that banks work
    held = invoice("F-1", "C1", date(2026, 11, 19), "1000.00", payment_method="direct_debit")
    free = invoice("F-2", "C1", LATE, "2000.00", **REMINDED)
    book = make([debtor("C1")], [held, free])
    noted(book, "call", "C1", "--outcome", "reached")
    promised(book, "1000", "2026-12-01", "F-1")
    run(book, out)
    assert "un règlement de 1 000,00 € pour le 1er décembre 2026" in confirmation(out)
    run(book, out, TUESDAY)
    assert journal(book)[-1] == ("C1", "confirmation", "draft")
