"""A row that names no invoice of its debtor: what it may be about waits, as long as it would count.

Monday 23 November 2026 unless said otherwise. The bank data go on until 31/12.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance.core.balances import balance_number
from relance.core.beside import beside
from relance.core.decide import decide
from relance.core.records import (
    Address,
    Case,
    Contact,
    Creditor,
    Debtor,
    Dispute,
    Instalment,
    Payment,
    PaymentPlan,
    Procedure,
    Promise,
    Receivable,
    Stray,
)
from relance.core.setting import Setting

MONDAY = date(2026, 11, 23)
BEFORE = date(2026, 11, 16)
BY = date(2026, 11, 30)
SETTING = Setting(
    Creditor(country="FR", ibans=(("EUR", "FR76"),), bank_data_until=date(2026, 12, 31))
)
CLIENT = Debtor(
    "C1", "Client", "business", "FR",
    payables=Contact("Julie", "compta@client.example", "03 20 00 00 00"),
    address=Address("1 rue", "", "59000", "Lille"), procedure=Procedure(verified_on=BEFORE),
)  # fmt: skip
ITEM = Receivable("A", "C1", issued=date(2026, 10, 20), due=date(2026, 11, 2), amount=Decimal(1000))
SUM = Decimal(1000)
PAID = Payment("C1", SUM, BEFORE, "B")
DISPUTED = Dispute("C1", "B", "prix", BEFORE)
PROMISED = Promise("C1", SUM, BY, BEFORE, ("B",))
PLANNED = PaymentPlan("C1", BEFORE, (Instalment(1, BY, SUM),), ("B",))
Row = Payment | Dispute | Promise | PaymentPlan | None


def stray(about: Row, numbers: tuple[str, ...] = ("A",), until: date | None = None) -> Stray:
    code = "stray_payment" if isinstance(about, Payment) else "stray_row"
    return Stray(code, "C1", about, {"sheet": "S", "row": 2, "value": "B"}, numbers, until)


def held(one: Stray, item: Receivable = ITEM, day: date = MONDAY) -> str:
    """Return why nothing is asked, "" when something is."""
    found = decide(Case(CLIENT, (item,), strays=(one,)), SETTING, day)
    return "" if found.step else found.blocked_by[0].code


@pytest.mark.parametrize(
    ("about", "code"),
    [
        (PAID, "stray_payment"),
        (None, "stray_row"),  # it can't be read
        (DISPUTED, "stray_row"),
        (replace(DISPUTED, resolved_on=date(2026, 11, 24)), "stray_row"),  # tomorrow
        (replace(DISPUTED, resolved_on=MONDAY), ""),
        (replace(DISPUTED, opened_on=date(2026, 11, 24)), ""),
        (PROMISED, "stray_row"),
        (replace(PROMISED, by=date(2026, 11, 20)), ""),  # its day is over
        (replace(PROMISED, kept=True), ""),
        (PLANNED, "stray_row"),
        (replace(PLANNED, cancelled=True), ""),
        (replace(PLANNED, agreed_on=date(2026, 11, 24)), ""),
        (replace(PLANNED, instalments=(Instalment(1, BY, SUM, SUM),)), ""),  # all is paid
    ],
)
def test_a_row_holds_as_it_would_hold_its_own_invoice(about: Row, code: str) -> None:
    assert held(stray(about)) == code


@pytest.mark.parametrize(
    ("numbers", "until", "is_held"),
    [
        (("A",), None, True),
        (("A",), date(2026, 10, 1), True),  # named nearly: whatever its day
        (("Z",), None, False),
        ((), date(2026, 10, 19), False),  # the row is of the day before the invoice
        ((), date(2026, 10, 20), True),
    ],
)
def test_it_may_mean_what_it_nearly_names_and_what_was_there(
    numbers: tuple[str, ...], until: date | None, is_held: bool
) -> None:
    assert bool(held(stray(PAID, numbers, until))) == is_held


def test_an_invoice_of_no_known_day_may_have_been_there() -> None:
    assert held(stray(PAID, (), date(2026, 1, 1)), replace(ITEM, issued=None)) == "stray_payment"


def test_a_balance_without_invoices_is_not_spoken_of() -> None:
    balance = Receivable(balance_number("EUR"), "C1", amount=SUM)
    assert held(stray(PAID, (), BEFORE), balance) == "stray_payment"
    assert held(stray(PAID, ("Z",)), balance) == ""


@pytest.mark.parametrize(
    ("about", "numbers", "code"),
    [
        (PAID, ("A",), ["stray_payment"]),
        (PAID, ("Z",), []),
        (DISPUTED, ("A",), []),  # it changes no sum of the account
    ],
)
def test_no_account_is_stated_beside_money_that_counts_nowhere(
    about: Row, numbers: tuple[str, ...], code: list[str]
) -> None:
    case = Case(CLIENT, (ITEM,), strays=(stray(about, numbers),))
    found = beside("statement", case, SETTING, MONDAY)
    assert [one.code for one in found.blocked_by] == code
