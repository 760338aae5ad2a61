"""What a debtor's money pays of what was agreed on: each euro counts once, in one order.

What settlements take of money without an invoice is taken before (`settled_by`), and is none of
the money here. Money that names an invoice comes first, and pays what is agreed on about that
invoice; money that names none may pay anything in its currency. Either pays what has its day
first, promise or instalment, and of one day the promise; a promise whose day was over when the
money came has what the instalments leave. So no message goes before a promised day, nor beside a
plan, for want of money that something of a later day has taken.

A promise about nothing but what a payment plan holds is no debt beside that plan: money that pays
the instalments keeps it too.

The sheet tells what is paid of an instalment, and a person may have typed it. An event changes it
by what it changes here, and by no more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from .money import ZERO


@dataclass(frozen=True, slots=True)
class Money:
    """What came; a blank `invoice` is unmatched, and `line` 0 that no line of the journal tells."""

    day: date
    amount: Decimal
    currency: str = "EUR"
    invoice: str = ""
    line: int = 0
    is_untold: bool = False  # no line tells it, and a plan has it all the same


@dataclass(frozen=True, slots=True)
class Agreed:
    """A promise or one instalment of a plan; without `items` it is about all in its currency."""

    day: date  # for which the money is due
    amount: Decimal
    since: date  # the day of the agreement
    items: tuple[str, ...] = ()
    currency: str = "EUR"
    is_promise: bool = False
    line: int = 0  # of the journal; 0 when a person typed it into the sheet

    def may_have(self, money: Money) -> bool:
        """Tell whether money may pay it: its currency, one of its items, not of before it.

        A plan asks for what was left after all that was noted before it, whatever its value date;
        money that no line tells has filled none, and what it pays is of a day since.
        """
        ours = not money.invoice or not self.items or money.invoice in self.items
        if not ours or money.currency != self.currency:
            return False
        is_later = not self.line or not money.line or money.line > self.line
        if self.is_promise:
            return is_later and money.day >= self.since
        if money.is_untold:
            return money.day >= self.since
        return money.line > 0 and is_later and (self.line > 0 or money.day >= self.since)

    def holds(self, promise: "Agreed") -> bool:
        """Tell whether a promise is about nothing but what the plan of this instalment holds."""
        if promise.currency != self.currency:
            return False
        return not self.items or (promise.items != () and set(promise.items) <= set(self.items))


Plan = Sequence[Agreed]  # its instalments, in the order of their days


class Settled(NamedTuple):
    """What an event changes: what each promise has now, and what each plan has more or less."""

    promises: tuple[Decimal, ...]
    plans: tuple[Decimal, ...]


def settle(
    promises: Sequence[Agreed], plans: Sequence[Plan], cells: Sequence[Decimal],
    before: Iterable[Money], after: Iterable[Money], beside: Iterable[Money] = (),
) -> Settled:  # fmt: skip
    """Return what an event changes of promises and plans.

    Args:
        promises: those that may be kept.
        plans: those that hold or were missed, none that is cancelled.
        cells: by plan, what the sheet says is paid, which the money may not tell.
        before: the money that there was.
        after: the money that there is.
        beside: money that there is and that nothing tells later, so that no promise may have it.
    """
    before, after = tuple(before), tuple(after)
    known = _by_plan(plans, allocate(before, [*chain(*plans), *promises]))
    told = [cell - paid for cell, paid in zip(cells, known, strict=True)]
    rooms = [_less(plan, amount) for plan, amount in zip(plans, told, strict=True)]
    agreed = [*chain(*rooms), *promises]
    old, new = allocate(before, agreed), allocate((*after, *beside), agreed)
    moved = zip(plans, _by_plan(plans, new), _by_plan(plans, old), strict=True)
    kept = allocate(after, agreed)[len(agreed) - len(promises) :]
    return Settled(kept, tuple(_change(plan, now - then) for plan, now, then in moved))


def _change(plan: Plan, amount: Decimal) -> Decimal:
    """What a plan gets or loses: never more than it asks, though the sheet lacks more than that."""
    whole = sum((line.amount for line in plan), ZERO)
    return max(min(amount, whole), -whole)


def _by_plan(plans: Sequence[Plan], paid: Sequence[Decimal]) -> list[Decimal]:
    """The sums of the instalments, which stand before the promises."""
    rest = iter(paid)
    return [sum((next(rest) for _ in plan), ZERO) for plan in plans]


def _less(plan: Plan, amount: Decimal) -> Plan:
    """The instalments less what was paid otherwise, the first of them first.

    When less is paid than the money tells, the first may have that once more.
    """
    lines = []
    for line in plan:
        share = min(amount, line.amount)
        amount -= share
        lines.append(replace(line, amount=line.amount - share))
    return lines


def allocate(money: Iterable[Money], agreed: Sequence[Agreed]) -> tuple[Decimal, ...]:
    """Return what is paid of each, in their order.

    Args:
        money: what came, less what settlements take.
        agreed: promises and instalments; of those of one day, the first one comes first.
    """
    paid = [ZERO] * len(agreed)
    plans = [one for one in agreed if not one.is_promise]
    within = [one.is_promise and any(plan.holds(one) for plan in plans) for one in agreed]
    for one in sorted(money, key=lambda one: (not one.invoice, one.day)):
        places = _in_order(one, agreed)
        taken = _pay(one.amount, (at for at in places if not within[at]), agreed, paid)
        promised = sum((sum_ for at, sum_ in taken if agreed[at].is_promise), ZERO)
        _pay(one.amount - promised, (at for at in places if within[at]), agreed, paid)
    return tuple(paid)


def _in_order(money: Money, agreed: Sequence[Agreed]) -> list[int]:
    """The places of what some money may pay, what comes first before the rest."""

    def key(place: int) -> tuple[bool, date, bool, date]:
        one = agreed[place]
        return one.is_promise and money.day > one.day, one.day, not one.is_promise, one.since

    return sorted((at for at, one in enumerate(agreed) if one.may_have(money)), key=key)


def _pay(
    amount: Decimal, places: Iterable[int], agreed: Sequence[Agreed], paid: list[Decimal]
) -> list[tuple[int, Decimal]]:
    """Pay what stands in some places, one after the other; returns what each has taken."""
    taken = []
    for at in places:
        share = min(amount, agreed[at].amount - paid[at])
        amount, paid[at] = amount - share, paid[at] + share
        taken.append((at, share))
    return taken
