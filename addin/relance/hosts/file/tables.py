"""Table parts: what a table is called, where it stands, what its columns compute."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .package import Package
from .ranges import Area, parse_area
from .xmltext import attributes, retag, with_attribute, without_attribute

_ESCAPED = re.compile(r"_x([0-9a-fA-F]{4})_")
_WITH_RANGE = {"table", "autoFilter", "sortState", "sortCondition"}


@dataclass(frozen=True, slots=True)
class TablePart:
    """One Excel table: `data` is its area without headings and totals row."""

    part: str
    sheet: str  # the sheet's part
    sheet_name: str
    name: str
    headings: tuple[str, ...]
    formulas: Mapping[int, str]  # by position: the formula of a calculated column
    data: Area
    has_totals: bool


def read_table(package: Package, part: str, sheet: str, sheet_name: str) -> TablePart:
    """Read a table part; whatever is amiss raises ValueError, KeyError or BookError."""
    root = package.xml(part)
    area = parse_area(root.attrib["ref"])
    columns = [entry for entry in root.iter() if entry.tag.endswith("}tableColumn")]
    if area is None or area.right - area.left + 1 != len(columns):
        raise ValueError(part)
    totals = int(root.get("totalsRowCount", "0"))
    data = Area(
        area.top + int(root.get("headerRowCount", "1")), area.left, area.bottom - totals, area.right
    )
    return TablePart(
        part=part,
        sheet=sheet,
        sheet_name=sheet_name,
        name=root.attrib["displayName"],
        headings=distinct([_unescaped(column.attrib["name"]) for column in columns]),
        formulas={i: text for i, column in enumerate(columns) if (text := _formula(column))},
        data=data,
        has_totals=bool(totals),
    )


def _unescaped(name: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)


def _formula(column: Element) -> str:
    entries = (entry for entry in column if entry.tag.endswith("}calculatedColumnFormula"))
    return next((entry.text or "" for entry in entries), "")


def distinct(headings: list[str]) -> tuple[str, ...]:
    """Number the twins of a heading as Excel does when it meets them.

    >>> distinct(["Note", "Date", "Note"])
    ('Note', 'Date', 'Note2')
    """
    seen: list[str] = []
    for heading in headings:
        name, twin = heading, 1
        while name in seen or (twin > 1 and name in headings):
            twin += 1
            name = f"{heading}{twin}"
        seen.append(name)
    return tuple(seen)


def grown(part: bytes, old_bottom: int, bottom: int) -> bytes:
    """Return a table part whose ranges that end on `old_bottom` end on `bottom`."""

    def change(tag: bytes) -> bytes:
        area = parse_area(attributes(tag).get("ref", b"").decode())
        if area is None or area.bottom != old_bottom:
            return tag
        return with_attribute(tag, "ref", str(area.down_to(bottom)))

    return without_insert_row(retag(part, _WITH_RANGE, change))


def without_insert_row(part: bytes) -> bytes:
    """Return a table part that no longer says its only row is the blank one."""
    return retag(part, {"table"}, lambda tag: without_attribute(tag, "insertRow"))
