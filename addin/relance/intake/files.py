"""A file brought by the user: what it is, and its tables of cells."""

from dataclasses import dataclass
from pathlib import Path

from ..core.errors import IntakeError
from .encoding import decode
from .grid import Grid
from .separator import declared, separators
from .text_grid import text_grid
from .workbook_grid import workbook_grids

WORKBOOK = "xlsx"
ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
FOREIGN = ((b"%PDF", "pdf"), (b"\x89PNG", "binary"), (b"\xff\xd8\xff", "binary"))
PAGES = (b"<!doctype html", b"<html", b"<?xml")
HEAD = 1000  # lines of a text in which its header stands
MAX_CONTROLS = 0.02  # share of control characters above which bytes are not text


@dataclass(frozen=True, slots=True)
class Table:
    """One way to read a file as a table; a text has one for each separator it may use.

    `encoding` is WORKBOOK for a workbook, whose texts need none.

    `grid` holds the head of a text: enough to choose between separators before reading it all.
    """

    grid: Grid
    encoding: str = ""
    separator: str = ""
    lost: int = 0
    text: str = ""

    def whole(self) -> Grid:
        """Return every row."""
        return text_grid(self.text, self.separator) if self.separator else self.grid


def load(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        IntakeError: missing or unreadable (facts: path, reason).
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise IntakeError(path=str(path), reason="missing") from fault
    except OSError as fault:
        raise IntakeError(path=str(path), reason="unreadable") from fault


def tables(name: str, content: bytes) -> tuple[Table, ...]:
    """Return the tables that a file may hold.

    Raises:
        IntakeError: empty, pdf, html, encrypted, old_xls, truncated, binary, too_large or
            not_a_table (facts: path, reason).
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise IntakeError(path=name, reason="empty")
    if content.startswith(ZIP):
        return tuple(Table(grid, WORKBOOK) for grid in workbook_grids(name, content))
    _refuse_foreign(name, content)
    return _text_tables(name, content)


def _refuse_foreign(name: str, content: bytes) -> None:
    if content.startswith(OLE):
        reason = "encrypted" if ENCRYPTED in content else "old_xls"
        raise IntakeError(path=name, reason=reason)
    for mark, reason in FOREIGN:
        if content.startswith(mark):
            raise IntakeError(path=name, reason=reason)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].lower().startswith(PAGES):
        raise IntakeError(path=name, reason="html")


def _text_tables(name: str, content: bytes) -> tuple[Table, ...]:
    decoded = decode(content)
    text = decoded.text
    controls = sum(char < " " and char not in "\t\r\n\f\x1a" for char in text[:100_000])
    if controls > MAX_CONTROLS * min(len(text), 100_000):
        raise IntakeError(path=name, reason="binary")
    marks = separators(text)
    if not marks:
        raise IntakeError(path=name, reason="not_a_table")
    if declared(text):
        text = text[text.index("\n") :] if "\n" in text else ""
    return tuple(
        Table(text_grid(text, mark, HEAD), decoded.encoding, mark, decoded.lost, text)
        for mark in marks
    )
