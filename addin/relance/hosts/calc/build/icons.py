"""Icons of the toolbar: the letter that is a verb's key in Excel, on the colour of its group.

Drawn here, so that they are the same bytes everywhere and need no library.
"""

import struct
import zlib
from collections.abc import Iterator

from ...verbs import VERBS, Verb
from .verbs_config import icon

SIZES = (16, 26)  # pixels: small and large icons of LibreOffice
_COLOURS: dict[str, tuple[int, int, int]] = {
    "data": (46, 117, 182),
    "today": (192, 80, 30),
    "selection": (84, 130, 53),
    "follow_up": (112, 48, 160),
    "analysis": (0, 118, 118),
    "support": (100, 100, 100),
}
_WHITE, _CLEAR = (255, 255, 255, 255), (0, 0, 0, 0)
_WIDTH, _HEIGHT = 5, 7  # dots of a letter
_LETTERS: dict[str, str] = {
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "A": "01110 10001 10001 11111 10001 10001 10001",
    "B": "11110 10001 10001 11110 10001 10001 11110",
    "C": "01110 10001 10000 10000 10000 10001 01110",
    "D": "11110 10001 10001 10001 10001 10001 11110",
    "E": "11111 10000 10000 11110 10000 10000 11111",
    "F": "11111 10000 10000 11110 10000 10000 10000",
    "G": "01110 10001 10000 10111 10001 10001 01110",
    "H": "10001 10001 10001 11111 10001 10001 10001",
    "I": "01110 00100 00100 00100 00100 00100 01110",
    "J": "00111 00010 00010 00010 00010 10010 01100",
    "K": "10001 10010 10100 11000 10100 10010 10001",
    "L": "10000 10000 10000 10000 10000 10000 11111",
    "M": "10001 11011 10101 10101 10001 10001 10001",
    "N": "10001 11001 10101 10101 10011 10001 10001",
    "O": "01110 10001 10001 10001 10001 10001 01110",
    "P": "11110 10001 10001 11110 10000 10000 10000",
    "Q": "01110 10001 10001 10001 10101 10010 01101",
    "R": "11110 10001 10001 11110 10100 10010 10001",
    "S": "01111 10000 10000 01110 00001 00001 11110",
    "T": "11111 00100 00100 00100 00100 00100 00100",
    "U": "10001 10001 10001 10001 10001 10001 01110",
    "V": "10001 10001 10001 10001 10001 01010 00100",
    "W": "10001 10001 10001 10101 10101 11011 10001",
    "X": "10001 10001 01010 00100 01010 10001 10001",
    "Y": "10001 10001 01010 00100 00100 00100 00100",
    "Z": "11111 00001 00010 00100 01000 10000 11111",
}


def icons() -> dict[str, bytes]:
    """Return every icon by its place in the extension."""
    return {f"{icon(verb.id)}_{size}.png": _drawn(verb, size) for verb in VERBS for size in SIZES}


def _drawn(verb: Verb, size: int) -> bytes:
    letter, scale = _LETTERS[verb.keytip].split(), size // 13
    left, top = (size - _WIDTH * scale) // 2, (size - _HEIGHT * scale) // 2

    def dot(x: int, y: int) -> tuple[int, int, int, int]:
        if min(x, size - 1 - x) + min(y, size - 1 - y) < 2:  # round corners
            return _CLEAR
        column, row = (x - left) // scale, (y - top) // scale
        within = 0 <= column < _WIDTH and 0 <= row < _HEIGHT
        return _WHITE if within and letter[row][column] == "1" else (*_COLOURS[verb.group], 255)

    lines = (b"\0" + bytes(part for x in range(size) for part in dot(x, y)) for y in range(size))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunks(size, b"".join(lines)))


def _chunks(size: int, dots: bytes) -> Iterator[bytes]:
    """The three parts of a PNG of 8 bits a channel, with transparency."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)),
        (b"IDAT", zlib.compress(dots, 9)),
        (b"IEND", b""),
    )
    for name, content in parts:
        yield struct.pack(">I", len(content)) + name + content
        yield struct.pack(">I", zlib.crc32(name + content))
