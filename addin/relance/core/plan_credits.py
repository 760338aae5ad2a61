"""What payment plans that hold take of a debtor's credits: each credit counts once.

A plan is agreed on net of the credits of its day, and money without an invoice fills its
instalments: it asks for less than what is open on its items. As long as it holds, nobody else nets
the difference; once it is missed or cancelled it takes nothing, and all of it is free again.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from .blocks import holds
from .currency import MAIN_CURRENCY
from .money import ZERO
from .policy import Policy
from .records import Case, PaymentPlan, Receivable
from .setting import Setting
from .settled_by import Netted, Share, oldest, unused, was_there


def plans_net(
    case: Case, setting: Setting, policy: Policy, free: Iterable[Receivable], as_of: date
) -> Iterator[Netted]:
    """Yield what each plan that holds takes of the credits, the first of the sheet first.

    Args:
        case: the debtor.
        setting: how far the bank data go: a plan is not missed before they tell.
        policy: the debtor's policy.
        free: the debtor's items, each credit less what settlements have taken of it.
        as_of: the day.
    """
    left = [item for item in free if item.open < 0]
    owed = [item for item in case.items if item.open > 0]
    for plan in case.plans:
        if plan.cancelled or as_of < plan.agreed_on or not holds(plan, setting, policy, as_of):
            continue
        covered = _covered(plan, owed)
        held = set(covered)
        owed = [item for item in owed if item not in held]
        asked = sum((one.amount - one.came for one in plan.instalments), ZERO)
        used = tuple(taken(covered, asked, plan.agreed_on, left))
        left = list(unused(left, used))
        yield Netted(tuple(item.number for item in covered), used)


def _covered(plan: PaymentPlan, owed: Sequence[Receivable]) -> list[Receivable]:
    """The open items of a plan, which are all in one currency."""
    if not plan.items:
        return [item for item in owed if item.currency == MAIN_CURRENCY]
    numbers = set(plan.items)
    return [item for item in owed if item.number in numbers]


def taken(
    covered: Sequence[Receivable], asked: Decimal, day: date, left: Iterable[Receivable]
) -> Iterator[Share]:
    """Yield what is open on some items and not asked for by an agreement, of older credits first.

    A credit note of after its day was not in what is asked for.

    Args:
        covered: what the agreement is about.
        asked: what is still to come of it.
        day: the day of the agreement.
        left: the debtor's credits, less what others have taken of them.
    """
    room = sum((item.open for item in covered), ZERO) - asked
    currencies = {item.currency for item in covered}
    ours = [one for one in left if one.currency in currencies and was_there(one, day)]
    for credit in sorted(ours, key=oldest):
        amount = min(room, -credit.open)
        if amount > 0:
            room -= amount
            yield Share(credit, amount)
