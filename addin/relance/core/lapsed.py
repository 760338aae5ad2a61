"""The agreement that was not kept, as the next message says it: a plan missed, a settlement lapsed.

A debtor who had agreed on something is told that it has ended before the whole is asked for.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from .blocks import first_day_late, last_day_in_time
from .findings import Reason
from .history import History
from .policy import Policy
from .records import Case, Event, PaymentPlan
from .setting import Setting
from .settled_by import late
from .settlements import agreements
from .told import written_on


def not_kept(
    case: Case, asked: Collection[str], setting: Setting, policy: Policy, history: History,
    as_of: date, made: Sequence[Event], *, thanked: bool,
) -> Reason | None:  # fmt: skip
    """Return the last agreement that was not kept and that no message about it has told yet.

    Args:
        case: the debtor.
        asked: the numbers of what the message demands.
        setting: how far the bank data go: nothing is missed before they tell.
        policy: the debtor's policy.
        history: the journal up to the day.
        as_of: the day of the message.
        made: the messages that may have told it.
        thanked: money has come since the last one about what is demanded.

    Returns:
        `broken_plan` (agreed_on, count) or `lapsed_settlement` (amount, currency, agreed_on, by,
        count), with `_part` after it when something was paid; the count is of its invoices, 0 when
        a plan names none.
    """
    found = [
        *_plans(case, asked, setting, policy, as_of),
        *_settlements(case, asked, setting, policy, history, as_of),
    ]
    untold = [one for one in found if not has_told(made, one.about, one.since)]
    if not untold:
        return None
    last = max(untold, key=lambda one: one.since)
    code, facts = last.reason.code, last.reason.facts
    return Reason(f"{code}_part", facts) if last.paid or thanked else last.reason


def has_told(made: Iterable[Event], about: Collection[str], since: date) -> bool:
    """Tell whether a message about some items went since the day on which something is known."""
    return any(
        written_on(event) >= since and not set(about).isdisjoint(event.items) for event in made
    )


class _Missed(NamedTuple):
    """What was not kept, since when it is known, what it is about, and whether any was paid."""

    since: date
    about: Collection[str]
    reason: Reason
    paid: bool


def _plans(
    case: Case, asked: Collection[str], setting: Setting, policy: Policy, as_of: date
) -> Iterator[_Missed]:  # fmt: skip
    for plan in case.plans:
        missed = _missed(plan, setting, policy, as_of)
        about = not plan.items or not set(plan.items).isdisjoint(asked)
        if missed and about and not plan.cancelled:
            paid = any(one.came > 0 for one in plan.instalments)
            facts = {"agreed_on": plan.agreed_on, "count": len(plan.items)}
            yield _Missed(missed, plan.items or asked, Reason("broken_plan", facts), paid)


def _missed(plan: PaymentPlan, setting: Setting, policy: Policy, as_of: date) -> date | None:
    """The day since which the first instalment is missed, None when none is."""
    unpaid = (one.day for one in plan.instalments if not one.is_paid)
    days = [first_day_late(day, setting, policy) for day in unpaid]
    return min((day for day in days if day <= as_of), default=None)


def _settlements(
    case: Case, asked: Collection[str], setting: Setting, policy: Policy, history: History,
    as_of: date,
) -> Iterator[_Missed]:  # fmt: skip
    for one in agreements(case, setting, policy, history, as_of):
        said = one.settlement
        if one.state == "lapsed" and not set(said.items).isdisjoint(asked):
            facts = {
                "amount": said.amount, "currency": said.currency, "agreed_on": said.agreed_on,
                "by": said.by, "count": len(said.items),
            }  # fmt: skip
            since = first_day_late(said.by, setting, policy)
            paid = one.paid > 0 or late(said, case.payments, last_day_in_time(said.by, setting)) > 0
            yield _Missed(since, said.items, Reason("lapsed_settlement", facts), paid)
