"""What a person typed where a field should stand, and letters that ask for two things at once."""

import html
import re
from collections.abc import Iterator, Sequence

from ..wording.letter_by_hand import ACCOUNT, ACTION_STYLE, AMOUNT, DAY, DELAY
from ..wording.letter_by_hand_paid import PAID
from ..wording.letter_by_hand_rates import (
    ABOUT,
    DECIMALS,
    NOTHING,
    PERCENT,
    PRICES,
    SENTENCES,
    SUM,
)
from .mandatory import Said, outcomes, prints, several
from .repair import TAG
from .words import folded

DEADLINES = ("date_limite", "delai")  # the fields that say until when
# A style is known by its name: each program writes its identifier its own way.
ACTION = re.compile(rf'<w:style\s[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="{ACTION_STYLE}"/>')
PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
AROUND = 250  # characters before and after a percentage that may say what it is about
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # of no width: they cut a number
BARE = re.compile(r"[\d .,]+")
TEXT = re.compile(r"<w:t[ >][^<]")
Place = tuple[int, str]


def amounts(paragraphs: Sequence[str]) -> Iterator[Place]:
    """Yield (paragraph, text) for each amount that a template has in its own words."""
    label = ""
    for row, text in enumerate(paragraphs, start=1):
        said = _words(text)
        found = [one[0].strip(" .,") for one in AMOUNT.finditer(said) if not one["spared"]]
        found = found or [one[0] for one in DECIMALS.finditer(said)]
        # a cell with nothing but a number is what the cell before it names
        bare = folded(f"{label} : {said}" if BARE.fullmatch(said) else said)
        yield from ((row, one) for one in found or _bare_sums(bare))
        label = said


def _bare_sums(said: str) -> list[str]:
    """Return the sums without a currency that a text claims, asks for or adds."""
    found = (one for shape in (SUM, PAID) for one in shape.finditer(said))
    return list(dict.fromkeys(one["sum"] or one["first"] for one in found))


def rates(paragraphs: Sequence[str]) -> Iterator[Place]:
    """Yield (paragraph, text) for each percentage of what is claimed, and for one in a cell."""
    for row, text in enumerate(paragraphs, start=1):
        read = dict.fromkeys((_words(text), _words(TAG.sub("", text))))  # a tag may cut a word
        sentences = (one for words in read for one in SENTENCES.split(folded(words)))
        found = (
            one[0].strip()
            for sentence in sentences
            for one in PERCENT.finditer(sentence)
            if not NOTHING.fullmatch(one["number"] or "1") and _is_claimed(sentence, one)
        )
        yield from ((row, one) for one in dict.fromkeys(found))


def _is_claimed(sentence: str, percent: re.Match[str]) -> bool:
    """Tell whether the nearest word that says what a percentage is about is of a claim."""
    if percent[0].strip() == sentence.strip():
        return True
    near = max(percent.start() - AROUND, 0), percent.end() + AROUND
    if PRICES.search(sentence, *near):
        return False
    about = min(ABOUT.finditer(sentence, *near), key=lambda one: _gap(one, percent), default=None)
    return about is not None and about["claimed"] is not None


def _gap(one: re.Match[str], other: re.Match[str]) -> int:
    """Return the letters between two places of a sentence."""
    return max(one.start() - other.end(), other.start() - one.end())


def accounts(paragraphs: Sequence[str]) -> Iterator[Place]:
    """Yield (paragraph, text) for each bank account that a template has in its own words."""
    return _found(paragraphs, ACCOUNT)


def dates(paragraphs: Sequence[str], letter: str, said: Said) -> Iterator[Place]:
    """Yield (paragraph, text) for each date that a letter asks for beside its own."""
    if letter in several("dates"):
        return
    asked = [name for name in DEADLINES if any(prints(text, name) for text in outcomes(said))]
    if len(asked) > 1:
        row = next(row for row, text in enumerate(paragraphs, start=1) if asked[-1] in text)
        yield row, asked[-1]
    if asked:
        yield from _found(paragraphs, DAY)
        yield from _found(paragraphs, DELAY)


def actions(styles: str, xml: str, letter: str, said: Said) -> Iterator[Place]:
    """Yield (paragraph, style) where a Word letter asks for a second action.

    Args:
        styles: the part of the template with its styles.
        xml: the document of the template, a line a paragraph.
        letter: the template, without language nor ending.
        said: the document's XML with some fields.
    """
    style = ACTION.search(styles)
    if style is None or letter in several("actions"):
        return
    mark = f'<w:pStyle w:val="{style[1]}"/>'
    if any(_asked(text, mark) > 1 for text in outcomes(said)):
        rows = [row for row, line in enumerate(xml.split("\n")) if mark in line]
        yield rows[-1], ACTION_STYLE


def _asked(xml: str, mark: str) -> int:
    return sum(mark in one and TEXT.search(one) is not None for one in PARAGRAPH.findall(xml))


def _found(paragraphs: Sequence[str], shape: re.Pattern[str]) -> Iterator[Place]:
    for row, text in enumerate(paragraphs, start=1):
        for found in shape.finditer(_words(text)):
            if not found.groupdict().get("spared"):
                yield row, found[0].strip(" .,")


def _words(text: str) -> str:
    """Return what a paragraph says in its own words, its blanks and apostrophes as typed."""
    return " ".join(
        UNSEEN.sub("", html.unescape(TAG.sub(" ", text))).replace("\u2019", "'").split()
    )
