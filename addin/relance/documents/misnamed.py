"""Files that are no template by their name, and the template that they were meant to be."""

import difflib
import re

from .names import plain
from .shipped import FRENCH_ALONE, NAMES, parted

COPIED = re.compile(
    r"^(?:copie de |copy of |kopie van |kopie von )|\s*(?:- copie|- copy|- kopie)?\s*(?:\(\d+\))?$"
)


def resembling(name: str) -> str:
    """Return the template that a file was meant to be, "" when none is near.

    >>> resembling("Relance 1 (2).docx"), resembling("Rapel.docx")
    ('relance-1.docx', 'rappel.docx')
    """
    stem, _, ending = plain(name).lower().rpartition(".")
    bare = re.sub(r"[\s_]+", "-", COPIED.sub("", stem).strip())
    letter, _ = parted(bare)
    alone = letter if letter in FRENCH_ALONE else bare
    ours = {"doc": "docx", "docm": "docx", "dotx": "docx", "odt": "docx", "htm": "html"}
    near = difflib.get_close_matches(f"{alone}.{ours.get(ending, ending)}", NAMES, 1, 0.8)
    return near[0] if near else ""
