"""What payment plans that hold take of a debtor's credits, on Monday 23 November 2026."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.core.test_decide import MONDAY, SETTING, case, demanded
from tests.core.test_decide import item as late

from relance.core.beside import beside
from relance.core.decide import decide
from relance.core.history import NO_HISTORY
from relance.core.netting import free_items, shares_of
from relance.core.plan_credits import plans_net
from relance.core.question import policy_of
from relance.core.records import Case, Instalment, PaymentPlan, Receivable
from relance.core.standing import claim_of

AGREED = date(2026, 11, 16)
F1 = late("F-1", "2026-11-02", "1000")
F2 = late("F-2", "2026-11-02", "500")
CREDIT = late("AV-1", "", "-200", kind="credit_note", issued=date(2026, 11, 9))


def plan(*amounts: str, paid: str = "0", **more: object) -> PaymentPlan:
    """A plan on F-1, in instalments of 15 December and of each month after it."""
    lines = [
        Instalment(n, date(2026, 12, 15) if n == 1 else date(2027, n - 1, 15), Decimal(amount))
        for n, amount in enumerate(amounts, 1)
    ]
    lines[0] = replace(lines[0], paid=Decimal(paid))
    bare = PaymentPlan("C1", AGREED, tuple(lines), ("F-1",))
    return replace(bare, **more)  # type: ignore[arg-type]


def asked(*items: Receivable, plans: tuple[PaymentPlan, ...] = (), day: date = MONDAY) -> Decimal:
    """What the message of a day demands of F-2, its currency's credits netted."""
    found = decide(case(*items, plans=plans), SETTING, day)
    assert demanded(found) == ["F-2"]
    return next(one.claim for one in found.totals if one.currency == F2.currency)


def test_what_a_plan_nets_is_netted_nowhere_else() -> None:
    # in the plan: 1000 - 200 = 800; of F-2 all that is open
    assert asked(F1, F2, CREDIT, plans=(plan("400", "400"),)) == 500
    # a plan of all of F-1 leaves the credit to F-2: 500 - 200
    assert asked(F1, F2, CREDIT, plans=(plan("500", "500"),)) == 300
    # 950 are in the plan, 50 of the credit too, and 150 are left: 500 - 150
    assert asked(F1, F2, CREDIT, plans=(plan("475", "475"),)) == 350


def test_money_without_an_invoice_that_fills_an_instalment_pays_nothing_else() -> None:
    # 300 of 800 are paid: 1000 - 500 = 500 are in no instalment, which are the 200 and the 300
    money = late("REG", "", "-300", kind="payment", issued=MONDAY)
    assert asked(F1, F2, CREDIT, money, plans=(plan("400", "400", paid="300"),)) == 500


@pytest.mark.parametrize(
    ("amounts", "taken"),
    [(("400", "400"), [-200]), (("475", "475"), [-50]), (("500", "500"), [])],
)
def test_the_letter_of_a_plan_lists_what_it_nets(
    amounts: tuple[str, ...], taken: list[int]
) -> None:
    """Of F-1 (1000): 200 are netted for 800, 50 for 950, and nothing for 1000."""
    told = beside("plan", case(F1, F2, CREDIT, plans=(plan(*amounts),)), SETTING, MONDAY)
    assert [line.item.number for line in told.demanded] == ["F-1"]
    assert [line.item.open for line in told.lines if not line.demanded] == taken
    assert told.totals[0].open == 1000 + sum(taken)  # the sum of the instalments


def test_a_credit_note_of_after_the_agreement_is_in_no_instalment() -> None:
    later = replace(CREDIT, number="AV-2", issued=date(2026, 11, 17))
    assert asked(F1, F2, later, plans=(plan("400", "400"),)) == 300
    undated = replace(CREDIT, issued=None)
    assert asked(F1, F2, undated, plans=(plan("400", "400"),)) == 500


def test_a_credit_of_another_currency_is_not_the_plan_s() -> None:
    # F-2 in dollars: 500 - 200
    dollars = [replace(one, currency="USD") for one in (F2, CREDIT)]
    found = decide(case(F1, *dollars, plans=(plan("400", "400"),)), SETTING, MONDAY)
    assert [one.claim for one in found.totals] == [0, 300]


@pytest.mark.parametrize(
    "idle",
    [plan("400", "400", cancelled=True), plan("400", "400", agreed_on=date(2026, 11, 24))],
    ids=["cancelled", "to come"],
)
def test_a_plan_that_does_not_hold_takes_nothing(idle: PaymentPlan) -> None:
    found = decide(case(F1, F2, CREDIT, plans=(idle,)), SETTING, MONDAY)
    assert demanded(found) == ["F-1", "F-2"]
    assert found.totals[0].claim == 1300


def test_a_plan_that_was_missed_gives_its_credits_back() -> None:
    whole = case(F1, F2, CREDIT, plans=(plan("400", "400"),))
    # 15 December + 5 days that bank data may lack: Sunday 20
    friday, monday = (decide(whole, SETTING, date(2026, 12, day)) for day in (18, 21))
    assert (demanded(friday), str(friday.totals[0].claim)) == (["F-2"], "500")
    assert (demanded(monday), str(monday.totals[0].claim)) == (["F-1", "F-2"], "1300")


def test_two_plans_take_a_credit_once() -> None:
    # F-1: 1000 - 800 = 200, the credit of 9 November; F-3: 400 - 350 = 50 of the 120 of the 10th.
    # F-2: 500 - 70.
    other = late("F-3", "2026-11-02", "400")
    more = replace(CREDIT, number="AV-2", amount=Decimal(-120), issued=date(2026, 11, 10))
    both = (plan("400", "400"), plan("175", "175", items=("F-3",)))
    assert asked(F1, F2, other, more, CREDIT, plans=both) == 430


def test_a_plan_that_names_no_invoice_is_about_all_in_euros() -> None:
    everything = plan("800", items=())
    found = free_items(case(F1, CREDIT, plans=(everything,)), SETTING, MONDAY)
    assert [one.number for one in found] == ["F-1"]
    dollars = [replace(one, currency="USD") for one in (F1, CREDIT)]
    found = free_items(case(*dollars, plans=(everything,)), SETTING, MONDAY)
    assert [one.number for one in found] == ["F-1", "AV-1"]


def test_a_plan_that_names_no_invoice_holds_euros_alone() -> None:
    everything = plan("800", items=())
    dollars = replace(F2, currency="USD")
    found = decide(case(F1, dollars, CREDIT, plans=(everything,)), SETTING, MONDAY)
    assert demanded(found) == ["F-2"]


class Numbers(tuple[str, ...]):
    """Numbers that are never searched one after the other: 2 000 times 2 000 takes a second."""

    def __contains__(self, number: object) -> bool:
        raise AssertionError(number)


def test_what_a_plan_is_about_is_found_without_reading_its_numbers_for_each_invoice() -> None:
    one = replace(plan("400", "400"), items=Numbers(["F-1"]))
    whole = case(F1, F2, CREDIT, plans=(one,))
    policy = policy_of(whole, SETTING)
    (found,) = plans_net(whole, SETTING, policy, whole.items, MONDAY)
    assert found.items == ("F-1",)
    # AV-1 of the 9th is left to F-1, which is not paid otherwise
    credit = found._replace(items=Numbers(found.items))
    assert list(shares_of(whole, [credit], MONDAY)) == [F1]


def test_interest_runs_on_what_a_plan_s_credit_does_not_pay() -> None:
    # F-2 is older, and a free credit lowers it first; the plan's lowers F-1 alone
    older = replace(F2, due=date(2026, 10, 1))
    whole: Case = case(F1, older, CREDIT, plans=(plan("400", "400"),))
    free = replace(whole, plans=())

    owed = [claim_of(older, one, SETTING, NO_HISTORY, MONDAY).interest for one in (whole, free)]
    assert owed[0] > owed[1]
