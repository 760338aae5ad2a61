"""What became of a message: presented, not arrived; and the reversal of a wrong entry."""

from dataclasses import replace

from ..core.errors import NothingToRecordError
from ..core.history import read
from ..core.records import Event, Outcome
from .desk import Desk
from .record import Entry, Recorded
from .undo import undo


def delivered(desk: Desk, entry: Entry, debtor: str, tracking: str = "") -> Recorded:
    """Write down the day on which a registered letter was first presented.

    Args:
        desk: the workbook.
        entry: the day of the presentation.
        debtor: who was written to.
        tracking: the number of the letter; "" takes the last one.

    Raises:
        NothingToRecordError: no registered letter of the debtor was sent, or none of that number.
    """
    letters = [
        event
        for event in _messages(desk, debtor, ("registered_letter",))
        if tracking in ("", event.note)
    ]
    return _about_last(desk, entry, letters, debtor, "delivered", tracking)


def bounced(desk: Desk, entry: Entry, debtor: str, note: str = "") -> Recorded:
    """Write down that the last message did not arrive: it counts as not sent.

    Raises:
        NothingToRecordError: no message of the debtor was sent.
    """
    channels = ("email", "letter", "registered_letter")
    return _about_last(desk, entry, _messages(desk, debtor, channels), debtor, "bounced", note)


def _messages(desk: Desk, debtor: str, channels: tuple[str, ...]) -> list[Event]:
    """Return the messages that were sent to a debtor. Raises UnknownDebtorError."""
    desk.debtor(debtor)
    return [
        event
        for event in read(desk.events_of(debtor)).contacts
        if event.outcome == "sent" and event.channel in channels
    ]


def _about_last(
    desk: Desk, entry: Entry, messages: list[Event], debtor: str, outcome: Outcome, note: str
) -> Recorded:
    desk.check_day(entry.day)
    if not messages:
        raise NothingToRecordError(reason=outcome, debtor=debtor)
    event = replace(
        messages[-1], day=entry.day, outcome=outcome, note=note, entered_at=entry.entered_at
    )
    return Recorded((desk.ledger.log(event),))


def reverse(desk: Desk, entry: Entry, number: int, note: str = "") -> Recorded:
    """Reverse a wrong entry of the journal by another; neither is deleted.

    What the entry had written in another sheet (promise, dispute, plan, payment) is taken back.

    Raises:
        NothingToRecordError: the journal has no such line, or it is reversed already.
    """
    desk.check_day(entry.day)
    wrong = next((event for event in desk.ledger.events if event.number == number), None)
    target = f"#{number}"
    done = any(e.outcome == "reversed" and e.document == target for e in desk.ledger.events)
    if wrong is None or wrong.outcome == "reversed" or done:
        raise NothingToRecordError(reason="reverse", debtor=target)
    undo(desk, wrong)
    event = replace(
        wrong, day=entry.day, outcome="reversed", document=target, sha256="", note=note,
        entered_at=entry.entered_at,
    )  # fmt: skip
    return Recorded((desk.ledger.log(event),))
