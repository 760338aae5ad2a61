"""The dated payments that a file tells: each becomes one row of `Règlements`."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable

from ..core.records import Payment
from ..workbook import schema, write
from .desk import Desk


def add_payments(desk: Desk, payments: Iterable[Payment]) -> tuple[Payment, ...]:
    """Add the dated payments that the workbook lacks; two alike in a file are two payments.

    One noted here on another day is the same payment: its day was typed by hand. A payment of an
    invoice that the workbook does not have, as it was settled before, is of no use to it.
    """
    items = {(item.debtor, item.number) for item in desk.receivables}
    theirs = [one for one in payments if (one.debtor, one.invoice) in items]
    ours = [*desk.payments]
    for key in (_dated, _undated):
        theirs, ours = _unpaired(theirs, ours, key), _unpaired(ours, theirs, key)
    if theirs:
        desk.book.append(schema.PAYMENTS.table, [write.payment(payment) for payment in theirs])
    return tuple(theirs)


def _dated(payment: Payment) -> Hashable:
    return _undated(payment), payment.value_date


def _undated(payment: Payment) -> Hashable:
    return payment.debtor, payment.invoice, payment.amount, payment.currency


def _unpaired(
    payments: Iterable[Payment], others: Iterable[Payment], key: Callable[[Payment], Hashable]
) -> list[Payment]:
    """The payments that none of the others is; each of the others is one payment at most."""
    known = Counter(map(key, others))
    left = []
    for payment in payments:
        if known[key(payment)] > 0:
            known[key(payment)] -= 1
        else:
            left.append(payment)
    return left
