"""What thanks are for: what the last reminder asked for, with the money that came for it."""

from collections.abc import Sequence
from dataclasses import replace

from .account import OWED_ELSEWHERE
from .findings import Reason
from .history import DONE, History
from .money import ZERO
from .penalties import Found
from .question import Question
from .records import WRITTEN, Claim, Event, Line, Receivable
from .settling import standing_agreements

NOTHING = Claim(ZERO, ZERO, ZERO, "")


def thanked(question: Question, settled: Sequence[Receivable]) -> Found:
    """Return what the last reminder asked for, once all is paid and nothing else is late.

    Args:
        question: the debtor and the day.
        settled: the debtor's items of which nothing is open any more.

    Returns:
        The lines, and why there are none.
    """
    none = Reason("nothing_to_thank", {})
    late = any(one.open > 0 and one.days_overdue > 0 for one in question.standings)
    last = _last_reminder(question.history)
    if late or last is None:
        return [], none
    sent = [one for one in question.history.events if one.step == "thanks"]
    if any(one.number > last.number for one in sent):
        return [], none
    paid = {item.number: item for item in settled}
    if not set(last.items) <= set(paid):
        return [], none
    came = [_as_paid(paid[one], question) for one in last.items]
    return [Line(one, NOTHING, 0, demanded=True) for one in came if _was_paid(one)], none


def _as_paid(item: Receivable, question: Question) -> Receivable:
    """An item with the money that came for it: what a settlement has waived was never received."""
    kept = (one for one in standing_agreements(question) if one.state == "kept")
    agreed = next((one for one in kept if item.number in one.settlement.items), None)
    if agreed is None:
        return item
    ours = (one for one in question.case.payments if one.invoice == item.number)
    came = sum((one.amount for one in ours if one.currency == item.currency), ZERO)
    if not came and agreed.settlement.items == (item.number,):
        came = agreed.paid  # matched with no invoice, or told by an export
    return replace(item, amount=came, paid=came)


def _was_paid(item: Receivable) -> bool:
    """Tell whether its money came to us: not to another, and not by a mere correction."""
    return item.paid > 0 and item.status not in OWED_ELSEWHERE


def _last_reminder(history: History) -> Event | None:
    """The last message in writing that asked for something."""
    asked_for = (one for one in reversed(history.contacts) if one.channel in WRITTEN and one.items)
    return next((one for one in asked_for if one.outcome in DONE), None)
