"""Bytes to text: which encoding a file uses is read in its bytes, never asked.

>>> decode("Échéance".encode("cp850")).encoding
'cp850'
"""

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from .vocabulary import letters

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ONE_BYTE = ("cp1252", "iso-8859-15", "cp850", "mac-roman")  # the likelier first: it wins a tie
LOST = "\ufffd"
SAMPLE = 5000  # accented letters, each with its neighbours: they tell enough
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_ACCENTED = re.compile(rb"[\x00-\x7f]?[\x80-\xff]+[\x00-\x7f]?")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read in, and how many characters were lost."""

    text: str
    encoding: str
    lost: int = 0


def decode(content: bytes) -> Decoded:
    """Return the text of a file.

    A byte order mark is believed; else valid UTF-8 is UTF-8; else UTF-16 shows by its zeros;
    else the one-byte encoding that makes the most plausible French or Dutch letters wins.

    Args:
        content: the whole file.

    Returns:
        The text without its mark. `lost` counts bytes that did not fit the encoding.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _lenient(content, encoding)
    if wide := _wide_encoding(content):
        return _lenient(content, wide)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _mostly_utf8(content) or _one_byte(content)


def _lenient(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text.removeprefix("\ufeff"), encoding, text.count(LOST))


def _wide_encoding(content: bytes) -> str:
    """Return the UTF-16 that a file without a mark uses: every other byte of Latin text is 0."""
    even, odd = content[0:4000:2], content[1:4000:2]
    if odd and odd.count(0) > 0.7 * len(odd) and not even.count(0):
        return "utf-16-le"
    if even and even.count(0) > 0.7 * len(even) and not odd.count(0):
        return "utf-16-be"
    return ""


def _mostly_utf8(content: bytes) -> Decoded | None:
    """Read UTF-8 spoilt by a few bytes (a cut end, a pasted line); None when it is not UTF-8."""
    text = content.decode("utf-8", "replace")
    lost = text.count(LOST)
    sound = len(_NOT_ASCII.findall(text)) - lost
    return Decoded(text, "utf-8", lost) if sound > 4 * lost else None


def _one_byte(content: bytes) -> Decoded:
    found = islice(_ACCENTED.finditer(content), SAMPLE)
    sample = b"\n".join(match[0] for match in found)
    best = max(ONE_BYTE, key=lambda encoding: _plausibility(sample, encoding))
    return _lenient(content, best)


def _plausibility(sample: bytes, encoding: str) -> int:
    """Score a decoding by its accented letters: among small letters, where words have them."""
    text = sample.decode(encoding, "replace")
    score = 0
    for at, char in enumerate(text):
        if char > "\x7f":
            before = text[at - 1] if at else " "
            after = text[at + 1] if at + 1 < len(text) else " "
            score += _weight(before, char, after)
    return score


def _weight(before: str, char: str, after: str) -> int:
    inside = (before.isascii() and before.islower()) or (after.isascii() and after.islower())
    if char in letters("common"):
        return 3 if inside else 1
    if char in letters("capitals"):
        word = after.isascii() and after.isalpha() and not before.islower()
        return 2 if word or (before.isascii() and before.isupper()) else 0
    if char == "\xa0":
        return 2 if before.isdigit() or after.isdigit() else 0
    if char in letters("marks"):
        return 1
    return -2 if char.isalpha() or not char.isprintable() else -1
