"""`relances.jsonl` in the output folder: what was about to be written, on disk before it is.

A line is appended and forced to disk before its document exists, so a power cut or a workbook
closed without saving loses nothing: the next verb reads the lines that the journal lacks.
"""

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from ..core.journal import fingerprint
from ..core.records import Event
from .files import refused

FILE_NAME = "relances.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as it stands in the file; `key` is the document's, "" for other events."""

    event: Event
    key: str = ""


class Outbox:
    """The file of one workbook's events in one output folder."""

    def __init__(self, folder: Path, book_id: str) -> None:
        """Bind the folder; nothing is read or written yet."""
        self.folder = folder
        self.book_id = book_id

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
        for line in self._lines():
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

    def _lines(self) -> list[dict[str, Any]]:
        try:
            text = self.path.read_bytes().decode("utf-8", "replace")  # a cut may split a letter
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as fault:
            raise refused(self.path, fault) from None
        return [line for line in map(_parsed, text.splitlines()) if line is not None]

    def _write(self, line: dict[str, Any]) -> None:
        payload = json.dumps({"book": self.book_id} | line, ensure_ascii=False, sort_keys=True)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.path.open("a+b") as stream:
                stream.write(_new_line(stream) + payload.encode() + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as fault:
            raise refused(self.folder, fault) from None


def _new_line(stream: BinaryIO) -> bytes:
    """What ends the last line, b"" when it has its end: a kill may have cut it."""
    if not stream.tell():
        return b""
    stream.seek(-1, os.SEEK_END)
    return b"" if stream.read(1) == b"\n" else b"\n"


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except json.JSONDecodeError:
        return None
    return found if isinstance(found, dict) else None


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
