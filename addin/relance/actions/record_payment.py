"""`record payment`: money received, on an invoice or not matched yet."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..core.errors import BadArgumentError
from ..core.findings import Reason
from ..core.records import Payment, Receivable
from ..core.told import dated
from ..workbook import schema, write
from .desk import Desk
from .record import Entry, Recorded, check_amount, find_item
from .record_heard import heard
from .settling import settle_plan, settle_promises


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a payment that goes to one invoice, "" for what is not matched."""

    invoice: str
    amount: Decimal


def payment(
    desk: Desk, entry: Entry, debtor: str, amount: Decimal, invoice: str = "", note: str = "",
    value_date: date | None = None,
) -> Recorded:  # fmt: skip
    """Write down a payment; interest stops on the day on which our account was credited.

    Args:
        desk: the workbook.
        entry: the day and the moment of the entry.
        debtor: who paid.
        amount: euros or the invoice's currency, positive.
        invoice: what it pays; "" leaves it unmatched: it is netted in every demand.
        note: free text.
        value_date: the day of the credit, None for that of the entry.

    Raises:
        BadArgumentError: the amount is not positive, or the value date is after the entry.
        UnknownDebtorError, UnknownInvoiceError: no such debtor or open invoice.
    """
    check_amount(amount)
    credited = value_date or entry.day
    if credited > entry.day:
        raise BadArgumentError(argument="value_date", value=credited, day=entry.day)
    desk.debtor(debtor)
    desk.check_day(entry.day)
    item = find_item(desk, debtor, invoice) if invoice else None
    shares = _shares(item, amount)
    currency = item.currency if item else "EUR"
    records = [
        Payment(debtor, share.amount, credited, share.invoice, currency, note) for share in shares
    ]
    desk.book.append(schema.PAYMENTS.table, [write.payment(record) for record in records])
    desk.payments = (*desk.payments, *records)
    if item:
        paid = {item.row: item.paid + shares[0].amount}
        desk.book.write(schema.INVOICES.table, schema.INVOICES.heading("paid"), dict(paid))
    settle_promises(desk, debtor)
    for share in shares:
        settle_plan(desk, debtor, share.invoice, share.amount, currency)
    named = (invoice,) if invoice else ()
    said = dated(f"{amount:.2f} {currency}", credited)
    event = heard(desk, entry, debtor, named, "payment", note, said)
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
