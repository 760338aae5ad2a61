"""How far an item has come: the highest step done, by the journal or by what was taken over."""

from collections.abc import Mapping
from datetime import date, timedelta

from .findings import Reason
from .history import History, ItemStep
from .meaning import first_reminder
from .policy import Policy
from .records import Case, Receivable
from .setting import Setting, owed_free_reminder
from .steps import NOTHING_DONE
from .takeover import level_place
from .waiting import reminder_sent

Position = tuple[int, date | None]


def position_of_item(
    item: Receivable, due: date, case: Case, setting: Setting, policy: Policy, history: History
) -> Position:
    """Return the place of the highest step done (-1 when none) and its day.

    A later message may list the item again: its delay still counts from the first day, else a
    debtor with a new late item every week would never be called. A yearly one counts from the last.

    A Belgian consumer's path begins with the free first reminder, whatever else was done before
    or taken over: only one that we have sent counts.

    Args:
        item: an open item.
        due: the day from which a reminder is fair.
        case: the debtor.
        setting: the creditor and the policies.
        policy: the debtor's policy.
        history: what the journal says.
    """
    days = history.done if policy.repeat_last else history.first
    found = journal_position(item, policy, days if item.number in history.named else {})
    reached, day = _taken_over(item, history)
    taken = policy.index.get(reached, NOTHING_DONE)
    if reached.isdecimal():
        taken = level_place(int(reached), item, case.debtor, policy, setting)
    if taken > found[0]:
        found = taken, day or due + timedelta(days=policy.ages[taken])
    return _before_reminder(found, item, case, setting, policy, history)


def journal_position(item: Receivable, policy: Policy, days: Mapping[ItemStep, date]) -> Position:
    """Return the highest step of a policy that the journal names for an item, and its day.

    Args:
        item: the item.
        policy: its steps, by their codes and their former ones.
        days: the day on which each step was done for each item.
    """
    position, last = NOTHING_DONE, None
    for code, place in policy.index.items():
        day = days.get((item.number, code))
        if day is not None and place >= position:
            position, last = place, day
    return position, last


def _before_reminder(
    found: Position, item: Receivable, case: Case, setting: Setting, policy: Policy,
    history: History,
) -> Position:  # fmt: skip
    first = first_reminder(policy.steps)
    if first is None or found[0] < policy.index[first.code]:
        return found
    if not owed_free_reminder(item, case.debtor, setting.creditor):
        return found
    return found if reminder_sent(item, history, setting) else (NOTHING_DONE, None)


def _taken_over(item: Receivable, history: History) -> tuple[str, date | None]:
    """The step reached before Relance: the journal's word, else the sheet's."""
    if item.number in history.taken:
        return history.taken[item.number]
    if item.number in history.named:
        return "", None
    return item.last_step, item.last_step_date


def handed_over(item: Receivable, setting: Setting, history: History) -> Reason | None:
    """Return that an item is no longer ours to dun, None while it is.

    A part payment may shorten its path, so the end of any policy counts.
    """
    number, ends = item.number, setting.marks.ends
    if _taken_over(item, history)[0] in ends or any(
        (number, code) in history.done for code in ends
    ):
        return Reason("handed_over", {"number": number})
    return None
