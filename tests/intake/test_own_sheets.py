"""The workbook's own columns, exported and imported again, and sums that no cent can hold."""

from datetime import date
from decimal import Decimal

import pytest

from relance.core.records import STATUSES, Status
from relance.intake.export import Export
from relance.intake.exports import read_export
from relance.wording.labels import label

OURS = (
    "N° facture;Code client;Client;Nature;Date facture;Échéance;Montant TTC;Payé;Devise;"
    "N° commande / engagement;Type;Langue;Pays;Procédure;Ouverte le;Statut"
)


def read(*lines: str) -> Export:
    return read_export("factures.csv", "\n".join(lines).encode(), date(2026, 11, 1))


def codes(export: Export) -> list[tuple[int, str]]:
    return [(one.row, one.code) for one in export.findings]


def test_each_of_our_columns_is_understood_again() -> None:
    export = read(
        OURS,
        "F1;C1;Durand;retenue de garantie;01/09/2026;01/10/2026;100,00;0;EUR;BC-77;professionnel;"
        "nl;BE;liquidation judiciaire;12/03/2026;à régler",
        "F2;C2;Dupont;facture;01/09/2026;01/10/2026;50,00;0;EUR;;particulier;fr;FR;aucune;;litige",
        "F3;C3;Martin;facture;01/09/2026;01/10/2026;50,00;0;EUR;;à préciser;;FR;;;à régler",
    )
    assert export.ignored == ()
    assert export.findings == ()
    first, second, third = export.debtors
    assert (first.kind, first.language, first.procedure.kind) == ("business", "nl", "liquidation")
    assert first.procedure.opened_on == date(2026, 3, 12)
    assert (second.kind, second.procedure.kind) == ("consumer", "")
    assert third.kind == ""
    assert (export.receivables[0].kind, export.receivables[0].order_number) == (
        "retention",
        "BC-77",
    )


def test_a_type_that_tells_the_kind_of_an_item_stays_so() -> None:
    export = read("N° facture;Client;Type;Échéance;Solde", "A1;X;avoir;01/10/2026;-5,00",
                  "F1;X;facture;01/10/2026;9,00")  # fmt: skip
    assert [one.kind for one in export.receivables] == ["credit_note", "invoice"]
    assert export.debtors[0].kind == ""


def test_what_is_said_of_a_debtor_and_not_understood_is_told() -> None:
    export = read(OURS, "F1;C1;Durand;facture;;01/10/2026;100,00;0;EUR;;professionnel;klingon;FR;"
                  "curatelle;hier;à régler")  # fmt: skip
    assert [one.facts["heading"] for one in export.findings] == [
        "Langue",
        "Procédure",
        "Ouverte le",
    ]


@pytest.mark.parametrize(
    "amount", ["0,005", "12,345", "0.001", "999999999999999", "12345678901234,56"]
)
def test_a_sum_that_would_lose_figures_is_left_out_and_told(amount: str) -> None:
    export = read("N° facture;Client;Échéance;Solde", f"F1;A;01/10/2026;{amount}",
                  "F2;A;01/10/2026;1,10", "F3;A;01/10/2026;2,20")  # fmt: skip
    assert [one.number for one in export.receivables] == ["F2", "F3"]
    assert codes(export) == [(2, "bad_amount")]


def test_zeros_at_the_end_and_thousandths_of_a_dinar_are_read() -> None:
    export = read("N° facture;Client;Échéance;Devise;Solde", "F1;A;01/10/2026;EUR;20,100",
                  "F2;A;01/10/2026;TND;12,345", "F3;A;01/10/2026;EUR;1,10")  # fmt: skip
    assert [one.open for one in export.receivables] == [
        Decimal("20.10"), Decimal("12.35"), Decimal("1.10")
    ]  # fmt: skip


def test_an_item_whose_currency_nobody_knows_is_held() -> None:
    export = read("N° facture;Client;Échéance;Devise;Solde", "F1;A;01/10/2026;XXX;20,00",
                  "F2;A;01/10/2026;SGD;20,00")  # fmt: skip
    assert codes(export) == [(0, "several_currencies"), (2, "unknown_currency")]
    assert [(one.status, one.currency) for one in export.receivables] == [
        ("on_hold", "EUR"), ("open", "SGD"),
    ]  # fmt: skip


def test_a_nature_that_is_no_claim_is_left_out_and_an_unknown_one_is_held() -> None:
    export = read("N° facture;Client;Nature;Échéance;Montant TTC",
                  "PF1;A;pro forma;01/10/2026;1 000,00", "PF2;A;pro forma;01/10/2026;10,00",
                  "DV1;B;devis;01/10/2026;500,00", "F1;A;facture;01/10/2026;20,00",
                  "Z1;A;zorglub;01/10/2026;30,00", "V1;A;;01/10/2026;40,00",
                  "Z2;A;zorglub;01/10/2026;-5,00")  # fmt: skip
    assert codes(export) == [(2, "no_claim"), (4, "no_claim"), (6, "unlisted_kind")]
    assert export.findings[0].facts == {
        "value": "pro forma", "count": 2, "numbers": ("PF1", "PF2"),
    }  # fmt: skip
    assert export.findings[0].column == "Nature"
    assert [(one.number, one.kind, one.status) for one in export.receivables] == [
        ("F1", "invoice", "open"), ("Z1", "invoice", "on_hold"), ("V1", "invoice", "open"),
        ("Z2", "credit_note", "open"),
    ]  # fmt: skip


def test_a_label_tells_what_an_unknown_nature_does_not() -> None:
    export = read("N° facture;Client;Nature;Libellé;Échéance;Montant TTC",
                  "F1;A;zorglub;Facture d'octobre;01/10/2026;20,00")  # fmt: skip
    assert (export.receivables[0].status, codes(export)) == ("open", [])


def test_a_mode_of_payment_that_is_not_known_is_told_and_our_own_are_read() -> None:
    export = read("N° facture;Client;Mode de règlement;Échéance;Montant TTC",
                  "F1;A;effet (LCR);01/10/2026;10,00", "F2;A;Lastschrift;01/10/2026;20,00",
                  "F3;A;inconnu;01/10/2026;30,00", "F4;A;;01/10/2026;40,00",
                  "F5;A;-;01/10/2026;50,00", "F6;A;inconnu;01/10/2026;60,00")  # fmt: skip
    assert [one.payment_method for one in export.receivables] == [
        "bill", "direct_debit", "", "", "", "",
    ]  # fmt: skip
    assert codes(export) == [(4, "unlisted_method")]
    assert export.findings[0].facts == {"value": "inconnu", "count": 2}


def test_who_pays_and_the_copy_of_an_invoice_come_back() -> None:
    export = read("N° facture;Client;Payeur;Copie de la facture;Échéance;Montant TTC",
                  "F1;A;C9;copies/F1.pdf;01/10/2026;10,00", "F2;B;;;01/10/2026;20,00")  # fmt: skip
    assert [one.payer for one in export.debtors] == ["C9", ""]
    assert [one.copy for one in export.receivables] == ["copies/F1.pdf", ""]
    assert (export.ignored, export.findings) == ((), ())


def test_a_due_date_that_was_put_off_or_estimated_comes_back_so() -> None:
    export = read(
        "N° facture;Client;Échéance;Échéance reportée au;Intérêts suspendus jusqu'au report;"
        "Échéance estimée;Prestation achevée le;Montant TTC",
        "F1;A;01/10/2026;15/11/2026;oui;non;31/08/2026;10,00",
        "F2;B;01/10/2026;;;oui;;20,00",
    )
    first, second = export.receivables
    assert (first.due, first.extended_to) == (date(2026, 10, 1), date(2026, 11, 15))
    assert (first.extension_suspends, first.due_is_estimated) == (True, False)
    assert first.performed_on == date(2026, 8, 31)
    assert (second.extended_to, second.due_is_estimated) == (None, True)
    assert (export.ignored, export.findings) == ((), ())


def test_the_due_dates_of_a_file_that_has_no_others_are_estimated() -> None:
    export = read("N° facture;Client;Échéance estimée;Montant TTC", "F1;A;01/10/2026;10,00")
    (item,) = export.receivables
    assert (item.due, item.due_is_estimated) == (date(2026, 10, 1), True)


@pytest.mark.parametrize("said", ["", "à préciser"])
def test_a_type_that_says_nothing_leaves_the_nature_to_tell_the_kind(said: str) -> None:
    export = read("N° facture;Client;Nature;Type;Échéance;Montant TTC",
                  f"F1;A;retenue de garantie;{said};01/10/2026;10,00")  # fmt: skip
    assert [one.kind for one in export.receivables] == ["retention"]


@pytest.mark.parametrize("status", [one for one in STATUSES if one != "closed"])
def test_where_an_item_stands_comes_back_by_our_own_word(status: Status) -> None:
    said = label("status", status)
    export = read("N° facture;Client;Statut;Échéance;Montant TTC",
                  f"F1;A;{said};01/10/2026;10,00")  # fmt: skip
    assert [one.status for one in export.receivables] == [status]
    assert export.findings == ()


def test_a_client_not_to_contact_is_read_and_the_name_of_its_contact() -> None:
    export = read("N° facture;Client;Ne pas contacter;Contact comptabilité;Échéance;Montant TTC",
                  "F1;A;oui;Mme Durand;01/10/2026;10,00", "F2;B;non;;01/10/2026;20,00",
                  "F3;C;;;01/10/2026;30,00")  # fmt: skip
    assert [one.do_not_contact for one in export.debtors] == [True, False, False]
    assert [one.payables.name for one in export.debtors] == ["Mme Durand", "", ""]
    assert export.ignored == ()
