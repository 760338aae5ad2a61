"""The QR code of a payment: what a bank reads in it, and what none is made of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.conftest import LineMaker, MessageMaker
from tests.tools.pictures import codes, of_png

from relance.core.records import Creditor, Instalment, PaymentPlan, Promise
from relance.documents.context import fields
from relance.documents.qr import QUIET, SCALE, epc_payload, matrix, obstacle, png, sepa

IBAN = "FR7630006000011234567890189"
BELGIAN = "BE68 5390 0754 7034"  # the example of the Belgian banks; some libraries refuse it


def payload(
    name: str = "Menuiserie du Rhône",
    iban: str = IBAN,
    bic: str = "AGRIFRPP878",
    amount: str = "12.5",
    currency: str = "EUR",
    reference: str = "",
    text: str = "C0012 F1",
) -> str:
    return epc_payload(name, iban, bic, Decimal(amount), currency, reference, text)


def test_a_payment_is_written_as_the_standard_says() -> None:
    assert payload().split("\n") == [
        "BCD", "002", "1", "SCT", "AGRIFRPP878", "Menuiserie du Rhone",
        "FR7630006000011234567890189", "EUR12.50", "", "", "C0012 F1",
    ]  # fmt: skip


def test_an_rf_reference_stands_alone_in_its_own_line() -> None:
    lines = payload(reference="RF18 5390 0754 7034", text="RF18 5390 0754 7034").split("\n")
    assert lines[8:] == ["", "RF18539007547034"]


def test_a_reference_whose_check_digits_are_wrong_is_free_text() -> None:
    assert payload(reference="RF19539007547034", text="RF19539007547034").split("\n")[9:] == [
        "", "RF19539007547034",
    ]  # fmt: skip


@pytest.mark.parametrize("written", ["+++090/9337/55493+++", "***090/9337/55493***"])
def test_a_belgian_communication_goes_in_the_free_text(written: str) -> None:
    lines = payload(iban=BELGIAN, bic="BPOTBEB1", reference=written, text=written).split("\n")
    assert lines[4:] == [
        "BPOTBEB1", "Menuiserie du Rhone", "BE68539007547034", "EUR12.50", "", "",
        "+++090/9337/55493+++",
    ]  # fmt: skip


def test_a_bank_of_another_country_than_the_account_is_left_out() -> None:
    assert payload(iban=BELGIAN).split("\n")[4] == ""


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"currency": "USD"}, "currency"),
        ({"amount": "0"}, "amount"),
        ({"amount": "-5"}, "amount"),
        ({"amount": "1000000000"}, "amount"),
        ({"iban": "FR7630006000011234567890188"}, "iban"),
        ({"iban": ""}, "iban"),
        ({"iban": "CH9300762011623852957"}, "bic"),
        ({"name": " \u00a0"}, "name"),
        ({"name": "株式会社"}, "name"),
    ],
)
def test_what_a_bank_would_refuse_has_no_code(changed: dict[str, str], why: str) -> None:
    given_ = {"name": "A", "iban": IBAN, "bic": "AGRIFRPP878", "amount": "1", "currency": "EUR"}
    asked = given_ | changed
    amount = Decimal(asked["amount"])
    assert payload(**changed) == ""
    assert obstacle(asked["name"], asked["iban"], asked["bic"], amount, asked["currency"]) == why


@pytest.mark.parametrize("amount", ["0.01", "999999999.99"])
def test_the_least_and_the_most_that_the_standard_allows_can_be_paid(amount: str) -> None:
    assert payload(amount=amount).split("\n")[7] == f"EUR{amount}"


def test_an_account_outside_the_area_needs_its_bank() -> None:
    assert payload(iban="CH9300762011623852957", bic="UBSWCHZH80A").split("\n")[4] == "UBSWCHZH80A"


def test_signs_that_sepa_does_not_carry_are_replaced() -> None:
    said = "Œuvres « Ça & là » – 5 €; n°\u202f3 [a_b]"
    assert sepa(said, 140) == "OEuvres . Ca + la . - 5 EUR, n. 3 (a-b)"


def test_a_long_name_and_a_long_text_are_cut() -> None:
    lines = payload(name="A" * 80, text="b " * 100).split("\n")
    assert (len(lines[5]), len(lines[10])) == (70, 139)


def test_a_letter_asks_for_the_total_of_its_table_with_the_reference_of_its_invoice(
    message: MessageMaker, line: LineMaker, creditor: Creditor
) -> None:
    said = message(
        [line("F1", "1000", interest="12", fee="40", reference="RF18539007547034")],
        kind="formal_notice", claims="claimed", deadline_days=8,
    )  # fmt: skip
    (shown,) = cast("list[dict[str, str]]", fields(said)["tables"])
    assert shown["qr"].split("\n")[5:] == [
        "Menuiserie du Rhone", creditor.iban("EUR"), "EUR1052.00", "", "RF18539007547034",
    ]  # fmt: skip


def test_the_confirmation_of_a_call_asks_for_what_was_promised_first(
    message: MessageMaker, line: LineMaker
) -> None:
    made_on = date(2026, 11, 20)
    promises = (
        Promise("C0012", Decimal(700), date(2026, 12, 15), made_on, ("F1",)),
        Promise("C0012", Decimal(300), date(2026, 12, 1), made_on, ("F1",)),
    )
    said = message([line("F1", "1000")], kind="confirmation", promises=promises)
    (shown,) = cast("list[dict[str, str]]", fields(said)["tables"])
    assert shown["qr"].split("\n")[7] == "EUR300.00"
    begun = replace(said, came={promises[1]: Decimal(100)})  # 300 - 100
    (shown,) = cast("list[dict[str, str]]", fields(begun)["tables"])
    assert shown["qr"].split("\n")[7] == "EUR200.00"


def test_an_agreement_asks_for_what_it_names_and_not_for_all_that_is_open(
    message: MessageMaker, line: LineMaker
) -> None:
    terms = (
        Instalment(1, date(2026, 11, 5), Decimal(300), paid=Decimal(300)),
        Instalment(2, date(2026, 12, 5), Decimal(350), paid=Decimal(50)),
        Instalment(3, date(2027, 1, 5), Decimal(350)),
    )
    plan = PaymentPlan("C0012", date(2026, 10, 20), terms)
    planned = message([line()], kind="plan", step="plan_letter", plan=plan)
    settled = message([line()], kind="settlement", step="settlement", settled_for=Decimal(800))
    thanks = message([line(paid="1000")], kind="thanks", step="thanks")
    assert "\nEUR300.00\n" in str(fields(planned)["qr"])  # 350 - 50
    assert "\nEUR800.00\n" in str(fields(settled)["qr"])
    assert fields(thanks)["qr"] == ""


def test_a_plan_does_not_ask_again_for_what_has_come_and_its_sheet_does_not_tell(
    message: MessageMaker, line: LineMaker
) -> None:
    terms = (
        Instalment(1, date(2026, 12, 5), Decimal(300), untold=Decimal(300)),
        Instalment(2, date(2027, 1, 5), Decimal(350), Decimal(50), untold=Decimal(80)),
    )
    plan = PaymentPlan("C0012", date(2026, 10, 20), terms)
    planned = message([line()], kind="plan", step="plan_letter", plan=plan)
    found = fields(planned)
    assert "\nEUR220.00\n" in str(found["qr"])  # 350 - 50 - 80
    assert cast("dict[str, str]", found["prochain"])["montant"] == "220,00\u00a0€"
    paid = [one["paye"] for one in cast("list[dict[str, str]]", found["termes"])]
    assert paid == ["300,00\u00a0€", "130,00\u00a0€"]


def test_only_the_table_in_euros_has_a_code(message: MessageMaker, line: LineMaker) -> None:
    said = message([line("F1"), line("F2", currency="USD")])
    shown = cast("list[dict[str, str]]", fields(said)["tables"])
    assert [(one["devise"], bool(one["qr"])) for one in shown] == [("EUR", True), ("USD", False)]


def test_the_picture_is_sharp_has_its_quiet_zone_and_the_same_bytes_each_time() -> None:
    said = payload()
    points, modules = of_png(png(said)), matrix(said)
    assert points.shape == ((len(modules) + 2 * QUIET) * SCALE,) * 2
    margin = QUIET * SCALE
    assert points[:margin].all()
    assert points[:, -margin:].all()
    inside = points[margin:-margin:SCALE, margin:-margin:SCALE]
    assert np.array_equal(inside == 0, np.array(modules))
    assert png(said) == png(said)


def test_a_reader_finds_in_the_picture_what_was_written() -> None:
    for said in (payload(), payload(iban=BELGIAN, bic="", text="+++090/9337/55493+++")):
        assert codes(of_png(png(said))) == [said]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=100), st.text(max_size=200), st.decimals("0.01", "99999999", places=2))
def test_any_name_text_and_amount_give_a_code_that_is_read_back(
    name: str, text: str, amount: Decimal
) -> None:
    said = epc_payload(f"A {name}", IBAN, "AGRIFRPP", amount, "EUR", text, text)
    assert len(said.encode("ascii")) <= 331  # the standard's longest
    assert codes(of_png(png(said))) == [said]
