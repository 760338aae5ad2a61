"""What a reminder says of penalty notes about its invoices: their sums are asked for once."""

from dataclasses import replace

from ..core.notes import about, told_notes
from ..core.records import Case, Message


def with_notes(bare: Message, case: Case) -> Message:
    """Return a message that names the notes about what it demands.

    One that claims interest and fixed sums includes those of the notes, to its own day. One that
    only announces them says which a note has claimed already: they are not to come. A note that
    was never sent has claimed nothing of the debtor.
    """
    numbers = [line.item.number for line in bare.decision.demanded]
    known = told_notes(case.events, bare.decision.as_of)
    found = about(known, numbers) if bare.claims != "none" else ()
    noted = {number for one in found for number in one.items}
    return replace(
        bare,
        notes=tuple((one.number, one.day) for one in found),
        noted=tuple(one for one in numbers if one in noted) if bare.claims == "announced" else (),
    )
