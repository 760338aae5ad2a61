"""Lettrage: which payments noted by hand an import has brought, told by how much it shows as paid.

Only equal sums are tied: what is tied is no longer netted, so a doubt keeps the payment netted, in
favour of the debtor. Never is more tied than what the import shows as paid.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .money import ZERO
from .records import Payment


@dataclass(frozen=True, slots=True)
class Fall:
    """What an import shows as newly paid on an item: positive, in the item's currency."""

    number: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Part:
    """What a payment has paid on an item: the whole payment, or one of its parts."""

    payment: Payment
    number: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Matching:
    """What was tied, and the payments and falls that nothing explains."""

    parts: tuple[Part, ...]
    payments: tuple[Payment, ...]
    falls: tuple[Fall, ...]


def match(payments: Iterable[Payment], falls: Sequence[Fall]) -> Matching:
    """Tie payments to falls of one debtor in one currency.

    First a payment and a fall of the same amount; then one payment that is the sum of all other
    falls, or all payments when together they are. An amount of which there are more falls than
    payments is a doubt: nobody can tell which item was paid.

    Args:
        payments: the payments that are netted so far, whole.
        falls: one an item, in the order in which a ledger pays them: oldest due first.

    Returns:
        Each payment is tied as a whole or not at all.
    """
    waiting = sorted(payments, key=lambda one: (one.value_date, one.row))
    parts = [Part(payment, fall.number, fall.amount) for payment, fall in _pairs(waiting, falls)]
    left, open_ = _rest(waiting, falls, parts)
    if not {one.amount for one in left} & {fall.amount for fall in open_}:
        total = sum((fall.amount for fall in open_), ZERO)
        chosen = next((group for group in _groups(left) if _sum(group) == total), [])
        parts += _lay(chosen, open_)
    left, open_ = _rest(waiting, falls, parts)
    return Matching(tuple(parts), tuple(left), tuple(open_))


def _pairs(payments: list[Payment], falls: Sequence[Fall]) -> Iterator[tuple[Payment, Fall]]:
    """A payment for each fall of an amount, oldest first; none when some fall has no payment."""
    for amount in dict.fromkeys(fall.amount for fall in falls):
        paid = [payment for payment in payments if payment.amount == amount]
        fallen = [fall for fall in falls if fall.amount == amount]
        if len(paid) >= len(fallen):
            yield from zip(paid, fallen, strict=False)


def _rest(
    payments: list[Payment], falls: Sequence[Fall], parts: list[Part]
) -> tuple[list[Payment], list[Fall]]:
    tied = {part.payment for part in parts}
    paid = {part.number for part in parts}
    return (
        [payment for payment in payments if payment not in tied],
        [fall for fall in falls if fall.number not in paid],
    )


def _groups(payments: list[Payment]) -> list[list[Payment]]:
    """Each payment alone, then all of them."""
    return [[payment] for payment in payments] + [payments]


def _sum(payments: list[Payment]) -> Decimal:
    return sum((payment.amount for payment in payments), ZERO)


def _lay(payments: list[Payment], falls: list[Fall]) -> Iterator[Part]:
    """Lay payments over falls of the same sum, in their order."""
    open_ = {fall.number: fall.amount for fall in falls}
    for payment in payments:
        left = payment.amount
        for number, room in open_.items():
            amount = min(left, room)
            if amount:
                yield Part(payment, number, amount)
                open_[number] -= amount
                left -= amount
