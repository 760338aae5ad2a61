"""Statements, thanks, penalty notes and the posting slip of a click: counted, written, told."""

import email
import email.policy
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.actions.clicks.person import DEFAULT, Person, click
from tests.actions.world import debtor, invoice, journal, make_book

from relance.core.journal import chained
from relance.core.records import Event

DEBTORS = "tClients"
C1, C2, C3 = (DEBTORS, 2), (DEBTORS, 3), (DEBTORS, 4)
REMINDED = Event(
    1, date(2026, 11, 16), "C9", ("F-9",), "mail-1", "email", "out", "sent", "d9", "0" * 64
)  # fmt: skip


def first_line(person: Person) -> str:
    return person.asked[0].splitlines()[0]


def test_a_statement_is_counted_then_written_then_told(book: Path, out: Path) -> None:
    person = click(book, "statement", True, DEFAULT, rows=[C1, C2])
    # C1: F-1 and F-2; C2 is in dispute, and its invoice is on the statement all the same.
    assert first_line(person).startswith("Relevé de compte au 23/11/2026 : 2 clients, 3 factures")
    assert "- Client C1 (C1) : relevé de compte, 3\u00a0500,00\u00a0€" in person.asked[0]
    assert journal(book) == [("C1", "statement", "prepared"), ("C2", "statement", "prepared")]
    summary = person.last.splitlines()
    assert "2 relevés de compte en brouillon" in summary[0]
    assert "rien à confirmer" in summary[-1]
    assert person.opened == [str(out)]


def test_a_statement_says_of_no_draft_that_it_replaces_it(book: Path, out: Path) -> None:
    click(book, "letter", True, DEFAULT, rows=[C1])
    person = click(book, "statement", True, rows=[C1])
    assert "remplace" not in person.asked[0]
    assert [line[1:] for line in journal(book)] == [
        ("letter-1", "draft"),
        ("statement", "prepared"),
    ]


def test_who_gives_up_writes_nothing(book: Path, out: Path) -> None:
    click(book, "statement", False, rows=[C1])
    assert journal(book) == []
    assert not out.exists()


@pytest.mark.parametrize("verb", ["statement", "penalty_note", "thanks"])
def test_a_selection_of_nobody_is_refused(book: Path, verb: str) -> None:
    person = click(book, verb, rows=[("tJournal", 2)])
    assert "sélectionnez des lignes" in person.last


def test_a_note_is_written_for_who_owes_penalties(book: Path, out: Path) -> None:
    person = click(book, "penalty_note", True, DEFAULT, rows=[C1, C2])
    assert "- Client C2 (C2) : Aucune pénalité à noter pour ce client" in person.asked[0]
    assert journal(book) == [("C1", "penalty_note", "prepared")]


def test_thanks_go_to_who_has_paid(tmp_path: Path) -> None:
    path = make_book(
        tmp_path / "relances.xlsx",
        [debtor("C9"), debtor("C1")],
        [
            invoice("F-9", "C9", date(2026, 11, 2), "100", paid=Decimal(100)),
            invoice("F-1", "C1", date(2026, 11, 2), "100"),
        ],
        [chained(REMINDED, None)],
    )
    person = click(path, "thanks", True, DEFAULT, rows=[C1, C2])
    assert "1 remerciement en brouillon" in person.last
    assert journal(path)[-1] == ("C9", "thanks", "prepared")
    again = click(path, "thanks", rows=[C1])
    assert "déjà été remercié" in again.last


def test_the_slip_lists_what_is_to_be_posted(book: Path, out: Path) -> None:
    assert "Aucun recommandé n'attend" in click(book, "slip").last
    click(book, "notice", True, "motif", DEFAULT, rows=[C1])
    person = click(book, "slip")
    assert "1 bordereau de dépôt en brouillon" in person.last
    assert "numéros de suivi" in person.last
    assert len(list(out.glob("*_bordereau_*.docx"))) == 1


def test_an_e_mail_about_a_debit_to_come_announces_it_and_waits_to_be_sent(
    tmp_path: Path, out: Path
) -> None:
    debit = invoice(
        "F-1", "C1", date(2026, 11, 30), "80", payment_method="direct_debit",
        issued=date(2026, 10, 31),
    )  # fmt: skip
    path = make_book(tmp_path / "relances.xlsx", [debtor("C1")], [debit])
    click(path, "email", True, DEFAULT, rows=[("tFactures", 2)])
    assert journal(path) == [("C1", "pre", "draft")]
    (mail,) = out.glob("*_avant-echeance_*.eml")
    parts = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    body = parts.get_body(("plain",))
    assert body is not None
    text = str(body.get_content()).replace("\u00a0", " ")
    assert "Le montant de 80,00 € (facture F-1) sera prélevé le 30 novembre 2026." in text
    assert "IBAN" not in text
