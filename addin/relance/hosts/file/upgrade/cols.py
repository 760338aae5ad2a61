"""The columns of a sheet: width, look and folding, in the text before its rows.

>>> with_columns(b'<worksheet><cols><col min="1" max="9" width="5"/></cols><sheetData>',
...              {4: {"width": "20"}})
b'<worksheet><cols><col min="1" max="4" width="5"/><col min="5" max="5" width="20"/>\
<col min="6" max="9" width="5"/></cols><sheetData>'
"""

import re
from collections.abc import Iterator, Mapping

from ..ranges import LAST_COLUMN
from ..xmltext import TAG, attributes, local, retag, with_attribute

Facts = Mapping[str, str]
Span = tuple[int, int, bytes]  # first and last column, from 0, and their tag

FOLDED: Facts = {"hidden": "1", "outlineLevel": "1"}
USUAL_WIDTH = "9.140625"  # digits, margins included
_COLS = re.compile(rb"<cols\b[^>]*>(.*?)</cols>", re.DOTALL)
_ROWS = b"<sheetData>"
_AFTER_FOLDED = "collapsed"  # on the column after folded ones stands the [+] that shows them


def with_columns(head: bytes, wanted: Mapping[int, Facts]) -> bytes:
    """Return a sheet's head with the facts of some columns, which follow one another.

    Args:
        head: the sheet part up to its rows.
        wanted: attributes of `<col>` by column, from 0.
    """
    found = _COLS.search(head)
    spans = [*_spans(found[1])] if found else []
    last = max(wanted)
    ends_folded = wanted[last].get("hidden") == "1" and last < LAST_COLUMN
    new = {column: _tag(facts, _tag_of(spans, column)) for column, facts in wanted.items()}
    if ends_folded:
        after = _tag_of(spans, last + 1) or _tag({"width": USUAL_WIDTH}, b"")
        new[last + 1] = with_attribute(after, _AFTER_FOLDED, "1")
    spans = sorted([*_without(spans, new), *((at, at, tag) for at, tag in new.items())])
    block = b"<cols>" + b"".join(_written(*span) for span in spans) + b"</cols>"
    start, end = found.span() if found else (head.rindex(_ROWS),) * 2
    head = head[:start] + block + head[end:]
    return _with_outline(head) if ends_folded else head


def style_of_column(head: bytes, column: int) -> int:
    """Return the style of a whole column, 0 when it has none."""
    found = _COLS.search(head)
    tag = _tag_of([*_spans(found[1])] if found else [], column)
    return int(attributes(tag).get("style", b"0"))


def _spans(block: bytes) -> Iterator[Span]:
    for found in TAG.finditer(block):
        if local(found[1]) == "col":
            facts = attributes(found[0])
            yield int(facts["min"]) - 1, int(facts["max"]) - 1, _closed(found[0])


def _closed(tag: bytes) -> bytes:
    return tag if tag.endswith(b"/>") else tag[:-1] + b"/>"


def _tag_of(spans: list[Span], column: int) -> bytes:
    return next((tag for first, last, tag in spans if first <= column <= last), b"")


def _tag(facts: Facts, before: bytes) -> bytes:
    """Return the tag of a column; the mark of folded ones before it stays, unless it folds too."""
    tag = b'<col min="" max=""/>'
    for name, value in facts.items():
        tag = with_attribute(tag, name, value)
    if attributes(before).get(_AFTER_FOLDED) == b"1" and "hidden" not in facts:
        tag = with_attribute(tag, _AFTER_FOLDED, "1")
    return tag


def _without(spans: list[Span], columns: Mapping[int, bytes]) -> Iterator[Span]:
    """Give the spans around some columns, which follow one another."""
    low, high = min(columns), max(columns)
    for first, last, tag in spans:
        if first < low:
            yield first, min(last, low - 1), tag
        if last > high:
            yield max(first, high + 1), last, tag


def _written(first: int, last: int, tag: bytes) -> bytes:
    return with_attribute(with_attribute(tag, "min", str(first + 1)), "max", str(last + 1))


def _with_outline(head: bytes) -> bytes:
    """Return a head that leaves room for the signs of folded columns."""

    def change(tag: bytes) -> bytes:
        known = "outlineLevelCol" in attributes(tag)
        return tag if known else with_attribute(tag, "outlineLevelCol", "1")

    return retag(head, {"sheetFormatPr"}, change)
