"""What of a document a debtor transfers: not what a debit takes, nor what comes as agreed."""

from collections.abc import Iterator
from decimal import Decimal

from ..core.account import NOTE_LEFT, RUNNING
from ..core.findings import Reason
from ..core.money import ZERO
from ..core.records import Line, Message, Receivable

# Codes of what holds an item of a statement until a person or its day lets it go.
HELD = ("disputed", "said_dispute", "refused", "on_hold", "retention")


def is_transferred(message: Message, line: Line) -> bool:
    """Tell whether a debtor pays an item by a transfer of their own."""
    apart = is_collected(message, line.item) or is_held(message, line)
    return not apart and not in_agreement(message, line.item)


def is_held(message: Message, line: Line) -> bool:
    """Tell whether a statement lists an item without asking for it: in dispute, retained, held."""
    return message.kind == "statement" and any(one.code in HELD for one in line.blocked)


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


def note_alone(message: Message, currency: str) -> tuple[Decimal, str] | None:
    """Return what a statement has to be paid on notes when nothing else is open, and its reference.

    Beside what is open, the account is for that: a note is paid apart, under its own number.
    """
    if message.kind != "statement" or message.decision.lines:
        return None
    left = [one.facts for one in message.decision.why if one.code == NOTE_LEFT]
    due = [(one["amount"], str(one["note"])) for one in left if one["currency"] == currency]
    sums = [amount for amount, _ in due if isinstance(amount, Decimal)]
    numbers = [number for _, number in due]
    reference = numbers[0] if len(numbers) == 1 else message.decision.debtor.code
    return (sum(sums, ZERO), reference) if sums else None


def note_currencies(message: Message) -> set[str]:
    """Return in which currencies a statement has notes to be paid and nothing else."""
    told = {str(one.facts.get("currency")) for one in message.decision.why if one.code == NOTE_LEFT}
    return {one for one in told if note_alone(message, one)}


def _running(message: Message, currency: str) -> Iterator[tuple[Reason, set[str]]]:
    """The agreements that run, with the numbers of what a statement lists of them."""
    if message.kind != "statement":
        return
    lines = message.decision.demanded
    for reason in message.decision.why:
        numbers = reason.facts.get("numbers") if reason.code in RUNNING else None
        if isinstance(numbers, tuple):
            listed = {line.item.number for line in lines if line.item.currency == currency}
            yield reason, listed.intersection(numbers)
