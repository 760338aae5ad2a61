"""The contact budget of a debtor: how often they may be approached, whatever the policy says."""

from datetime import date, timedelta

from .findings import Reason
from .history import CONFIRMATION, History
from .policy import Policy, Step
from .records import SPOKEN, Debtor, Receivable

WEEK = timedelta(days=7)


def refusal(
    step: Step, debtor: Debtor, items: tuple[Receivable, ...], history: History, policy: Policy,
    as_of: date,
) -> tuple[Reason, date] | None:  # fmt: skip
    """Return why a contact is too soon and the first day on which it is not, None when free.

    Args:
        step: the step to be done.
        debtor: whose `minimum_interval` wins over the policy's.
        items: all open items; a reminder from before Relance counts as a contact, told by the
            sheet or by the line that took it over.
        history: the contacts so far.
        policy: gives the interval and the weekly budget.
        as_of: the day of the question.
    """
    if step.document == "call_sheet" and _called(history, as_of):
        return Reason("call_today", {"day": as_of}), as_of + timedelta(days=1)
    last = _last_contact(items, history)
    if last is None:
        return None
    interval = interval_of(step, debtor, policy)
    free = last + timedelta(days=interval)
    if as_of < free and not _retried(step, history):
        return Reason("interval", {"last": last, "interval": interval, "free": free}), free
    return _weekly(history, policy, as_of)


def interval_of(step: Step, debtor: Debtor, policy: Policy) -> int:
    """Return the days to wait after a contact before a step: the debtor's own, or the policy's.

    A call that a profile brings forward waits no longer.
    """
    if debtor.minimum_interval is not None:
        return debtor.minimum_interval
    usual = policy.values.minimum_interval
    return min(usual, step.offset) if step.document == "call_sheet" else usual


def _called(history: History, as_of: date) -> bool:
    return any(event.day == as_of and event.channel in SPOKEN for event in history.contacts)


def _last_contact(items: tuple[Receivable, ...], history: History) -> date | None:
    days = [history.contacts[-1].day] if history.contacts else []
    days += [day for step, day in history.taken.values() if step]
    days += [
        item.last_step_date
        for item in items
        if item.last_step_date and item.last_step and item.number not in history.named
    ]
    return max(days, default=None)


def _retried(step: Step, history: History) -> bool:
    """A call that reached nobody may be tried again the next day: the message did not arrive."""
    if step.document != "call_sheet" or not history.contacts:
        return False
    return history.contacts[-1].outcome == "bounced"


def _weekly(history: History, policy: Policy, as_of: date) -> tuple[Reason, date] | None:
    recent = [
        event.day
        for event in history.contacts
        if as_of - event.day < WEEK and event.step != CONFIRMATION  # it belongs to its call
    ]
    if len(recent) < policy.values.weekly_attempts:
        return None
    free = sorted(recent)[-policy.values.weekly_attempts] + WEEK
    facts = {"attempts": policy.values.weekly_attempts, "free": free}
    return Reason("weekly_budget", facts), free
