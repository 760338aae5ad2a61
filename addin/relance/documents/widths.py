"""What a line of the window holds: 38 signs (NF Z 10-011), fewer when they are wide.

The window is 85 mm wide, 24 times the size of the letters. How wide a sign is set is known by its
class, from above, so that no line runs over in the typeface of another program either.
"""

from functools import cache
from unicodedata import east_asian_width

from .names import plain

LENGTH = 38
WIDTH = 24.0
CLASSES = (
    ("MW@%", 1.0),
    ("mw", 0.85),
    ("CDGHNOQRU&", 0.68),
    ("ABEFKLPSTVXYZ", 0.58),
    ("fijlrtIJ .,;:!'()/-", 0.36),
    ("abcdeghknopqsuvxyz0123456789", 0.53),
)
WIDTHS = {sign: width for signs, width in CLASSES for sign in signs}


def fits(text: str) -> bool:
    """Tell whether a text stands on one line of the window."""
    return len(head(text)) == len(text)


def head(text: str) -> str:
    """Return the longest beginning of a text that stands on one line; at least a sign of it."""
    wide = 0.0
    for at, sign in enumerate(text[:LENGTH]):
        wide += _width(sign)
        if wide > WIDTH:
            return text[:at]
    return text[:LENGTH]


def pieces(word: str) -> list[str]:
    """Cut a word into what stands on a line each; nothing of it is lost."""
    found = []
    while word:
        found.append(head(word))
        word = word[len(found[-1]) :]
    return found


def folded_lines(text: str) -> list[str]:
    """Return a text cut between words into lines of the window; a longer word is cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
        else:
            lines += pieces(word)
    return lines


@cache
def _width(sign: str) -> float:
    """How wide a sign is at most; its accents take no room, and signs of the East are square."""
    latin = plain(sign)
    other = 1.0 if east_asian_width(sign) in "WF" else 0.75
    return sum(WIDTHS.get(one, 0.75) for one in latin) if latin else other
