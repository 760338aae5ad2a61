"""What is left of promises once money has come for them: each sum counts once, the oldest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .history import History
from .notes import PREFIX
from .parse import parse_amount
from .records import Case, Event, Promise
from .settled_by import RECEIVED


@dataclass(slots=True)
class _Money:
    """What came on a day, and what of it no promise has taken; a blank `invoice` is unmatched."""

    day: date
    left: Decimal
    currency: str
    invoice: str

    def pays(self, promise: Promise) -> bool:
        """Tell whether it may keep a promise: its currency, one of its items, not before it."""
        ours = not self.invoice or not promise.items or self.invoice in promise.items
        return ours and self.currency == promise.currency and self.day >= promise.made_on


def left_of_promises(case: Case, history: History, as_of: date) -> dict[Promise, Decimal]:
    """Return what is still to come of each promise that nobody has told to be kept or broken.

    Args:
        case: who promised, with what they have paid.
        history: the journal up to the day: it tells what imports have brought.
        as_of: the day.
    """
    if not any(one.kept is None for one in case.promises):
        return {}
    received = sorted(_received(case, history, as_of), key=lambda one: (not one.invoice, one.day))
    left: dict[Promise, Decimal] = {}
    for promise in sorted(case.promises, key=lambda one: (one.made_on, one.row)):
        if promise.kept is False or promise.made_on > as_of:
            continue
        rest = promise.amount
        for money in (one for one in received if one.pays(promise)):
            share = min(money.left, rest)
            money.left, rest = money.left - share, rest - share
        if promise.kept is None:
            left[promise] = rest
    return left


def _received(case: Case, history: History, as_of: date) -> Iterator[_Money]:
    """What has been noted and imported; what is unmatched may keep any promise, so it waits."""
    for one in case.payments:
        if one.value_date <= as_of:
            yield _Money(one.value_date, one.amount, one.currency, one.invoice)
    yield from (_imported(event) for event in history.events if _is_brought(event))


def _is_brought(event: Event) -> bool:
    brought = event.step == RECEIVED and event.direction == "in"
    return brought and not event.items[0].startswith(PREFIX)


def _imported(event: Event) -> _Money:
    amount, currency = event.document.split()[:2]
    return _Money(event.day, parse_amount(amount), currency, event.items[0])
