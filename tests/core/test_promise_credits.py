"""What promises that run take of a debtor's credits, on Monday 23 November 2026."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.core.test_decide import MONDAY, SETTING, case, demanded
from tests.core.test_decide import item as late
from tests.core.test_plan_credits import CREDIT, F1, F2, plan

from relance.core.decide import decide
from relance.core.history import NO_HISTORY
from relance.core.netting import free_items
from relance.core.records import Case, Payment, Promise, Receivable
from relance.core.standing import claim_of

FRIDAY, BY = date(2026, 11, 20), date(2026, 12, 10)


def promise(amount: str, *items: str, **more: object) -> Promise:
    bare = Promise("C1", Decimal(amount), BY, FRIDAY, items)
    return replace(bare, **more)  # type: ignore[arg-type]


def asked(*items: Receivable, **more: Any) -> Decimal:
    """What the message of a day demands of F-2, its currency's credits netted."""
    found = decide(case(*items, **more), SETTING, MONDAY)
    assert demanded(found) == ["F-2"]
    return found.totals[0].claim


@pytest.mark.parametrize(
    ("amount", "left"),
    [
        ("800", 500),  # 1000 - 200 are promised: all of F-2
        ("1000", 300),  # all of F-1: the 200 are F-2's
        ("950", 350),  # 50 of the credit are in the promise, 150 are left
        ("1040", 300),  # with what is due beside the principal
    ],
)
def test_what_a_promise_is_net_of_is_netted_nowhere_else(amount: str, left: int) -> None:
    assert asked(F1, F2, CREDIT, promises=(promise(amount, "F-1"),)) == left


def test_money_that_keeps_a_promise_pays_nothing_else() -> None:
    # 300 of the 800 have come: 1000 - 500 = 500 are the 200 and the 300
    money = late("REG", "", "-300", kind="payment", issued=MONDAY, row=2)
    paid = Payment("C1", Decimal(300), MONDAY, row=2)
    both: dict[str, Any] = {"promises": (promise("800", "F-1"),), "payments": (paid,)}
    assert asked(F1, F2, CREDIT, money, **both) == 500


def test_a_credit_note_of_after_the_promise_is_not_in_it() -> None:
    later = replace(CREDIT, issued=date(2026, 11, 21))
    assert asked(F1, F2, later, promises=(promise("800", "F-1"),)) == 300


def test_two_promises_on_one_invoice_ask_for_it_together() -> None:
    # 1000 - 300 - 700: nothing of the credit is in them, and F-2 is 500 - 200
    both = (promise("300", "F-1"), promise("700", "F-1", by=date(2026, 12, 20)))
    assert asked(F1, F2, CREDIT, promises=both) == 300


def test_what_a_plan_holds_is_in_no_promise_any_more() -> None:
    # the plan of all of F-1 leaves the credit to F-2: 500 - 200
    plans, promises = (plan("500", "500"),), (promise("800", "F-1"),)
    assert asked(F1, F2, CREDIT, plans=plans, promises=promises) == 300


@pytest.mark.parametrize("idle", [{"kept": True}, {"kept": False}, {"by": FRIDAY}])
def test_a_promise_that_does_not_run_takes_nothing(idle: dict[str, object]) -> None:
    one = promise("800", "F-1", **idle)
    found = decide(case(F1, F2, CREDIT, promises=(one,)), SETTING, date(2026, 11, 26))
    assert found.totals[0].claim == 1300


def test_who_asks_about_what_is_promised_nets_its_credits() -> None:
    whole = case(F1, F2, CREDIT, promises=(promise("800", "F-1"),))
    names = [
        [one.number for one in free_items(whole, SETTING, MONDAY, about)]
        for about in ((), ("F-1",))
    ]
    assert names == [["F-1", "F-2"], ["F-1", "F-2", "AV-1"]]


def test_a_promise_moves_no_interest() -> None:
    older = replace(F2, due=date(2026, 10, 1))  # a credit lowers the oldest first
    whole: Case = case(F1, older, CREDIT, promises=(promise("800", "F-1"),))
    owed = [
        claim_of(older, one, SETTING, NO_HISTORY, MONDAY).interest
        for one in (whole, replace(whole, promises=()))
    ]
    assert owed[0] == owed[1] > 0
