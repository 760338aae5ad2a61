"""What promises that run take of a debtor's credits: each credit counts once.

A promise is of what is owed net of the credits of its day, and money without an invoice may keep
it: as long as it runs, no reminder of other invoices nets the difference. It is no agreement on
what money pays: interest runs as if there were none.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal

from .agreed_money import left_of_promises
from .blocks import is_about, runs
from .history import History
from .money import ZERO
from .plan_credits import taken
from .policy import Policy
from .records import Case, Promise, Receivable
from .setting import Setting
from .settled_by import Netted, unused


def promises_net(
    case: Case, setting: Setting, policy: Policy, history: History, held: Collection[str],
    free: Iterable[Receivable], as_of: date,
) -> Iterator[Netted]:  # fmt: skip
    """Yield what each promise that runs takes of the credits, the oldest first.

    Args:
        case: the debtor.
        setting: how far the bank data go: a promise has not lapsed before they tell.
        policy: the debtor's policy.
        history: the journal up to the day.
        held: the numbers of what settlements and plans hold: no promise is about it any more.
        free: the debtor's items, each credit less what those have taken of it.
        as_of: the day.
    """
    waited = {
        promise: left
        for promise, left in left_of_promises(case, setting, policy, history, as_of).items()
        if runs(promise, setting, policy, as_of)
    }
    if not waited:
        return
    left = [item for item in free if item.open < 0]
    owed = [item for item in case.items if item.open > 0 and item.number not in held]
    for promise in waited:
        covered = _covered(promise, owed)
        numbers = {item.number for item in covered}
        owed = [item for item in owed if item.number not in numbers]
        used = tuple(taken(covered, _asked(covered, waited), promise.made_on, left))
        left = list(unused(left, used))
        yield Netted(tuple(item.number for item in covered), used)


def _covered(promise: Promise, owed: Iterable[Receivable]) -> list[Receivable]:
    named = frozenset(promise.items)
    return [item for item in owed if is_about(named, promise.currency, item)]


def _asked(covered: Collection[Receivable], waited: dict[Promise, Decimal]) -> Decimal:
    """What is still to come for some items, of all the promises about one of them."""
    return sum((left for promise, left in waited.items() if _covered(promise, covered)), ZERO)
