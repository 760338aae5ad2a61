"""What a letter to a consumer claims besides the principal, where the law grants nothing.

The Belgian first reminder is free: an interest or an indemnity is announced for later, never due.
The notice to a French consumer claims interest by law and no indemnity nor fee. Each is read as it
comes out for that case: what an `if` keeps for another one is not in it.
"""

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..wording.letter_due import CHARGES, CLAUSES
from ..wording.tongues import FRENCH
from .mandatory import Said, outcomes, with_flags
from .repair import TAG
from .words import FIRST_REMINDER_TEMPLATE, folded

NOTICE = "mise-en-demeure-consommateur"
FRENCH_CONSUMER = "consommateur_fr"
BLOCKS = re.compile(r"\n\s*\n")
MARK = re.compile(r"⟦[^⟧]*⟧")
Place = tuple[int, str, str]


def not_owed(
    paragraphs: Sequence[str], letter: str, language: str, said: Said, *, plain: bool
) -> Iterator[Place]:  # fmt: skip
    """Yield (paragraph, clause, reason) for each charge that a consumer does not owe.

    Args:
        paragraphs: the template's own words, tags included.
        letter: the template, without language nor ending.
        language: the language that it is in.
        said: what the letter says with some fields.
        plain: it is a plain text, whose lines are no paragraphs.
    """
    if letter == FIRST_REMINDER_TEMPLATE:
        texts, reason = tuple(outcomes(said)), "not_due_yet"
    elif letter == NOTICE:
        texts, reason = (said(with_flags(FRENCH_CONSUMER)),), "not_owed"
    else:
        return
    known = {clause for text in texts for clause in _claims(text, letter, language, plain=plain)}
    for clause in sorted(known):
        yield _row(paragraphs, clause), clause, reason


def _claims(text: str, letter: str, language: str, *, plain: bool) -> Iterator[str]:
    """Yield the clauses of a letter that claim a charge."""
    if plain:
        text = "\n".join(" ".join(block.split()) for block in BLOCKS.split(text))
    for clause in CLAUSES.split(MARK.sub(" … ", text)):
        words = folded(clause)
        early = letter == FIRST_REMINDER_TEMPLATE
        if any(_claimed(words, code, early=early) for code in {FRENCH.code, language}):
            yield " ".join(clause.split()).strip(" .,;:…")


def _claimed(words: str, language: str, *, early: bool) -> bool:
    """Tell whether a clause claims a charge; `early`: an interest is one, what comes later none."""
    shapes = _shapes(language, early=early)
    charge, claimed, now, later, none = (shape.search(words) for shape in shapes)
    return bool(charge and (claimed or now) and not none and not (early and later))


@cache
def _shapes(language: str, *, early: bool) -> tuple[re.Pattern[str], ...]:
    known = CHARGES[language]
    charge = f"{known.interest}|{known.fee}" if early else known.fee
    said = (charge, known.claimed, known.now, known.later, known.none)
    return tuple(re.compile(rf"(?<!\w)(?:{one})(?!\w)") for one in said)


def _row(paragraphs: Sequence[str], clause: str) -> int:
    """Return the paragraph that a clause comes from, 0 when it is made of several."""
    longest = max(clause.split("…"), key=len)
    sought = folded(longest).strip()
    texts = (folded(html.unescape(TAG.sub(" ", text))) for text in paragraphs)
    return next((row for row, text in enumerate(texts, start=1) if sought in text), 0)
