"""Zip files, written here since Python's own writer costs more than the letter inside.

A part that all letters share is deflated once; each letter takes its bytes as they are. Same
parts, same bytes: no date, a fixed order.

Source: PKWARE's APPNOTE.TXT 6.3.10, 4.3 (no encryption, no 64-bit sizes).
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

LOCAL = struct.Struct("<4s5H3I2H")
LISTED = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
NEEDED, DEFLATED = 20, 8  # version 2.0 of the format has folders and deflation
UTF8 = 0x800  # flag: the name is not ASCII
NOON, FIRST_DAY = 0, 33  # 1 January 1980, 0:00: the first moment that a zip can hold
LEVEL = 3  # of deflation: a little larger than at the usual 6, in half the time


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a zip: its name, its deflated bytes, and what the headers say of it."""

    name: bytes
    deflated: bytes
    size: int
    checksum: int


def entry(name: str, content: bytes, level: int = LEVEL) -> Entry:
    """Deflate a file."""
    deflating = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = deflating.compress(content) + deflating.flush()
    return Entry(name.encode(), deflated, len(content), zlib.crc32(content))


def archive(entries: Iterable[Entry]) -> bytes:
    """Return the zip of some files, in their order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for one in entries:
        said = (0 if one.name.isascii() else UTF8, DEFLATED, NOON, FIRST_DAY, one.checksum,
                len(one.deflated), one.size, len(one.name), 0)  # fmt: skip
        local = LOCAL.pack(b"PK\x03\x04", NEEDED, *said)
        directory += (LISTED.pack(b"PK\x01\x02", NEEDED, NEEDED, *said, 0, 0, 0, 0, at), one.name)
        files += (local, one.name, one.deflated)
        at += len(local) + len(one.name) + len(one.deflated)
    listed, count = b"".join(directory), len(directory) // 2
    end = END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), at, 0)
    return b"".join((*files, listed, end))
