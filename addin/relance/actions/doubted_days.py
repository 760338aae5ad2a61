"""What a document that waits demands, and a file says is due later: held for a person to look at.

Either day may be the wrong one. A line tells the file's, so that whoever lets the item go is not
asked about the same day again.
"""

from collections.abc import Iterable
from datetime import date

from ..core.records import Event, Receivable
from ..core.suspended import HOLD
from ..wording.sentences import sentence
from .desk import Desk
from .presence import Key, key_of
from .status import give


def hold_doubted(
    desk: Desk, pairs: Iterable[tuple[Receivable, Receivable]], day: date, entered_at: str
) -> frozenset[Key]:
    """Hold the items that a file gives a later due date for, once a date; returns which.

    Args:
        desk: the workbook.
        pairs: an item of ours, and what a file says of it.
        day: the day of the import.
        entered_at: the moment of the entry.
    """
    waiting = {(one.debtor, number) for one in desk.drafts() for number in one.items}
    held = set()
    for ours, theirs in pairs:
        if (ours.debtor, ours.number) in waiting and _is_later(ours, theirs):
            line = Event(
                0, day, ours.debtor, (ours.number,), HOLD, direction="in",
                note=sentence("due_doubted", {"theirs": theirs.due}), entered_at=entered_at,
            )  # fmt: skip
            if not _was_asked(desk, line) and give(desk, line):
                desk.ledger.log(line)
                held.add(key_of(ours))
    return frozenset(held)


def _is_later(ours: Receivable, theirs: Receivable) -> bool:
    """Tell whether a file gives a later day, which nobody has guessed, for what is still open."""
    if ours.open <= 0 or theirs.due_is_estimated or not theirs.due or not ours.payable_on:
        return False
    return theirs.due > ours.payable_on


def _was_asked(desk: Desk, line: Event) -> bool:
    """Tell whether an import has held the item for that day already, reversed or not."""
    said = (line.step, line.items, line.note)
    return any((one.step, one.items, one.note) == said for one in desk.events_of(line.debtor))
