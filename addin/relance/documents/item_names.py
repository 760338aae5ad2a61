"""What an item is called in a document."""

from ..core.balances import is_balance
from ..core.records import Receivable
from ..wording.tongues import Tongue


def item_name(item: Receivable, tongue: Tongue) -> str:
    """Return an item's number, with what it is when it is not an invoice.

    A payment has its day for a name: its number, of our books, tells a debtor nothing.
    """
    if is_balance(item):
        return tongue.items.balance
    if item.kind == "payment":
        day = tongue.figures.day(item.issued) if item.issued else ""
        return tongue.items.payment_of.format(day=day) if day else tongue.items.payment
    return f"{tongue.items.prefixes.get(item.kind, '')}{item.number}"
