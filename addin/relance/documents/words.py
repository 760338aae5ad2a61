"""Refused words: found in what a template says, whatever the accents, the case or the runs."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from ..wording.letter_words import FIRST_REMINDER, OFFICERS, REFUSED
from ..wording.tongues import FRENCH
from .names import plain
from .repair import TAG

FIRST_REMINDER_TEMPLATE = "premier-rappel-belgique"
MARKUP = re.compile(r"<[^>]*>")
BLOCK_END = re.compile(r"</(?:w:)?(?:p|t[dhr]|div|li|h\d)>")


@cache
def _refused_shapes(language: str, *, first: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words refused in a language, and the French ones: letters in two languages exist."""
    families = (REFUSED,) if first else (REFUSED, FIRST_REMINDER)
    tongues = dict.fromkeys((FRENCH.code, language))
    words = (family[code] for family in families for code in tongues)
    return tuple(shape for said in words for shape in _shapes(said))


def _shapes(words: Mapping[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{shape})\b")) for name, shape in words.items())


OFFICER_SHAPES = _shapes(OFFICERS)


def refused(
    paragraphs: Sequence[str], template: str, language: str = FRENCH.code
) -> Iterator[tuple[int, str]]:
    """Yield (paragraph, word) for each refused word of a template, paragraphs counted from 1.

    Args:
        paragraphs: the template's own words, tags included.
        template: its stem; the Belgian first reminder has a word of its own.
        language: the language that it is in.
    """
    shapes = _refused_shapes(language, first=template == FIRST_REMINDER_TEMPLATE)
    seen: set[tuple[int, str]] = set()
    for gap in ("", " "):
        texts = [folded(html.unescape(TAG.sub(gap, text))) for text in paragraphs]
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        whole = " ".join(texts)
        for name, shape in shapes:
            for found in shape.finditer(whole):
                seen.add((bisect_right(starts, found.start()), name))
    yield from sorted(seen)


def officer(text: str) -> str:
    """Return the word by which a sender would pass for an officer of the law, "" when none."""
    said = folded(text)
    return next((name for name, shape in OFFICER_SHAPES if shape.search(said)), "")


def folded(text: str) -> str:
    """Return a text without accents, capitals nor the kinds of blanks and apostrophes."""
    return " ".join(plain(text.replace("\u2019", "'")).lower().split())


def without_markup(lines: Sequence[str]) -> list[str]:
    """Return the words of an HTML text, line by line."""
    return [MARKUP.sub("", line) for line in lines]


def unmarked(text: str) -> str:
    """Return the words of a Word part or an HTML text, a block a line; a plain text as it is."""
    return html.unescape(MARKUP.sub("", BLOCK_END.sub("\n", text)))
