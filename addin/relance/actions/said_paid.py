"""Invoices that a file says are paid, or partly, while its figures leave them whole: ours wait."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..core.records import Receivable
from ..intake.export import Export
from .presence import Key, key_of

SAID = ("part_paid", "settled_held", "status_disagrees")  # the findings that say so


def said_paid(read: Iterable[tuple[str, Export]]) -> dict[Key, Receivable]:
    """Return the items that files hold for what they say was paid."""
    return {
        key_of(item): item
        for _, export in read
        for rows in ({one.row for one in export.findings if one.code in SAID},)
        for item in export.receivables
        if item.row in rows and item.status == "on_hold"
    }


def unsure(
    before: Iterable[Receivable], doubted: Mapping[Key, Receivable]
) -> tuple[Receivable, ...]:
    """Return the open items of ours to hold: those of which we know no other payment.

    Args:
        before: the items before the import.
        doubted: what `said_paid` gave.
    """
    return tuple(
        ours
        for ours in before
        if ours.status == "open" and ours.open > 0
        if (theirs := doubted.get(key_of(ours))) and ours.paid == theirs.paid
    )


def as_known(ours: Receivable, theirs: Receivable, doubted: Mapping[Key, Receivable]) -> Receivable:
    """Return an item of a file with our own figures, where the file does not know what was paid."""
    if key_of(theirs) in doubted and ours.paid != theirs.paid:
        return replace(theirs, amount=ours.amount, paid=ours.paid)
    return theirs
