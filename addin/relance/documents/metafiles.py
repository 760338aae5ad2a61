"""Windows' drawings (EMF, WMF, packed ones): a list of records with an end, or nothing is drawn.

Layout: [MS-EMF] 2.3.4.2 (header) and 2.3.4.1 (end of file), [MS-WMF] 2.3.2 (placeable, header) and
2.3.2.1 (end of file).
"""

import zlib
from dataclasses import dataclass
from struct import Struct

PLACEABLE, PACKED = b"\xd7\xcd\xc6\x9a", b"\x1f\x8b"
EMF, WMF = b"\x01\0\0\0", (b"\x01\0\x09\0", b"\x02\0\x09\0")
STARTS = (PLACEABLE, PACKED, EMF, *WMF)
MOST_BYTES = 30_000_000  # of a packed one, unpacked: no template may be longer either
_EMF_MARK = slice(40, 44)
_PLACED, _WMF_HEADER = 22, 18  # bytes
_GZIP = 31  # how zlib is told


@dataclass(frozen=True, slots=True)
class _Records:
    """How each record of a kind of file begins, what its size counts, and the last one's kind."""

    head: Struct
    fields: tuple[str, str]
    unit: int
    end: int


_OF_EMF = _Records(Struct("<II"), ("kind", "size"), 1, 14)
_OF_WMF = _Records(Struct("<IH"), ("size", "kind"), 2, 0)


def is_whole_metafile(content: bytes) -> bool:
    """Tell whether a drawing can be drawn to its end.

    Args:
        content: the file, which begins as one of `STARTS`.
    """
    if content.startswith(PACKED):
        content = _unpacked(content)
    if content.startswith(EMF):
        return content[_EMF_MARK] == b" EMF" and _has_end(content, 0, _OF_EMF)
    if content.startswith(PLACEABLE):
        content = content[_PLACED:]
    return content.startswith(WMF) and _has_end(content, _WMF_HEADER, _OF_WMF)


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(_GZIP).decompress(content, MOST_BYTES)
    except zlib.error:
        return b""


def _has_end(content: bytes, at: int, shape: _Records) -> bool:
    """Follow the records from a place on to the one that ends the file."""
    while at + shape.head.size <= len(content):
        said = dict(zip(shape.fields, shape.head.unpack_from(content, at), strict=True))
        size = said["size"] * shape.unit
        if size < shape.head.size or at + size > len(content):
            return False
        if said["kind"] == shape.end:
            return True
        at += size
    return False
