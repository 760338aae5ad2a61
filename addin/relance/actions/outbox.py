"""`relances.jsonl` in the output folder: what was about to be written, on disk before it is.

A line is appended and forced to disk before its document exists, so a power cut or a workbook
closed without saving loses nothing: the next verb reads the lines that the journal lacks.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..core.journal import fingerprint
from ..core.records import Event
from .jsonl import add_line, read_lines
from .served import Served, serve

FILE_NAME = "relances.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it stands in the file; `key` is the document's, "" for other events."""

    event: Event
    key: str = ""


class Outbox:
    """The file of one workbook's events in one output folder.

    `serves_next` is where the workbook stands, for the folder to remember before the next line.
    """

    def __init__(self, folder: Path, book_id: str) -> None:
        """Bind the folder; nothing is read or written yet."""
        self.folder = folder
        self.book_id = book_id
        self.serves_next: Served | None = None

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.folder / FILE_NAME

    def entries(self) -> tuple[Entry, ...]:
        """Return the live entries of this workbook, in the order of their lines.

        A last line cut by a kill is passed over: its document was never begun. So is a line that
        is not one of ours.
        """
        live: dict[str, Entry] = {}
        for line in read_lines(self.path):
            if line.get("book") != self.book_id:
                continue
            if line.get("state") == "dropped":
                live.pop(str(line.get("hash")), None)
            elif entry := _entry(line):
                live[entry.event.hash] = entry
        return tuple(live.values())

    def append(self, event: Event, key: str = "") -> None:
        """Append an event and force it to disk. Raises OutputFolderError."""
        self._write({"state": "prepared" if key else "logged", "key": key} | _plain(event))

    def drop(self, event: Event) -> None:
        """Say that an event never took place: its document was not written."""
        self._write({"state": "dropped", "hash": event.hash, "number": event.number})

    def _write(self, line: dict[str, Any]) -> None:
        if self.serves_next is not None:
            serve(self.folder, self.book_id, self.serves_next)
            self.serves_next = None
        add_line(self.path, {"book": self.book_id} | line)


def _plain(event: Event) -> dict[str, Any]:
    known = {name: getattr(event, name) for name in Event.__dataclass_fields__}
    return known | {"day": event.day.isoformat(), "items": list(event.items)}


def _entry(line: dict[str, Any]) -> Entry | None:
    """Return the entry of a line; None when it is not what was written under its hash."""
    fields = {name: line[name] for name in Event.__dataclass_fields__ if name in line}
    try:
        fields["day"] = date.fromisoformat(fields["day"])
        fields["items"] = tuple(fields["items"])
        event = Event(**fields)
        return Entry(event, str(line.get("key", ""))) if fingerprint(event) == event.hash else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
