"""Rows that repeat, clash or can't be read: merged, counted or reported, never lost."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from relance.intake.export import Export
from relance.intake.exports import read_export

FLAT = "Code;Nom;Numéro;Date;Échéance;Montant TTC;Solde"
LEDGER = "Compte;Nom;Date;Pièce;Libellé;Échéance;Débit;Crédit;Lettrage"


def read(*rows: str, today: date | None = None) -> Export:
    return read_export("x.csv", "\n".join(rows).encode(), today)


def opens(export: Export) -> list[tuple[str, str]]:
    return [(item.number, str(item.open)) for item in export.receivables]


def codes(export: Export) -> list[tuple[int, str]]:
    return [(one.row, one.code) for one in export.findings]


def facts(export: Export, code: str) -> dict[str, object]:
    (found,) = [one for one in export.findings if one.code == code]
    return dict(found.facts)


BOOKS = "Compte;Nom;Journal;Date;Pièce;Libellé;Échéance;Débit;Crédit"


@pytest.mark.parametrize("journal", ["AN", "À-nouveaux", "RAN"])
def test_the_day_of_an_opening_entry_is_not_that_of_its_invoice(journal: str) -> None:
    """The oldest debts are carried forward on 1 January: none of them is due before it was made."""
    export = read(
        BOOKS,
        f"411A;A;{journal};01/01/2026;F1;A nouveau;31/12/2025;100,00;",
        f"411A;A;{journal};02/01/2026;F2;A nouveau;15/11/2025;100,00;",
        f"411A;A;{journal};01/01/2026;F3;A nouveau;31/01/2026;100,00;",
        f"411A;A;{journal};14/12/2025;F4;A nouveau;31/12/2025;100,00;",  # the invoice's own
        f"411A;A;{journal};01/01/2026;V5;A nouveau;;;30,00",
        "411A;A;VE;01/10/2026;F6;Facture;31/10/2026;100,00;",
    )
    assert {item.number: item.issued for item in export.receivables} == {
        "F1": None, "F2": None, "F3": None, "F4": date(2025, 12, 14), "V5": date(2026, 1, 1),
        "F6": date(2026, 10, 1),
    }  # fmt: skip
    assert codes(export) == []


def test_an_invoice_due_before_its_day_is_told_in_any_other_journal() -> None:
    export = read(BOOKS, "411A;A;VE;01/01/2026;F1;Facture;31/12/2025;100,00;")
    assert codes(export) == [(2, "due_before_issue")]


def test_the_same_row_twice_counts_once_and_is_told() -> None:
    row = "C1;A;F1;01/09/2026;01/10/2026;50,00;50,00"
    export = read(FLAT, row, row, row.replace("C1", "C2"), "Total;;;;;150,00;150,00")
    assert [(item.debtor, item.number) for item in export.receivables] == [
        ("C1", "F1"),
        ("C2", "F1"),
    ]
    assert codes(export) == [(0, "total_differs"), (3, "duplicate_row")]
    assert export.difference == Decimal("50.00")  # 150 in the file - 100 read


def test_a_duplicate_is_set_aside_even_when_the_file_has_no_total() -> None:
    row = "C1;A;F1;01/09/2026;01/10/2026;50,00;50,00"
    export = read(FLAT, row, row)
    assert (export.file_total, export.difference) == (None, Decimal("50.00"))


def test_instalments_of_one_invoice_stay_apart_in_the_order_of_their_days() -> None:
    export = read(
        FLAT,
        "C1;A;F1;01/09/2026;01/11/2026;300,00;100,00",
        "C1;A;F1;01/09/2026;01/10/2026;300,00;90,00",
        "C1;A;F1;01/09/2026;01/12/2026;300,00;100,00",
    )
    assert [(item.number, item.due and item.due.month) for item in export.receivables] == [
        ("F1/2", 11), ("F1/1", 10), ("F1/3", 12),
    ]  # fmt: skip
    # each row shows the whole invoice's 300.00: an instalment's own amount is what it has open
    assert [str(item.amount) for item in export.receivables] == ["100.00", "90.00", "100.00"]
    assert facts(export, "instalments") == {"number": "F1", "count": 3}
    assert export.difference == 0


def test_rows_of_one_number_and_the_same_days_are_one_invoice_and_their_amounts_are_added() -> None:
    export = read(
        FLAT,
        "C1;A;F1;01/09/2026;01/10/2026;30,00;30,00",
        "C1;A;F1;01/09/2026;01/10/2026;20,00;15,00",
        "Total;;;;;50,00;45,00",
    )
    assert opens(export) == [("F1", "45.00")]
    (item,) = export.receivables
    assert (str(item.amount), str(item.paid)) == ("50.00", "5.00")
    assert codes(export) == [(2, "lines_added")]
    assert facts(export, "lines_added") == {"number": "F1", "count": 2, "amount": 50}
    assert export.difference == 0


def test_lines_with_their_own_amounts_are_added_even_when_two_are_alike() -> None:
    head = "Client;Facture;Échéance;Total TTC;TVA;Statut;Produit"
    rows = (
        "A;F1;01/10/2026;30,00;5,00;À payer;Vis",
        "A;F1;01/10/2026;30,00;5,00;En litige;Clou",
        "A;F1;01/10/2026;12,00;2,00;À payer;Port",
    )
    export = read(head, *rows)
    assert opens(export) == [("F1", "72.00")]
    (item,) = export.receivables
    assert (str(item.vat), item.status) == ("12.00", "disputed")
    export = read(head, rows[0].replace("5,00", ""), *rows[1:])
    assert export.receivables[0].vat is None


def test_rows_of_one_number_that_show_the_whole_amount_and_a_part_of_the_rest_are_one() -> None:
    export = read(
        FLAT,
        "C1;A;F1;01/09/2026;01/10/2026;300,00;100,00",
        "C1;A;F1;01/09/2026;01/10/2026;300,00;90,00",
    )
    assert opens(export) == [("F1", "190.00")]


def test_rows_of_one_number_and_other_days_of_issue_are_two_invoices() -> None:
    export = read(
        FLAT,
        "C1;A;F1;01/09/2026;01/10/2026;30,00;30,00",
        "C1;A;F1;02/09/2026;01/10/2026;20,00;20,00",
    )
    assert opens(export) == [("F1/1", "30.00"), ("F1/2", "20.00")]
    assert codes(export) == [(2, "same_number")]


def test_the_lines_of_one_invoice_make_one_invoice() -> None:
    head = "Client;Facture;Échéance;Total TTC;Produit"
    export = read(head, "A;F1;01/10/2026;30,00;Vis", "A;F1;01/10/2026;30,00;Clou")
    assert opens(export) == [("F1", "30.00")]
    assert codes(export) == [(0, "repeated_rows")]
    assert export.skipped == {"repeated": 1}


def test_a_payment_under_the_invoice_s_number_is_taken_off_it() -> None:
    export = read(
        LEDGER,
        "C1;A;01/09/2026;F1;Facture;01/10/2026;100,00;;",
        "C1;A;05/10/2026;F1;Virement;;;30,00;",
    )
    assert opens(export) == [("F1", "70.00")]
    assert export.receivables[0].paid == 30
    assert [(one.invoice, str(one.amount), one.value_date) for one in export.payments] == [
        ("F1", "30.00", date(2026, 10, 5))
    ]


def test_lettered_rows_are_closed_when_their_sum_is_zero_and_only_then() -> None:
    export = read(
        LEDGER,
        "C1;A;01/09/2026;F1;Facture;01/10/2026;100,00;;A",
        "C1;A;05/10/2026;V1;Virement;;;100,00;A",
        "C1;A;01/09/2026;F2;Facture;01/10/2026;70,00;;b",
        "C2;B;01/09/2026;F3;Facture;01/10/2026;10,00;;A",  # another debtor's A
    )
    assert opens(export) == [("F2", "70.00"), ("F3", "10.00")]
    assert export.skipped == {"lettered": 2}
    assert codes(export) == [(4, "letter_partial"), (5, "letter_held")]
    assert [item.status for item in export.receivables] == ["open", "on_hold"]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (["Avoir;A1;30,00", "Facture;F1;100,00"], [("A1", "-30.00"), ("F1", "100.00")]),
        (["Avoir;A1;-30,00", "Facture;F1;100,00"], [("A1", "-30.00"), ("F1", "100.00")]),
        (["Acompte;;-30,00", "Facture;F1;9,00"], [("PAY-20261001-3000", "-30.00"), ("F1", "9.00")]),
        (["Acompte;FA1;30,00", "Facture;F1;9,00"], [("FA1", "30.00"), ("F1", "9.00")]),
        (["Règlement;R1;30,00", "Facture;F1;9,00"], [("R1", "-30.00"), ("F1", "9.00")]),
    ],
)
def test_credits_are_negative_whatever_sign_the_file_gives_them(
    sheet: Sequence[str], expected: list[tuple[str, str]]
) -> None:
    rows = [f"C1;A;01/10/2026;{row}" for row in sheet]
    assert opens(read("Code;Nom;Échéance;Type;Numéro;Montant TTC", *rows)) == expected


def test_the_kinds_of_credits_and_advances() -> None:
    export = read(
        "Code;Nom;Échéance;Type;Numéro;Montant TTC",
        "C1;A;01/10/2026;Avoir;A1;-30,00",
        "C1;A;01/10/2026;Acompte;;-30,00",
        "C1;A;01/10/2026;Acompte;FA1;30,00",
        "C1;A;01/10/2026;;X1;-5,00",
        "C1;A;01/10/2026;Retenue de garantie;RG1;5,00",
    )
    assert [item.kind for item in export.receivables] == [
        "credit_note", "payment", "down_payment", "credit_note", "retention",
    ]  # fmt: skip


def test_a_prefix_means_a_credit_note_only_beside_other_numbers() -> None:
    head = "Client;Numéro;Échéance;Montant TTC"
    mixed = read(head, "A;F1;01/10/2026;9,00", "A;AV1;01/10/2026;2,00", "A;F2;01/10/2026;1,00")
    assert opens(mixed)[1] == ("AV1", "-2.00")
    alone = read(head, "A;AV1;01/10/2026;9,00", "A;AV2;01/10/2026;2,00")
    assert opens(alone) == [("AV1", "9.00"), ("AV2", "2.00")]


def test_a_payment_on_the_debit_side_waits_for_a_person() -> None:
    export = read(
        LEDGER,
        "C1;A;01/09/2026;F1;Facture;01/10/2026;100,00;;",
        "C1;A;09/10/2026;R1;Prélèvement rejeté;;40,00;;",
    )
    assert opens(export) == [("F1", "100.00")]
    assert codes(export) == [(0, "total_differs"), (3, "odd_sign")]
    assert export.difference == 40


def test_bad_cells_are_told_by_row_and_column() -> None:
    export = read(
        FLAT,
        "C1;A;F1;01/09/2026;31/02/2026;10,00;10,00",
        "C1;A;F2;01/09/2026;01/10/2026;10,00;abc",
        "C1;A;F3;99/99/2026;01/10/2026;10,00;10,00",
        "C1;A;F4;01/09/2026;;10,00;10,00",
        "C1;A;F5;01/09/2026;01/10/2026;;",
        "Total;;;;;;45,00",
    )
    assert opens(export) == [("F1", "10.00"), ("F3", "10.00"), ("F4", "10.00")]
    assert [item.due for item in export.receivables] == [None, date(2026, 10, 1), None]
    found = [(one.row, one.column, one.code) for one in export.findings]
    assert found == [
        (0, "", "total_differs"),
        (2, "Échéance", "bad_date"),
        (3, "Solde", "bad_amount"),
        (4, "Date", "bad_date"),
        (5, "Échéance", "no_due"),
        (6, "", "no_amount"),
    ]
    assert export.difference == 15  # 45 in the file - 30 read: the unreadable rows
    assert facts(export, "bad_amount") == {"value": "abc", "number": "F2"}


def test_a_row_shifted_by_a_separator_in_a_name_is_not_guessed() -> None:
    export = read(
        FLAT,
        "C1;A;F1;01/09/2026;01/10/2026;10,00;10,00",
        "C2;Dupont; Fils;F2;01/09/2026;01/10/2026;5,00;5,00",
    )
    assert opens(export) == [("F1", "10.00")]
    assert facts(export, "shifted_row")["fields"] == 8


def test_a_row_without_debtor_is_given_to_nobody() -> None:
    export = read(
        FLAT,
        "C1;A;F1;01/09/2026;01/10/2026;10,00;10,00",
        "C1;A;F2;01/09/2026;01/10/2026;10,00;10,00",  # debtors repeat: a blank is a blank
        ";;F3;01/09/2026;01/10/2026;10,00;10,00",
    )
    assert [item.number for item in export.receivables] == ["F1", "F2"]
    assert codes(export) == [(0, "total_differs"), (4, "no_debtor")]
    assert export.difference == 10


def test_items_under_a_total_belong_to_nobody_until_a_debtor_is_named() -> None:
    export = read(
        "Compte;Intitulé;Pièce;Échéance;Solde",
        "C1;Alpha;;;",
        ";;F1;01/10/2026;10,00",
        ";;F2;01/10/2026;10,00",
        ";Total C1;;;20,00",
        ";;F3;01/10/2026;10,00",
        "C2;Beta;;;",
        ";;F4;01/10/2026;10,00",
    )
    assert [(item.debtor, item.number) for item in export.receivables] == [
        ("C1", "F1"), ("C1", "F2"), ("C2", "F4"),
    ]  # fmt: skip
    assert (6, "no_debtor") in codes(export)


def test_a_note_between_items_changes_no_debtor() -> None:
    export = read(
        "Compte;Intitulé;Pièce;Libellé;Échéance;Solde",
        "C1;Alpha;;;;",
        ";;F1;Facture;01/10/2026;10,00",
        ";;;Relance faite par téléphone;;",
        ";;F2;Facture;01/10/2026;10,00",
    )
    assert [item.debtor for item in export.receivables] == ["C1", "C1"]
    assert export.skipped == {"group": 1, "note": 1}


def test_an_opening_balance_is_no_invoice() -> None:
    export = read(
        FLAT,
        "C1;A;RAN;01/01/2026;;500,00;500,00",
        "C1;A;F1;01/09/2026;01/10/2026;10,00;10,00",
        "C1;A;;01/09/2026;01/10/2026;7,00;7,00",
    )
    assert opens(export) == [("F1", "10.00")]
    assert codes(export) == [(0, "total_differs"), (2, "no_number"), (4, "no_number")]
    assert export.difference == 507


def test_statuses_of_the_file_are_followed() -> None:
    export = read(
        "Facture;Client;Échéance;Total TTC;Statut",
        "F1;A;01/10/2026;10,00;Payée",
        "F2;A;01/10/2026;20,00;À payer",
        "F3;A;01/10/2026;30,00;En litige",
        "F4;A;01/10/2026;40,00;Brouillon",
        "F5;A;01/10/2026;50,00;Zorglub",
        "F6;A;01/10/2026;50,00;Zorglub",
        "F7;A;01/10/2026;50,00;Annulée",
        "F8;A;01/10/2026;50,00;Annulée",
        "F9;A;01/10/2026;50,00;Remboursée",
    )
    assert [(item.number, item.status) for item in export.receivables] == [
        ("F2", "open"), ("F3", "disputed"), ("F5", "open"), ("F6", "open"),
    ]  # fmt: skip
    assert export.skipped == {"settled": 2, "left_out": 3}
    assert facts(export, "unlisted_status") == {"value": "Zorglub", "count": 2}
    left = [one.facts for one in export.findings if one.code == "status_left_out"]
    assert left == [
        {"value": "Brouillon", "count": 1, "numbers": ("F4",)},
        {"value": "Annulée", "count": 2, "numbers": ("F7", "F8")},
    ]


PAID_PART = "Facture;Client;Échéance;Total TTC{};Statut"


def held(export: Export) -> dict[str, str]:
    return {item.number: item.status for item in export.receivables}


def test_paid_in_part_without_a_figure_is_held_for_a_person() -> None:
    export = read(
        PAID_PART.format(""),
        "F1;A;01/10/2026;10,00;Partiellement payée",
        "F2;A;01/10/2026;20,00;Payé à 50 %",  # in no list, and it speaks of a payment
        "F3;A;01/10/2026;30,00;À payer",
    )
    assert held(export) == {"F1": "on_hold", "F2": "on_hold", "F3": "open"}
    told = [one.facts["status"] for one in export.findings if one.code == "part_paid"]
    assert told == ["Partiellement payée", "Payé à 50 %"]


def test_paid_in_part_is_taken_where_a_figure_tells_how_much() -> None:
    export = read(
        PAID_PART.format(";Payé"),
        "F1;A;01/10/2026;10,00;4,00;Partially paid",  # 10 - 4 = 6
        "F2;A;01/10/2026;20,00;0,00;Partially paid",
        "F3;A;01/10/2026;30,00;;Partially paid",
    )
    assert held(export) == {"F1": "open", "F2": "on_hold", "F3": "on_hold"}
    assert opens(export)[0] == ("F1", "6.00")
    balance = read("Facture;Client;Échéance;Solde;Statut", "F1;A;01/10/2026;6,00;Deels betaald")
    assert held(balance) == {"F1": "open"}
    whole = read(PAID_PART.format(";Solde"), "F1;A;01/10/2026;10,00;10,00;Deels betaald")
    assert held(whole) == {"F1": "on_hold"}  # nothing is paid of it, and it says so


def test_a_flag_that_says_in_part_holds_too_and_never_a_credit() -> None:
    flag = "Facture;Client;Échéance;Total TTC;Payée"
    export = read(flag, "F1;A;01/10/2026;10,00;partiel", "F2;A;01/10/2026;10,00;non")
    assert held(export) == {"F1": "on_hold", "F2": "open"}
    credit = read(
        "Facture;Client;Type;Échéance;Total TTC;Statut",
        "A1;A;avoir;01/10/2026;-10,00;Partiellement remboursée",
    )
    assert held(credit) == {"A1": "open"}


def test_paid_with_something_left_is_held_for_a_person() -> None:
    export = read(FLAT + ";Statut", "C1;A;F1;01/09/2026;01/10/2026;10,00;10,00;Payée")
    assert export.receivables[0].status == "on_hold"
    assert facts(export, "status_disagrees") == {
        "number": "F1", "status": "Payée", "open": Decimal("10.00"),
    }  # fmt: skip


def test_a_balance_left_blank_is_not_guessed() -> None:
    export = read(
        FLAT,
        "C1;A;F1;01/09/2026;01/10/2026;10,00;10,00",
        "C1;A;F2;01/09/2026;01/10/2026;30,00;",
        "C1;A;F3;01/09/2026;01/10/2026;10,00;-",  # a dash is zero
    )
    assert opens(export) == [("F1", "10.00")]
    assert facts(export, "open_blank") == {"number": "F2", "amount": Decimal("30.00")}
    assert export.skipped == {"settled": 1}


def test_figures_that_clash_are_told_and_the_balance_kept() -> None:
    export = read(
        "Client;Facture;Échéance;Montant TTC;Réglé;Solde", "A;F1;01/10/2026;100,00;40,00;70,00"
    )
    item = export.receivables[0]
    assert (str(item.amount), str(item.paid), str(item.open)) == ("100.00", "30.00", "70.00")
    assert codes(export) == [(2, "amounts_disagree")]


def test_payments_that_do_not_make_what_is_paid_are_told() -> None:
    head = "Client;Facture;Échéance;Total TTC;Reste à payer;Montant règlement;Date règlement"
    export = read(
        head,
        "A;F1;01/10/2026;100,00;60,00;30,00;02/10/2026",
        "A;F1;01/10/2026;100,00;60,00;20,00;03/10/2026",
    )
    assert opens(export) == [("F1", "60.00")]
    assert facts(export, "payments_disagree") == {
        "number": "F1", "payments": Decimal("50.00"), "paid": Decimal("40.00"),
    }  # fmt: skip


def test_days_that_can_t_be_are_told() -> None:
    export = read(
        FLAT,
        "C1;A;F1;01/09/2026;01/08/2026;10,00;10,00",
        "C1;A;F2;05/12/2026;05/12/2026;10,00;10,00",
        today=date(2026, 11, 30),
    )
    assert codes(export) == [(2, "due_before_issue"), (3, "future_date")]


def test_debtors_that_clash_or_can_t_be_written_to_are_told() -> None:
    export = read(
        "Code;Nom;Numéro;Échéance;Solde;E-mail",
        "C1;Alpha;F1;01/10/2026;10,00;compta",
        "C1;Beta;F2;01/10/2026;10,00;a@b.example",
        "C2;Gamma;F3;01/10/2026;10,00;",
    )
    assert codes(export) == [(2, "two_names"), (2, "bad_email")]
    assert export.debtors[0].payables.email == ""
    accents = read("Code;Numéro;Échéance;Solde;E-mail", "C1;F1;01/10/2026;10,00;a@société.fr")
    assert codes(accents) == [(2, "bad_email")]


def test_a_currency_is_read_in_a_column_an_amount_or_a_heading() -> None:
    column = read("Client;Facture;Échéance;Devise;Solde", "A;F1;01/10/2026;$;1,00",
                  "A;F2;01/10/2026;Pesos;1,00")  # fmt: skip
    assert [item.currency for item in column.receivables] == ["USD", "EUR"]
    assert (3, "unknown_currency") in codes(column)
    beside = read("Client;Facture;Échéance;Solde", "A;F1;01/10/2026;CHF 1,00")
    assert beside.receivables[0].currency == "CHF"
    heading = read("Client;Facture;Échéance;Solde (GBP)", "A;F1;01/10/2026;1,00")
    assert heading.receivables[0].currency == "GBP"


def test_a_currency_that_belongs_to_a_foreign_amount_is_not_the_balance_s() -> None:
    export = read(
        "Client;Facture;Échéance;Montant en devise;Devise;Solde",
        "A;F1;01/10/2026;120,00;USD;100,00",
    )
    assert export.receivables[0].currency == "EUR"


def test_a_group_total_that_differs_says_whose() -> None:
    export = read(
        "Compte;Intitulé;Pièce;Échéance;Solde",
        "C1;Alpha;;;",
        ";;F1;01/10/2026;10,00",
        ";Total C1;;;10,00",
        "C2;Beta;;;",
        ";;F2;01/10/2026;20,00",
        ";;F3;01/10/2026;abc",
        ";Total C2;;;25,00",
        "Total général;;;;35,00",
    )
    assert (str(export.file_total), str(export.difference)) == ("35.00", "5.00")
    assert facts(export, "group_total_differs") == {
        "debtor": "C2", "file": Decimal("25.00"), "read": Decimal("20.00"),
    }  # fmt: skip


def test_an_unlabelled_row_of_sums_is_no_item() -> None:
    export = read(
        "Client;Facture;Échéance;Solde",
        "A;F1;01/10/2026;10,00",
        "A;F2;01/10/2026;20,00",
        ";;;30,00",
    )
    assert opens(export) == [("F1", "10.00"), ("F2", "20.00")]
    assert (str(export.file_total), export.findings) == ("30.00", ())


def test_lost_characters_and_an_unsure_order_of_days_are_told() -> None:
    content = "Client;Facture;Échéance;Solde\né;é1;01/10/2026;1,00\né;é2;é;1".encode()
    spoilt = read_export("x", content + b"\xc3")
    assert "bad_characters" in [one.code for one in spoilt.findings]
    english = read_export("x", b"Customer,Invoice,Due Date,Balance\nA,1,05/11/2026,10.50\n")
    assert [one.code for one in english.findings] == ["date_order_assumed"]
    assert english.receivables[0].due == date(2026, 11, 5)


def test_a_credit_note_with_the_invoice_s_number_stays_apart() -> None:
    export = read(
        "Client;Type;Numéro;Échéance;Montant TTC",
        "A;Facture;F1;01/10/2026;30,00",
        "A;Avoir;F1;01/10/2026;-10,00",
    )
    assert opens(export) == [("F1/1", "30.00"), ("F1/2", "-10.00")]
    assert codes(export) == [(2, "same_number")]


def test_a_column_of_payments_that_answers_yes_or_no_is_a_flag() -> None:
    export = read(
        "Client;Facture;Échéance;Montant TTC;Payé",
        "A;F1;01/10/2026;30,00;Oui",
        "A;F2;01/10/2026;20,00;Non",
    )
    assert opens(export) == [("F2", "20.00")]


def test_an_amount_that_an_item_can_do_without_is_only_told() -> None:
    export = read("Client;Facture;Échéance;TVA;Solde", "A;F1;01/10/2026;abc;30,00")
    assert opens(export) == [("F1", "30.00")]
    assert [(one.column, one.code) for one in export.findings] == [("TVA", "bad_amount")]


def test_a_bucket_s_name_between_debtors_owns_nothing() -> None:
    export = read(
        "Compte;Intitulé;Pièce;Échéance;Solde",
        "Non échu;;;;",
        "C1;Alpha;;;",
        ";;F1;01/10/2026;10,00",
        "1 - 30 jours;;;;",
        ";;F2;01/10/2026;10,00",
    )
    assert [(item.debtor, item.number) for item in export.receivables] == [("C1", "F1")]
    assert (6, "no_debtor") in codes(export)


def test_everything_read_is_summed_to_compare_with_the_file() -> None:
    export = read("Client;Facture;Devise;Solde", "A;F1;EUR;1,00", "A;F2;USD;2,00", "Total;;;3,00")
    assert str(export.total_open) == "3.00"
    assert export.difference == 0


def test_two_payments_alike_are_two_payments() -> None:
    row = "A;Règlement;;01/10/2026;-10,00"
    export = read("Client;Type;Numéro;Date;Montant TTC", row, row, "A;Facture;F1;01/09/2026;50,00")
    assert sorted(opens(export)) == [
        ("F1", "50.00"), ("PAY-20261001-1000/1", "-10.00"), ("PAY-20261001-1000/2", "-10.00"),
    ]  # fmt: skip


def test_a_total_after_those_of_some_debtors_is_the_file_s_own() -> None:
    export = read(
        "Code;Nom;Numéro;Date;Échéance;Solde TTC",
        "CL1;Dupont;FA1;01/09/2026;01/10/2026;1 200,00",
        ";;FA2;05/09/2026;05/10/2026;250,00",
        "Sous-total CL1;;;;;1 450,00",
        "CL2;Leroy;FA9;01/09/2026;01/10/2026;",  # a formula that was never computed
        "TOTAL;;;;;2 050,00",
    )
    # 2 050 in the file - (1 200 + 250) read = 600, what CL2 owes; 1 450 + 2 050 is no total
    assert (str(export.file_total), str(export.difference)) == ("2050.00", "600.00")
    whole = read(
        "Code;Nom;Numéro;Date;Échéance;Solde TTC",
        "CL1;Dupont;FA1;01/09/2026;01/10/2026;100,00",
        "Sous-total CL1;;;;;100,00",
        "CL2;Leroy;FA9;01/09/2026;01/10/2026;20,00",
        "TOTAL;;;;;20,00",  # each its own: 100 + 20
    )
    assert (str(whole.file_total), str(whole.difference)) == ("120.00", "0.00")
