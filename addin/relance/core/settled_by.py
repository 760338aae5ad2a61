"""What has come for a settlement, and what it takes of the debtor's credits: money counts once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from .history import History
from .money import ZERO
from .parse import parse_amount
from .records import Case, Event, Payment, Receivable, Settlement
from .told import happened_on, told

PAYMENT, RECEIVED = "payment", "received"


@dataclass(slots=True)
class Free:
    """A payment that no invoice is matched with: it may keep any settlement, once."""

    payment: Payment
    left: Decimal


class Taken(NamedTuple):
    """What is counted of a payment, and what of it may be in what the principal was net of."""

    payment: Payment
    amount: Decimal
    old: Decimal


class Came(NamedTuple):
    """What came in time, what of it is matched with no invoice, and what is, in time or late."""

    sum: Decimal
    taken: tuple[Taken, ...]
    matched: Decimal


class Share(NamedTuple):
    """What a settlement takes of a credit, as a positive sum."""

    credit: Receivable
    amount: Decimal


class Netted(NamedTuple):
    """What an agreement that holds takes of credits, and the numbers of what it is about."""

    items: tuple[str, ...]
    used: tuple[Share, ...]


def free_money(case: Case) -> tuple[Free, ...]:
    """Return a debtor's payments without an invoice, none of them taken yet."""
    return tuple(Free(one, one.amount) for one in case.payments if not one.invoice)


def in_time(
    one: Settlement, case: Case, history: History, free: Sequence[Free], last: date
) -> Came:
    """Return what came from the day of the agreement to its last: matched first, then what is not.

    The sum was agreed on as the rest after all that was noted before it, that day too: of the money
    of the day of the agreement, as much as was noted before (`known`) counts for nothing (`old`):
    the principal was net of it, unless a payment plan had it.

    Args:
        one: the settlement.
        case: its debtor.
        history: the journal up to the day of the question.
        free: the payments without an invoice; what is taken is gone for the next settlement.
        last: the last day that counts.
    """
    found = _matched(one, case, history, last)
    known = _noted_before(one, history, matched=False)
    taken = []
    for money in free:
        day = money.payment.value_date
        if one.agreed_on <= day <= last and _pays(one, money.payment):
            old = min(known, money.left) if day == one.agreed_on else ZERO
            share = min(money.left - old, max(one.amount - found, ZERO))
            known, money.left, found = known - old, money.left - share, found + share
            taken.append(Taken(money.payment, share, old))
    return Came(found, tuple(taken), _matched(one, case, history, date.max))


def _matched(one: Settlement, case: Case, history: History, last: date) -> Decimal:
    """What came for its items from the day of the agreement to a day."""
    ours = [pay for pay in case.payments if pay.invoice and _pays(one, pay)]
    found = sum((pay.amount for pay in ours if one.agreed_on <= pay.value_date <= last), ZERO)
    of_day = sum((pay.amount for pay in ours if pay.value_date == one.agreed_on), ZERO)
    found -= min(of_day, _noted_before(one, history, matched=True))
    return found + sum((_sum_of(event, one) for event in _brought(one, history, last)), ZERO)


def late(one: Settlement, payments: Iterable[Payment], last: date) -> Decimal:
    """Return what came for a settlement after the last day that counts."""
    return sum((pay.amount for pay in payments if _pays(one, pay) and pay.value_date > last), ZERO)


def used_of(
    one: Settlement, netted: Sequence[Receivable], whole: Decimal, came: Came,
    payments: Iterable[Payment],
) -> Iterator[Share]:  # fmt: skip
    """Yield what a settlement that holds takes of each credit; the rest of it is free.

    What its principal is net of, and of later money what makes up its sum. A credit that an export
    brought since may be dated before the agreement, which knew nothing of it: it stays free.

    Args:
        one: the settlement.
        netted: the credits that it nets.
        whole: what is open on its items.
        came: what came in time.
        payments: the debtor's: a credit that is one of them has a value date that counts.
    """
    known = sorted((credit for credit in netted if _was_known(credit, one)), key=oldest)
    room = max(whole + came.matched - one.owed, ZERO)  # what it was net of, when it was agreed on
    paid = one.owed - whole
    for credit in known:
        amount = min(room, -credit.open)
        if amount:
            room, paid = room - amount, paid + amount
            yield Share(credit, amount)
    left = one.amount - max(paid, ZERO)
    dated = [pay for pay in payments if not pay.invoice]
    for credit in netted:
        if credit in known:
            continue
        old = ZERO
        if any(_is_credit(pay, credit) for pay in dated):
            ours = [part for part in came.taken if _is_credit(part.payment, credit)]
            old = min(sum((part.old for part in ours), ZERO), room, -credit.open)
            amount = old + sum((part.amount for part in ours), ZERO)
        else:  # an export tells it, and not when it came
            amount = max(left, ZERO)
        amount = min(amount, -credit.open)
        room, left = room - old, left - (amount - old)
        yield from (Share(credit, amount),) if amount else ()


def unused(items: Iterable[Receivable], shares: Iterable[Share]) -> Iterator[Receivable]:
    """Yield items, each credit less what is taken of it; one that is used up is left out."""
    taken: dict[tuple[str, int], Decimal] = {}
    for credit, amount in shares:
        taken[_place(credit)] = taken.get(_place(credit), ZERO) + amount
    for item in items:
        used = taken.get(_place(item), ZERO) if item.open < 0 else ZERO
        if not used:
            yield item
        elif item.open + used < 0:
            yield replace(item, amount=item.open + used, paid=ZERO)


def _place(item: Receivable) -> tuple[str, int]:
    """What names an item whatever is left of it."""
    return item.number, item.row


def was_there(credit: Receivable, day: date) -> bool:
    """Tell whether an agreement of a day may net a credit: money, or what it knew."""
    return credit.kind == "payment" or credit.issued is None or credit.issued <= day


def _was_known(credit: Receivable, one: Settlement) -> bool:
    """Tell whether a credit was there before the agreement, whose principal is net of it."""
    return credit.kind != "payment" or (credit.issued is not None and credit.issued < one.agreed_on)


def oldest(credit: Receivable) -> tuple[date, str]:
    """Return what sorts credits by their day."""
    return credit.issued or date.min, credit.number


def _is_credit(payment: Payment, credit: Receivable) -> bool:
    """Tell whether a payment without an invoice is that credit of the account."""
    return (payment.row, payment.value_date) == (credit.row, credit.issued)


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
