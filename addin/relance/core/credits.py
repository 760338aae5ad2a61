"""Credits matched to no invoice: what they take off the base that bears interest.

A credit note or a payment that is an item of its own is netted in the demand, never in an
invoice. But interest on money that has already come would be claimed too much, so from its own
date each credit takes its amount off the late invoices, oldest due first.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal

from .blocks import in_dispute
from .money import ZERO
from .records import CREDITS, Case, Payment, Receivable

Shares = Mapping[Receivable, tuple[Payment, ...]]
NO_SHARES: Shares = {}


def spread(
    case: Case, as_of: date, reserved: Iterable[tuple[Receivable, Collection[str]]] = ()
) -> Shares:  # fmt: skip
    """Return what the unmatched credits of a debtor take off each late invoice.

    Our records do not tell a credit note for an error (from the due date) from a commercial one
    (from its own), so each counts from its own date; one without a date, from the start.

    Args:
        case: the debtor's open items.
        as_of: the day of the question; items due later, held or disputed take no share.
        reserved: credits beside the case's own, each for some items alone: a settlement's.
    """
    credits_ = [item for item in case.items if item.kind in CREDITS and item.open < 0]
    kept = tuple(reserved)
    if not credits_ and not kept:
        return NO_SHARES
    late = sorted((item for item in case.items if _bears(item, case, as_of)), key=_oldest_first)
    left = {item: item.open for item in late}
    shares: dict[Receivable, list[Payment]] = {}
    for credit, numbers in kept:
        _allot(credit, left, shares, [item for item in left if item.number in numbers])
    for credit in sorted(credits_, key=_dated):
        _allot(credit, left, shares, left)
    return {item: tuple(parts) for item, parts in shares.items()}


def _bears(item: Receivable, case: Case, as_of: date) -> bool:
    due = item.due
    if item.kind != "invoice" or item.status != "open" or item.open <= 0:
        return False
    return due is not None and due < as_of and not in_dispute(item, case, as_of)


def _oldest_first(item: Receivable) -> tuple[date, str]:
    return item.due or date.max, item.number


def _dated(credit: Receivable) -> date:
    return credit.issued or credit.due or date.min


def _allot(
    credit: Receivable, left: dict[Receivable, Decimal], shares: dict[Receivable, list[Payment]],
    items: Iterable[Receivable],
) -> None:  # fmt: skip
    amount = -credit.open
    for item in items:
        part = min(left[item], amount)
        if part <= ZERO or item.currency != credit.currency:
            continue
        payment = Payment(credit.debtor, part, _dated(credit), item.number, credit.currency)
        shares.setdefault(item, []).append(payment)
        left[item] -= part
        amount -= part
