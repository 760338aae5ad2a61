"""A template in another language than its name says: counted on the small words of each."""

import re
from collections.abc import Sequence

from ..wording.letter_small_words import SMALL
from .repair import TAG
from .words import folded

WORD = re.compile(r"[a-z]+")
LEAST = 5  # small words of another language in one paragraph, that no quotation explains


def other_language(paragraphs: Sequence[str], language: str) -> str:
    """Return the language in which a paragraph of a template is written, "" when all is its own."""
    return next(filter(None, (_other(text, language) for text in paragraphs)), "")


def _other(paragraph: str, language: str) -> str:
    said = WORD.findall(folded(TAG.sub(" ", paragraph)))
    counts = {code: sum(word in words for word in said) for code, words in SMALL.items()}
    own = counts.pop(language)
    code, most = max(counts.items(), key=lambda one: one[1])
    return code if most >= max(LEAST, 2 * own) else ""
