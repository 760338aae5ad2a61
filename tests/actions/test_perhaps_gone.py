"""A letter that may be in the post: no second one is written before a person has told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.actions.world import (
    Answer,
    agenda,
    debtor,
    desk_of,
    invoice,
    journal,
    relance,
    run,
    type_in,
)

from relance.core.records import Receivable

Make = Callable[..., Path]
Change = Callable[[Path], object]
TUESDAY = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)


def pressed(number: str, amount: str) -> Receivable:
    """Return an item whose pressing letter went on 20 October: its notice is due."""
    return invoice(
        number, "C1", date(2026, 9, 10), amount,
        last_step="letter-2", last_step_date=date(2026, 10, 20),
    )  # fmt: skip


@pytest.fixture
def book(make: Make, out: Path) -> Path:
    """Return a workbook whose notice to C1, of 900 and 300, was written on Monday."""
    path = make([debtor("C1")], [pressed("F-1", "900"), pressed("F-2", "300")])
    assert run(path, out).code == 0
    assert journal(path) == [("C1", "notice", "draft")]
    return path


def record(book: Path, *words: object, day: date = TUESDAY) -> Answer:
    return relance("record", book, *words, "--day", day)


def pay(book: Path, *words: object) -> Answer:
    return record(book, "payment", "C1", "--amount", *words)


def plain(answer: Answer) -> str:
    return " ".join(answer.out.replace("│", " ").split())


def rename(book: Path) -> None:
    """Type other numbers for both invoices."""
    for row in (2, 3):
        type_in(book, "tFactures", "number", row, f"FF-{row}")


CHANGES: dict[str, Change] = {
    "typed as paid": lambda book: type_in(book, "tFactures", "paid", 2, 100),
    "another amount": lambda book: type_in(book, "tFactures", "amount", 2, 850),
    "renamed": rename,
    "paid in part": lambda book: pay(book, "100", "--invoice", "F-1"),
    "one of two paid": lambda book: pay(book, "300", "--invoice", "F-2"),
    "paid without an invoice": lambda book: pay(book, "100"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_letter_of_yesterday_is_not_written_anew_unasked(
    book: Path, out: Path, name: str
) -> None:
    CHANGES[name](book)
    for day in (TUESDAY, WEDNESDAY):  # whoever has not answered is asked again
        answer = run(book, out, day)
        assert [line for line in journal(book) if line[2] == "draft"] == [("C1", "notice", "draft")]
        assert list(out.glob("*.docx")) == []
        assert "Une mise en demeure du 23/11/2026 n'est plus à envoyer" in plain(answer)
        assert "relance record CLASSEUR sent C1 --gone" in plain(answer)
    assert [line[2] for line in journal(book) if line[1] == "notice"] == ["draft", "cancelled"]


@pytest.mark.parametrize("name", CHANGES)
def test_it_is_once_a_person_says_that_it_has_not_gone(book: Path, out: Path, name: str) -> None:
    CHANGES[name](book)
    assert run(book, out, TUESDAY, "--redo").code == 0
    assert journal(book)[-1][1:] in {("notice", "draft"), ("notice", "replaced")}
    (letter,) = out.glob("*.docx")
    assert letter.name.startswith("2026-11-24_mise-en-demeure")
    run(book, out, WEDNESDAY)
    assert [path.name for path in out.glob("*.docx")] == [letter.name]


@pytest.mark.parametrize("name", [name for name in CHANGES if name != "renamed"])
@pytest.mark.parametrize("after_a_run", [True, False])
def test_the_one_that_was_posted_is_confirmed(
    book: Path, out: Path, name: str, after_a_run: bool
) -> None:
    """900 and 300 were demanded on Monday: their step is done, on Tuesday as it was typed."""
    CHANGES[name](book)
    if after_a_run:
        run(book, out, TUESDAY)
    refused = record(book, "sent", "C1", "--tracking", "1A 111")
    assert refused.code == 1  # never by the name alone
    assert "relance record CLASSEUR sent C1 --gone" in plain(refused) + refused.err
    assert record(book, "sent", "C1", "--gone", "--tracking", "1A 111").code == 0
    (sent,) = [one for one in desk_of(book).ledger.events if one.outcome == "sent"]
    assert (sent.document[:10], sent.items, sent.note) == ("2026-11-23", ("F-1", "F-2"), "1A 111")
    answer = run(book, out, WEDNESDAY)
    assert list(out.glob("2026-11-25*.docx")) == []
    assert "--gone" not in plain(answer)  # it is sent: nothing more is asked


def test_a_registered_letter_that_had_gone_wants_its_number_all_the_same(book: Path) -> None:
    CHANGES["typed as paid"](book)
    answer = record(book, "sent", "C1", "--gone")
    assert answer.code == 1
    assert "relance record CLASSEUR sent C1 --gone --tracking NUMERO" in plain(answer)


@pytest.mark.parametrize("payment", [("1200",), ("1500",)], ids=["all", "more"])
def test_what_is_paid_whole_is_past(book: Path, out: Path, payment: tuple[str, ...]) -> None:
    """900 + 300 = 1,200 was demanded."""
    answer = pay(book, *payment)
    assert "n'est plus à envoyer" in plain(answer)
    assert "Déjà parti" not in plain(answer)
    assert record(book, "sent", "C1", "--gone", "--tracking", "1A 111").code == 1
    assert "Déjà parti" not in plain(run(book, out, TUESDAY))


def test_the_verb_that_withdraws_it_asks_and_the_agenda_goes_on_asking(book: Path) -> None:
    assert "Déjà parti ? Confirmez-le" in plain(pay(book, "100", "--invoice", "F-1"))
    (why,) = [one for one in agenda(book, TUESDAY)["C1"]["why"] if one["code"] == "not_confirmed"]
    assert why["facts"]["document"].startswith("2026-11-23_mise-en-demeure")


def test_a_letter_of_the_same_day_is_replaced(book: Path, out: Path) -> None:
    CHANGES["typed as paid"](book)
    run(book, out)
    assert [line[2] for line in journal(book)] == ["draft", "draft", "replaced"]


def test_one_that_was_held_only_is_written_anew(book: Path, out: Path) -> None:
    """It would say the same: the question was asked when the promise was noted."""
    promise = record(book, "promise", "C1", "--amount", "1200", "--by", "2026-12-04")
    assert "Déjà parti ?" in plain(promise)
    record(book, "reverse", 2)
    run(book, out, TUESDAY)
    assert journal(book)[-1] == ("C1", "notice", "draft")


def test_an_e_mail_does_not_wait_for_the_letter(book: Path, out: Path) -> None:
    for row in (2, 3):  # typed wrong: a first reminder is due
        for key in ("last_step", "last_step_date"):
            type_in(book, "tFactures", key, row, None)
    CHANGES["typed as paid"](book)
    run(book, out, TUESDAY)
    assert journal(book)[-2:] == [("C1", "mail-1", "draft"), ("C1", "notice", "replaced")]


def test_an_e_mail_is_no_second_letter(make: Make, out: Path) -> None:
    """It is seen among those that were sent: the new one takes its place."""
    path = make([debtor("C1")], [invoice("F-1", "C1", date(2026, 11, 19), "900")])
    run(path, out)
    type_in(path, "tFactures", "paid", 2, 100)
    run(path, out, TUESDAY)
    assert journal(path)[-2:] == [("C1", "mail-1", "draft"), ("C1", "mail-1", "replaced")]
