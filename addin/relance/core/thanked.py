"""What thanks are for: what the last reminder asked for, with the money that came for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from .account import OWED_ELSEWHERE
from .findings import Reason
from .history import DONE, History
from .money import ZERO
from .penalties import Found
from .question import Question
from .records import WRITTEN, Claim, Event, Line, Receivable
from .settlements import Agreement, freed
from .settling import standing_agreements, standing_nettings
from .standing import Standing

NOTHING = Claim(ZERO, ZERO, ZERO, "")


def thanked(question: Question, settled: Sequence[Receivable]) -> Found:
    """Return what the last reminder asked for, once all is paid and nothing else is late.

    Money that came after the day is not there yet; that which nobody has matched counts where what
    it settles is clear.

    Args:
        question: the debtor and the day.
        settled: the debtor's items of which nothing is open any more.

    Returns:
        The lines, and why there are none.
    """
    none = Reason("nothing_to_thank", {})
    late = {one.item.number: one.item for one in _late(question)}
    last = _last_reminder(question.history)
    if last is None:
        return [], none
    sent = [one for one in question.history.events if one.step == "thanks"]
    if any(one.number > last.number for one in sent):
        return [], none
    if late and not (paying(question) and late.keys() <= set(last.items)):
        return [], Reason("thanks_unmatched", {}) if _is_covered(question) else none
    later = {one.invoice for one in question.case.payments if one.value_date > question.as_of}
    paid = {item.number: item for item in settled if item.number not in later}
    paid |= {number: replace(item, paid=item.amount) for number, item in late.items()}
    if not set(last.items) <= set(paid):
        return [], none
    kept = [one for one in standing_agreements(question) if one.state == "kept"]
    came = [_as_paid(paid[one], question, kept) for one in last.items]
    return [Line(one, NOTHING, 0, demanded=True) for one in came if _was_paid(one)], none


def paying(question: Question) -> tuple[Receivable, ...]:
    """Return the payments without an invoice that settle all that is late, () when nothing says so.

    What they settle is clear when they are the whole of what we hold of the debtor, and the whole
    of what is late, to the cent; and nothing is in dispute or held otherwise.
    """
    late = _late(question)
    left = freed(question.case.items, standing_nettings(question))
    held = [one for one in left if one.open < 0]
    if any(one.hard for one in late) or not all(_has_come(one, question.as_of) for one in held):
        return ()
    owed, money = _summed(one.item for one in late), _summed(held)
    clear = owed and owed == {currency: -sum_ for currency, sum_ in money.items()}
    return tuple(held) if clear else ()


def _is_covered(question: Question) -> bool:
    """Tell whether we hold as much as is late, though nothing says that it is for that."""
    left = freed(question.case.items, standing_nettings(question))
    held = [one for one in left if one.open < 0]
    money = _summed(one for one in held if one.kind != "payment" or _has_come(one, question.as_of))
    owed = _summed(one.item for one in _late(question))
    return all(sum_ + money.get(currency, ZERO) <= 0 for currency, sum_ in owed.items())


def _late(question: Question) -> list[Standing]:
    return [one for one in question.standings if one.open > 0 and one.days_overdue > 0]


def _has_come(credit: Receivable, as_of: date) -> bool:
    return credit.kind == "payment" and credit.issued is not None and credit.issued <= as_of


def _summed(items: Iterable[Receivable]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for item in items:
        sums[item.currency] = sums.get(item.currency, ZERO) + item.open
    return sums


def _as_paid(item: Receivable, question: Question, kept: Iterable[Agreement]) -> Receivable:
    """An item with the money that came for it: what a settlement has waived was never received."""
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
