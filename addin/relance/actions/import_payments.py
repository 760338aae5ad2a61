"""The payments that an import brings: dated ones become rows, and each settles only once."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from ..core.balances import is_balance
from ..core.findings import Finding
from ..core.records import Payment, Receivable
from ..workbook import schema, write
from .booked_notes import note_names
from .desk import Desk, open_desk
from .matching import Brought, match_noted
from .settle_imports import settle_imported


def add_payments(desk: Desk, payments: Iterable[Payment]) -> tuple[Payment, ...]:
    """Add the dated payments that the workbook lacks, and return them."""
    added = lacking_payments(desk, payments)
    if added:
        desk.book.append(schema.PAYMENTS.table, [write.payment(payment) for payment in added])
    return added


def lacking_payments(desk: Desk, payments: Iterable[Payment]) -> tuple[Payment, ...]:
    """Return the payments that the workbook lacks; two alike in a file are two payments.

    One noted here on another day is the same payment: its day was typed by hand. A payment of an
    invoice that the workbook does not have, as it was settled before, is of no use to it.
    """
    items = {(item.debtor, item.number) for item in desk.receivables}
    known = items | note_names(desk)
    theirs = [one for one in payments if (one.debtor, one.invoice) in known]
    ours = [*desk.payments]
    for key in (_dated, _undated):
        theirs, ours = _unpaired(theirs, ours, key), _unpaired(ours, theirs, key)
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


def settle(
    desk: Desk, before: Iterable[Receivable], left: Sequence[Receivable],
    added: Iterable[Payment], day: date, entered_at: str,
) -> tuple[Finding, ...]:  # fmt: skip
    """Say what the payments of the files have settled, those noted by hand before once only."""
    after = open_desk(desk.book)
    balances = {(one.debtor, one.number) for one in after.receivables if is_balance(one)}
    untied = balances | {(one.debtor, one.invoice) for one in added}
    rows = {item.row: item for item in before}
    brought = Brought(rows, after.receivables, left, frozenset(untied))
    matched = match_noted(after, desk.payments, brought, day, entered_at)
    if matched.amounts:
        after = open_desk(desk.book)
    then = replace(desk, receivables=tuple(rows.values()))
    settle_imported(then, after, matched.amounts, matched.known, day, entered_at)
    return tuple(matched.findings)
