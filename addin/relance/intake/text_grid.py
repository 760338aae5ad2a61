"""Rows of a delimited text file, quotes repaired line by line.

A quoted field may hold separators and line ends; a name like `"LE COIN` with one stray quote
must not swallow the lines that follow.
"""

import csv
import re
from collections.abc import Iterator

from .grid import Grid, Row

MAX_LINES = 30  # a quoted field that runs over more lines is a stray quote
_LINE_END = re.compile(r"\r*\n|\r")


def text_grid(text: str, separator: str, most: int = 0) -> Grid:
    """Return the rows of a text, or those of its `most` first lines; each keeps its line number."""
    lines = _LINE_END.split(text, most)[: most or None]
    return Grid("", tuple(_rows(lines, separator)))


def _rows(lines: list[str], separator: str) -> Iterator[Row]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if '"' not in line:
            yield at + 1, line.split(separator)
            at += 1
            continue
        cells, used = _quoted(lines, at, separator)
        yield at + 1, cells
        at += used


def _quoted(lines: list[str], at: int, separator: str) -> tuple[list[str], int]:
    """Return the fields that begin on a line, and how many lines they take."""
    for strict in (True, False):
        ahead = (f"{lines[n]}\n" for n in range(at, min(at + MAX_LINES, len(lines))))
        reader = csv.reader(ahead, delimiter=separator, strict=strict)
        try:
            cells = next(reader)
        except (csv.Error, StopIteration):
            continue
        if strict or reader.line_num == 1:
            return [cell.rstrip("\n") for cell in cells], reader.line_num
    return [_unquoted(cell) for cell in lines[at].split(separator)], 1


def _unquoted(cell: str) -> str:
    plain = cell.strip()
    if len(plain) > 1 and plain[0] == plain[-1] == '"':
        return plain[1:-1].replace('""', '"')
    return cell
