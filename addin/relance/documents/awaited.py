"""What a debtor need not transfer: what a debit or a bill will take, what comes as agreed."""

from collections.abc import Iterator
from decimal import Decimal

from ..core.account import RUNNING
from ..core.findings import Reason
from ..core.money import ZERO
from ..core.records import Message, Receivable


def is_transferred(message: Message, item: Receivable) -> bool:
    """Tell whether a debtor pays an item by a transfer of their own."""
    return not is_collected(message, item) and not in_agreement(message, item)


def is_collected(message: Message, item: Receivable) -> bool:
    """Tell whether an item will be paid without the debtor doing anything: debit or bill.

    Only before it is due: a debit that did not go through is asked for like any other sum.
    """
    due, decision = item.payable_on, message.decision
    awaited = message.kind == "statement" and due is not None and due >= decision.as_of
    return (decision.phase == 0 or awaited) and item.payment_method in ("direct_debit", "bill")


def in_agreement(message: Message, item: Receivable) -> bool:
    """Tell whether an agreement that runs asks for an item of a statement, in its own way."""
    return any(item.number in covered for _, covered in _running(message, item.currency))


def agreed_part(message: Message, currency: str) -> Decimal:
    """Return how much of a statement's balance comes as agreed: nobody transfers it beside that.

    A settlement has a part of the credits too, which is in what is left on its items.
    """
    part = ZERO
    for reason, covered in _running(message, currency):
        lines = message.decision.demanded
        listed = [line.item.open for line in lines if line.item.number in covered]
        whole, left = sum(listed, ZERO), reason.facts.get("open")
        part += min(left, whole) if isinstance(left, Decimal) else whole
    return part


def _running(message: Message, currency: str) -> Iterator[tuple[Reason, set[str]]]:
    """The agreements that run, with the numbers of what a statement lists of them."""
    if message.kind != "statement":
        return
    lines = message.decision.demanded
    listed = {line.item.number for line in lines if line.item.currency == currency}
    for reason in message.decision.why:
        numbers = reason.facts.get("numbers") if reason.code in RUNNING else None
        if isinstance(numbers, tuple):
            yield reason, listed.intersection(numbers)
