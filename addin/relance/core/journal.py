"""The journal's chain: each event carries the hash of the one before it.

hash = SHA-256 of the NFC UTF-8 of all fields before the note but the time of entry, joined by
U+001F; days are ISO, items are sorted and joined by a space, a blank is "". Names and notes are
outside the hash, so that a personal note can be corrected without breaking the chain. It proves
that lines were not edited, deleted or inserted, unless every later line was computed again.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from .errors import DayBeforeJournalError, JournalBrokenError
from .records import Event

FIRST_PREVIOUS = "0" * 64
SEPARATOR = "\x1f"


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


def check_day(events: Iterable[Event], day: date) -> None:
    """Refuse a day before the journal's last; the same day is accepted.

    Raises:
        DayBeforeJournalError: facts `day`, `last`.
    """
    last = max((event.day for event in events), default=day)
    if day < last:
        raise DayBeforeJournalError(day=day, last=last)


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
