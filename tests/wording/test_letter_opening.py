"""What is particular about a case, said in the language of who reads it."""

from datetime import date
from decimal import Decimal

import pytest

from relance.wording.letter_opening import opening
from relance.wording.tongues import TONGUES

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("fr", "Nous vous remercions de votre règlement de 1 250,00 € reçu le 20 novembre 2026"
         " ; il reste un solde à régler."),
        ("nl", "Wij danken u voor uw betaling van € 1.250,00, ontvangen op 20 november 2026; er"
         " blijft nog een saldo te betalen."),
        ("de", "Ihre Zahlung über 1.250,00 € ist am 20. November 2026 bei uns eingegangen,"
         " wofür wir Ihnen danken; es bleibt ein Restbetrag offen."),
        ("en", "Thank you for your payment of €1,250.00, received on 20 November 2026; a"
         " balance remains to be paid."),
    ],
)  # fmt: skip
def test_a_payment_is_thanked_for_with_its_amount_and_its_day(code: str, said: str) -> None:
    facts = {"amount": Decimal(1250), "currency": "EUR", "day": DAY}
    assert opening(TONGUES[code], "part_payment", facts).replace("\u00a0", " ") == said


@pytest.mark.parametrize("code", TONGUES)
@pytest.mark.parametrize("found", ["part_payment", "part_payments"])
def test_a_day_that_is_not_known_is_not_named(code: str, found: str) -> None:
    facts = {"amount": Decimal(1250), "currency": "USD", "day": None}
    said = opening(TONGUES[code], found, facts)
    assert "USD" in said
    assert "None" not in said
    assert "2026" in opening(TONGUES[code], found, facts | {"day": DAY})


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("fr", "Vous nous aviez annoncé un règlement de 100,00 USD pour le 20 novembre 2026"),
        ("nl", "U had ons een betaling van USD 100,00 aangekondigd voor 20 november 2026"),
        ("de", "Sie hatten uns eine Zahlung über 100,00 USD zum 20. November 2026 angekündigt"),
        ("en", "You had told us to expect a payment of USD 100.00 on 20 November 2026"),
    ],
)
def test_a_promise_that_did_not_come_true_is_recalled_as_a_fact(code: str, said: str) -> None:
    facts = {"amount": Decimal(100), "currency": "USD", "by": DAY}
    assert opening(TONGUES[code], "broken_promise", facts).replace("\u00a0", " ").startswith(said)


@pytest.mark.parametrize(
    ("code", "left"),
    [("fr", "40,00 USD"), ("nl", "USD 40,00"), ("de", "40,00 USD"), ("en", "USD 40.00")],
)
def test_of_a_promise_that_came_in_part_the_rest_is_named(code: str, left: str) -> None:
    facts = {"amount": Decimal(100), "currency": "USD", "by": DAY, "left": Decimal(40)}
    said = opening(TONGUES[code], "broken_promise_part", facts).replace("\u00a0", " ")
    assert left in said
    assert "100" in said


@pytest.mark.parametrize("code", TONGUES)
@pytest.mark.parametrize("found", ["broken_plan", "lapsed_settlement"])
def test_an_agreement_that_was_not_kept_is_recalled_as_a_fact(code: str, found: str) -> None:
    facts = {"amount": Decimal(100), "currency": "USD", "by": DAY, "agreed_on": date(2026, 10, 9)}
    thanks = {"fr": "remercions", "nl": "danken", "de": "danken", "en": "Thank you"}
    alone, part = (opening(TONGUES[code], name, facts) for name in (found, f"{found}_part"))
    for said in (alone, part):
        assert TONGUES[code].figures.long_day(date(2026, 10, 9)) in said
        assert ("100" in said) is (found == "lapsed_settlement")
    assert thanks[code] not in alone
    assert thanks[code] in part


@pytest.mark.parametrize("code", TONGUES)
@pytest.mark.parametrize("found", ["broken_plan", "lapsed_settlement"])
@pytest.mark.parametrize("part", ["", "_part"])
def test_an_agreement_about_one_invoice_speaks_of_one(code: str, found: str, part: str) -> None:
    facts = {"amount": Decimal(100), "by": DAY, "agreed_on": date(2026, 10, 9)}
    words = {"fr": ("des factures concernées", "de la facture concernée"),
             "nl": ("van de betrokken facturen", "van de betrokken factuur"),
             "de": ("der betroffenen Rechnungen", "der betroffenen Rechnung"),
             "en": ("of the invoices concerned", "of the invoice concerned")}  # fmt: skip
    for count in (0, 1, 2):  # 0: a plan that names none is about all of them
        said = opening(TONGUES[code], found + part, facts | {"count": count}) + " "
        assert f" {words[code][count == 1]} " in said


def test_a_german_sentence_follows_a_comma_and_begins_with_a_capital_of_its_own() -> None:
    firsts = {said.split()[0] for said in TONGUES["de"].openings.values()}
    assert firsts <= {"Ihr", "Ihre", "Sie", "Bezug"}
