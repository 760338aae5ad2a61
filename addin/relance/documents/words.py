"""Refused words: found in what a template says, whatever the accents, the case or the runs."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from ..wording.letter_words import FIRST_REMINDER, OFFICERS, REFUSED
from .names import plain
from .repair import TAG

FIRST_REMINDER_TEMPLATE = "premier-rappel-belgique"
MARKUP = re.compile(r"<[^>]*>")
FOLDED = {"REFUSED": REFUSED, "ALL": REFUSED | FIRST_REMINDER, "OFFICERS": OFFICERS}


@cache
def _shapes(family: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{shape})\b")) for name, shape in FOLDED[family].items())


def refused(paragraphs: Sequence[str], template: str) -> Iterator[tuple[int, str]]:
    """Yield (paragraph, word) for each refused word of a template, paragraphs counted from 1.

    Args:
        paragraphs: the template's own words, tags included.
        template: its stem; the Belgian first reminder has a word of its own.
    """
    family = "REFUSED" if template == FIRST_REMINDER_TEMPLATE else "ALL"
    seen: set[tuple[int, str]] = set()
    for gap in ("", " "):
        texts = [_folded(html.unescape(TAG.sub(gap, text))) for text in paragraphs]
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        whole = " ".join(texts)
        for name, shape in _shapes(family):
            for found in shape.finditer(whole):
                seen.add((bisect_right(starts, found.start()), name))
    yield from sorted(seen)


def officer(text: str) -> str:
    """Return the word by which a sender would pass for an officer of the law, "" when none."""
    folded = _folded(text)
    return next((name for name, shape in _shapes("OFFICERS") if shape.search(folded)), "")


def _folded(text: str) -> str:
    return " ".join(plain(text.replace("\u2019", "'")).lower().split())


def without_markup(lines: Sequence[str]) -> list[str]:
    """Return the words of an HTML text, line by line."""
    return [MARKUP.sub("", line) for line in lines]
