"""The days that our own messages leave a debtor: a notice's deadline, the free reminder's wait.

No later step comes before they are over, and no other item's message may carry the item along.
"""

from datetime import date, timedelta

from .calendar import add_worked
from .history import History
from .policy import Policy
from .records import SPOKEN, Case, Event, Receivable
from .regimes import get
from .setting import Setting, regime_code
from .told import happened_on

FIRST_REMINDER = "mail-1"
NOTICE = "formal_notice"


def first_free_day(
    place: int, last: date | None, item: Receivable, case: Case, setting: Setting, policy: Policy,
    history: History,
) -> date | None:  # fmt: skip
    """Return the first day on which a step may come, None when no message of ours holds it.

    Args:
        place: place of the step in the policy.
        last: day of the item's position, used when the notice was taken over.
        item: the item.
        case: the debtor.
        setting: the creditor and the rates.
        policy: the debtor's policy.
        history: what was sent, and delivered.
    """
    step = policy.steps[place]
    if step.anchor == "presented":
        return _after_notice(place, last, item, case, setting, policy, history)
    if step.claims == "claimed" and item.number in history.named:
        return _after_reminder(item, case, setting, history)
    return None


def _after_notice(
    place: int, last: date | None, item: Receivable, case: Case, setting: Setting, policy: Policy,
    history: History,
) -> date | None:  # fmt: skip
    """First presentation + the deadline + bank days; not recorded: posting + the longer wait."""
    step = policy.steps[place]
    notice = next((s for s in reversed(policy.steps[:place]) if s.document == NOTICE), None)
    posted = last if notice is None else history.done.get((item.number, notice.code), last)
    if notice is None or posted is None:
        return None
    deadline = notice.deadline or 0
    countries = setting.worked_in(case.debtor)
    presented = _delivered(item, notice.code, posted, history)
    if presented:
        return add_worked(presented + timedelta(days=deadline), step.bank_days, *countries)
    wait = max(step.offset, deadline + policy.values.postal_days)
    return add_worked(posted + timedelta(days=wait), step.bank_days, *countries)


def _delivered(item: Receivable, step: str, posted: date, history: History) -> date | None:
    days = (
        happened_on(event)
        for event in history.events
        if event.outcome == "delivered" and event.step == step and item.number in event.items
    )
    return min((day for day in days if day >= posted), default=None)


def _after_reminder(
    item: Receivable, case: Case, setting: Setting, history: History
) -> date | None:
    """A Belgian consumer's first day after the free reminder's fourteen days; None otherwise."""
    code = regime_code(item, case.debtor, setting.creditor)
    if not code or not get(code, setting.rates).consumer:
        return None
    reminder = first_reminder(item, history)
    if reminder is None:
        return None
    return get(code, setting.rates).fee_from(reminder.day, reminder.channel)


def first_reminder(item: Receivable, history: History) -> Event | None:
    """Return the first written reminder that was sent for an item, None when there was none."""
    for event in history.events:
        is_written = event.outcome == "sent" and event.channel not in SPOKEN
        if is_written and event.step == FIRST_REMINDER and item.number in event.items:
            return event
    return None
