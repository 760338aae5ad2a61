"""What the debtor of the selected row said or did."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.actions.clicks.person import DEFAULT, GIVE_UP, click
from tests.actions.world import (
    MONDAY,
    column,
    debtor,
    invoice,
    journal,
    make_book,
    relance,
)

from relance.core.records import Payment

INVOICES, DEBTORS = "tFactures", "tClients"
C1, C2, C3 = (DEBTORS, 2), (DEBTORS, 3), (DEBTORS, 4)
F1, F2, F3, F4 = ((INVOICES, row) for row in (2, 3, 4, 5))
TUESDAY = date(2026, 11, 24)
VERBS = ("call", "promise", "payment", "dispute")


def plain(text: str) -> str:
    """Return a text with plain blanks."""
    return text.replace("\u00a0", " ")


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


def test_an_amount_in_another_currency_than_the_one_asked_for_is_asked_again(book: Path) -> None:
    person = click(book, "promise", "500 USD", "500 €", "30/11/2026", rows=[F1])
    assert person.asked[1].startswith("Le montant est donné en USD, et c'est en EUR")
    assert column(book, "tPromesses", "amount") == [500]


def test_a_promise_is_about_the_selected_invoices(book: Path) -> None:
    person = click(book, "promise", DEFAULT, "30/11/2026", rows=[F2])
    assert person.asked[0] == ("Promesse de Client C1 sur 1 facture (F-2). Montant promis en EUR :")
    assert plain(person.defaults[0]) == "500,00"
    assert column(book, "tPromesses", "items") == ["F-2"]


def test_a_promise_on_the_account_leaves_out_what_is_in_dispute(book: Path) -> None:
    words = ("--invoice", "F-1", "--reason", "prix", "--day", MONDAY)
    assert relance("record", book, "dispute", "C1", *words).code == 0
    person = click(book, "promise", DEFAULT, "30/11/2026", rows=[C1])
    assert plain(person.defaults[0]) == "500,00"  # F-2 alone
    assert "en litige ou refusé (F-1)" in plain(person.last)
    assert "--" not in person.last
    assert column(book, "tPromesses", "items") == ["F-2"]


def test_what_is_not_due_or_not_open_can_not_be_promised(tmp_path: Path) -> None:
    items = [
        invoice("F-1", "C1", MONDAY.replace(month=12), "900"),
        invoice("F-2", "C1", MONDAY.replace(month=10), "600", paid=Decimal(600)),
        invoice("F-3", "C1", MONDAY.replace(month=10), "300"),
    ]
    book = make_book(tmp_path / "relances.xlsx", [debtor("C1")], items)
    not_due = click(book, "promise", rows=[F1, F3])
    assert "La facture F-1 n'est échue que le 23/12/2026" in not_due.last
    paid = click(book, "promise", rows=[F2])
    assert paid.last == "Aucune facture ouverte « F-2 » pour le client C1."
    assert (not_due.asked, paid.asked, journal(book)) == ([], [], [])
    click(book, "promise", DEFAULT, "30/11/2026", rows=[C1])
    assert column(book, "tPromesses", "items") == ["F-3"]


def test_a_long_selection_is_named_in_part(tmp_path: Path) -> None:
    items = [invoice(f"F-{n}", "C1", MONDAY.replace(month=10), "10") for n in range(200)]
    book = make_book(tmp_path / "relances.xlsx", [debtor("C1")], items)
    person = click(book, "promise", DEFAULT, "30/11/2026", rows=[C1])
    assert "sur 200 factures (F-0, F-1, F-2, F-3, F-4, ...)" in person.asked[0]


def test_a_promise_is_for_what_is_owed_net_of_credits(tmp_path: Path) -> None:
    # 5 604 less a credit note of 504 and an unmatched payment of 100; dollars are no euros.
    due = MONDAY.replace(month=10)
    items = [
        invoice("F-1", "C1", due, "5604"),
        invoice("A-1", "C1", due, "-504", "credit_note"),
        invoice("A-2", "C1", due, "-50", "credit_note", currency="USD"),
    ]
    payments = [Payment("C1", Decimal(100), MONDAY)]
    book = make_book(tmp_path / "relances.xlsx", [debtor("C1")], items, (), payments)
    person = click(book, "promise", DEFAULT, "30/11/2026", rows=[C1])
    assert plain(person.defaults[0]) == "5 000,00"


def test_nothing_is_proposed_when_credits_cover_all(tmp_path: Path) -> None:
    due = MONDAY.replace(month=10)
    items = [invoice("F-1", "C1", due, "100"), invoice("A-1", "C1", due, "-504", "credit_note")]
    book = make_book(tmp_path / "relances.xlsx", [debtor("C1")], items)
    person = click(book, "promise", "50", "30/11/2026", "oui", rows=[C1])
    assert person.defaults[0] == ""
    assert "plus du double de ce qui est dû (0,00 €)" in plain(person.asked[2])


# --- currencies


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Return a workbook whose debtor is late by 1 000 dollars (row 2) and 700 euros (row 3)."""
    due = MONDAY.replace(month=10)
    items = [invoice("F-1", "C1", due, "1000", currency="USD"), invoice("F-2", "C1", due, "700")]
    return make_book(tmp_path / "relances.xlsx", [debtor("C1")], items)


@pytest.mark.parametrize("rows", [[C1], [F1, F2]])
def test_a_promise_over_two_currencies_is_asked_which(
    mixed: Path, rows: list[tuple[str, int]]
) -> None:
    person = click(mixed, "promise", "USD", DEFAULT, "30/11/2026", rows=rows)
    assert person.asked[0].endswith("Laquelle ?\nEUR\nUSD")
    assert person.asked[1].endswith("sur 1 facture (F-1). Montant promis en USD :")
    assert plain(person.defaults[0]) == "1 000,00"
    assert column(mixed, "tPromesses", "currency") == ["USD"]
    assert "promesse de règlement notée : 1 000,00 USD" in plain(person.last)


def test_the_currency_of_the_selected_invoice_is_not_asked(mixed: Path) -> None:
    person = click(mixed, "promise", DEFAULT, "30/11/2026", rows=[F1])
    assert person.asked[0].endswith("Montant promis en USD :")
    person = click(mixed, "payment", "", "300", DEFAULT, rows=[F1])  # matched to no invoice
    assert person.asked[1] == "Montant reçu en USD :"
    assert column(mixed, "tReglements", "currency") == ["USD"]


def test_an_unmatched_payment_is_asked_its_currency_when_there_are_several(mixed: Path) -> None:
    person = click(mixed, "payment", "", "EUR", "300", DEFAULT, rows=[C1])
    assert person.asked[1].endswith("Laquelle ?\nEUR\nUSD")
    assert person.asked[2] == "Montant reçu en EUR :"
    assert column(mixed, "tReglements", "currency") == ["EUR"]


def test_a_payment_of_an_invoice_is_in_its_currency(mixed: Path) -> None:
    person = click(mixed, "payment", "F-1", DEFAULT, DEFAULT, rows=[C1])
    assert person.asked[1] == "Montant reçu en USD :"
    assert "règlement noté : 1 000,00 USD (F-1)" in plain(person.last)


# --- the same fact twice, and slips of the hand


@pytest.mark.parametrize("name", ["payment", "promise"])
def test_the_same_fact_is_written_again_only_by_a_yes(book: Path, name: str) -> None:
    answers = {"payment": ("F-1", "100", DEFAULT), "promise": ("100", "30/11/2026")}[name]
    click(book, name, *answers, rows=[C1])
    person = click(book, name, *answers, "non", rows=[C1])
    question = "Déjà noté le 23/11/2026 (ligne n° 1) : noter encore ?"
    assert person.asked[-1] == f"{question}\nnon\noui"  # the first option is a no
    assert (person.told, person.writes) == ([], 0)
    click(book, name, *answers, "oui", rows=[C1])
    assert len(journal(book)) == 2


def test_a_payment_that_an_import_has_brought_is_asked_about_too(tmp_path: Path) -> None:
    items = [invoice("F-1", "C1", MONDAY.replace(month=10), "900", paid=Decimal(100))]
    payments = [Payment("C1", Decimal(100), MONDAY, "F-1")]
    book = make_book(tmp_path / "relances.xlsx", [debtor("C1")], items, (), payments)
    person = click(book, "payment", "F-1", "100", DEFAULT, "non", rows=[C1])
    assert person.asked[-1].startswith("La feuille Règlements a déjà, ligne 2, un règlement")
    assert (person.told, person.writes) == ([], 0)


def test_a_slip_of_the_hand_is_asked_about_once(book: Path) -> None:
    answers = ("350 000", "30/11/2036")
    person = click(book, "promise", *answers, "non", rows=[C1])
    assert plain(person.asked[-1]) == (
        "La promesse de 350 000,00 € est plus du double de ce qui est dû (3 500,00 €)."
        " La promesse est pour le 30/11/2036, dans plus d'un an."
        " Noter quand même ?\nnon\noui"
    )
    assert (person.told, person.writes) == ([], 0)
    person = click(book, "promise", *answers, "oui", rows=[C1])
    assert person.last.count("double") == 0  # it was answered


def test_a_payment_before_its_invoice_is_asked_about(tmp_path: Path) -> None:
    item = invoice("F-1", "C1", MONDAY.replace(month=10), "900", issued=date(2026, 9, 23))
    book = make_book(tmp_path / "relances.xlsx", [debtor("C1")], [item])
    person = click(book, "payment", "F-1", "10", "22/09/2026", "non", rows=[C1])
    assert "est avant la date de la facture F-1 (23/09/2026)" in person.asked[-1]
    assert (person.told, person.writes) == ([], 0)
    click(book, "payment", "F-1", "10", "22/09/2026", "oui", rows=[C1])
    assert column(book, "tReglements", "value_date") == [date(2026, 9, 22)]


# --- payments


def test_a_payment_is_of_the_selected_invoice(book: Path) -> None:
    person = click(book, "payment", DEFAULT, "1 000", DEFAULT, rows=[F1])
    assert person.defaults == ["F-1", "3\u00a0000,00", "23/11/2026"]
    assert column(book, "tFactures", "paid")[0] == 1000
    assert column(book, "tReglements", "value_date") == [MONDAY]
    assert "règlement noté : 1 000,00 € (F-1)" in person.last.replace("\u00a0", " ")


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


def test_a_payment_says_which_letter_must_not_go_out_any_more(book: Path) -> None:
    click(book, "letter", True, DEFAULT, rows=[C1])
    click(book, "letter", True, rows=[C3])
    person = click(book, "payment", "F-1", "3000", DEFAULT, rows=[C1])
    first, second = person.last.splitlines()
    assert first.startswith(
        "C1 : La lettre du 23/11/2026 n'est plus à envoyer : fichier rangé dans perimes/ ("
    )
    assert plain(second).startswith("23/11/2026  C1 : règlement noté : 3 000,00 € (F-1)")
    assert journal(book)[-2:] == [("C1", "payment", "done"), ("C1", "letter-1", "cancelled")]


def test_a_letter_that_a_promise_holds_may_have_gone(book: Path) -> None:
    click(book, "letter", True, DEFAULT, rows=[C3])
    person = click(book, "promise", DEFAULT, "30/11/2026", rows=[C3])
    line = person.last.splitlines()[0]
    assert line.endswith("Déjà parti ? Sélectionnez ce client, puis « Confirmer l'envoi ».")
    click(book, "sent", DEFAULT, True, rows=[C3])
    assert journal(book)[-1] == ("C3", "mail-1", "sent")


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
