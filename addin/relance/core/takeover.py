"""Reprise d'antériorité: which step comes next for items that were dunned before Relance.

The level in the export wins; else the age proposes a phase, and never more than what the debtor
may receive without the steps before: no hand-over without a notice of ours, no notice to a debtor
whose kind is not given, and always the free first reminder for a Belgian consumer, or for who
may be one.
"""

from dataclasses import replace
from datetime import date, timedelta

from .meaning import NOTICE_PHASE, RELANCE_PHASE, REMINDER_PHASE
from .policy import Policy
from .records import Debtor, Receivable
from .setting import Setting, owed_free_reminder, regime_code


def proposed_position(
    item: Receivable, debtor: Debtor, policy: Policy, setting: Setting, as_of: date
) -> tuple[str, date | None]:
    """Return the step deemed done before Relance and its day, ("", None) when none.

    Args:
        item: an open item; `last_step` and its date win when the export had them, except over a
            Belgian consumer's free first reminder: only one that we have sent counts.
        debtor: whose kind bounds what the age may propose.
        policy: the debtor's policy.
        setting: the creditor, whose country tells who may be a Belgian consumer.
        as_of: the day of the take-over.
    """
    named = policy.step(item.last_step)
    if named and (named.code in policy.marks.ends or not _is_owed_reminder(item, debtor, setting)):
        return named.code, item.last_step_date
    due = item.payable_on
    if item.last_step.isdecimal():
        place = level_place(int(item.last_step), item, debtor, policy, setting)
    elif due is None:
        return "", None
    else:
        phase = policy.phase_by_age((as_of - due).days) or 0
        place = policy.last_of_phase(min(phase, _highest(item, debtor, setting)) - 1)
    if place < 0 or due is None or policy.steps[place].phase == 0:
        return "", None
    theoretical = due + timedelta(days=policy.ages[place])
    return policy.steps[place].code, item.last_step_date or min(theoretical, as_of)


def level_place(
    level: int, item: Receivable, debtor: Debtor, policy: Policy, setting: Setting
) -> int:
    """Return the place of the last step that an export's level n stands for, -1 when none.

    Level n means that the steps up to phase n were done, within what the debtor may have received.
    """
    return policy.last_of_phase(min(level, _highest(item, debtor, setting) - 1))


def bound(item: Receivable, debtor: Debtor, policy: Policy, setting: Setting, as_of: date) -> str:
    """Return the code of why less is proposed than for a business, "" when it is as much.

    `takeover_reminder` for a Belgian consumer, `takeover_kind` when the kind is not given.
    """
    usual = replace(item, regime=""), replace(debtor, kind="business")
    proposed = proposed_position(item, debtor, policy, setting, as_of)
    if proposed == proposed_position(*usual, policy, setting, as_of):
        return ""
    return "takeover_reminder" if _is_owed_reminder(item, debtor, setting) else "takeover_kind"


def _is_owed_reminder(item: Receivable, debtor: Debtor, setting: Setting) -> bool:
    return owed_free_reminder(item, debtor, setting.creditor)


def _highest(item: Receivable, debtor: Debtor, setting: Setting) -> int:
    """The highest phase that a take-over may propose as next.

    A debtor of unknown kind on either side of the Belgian border may turn out to be a consumer.
    """
    if _is_owed_reminder(item, debtor, setting) or _may_be_owed_reminder(item, debtor, setting):
        return REMINDER_PHASE
    return NOTICE_PHASE if debtor.kind else RELANCE_PHASE


def _may_be_owed_reminder(item: Receivable, debtor: Debtor, setting: Setting) -> bool:
    unknown = not debtor.kind and not regime_code(item, debtor, setting.creditor)
    return unknown and "BE" in (debtor.country, setting.creditor.country)


def proposed_step(
    item: Receivable, debtor: Debtor, policy: Policy, setting: Setting, as_of: date
) -> str:
    """Return the step that would come next after the take-over, "" when nothing is overdue."""
    due = item.payable_on
    if due is None or as_of <= due or item.open <= 0:
        return ""
    code, _ = proposed_position(item, debtor, policy, setting, as_of)
    place = policy.index.get(code, -1) + 1
    while place < len(policy.steps) and policy.steps[place].phase == 0:
        place += 1
    return policy.steps[place].code if place < len(policy.steps) else ""
