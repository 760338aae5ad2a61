"""What a row is, by its words."""

import pytest

from relance.intake.kinds import (
    credit_prefix,
    is_no_claim,
    is_part_paid,
    is_payment_journal,
    is_settled,
    leading_kind,
    level_of,
    method_of,
    named_kind,
    status_of,
)
from relance.wording.labels import LABELS


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Facture", "invoice"),
        ("FA", "invoice"),
        ("Avoir", "credit_note"),
        ("AV", "credit_note"),
        ("Creditnota", "credit_note"),
        ("Credit note", "credit_note"),
        ("Avoir client n° 12", "credit_note"),
        ("Facture d'acompte", "down_payment"),
        ("Acompte", "down_payment"),
        ("Retenue de garantie", "retention"),
        ("Règlement", "payment"),
        ("Betaling", "payment"),
        ("", None),
        ("Zorglub", None),
    ],
)
def test_a_kind_is_named_in_three_languages(said: str, kind: str | None) -> None:
    assert named_kind(said) == kind


def test_the_first_words_of_a_label_tell_and_short_ones_do_not() -> None:
    assert leading_kind("Avoir A-12 sur facture F-3") == "credit_note"
    assert leading_kind("Virement Hardy") == "payment"
    assert leading_kind("VE 12") is None
    assert leading_kind("Avoirs fiscaux Conseil") == "credit_note"
    assert leading_kind("Factureuse") is None


def test_prefixes_and_journals_of_credits() -> None:
    assert credit_prefix("AV-2026-1") == "av"
    assert credit_prefix("CN0001") == "cn"
    assert credit_prefix("F-1") == ""
    assert credit_prefix("AVENIR-1") == ""
    assert is_payment_journal("BQ")
    assert not is_payment_journal("VE")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("", "open"),
        ("Payée partiellement", "part_paid"),
        ("PAYÉE", "paid"),
        ("Betaald", "paid"),
        ("En litige", "disputed"),
        ("Brouillon", "left_out"),
        ("Douteux", "doubtful"),
        ("Entwurf", "left_out"),
        ("Remboursée", "paid"),
        ("Bezahlt", "paid"),
        ("Niet betaald", "open"),
        ("Nicht bezahlt", "open"),
        ("Zorglub", None),
    ],
)
def test_a_status_is_known_or_none(said: str, status: str | None) -> None:
    assert status_of(said) == status


@pytest.mark.parametrize(
    "said",
    ["Partiellement payée", "Gedeeltelijk betaald", "Teilweise bezahlt", "Partially paid",
     "Payé à 50 %", "Bezahlt am 03.11.2026", "Acompte de 30 %"],
)  # fmt: skip
def test_a_status_that_speaks_of_a_payment_says_a_part_is_paid(said: str) -> None:
    assert is_part_paid(said)


@pytest.mark.parametrize(
    "said", ["", "Payée", "À payer", "Toujours pas payée", "Non payée à ce jour", "Zorglub"]
)
def test_a_status_that_denies_a_payment_does_not(said: str) -> None:
    assert not is_part_paid(said)


def test_flags_methods_and_levels() -> None:
    assert is_settled("Oui")
    assert is_settled(True)
    assert is_settled("1")
    assert not is_settled("0")
    assert method_of("Prélèvement SEPA") == "direct_debit"
    assert method_of("Zorglub") == ""
    assert level_of("2") == "2"
    assert level_of("Aucune") == ""


@pytest.mark.parametrize(
    "said",
    ["Pro forma", "facture pro-forma", "PROFORMA", "Devis", "Devis n° 12", "Bon de commande",
     "Brouillon", "Offerte", "Quotation", "Angebot", "Lieferschein"],
)  # fmt: skip
def test_what_nobody_owes_is_no_claim(said: str) -> None:
    assert is_no_claim(said)


@pytest.mark.parametrize("said", ["", "Facture", "Facture sur devis", "Avoir", "Devises", "BLANC"])
def test_what_only_resembles_a_quote_may_be_owed(said: str) -> None:
    assert not is_no_claim(said)


def test_plain_words_of_the_column_name_an_invoice_there_only() -> None:
    assert named_kind("Note d'honoraires") == "invoice"
    assert named_kind("Rechnung") == "invoice"
    assert leading_kind("Honoraires de novembre") is None


@pytest.mark.parametrize("method", LABELS["payment_method"])
def test_the_workbooks_own_modes_of_payment_are_read_again(method: str) -> None:
    assert method_of(LABELS["payment_method"][method]) == method


@pytest.mark.parametrize(
    ("said", "method"),
    [
        ("LCR", "bill"),
        ("L.C.R.", "bill"),
        ("LCR 45 jours fin de mois", "bill"),
        ("Lettre de change relevé", "bill"),
        ("Traite", "bill"),
        ("Billet à ordre", "bill"),
        ("BOR", "bill"),
        ("Wisselbrief", "bill"),
        ("Wechsel", "bill"),
        ("Bill of exchange", "bill"),
        ("Prélèvement 30 jours", "direct_debit"),
        ("Domiciliëring", "direct_debit"),
        ("SEPA-Lastschrift", "direct_debit"),
        ("Lastschrift", "direct_debit"),
        ("SEPA Direct Debit", "direct_debit"),
        ("SDD B2B", "direct_debit"),
        ("Überweisung", "transfer"),
        ("Virement (30 j)", "transfer"),
        ("Overschrijving", "transfer"),
        ("Kreditkarte", "card"),
        ("Pré-paiement", ""),
        ("Virements", ""),
        ("inconnu", ""),
    ],
)
def test_a_mode_of_payment_is_known_in_four_languages(said: str, method: str) -> None:
    assert method_of(said) == method
