"""The header of an export: found by what its headings say, wherever it stands.

It may come after title rows, take two lines, have blank columns before it, or merged cells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from .columns import Phrases, understand
from .grid import Grid, filled
from .vocabulary import is_bucket, phrase

SEARCHED = 300  # rows
MONEY = ("open", "amount", "debit", "credit")
LEAST = 2  # headings understood in a header


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands and what each column holds.

    `at` and `height` count rows of the grid; `columns` gives the place of each key; `buckets`
    the places of the ageing buckets; `texts` the heading of each place, as the file has it.
    """

    at: int = 0
    height: int = 1
    columns: Mapping[str, int] = field(default_factory=dict)
    buckets: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def value(self) -> tuple[bool, int]:
        """How good a header it is: does it name money, and how many columns are understood."""
        money = bool(self.buckets) or any(key in self.columns for key in MONEY)
        return money, len(self.columns) + len(self.buckets)

    @property
    def has_money(self) -> bool:
        """Tell whether a column holds what is owed."""
        return self.value[0]

    @property
    def layout(self) -> str:
        """A fingerprint of the headings: the same layout has the same, whatever its rows."""
        said = "\x1f".join(phrase(text) for text in self.texts if text)
        return sha256(said.encode()).hexdigest()[:16]


def find_header(grid: Grid, mapping: Mapping[str, str] | None = None) -> Header | None:
    """Return the header of a grid, None when no row reads like one.

    Args:
        grid: the rows of one sheet.
        mapping: our key -> the file's heading, when a person corrected it for this layout.
    """
    best: Header | None = None
    for at in range(min(len(grid.rows), SEARCHED)):
        found = _at(grid, at, mapping or {})
        if found and found.value > (best.value if best else (False, LEAST - 1)):
            best = found
    return best


def _at(grid: Grid, at: int, mapping: Mapping[str, str]) -> Header | None:
    """Return the header that a row makes, alone or with the next when that says more."""
    single = _one_line(grid, at, mapping)
    both = _two_lines(grid, at, mapping)
    if both is None:
        return single
    below = _one_line(grid, at + 1, mapping)
    alone = max((found.value for found in (single, below) if found), default=(False, 0))
    return both if both.value > alone else single


def _texts(cells: Sequence[object]) -> list[str]:
    return [" ".join(cell.split()) if isinstance(cell, str) else "" for cell in cells]


def _one_line(grid: Grid, at: int, mapping: Mapping[str, str]) -> Header | None:
    texts = _texts(grid.rows[at][1])
    if sum(1 for text in texts if text) < LEAST:
        return None
    return _header(at, 1, [[phrase(text)] for text in texts], texts, mapping)


def _two_lines(grid: Grid, at: int, mapping: Mapping[str, str]) -> Header | None:
    if at + 1 >= len(grid.rows) or _has_figures(grid.rows[at + 1][1]):
        return None
    top, bottom = _carried_right(_texts(grid.rows[at][1]), _texts(grid.rows[at + 1][1]))
    if not any(top) or not any(bottom):
        return None
    texts = [high if high == low else f"{high} {low}".strip() for high, low in _pairs(top, bottom)]
    phrases = [
        [phrase(text), phrase(low), phrase(high)]
        for text, (high, low) in zip(texts, _pairs(top, bottom), strict=True)
    ]
    return _header(at, 2, phrases, texts, mapping)


def _pairs(top: list[str], bottom: list[str]) -> list[tuple[str, str]]:
    return list(zip(top, bottom, strict=True))


def _header(
    at: int, height: int, phrases: Phrases, texts: list[str], mapping: Mapping[str, str]
) -> Header:
    forced = {key: texts.index(text) for key, text in mapping.items() if text in texts}
    columns, buckets = understand(phrases, texts, forced)
    return Header(at, height, columns, buckets, tuple(texts))


def _carried_right(high: list[str], low: list[str]) -> tuple[list[str], list[str]]:
    """Return both lines at one width, a merged upper heading repeated over what it covers."""
    width = max(len(high), len(low))
    top = high + [""] * (width - len(high))
    bottom = low + [""] * (width - len(low))
    for at in range(1, width):
        if not top[at] and bottom[at]:
            top[at] = top[at - 1]
    return top, bottom


def _has_figures(cells: Sequence[object]) -> bool:
    """Tell whether a row has a number or a date in it: then it is no half of a header."""
    for at in filled(cells):
        cell = cells[at]
        if not isinstance(cell, str):
            return True
        if any(char.isdigit() for char in cell) and not is_bucket(cell):
            return True
    return False
