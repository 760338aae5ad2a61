"""The words of a template that a shape has found, as a person typed them, and their sentence.

A shape is named after one way to say a thing; a person looks for their own words.
"""

import html
from collections.abc import Sequence
from itertools import accumulate

from .words import SPLIT, folded, shapes_named

ENDS = (".", ";", "!", "?")
FOLLOWING = 3  # paragraphs over which some words may be found


def as_typed(paragraphs: Sequence[str], row: int, name: str) -> tuple[str, str]:
    """Return the words that a shape finds in a paragraph, and the sentence around them.

    Args:
        paragraphs: the template's own words, tags included.
        row: the paragraph where they begin, counted from 1.
        name: the shape; returned as it is where its words are not found any more.
    """
    for count in (1, FOLLOWING):
        for gap in ("", " "):
            read = (SPLIT.sub(gap, text) for text in paragraphs[row - 1 : row - 1 + count])
            found = _found(html.unescape(" ".join(read)).split(), name)
            if found:
                return found
    return name, ""


def _found(typed: list[str], name: str) -> tuple[str, str] | None:
    plain = [folded(word) for word in typed]
    starts = list(accumulate((len(word) + bool(word) for word in plain), initial=0))
    whole = "".join(f"{word} " if word else "" for word in plain)
    for shape in shapes_named(name):
        if one := shape.search(whole):
            inside = [at for at in range(len(typed)) if _touches(starts, at, one.span())]
            first, last = inside[0], inside[-1]
            words = " ".join(typed[first : last + 1]).strip(" .,;:!?")
            return words, _sentence(typed, first, last)
    return None


def _touches(starts: list[int], at: int, span: tuple[int, int]) -> bool:
    return starts[at] < span[1] and starts[at + 1] - 1 > span[0]


def _sentence(typed: list[str], first: int, last: int) -> str:
    while first and not typed[first - 1].endswith(ENDS):
        first -= 1
    while last < len(typed) - 1 and not typed[last].endswith(ENDS):
        last += 1
    return " ".join(typed[first : last + 1])
