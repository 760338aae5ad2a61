"""A balance without invoices: what a debtor owes in all, known from an aged balance only.

It stands in `Factures` as one item without days. A letter must name invoices, so it leads to
call sheets alone, until it is paid.
"""

from datetime import date, timedelta

from .policy import Policy
from .records import Receivable

NUMBER = "SOLDE"


def balance_number(currency: str) -> str:
    """Return the number of a debtor's balance in a currency."""
    return NUMBER if currency == "EUR" else f"{NUMBER}-{currency}"


def is_balance(item: Receivable) -> bool:
    """Tell whether an item is a balance without invoices."""
    return item.number == balance_number(item.currency) and item.due is None and not item.issued


def next_call(policy: Policy, position: int, last: date | None) -> tuple[int, date | None] | None:
    """Return the place of the next call about a balance and its day.

    The calls of the policy come one after the other, as far apart as they are in it; the last
    one comes again and again.

    Args:
        policy: the debtor's policy.
        position: place of the last step done, -1 when none.
        last: day of it.

    Returns:
        None when the policy has no call; a day that is None may come at once.
    """
    calls = [i for i, step in enumerate(policy.steps) if step.document == "call_sheet"]
    if not calls:
        return None
    if last is None or position < calls[0]:
        return calls[0], None
    following = next((place for place in calls if place > position), None)
    if following is None:
        return calls[-1], last + timedelta(days=policy.values.balance_days)
    return following, last + timedelta(days=policy.ages[following] - policy.ages[position])
