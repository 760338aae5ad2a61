"""The days that our own messages leave a debtor: a notice's deadline, the free reminder's wait.

No message about other items may carry an item along before they are over, and no later step of its
own comes: after a notice none at all, after the free reminder none that claims and no call, which
would ask for a day before they are over. What a person says or writes by then asks for none.
"""

from datetime import date, timedelta
from typing import NamedTuple

from .calendar import add_worked
from .dated import ONE_DAY
from .history import History
from .law import fact
from .meaning import BELGIAN_CONSUMER, NOTICE, may_be_free
from .policy import Policy, Step
from .records import WRITTEN, Case, Event, Receivable
from .regimes import get
from .setting import Setting, owed_free_reminder
from .told import happened_on


class Granted(NamedTuple):
    """A delay that a message of ours leaves: the first free day, and the rule that gives it."""

    free: date
    rule: str  # after_presentation | after_posting | after_free_reminder
    since: date  # first presentation, posting, or sending
    days: int  # calendar days
    bank_days: int = 0  # days after them that are worked and on which banks move money

    @property
    def last(self) -> date:
        """The last day of the delay."""
        return self.free - ONE_DAY

    def holds(self, step: Step) -> bool:
        """Tell whether the delay holds a step of the item itself."""
        spoken = step.document == "call_sheet"
        return self.rule != "after_free_reminder" or step.claims == "claimed" or spoken

    def facts(self) -> dict[str, object]:
        """Return what a sentence names: the day that counts and the days after it."""
        return {"since": self.since, "granted": self.days, "bank_days": self.bank_days}


def granted_delay(
    place: int, last: date | None, item: Receivable, case: Case, setting: Setting, policy: Policy,
    history: History,
) -> Granted | None:  # fmt: skip
    """Return the delay that an item has been granted, None when no message of ours leaves one.

    Args:
        place: place of the item's next step in the policy, past the last one when all are done.
        last: day of the item's position, used when the notice was taken over.
        item: the item.
        case: the debtor.
        setting: the creditor and the rates.
        policy: the debtor's policy.
        history: what was sent, and delivered.
    """
    if place < len(policy.steps) and policy.steps[place].anchor == "presented":
        return _after_notice(place, last, item, case, setting, policy, history)
    if item.number in history.named:
        return _after_reminder(item, case, setting, history)
    return None


def _after_notice(
    place: int, last: date | None, item: Receivable, case: Case, setting: Setting, policy: Policy,
    history: History,
) -> Granted | None:  # fmt: skip
    """First presentation + the deadline + bank days; not recorded: posting + the longer wait."""
    step = policy.steps[place]
    notice = next((s for s in reversed(policy.steps[:place]) if s.document == NOTICE), None)
    codes = [code for code in setting.marks.notices if (item.number, code) in history.done]
    posted = max((history.done[item.number, code] for code in codes), default=last)
    if notice is None or posted is None:
        return None
    arrived = [_delivered(item, code, posted, history) for code in codes]
    presented = min((day for day in arrived if day), default=None)
    calendars = (*setting.worked_in(case.debtor), *setting.banks)
    rule, since, days = "after_posting", posted, policy.delays[place] - step.bank_days
    if presented:
        rule, since, days = "after_presentation", presented, notice.deadline or 0
    free = add_worked(since + timedelta(days=days), step.bank_days, *calendars)
    return Granted(free, rule, since, days, step.bank_days)


def _delivered(item: Receivable, step: str, posted: date, history: History) -> date | None:
    days = (
        happened_on(event)
        for event in history.events
        if event.outcome == "delivered" and event.step == step and item.number in event.items
    )
    return min((day for day in days if day >= posted), default=None)


def _after_reminder(
    item: Receivable, case: Case, setting: Setting, history: History
) -> Granted | None:
    """A Belgian consumer's first day after the free reminder's fourteen days; None otherwise."""
    if not owed_free_reminder(item, case.debtor, setting.creditor):
        return None
    reminder = reminder_sent(item, history, setting)
    if reminder is None:
        return None
    law, sent = get(BELGIAN_CONSUMER, setting.rates), happened_on(reminder)
    free = law.fee_from(sent, reminder.channel) or sent
    return Granted(free, "after_free_reminder", sent, fact("be_b2c_wait_days").whole)


def reminder_sent(item: Receivable, history: History, setting: Setting) -> Event | None:
    """Return the first free reminder that was sent for an item in writing, None without one."""
    steps = setting.marks.first_reminders
    for event in history.events:
        is_written = event.outcome == "sent" and event.channel in WRITTEN
        ours = event.step in steps and item.number in event.items
        if is_written and ours and may_be_free(event.document):
            return event
    return None
