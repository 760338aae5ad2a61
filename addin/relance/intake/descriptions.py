"""What an item was for, when the words beside it really say so.

A letter prints it, so a text that only repeats the kind, the number, a day or the debtor is no
description, and neither is a credit's or a payment's.

>>> described("Remplacement de la chaudière", ("C1", "Durand"))
'Remplacement de la chaudière'
>>> described("Facture F-2026-14 DURAND octobre 2026", ("C1", "Durand"))
''
"""

import re
from functools import cache

from .parties import Party
from .vocabulary import fold, meanings, words

_TOKEN = re.compile(r"[a-z0-9]+")
LEAST = 3  # letters; a shorter word tells nothing by itself


def described(said: str, party: Party) -> str:
    """Return a text that says what was sold, "" when it does not.

    Args:
        said: the cell.
        party: code and name of the debtor.
    """
    theirs = set(_telling(" ".join(party)))
    telling = [
        word
        for word in _telling(said)
        if word not in _hollow() and not any(name.startswith(word) for name in theirs)
    ]
    return " ".join(said.split()) if telling else ""


def _telling(text: str) -> list[str]:
    """The words of letters alone, long enough to mean something."""
    found = _TOKEN.findall(fold(text))
    return [word for word in found if len(word) >= LEAST and word.isalpha()]


@cache
def _hollow() -> frozenset[str]:
    known = {*meanings("kinds"), *meanings("months"), *words("descriptions", "hollow")}
    return frozenset(token for word in known for token in _TOKEN.findall(word))
