"""What is left of a debtor's credits once agreements have taken their part: each counts once.

A settlement or a payment plan that holds has been agreed on net of some credits, and waits for
money that may come without an invoice. A reminder of other invoices nets the rest alone; once it
has lapsed or was missed it takes nothing, and all of them are free again.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from .credits import Shares, spread
from .history import History, read
from .journal import last_day
from .money import ZERO
from .plan_credits import plans_net
from .policy import Policy
from .question import policy_of
from .records import Case, Event, Receivable
from .setting import Setting
from .settled_by import Netted
from .settlements import SETTLEMENT, Agreement, agreements, freed


def netted_by(
    case: Case, setting: Setting, policy: Policy, agreed: Sequence[Agreement], as_of: date
) -> tuple[Netted, ...]:
    """Return what each agreement about a debtor's items takes of the credits.

    Args:
        case: the debtor.
        setting: how far the bank data go.
        policy: the debtor's policy.
        agreed: where the settlements stand on the day; payment plans are in the case.
        as_of: the day.
    """
    settled = [Netted(one.settlement.items, one.used) for one in agreed]
    return (*settled, *plans_net(case, setting, policy, freed(case.items, agreed), as_of))


def shares_of(case: Case, found: Collection[Netted], as_of: date) -> Shares:
    """Return what credits take off each late item, those of an agreement off its items alone."""
    ours = [
        (replace(share.credit, amount=-share.amount, paid=ZERO), items)
        for one in found
        for items in [frozenset(one.items)]
        for share in one.used
    ]
    free = replace(case, items=tuple(freed(case.items, found))) if ours else case
    return spread(free, as_of, ours)


def shares_on(case: Case, setting: Setting, history: History, as_of: date) -> Shares:
    """Return what credits take off each late item on a day, by what the journal told until then.

    It costs as much as all that it is about: who asks about several items asks this once.

    Args:
        case: the debtor.
        setting: how far the bank data go.
        history: the debtor's, up to that day or to one of later.
        as_of: the day.
    """
    return shares_of(case, _netted_on(case, setting, history.lines, as_of), as_of)


def free_items(
    case: Case, setting: Setting, as_of: date | None = None, about: Collection[str] = ()
) -> tuple[Receivable, ...]:  # fmt: skip
    """Return the items of a case, each credit less what agreements have used of it.

    Args:
        case: the debtor.
        setting: how far the bank data go.
        as_of: the day; None for the last one of the debtor's lines that hold.
        about: the numbers of what is asked for: what their agreement nets is netted.
    """
    day = as_of or last_day(case.events)
    found = _netted_on(case, setting, case.events, day) if day else ()
    others = [one for one in found if set(about).isdisjoint(one.items)]
    return tuple(freed(case.items, others)) if others else case.items


def _netted_on(
    case: Case, setting: Setting, events: Sequence[Event], as_of: date
) -> tuple[Netted, ...]:
    """What agreements take of the credits on a day, at no cost when there are none."""
    if not case.plans and not any(event.step == SETTLEMENT for event in events):
        return ()
    history, policy = read(one for one in events if one.day <= as_of), policy_of(case, setting)
    found = agreements(case, setting, policy, history, as_of)
    return netted_by(case, setting, policy, found, as_of)
