"""Direct debits before they are due: announced where the policy wants it, never asked for."""

from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from tests.actions.world import MONDAY, agenda, column, debtor, invoice, journal, relance, run

Make = Callable[..., Path]
DUE = MONDAY.replace(day=30)


def words(out: Path) -> str:
    (path,) = out.glob("*.eml")
    body = message_from_bytes(path.read_bytes(), policy=default).get_body(("plain",))
    assert body is not None
    return " ".join(body.get_content().split())


def disputed(book: Path) -> None:
    answer = relance("record", book, "call", "C1", "--outcome", "dispute", "--day", MONDAY)
    assert answer.code == 0


def test_a_run_announces_the_debit_of_a_consumer_and_asks_for_no_transfer(
    make: Make, out: Path
) -> None:
    debit = invoice("F-1", "C1", DUE, "1200.00", payment_method="direct_debit")
    book = make([debtor("C1", kind="consumer")], [debit])
    assert agenda(book)["C1"]["step"] == "pre"
    answer = run(book, out)
    assert answer.code == 0
    text = words(out)
    assert "sera prélevé le 30 novembre 2026" in text
    assert "FR76" not in text
    assert "virement" not in text.lower()
    assert journal(book) == [("C1", "pre", "draft")]
    assert relance("record", book, "sent", "--day", MONDAY).code == 0
    assert agenda(book, DUE)["C1"]["step"] is None


def test_a_debit_due_on_a_saturday_is_taken_on_monday(make: Make, out: Path) -> None:
    saturday = date(2026, 11, 28)
    debit = invoice("F-1", "C1", saturday, "1200.00", payment_method="direct_debit")
    book = make([debtor("C1", kind="consumer")], [debit])
    run(book, out)
    assert "sera prélevé le 30 novembre 2026" in words(out)


def test_a_dispute_on_the_telephone_withdraws_the_announcement_of_a_debit(
    make: Make, out: Path
) -> None:
    debit = invoice("F-1", "C1", DUE, "1200.00", payment_method="direct_debit")
    book = make([debtor("C1", kind="consumer")], [debit])
    run(book, out)
    disputed(book)
    assert ("C1", "pre", "cancelled") in journal(book)
    assert list(out.glob("*.eml")) == []


def test_a_debit_that_is_disputed_on_the_telephone_is_not_announced(make: Make, out: Path) -> None:
    debit = invoice("F-1", "C1", DUE, "1200.00", payment_method="direct_debit")
    book = make([debtor("C1", kind="consumer", minimum_interval=1)], [debit])
    disputed(book)
    tuesday = MONDAY.replace(day=24)
    assert agenda(book, tuesday)["C1"]["step"] is None
    run(book, out, tuesday)
    assert list(out.glob("*.eml")) == []


def test_two_debits_of_two_days_are_told_in_one_message(make: Make, out: Path) -> None:
    """The second is due the day after, and no message may follow for five days."""
    items = [
        invoice(number, "C1", day, "1200.00", payment_method="direct_debit")
        for number, day in (("F-1", DUE), ("F-2", date(2026, 12, 1)))
    ]
    book = make([debtor("C1", kind="consumer")], items)
    assert run(book, out).code == 0
    text = words(out)
    assert "sera prélevé le 30 novembre 2026" in text
    assert "sera prélevé le 1er décembre 2026" in text
    assert relance("record", book, "sent", "--day", MONDAY).code == 0
    assert agenda(book, date(2026, 11, 24))["C1"]["step"] is None


def test_a_debit_that_did_not_come_is_asked_for_as_what_it_is(make: Make, out: Path) -> None:
    """Nothing tells why: whether it was presented, or refused by a bank."""
    debit = invoice("F-1", "C1", date(2026, 11, 2), "1200.00", payment_method="direct_debit")
    book = make([debtor("C1")], [debit])
    assert run(book, out).code == 0
    text = words(out).replace("\u00a0", " ")
    assert "La facture F-1 devait être réglée par prélèvement le 2 novembre 2026" in text
    assert "sauf erreur de notre part, nous n’avons pas reçu ce règlement" in text
    assert "rejet" not in text


def test_late_transfers_say_nothing_of_debits(make: Make, out: Path) -> None:
    book = make([debtor("C1")], [invoice("F-1", "C1", date(2026, 11, 2), "1200.00")])
    run(book, out)
    assert "prélèvement" not in words(out)


def test_between_french_businesses_the_agenda_says_why_nothing_is_written(
    make: Make, out: Path
) -> None:
    debit = invoice("F-1", "C1", DUE, "1200.00", payment_method="direct_debit")
    book = make([debtor("C1")], [debit])
    (why,) = agenda(book)["C1"]["blocked_by"]
    assert "prélèvement du 30/11/2026" in why["text"]
    answer = run(book, out)
    assert "prélèvement du 30/11/2026" in " ".join(answer.out.split())
    assert list(out.glob("*.eml")) == []
    assert column(book, "tAgenda", "blocked_by") == [why["text"]]
