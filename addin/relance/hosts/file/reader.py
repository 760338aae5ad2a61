"""Cells of a sheet part as Python values."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime

from ...actions.book import Cell
from .dates import from_serial, to_serial
from .ranges import column_bytes, column_index
from .texts import decode, joined_runs

# column, style, type, <v>, <is>: the form that Excel, LibreOffice, XlsxWriter and openpyxl write.
_USUAL = re.compile(
    rb'<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?'
    rb"(?:/>|>(?:<f(?:[^>]*/>|[^>]*>[^<]*</f>))?"
    rb"(?:<v[^>]*>([^<]*)</v>|<is>(.*?)</is>|<v/>)?</c>)",
    re.DOTALL,
)
_ANY = re.compile(rb"<c\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_ATTRIBUTE = re.compile(rb"\s([rst])=[\"']([^\"']*)[\"']")
_LETTERS = re.compile(rb"[A-Z]{1,3}")
_VALUE = re.compile(rb"<v[^>]*>([^<]*)</v>")
_INLINE = re.compile(rb"<is>(.*?)</is>", re.DOTALL)

RawCell = tuple[bytes, bytes, bytes, bytes, bytes]


def raw_cells(row: bytes) -> list[RawCell]:
    """Return the cells of a row as (column letters, style, type, `<v>`, `<is>`)."""
    found: list[RawCell] = _USUAL.findall(row)
    if len(found) != row.count(b"<c"):
        found = list(_unusual(row))
    return found


def any_cells(row: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each cell of a row, whatever its form, as (column letters, XML).

    A cell may leave its reference out: it then follows the one before.
    """
    column = -1
    for cell in _ANY.finditer(row):
        facts = dict(_ATTRIBUTE.findall(cell[1]))
        letters = _LETTERS.match(facts.get(b"r", b""))
        column = column_index(letters[0].decode()) if letters else column + 1
        yield column_bytes(column), cell[0]


def _unusual(row: bytes) -> Iterator[RawCell]:
    for letters, cell in any_cells(row):
        tag, _, inside = cell.partition(b">")
        facts = dict(_ATTRIBUTE.findall(tag))
        value, inline = _VALUE.search(inside), _INLINE.search(inside)
        yield (
            letters,
            facts.get(b"s", b""),
            facts.get(b"t", b""),
            value[1] if value else b"",
            inline[1] if inline else b"",
        )


def number(text: bytes | str) -> int | float:
    """Return a number of the file: whole ones as int, so that 12345 reads as an identifier."""
    value = float(text)
    whole = int(value)
    return whole if whole == value and abs(whole) < 2**53 else value


def as_read(value: Cell) -> Cell:
    """Return what a reader gets back for a written value."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, str):
        return value or None
    if isinstance(value, date):
        return _day(to_serial(value))
    return number(str(value))


def _day(text: bytes | str) -> date | datetime | int | float:
    day = from_serial(float(text))
    return day if isinstance(day, date) else number(text)


def _iso(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


class Values:
    """Turns raw cells into values: needs the shared strings and the styles that show a date."""

    def __init__(self, strings: Sequence[str | None], dates: Collection[int]) -> None:
        """Keep both."""
        self._strings = strings
        self._dates = {str(style).encode() for style in dates}
        self._days: dict[bytes, Cell] = {}

    def of(self, style: bytes, kind: bytes, text: bytes, inline: bytes) -> Cell:
        """Return the value of a cell: None when blank, the code (`#N/A`) of an error."""
        if kind == b"s":
            return self._strings[int(text)] if text else None
        if kind in (b"", b"n"):
            if not text:
                return None
            return self._day(text) if style in self._dates else number(text)
        if kind == b"inlineStr":
            return joined_runs(inline) or None
        return _worded(kind, text) if text else None

    def _day(self, text: bytes) -> Cell:
        if text not in self._days:
            self._days[text] = _day(text)
        return self._days[text]


def _worded(kind: bytes, text: bytes) -> Cell:
    if kind == b"b":
        return text in (b"1", b"true")
    if kind == b"d":
        return _iso(text.decode())
    return decode(text) or None  # str, e
