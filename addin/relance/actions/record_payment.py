"""`record payment`: money received, on an invoice or not matched yet."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..core.findings import Reason
from ..core.money import ZERO
from ..core.records import Payment, Receivable
from ..wording.labels import label
from ..workbook import schema, write
from .desk import Desk
from .record import Entry, Recorded, find_item
from .record_heard import heard


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a payment that goes to one invoice, "" for what is not matched."""

    invoice: str
    amount: Decimal


def payment(
    desk: Desk, entry: Entry, debtor: str, amount: Decimal, invoice: str = "", note: str = ""
) -> Recorded:
    """Write down a payment; its day is the day on which our account was credited.

    Args:
        desk: the workbook.
        entry: the value date and the moment of the entry.
        debtor: who paid.
        amount: euros or the invoice's currency, positive.
        invoice: what it pays; "" leaves it unmatched: it is netted in every demand.
        note: free text.

    Raises:
        UnknownDebtorError, UnknownInvoiceError: no such debtor or open invoice.
    """
    desk.debtor(debtor)
    desk.check_day(entry.day)
    item = find_item(desk, debtor, invoice) if invoice else None
    shares = _shares(item, amount)
    currency = item.currency if item else "EUR"
    for share in shares:
        record = Payment(debtor, share.amount, entry.day, share.invoice, currency, note)
        desk.book.append(schema.PAYMENTS.table, [write.payment(record)])
    if item:
        paid = {item.row: item.paid + shares[0].amount}
        desk.book.write(schema.INVOICES.table, schema.INVOICES.heading("paid"), dict(paid))
    _settle_promises(desk, debtor, amount, entry.day)
    _settle_plan(desk, debtor, amount)
    event = heard(desk, entry, debtor, (invoice,) if invoice else (), "payment", note)
    return Recorded((event,), tuple(_hints(desk, debtor, shares)))


def _shares(item: Receivable | None, amount: Decimal) -> tuple[Share, ...]:
    """What exceeds the invoice stays unmatched, never a negative balance."""
    if item is None:
        return (Share("", amount),)
    applied = min(amount, item.open)
    rest = amount - applied
    first = Share(item.number, applied)
    return (first, Share("", rest)) if rest > 0 else (first,)


def _hints(desk: Desk, debtor: str, shares: tuple[Share, ...]) -> list[tuple[str, Reason]]:
    """Say which invoice an unmatched payment may settle; a person decides."""
    hints = []
    for share in shares:
        if share.invoice:
            continue
        same = [
            item.number
            for item in desk.receivables
            if item.debtor == debtor and item.open == share.amount
        ]
        facts = {"amount": share.amount, "numbers": same}
        hints.append((debtor, Reason("unmatched_exact" if len(same) == 1 else "unmatched", facts)))
    return hints


def _settle_promises(desk: Desk, debtor: str, amount: Decimal, day: date) -> None:
    """A promise is kept once the payments since it was made reach its amount."""
    states = {}
    for promise in desk.promises:
        if promise.debtor != debtor or promise.kept is not None or day < promise.made_on:
            continue
        received = amount + sum(
            (
                paid.amount
                for paid in desk.payments
                if paid.debtor == debtor and paid.value_date >= promise.made_on
            ),
            ZERO,
        )
        if received >= promise.amount:
            states[promise.row] = label("promise_state", "kept")
    if states:
        desk.book.write(schema.PROMISES.table, schema.PROMISES.heading("state"), dict(states))


def _settle_plan(desk: Desk, debtor: str, amount: Decimal) -> None:
    """Payments fill the instalments of a plan in their order."""
    table = desk.book.read(schema.PLANS.table)
    heading = schema.PLANS.heading
    left = amount
    paid_by_row, state_by_row = {}, {}
    for row in table.rows:
        if left <= 0 or str(row.cells.get(heading("debtor"))) != debtor:
            continue
        due = Decimal(str(row.cells.get(heading("amount")) or 0))
        paid = Decimal(str(row.cells.get(heading("paid")) or 0))
        share = min(left, due - paid)
        if share <= 0 or row.cells.get(heading("state")) == label("plan_state", "cancelled"):
            continue
        left -= share
        paid_by_row[row.number] = paid + share
        if paid + share >= due:
            state_by_row[row.number] = label("plan_state", "paid")
    if paid_by_row:
        desk.book.write(schema.PLANS.table, heading("paid"), dict(paid_by_row))
    if state_by_row:
        desk.book.write(schema.PLANS.table, heading("state"), dict(state_by_row))
