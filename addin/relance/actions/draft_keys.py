"""The key of a draft: what it asks for; the name of its file holds the first digits."""

from collections.abc import Iterable

from ..core.journal import document_key
from ..core.money import ZERO
from ..core.records import Decision, Event, Receivable
from ..documents.names import KEY_LENGTH, key_in


def key_of(decision: Decision) -> str:
    """Return the key of a decision's document.

    Interest is left out on purpose: it grows every day, and a letter posted yesterday but not
    confirmed yet must not be written again today.
    """
    demanded = [line.item for line in decision.demanded]
    items = [line.item for line in decision.lines]
    return demand_key(decision.debtor.code, decision.step, demanded, items)


def demand_key(
    debtor: str, step: str, demanded: Iterable[Receivable], items: Iterable[Receivable]
) -> str:
    """Return the key of a demand: debtor, step, items and open amounts, and the credits it nets."""
    amounts = {item.number: item.open for item in demanded}
    currencies = {item.currency for item in demanded}
    for item in items:
        if item.open < 0 and item.currency in currencies:
            netted = f"- {item.currency}"
            amounts[netted] = amounts.get(netted, ZERO) + item.open
    return document_key(debtor, step, ((number, f"{sum_:.2f}") for number, sum_ in amounts.items()))


def is_named(draft: Event, key: str) -> bool:
    """Tell whether a draft has that key: its name holds the first digits."""
    return key_in(draft.document)[:KEY_LENGTH] == key[:KEY_LENGTH]
