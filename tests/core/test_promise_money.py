"""What is still to come of promises, on Monday 23 November 2026."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.core.test_decide import MONDAY, case
from tests.core.test_decide import item as late

from relance.core.history import read
from relance.core.promise_money import left_of_promises
from relance.core.records import Event, Payment, Promise

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
