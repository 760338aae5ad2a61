"""Penalty notes that wait while a settlement waives what they claim: nobody must send them."""

from collections.abc import Collection

from ..core.findings import Reason
from ..core.notes import numbers_of
from ..core.records import Event
from .batch import Order
from .desk import Desk
from .document_files import set_aside
from .drafts import closing
from .penalty_notes import unsent_notes


def waived_notes(desk: Desk, debtor: str, items: Collection[str]) -> tuple[Event, ...]:
    """Return the lines of the notes that nobody confirmed as sent and that claim on some items."""
    notes = unsent_notes(desk, debtor)
    return tuple(one for one in notes if not set(items).isdisjoint(one.items))


def end_notes(
    desk: Desk, order: Order, notes: Collection[Event], items: Collection[str]
) -> tuple[Reason, ...]:
    """End some notes, set their files aside, and say so; a dry run says what would become of them.

    Args:
        desk: the workbook.
        order: the day and the folder.
        notes: their lines.
        items: what the settlement is about: what else a note claims is to be noted again.
    """
    told = list[Reason]()
    for line in notes:
        facts: dict[str, object] = {
            "note": numbers_of(desk.events_of(line.debtor))[line.document], "day": line.day,
            "document": line.document,
        }  # fmt: skip
        told.append(_ended(desk, order, line, facts))
        rest = tuple(one for one in line.items if one not in items)
        if rest:
            whose = {"note": facts["note"], "numbers": rest, "debtor": line.debtor}
            told.append(Reason("note_rest", whose))
    return tuple(told)


def _ended(desk: Desk, order: Order, line: Event, facts: dict[str, object]) -> Reason:
    if order.dry_run:
        return Reason("note_to_waive", facts)
    desk.ledger.log(closing(line, "cancelled", order.as_of, order.entered_at))
    left = set_aside(order.folder, [line.document]).left
    return Reason("note_waived", facts | ({"reason": "left"} if left else {}))
