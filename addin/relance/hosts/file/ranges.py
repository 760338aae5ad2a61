"""Cell references in A1 style: columns count from 0, rows as the user sees them.

>>> column_index("AA"), column_letters(26)
(26, 'AA')
>>> str(parse_area("$A$2:B10"))
'A2:B10'
"""

import re
from dataclasses import dataclass, replace
from functools import cache

LAST_ROW = 1_048_576  # rows of an Excel sheet
LAST_COLUMN = 16_383  # from 0

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")


@cache
def column_index(letters: str) -> int:
    """Return the column of its letters: 0 for A."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


@cache
def column_letters(index: int) -> str:
    """Return the letters of a column: A for 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def column_bytes(index: int) -> bytes:
    """Return the letters of a column as they stand in a sheet part."""
    return column_letters(index).encode()


def cell_name(row: int, column: int) -> str:
    """Return a reference such as B7."""
    return f"{column_letters(column)}{row}"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, all four sides included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first = cell_name(self.top, self.left)
        last = cell_name(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    def down_to(self, bottom: int) -> "Area":
        """Return the same area ending on another row."""
        return replace(self, bottom=bottom)

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell lies inside."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def meets(self, other: "Area") -> bool:
        """Tell whether some cell lies in both areas."""
        crosses = self.top <= other.bottom and other.top <= self.bottom
        return crosses and self.shares_columns(other)

    def shares_columns(self, other: "Area") -> bool:
        """Tell whether some column crosses both areas."""
        return self.left <= other.right and other.left <= self.right


def parse_area(text: str) -> Area | None:
    """Return the area of `A1` or `$A$1:$B$9`; None for whole columns, rows and anything else."""
    found = _AREA.fullmatch(text)
    if not found:
        return None
    left, top = column_index(found[1]), int(found[2])
    right = column_index(found[3]) if found[3] else left
    bottom = int(found[4]) if found[4] else top
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def parse_reference(text: str) -> tuple[str, Area] | None:
    """Return sheet and area of `'Balance âgée'!$A$1:$B$2`; None for anything else."""
    sheet, mark, cells = text.rpartition("!")
    area = parse_area(cells)
    if not mark or area is None or not sheet:
        return None
    if sheet.startswith("'") and sheet.endswith("'") and len(sheet) > 1:
        sheet = sheet[1:-1].replace("''", "'")
    return sheet, area
