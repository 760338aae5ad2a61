"""Reprise d'antériorité: which step comes next for items that were dunned before Relance.

The level in the export wins; else the age proposes a phase, and never more than what the debtor
may receive without the steps before: no hand-over without a notice of ours, no notice to a debtor
whose kind is not given, and always the free first reminder for a Belgian consumer.
"""

from datetime import date, timedelta

from .policy import Policy
from .records import Debtor, Receivable

NOTICE_PHASE = 3
RELANCE_PHASE = 2


def proposed_position(
    item: Receivable, debtor: Debtor, policy: Policy, as_of: date
) -> tuple[str, date | None]:
    """Return the step deemed done before Relance and its day, ("", None) when none.

    Args:
        item: an open item; `last_step` and its date win when the export had them.
        debtor: whose kind bounds what the age may propose.
        policy: the debtor's policy.
        as_of: the day of the take-over.
    """
    if item.last_step in policy.index:
        return item.last_step, item.last_step_date
    due = item.payable_on
    if item.last_step.isdecimal():
        place = level_place(int(item.last_step), debtor, policy)
    elif due is None:
        return "", None
    else:
        place = _place_by_age(debtor, policy, (as_of - due).days)
    if place < 0 or due is None or policy.steps[place].phase == 0:
        return "", None
    theoretical = due + timedelta(days=policy.ages[place])
    return policy.steps[place].code, item.last_step_date or min(theoretical, as_of)


def level_place(level: int, debtor: Debtor, policy: Policy) -> int:
    """Return the place of the last step that an export's level n stands for, -1 when none.

    Level n means that the steps up to phase n were done, within what the debtor may have received.
    """
    return policy.last_of_phase(min(level, _highest(debtor, policy) - 1))


def _highest(debtor: Debtor, policy: Policy) -> int:
    """The highest phase that a take-over may propose as next."""
    if policy.code == "be-b2c":
        return 1
    return NOTICE_PHASE if debtor.kind else RELANCE_PHASE


def _place_by_age(debtor: Debtor, policy: Policy, days: int) -> int:
    phase = policy.phase_by_age(days) or 0
    return policy.last_of_phase(min(phase, _highest(debtor, policy)) - 1)


def proposed_step(item: Receivable, debtor: Debtor, policy: Policy, as_of: date) -> str:
    """Return the step that would come next after the take-over, "" when nothing is overdue."""
    due = item.payable_on
    if due is None or as_of <= due or item.open <= 0:
        return ""
    code, _ = proposed_position(item, debtor, policy, as_of)
    place = policy.index.get(code, -1) + 1
    while place < len(policy.steps) and policy.steps[place].phase == 0:
        place += 1
    return policy.steps[place].code if place < len(policy.steps) else ""
