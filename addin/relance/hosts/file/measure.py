"""How many lines a text takes in a column, estimated without the font.

Widths are in digits, the unit of a column's width. They lean to the wide side: a line too many
shows as room, a line too few as a cut text.

>>> line_count("Promesse de règlement en cours", 40)
1
>>> line_count("Promesse de règlement en cours", 20)
2
"""

import re
from functools import cache, lru_cache
from math import ceil
from unicodedata import east_asian_width

NARROW, USUAL, CAPITAL, WIDE, IDEOGRAM = 0.6, 1.0, 1.25, 1.6, 2.0

_NARROW = frozenset(" \u202fijlftrI.,;:!|()[]'\u2019-/")
_WIDE = frozenset("mwMW@%&…—œæŒÆ")
# A line breaks after a blank or a hyphen; a blank that never breaks is a letter here.
_PIECES = re.compile(r"[ \t]|[^ \t-]*-|[^ \t-]+")
_BLANKS = (" ", "\t")


def line_count(text: str, room: float) -> int:
    """Return the lines that a wrapped text takes.

    Args:
        text: as in the cell, with its own line breaks.
        room: of one line, in digits; less than one counts as one.
    """
    room = max(room, 1.0)
    if len(text) * IDEOGRAM <= room and "\n" not in text:
        return 1
    return _line_count(text, room)


@lru_cache(4096)  # a column says the same few words on every row
def _line_count(text: str, room: float) -> int:
    return sum(_lines_of(paragraph, room) for paragraph in text.split("\n"))


def _lines_of(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for piece in _PIECES.findall(paragraph):
        width = text_width(piece)
        if piece in _BLANKS:  # may hang over the edge
            used += width
            continue
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        filled = ceil(width / room) - 1  # lines that a word too long for one fills
        lines, used = lines + filled, used + width - filled * room
    return lines


def text_width(text: str) -> float:
    """Return the width of a text on one line, in digits."""
    return sum(map(_width, text))


@cache
def _width(character: str) -> float:
    if character in _NARROW:
        return NARROW
    if character in _WIDE:
        return WIDE
    if east_asian_width(character) in "WF":
        return IDEOGRAM
    return CAPITAL if character.isupper() else USUAL
