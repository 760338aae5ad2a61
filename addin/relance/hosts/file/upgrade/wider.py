"""A table that gets columns at its right end: its part, and what follows it in its sheet."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ....workbook.schema import Column
from ..growth import with_ranges
from ..ranges import Area, parse_area
from ..tables import TablePart
from ..texts import to_xml
from ..xmltext import TAG, attributes, local, retag, with_attribute

_WITH_RANGE = {"table", "autoFilter", "sortState"}
_COLUMNS_END = re.compile(rb"</((?:\w+:)?)tableColumns>")


@dataclass(frozen=True, slots=True)
class Addition:
    """One column to add, and its formula without "=", "" for a column that is typed."""

    column: Column
    formula: str = ""


def widened_table(part: bytes, table: TablePart, added: Sequence[Addition]) -> bytes:
    """Return a table part with more columns.

    Args:
        part: its text.
        table: what was read of it.
        added: what comes at its right end.
    """

    def change(tag: bytes) -> bytes:
        area = parse_area(attributes(tag).get("ref", b"").decode())
        if area is None or (area.left, area.right) != (table.data.left, table.data.right):
            return tag
        return with_attribute(tag, "ref", str(_wider(area, len(added))))

    count = str(len(table.headings) + len(added))
    part = retag(part, _WITH_RANGE, change)
    part = retag(part, {"tableColumns"}, lambda tag: with_attribute(tag, "count", count))
    end = _COLUMNS_END.search(part)
    if end is None:
        raise ValueError(table.part)
    new = column_entries(added, _next_id(part), end[1])
    return part[: end.start()] + new + part[end.start() :]


def column_entries(added: Sequence[Addition], first: int = 1, prefix: bytes = b"") -> bytes:
    """Return the entries of columns in a table part; `first` is the id of the first."""
    return b"".join(_entry(prefix, number, one) for number, one in enumerate(added, first))


def _wider(area: Area, count: int) -> Area:
    return replace(area, right=area.right + count)


def _next_id(part: bytes) -> int:
    tags = (tag[0] for tag in TAG.finditer(part) if local(tag[1]) == "tableColumn")
    return 1 + max(int(attributes(tag)["id"]) for tag in tags)


def _entry(prefix: bytes, number: int, one: Addition) -> bytes:
    start = b'<%btableColumn id="%d" name="%b"' % (prefix, number, to_xml(one.column.heading))
    if not one.formula:
        return start + b"/>"
    inside = b"<%bcalculatedColumnFormula>%b</%bcalculatedColumnFormula>"
    formula = inside % (prefix, to_xml(one.formula), prefix)
    return start + b">" + formula + b"</%btableColumn>" % prefix


def widened_tail(tail: bytes, data: Area, count: int) -> bytes:
    """Return a sheet's tail whose marks over the whole width of a table are as wide as it is.

    Args:
        tail: the sheet part after its rows.
        data: the table's data before.
        count: how many columns it gets.
    """

    def wide(text: str) -> str:
        area = parse_area(text)
        if area is None or area.left > data.left or area.right != data.right:
            return text
        return str(_wider(area, count)) if area.top <= data.bottom else text

    return with_ranges(tail, lambda ranges: " ".join(map(wide, ranges.split())))


def with_validations(tail: bytes, like: Mapping[tuple[int, int], tuple[int, int]]) -> bytes:
    """Return a sheet's tail where new cells take the validation of others.

    Args:
        tail: the sheet part after its rows.
        like: by new cell (row, column from 0), the cell whose validation it takes; where that one
            reaches down over more rows, so does the new one.
    """

    def longer(tag: bytes) -> bytes:
        ranges = attributes(tag).get("sqref", b"").decode()
        areas = [area for area in map(parse_area, ranges.split()) if area]
        new = (
            Area(row, column, row + area.bottom - old[0], column)
            for (row, column), old in like.items()
            for area in areas
            if area.holds(*old)
        )
        return with_attribute(tag, "sqref", " ".join([ranges, *map(str, new)]))

    return retag(tail, {"dataValidation"}, longer) if like else tail
