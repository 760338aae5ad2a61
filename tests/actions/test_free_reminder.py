"""What the free first reminder of a Belgian consumer announces: a sum, and a day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.actions.test_compose import said
from tests.core.test_meaning import DEBTORS, DUE, play, renamed, setting

from relance.actions.compose import message
from relance.core.decide import decide
from relance.core.question import policy_of
from relance.core.records import Case, Debtor, Message, Receivable

PERSON: Debtor = DEBTORS["be-b2c"][1]
DAY = date(2026, 10, 12)
TABLE = Receivable("A", "C1", due=date(2026, 10, 1), amount=Decimal(600), description="Table")


def announced(*items: Receivable) -> Message:
    case, ours = Case(PERSON, items), setting()
    return message(decide(case, ours, DAY), case, ours, policy_of(case, ours), "abc")


def test_the_free_reminder_asks_for_the_fourteen_days() -> None:
    _, debtor = DEBTORS["be-b2c"]
    ours = setting(renamed("be-b2c"))
    (free,) = [one for one, _ in said(ours, play(ours, ours, DUE, debtor)) if one.free_reminder]
    # an e-mail of the day after: 14 days from the next one, so the 15th is free
    assert free.claim_from == free.decision.as_of + timedelta(days=15)


@pytest.mark.parametrize("order", [1, -1])
def test_a_free_reminder_stays_one_beside_a_debt_of_another_law(order: int) -> None:
    debtor: Debtor = DEBTORS["be-b2c"][1]
    late = Receivable("A", "C1", due=date(2026, 10, 1), amount=Decimal(600), description="Table")
    trade = replace(late, number="B", regime="BE-B2B")
    case = Case(debtor, (late, trade)[::order])
    found = decide(case, setting(), date(2026, 10, 12))
    one = message(found, case, setting(), policy_of(case, setting()), "abc")
    assert [line.item.number for line in found.demanded] == ["A"]
    # an e-mail of the 12th: 14 days from the 13th; 65 + 5 % of the 100 over 500
    assert (one.free_reminder, one.claim_from, one.indemnity) == (
        True, date(2026, 10, 27), Decimal(70),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("most", "announced"),
    [(None, "45"), (Decimal(25), "40")],  # 5 % of 600 and of 300: 30 + 15, at most 25 + 15
)
def test_the_free_reminder_announces_what_the_clause_gives(
    most: Decimal | None, announced: str
) -> None:
    _, debtor = DEBTORS["be-b2c"]
    creditor = replace(
        setting().creditor, penalty_clause_percent=Decimal("0.05"), penalty_clause_max=most
    )
    ours = replace(setting(), creditor=creditor)
    late = Receivable("A", "C1", due=date(2026, 10, 1), amount=Decimal(600), description="Table")
    case = Case(debtor, (late, replace(late, number="B", amount=Decimal(300))))
    found = decide(case, ours, date(2026, 10, 12))
    one = message(found, case, ours, policy_of(case, ours), "abc")
    assert (one.free_reminder, one.indemnity) == (True, Decimal(announced))


def test_money_without_an_invoice_lowers_what_is_announced() -> None:
    # 250 less 150 that came on the 5th: the tier of 100 is 20; alone, 30 + 10 % of 100 = 40
    bill = replace(TABLE, amount=Decimal(250))
    came = Receivable("N", "C1", "payment", issued=date(2026, 10, 5), amount=Decimal(-150))
    assert announced(bill).indemnity == 40
    assert announced(bill, came).indemnity == 20


def test_nothing_is_announced_on_what_is_not_in_euros() -> None:
    # 20 for each hundred euros; the tiers of the law are in euros
    hundred = replace(TABLE, amount=Decimal(100))
    dollars = replace(hundred, number="C", currency="USD")
    assert announced(hundred, replace(hundred, number="B"), dollars).indemnity == 40
