"""What comes next when there is nothing to write: the true next step, in words of each door."""

from collections.abc import Sequence
from datetime import date

from ..core.findings import Reason
from ..core.records import SPOKEN, Event
from .desk import Desk
from .drafts import draft_holds
from .penalty_notes import unsent_notes


def next_step(desk: Desk, as_of: date) -> Reason:
    """Return what a person does next on a day, in a workbook that has no document to write."""
    written, sheets = to_do(desk, as_of)
    if written:
        return Reason("next_confirm", {"count": len(written)})
    if sheets:
        return Reason("next_call", {"count": len(sheets)})
    return Reason("next_none" if desk.receivables else "next_import")


def to_do(desk: Desk, as_of: date) -> tuple[Sequence[Event], Sequence[Event]]:
    """Return what is to be confirmed, notes too, and the call sheets; those that hold only."""
    holding = [draft for draft in desk.drafts() if draft_holds(desk, draft, as_of)]
    sheets = [draft for draft in holding if draft.channel in SPOKEN]
    written = [draft for draft in holding if draft.channel not in SPOKEN]
    return [*written, *unsent_notes(desk)], sheets
