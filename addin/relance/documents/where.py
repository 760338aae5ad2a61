"""Where a paragraph of a template stands, said so that a person finds it in Word.

That is its first words, and the table, the head or the foot of the page that holds it: Word shows
no number of paragraphs.
"""

import re
from collections.abc import Iterator, Sequence

from ..wording.template_places import WHOLE, in_part, in_table, quoted

MARK = re.compile(r"<(/?)w:(tbl|tr|tc|p)(?=[\s/>])[^>]*?(/?)>")
Cell = tuple[int, int, int]  # table, row, column, each counted from 1


def where(
    part: str, paragraphs: Sequence[str], cells: Sequence[Cell | None], row: int, said: str = ""
) -> str:  # fmt: skip
    """Return where a paragraph stands, "" for the whole file.

    Args:
        part: the part of a Word file, "" for a text.
        paragraphs: the texts of its paragraphs, or its lines.
        cells: the cell of each, where it stands in a table.
        row: the paragraph, counted from 1; 0 for the whole file.
        said: the sentence to quote, "" for the paragraph's first words.
    """
    if not 0 < row <= len(paragraphs):
        return in_part(part, row) if row else ""
    cell = cells[row - 1] if row <= len(cells) else None
    place = in_table(in_part(part, row), *cell) if cell else in_part(part, row)
    return quoted(place, said, WHOLE) if said else quoted(place, paragraphs[row - 1])


def cells(xml: str) -> list[Cell | None]:
    """Return the cell of each paragraph of a Word part, None outside tables."""
    return list(_cells(xml))


def _cells(xml: str) -> Iterator[Cell | None]:
    tables = 0
    inside: list[list[int]] = []
    for found in MARK.finditer(xml):
        closing, name, alone = found.groups()
        if name == "p":
            if not closing:
                yield (inside[-1][0], inside[-1][1], inside[-1][2]) if inside else None
        elif closing:
            if name == "tbl":
                inside.pop()
        elif name == "tbl" and not alone:
            tables += 1
            inside.append([tables, 0, 0])
        elif name == "tr" and inside:
            inside[-1][1:] = [inside[-1][1] + 1, 0]
        elif name == "tc" and inside:
            inside[-1][2] += 1
