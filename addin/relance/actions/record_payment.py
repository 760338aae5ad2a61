"""`record payment`: money received, on an invoice or not matched yet."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ..core.errors import BadArgumentError
from ..core.findings import Reason
from ..core.told import dated
from .desk import Desk
from .effects import Share, shares_of
from .lines import PAYMENT
from .record import Entry, Recorded, check_amount, find_item
from .record_heard import heard
from .settling import MAIN_CURRENCY


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
    currency = item.currency if item else MAIN_CURRENCY
    said = dated(f"{amount:.2f} {currency}", credited)
    named = (invoice,) if invoice else ()
    event = heard(desk, entry, debtor, named, PAYMENT, note, said)
    return Recorded((event,), tuple(_hints(desk, debtor, shares_of(desk, event))))


def _hints(desk: Desk, debtor: str, shares: Sequence[Share]) -> list[tuple[str, Reason]]:
    """Say which invoice an unmatched payment may settle; a person decides."""
    hints = []
    for paid in (share.payment for share in shares if not share.payment.invoice):
        same = [
            item.number
            for item in desk.receivables
            if (item.debtor, item.open, item.currency) == (debtor, paid.amount, paid.currency)
        ]
        facts = {"amount": paid.amount, "numbers": same}
        hints.append((debtor, Reason("unmatched_exact" if len(same) == 1 else "unmatched", facts)))
    return hints
