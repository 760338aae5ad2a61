"""A sheet part cut into its head, blocks of whole rows, and its tail, in bounded memory.

Rows are found byte by byte: `<` never stands in a text of a sheet, so a tag is a tag. What would
break that rule (comments, CDATA, prefixes) is refused.
"""

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from .faults import refusal
from .package import Package, check_encoding

_START = re.compile(rb"<sheetData\s*(/?)>")
_END = b"</sheetData>"
_ROW_END = b"</row>"
_ROW_NUMBER = re.compile(rb"\sr=[\"'](\d+)[\"']")
_ROW_FAST = b'<row r="'


class Part(Enum):
    """What a section is."""

    HEAD = 1  # up to and including <sheetData>
    ROWS = 2
    TAIL = 3  # from </sheetData> on


Section = tuple[Part, bytes]


def sections(package: Package, sheet: str) -> Iterator[Section]:
    """Yield head, blocks of rows, tail; an empty `<sheetData/>` comes opened."""
    chunks = package.stream(sheet)
    path = package.path
    head, rest, is_empty = _head(path, sheet, chunks)
    yield Part.HEAD, head
    if is_empty:
        yield Part.TAIL, _END + rest + b"".join(chunks)
        return
    while (end := rest.find(_END)) < 0:
        cut = rest.rfind(_ROW_END) + len(_ROW_END)
        if cut >= len(_ROW_END):
            yield Part.ROWS, _plain(path, sheet, rest[:cut])
            rest = rest[cut:]
        rest += _next(path, sheet, chunks)
    yield Part.ROWS, _plain(path, sheet, rest[:end])
    yield Part.TAIL, rest[end:] + b"".join(chunks)


def rows(block: bytes, before: int) -> Iterator[tuple[int, bytes]]:
    """Yield each row of a block with its number; `before` is the number of the row before."""
    at = 0
    while (start := block.find(b"<row", at)) >= 0:
        end = block.index(b">", start) + 1
        row_tag = block[start:end]
        if not row_tag.endswith(b"/>"):
            end = block.index(_ROW_END, end) + len(_ROW_END)
        before = _number(row_tag, before)
        yield before, block[at:end]
        at = end


def walk(package: Package, sheet: str) -> Iterator[tuple[int, bytes]]:
    """Yield every row of a sheet with its number; its tail comes last, as row 0."""
    last = 0
    for part, block in sections(package, sheet):
        if part is Part.ROWS:
            for number, row in rows(block, last):
                yield number, row
                last = number
        elif part is Part.TAIL:
            yield 0, block


def _number(tag: bytes, before: int) -> int:
    if tag.startswith(_ROW_FAST):
        number = int(tag[8 : tag.index(b'"', 8)])
    else:
        found = _ROW_NUMBER.search(tag)
        number = int(found[1]) if found else before + 1
    if number <= before:
        raise ValueError(tag)
    return number


def _head(path: Path, sheet: str, chunks: Iterator[bytes]) -> tuple[bytes, bytes, bool]:
    head = _next(path, sheet, chunks)
    check_encoding(path, sheet, head)
    while (start := _START.search(head)) is None:
        try:
            head += next(chunks)
        except StopIteration:
            raise refusal(path, "unusual_xml", sheet) from None
    if b"<!" in head[: start.start()]:
        raise refusal(path, "dtd" if b"<!DOCTYPE" in head else "unusual_xml", sheet)
    return head[: start.start()] + b"<sheetData>", head[start.end() :], bool(start[1])


def _plain(path: Path, sheet: str, block: bytes) -> bytes:
    # One sign is looked for many times faster than two, and these are rare.
    if (b"!" in block and b"<!" in block) or (b"?" in block and b"<?" in block):
        raise refusal(path, "unusual_xml", sheet)
    return block


def _next(path: Path, sheet: str, chunks: Iterator[bytes]) -> bytes:
    try:
        return next(chunks)
    except StopIteration:
        raise refusal(path, "damaged", sheet) from None
