"""What surrounds a penalty note: its number, earlier notes and letters, what it replaces."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..core.findings import Reason, distinct
from ..core.history import read
from ..core.informed import had_by
from ..core.notes import (
    NOTE,
    Note,
    is_of_key,
    number_for,
    standing_notes,
    thanked_on,
)
from ..core.penalties import replaced_by
from ..core.question import whole_policy
from ..core.records import WRITTEN, Case, Decision, Event, Message
from ..core.told import written_on
from .batch import Order
from .desk import Desk
from .document_files import set_aside
from .drafts import closing

RATE_DOUBTS = ("contract_rate_below_floor", "floor_unknown")


def as_note(desk: Desk, case: Case, bare: Message, key: str) -> Message:
    """Return what a note says of its number, and of what was written about the same invoices.

    Args:
        desk: the workbook.
        case: the debtor.
        bare: the note.
        key: the key of its document, by which the same one has the same number.
    """
    code, day = case.debtor.code, bare.decision.as_of
    numbers = [line.item.number for line in bare.decision.demanded]
    events = desk.events_of(code)
    notes = replaced_by(_others(_before(events, day, key), day, key), numbers)
    return replace(
        bare,
        number=number_for(events, code, day, key),
        notes=_named(notes),
        claimed_on=_claimed_on(desk, case, numbers),
        thanked_on=thanked_on(read(events), numbers),
    )


def _before(events: tuple[Event, ...], day: date, key: str) -> tuple[Event, ...]:
    """The journal as a note found it: one that is made again still names those that it ended."""
    made = (one for one in events if (one.step, one.outcome, one.day) == (NOTE, "prepared", day))
    first = next((one for one in made if is_of_key(one.document, key)), None)
    return events if first is None else tuple(one for one in events if one.number < first.number)


def _others(events: tuple[Event, ...], day: date, key: str) -> tuple[Note, ...]:
    """The notes that stand, but this one: on another day the same sums are another note."""
    return tuple(
        note
        for note in standing_notes(events)
        if note.day != day or not is_of_key(note.document, key)
    )


def _named(notes: tuple[Note, ...]) -> tuple[tuple[str, date], ...]:
    return tuple((note.number, note.day) for note in notes)


def _claimed_on(desk: Desk, case: Case, numbers: list[str]) -> date | None:
    """The day of the last letter that claimed interest and fixed sum, to who gets the note.

    One that waits counts: it goes out beside the note.
    """
    policy, history = whole_policy(case, desk.setting), read(case.events)
    letters = (*history.contacts, *history.drafts)
    days = (
        written_on(event)
        for event in had_by(case, "penalty_note", desk.setting.marks.notices, letters)
        if policy.has_claimed(event.step) and event.channel in WRITTEN
        if not set(numbers).isdisjoint(event.items)
    )
    return max(days, default=None)


def doubts(decision: Decision) -> tuple[Reason, ...]:
    """Return why the contract's rate may not hold, each reason once: a person decides."""
    found = (one for line in decision.lines for one in line.claim.withheld)
    return distinct(one for one in found if one.code in RATE_DOUBTS)


def unsent_notes(desk: Desk, debtor: str = "") -> tuple[Event, ...]:
    """Return the last line of each note that stands and nobody confirmed as sent.

    Args:
        desk: the workbook.
        debtor: whose notes, "" for those of all.
    """
    codes = dict.fromkeys(one.debtor for one in desk.ledger.events if one.step == NOTE)
    return tuple(
        line for code in codes if debtor in ("", code) for line in _unsent(desk.events_of(code))
    )


def _unsent(events: tuple[Event, ...]) -> Iterator[Event]:
    unsent = {note.document for note in standing_notes(events) if not note.is_sent}
    lines = {one.document: one for one in events if one.outcome == "prepared"}
    return (line for document, line in lines.items() if document in unsent)


def replace_notes(desk: Desk, order: Order, debtor: str, document: str) -> tuple[Reason, ...]:
    """End the notes that nobody confirmed as sent, set their files aside, and say so.

    The e-mail of a note ends its letter too, and the letter its e-mail: they are one note. A dry
    run only says what would become of them.

    Args:
        desk: the workbook.
        order: the day and the folder.
        debtor: whose notes.
        document: the file's name of the one that stays.
    """
    others = [note for note in standing_notes(desk.events_of(debtor)) if note.document != document]
    return tuple(_replaced(desk, order, debtor, [note for note in others if not note.is_sent]))


def _replaced(desk: Desk, order: Order, debtor: str, notes: list[Note]) -> Iterator[Reason]:
    for note in notes:
        facts: dict[str, object] = {"note": note.number, "day": note.day, "document": note.document}
        if order.dry_run:
            yield Reason("note_to_replace", facts)
            continue
        lines = [one for one in desk.events_of(debtor) if one.document == note.document]
        desk.ledger.log(closing(lines[-1], "replaced", order.as_of, order.entered_at))
        left = set_aside(order.folder, [note.document]).left
        yield Reason("note_replaced", facts | ({"reason": "left"} if left else {}))
