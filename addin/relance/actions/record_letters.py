"""What became of a message: presented, not arrived; and the reversal of a wrong entry."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from ..core.errors import BadArgumentError, NothingToRecordError
from ..core.findings import Reason
from ..core.journal import check_reversal, reversed_numbers
from ..core.records import Event, Outcome
from ..core.told import dated, happened_on
from .desk import Desk, open_desk
from .lines import PLAN
from .plans import plans_back
from .record import Entry, Recorded
from .undo import check_untied, undo


def delivered(
    desk: Desk, entry: Entry, debtor: str, tracking: str = "", presented_on: date | None = None
) -> Recorded:
    """Write down the day on which a registered letter was first presented.

    Args:
        desk: the workbook.
        entry: the day and the moment of the entry.
        debtor: who was written to.
        tracking: the number of the letter; "" takes the last one.
        presented_on: the day of the first presentation, None for that of the entry.

    Raises:
        NothingToRecordError: no registered letter of the debtor was sent, or none of that number.
        BadArgumentError: presented after the entry, or before the letter was sent.
    """
    letters = [
        event
        for event in _messages(desk, debtor, ("registered_letter",))
        if tracking in ("", event.note)
    ]
    letter = _last(desk, entry, letters, debtor, "delivered")
    presented = presented_on or entry.day
    if presented > entry.day:
        raise BadArgumentError(argument="presented_on", value=presented, day=entry.day)
    if presented < happened_on(letter):
        raise BadArgumentError(
            reason="presented_too_early",
            argument="presented_on",
            value=presented,
            sent=happened_on(letter),
        )
    letter = replace(letter, document=dated(letter.document, presented))
    return _about(desk, entry, letter, "delivered", tracking)


def bounced(desk: Desk, entry: Entry, debtor: str, note: str = "") -> Recorded:
    """Write down that the last message did not arrive: it counts as not sent.

    Raises:
        NothingToRecordError: no message of the debtor was sent.
    """
    channels = ("email", "letter", "registered_letter")
    messages = _messages(desk, debtor, channels)
    return _about(desk, entry, _last(desk, entry, messages, debtor, "bounced"), "bounced", note)


def _messages(desk: Desk, debtor: str, channels: tuple[str, ...]) -> list[Event]:
    """Return the messages that were sent to a debtor. Raises UnknownDebtorError."""
    desk.debtor(debtor)
    return [
        event
        for event in desk.history_of(debtor).contacts
        if event.outcome == "sent" and event.channel in channels
    ]


def _last(
    desk: Desk, entry: Entry, messages: Sequence[Event], debtor: str, outcome: Outcome
) -> Event:
    desk.check_day(entry.day)
    if not messages:
        raise NothingToRecordError(reason=outcome, debtor=debtor)
    return messages[-1]


def _about(desk: Desk, entry: Entry, message: Event, outcome: Outcome, note: str) -> Recorded:
    event = replace(message, day=entry.day, outcome=outcome, note=note, entered_at=entry.entered_at)
    return Recorded((desk.ledger.log(event),))


def reverse(desk: Desk, entry: Entry, numbers: Collection[int], note: str = "") -> Recorded:
    """Reverse wrong entries of the journal, each by another; none is deleted.

    What they had written in another sheet (promise, dispute, plan, payment) is taken back, the
    last one first; a row that can't be found is told. All of them are checked before anything is
    written.

    Args:
        desk: the workbook.
        entry: the day and the moment of the reversal.
        numbers: the lines to reverse.
        note: free text.

    Raises:
        NothingToRecordError: the journal has no such line, it is reversed already, or an import
            has since matched the payment that it tells.
        DayBeforeJournalError: the day is before that of the lines that remain.
    """
    wrong = _to_reverse(desk, numbers)
    check_reversal(desk.ledger.events, wrong, entry.day)
    check_untied(desk, wrong)
    events, left = [], []
    for line in reversed(wrong):
        left += [(line.debtor, one) for one in _resumed(desk, line)]
        if not undo(desk, line, entry.day):
            left.append((line.debtor, Reason("rows_gone", {"number": line.number})))
        event = replace(
            line, day=entry.day, outcome="reversed", document=f"#{line.number}", sha256="",
            note=note, entered_at=entry.entered_at,
        )  # fmt: skip
        events.append(desk.ledger.log(event))
        if line.direction == "in":
            desk = open_desk(desk.book)  # its rows have changed
        if line.outcome == "draft":
            left.append((line.debtor, Reason("draft_reversed", {"document": line.document})))
    return Recorded(tuple(events), tuple(left))


def _resumed(desk: Desk, line: Event) -> list[Reason]:
    """The plans that run again once a line is reversed, the one that had replaced them."""
    back = plans_back(desk, line) if line.step == PLAN and line.direction == "in" else []
    return [Reason("plan_resumed", {"agreed_on": one.agreed_on}) for one in back]


def _to_reverse(desk: Desk, numbers: Collection[int]) -> list[Event]:
    known = {event.number: event for event in desk.ledger.events}
    void = reversed_numbers(desk.ledger.events)
    for number in sorted(numbers):
        if number not in known or number in void:
            raise NothingToRecordError(reason="reverse", debtor="", line=number)
    return [known[number] for number in sorted(set(numbers))]
