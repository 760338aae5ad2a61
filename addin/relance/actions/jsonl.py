"""Files of one JSON object a line that are only added to, each line forced to disk."""

import json
import os
from pathlib import Path
from typing import Any, BinaryIO

from .files import refused


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file, none when it is not there.

    A last line cut by a kill is passed over, and so is one that is no object.

    Raises:
        OutputFolderError: it can't be read.
    """
    try:
        text = path.read_bytes().decode("utf-8", "replace")  # a cut may split a letter
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as fault:
        raise refused(path, fault) from None
    return [line for line in map(_parsed, text.split("\n")) if line is not None]


def add_line(path: Path, line: dict[str, Any]) -> None:
    """Append an object and force it to disk; its folder is made. Raises OutputFolderError."""
    payload = json.dumps(line, ensure_ascii=False, sort_keys=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as stream:
            stream.write(_new_line(stream) + payload.encode() + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as fault:
        raise refused(path.parent, fault) from None


def _new_line(stream: BinaryIO) -> bytes:
    """What ends the last line, b"" when it has its end: a kill may have cut it."""
    if not stream.tell():
        return b""
    stream.seek(-1, os.SEEK_END)
    return b"" if stream.read(1) == b"\n" else b"\n"


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):  # no JSON, a number too long, lists too deep
        return None
    return found if isinstance(found, dict) else None
