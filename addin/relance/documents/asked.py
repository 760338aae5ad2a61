"""What a letter asks for, in the sentence that asks: one sum, once, with nothing added to it.

The total of a letter has its interest and its fixed sums in it. Asked for in two sentences it is
read as two sums; asked for « ainsi que » its own interest, that is paid twice.
"""

import html
import re
from collections.abc import Iterator, Sequence

from ..wording.letter_altered import ALTERED
from ..wording.letter_asked import ADDED, CASE, LABELS, OPEN, REQUESTS
from .mandatory import Said, outcomes
from .repair import TAG
from .words import folded

SUMS = ("total", "total_accessoires", "somme_convenue")
ASKS_NOTHING = ("releve-de-compte", "remerciement")
PARTS = ("total_penalites", "total_indemnites", "indemnite_unitaire", "total_accessoires", "total")
BLOCKS = re.compile(r"\n\s*\n")
SENTENCES = re.compile(r"(?<=[.;!?])\s|\n")
FIELD = re.compile(r"\{\{-?\s*([a-z_.]+).*?\}\}", re.DOTALL)
Place = tuple[int, str]


def asked_twice(
    paragraphs: Sequence[str], language: str, said: Said, *, plain: bool
) -> Iterator[Place]:  # fmt: skip
    """Yield (paragraph, field) where a letter asks a second time for its sum.

    Args:
        paragraphs: the template's own words, tags included.
        language: the language that it is in.
        said: what the letter says with some fields.
        plain: it is a plain text, whose lines are no paragraphs.
    """
    for name in SUMS:
        if any(_times(text, name, language, plain=plain) > 1 for text in outcomes(said)):
            yield _last(paragraphs, name, language), name


def asking(paragraphs: Sequence[str], letter: str, language: str) -> Iterator[Place]:
    """Yield (paragraph, words) for each request of a payment in a letter that asks for nothing."""
    if letter not in ASKS_NOTHING:
        return
    for row, text in enumerate(paragraphs, start=1):
        sentences = SENTENCES.split(_marked(text))
        yield from ((row, TAG.sub(" ", text).strip()) for one in sentences if _asks(one, language))


def added_to(paragraphs: Sequence[str]) -> Iterator[Place]:
    """Yield (paragraph, field) for each part of the total that a letter asks for besides it."""
    parts = "|".join(map(re.escape, PARTS))
    total = re.compile(rf"⟦total⟧{ADDED}⟦({parts})⟧")
    for row, text in enumerate(paragraphs, start=1):
        yield from ((row, found[1]) for found in total.finditer(_marked(text)))


def altered(paragraphs: Sequence[str]) -> Iterator[Place]:
    """Yield (paragraph, words) where typed words make another sum, or delay, of a field."""
    for row, text in enumerate(paragraphs, start=1):
        shown = FIELD.sub(lambda found: f"⟦{found[1]}⟧", folded(html.unescape(text)))
        for found in ALTERED.finditer(TAG.sub(" ", shown)):
            yield row, re.sub("⟦(.*?)⟧", r"{{ \1 }}", found[0]).strip()


def _times(text: str, name: str, language: str, *, plain: bool) -> int:
    """Return how often the sentences that ask name a sum."""
    if plain:
        text = "\n".join(" ".join(block.split()) for block in BLOCKS.split(text))
    mark = f"⟦{name}⟧"
    sentences = (one.lower() for one in SENTENCES.split(text))
    return sum(one.count(mark) for one in sentences if mark in one and _asks(one, language))


def _asks(sentence: str, language: str) -> bool:
    said = folded(OPEN.sub(" ", sentence))
    request = REQUESTS[language].search(said)
    return request is not None and not CASE.match(said) and not LABELS.match(said)


def _last(paragraphs: Sequence[str], name: str, language: str) -> int:
    """Return the last paragraph that asks for a sum, 0 when none does by itself."""
    mark = f"⟦{name}⟧"
    rows = [row for row, text in enumerate(paragraphs, start=1) if mark in _marked(text)]
    asking = [row for row in rows if _asks(_marked(paragraphs[row - 1]), language)]
    return (asking or rows or [0])[-1]


def _marked(text: str) -> str:
    """Return a paragraph with marks in the place of its fields, without other tags."""
    shown = FIELD.sub(lambda found: f"⟦{found[1]}⟧", text)
    return " ".join(html.unescape(TAG.sub(" ", shown)).lower().split())
