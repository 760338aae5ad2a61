"""A balance without invoices: what a debtor owes in all, known from an aged balance only.

It stands in `Factures` as one item without days. A letter must name invoices, so it leads to a
call sheet at most.
"""

from .records import Receivable

NUMBER = "SOLDE"


def balance_number(currency: str) -> str:
    """Return the number of a debtor's balance in a currency."""
    return NUMBER if currency == "EUR" else f"{NUMBER}-{currency}"


def is_balance(item: Receivable) -> bool:
    """Tell whether an item is a balance without invoices."""
    return item.number == balance_number(item.currency) and item.due is None and not item.issued
