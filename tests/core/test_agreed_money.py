"""What is still to come of promises, on Monday 23 November 2026."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.core.test_decide import MONDAY, SETTING, case
from tests.core.test_decide import item as late

from relance.core.agreed_money import left_of_promises
from relance.core.beside import beside
from relance.core.history import read
from relance.core.records import Event, Instalment, Payment, PaymentPlan, Promise

F1, F2 = late("F-1", "2026-11-02", "1000"), late("F-2", "2026-11-02", "500")
FRIDAY = date(2026, 11, 20)
FIRST = Promise("C1", Decimal(800), date(2026, 12, 10), FRIDAY, ("F-1",), row=2)
SECOND = Promise("C1", Decimal(500), date(2026, 12, 10), FRIDAY, ("F-2",), row=3)


def paid(amount: str, invoice: str = "", day: date = MONDAY, currency: str = "EUR") -> Payment:
    return Payment("C1", Decimal(amount), day, invoice, currency)


def brought(number: int, invoice: str, amount: str, day: date = MONDAY) -> Event:
    """The line of what an import has brought."""
    return Event(number, day, "C1", (invoice,), "received", "", "in", "done", f"{amount} EUR")


def left(*payments: Payment, events: tuple[Event, ...] = (), **more: object) -> list[Decimal]:
    promises = (replace(FIRST, **more), SECOND)  # type: ignore[arg-type]
    whole = case(F1, F2, promises=promises, payments=payments)
    return list(left_of_promises(whole, read(events), MONDAY).values())


def test_money_counts_once_the_oldest_promise_first() -> None:
    assert left() == [800, 500]
    assert left(paid("300", "F-1")) == [500, 500]
    # 900 of no invoice: 800 for the first promise, 100 are left for the second
    assert left(paid("900")) == [0, 400]
    # what is matched goes first, though it came later: 300 - 300, then 500 of the 600
    assert left(paid("600", day=FRIDAY), paid("300", "F-1")) == [0, 400]


@pytest.mark.parametrize(
    "other",
    [
        paid("300", "F-9"),
        paid("300", "F-1", currency="USD"),
        paid("300", "F-1", date(2026, 11, 19)),  # the day before the promise
        paid("300", "F-1", date(2026, 11, 24)),  # of tomorrow
    ],
)
def test_what_is_for_no_promise_leaves_them_as_they_were(other: Payment) -> None:
    assert left(other) == [800, 500]


def test_what_imports_have_brought_counts_but_not_the_payment_of_a_note() -> None:
    assert left(events=(brought(1, "F-1", "250.00"),)) == [550, 500]
    assert left(events=(brought(1, "NP-C1-20261101", "250.00"),), items=()) == [800, 500]


def test_a_promise_that_was_kept_has_had_its_money_and_a_broken_one_takes_none() -> None:
    # 900 of no invoice: 800 were for the one that was kept
    assert left(paid("900"), kept=True) == [400]
    assert left(paid("900"), kept=False) == [0]
    assert left(paid("900"), made_on=date(2026, 11, 24)) == [0]  # of tomorrow


def test_where_no_promise_is_waited_for_nothing_is_left() -> None:
    assert left_of_promises(case(F1), read(()), MONDAY) == {}


def test_what_a_settlement_takes_keeps_no_promise() -> None:
    # 800 of 1000 are agreed on for F-1; of 900 without an invoice 100 are left for F-2: 500 - 100
    terms = "800.00 / 1000.00 EUR 2026-12-15"
    agreed = (
        Event(1, FRIDAY, "C1", ("F-1",), "settlement", "", "in", "done", terms),
        Event(2, FRIDAY, "C1", ("F-1",), "settlement_letter", "letter", "out", "prepared", "a"),
    )
    whole = case(F1, F2, promises=(SECOND,), payments=(paid("900"),), events=agreed)
    assert left_of_promises(whole, read(agreed), MONDAY) == {SECOND: 400}
    told = [one.facts.get("amount") for one in beside("statement", whole, SETTING, MONDAY).why]
    assert told == [800, 400]


def test_what_an_instalment_has_keeps_no_promise() -> None:
    # 400 that the journal tells are in the first instalment of F-1, due before the promised day
    lines = (Instalment(1, date(2026, 12, 1), Decimal(400), Decimal(400)),
             Instalment(2, date(2027, 1, 1), Decimal(600)))  # fmt: skip
    plan = PaymentPlan("C1", FRIDAY, lines, ("F-1",))
    events = (
        Event(1, FRIDAY, "C1", ("F-1",), "plan", "", "in", "done", "1000.00 EUR 2 2026-12-01"),
        Event(2, MONDAY, "C1", (), "payment", "", "in", "done", "400.00 EUR"),
    )
    whole = case(F1, F2, promises=(SECOND,), payments=(paid("400"),), plans=(plan,))
    assert left_of_promises(whole, read(events), MONDAY) == {SECOND: 500}
    assert left_of_promises(replace(whole, plans=()), read(events), MONDAY) == {SECOND: 100}
    over = replace(plan, cancelled=True)
    assert left_of_promises(replace(whole, plans=(over,)), read(events), MONDAY) == {SECOND: 100}
    later = replace(plan, agreed_on=date(2026, 11, 24))
    assert left_of_promises(replace(whole, plans=(later,)), read(events), MONDAY) == {SECOND: 100}


def test_a_payment_found_in_one_of_the_export_is_of_no_invoice_still() -> None:
    # the export tells it as REG-9; 300 of the 800 have come
    told = late("REG-9", "", "-300", kind="payment", issued=MONDAY, row=9)
    row = late("REG-2", "", "-200", kind="payment", issued=MONDAY, row=2)
    payments = (paid("300", "REG-9"), replace(paid("200"), row=2))
    whole = case(F1, told, row, promises=(FIRST,), payments=payments)
    assert left_of_promises(whole, read(()), MONDAY) == {FIRST: 300}
