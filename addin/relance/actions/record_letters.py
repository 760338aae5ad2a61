"""What became of a message: presented, not arrived; and the reversal of a wrong entry."""

from dataclasses import replace

from ..core.errors import NothingToRecordError
from ..core.history import read
from ..core.records import Outcome
from .desk import Desk
from .record import Entry, Recorded


def delivered(desk: Desk, entry: Entry, debtor: str, tracking: str = "") -> Recorded:
    """Write down the day on which a registered letter was first presented.

    Raises:
        NothingToRecordError: no registered letter of the debtor was sent.
    """
    return _about_last(desk, entry, debtor, "delivered", ("registered_letter",), tracking)


def bounced(desk: Desk, entry: Entry, debtor: str, note: str = "") -> Recorded:
    """Write down that the last message did not arrive: it counts as not sent.

    Raises:
        NothingToRecordError: no message of the debtor was sent.
    """
    channels = ("email", "letter", "registered_letter")
    return _about_last(desk, entry, debtor, "bounced", channels, note)


def _about_last(
    desk: Desk, entry: Entry, debtor: str, outcome: Outcome, channels: tuple[str, ...], note: str
) -> Recorded:
    desk.debtor(debtor)
    desk.check_day(entry.day)
    messages = [
        event
        for event in read(desk.events_of(debtor)).contacts
        if event.outcome == "sent" and event.channel in channels
    ]
    if not messages:
        raise NothingToRecordError(what=outcome, debtor=debtor)
    event = replace(
        messages[-1], day=entry.day, outcome=outcome, note=note, entered_at=entry.entered_at
    )
    return Recorded((desk.ledger.log(event),))


def reverse(desk: Desk, entry: Entry, number: int, note: str = "") -> Recorded:
    """Reverse a wrong entry of the journal by another; neither is deleted.

    Raises:
        NothingToRecordError: the journal has no such line, or it is reversed already.
    """
    desk.check_day(entry.day)
    wrong = next((event for event in desk.ledger.events if event.number == number), None)
    target = f"#{number}"
    done = any(e.outcome == "reversed" and e.document == target for e in desk.ledger.events)
    if wrong is None or wrong.outcome == "reversed" or done:
        raise NothingToRecordError(what="reverse", debtor=target)
    event = replace(
        wrong, day=entry.day, outcome="reversed", document=target, sha256="", note=note,
        entered_at=entry.entered_at,
    )  # fmt: skip
    return Recorded((desk.ledger.log(event),))
