"""Amount, paid and open of a row, from whichever of its figures the file gives.

Debit and credit, amount and balance, any two of amount, paid and balance, or ageing buckets.

>>> settle({"debit": Decimal(1290), "credit": Decimal(290)})
Figures(amount=Decimal('1290'), paid=Decimal('290'), open=Decimal('1000'), agree=True)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..core.money import ZERO

BUCKET = "bucket"  # key of the sum of a row's ageing buckets


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a row, signed as the file has them; `agree` tells that they add up."""

    amount: Decimal
    paid: Decimal
    open: Decimal
    agree: bool = True


def settle(found: Mapping[str, Decimal]) -> Figures | None:
    """Return the figures that a row's amounts make, None when it has none.

    Args:
        found: open, amount, paid, debit, credit and the sum of buckets, those that are filled.

    Returns:
        Figures with amount - paid = open. The balance that the file shows is believed before
        anything computed.
    """
    shown = found.get("open", found.get(BUCKET))
    if "debit" in found or "credit" in found:
        return _from_sides(found.get("debit", ZERO), found.get("credit", ZERO), shown)
    amount, paid = found.get("amount"), found.get("paid")
    if amount is not None:
        return _from_amount(amount, paid, shown)
    if shown is None:
        return None
    return Figures(shown + (paid or ZERO), paid or ZERO, shown)


def _from_sides(debit: Decimal, credit: Decimal, shown: Decimal | None) -> Figures:
    """A line with both sides is an invoice and what was paid of it."""
    both = debit > 0 and credit > 0
    net = debit - credit
    amount = debit if both else net
    if shown is None or shown == -net:  # a balance without its sign
        shown = net
    agree = shown == net or (not both and _part_of(shown, amount))
    return Figures(amount, amount - shown, shown, agree)


def _from_amount(amount: Decimal, paid: Decimal | None, shown: Decimal | None) -> Figures:
    if shown is not None and shown and shown == -amount:  # one of the two lost its sign
        amount = shown
    same_sign = (abs(paid) if amount >= 0 else -abs(paid)) if paid else ZERO
    rest = amount - same_sign
    if shown is None:
        return Figures(amount, same_sign, rest)
    agree = shown == rest if paid is not None else _part_of(shown, amount)
    return Figures(amount, amount - shown, shown, agree)


def _part_of(part: Decimal, whole: Decimal) -> bool:
    return ZERO <= part <= whole or whole <= part <= ZERO
