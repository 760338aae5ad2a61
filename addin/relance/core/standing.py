"""Where each item of a case stands: position, next step and its day, what it may bear.

The rule is `core.steps`; what only a journal knows is added here: the presentation of a notice,
the fourteen days of a Belgian consumer, a call after two unanswered attempts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .blocks import item_block, step_block
from .calendar import add_worked
from .claim import claim
from .findings import Reason
from .history import History
from .policy import Policy, Step
from .records import Case, Claim, Event, Line, Receivable
from .regimes import get
from .setting import Setting, regime_code
from .steps import NOTHING_DONE, Upcoming, upcoming

NO_PLACE = -1


@dataclass(frozen=True, slots=True)
class Standing:
    """One item on a day: `place` of its next step in the policy, and why it may not go on.

    `hard` holds the item whatever the step; `soft` holds this step only.
    """

    item: Receivable
    claim: Claim
    days_overdue: int
    position: int
    position_date: date | None
    place: int
    next_date: date | None
    why: str
    hard: Reason | None
    soft: Reason | None

    def is_due(self, as_of: date) -> bool:
        """Tell whether the next step is to be done on that day."""
        return self.next_date is not None and as_of >= self.next_date

    def line(self, policy: Policy, demanded: bool) -> Line:
        """Return the standing as a line of a decision."""
        steps = policy.steps
        return Line(
            item=self.item,
            claim=self.claim,
            days_overdue=self.days_overdue,
            position=steps[self.position].code if self.position > NOTHING_DONE else "",
            position_date=self.position_date,
            next_step=steps[self.place].code if self.place != NO_PLACE else "",
            next_date=self.next_date,
            demanded=demanded,
            blocked=tuple(reason for reason in (self.hard, self.soft) if reason),
        )


def standings(
    case: Case, setting: Setting, policy: Policy, history: History, as_of: date
) -> Iterator[Standing]:
    """Yield where each open item of a case stands, in the order of the case."""
    for item in case.items:
        if item.open != 0:
            yield _standing(item, case, setting, policy, history, as_of)


def _standing(
    item: Receivable, case: Case, setting: Setting, policy: Policy, history: History, as_of: date
) -> Standing:
    amounts = claim(
        item, case.debtor, setting.creditor, history.events, as_of, case.payments, setting.rates
    )
    due = item.payable_on
    days = (as_of - due).days if due else 0
    if item.open < 0 or due is None:
        hard = item_block(item, case, setting, policy, as_of) if item.open > 0 else None
        return Standing(
            item, amounts, days, NOTHING_DONE, None, NO_PLACE, None, "no_step", hard, None
        )
    position, last = _position(item, due, policy, history)
    coming = upcoming(
        policy, position, due.toordinal(), last.toordinal() if last else None, as_of.toordinal()
    )
    hard = item_block(item, case, setting, policy, as_of)
    if coming.why == "finished":
        return Standing(item, amounts, days, position, last, NO_PLACE, None, "finished", hard, None)
    step = policy.steps[coming.place]
    day = _day(step, coming, due, item, case, setting, policy, history)
    soft = step_block(step, item, case, setting, policy, as_of)
    return Standing(item, amounts, days, position, last, coming.place, day, coming.why, hard, soft)


def _position(
    item: Receivable, due: date, policy: Policy, history: History
) -> tuple[int, date | None]:
    """The highest step done, by the journal or by what was taken over, and its day."""
    position, last = NOTHING_DONE, None
    for place, step in enumerate(policy.steps):
        day = history.done.get((item.number, step.code)) if history.done else None
        if day is not None:
            position, last = place, day
    reached, day = _taken_over(item, history)
    taken = policy.index.get(reached, NOTHING_DONE)
    if taken > position:
        return taken, day or due + timedelta(days=policy.ages[taken])
    return position, last


def _taken_over(item: Receivable, history: History) -> tuple[str, date | None]:
    """The step reached before Relance: the journal's word, else the sheet's."""
    if item.number in history.taken:
        return history.taken[item.number]
    if item.number in history.named:
        return "", None
    return item.last_step, item.last_step_date


def _day(
    step: Step, coming: Upcoming, due: date, item: Receivable, case: Case, setting: Setting,
    policy: Policy, history: History,
) -> date:  # fmt: skip
    day = date.fromordinal(coming.day)
    countries = setting.worked_in(case.debtor)
    if step.anchor == "presented" and coming.place > 0:
        young = due + timedelta(days=policy.starts[coming.place])
        day = max(young, _after_notice(step, coming.place, item, policy, history, countries))
    if step.claims == "claimed":
        day = max(day, _after_waiting(item, case, setting, history) or day)
    bend = policy.bends.get(case.debtor.profile)
    if step.document == "call_sheet" and bend:
        day = max(day, due + timedelta(days=bend.written_only_until))
    return day


def _after_notice(
    step: Step, place: int, item: Receivable, policy: Policy, history: History,
    countries: tuple[str, ...],
) -> date:  # fmt: skip
    """First presentation + the deadline + bank days; not recorded: posting + the longer wait."""
    notice = policy.steps[place - 1]
    deadline = notice.deadline or 0
    presented = _delivered(item, notice.code, history)
    if presented:
        return add_worked(presented + timedelta(days=deadline), step.bank_days, *countries)
    posted = history.done.get((item.number, notice.code)) or item.last_step_date
    if posted is None:
        return date.min
    wait = max(step.offset, deadline + policy.values.postal_days)
    return add_worked(posted + timedelta(days=wait), step.bank_days, *countries)


def _delivered(item: Receivable, step: str, history: History) -> date | None:
    days = (
        event.day
        for event in history.events
        if event.outcome == "delivered" and event.step == step and item.number in event.items
    )
    return min(days, default=None)


def _after_waiting(item: Receivable, case: Case, setting: Setting, history: History) -> date | None:
    """A Belgian consumer's first day after the free reminder's fourteen days; None otherwise."""
    code = regime_code(item, case.debtor, setting.creditor)
    if not code or not history.events:
        return None
    reminder = first_reminder(item, history)
    if reminder is None:
        return None
    return get(code, setting.rates).fee_from(reminder.day, reminder.channel)


def first_reminder(item: Receivable, history: History) -> Event | None:
    """Return the first written reminder that was sent for an item, None when there was none."""
    for event in history.events:
        if event.outcome == "sent" and event.step == "mail-1" and item.number in event.items:
            return event
    return None
