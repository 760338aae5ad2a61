"""What a line of the journal writes in the other sheets, made from the line alone.

A verb does it once, before it logs the line. When the workbook was not saved, sheet and journal
lack both: the next verb finds the line in the outbox and does the same again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ..core.money import ZERO
from ..core.parse import parse_amount
from ..core.plan import instalments, own_terms
from ..core.records import (
    Dispute,
    Event,
    Instalment,
    Payment,
    PaymentPlan,
    Promise,
    Receivable,
)
from ..core.suspended import HOLD, RELEASE
from ..core.told import happened_on, told
from ..workbook import schema, write
from .desk import Desk
from .fitting import append
from .lines import DISPUTE, PAYMENT, PLAN, PROMISE, RESOLVED
from .paid_notes import beyond_note
from .plans import cancel_replaced
from .settling import came, settle_agreed
from .status import give
from .undo import undo


def carry_out(desk: Desk, event: Event) -> bool:
    """Write the rows that a line tells.

    Args:
        desk: the workbook; only `payments` is brought up to date, read it anew for the rest.
        event: what was heard or received, in the journal or about to be.

    Returns:
        Whether something was written: an old line may not tell enough.
    """
    effect = _EFFECTS.get(event.step)
    if event.direction != "in" or event.outcome != "done" or effect is None:
        return False
    return effect(desk, event)


def redo(desk: Desk, event: Event) -> bool:
    """Do again, beside the journal, what a line that was restored had done; tells whether it did.

    Args:
        desk: the workbook as it is read with the line.
        event: a line that the sheet lacked: it was saved with neither the line nor its rows.
    """
    if event.outcome != "reversed":
        return carry_out(desk, event)
    wrong = [one for one in desk.ledger.events if f"#{one.number}" == event.document]
    for line in wrong:
        undo(desk, line, event.day)
    return bool(wrong)


def _promise(desk: Desk, event: Event) -> bool:
    if not event.document:
        return False
    amount, currency, by = event.document.split()
    record = Promise(
        event.debtor, parse_amount(amount), date.fromisoformat(by), event.day, event.items,
        currency=currency,
    )  # fmt: skip
    row = write.promise(record) | {schema.PROMISES.heading("note"): event.note or None}
    append(desk.book, schema.PROMISES, [row])
    return True


def _dispute(desk: Desk, event: Event) -> bool:
    record = Dispute(event.debtor, event.items[0], event.note, event.day)
    desk.book.append(schema.DISPUTES.table, [write.dispute(record)])
    return True


def _resolution(desk: Desk, event: Event) -> bool:
    rows = {one.row: event.day for one in open_disputes(desk, event.debtor, event.items[0])}
    desk.book.write(schema.DISPUTES.table, schema.DISPUTES.heading("resolved_on"), dict(rows))
    return bool(rows)


def open_disputes(desk: Desk, debtor: str, invoice: str) -> list[Dispute]:
    """Return the disputes about an invoice that nobody has resolved."""
    return [
        one
        for one in desk.disputes
        if (one.debtor, one.invoice) == (debtor, invoice) and one.resolved_on is None
    ]


def _plan(desk: Desk, event: Event) -> bool:
    if not event.document:
        return False
    owed, _, count, first = own_terms(event.document).split()
    cancel_replaced(desk, event)
    lines = instalments(parse_amount(owed), int(count), date.fromisoformat(first))
    agreed = PaymentPlan(
        event.debtor, event.day,
        tuple(Instalment(line.number, line.day, line.amount) for line in lines), event.items,
    )  # fmt: skip
    desk.book.append(schema.PLANS.table, list(write.plan(agreed)))
    return True


def _payment(desk: Desk, event: Event) -> bool:
    if not event.document:
        return False
    shares = shares_of(desk, event)
    payments = [share.payment for share in shares]
    desk.book.append(schema.PAYMENTS.table, [write.payment(payment) for payment in payments])
    before = came(desk, event.debtor, but=event)
    desk.payments = (*desk.payments, *payments)
    heading = schema.INVOICES.heading("paid")
    for share in shares:
        if share.item:
            paid = share.item.paid + share.payment.amount
            desk.book.write(schema.INVOICES.table, heading, {share.item.row: paid})
    settle_agreed(desk, event.debtor, before, came(desk, event.debtor, noted=event))
    return True


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a payment that goes to one invoice, or that nothing is matched with."""

    payment: Payment
    item: Receivable | None = None


def shares_of(desk: Desk, event: Event) -> Sequence[Share]:
    """Return what a payment pays: what exceeds the invoice or the note stays unmatched.

    Args:
        desk: the workbook without the payment.
        event: the line of the payment; an invoice that somebody has settled by hand since keeps
            its number in `Règlements`, and its amount paid is left alone.
    """
    amount, currency = _amount(event)
    invoice = event.items[0] if event.items else ""
    whole = Payment(event.debtor, amount, happened_on(event), invoice, currency, event.note)
    item = _open_item(desk, event.debtor, invoice)
    rest = max(amount - item.open, ZERO) if item else beyond_note(desk, event, whole)
    first = Share(replace(whole, amount=amount - rest), item)
    left = Share(replace(whole, amount=rest, invoice=""))
    return tuple(share for share in (first, left) if share.payment.amount)


def _amount(event: Event) -> tuple[Decimal, str]:
    amount, currency = told(event.document)[0].split()
    return parse_amount(amount), currency


def _open_item(desk: Desk, debtor: str, invoice: str) -> Receivable | None:
    known = (
        item
        for item in desk.receivables
        if (item.debtor, item.number) == (debtor, invoice) and item.open > 0
    )
    return next(known, None)


_EFFECTS: dict[str, Callable[[Desk, Event], bool]] = {
    PROMISE: _promise,
    DISPUTE: _dispute,
    RESOLVED: _resolution,
    PLAN: _plan,
    PAYMENT: _payment,
    HOLD: give,
    RELEASE: give,
}
