"""Items that a file lists and that are settled: by a day, by a letter, never against a balance."""

from collections.abc import Mapping
from datetime import date

import pytest

from relance.intake.export import Export
from relance.intake.exports import read_export

TODAY = date(2026, 11, 23)
LIST = "Code;Nom;Numéro;Date;Échéance;Montant TTC"
INVOICE = "C1;A;{};01/09/2026;01/10/2026;100,00"
LEDGER = "Compte;Nom;Date;Pièce;Libellé;Échéance;Débit;Crédit;Date de règlement;Lettrage"


def read(*rows: str, today: date | None = TODAY) -> Export:
    return read_export("x.csv", "\n".join(rows).encode(), today)


def opens(export: Export) -> Mapping[str, str]:
    return {item.number: str(item.open) for item in export.receivables}


def settled(export: Export) -> list[str]:
    return [item.number for item in export.settled]


def codes(export: Export) -> list[tuple[int, str]]:
    return [(one.row, one.code) for one in export.findings]


# --- by a day


@pytest.mark.parametrize(
    "heading",
    [
        "SettledDate", "Date de règlement", "Réglée le", "Payé le", "Payée le", "Date de paiement",
        "Betaald op", "Paid on", "Clearing date", "Soldée le", "Date d'encaissement",
        "Date lettrage", "Settlement Date", "Voldaan op",
    ],
)  # fmt: skip
def test_a_day_of_settlement_means_settled(heading: str) -> None:
    rows = (f"{INVOICE.format('F1')};05/10/2026", f"{INVOICE.format('F2')};")
    export = read(f"{LIST};{heading}", *rows)
    assert opens(export) == {"F2": "100.00"}
    assert settled(export) == ["F1"]
    assert export.settled[0].paid == export.settled[0].amount == 100
    assert (export.skipped, export.findings) == ({"settled": 1}, ())


def test_the_balance_wins_over_the_day_and_the_contradiction_is_told() -> None:
    export = read(
        f"{LIST};Solde;Réglée le",
        f"{INVOICE.format('F1')};100,00;05/10/2026",
        f"{INVOICE.format('F2')};40,00;05/10/2026",  # the day of a part payment
        f"{INVOICE.format('F3')};0,00;05/10/2026",
        f"{INVOICE.format('F4')};;05/10/2026",  # nothing is left, nor said to be
        f"{INVOICE.format('F5')};;",
    )
    assert opens(export) == {"F1": "100.00", "F2": "40.00"}
    assert settled(export) == ["F3", "F4"]
    assert codes(export) == [
        (0, "total_differs"), (2, "settled_disagrees"), (6, "open_blank"),
    ]  # fmt: skip
    assert {item.status for item in export.receivables} == {"open"}


def test_a_column_of_what_was_paid_wins_too() -> None:
    export = read(
        f"{LIST};Réglé;Réglée le",
        f"{INVOICE.format('F1')};0,00;05/10/2026",
        f"{INVOICE.format('F2')};;05/10/2026",
        f"{INVOICE.format('F3')};30,00;05/10/2026",
    )
    assert opens(export) == {"F1": "100.00", "F3": "70.00"}
    assert codes(export) == [(2, "settled_held")]
    assert [item.status for item in export.receivables] == ["on_hold", "open"]


def test_a_deposit_has_no_day_so_that_the_day_is_of_the_rest() -> None:
    deposit = f"{INVOICE.format('F1')};30,00;05/10/2026"
    export = read(f"{LIST};Acompte;Réglé le", deposit, f"{INVOICE.format('F2')};30,00;")
    assert opens(export) == {"F1": "70.00", "F2": "70.00"}
    assert codes(export) == [(2, "settled_held")]
    assert [item.status for item in export.receivables] == ["on_hold", "open"]
    balance = read(f"{LIST};Acompte;Solde;Réglé le", deposit.replace(";05/10", ";70,00;05/10"))
    assert [item.status for item in balance.receivables] == ["open"]  # the balance is believed


def test_a_day_after_the_import_is_an_instalment_to_come() -> None:
    rows = (f"{LIST};Date de règlement", f"{INVOICE.format('F1')};24/11/2026")
    assert codes(read(*rows)) == [(2, "settled_later")]
    assert opens(read(*rows)) == {"F1": "100.00"}
    assert opens(read(*rows, today=date(2026, 11, 24))) == {}  # that very day counts


def test_the_day_of_a_payment_is_its_own() -> None:
    export = read(
        LEDGER,
        "C1;A;01/09/2026;F1;Facture;01/10/2026;100,00;;;",
        "C1;A;05/10/2026;V1;Virement;;;30,00;05/10/2026;",
        "C1;A;05/10/2026;V2;Sans mot;;;20,00;05/10/2026;",
        "C1;A;05/10/2026;A1;Avoir;;;10,00;05/10/2026;",  # a credit note that was used
        "C1;A;05/10/2026;F2;Facture;01/10/2026;40,00;;06/10/2026;",
    )
    assert opens(export) == {"F1": "100.00", "V1": "-30.00", "V2": "-20.00"}
    assert settled(export) == ["A1", "F2"]
    typed = read(f"{LIST};Type;Réglé le", f"{INVOICE.format('R1')};Règlement;05/10/2026")
    assert opens(typed) == {"R1": "-100.00"}


def test_payments_of_its_own_number_tell_what_is_left_of_an_invoice_that_has_a_day() -> None:
    export = read(
        LEDGER,
        "C1;A;01/09/2026;F1;Facture;01/10/2026;100,00;;05/10/2026;",
        "C1;A;05/10/2026;F1;Virement;;;30,00;;",
    )
    assert opens(export) == {"F1": "70.00"}


def test_each_payment_of_an_invoice_has_its_day_and_settles_only_its_amount() -> None:
    head = f"{LIST};Montant règlement;Date paiement"
    export = read(
        head,
        f"{INVOICE.format('F1')};30,00;05/10/2026",
        f"{INVOICE.format('F1')};20,00;06/10/2026",
        f"{INVOICE.format('F2')};;05/10/2026",  # no amount: the day alone
    )
    assert opens(export) == {"F1": "50.00"}
    assert settled(export) == ["F2"]


def test_an_invoice_flagged_as_paid_is_settled_whatever_its_payments_add_up_to() -> None:
    head = f"{LIST};Facture payée;Montant règlement;Date paiement"
    export = read(head, f"{INVOICE.format('F1')};Oui;30,00;05/10/2026")
    assert opens(export) == {}
    assert codes(export) == [(2, "payments_disagree")]


def test_a_total_that_counts_the_settled_ones_is_no_difference() -> None:
    rows = (f"{INVOICE.format('F1')};05/10/2026", f"{INVOICE.format('F2')};")
    for total in ("200,00", "100,00"):
        export = read(f"{LIST};Réglée le", *rows, f"Total;;;;;{total};")
        assert export.difference == 0
    assert codes(export) == []
    both = read(f"{LIST};Réglée le", *rows, "Total;;;;;200,00;")
    assert codes(both) == [(0, "settled_in_total")]
    unnamed = read(f"{LIST};Réglée le", *rows, ";;;;;200,00;")
    assert codes(unnamed) == [(0, "settled_in_total")]
    wrong = read(f"{LIST};Réglée le", *rows, "Total;;;;;207,00;")
    assert wrong.difference == 7


# --- by a letter


@pytest.mark.parametrize("letter", ["A", "AB", "12", "oui", "X"])
def test_a_full_letter_means_settled_where_no_payment_is_listed(letter: str) -> None:
    rows = (f"{INVOICE.format('F1')};{letter}", f"{INVOICE.format('F2')};")
    export = read(f"{LIST};Lettrage", *rows)
    assert opens(export) == {"F2": "100.00"}
    assert settled(export) == ["F1"]
    assert export.findings == ()


def test_a_small_letter_is_a_part_match_and_stays_open() -> None:
    export = read(f"{LIST};Lettrage", f"{INVOICE.format('F1')};b")
    assert opens(export) == {"F1": "100.00"}
    assert codes(export) == [(2, "letter_partial")]
    assert export.receivables[0].status == "open"


def test_each_match_is_told_once() -> None:
    rows = (f"{INVOICE.format('F1')};b", f"{INVOICE.format('F2')};b")
    export = read(f"{LIST};Lettrage", *rows)
    assert codes(export) == [(2, "letter_partial")]
    assert export.findings[0].facts["open"] == 200


def test_a_word_that_denies_is_no_letter() -> None:
    export = read(f"{LIST};Lettrage", f"{INVOICE.format('F1')};Non")
    assert (opens(export), export.findings) == ({"F1": "100.00"}, ())


def test_the_balance_wins_over_the_letter_and_the_contradiction_is_told() -> None:
    export = read(f"{LIST};Solde;Lettrage", f"{INVOICE.format('F1')};100,00;A")
    assert opens(export) == {"F1": "100.00"}
    assert codes(export) == [(2, "letter_unbalanced")]
    assert export.receivables[0].status == "open"


def test_a_day_on_one_side_of_a_match_does_not_unbalance_it() -> None:
    export = read(
        LEDGER,
        "C1;A;01/09/2026;F1;Facture;01/10/2026;100,00;;05/10/2026;A",
        "C1;A;05/10/2026;V1;Virement;;;100,00;05/10/2026;A",
    )
    assert (opens(export), export.findings) == ({}, ())
    assert settled(export) == ["F1", "V1"]
