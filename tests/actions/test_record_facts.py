"""Promises and payments: in the currency of what they are about, once, and net of credits."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.actions.exports import TUESDAY
from tests.actions.older import first_release
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

from relance.actions.promised import owed_on
from relance.core.records import Payment
from relance.hosts.file.book import FileBook

Make = Callable[..., Path]
LATE = date(2026, 11, 4)  # 19 days late on Monday
LATER = date(2026, 12, 20)  # not due on Monday
BY = ("--by", "2026-12-15")


def record(book: Path, *words: object, day: date = MONDAY) -> Answer:
    return relance("record", book, *words, "--day", day)


def done(book: Path, *words: object, day: date = MONDAY) -> str:
    """Record something and return what was said, with plain blanks."""
    answer = record(book, *words, day=day)
    assert answer.code == 0, answer
    return answer.out.replace("\u00a0", " ")


def refused(book: Path, *words: object, day: date = MONDAY) -> tuple[str, str]:
    """Record what is refused and return the error's code and text; nothing is written."""
    before = journal(book)
    answer = record(book, *words, "--json", day=day)
    assert answer.code == 1
    assert journal(book) == before
    return answer.error


def rows(book: Path, table: str, *keys: str) -> list[tuple[Any, ...]]:
    return list(zip(*(column(book, table, key) for key in keys), strict=True))


def promises(book: Path) -> list[tuple[Any, ...]]:
    return rows(book, "tPromesses", "amount", "currency", "items", "state")


def type_in(book: Path, table: str, cells: dict[str, Any]) -> None:
    """Write a row as a hand does."""
    with FileBook(book) as opened:
        opened.append(table, [cells])
        opened.save()


@pytest.fixture
def mixed(make: Make) -> Path:
    """Return a workbook whose debtor is late by 1 000 dollars and 700 euros."""
    dollars = invoice("F-1", "C1", LATE, "1000", currency="USD")
    return make([debtor("C1")], [dollars, invoice("F-2", "C1", LATE, "700")])


@pytest.fixture
def dollars(make: Make) -> Path:
    """Return a workbook whose debtor is late by 1 000 dollars, and no more."""
    return make([debtor("C1")], [invoice("F-1", "C1", LATE, "1000", currency="USD")])


@pytest.fixture
def book(make: Make) -> Path:
    """Return a workbook whose debtor is late by 900 and 600 and has 400 to pay in December."""
    items = [
        invoice("F-1", "C1", LATE, "900", issued=date(2026, 10, 5)),
        invoice("F-2", "C1", LATE, "600"),
        invoice("F-3", "C1", LATER, "400"),
    ]
    return make([debtor("C1")], items)


# --- a promise has the currency of its invoices


def test_a_promise_over_two_currencies_is_refused_and_the_option_named(mixed: Path) -> None:
    code, text = refused(mixed, "promise", "C1", "--amount", "1700", *BY)
    assert code == "bad_argument"
    assert "EUR, USD" in text
    assert "--currency" in text


def test_a_promise_in_one_currency_is_about_the_invoices_of_it(mixed: Path) -> None:
    for amount, currency in (("1000", "usd"), ("700", "€")):
        done(mixed, "promise", "C1", "--amount", amount, *BY, "--currency", currency)
    assert promises(mixed) == [
        (1000, "USD", "F-1", "en attente"), (700, "EUR", "F-2", "en attente"),
    ]  # fmt: skip


def test_the_currency_beside_an_amount_is_its_own(mixed: Path) -> None:
    done(mixed, "promise", "C1", "--amount", "1000 USD", *BY)
    done(mixed, "payment", "C1", "--amount", "300 $", "--currency", "USD")
    assert promises(mixed) == [(1000, "USD", "F-1", "en attente")]
    assert column(mixed, "tReglements", "currency") == ["USD"]


def test_a_currency_that_is_not_the_invoice_s_nor_the_option_s_is_refused(mixed: Path) -> None:
    code, text = refused(mixed, "payment", "C1", "--amount", "700 USD", "--invoice", "F-2")
    assert (code, text) == ("bad_argument", "La facture F-2 est en EUR, pas en USD.")
    code, text = refused(mixed, "payment", "C1", "--amount", "700 USD", "--currency", "EUR")
    assert text.startswith("Le montant est donné en USD et --currency dit EUR")
    assert column(mixed, "tReglements", "amount") == []


def test_a_promise_in_dollars_is_kept_by_dollars(mixed: Path) -> None:
    done(mixed, "promise", "C1", "--amount", "1000", *BY, "--currency", "USD")
    done(mixed, "payment", "C1", "--amount", "1000", "--currency", "EUR")
    done(mixed, "payment", "C1", "--amount", "700", "--invoice", "F-2")
    assert column(mixed, "tPromesses", "state") == ["en attente"]
    done(mixed, "payment", "C1", "--amount", "1000", "--invoice", "F-1")
    assert column(mixed, "tPromesses", "state") == ["tenue"]


def test_the_only_currency_of_what_is_late_is_that_of_the_promise(dollars: Path) -> None:
    said = done(dollars, "promise", "C1", "--amount", "1000", *BY)
    assert "promesse de règlement notée : 1 000,00 USD pour le 15/12/2026 (F-1)" in said
    assert promises(dollars) == [(1000, "USD", "F-1", "en attente")]


@pytest.mark.parametrize("currency", ["GBP", "dollar"])
def test_a_currency_in_which_nothing_is_owed_is_refused(mixed: Path, currency: str) -> None:
    words = ("promise", "C1", "--amount", "5", *BY, "--currency", currency)
    assert currency in refused(mixed, *words)[1]


def test_a_reversed_promise_in_dollars_is_gone(dollars: Path) -> None:
    done(dollars, "promise", "C1", "--amount", "1000", *BY)
    assert "n'y est plus" not in done(dollars, "reverse", "1")
    assert promises(dollars) == []


def test_a_workbook_of_the_first_release_takes_the_currency_from_the_invoices(make: Make) -> None:
    with first_release():
        old = make([debtor("C1")], [invoice("F-1", "C1", LATE, "1000", currency="USD")])
    done(old, "promise", "C1", "--amount", "1000", *BY)
    assert [one.currency for one in desk_of(old).promises] == ["USD"]
    done(old, "payment", "C1", "--amount", "1000", "--invoice", "F-1")
    assert column(old, "tPromesses", "state") == ["tenue"]


def test_a_promise_typed_without_a_currency_is_in_that_of_its_invoices(
    dollars: Path,
) -> None:
    typed = {"Code client": "C1", "Montant promis": 100, "Pour le": date(2026, 12, 15)}
    type_in(dollars, "tPromesses", typed)  # the only currency of the debtor
    type_in(dollars, "tPromesses", typed | {"Factures": "F-1"})
    assert [one.currency for one in desk_of(dollars).promises] == ["USD", "USD"]


def test_a_promise_of_no_invoice_in_particular_is_in_euros_when_there_are_both(
    mixed: Path,
) -> None:
    typed = {"Code client": "C1", "Montant promis": 100, "Pour le": date(2026, 12, 15)}
    type_in(mixed, "tPromesses", typed)
    assert [one.currency for one in desk_of(mixed).promises] == ["EUR"]


def test_an_import_in_dollars_keeps_a_promise_in_dollars(dollars: Path) -> None:
    done(dollars, "promise", "C1", "--amount", "400", *BY)
    file = dollars.parent / "postes.csv"
    lines = "Code client;N° facture;Échéance;Devise;Montant TTC;Déjà réglé;Solde dû\n"
    file.write_text(lines + "C1;F-1;04/11/2026;USD;1000,00;400,00;600,00\n", "utf-8")
    answer = relance("import", dollars, file, "--as-of", TUESDAY, "--partial")
    assert answer.code == 0, answer
    assert column(dollars, "tPromesses", "state") == ["tenue"]


# --- a promise is about the invoices that are named


def test_a_promise_on_some_invoices_holds_those_alone(book: Path) -> None:
    done(book, "promise", "C1", "--amount", "600", *BY, "--invoice", "F-2")
    assert promises(book) == [(600, "EUR", "F-2", "en attente")]
    held = {one["number"]: one["demanded"] for one in agenda(book)["C1"]["items"]}
    assert (held["F-1"], held["F-2"]) == (True, False)


def test_a_promise_on_an_invoice_is_kept_by_what_pays_it(book: Path) -> None:
    done(book, "promise", "C1", "--amount", "600", *BY, "--invoice", "F-1")
    done(book, "promise", "C1", "--amount", "600", *BY, "--invoice", "F-2")
    done(book, "payment", "C1", "--amount", "600", "--invoice", "F-2")
    assert column(book, "tPromesses", "state") == ["en attente", "tenue"]
    done(book, "payment", "C1", "--amount", "600")  # unmatched: it may keep any
    assert column(book, "tPromesses", "state") == ["tenue", "tenue"]


def test_what_pays_an_invoice_keeps_its_promise_and_what_is_unmatched_the_other(
    book: Path,
) -> None:
    for number in ("F-1", "F-2"):
        done(book, "promise", "C1", "--amount", "600", *BY, "--invoice", number)
    done(book, "payment", "C1", "--amount", "600")
    done(book, "payment", "C1", "--amount", "600", "--invoice", "F-1", day=TUESDAY)
    assert column(book, "tPromesses", "state") == ["tenue", "tenue"]


def test_an_invoice_that_is_not_due_can_t_be_promised(book: Path) -> None:
    words = ("promise", "C1", "--amount", "400", *BY, "--invoice", "F-3")
    assert "n'est échue que le 20/12/2026" in refused(book, *words)[1]


def test_an_invoice_that_is_paid_or_assigned_can_t_be_promised(make: Make) -> None:
    items = [
        invoice("F-1", "C1", LATE, "900", paid=Decimal(900)),
        invoice("F-2", "C1", LATE, "600", status="assigned"),
        invoice("F-3", "C1", LATE, "300"),
    ]
    book = make([debtor("C1")], items)
    words = ("promise", "C1", "--amount", "300", *BY)
    assert refused(book, *words, "--invoice", "F-1")[0] == "unknown_invoice"
    assert "« cédée »" in refused(book, *words, "--invoice", "F-2")[1]
    done(book, *words)
    assert column(book, "tPromesses", "items") == ["F-3"]


def test_a_credit_that_is_named_with_the_invoices_is_netted_and_not_promised(make: Make) -> None:
    items = [invoice("F-1", "C1", LATE, "900"), invoice("A-1", "C1", LATE, "-100", "credit_note")]
    book = make([debtor("C1")], items)
    words = ("promise", "C1", "--amount", "800", *BY, "--invoice", "A-1")
    done(book, *words, "--invoice", "F-1")
    assert column(book, "tPromesses", "items") == ["F-1"]
    assert refused(book, *words)[0] == "nothing_to_record"


def test_who_owes_only_what_is_assigned_has_nothing_to_promise(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-2", "C1", LATE, "600", status="assigned")])
    words = ("promise", "C1", "--amount", "300", *BY)
    assert refused(book, *words)[0] == "nothing_to_record"


# --- an unmatched payment has the currency of what the debtor owes


def test_an_unmatched_payment_of_a_debtor_in_dollars_is_in_dollars(dollars: Path) -> None:
    said = done(dollars, "payment", "C1", "--amount", "1000")
    assert "règlement noté : 1 000,00 USD" in said
    assert "non affecté de 1 000,00 USD : il correspond à la facture F-1" in said
    assert column(dollars, "tReglements", "currency") == ["USD"]
    assert [one["code"] for one in agenda(dollars)["C1"]["blocked_by"]] == ["covered_by_credits"]


def test_an_unmatched_payment_in_one_of_several_currencies_is_told(mixed: Path) -> None:
    assert "--currency" in refused(mixed, "payment", "C1", "--amount", "700")[1]
    done(mixed, "payment", "C1", "--amount", "700", "--currency", "USD")
    assert column(mixed, "tReglements", "currency") == ["USD"]


def test_dollars_are_never_netted_against_euros(mixed: Path) -> None:
    done(mixed, "payment", "C1", "--amount", "5000", "--currency", "USD")
    found = agenda(mixed)["C1"]
    # Of what is demanded, the euros: 700, and nothing of the 5 000 dollars.
    assert found["claim"] == "700.00"
    desk = desk_of(mixed)
    (case,) = desk.cases
    euros = [item for item in case.items if item.currency == "EUR" and item.open > 0]
    assert owed_on(case, euros, MONDAY, desk.setting) == 700


def test_who_owes_nothing_any_more_pays_in_the_currency_of_before(make: Make) -> None:
    paid = invoice("F-1", "C1", LATE, "1000", currency="USD", paid=Decimal(1000))
    book = make([debtor("C1"), debtor("C2")], [paid])
    done(book, "payment", "C1", "--amount", "50")
    done(book, "payment", "C2", "--amount", "50")
    assert column(book, "tReglements", "currency") == ["USD", "EUR"]


def test_a_payment_typed_without_a_currency_is_in_that_of_the_debtor(
    mixed: Path,
) -> None:
    typed = {"Code client": "C1", "Montant": 100, "Date de valeur": MONDAY}
    type_in(mixed, "tReglements", typed | {"N° facture": "F-1"})
    type_in(mixed, "tReglements", typed)  # nobody can tell
    assert [one.currency for one in desk_of(mixed).payments] == ["USD", "EUR"]


def test_an_unmatched_payment_typed_without_a_currency_is_netted_all_the_same(
    dollars: Path,
) -> None:
    typed = {"Code client": "C1", "Montant": 100, "Date de valeur": MONDAY}
    type_in(dollars, "tReglements", typed)
    assert agenda(dollars)["C1"]["claim"] == "900.00"


def test_a_payment_of_an_invoice_is_in_its_currency(dollars: Path) -> None:
    words = ("payment", "C1", "--amount", "5", "--invoice", "F-1")
    assert "est en USD, pas en EUR" in refused(dollars, *words, "--currency", "EUR")[1]
    done(dollars, *words, "--currency", "usd")


# --- the same fact twice


@pytest.mark.parametrize(
    "words",
    [
        ("payment", "C1", "--amount", "100", "--invoice", "F-1"),
        ("payment", "C1", "--amount", "100"),
        ("payment", "C1", "--amount", "100", "--value-date", "2026-11-20"),
        ("promise", "C1", "--amount", "100", *BY),
    ],
)
def test_the_same_fact_is_written_twice_only_when_it_is_said(
    book: Path, words: tuple[str, ...]
) -> None:
    done(book, *words)
    code, text = refused(book, *words)
    assert code == "already_noted"
    assert "Déjà noté le 23/11/2026 (ligne n° 1)" in text
    assert "--again" in text
    done(book, *words, "--again")
    assert len(journal(book)) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("payment", "C1", "--amount", "101", "--invoice", "F-1"),
        ("payment", "C1", "--amount", "100", "--invoice", "F-2"),
        ("payment", "C1", "--amount", "100"),
        ("payment", "C1", "--amount", "100", "--invoice", "F-1", "--value-date", "2026-11-20"),
    ],
)
def test_another_payment_is_another(book: Path, words: tuple[str, ...]) -> None:
    done(book, "payment", "C1", "--amount", "100", "--invoice", "F-1")
    done(book, *words)


def test_another_promise_is_another(book: Path) -> None:
    done(book, "promise", "C1", "--amount", "100", *BY, "--invoice", "F-1")
    done(book, "promise", "C1", "--amount", "100", *BY, "--invoice", "F-2")
    done(book, "promise", "C1", "--amount", "101", *BY, "--invoice", "F-1")
    done(book, "promise", "C1", "--amount", "100", "--by", "2026-12-16", "--invoice", "F-1")


def test_the_same_promise_is_known_though_more_is_late_since(book: Path) -> None:
    done(book, "promise", "C1", "--amount", "100", "--by", "2027-01-15")
    words = ("promise", "C1", "--amount", "100", "--by", "2027-01-15")
    assert refused(book, *words, day=date(2026, 12, 28))[0] == "already_noted"  # F-3 is late too


def test_what_was_reversed_may_be_noted_again(book: Path) -> None:
    done(book, "payment", "C1", "--amount", "100", "--invoice", "F-1")
    done(book, "reverse", "1")
    done(book, "payment", "C1", "--amount", "100", "--invoice", "F-1")


def test_a_payment_that_stands_in_the_sheet_alone_is_known_too(make: Make) -> None:
    noted = Payment("C1", Decimal(100), MONDAY, "F-1")
    items = [invoice("F-1", "C1", LATE, "900", paid=Decimal(100))]
    book = make([debtor("C1")], items, (), [noted])
    words = ("payment", "C1", "--amount", "100", "--invoice", "F-1")
    code, text = refused(book, *words)
    assert code == "already_noted"
    assert "feuille Règlements a déjà, ligne 2" in text.replace("\u00a0", " ")
    done(book, *words, "--again")


def test_two_calls_alike_on_one_day_are_two_calls(book: Path) -> None:
    for _ in range(2):
        done(book, "call", "C1", "--outcome", "voicemail")
    assert len(journal(book)) >= 2


# --- slips of the hand: written, and a line of warning


def test_a_promise_far_above_what_is_owed_is_warned_of(book: Path) -> None:
    said = done(book, "promise", "C1", "--amount", "3000", *BY)  # twice 1 500
    assert "! La promesse de 3 000,00 € dépasse ce qui est dû (1 500,00" in said
    said = done(book, "promise", "C1", "--amount", "15000", *BY)
    assert "! La promesse de 15 000,00 € est plus du double de ce qui est dû (1 500,00" in said
    assert len(journal(book)) == 2


def test_a_promise_may_include_the_penalties_that_are_due_and_no_cent_more(make: Make) -> None:
    # 1 000.00 due 30/09/2026, to 23/11: 54 days at 12.40 % = 18.35, and 40.00
    book = make([debtor("C1")], [invoice("F-1", "C1", date(2026, 9, 30), "1000.00")])
    words = ("promise", "C1", "--by", "2026-11-23", "--amount")
    assert "!" not in done(book, *words, "1058.35")
    assert "même avec les pénalités et indemnités (1 058,35 €)" in done(book, *words, "1058.36")


def test_a_promise_years_ahead_is_warned_of(book: Path) -> None:
    assert "!" not in done(book, "promise", "C1", "--amount", "5", "--by", "2027-11-23")
    said = done(book, "promise", "C1", "--amount", "5", "--by", "2036-12-15")
    assert "! La promesse est pour le 15/12/2036, dans plus d'un an." in said


def test_a_payment_before_its_invoice_is_warned_of(book: Path) -> None:
    words = ("payment", "C1", "--amount", "5", "--invoice", "F-1", "--value-date")
    assert "!" not in done(book, *words, "2026-10-05")
    said = done(book, *words, "2026-10-04")
    assert "! La date de valeur (04/10/2026) est avant la date de la facture F-1" in said


def test_warnings_stand_in_the_json(book: Path) -> None:
    answer = record(book, "promise", "C1", "--amount", "15000", *BY, "--json")
    assert [one["code"] for one in answer.json["warnings"]] == ["promise_high"]


# --- more than the invoice


def test_what_exceeds_an_invoice_is_told_as_what_it_is(make: Make) -> None:
    book = make([debtor("C1")], [invoice("F-11", "C1", LATE, "1000")])
    said = done(book, "payment", "C1", "--amount", "2000", "--invoice", "F-11")
    assert "La facture F-11 est soldée. Ce qui la dépasse, 1 000,00 €," in said
    assert "correspond" not in said


def test_what_exceeds_an_invoice_may_be_another(make: Make) -> None:
    items = [invoice("F-11", "C1", LATE, "1000"), invoice("F-12", "C1", LATE, "250")]
    book = make([debtor("C1")], items)
    said = done(book, "payment", "C1", "--amount", "1250", "--invoice", "F-11")
    assert "Ce qui la dépasse, 250,00 €," in said
    assert "correspond à la facture F-12" in said
