"""What a person typed where a field should stand, and letters that ask for two things at once."""

import html
import re
from collections.abc import Iterator, Sequence

from ..wording.letter_by_hand import ACCOUNT, ACTION_STYLE, AMOUNT, DAY, DELAY
from .mandatory import Said, outcomes, prints, several
from .repair import TAG

DEADLINES = ("date_limite", "delai")  # the fields that say until when
# A style is known by its name: each program writes its identifier its own way.
ACTION = re.compile(rf'<w:style\s[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="{ACTION_STYLE}"/>')
PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
TEXT = re.compile(r"<w:t[ >][^<]")
Place = tuple[int, str]


def amounts(paragraphs: Sequence[str]) -> Iterator[Place]:
    """Yield (paragraph, text) for each amount that a template has in its own words."""
    return _found(paragraphs, AMOUNT)


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
        words = " ".join(html.unescape(TAG.sub(" ", text)).replace("\u2019", "'").split())
        for found in shape.finditer(words):
            if not found.groupdict().get("spared"):
                yield row, found[0].strip(" .,")
