"""Cells of a sheet part as Python values."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime

from ...actions.book import Cell
from ..values import day, number
from .ranges import column_bytes, column_index
from .texts import decode, joined_runs

# Column, attributes, value: the form that Excel, LibreOffice, XlsxWriter, openpyxl and we write.
_USUAL = re.compile(
    rb'<c r="([A-Z]{1,3})\d+"((?: [st]="\w+")*)'
    rb"(?:/>|>(?:<f(?:[^>]*/>|[^>]*>[^<]*</f>))?"
    rb'(?:(?:<v>|<is><t>|<is><t xml:space="preserve">)([^<]*)(?:</v>|</t></is>)|<v/>)?</c>)'
)
_ANY = re.compile(rb"<c\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_ATTRIBUTE = re.compile(rb"\s([rst])=[\"']([^\"']*)[\"']")
_LETTERS = re.compile(rb"[A-Z]{1,3}")
_VALUE = re.compile(rb"<v[^>]*>([^<]*)</v>")
_INLINE = re.compile(rb"<is>(.*?)</is>", re.DOTALL)
_RICH = b"rich"  # our word for an inline text that is more than one <t>

RawCell = tuple[bytes, bytes, bytes]


def raw_cells(row: bytes) -> list[RawCell]:
    """Return the cells of a row as (column letters, attributes, value)."""
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
        kind, value = facts.get(b"t", b""), _VALUE.search(inside)
        if inline := _INLINE.search(inside):
            kind, value = _RICH, inline
        attributes = b' s="%b" t="%b"' % (facts.get(b"s", b""), kind)
        yield letters, attributes, value[1] if value else b""


class Values(dict[bytes, Callable[[bytes], Cell]]):
    """What turns the text of a cell into its value, by the attributes of the cell."""

    def __init__(self, strings: Sequence[str | None], dates: Collection[int]) -> None:
        """Keep the shared strings, and the styles that show a date."""
        super().__init__()
        self._strings = strings
        self._dates = dates
        self._days: dict[bytes, Cell] = {}

    def __missing__(self, attributes: bytes) -> Callable[[bytes], Cell]:
        facts = dict(_ATTRIBUTE.findall(attributes))
        self[attributes] = self._reader(facts.get(b"t", b""), facts.get(b"s", b""))
        return self[attributes]

    def _reader(self, kind: bytes, style: bytes) -> Callable[[bytes], Cell]:
        if kind in (b"", b"n"):
            return self._dated if style and int(style) in self._dates else number
        readers = {b"s": self._shared, b"b": _flag, b"d": _iso, _RICH: _rich}
        return readers.get(kind, _text)  # inlineStr, str, and the code of an error (#N/A)

    def _shared(self, text: bytes) -> Cell:
        return self._strings[int(text)]

    def _dated(self, text: bytes) -> Cell:
        if text not in self._days:
            self._days[text] = day(text)
        return self._days[text]


def _flag(text: bytes) -> Cell:
    return text in (b"1", b"true")


def _iso(text: bytes) -> Cell:
    moment = text.decode()
    return datetime.fromisoformat(moment) if "T" in moment else date.fromisoformat(moment)


def _text(text: bytes) -> Cell:
    return decode(text) or None


def _rich(text: bytes) -> Cell:
    return joined_runs(text) or None
