"""What the debtor of the selected row said or did."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.actions.clicks.person import DEFAULT, GIVE_UP, click
from tests.actions.world import MONDAY, column, journal, relance

INVOICES, DEBTORS = "tFactures", "tClients"
C1, C2, C3 = (DEBTORS, 2), (DEBTORS, 3), (DEBTORS, 4)
F1, F2, F3, F4 = ((INVOICES, row) for row in (2, 3, 4, 5))
TUESDAY = date(2026, 11, 24)
VERBS = ("call", "promise", "payment", "dispute")


@pytest.mark.parametrize("name", VERBS)
def test_without_a_debtor_it_says_what_to_select(book: Path, name: str) -> None:
    for rows in ([], [("tJournal", 2)]):
        person = click(book, name, rows=rows)
        assert person.last.startswith("Sélectionnez d'abord une ligne de Factures, de Clients")
        assert (person.asked, person.writes) == ([], 0)


@pytest.mark.parametrize("name", VERBS)
def test_of_several_debtors_it_says_so(book: Path, name: str) -> None:
    person = click(book, name, rows=[F1, F4])
    assert person.last.startswith("La sélection touche plusieurs clients (C1, C3)")
    assert person.asked == []


@pytest.mark.parametrize("name", VERBS)
def test_a_day_before_the_journal_s_last_is_told_before_any_question(book: Path, name: str) -> None:
    relance("record", book, "payment", "C3", "--amount", "5", "--day", TUESDAY)
    person = click(book, name, rows=[C1], day=MONDAY)
    assert "avant le dernier jour du journal (24/11/2026, ligne n° 1)" in person.last
    assert "« Annuler la saisie »" in person.last
    assert "--" not in person.last
    assert person.asked == []


# --- calls


def test_a_call_is_noted_with_its_outcome(book: Path) -> None:
    person = click(book, "call", "joint", "règle vendredi", rows=[F1])
    assert person.asked[0].startswith("Appel à Client C1. Résultat :\njoint\n")
    assert journal(book) == [("C1", "", "done")]  # no call is due: one of the user's own
    assert column(book, "tJournal", "note") == ["joint. règle vendredi"]
    assert person.last.startswith("23/11/2026  C1 : téléphone : fait")


@pytest.mark.parametrize(
    ("outcome", "button"),
    [("promesse de règlement", "Promesse de règlement"), ("litige", "Litige")],
)
def test_what_a_call_brings_is_noted_next(book: Path, outcome: str, button: str) -> None:
    assert f"« {button} »" in click(book, "call", outcome, "", rows=[C1]).last


def test_who_owes_nothing_is_not_called(book: Path) -> None:
    relance("record", book, "payment", "C3", "--amount", "900", "--invoice", "F-4", "--day", MONDAY)
    person = click(book, "call", rows=[C3])
    assert person.last == "Le client C3 ne doit rien : rien à noter."
    assert person.asked == []


# --- promises


def test_a_promise_is_for_what_is_late_unless_said_otherwise(book: Path) -> None:
    person = click(book, "promise", DEFAULT, "30/11/2026", rows=[C1])
    assert person.defaults[0].replace("\u00a0", " ") == "3 500,00"  # 3 000 + 500
    assert column(book, "tPromesses", "amount") == [3500]
    assert column(book, "tPromesses", "by") == [date(2026, 11, 30)]
    assert journal(book) == [("C1", "promise", "done")]


def test_what_can_not_be_promised_is_asked_again(book: Path) -> None:
    person = click(book, "promise", "beaucoup", "0", "500", "22/11/2026", MONDAY.isoformat(),
                   rows=[F1])  # fmt: skip
    assert person.asked[1].startswith("Montant illisible : « beaucoup »")
    assert person.asked[2].startswith("Le montant doit être positif")
    assert person.asked[4].startswith("Le jour promis (22/11/2026) est avant")
    assert column(book, "tPromesses", "amount") == [500]


# --- payments


def test_a_payment_is_of_the_selected_invoice(book: Path) -> None:
    person = click(book, "payment", DEFAULT, "1 000", DEFAULT, rows=[F1])
    assert person.defaults == ["F-1", "3\u00a0000,00", "23/11/2026"]
    assert column(book, "tFactures", "paid")[0] == 1000
    assert column(book, "tReglements", "value_date") == [MONDAY]
    assert "règlement noté (F-1)" in person.last


def test_a_payment_of_a_debtor_with_several_invoices_is_matched_by_its_number(book: Path) -> None:
    person = click(book, "payment", "F-9", "F-2", DEFAULT, DEFAULT, rows=[C1])
    assert person.defaults[0] == ""
    assert person.asked[1].startswith("Aucune facture ouverte « F-9 » pour le client C1.")
    assert column(book, "tFactures", "paid")[1] == 500


def test_an_unmatched_payment_says_which_invoice_it_may_settle(book: Path) -> None:
    person = click(book, "payment", "", "500", DEFAULT, rows=[C1])
    assert "correspond à la facture F-2" in person.last
    assert "--" not in person.last
    assert column(book, "tReglements", "invoice") == [None]


def test_money_came_on_a_day_that_is_not_to_come_and_may_be_long_ago(book: Path) -> None:
    click(book, "hold", "x", rows=[F4])  # the journal's last day is Monday 23
    person = click(book, "payment", "F-1", "10", "24/11/2026", "12/11/2026", rows=[C1])
    assert person.asked[3].startswith("La date de valeur (24/11/2026) est après")
    assert column(book, "tReglements", "value_date") == [date(2026, 11, 12)]
    assert column(book, "tJournal", "day") == [MONDAY, MONDAY]


# --- disputes


def test_a_dispute_is_opened_on_the_selected_invoice_with_its_reason(book: Path) -> None:
    person = click(book, "dispute", DEFAULT, "", "livraison incomplète", rows=[F2])
    assert person.defaults[0] == "F-2"
    assert person.asked[2].startswith("Donnez le motif")
    assert column(book, "tLitiges", "reason") == ["livraison incomplète"]
    assert journal(book) == [("C1", "dispute", "done")]


def test_one_that_is_open_may_be_resolved(book: Path) -> None:
    click(book, "dispute", "F-1", "prix", rows=[C1])
    person = click(book, "dispute", "F-1", True, "avoir émis", rows=[C1])
    assert person.asked[1] == (
        "Un litige est ouvert sur la facture F-1 depuis le 23/11/2026 (prix). Est-il résolu ?"
    )
    assert column(book, "tLitiges", "resolved_on") == [MONDAY]
    assert journal(book)[-1] == ("C1", "dispute_resolved", "done")


def test_one_that_is_not_resolved_stays_open(book: Path) -> None:
    click(book, "dispute", "F-1", "prix", rows=[C1])
    person = click(book, "dispute", "F-1", GIVE_UP, rows=[C1])
    assert (person.told, person.writes) == ([], 0)
    assert column(book, "tLitiges", "resolved_on") == [None]


def test_amounts_are_exact(book: Path) -> None:
    click(book, "payment", "F-4", "0,10", DEFAULT, rows=[C3])
    assert Decimal(str(column(book, "tReglements", "amount")[0])) == Decimal("0.1")
