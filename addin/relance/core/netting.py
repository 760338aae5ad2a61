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
from .promise_credits import promises_net
from .question import policy_of
from .records import Case, Event, Receivable
from .setting import Setting
from .settled_by import Netted
from .settlements import SETTLEMENT, Agreement, agreements, freed, spared


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


def taken_by(
    case: Case, setting: Setting, policy: Policy, history: History, agreed: Sequence[Agreement],
    as_of: date,
) -> tuple[Netted, ...]:  # fmt: skip
    """Return what no reminder nets of the credits: what agreements take, and promises that run.

    A promise moves no interest, so `netted_by` knows nothing of it. Args as those of the other,
    with the journal up to the day.
    """
    found = netted_by(case, setting, policy, agreed, as_of)
    plans = found[len(agreed) :]
    held = spared(agreed) | {number for one in plans for number in one.items}
    free = freed(case.items, found)
    promised = promises_net(case, setting, policy, history, held, free, as_of)
    return (*found, *promised)


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
    if not _may_net(case, history.lines):
        return shares_of(case, (), as_of)
    then, policy = _until(history.lines, as_of), policy_of(case, setting)
    found = agreements(case, setting, policy, then, as_of)
    return shares_of(case, netted_by(case, setting, policy, found, as_of), as_of)


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
    if not day or not (case.promises or _may_net(case, case.events)):
        return case.items
    then, policy = _until(case.events, day), policy_of(case, setting)
    agreed = agreements(case, setting, policy, then, day)
    found = taken_by(case, setting, policy, then, agreed, day)
    others = [one for one in found if set(about).isdisjoint(one.items)]
    return tuple(freed(case.items, others)) if others else case.items


def _may_net(case: Case, events: Sequence[Event]) -> bool:
    """Tell whether there may be agreements: where there are none nothing is looked for."""
    return bool(case.plans) or any(event.step == SETTLEMENT for event in events)


def _until(events: Sequence[Event], day: date) -> History:
    return read(one for one in events if one.day <= day)
