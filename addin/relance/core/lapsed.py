"""The agreement that was not kept, as the next message says it: a plan missed, a settlement lapsed.

A debtor who had agreed on something is told that it has ended before the whole is asked for.
"""

from collections.abc import Collection, Iterator
from datetime import date

from .blocks import first_day_late
from .findings import Reason
from .history import History
from .policy import Policy
from .records import Case, Event, PaymentPlan
from .setting import Setting
from .settlements import agreements


def not_kept(
    case: Case, asked: Collection[str], setting: Setting, policy: Policy, history: History,
    as_of: date, last: Event | None, *, thanked: bool,
) -> Reason | None:  # fmt: skip
    """Return the last agreement that was not kept, None when a message came after its day.

    Args:
        case: the debtor.
        asked: the numbers of what the message demands.
        setting: how far the bank data go: nothing is missed before they tell.
        policy: the debtor's policy.
        history: the journal up to the day.
        as_of: the day of the message.
        last: the last message about what is demanded.
        thanked: money has come since that message.

    Returns:
        `broken_plan` (agreed_on) or `lapsed_settlement` (amount, currency, agreed_on, by), with
        `_part` after it when something was paid.
    """
    found = [
        *_plans(case, asked, setting, policy, as_of),
        *_settlements(case, asked, setting, policy, history, as_of),
    ]
    since = [(day, one, paid) for day, one, paid in found if last is None or last.day <= day]
    if not since:
        return None
    _, reason, paid = max(since, key=lambda one: one[0])
    return Reason(f"{reason.code}_part", reason.facts) if paid or thanked else reason


Found = Iterator[tuple[date, Reason, bool]]  # the day that was missed, and whether any was paid


def _plans(
    case: Case, asked: Collection[str], setting: Setting, policy: Policy, as_of: date
) -> Found:  # fmt: skip
    for plan in case.plans:
        missed = _missed(plan, setting, policy, as_of)
        about = not plan.items or not set(plan.items).isdisjoint(asked)
        if missed and about and not plan.cancelled:
            paid = any(one.came > 0 for one in plan.instalments)
            yield missed, Reason("broken_plan", {"agreed_on": plan.agreed_on}), paid


def _missed(plan: PaymentPlan, setting: Setting, policy: Policy, as_of: date) -> date | None:
    """The day of the first instalment that is missed, None when none is."""
    return min(
        (
            one.day
            for one in plan.instalments
            if not one.is_paid and as_of >= first_day_late(one.day, setting, policy)
        ),
        default=None,
    )


def _settlements(
    case: Case, asked: Collection[str], setting: Setting, policy: Policy, history: History,
    as_of: date,
) -> Found:  # fmt: skip
    for one in agreements(case, setting, policy, history, as_of):
        said = one.settlement
        if one.state == "lapsed" and not set(said.items).isdisjoint(asked):
            facts = {
                "amount": said.amount, "currency": said.currency, "agreed_on": said.agreed_on,
                "by": said.by,
            }  # fmt: skip
            yield said.by, Reason("lapsed_settlement", facts), one.paid > 0
