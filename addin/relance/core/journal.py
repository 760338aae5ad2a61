"""The journal's chain: each event carries the hash of the one before it.

hash = SHA-256 of the NFC UTF-8 of all fields before the note but the time of entry, joined by
U+001F; days are ISO, items are sorted and joined by a space, a blank is "". Names and notes are
outside the hash, so that a personal note can be corrected without breaking the chain. It proves
that lines were not edited, deleted or inserted, unless every later line was computed again.
"""

import hashlib
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from .errors import DayBeforeJournalError, JournalBrokenError
from .records import Event

FIRST_PREVIOUS = "0" * 64
SEPARATOR = "\x1f"
HEAD = 12  # digits of the last line's hash that a document prints


def fingerprint(event: Event) -> str:
    """Return the SHA-256 of an event, in hex."""
    fields = (
        str(event.number),
        event.previous,
        event.day.isoformat(),
        event.debtor,
        " ".join(sorted(event.items)),
        event.step,
        event.channel,
        event.direction,
        event.outcome,
        event.document,
        event.sha256,
    )
    text = unicodedata.normalize("NFC", SEPARATOR.join(fields))
    return hashlib.sha256(text.encode()).hexdigest()


def chained(event: Event, last: Event | None) -> Event:
    """Return an event with its number, its link to `last` and its hash."""
    number = last.number + 1 if last else 1
    linked = replace(event, number=number, previous=last.hash if last else FIRST_PREVIOUS)
    return replace(linked, hash=fingerprint(linked))


def head_before(event: Event) -> str:
    """Return the head of the chain before an event, as documents print it; "" before the first."""
    return "" if event.previous == FIRST_PREVIOUS else event.previous[:HEAD]


def last_of(events: Iterable[Event]) -> Event | None:
    """Return the event with the highest number, None when there is none."""
    return max(events, key=lambda event: event.number, default=None)


def check(events: Sequence[Event]) -> None:
    """Check the chain, by number and not by the order of the rows.

    Raises:
        JournalBrokenError: facts `number` (the first broken line) and `reason`:
            `duplicate`, `missing`, `link` (not chained to the line before) or `edited`.
    """
    previous = FIRST_PREVIOUS
    for expected, event in enumerate(sorted(events, key=lambda e: e.number), 1):
        if event.number < expected:
            raise JournalBrokenError(number=event.number, reason="duplicate")
        if event.number > expected:
            raise JournalBrokenError(number=expected, reason="missing")
        if fingerprint(event) != event.hash:
            raise JournalBrokenError(number=event.number, reason="edited")
        if event.previous != previous:
            raise JournalBrokenError(number=event.number, reason="link")
        previous = event.hash


def reversed_numbers(events: Iterable[Event]) -> set[int]:
    """Return the numbers of the lines that another line reverses, and of those that reverse."""
    numbers: set[int] = set()
    for event in events:
        if event.outcome == "reversed" and event.document.startswith("#"):
            target = event.document[1:]
            numbers |= {int(target), event.number} if target.isdecimal() else {event.number}
    return numbers


def last_day(events: Iterable[Event]) -> date | None:
    """Return the last day of the lines that hold, None when there is none.

    A reversed line does not count, nor does its reversal, so that a day typed wrong can be mended.
    """
    return max((event.day for event in _holding(events)), default=None)


def check_day(events: Iterable[Event], day: date) -> None:
    """Refuse a day before the journal's last; the same day is accepted.

    Raises:
        DayBeforeJournalError: facts `day`, `last`, `lines` (the numbers of the later lines) and
            `reason` (`line` or `lines`).
    """
    _check_after(_holding(events), day)


def check_reversal(events: Iterable[Event], wrong: Collection[Event], day: date) -> None:
    """Refuse the day of a reversal that is before the last of the lines that remain.

    A line dated after its own reversal had its day typed wrong: the lines written after it had to
    take that day too, so only those before it count. A whole run is mended from its first line on.

    Args:
        events: the journal.
        wrong: the lines to reverse.
        day: the day of their reversal.

    Raises:
        DayBeforeJournalError: as `check_day`.
    """
    numbers = {event.number for event in wrong}
    rest = [event for event in _holding(events) if event.number not in numbers]
    if all(event.day > day for event in wrong):
        rest = [event for event in rest if event.number < max(numbers)]
    _check_after(rest, day)


def _holding(events: Iterable[Event]) -> list[Event]:
    known = list(events)
    void = reversed_numbers(known)
    return [event for event in known if event.number not in void]


def _check_after(events: Iterable[Event], day: date) -> None:
    later = sorted((event for event in events if event.day > day), key=lambda one: one.number)
    if not later:
        return
    raise DayBeforeJournalError(
        day=day,
        last=max(event.day for event in later),
        lines=tuple(event.number for event in later),
        reason="line" if len(later) == 1 else "lines",
    )


def document_key(debtor: str, step: str, amounts: Iterable[tuple[str, str]]) -> str:
    """Return the key of a document: same key, same demand.

    Args:
        debtor: the debtor's code.
        step: the step's code.
        amounts: (item number, open amount as text) of the demanded items.

    Returns:
        64 hex digits.
    """
    parts = [debtor, step, *(f"{number}={amount}" for number, amount in sorted(amounts))]
    return hashlib.sha256(SEPARATOR.join(parts).encode()).hexdigest()
