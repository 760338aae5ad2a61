"""Settlements (accords de règlement): less than what is owed, if it is paid by a day.

A settlement is two lines of the journal. One, from the debtor's side of it, tells the terms
("800.00 / 1000.00 EUR 2026-12-15"); the other tells its letter. It holds its items while it may
still be paid, and for good once it is; paid too late or in part, it lapses and the whole is owed
again, without novation. It ends when a person cancels it, reverses either line, or agrees on
another one about the same items.

>>> terms(Decimal(800), Decimal(1000), "EUR", date(2026, 12, 15))
'800.00 / 1000.00 EUR 2026-12-15'
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from .blocks import first_day_late
from .findings import Reason
from .history import History
from .money import ZERO
from .parse import parse_amount
from .policy import Policy
from .records import Case, Event, Payment, Receivable, Settlement
from .setting import Setting
from .told import happened_on, told

SETTLEMENT = "settlement"  # the line of the agreement
LETTER = "settlement_letter"  # that of the letter that says it
PAYMENT, RECEIVED = "payment", "received"
State = Literal["running", "kept", "unsure", "lapsed"]
CODES: dict[State, str] = {
    "running": "settlement", "kept": "settlement_kept", "unsure": "settlement_unsure",
    "lapsed": "settlement_lapsed",
}  # fmt: skip

HOLDING = tuple(code for state, code in CODES.items() if state != "lapsed")  # codes of blocks


class Agreement(NamedTuple):
    """A settlement on a day: where it stands, what was paid in time, what is left on its items.

    `unsure` is one whose sum seems to be there, on a day that nobody knows: an import tells what
    is paid and not when.
    """

    settlement: Settlement
    state: State
    paid: Decimal
    left: Decimal
    netted: tuple[Receivable, ...] = ()  # credits, each by the oldest settlement that knew it

    def reason(self) -> Reason:
        """Return what is to be known of it, as a reason."""
        one = self.settlement
        facts = {
            "numbers": one.items, "by": one.by, "agreed_on": one.agreed_on, "amount": one.amount,
            "paid": self.paid, "open": self.left, "currency": one.currency,
        }  # fmt: skip
        return Reason(CODES[self.state], facts)


def terms(amount: Decimal, owed: Decimal, currency: str, by: date) -> str:
    """Return how the journal tells a settlement, in a field that its hash covers."""
    return f"{amount:.2f} / {owed:.2f} {currency} {by}"


def agreed(history: History) -> tuple[Settlement, ...]:
    """Return the settlements that nobody has ended, the oldest first; paid or not.

    One that replaces another has its place.
    """
    letters = [event for event in history.events if event.step == LETTER]
    live: list[Settlement] = []
    place = 0
    for event in history.events:
        if event.step != SETTLEMENT or event.direction != "in":
            continue
        about = set(event.items)
        ended = [one for one in live if not about.isdisjoint(one.items)]
        if ended:
            place = live.index(ended[0])
        live = [one for one in live if one not in ended]
        if event.outcome == "done" and any(_says(letter, event) for letter in letters):
            live.insert(place, _read(event))
        place = place if event.outcome == "replaced" else len(live)
    return tuple(live)


def _says(letter: Event, event: Event) -> bool:
    return letter.number > event.number and letter.items == event.items


def _read(event: Event) -> Settlement:
    amount, _, owed, currency, by = event.document.split()
    return Settlement(
        event.debtor, event.day, date.fromisoformat(by), parse_amount(amount), parse_amount(owed),
        event.items, currency, event.number,
    )  # fmt: skip


@dataclass(slots=True)
class _Free:
    """A payment that no invoice is matched with: it may keep any settlement, once."""

    payment: Payment
    left: Decimal


def agreements(
    case: Case, setting: Setting, policy: Policy, history: History, as_of: date
) -> tuple[Agreement, ...]:
    """Return where each settlement of a debtor stands on a day, the oldest first.

    Args:
        case: the debtor, with what is open and what was paid.
        setting: how far the bank data go: a settlement has not lapsed before they tell.
        policy: the debtor's policy.
        history: the journal up to the day.
        as_of: the day.
    """
    free = [_Free(one, one.amount) for one in case.payments if not one.invoice]
    left = [item for item in case.items if item.open < 0]
    found = []
    for one in agreed(history):
        netted = _netted(one, left)
        left = [item for item in left if item not in netted]
        found.append(_agreement(one, case, netted, setting, policy, history, free, as_of))
    return tuple(found)


def _agreement(
    one: Settlement, case: Case, netted: tuple[Receivable, ...], setting: Setting, policy: Policy,
    history: History, free: Sequence[_Free], as_of: date,
) -> Agreement:  # fmt: skip
    paid = _in_time(one, case, history, free, min(one.by, as_of))
    covered = [item for item in case.items if item.number in one.items and item.open > 0]
    owed = sum((item.open for item in covered), ZERO)
    owed += sum((item.open for item in netted), ZERO)
    state: State = "lapsed"
    if paid >= one.amount:
        state = "kept"
    elif as_of < first_day_late(one.by, setting, policy):
        state = "running"
    elif one.owed - owed - _late(one, case.payments) >= one.amount:
        state = "unsure"
    return Agreement(one, state, paid, max(owed, ZERO), netted)


def _in_time(
    one: Settlement, case: Case, history: History, free: Sequence[_Free], last: date
) -> Decimal:
    """What came from the day of the agreement to its last: matched first, then what is not."""
    ours = [pay for pay in case.payments if pay.invoice and _pays(one, pay)]
    found = sum((pay.amount for pay in ours if one.agreed_on <= pay.value_date <= last), ZERO)
    of_day = sum((pay.amount for pay in ours if pay.value_date == one.agreed_on), ZERO)
    found -= min(of_day, _noted_before(one, history, matched=True))
    found += sum((_sum_of(event, one) for event in _brought(one, history, last)), ZERO)
    known = _noted_before(one, history, matched=False)
    for money in free:
        day = money.payment.value_date
        if one.agreed_on <= day <= last and _pays(one, money.payment):
            old = min(known, money.left) if day == one.agreed_on else ZERO
            share = min(money.left - old, max(one.amount - found, ZERO))
            known, money.left, found = known - old, money.left - share, found + share
    return found


def _pays(one: Settlement, payment: Payment) -> bool:
    ours = not payment.invoice or payment.invoice in one.items
    return ours and payment.currency == one.currency


def _brought(one: Settlement, history: History, last: date) -> Iterator[Event]:
    """What imports have brought on its items since: an import of that day has no later money."""
    for event in history.events:
        known = event.step == RECEIVED and event.direction == "in" and event.number > one.number
        if known and event.day <= last and not set(event.items).isdisjoint(one.items):
            yield event


def _noted_before(one: Settlement, history: History, *, matched: bool) -> Decimal:
    """What was noted on the day of the agreement and before it: its sum was left after that."""
    before = (
        _sum_of(event, one)
        for event in history.events
        if event.step == PAYMENT and event.direction == "in" and event.number < one.number
        if happened_on(event) == one.agreed_on and bool(event.items) is matched
        if not matched or not set(event.items).isdisjoint(one.items)
    )
    return sum(before, ZERO)


def _sum_of(event: Event, one: Settlement) -> Decimal:
    amount, _, currency = told(event.document)[0].partition(" ")
    return parse_amount(amount) if currency == one.currency else ZERO


def _netted(one: Settlement, credits_: Iterable[Receivable]) -> tuple[Receivable, ...]:
    """What is netted: payments, and credits that the agreement knew; a later one is no money."""
    return tuple(
        item
        for item in credits_
        if item.kind == "payment" or item.issued is None or item.issued <= one.agreed_on
        if item.currency == one.currency
    )


def _late(one: Settlement, payments: Iterable[Payment]) -> Decimal:
    return sum(
        (pay.amount for pay in payments if _pays(one, pay) and pay.value_date > one.by), ZERO
    )


def settled(item: Receivable, found: Iterable[Agreement]) -> Reason | None:
    """Return the settlement that holds an item, None when there is none or it has lapsed."""
    for one in found:
        if item.number in one.settlement.items and one.state != "lapsed":
            return one.reason()
    return None


def spared(found: Iterable[Agreement]) -> frozenset[str]:
    """Return the items of which a settlement waives the rest, penalties included."""
    return frozenset(
        item for one in found if one.state != "lapsed" for item in one.settlement.items
    )
