"""The journal as a verb writes it: outbox first, then the document, then the sheet.

`recover` opens every verb: it restores to the sheet the lines that only the outbox has. It drops
the last ones whose document was never written, and those of an import or of a take-over: what they
told of was lost with the sheet, and both are run again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..core.history import History, read
from ..core.journal import HEAD, chained, check, last_of
from ..core.records import Event
from ..workbook import schema, write
from .book import Book
from .document_files import document_path
from .files import is_there, refused_alone
from .lines import is_repeatable
from .outbox import Entry, Outbox


@dataclass(frozen=True, slots=True)
class Recovery:
    """What an interrupted verb had left.

    `restored` are the events that are in the sheet again, `dropped` those of documents to write
    again, `repeatable` those of an import or of a take-over to run again.
    """

    restored: tuple[Event, ...] = ()
    dropped: tuple[Event, ...] = ()
    repeatable: tuple[Event, ...] = ()

    def __add__(self, other: "Recovery") -> "Recovery":
        """Return what two folders gave together."""
        return Recovery(
            self.restored + other.restored,
            self.dropped + other.dropped,
            self.repeatable + other.repeatable,
        )


class Ledger:
    """The events of a workbook, and the only way to add one."""

    def __init__(self, book: Book, events: Sequence[Event], outbox: Outbox | None) -> None:
        """Check the chain and bind the places where events are written.

        Raises:
            JournalBrokenError: a line was edited, deleted or inserted.
        """
        check(events)
        self._book = book
        self._events = list(events)
        self._last = last_of(events)
        self._by_debtor: dict[str, list[Event]] = {}
        for event in events:
            self._by_debtor.setdefault(event.debtor, []).append(event)
        self._histories: dict[str, History] = {}  # of the debtors asked for, until their next line
        self._outbox = outbox
        self._keys = {entry.event.document: entry.key for entry in self._entries()}

    @property
    def events(self) -> tuple[Event, ...]:
        """All events so far."""
        return tuple(self._events)

    def of(self, debtor: str) -> tuple[Event, ...]:
        """Return a debtor's events so far."""
        return tuple(self._by_debtor.get(debtor, ()))

    def history_of(self, debtor: str) -> History:
        """Return what a debtor's events so far tell."""
        if debtor not in self._histories:
            self._histories[debtor] = read(self._by_debtor.get(debtor, ()))
        return self._histories[debtor]

    @property
    def last(self) -> Event | None:
        """The head of the chain."""
        return self._last

    @property
    def head(self) -> str:
        """First 12 hex digits of the head's hash, as printed on each document."""
        return self.last.hash[:HEAD] if self.last else ""

    def key_of(self, document: str) -> str:
        """Return the key under which a document was prepared, "" when not known."""
        return self._keys.get(document, "")

    def log(self, event: Event) -> Event:
        """Chain an event that has no document of its own and write it everywhere."""
        return self.write(self._chain(event), key="")

    def prepare(self, events: Iterable[Event], key: str) -> tuple[Event, ...]:
        """Chain the events of one document and put them in the outbox: it comes next."""
        prepared: list[Event] = []
        for event in events:
            linked = chained(event, prepared[-1] if prepared else self.last)
            if self._outbox is not None:
                self._outbox.append(linked, key)
            self._keys[linked.document] = key
            prepared.append(linked)
        return tuple(prepared)

    def drop(self, prepared: Iterable[Event]) -> None:
        """Forget the lines of a document that was refused: the next ones take their numbers."""
        for event in prepared:
            if self._outbox is not None:
                self._outbox.drop(event)

    def write(self, event: Event, key: str | None = None) -> Event:
        """Write a chained event to the sheet; to the outbox too when `key` is given."""
        if self._outbox is not None and key is not None:
            self._outbox.append(event, key)
        self._book.append(schema.JOURNAL.table, [write.event(event)])
        self._events.append(event)
        self._last = event
        self._by_debtor.setdefault(event.debtor, []).append(event)
        self._histories.pop(event.debtor, None)
        return event

    def _chain(self, event: Event) -> Event:
        return chained(event, self.last)

    def _entries(self) -> tuple[Entry, ...]:
        return self._outbox.entries() if self._outbox is not None else ()

    def lacking(self) -> list[Entry]:
        """Return the lines of the outbox that the sheet has not."""
        known = {event.hash for event in self._events}
        return [entry for entry in self._entries() if entry.event.hash not in known]

    def recover(self) -> Recovery:
        """Bring sheet, outbox and folder back together after an interruption."""
        lacking = self.lacking()
        repeatable = [entry.event for entry in lacking if is_repeatable(entry.event)]
        for event in repeatable:
            self._required_outbox().drop(event)
        lacking = [entry for entry in lacking if not is_repeatable(entry.event)]
        dropped = self._drop_unwritten(lacking)
        return Recovery(tuple(self._restored(lacking)), tuple(dropped), tuple(repeatable))

    def _restored(self, lacking: Iterable[Entry]) -> Iterator[Event]:
        """Restore the lines in their order; a reversal follows the line that has a new number."""
        numbers: dict[str, str] = {}
        for entry in lacking:
            event = entry.event
            if event.outcome == "reversed" and event.document in numbers:
                event = replace(event, document=numbers[event.document])
            restored = self._restore(entry, event)
            numbers[f"#{entry.event.number}"] = f"#{restored.number}"
            yield restored

    def _drop_unwritten(self, lacking: list[Entry]) -> list[Event]:
        """Forget the last prepared entries whose document is not there: a rerun makes them."""
        dropped: list[Event] = []
        while lacking and lacking[-1].key and not self._is_written(lacking[-1].event):
            event = lacking.pop().event
            self._required_outbox().drop(event)
            dropped.append(event)
        return dropped

    def _required_outbox(self) -> Outbox:
        if self._outbox is None:
            raise RuntimeError("entries come from an outbox")
        return self._outbox

    def _is_written(self, event: Event) -> bool:
        path = document_path(self._required_outbox().folder, event.document)
        return is_there(path) and sha256_of(path) == event.sha256

    def _restore(self, entry: Entry, event: Event) -> Event:
        """Append to the sheet; chain anew when the sheet went on without this entry."""
        expected = self._chain(event)
        if expected.hash == entry.event.hash:
            return self.write(event)
        self._required_outbox().drop(entry.event)
        moved = replace(expected, entered_at=event.entered_at)
        return self.write(moved, key=entry.key)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hex.

    Raises:
        FileRefusedError: another program keeps it to itself.
        OutputFolderError: it can't be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as fault:
        raise refused_alone(path, fault) from None
