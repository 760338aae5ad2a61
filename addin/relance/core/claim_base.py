"""What bears interest, day by day: the amount less what was paid.

A payment counts from its value date: the day of the credit still bears interest on the whole, the
day after on the balance (CJEU C-306/06). What was paid without a known date counts from the
start, in favour of the debtor.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from .claim_span import Span
from .dated import ONE_DAY
from .money import to_cents
from .records import Payment, Receivable
from .regimes import Piece, Regime

Credit = tuple[date, int]  # value date, cents


class Account(NamedTuple):
    """The stretches that bear interest, in cents, and the part of it that payments have settled."""

    bearing: tuple[Piece, ...]
    settled: int = 0


def credits_of(item: Receivable, payments: Iterable[Payment]) -> tuple[Credit, ...]:
    """Return the dated payments of an item, oldest first."""
    return tuple(
        sorted(
            (payment.value_date, to_cents(payment.amount))
            for payment in payments
            if payment.invoice == item.number and payment.currency == item.currency
        )
    )


def account_of(
    item: Receivable, credits_: tuple[Credit, ...], unmatched: tuple[Credit, ...], span: Span,
    as_of: date, regime: Regime, interest_first: bool,
) -> Account:  # fmt: skip
    """Cut the span where payments change the base.

    Args:
        item: amount and paid, VAT included.
        credits_: its dated payments, oldest first.
        unmatched: its share of credits that are items of their own, oldest first: they lower the
            base, and settle neither the item nor its interest.
        span: the days that may bear interest.
        as_of: later payments are not known yet.
        regime: tells the interest that a payment settles first.
        interest_first: payments go to interest, then to principal (1343-1 du code civil); else
            they all go to principal, as the ledger does.

    Raises:
        UnknownValueError: the interest to settle first rests on a rate that is not on record.
    """
    if not credits_ and not unmatched:
        left = to_cents(item.open)
        return Account(((left, span.first, span.last),) if left > 0 else ())
    base = _base_at_start(item, credits_)
    pieces: list[Piece] = []
    first, settled = span.first, 0
    for credited, cents, is_matched in _by_day(credits_, unmatched):
        if credited > as_of:
            break
        until = min(credited, span.last)
        if first <= until and credited > span.spared_until:
            pieces.append((base, first, until))
            first = until + ONE_DAY
        taken = 0
        if interest_first and is_matched:
            taken = max(0, min(cents, regime.interest_of(pieces) - settled))
        settled += taken
        base -= cents - taken
    pieces.append((base, first, span.last))
    bearing = tuple(piece for piece in pieces if piece[0] > 0 and piece[1] <= piece[2])
    return Account(bearing, settled)


def _base_at_start(item: Receivable, credits_: tuple[Credit, ...]) -> int:
    dated = sum(cents for _, cents in credits_)
    return to_cents(item.amount) - max(to_cents(item.paid) - dated, 0)


def unpaid_on(
    day: date, item: Receivable, credits_: tuple[Credit, ...], unmatched: tuple[Credit, ...]
) -> int:
    """Return what was unpaid at the end of a day, in cents; zero or less when all was paid.

    Args:
        day: a payment credited on that day counts.
        item: amount and paid, VAT included; what was paid without a date counts from the start.
        credits_: its dated payments.
        unmatched: its share of credits that are items of their own.
    """
    credited = sum(cents for when, cents in (*credits_, *unmatched) if when <= day)
    return _base_at_start(item, credits_) - credited


def _by_day(
    matched: tuple[Credit, ...], unmatched: tuple[Credit, ...]
) -> list[tuple[date, int, bool]]:
    own = [(day, cents, True) for day, cents in matched]
    return sorted(own + [(day, cents, False) for day, cents in unmatched])
