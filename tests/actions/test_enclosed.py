"""The statement of account that goes with an e-mail: when, as what, and what it says."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.actions.world import MONDAY, Answer, debtor, desk_of, invoice, relance, run

from relance.actions import enclosed
from relance.actions.batch import Order
from relance.actions.compose import message
from relance.actions.enclosed import with_statement
from relance.core.decide import decide
from relance.core.errors import MissingExtraError
from relance.core.journal import chained
from relance.core.question import policy_of
from relance.core.records import Event, Payment, Receivable

Make = Callable[..., Path]
LATE, LATER = date(2026, 11, 19), date(2026, 12, 31)
JOINED = "Le relevé de votre compte est joint"
OWED = [
    invoice("F1", "C1", LATE, "1000"),
    invoice("F2", "C1", LATER, "499.99"),
    invoice("A1", "C1", LATE, "-50", "credit_note"),
]


def mailed(
    make: Make, out: Path, items: list[Receivable] = OWED, **more: Any
) -> tuple[Answer, dict[str, bytes], str]:
    """Run for a debtor who gets an e-mail; return the answer, the files and the words of it."""
    answer = run(make([debtor("C1")], items, **more), out)
    (path,) = out.glob("*.eml")
    found = message_from_bytes(path.read_bytes(), policy=default)
    body = found.get_body(("plain",))
    assert body is not None
    files = {str(one.get_filename()): one.get_content() for one in found.iter_attachments()}
    return answer, files, body.get_content()


def words_of(pdf: bytes) -> str:
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return text.replace("\u00a0", " ")


def test_who_owes_more_than_the_message_lists_gets_the_statement(make: Make, out: Path) -> None:
    _, files, words = mailed(make, out)
    assert list(files) == ["releve-de-compte-C1-2026-11-23.pdf"]
    assert JOINED in words
    assert "499,99" not in words
    stated = words_of(files["releve-de-compte-C1-2026-11-23.pdf"])
    for sum_ in ("1 000,00 €", "499,99 €", "-50,00 €", "1 449,99 €"):
        assert sum_ in stated
    assert "1\u00a0000,00" in words
    assert "IBAN" not in stated  # one payment is asked for, by the message


def test_what_an_import_no_longer_had_is_no_more_to_tell(make: Make, out: Path) -> None:
    """F2 is probably paid: the statement would bill it again."""
    absent = Event(1, LATE, "C1", ("F2",), "absent", direction="in")
    items = [OWED[0], replace(OWED[1], status="on_hold")]
    _, files, words = mailed(make, out, items, events=[chained(absent, None)])
    assert (files, JOINED in words) == ({}, False)


@pytest.mark.parametrize(
    ("setting", "more_open", "joined"),
    [
        ("s'il est utile", False, False), ("toujours", False, True),
        ("jamais", True, False), ("", True, True),
    ],
)  # fmt: skip
def test_the_settings_say_when_it_goes(
    setting: str, more_open: bool, joined: bool, make: Make, out: Path
) -> None:
    items = OWED if more_open else [OWED[0], OWED[2]]
    _, files, words = mailed(make, out, items, ReleveJoint=setting)
    assert (bool(files), JOINED in words) == (joined, joined)


def test_without_what_sets_a_pdf_it_is_a_word_file(
    make: Make, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: object) -> bytes:
        raise MissingExtraError(extra="pdf")

    monkeypatch.setattr(enclosed, "letter_pdf", missing)
    _, files, _ = mailed(make, out)
    assert list(files) == ["releve-de-compte-C1-2026-11-23.docx"]


def test_the_copies_have_what_the_statement_leaves_of_a_mailbox(
    make: Make, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relance.actions.attached.LIMIT", 60_000)
    monkeypatch.setattr(enclosed, "letter_pdf", lambda _: b"%PDF" + bytes(30_000))
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "F1.pdf").write_bytes(b"%PDF" + b"x" * 40_000)
    items = [invoice("F1", "C1", LATE, "1000", copy="F1.pdf"), OWED[1]]
    answer, files, words = mailed(make, out, items, DossierFactures="f")
    assert list(files) == ["releve-de-compte-C1-2026-11-23.pdf"]
    assert "copie de la facture" not in words
    assert "serait trop lourd" in " ".join(answer.out.split())


def test_a_statement_that_can_t_be_told_stays_behind_and_the_mail_goes(
    make: Make, out: Path, tmp_path: Path
) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "releve-de-compte.docx").write_bytes(b"no Word file")
    answer, files, words = mailed(make, out, DossierModeles="m")
    assert (files, JOINED in words) == ({}, False)
    assert "Relevé de compte non joint" in answer.out


def test_a_part_payment_leaves_the_same_sum_in_both(make: Make, out: Path) -> None:
    items = [invoice("F1", "C1", LATE, "1000", paid=Decimal("333.33")), OWED[1]]
    _, files, words = mailed(make, out, items)
    (stated,) = files.values()
    assert "666,67" in words
    assert "666,67 €" in words_of(stated)


def test_a_message_with_another_sum_than_the_account_goes_without_it(
    make: Make, tmp_path: Path
) -> None:
    """Payments that went to interest first leave more principal than what is open."""
    desk = desk_of(make([debtor("C1")], OWED))
    case = desk.case("C1")
    decision = decide(case, desk.setting, MONDAY)
    policy = policy_of(case, desk.setting)
    said = replace(message(decision, case, desk.setting, policy, ""), claims="claimed")
    lines = tuple(
        replace(one, claim=replace(one.claim, principal=one.item.open + 1))
        for one in decision.lines
    )
    other = replace(said, decision=replace(decision, lines=lines))
    order = Order(MONDAY, tmp_path, "")
    assert with_statement(desk, order, case, said)[0].with_statement
    assert not with_statement(desk, order, case, other)[0].with_statement


def test_it_tells_a_note_on_what_was_paid_late_as_the_statement_alone_does(
    make: Make, out: Path
) -> None:
    """The message lists all that is open: the note is what the statement has more."""
    items = [
        invoice("F0", "C1", date(2026, 8, 1), "2000", paid=Decimal(2000)),
        invoice("F1", "C1", LATE, "1000"),
    ]
    came = Payment("C1", Decimal(2000), date(2026, 11, 1), "F0")
    book = make([debtor("C1")], items, payments=[came])
    on_monday = ("--as-of", MONDAY, "--out", out)
    assert relance("penalty-note", book, "C1", *on_monday).code == 0
    assert relance("record", book, "sent", "C1", "--day", MONDAY).code == 0
    assert relance("statement", book, "C1", *on_monday).code == 0
    run(book, out)
    alone, reminder = (
        message_from_bytes(next(out.glob(f"*{kind}*.eml")).read_bytes(), policy=default)
        for kind in ("releve", "rappel")
    )
    body = alone.get_body(("plain",))
    (joined,) = reminder.iter_attachments()
    assert body is not None
    for words in (body.get_content(), words_of(joined.get_content())):
        assert "143,87 €" in " ".join(words.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("who", "due"),
    [
        (debtor("C1", kind="consumer", country="BE"), LATE),  # the free first reminder
        (debtor("C1", country="BE"), date(2026, 11, 26)),  # announced before it is due
    ],
)
def test_a_message_that_is_about_nothing_else_goes_alone(
    who: Any, due: date, make: Make, out: Path
) -> None:
    items = [invoice("F1", "C1", due, "1000", description="Table"), OWED[1]]
    run(make([who], items, CreancierPays="BE", CreancierImmatriculation="0403.170.701"), out)
    (path,) = out.glob("*.eml")
    assert b"releve-de-compte" not in path.read_bytes()
