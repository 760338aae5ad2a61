"""The creditor, from the named cells of `Paramètres`."""

from datetime import date
from decimal import Decimal

import pytest

from relance.core.records import Address, Creditor
from relance.wording.sentences import sentence
from relance.workbook import rows, write

FULL = Creditor(
    name="Atelier Marin SARL",
    legal_form="SARL au capital de 8 000 €",
    registration="123 456 782",
    vat_number="FR00123456782",
    country="BE",
    language="nl",
    address=Address("1 quai des Sables", "Bât. B", "01000", "Bourg", "BE"),
    email="compta@exemple.fr",
    phone="04 00 00 00 00",
    ibans=(("EUR", "FR7630006000011234567890189"), ("USD", "BE68539007547034")),
    bic="AGRIFRPP",
    payment_link="https://pay.example/{reference}",
    contract_rate=Decimal("0.15"),
    penalty_clause_percent=Decimal("0.1"),
    penalty_clause_min=Decimal(50),
    penalty_clause_max=Decimal("1500.5"),
    clause_article="12",
    consumer_clause=True,
    retention_of_title=True,
    is_sme=False,
    sender="accountant",
    mandate_reference="M-7",
    mandate_date=date(2026, 1, 5),
    sender_name="Cabinet Fabre",
    sender_registration="987 654 321",
    sender_address=Address("8 rue du Palais", "Étage 2", "69001", "Lyon"),
    signatory="A. Marin",
    signatory_role="gérante",
    caller="L. Petit",
    allocation="interest",
    bank_data_until=date(2026, 11, 20),
    confirmed_facts=("lu_fee", "ch"),
)


def test_a_creditor_reads_back_as_it_was_written() -> None:
    assert rows.creditor(write.creditor(FULL).get) == (FULL, ())


def test_a_blank_sheet_is_a_creditor_with_nothing_given() -> None:
    assert rows.creditor(lambda _: None) == (Creditor(), ())


def test_an_iban_without_currency_is_in_euros() -> None:
    typed = {"Ibans": "FR76 3000 6000 0112 3456 7890 189"}
    creditor, _ = rows.creditor(typed.get)
    assert creditor.iban("EUR") == "FR7630006000011234567890189"


def test_a_wrong_iban_is_never_printed() -> None:
    typed = {"Ibans": "EUR:FR7630006000011234567890188; USD:BE68539007547034"}
    creditor, findings = rows.creditor(typed.get)
    assert creditor.ibans == (("USD", "BE68539007547034"),)
    assert [(f.row, f.column, f.code) for f in findings] == [(0, "IBAN", "bad_iban")]


@pytest.mark.parametrize("typed", ["coucou", "USD:coucou", "compte: FR7630006000011234567890189"])
def test_what_is_no_iban_is_called_so(typed: str) -> None:
    creditor, (finding,) = rows.creditor({"Ibans": typed}.get)
    assert creditor.ibans == ()
    assert (finding.code, finding.facts["value"]) == ("no_iban", typed)
    assert "n'est pas un IBAN" in sentence(finding.code, finding.facts)


def test_of_two_ibans_in_a_currency_the_first_is_printed_and_the_other_told() -> None:
    first, second = "FR7630006000011234567890189", "FR1420041010050500013M02606"
    creditor, (finding,) = rows.creditor({"Ibans": f"EUR:{first}; {second}"}.get)
    assert creditor.ibans == (("EUR", first),)
    assert (finding.column, finding.code) == ("IBAN", "iban_twice")
    told = sentence(finding.code, finding.facts)
    assert f"{first} est imprimé" in told
    assert second in told
    assert rows.creditor({"Ibans": f"{first} ; EUR:{first}"}.get)[1] == ()  # the same one


@pytest.mark.parametrize(
    ("bic", "code", "said"),
    [
        ("XX", "bad_bic", "8 ou 11 signes"),
        ("GKCCBEBB", "bic_elsewhere", "du pays de l'IBAN FR7630006000011234567890189"),
    ],
)
def test_a_bic_that_is_not_the_accounts_is_told(bic: str, code: str, said: str) -> None:
    typed = {"Ibans": "FR76 3000 6000 0112 3456 7890 189", "Bic": bic}
    _, (finding,) = rows.creditor(typed.get)
    assert (finding.row, finding.column, finding.code) == (0, "BIC", code)
    assert said in sentence(finding.code, finding.facts)


def test_a_page_that_is_not_encrypted_is_never_printed() -> None:
    creditor, findings = rows.creditor({"LienPaiement": "http://pay.example"}.get)
    assert creditor.payment_link == ""
    assert [(f.column, f.code) for f in findings] == [("Page de paiement en ligne", "bad_link")]


def test_a_cell_that_can_not_be_read_is_reported_by_its_label() -> None:
    creditor, findings = rows.creditor({"TauxContractuel": 15, "CreancierNom": "Marin"}.get)
    assert (creditor.name, creditor.contract_rate) == ("Marin", None)
    assert [(f.column, f.code) for f in findings] == [("Taux contractuel de pénalités", "bad_rate")]
    assert findings[0].facts == {"parameter": "TauxContractuel", "value": 15}


@pytest.mark.parametrize("cell", [10, 10.0, "10", "10 %", "10,0", 0.1])
def test_a_penalty_clause_in_percent_is_read_as_it_is_typed(cell: object) -> None:
    """Its label says "% du montant"."""
    creditor, findings = rows.creditor({"ClausePenale": cell}.get)
    assert findings == ()
    assert creditor.penalty_clause_percent == Decimal("0.1")


@pytest.mark.parametrize("name", ["TauxContractuel", "ClausePenale"])
@pytest.mark.parametrize("cell", [1, 1.0, "1", 0.5, "0,5", "50 %", "100 %"])
def test_a_percentage_without_its_sign_is_never_all_of_the_amount(name: str, cell: object) -> None:
    """1 % typed as 1, or 0,5 % as 0.5, would claim a hundred times too much."""
    creditor, (finding,) = rows.creditor({name: cell}.get)
    assert creditor.contract_rate is None
    assert not creditor.penalty_clause_percent
    assert (finding.code, finding.facts["value"]) == ("bad_rate", cell)
    said = sentence(finding.code, finding.facts).replace("\xa0", " ")
    assert "1 % (ou 0,12 et 0,01)" in said


@pytest.mark.parametrize("name", ["TauxContractuel", "ClausePenale"])
@pytest.mark.parametrize("cell", ["1 %", "1%", 0.01, "0,01"])
def test_one_percent_with_its_sign_is_one_percent(name: str, cell: object) -> None:
    creditor, findings = rows.creditor({name: cell}.get)
    assert findings == ()
    assert Decimal("0.01") in (creditor.contract_rate, creditor.penalty_clause_percent)


@pytest.mark.parametrize("cell", [150, "150", -10, "dix"])
def test_a_penalty_clause_that_is_no_share_is_told_and_gives_nothing(cell: object) -> None:
    typed = {"ClausePenale": cell, "ClausePenaleMinimum": 50, "ClauseIndemnitaire": "oui"}
    creditor, findings = rows.creditor(typed.get)
    assert creditor.penalty_clause_percent == Decimal(0)
    assert creditor.penalty_clause_min is None
    assert [one.code for one in findings] == ["bad_rate"]


def test_a_penalty_clause_whose_most_can_t_be_read_gives_nothing() -> None:
    creditor, findings = rows.creditor({"ClausePenale": 10, "ClausePenaleMaximum": "cent"}.get)
    assert creditor.penalty_clause_percent == 0
    assert [one.code for one in findings] == ["bad_amount"]
