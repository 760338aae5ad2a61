"""Compression of the streams of a VBA project ([MS-OVBA] 2.4.1).

A compressed container is a signature byte and one chunk for every 4096 bytes of source. A chunk
is a header and tokens, in groups of eight led by a byte of flags: a literal byte (flag 0), or
two bytes that tell to copy a run met earlier in the same chunk (flag 1).
"""

import struct
from collections.abc import Iterator

from ....core.errors import BuildError

CHUNK = 4096  # bytes of source in a chunk, the last one may hold fewer

_SIGNATURE = b"\x01"  # of a container, 2.4.1.1.1
_COMPRESSED = 0xB000  # header of a chunk of tokens: flag and signature, 2.4.1.1.5
_RAW = 0x3000  # header of a chunk of plain bytes
_KIND = 0x8000  # the bit that tells the one from the other
_SIZE = 0x0FFF  # the bits of a chunk's size, less 3
_SHORTEST = 3  # bytes that a copy replaces at least: its token takes two
_LEAST_OFFSET_BITS = 4
_GROUP = 8  # tokens that share a byte of flags


def compress(data: bytes) -> bytes:
    """Return the compressed container of a stream (2.4.1.3.6).

    Args:
        data: the source, of any length.

    Returns:
        The container; the same source gives the same bytes.

    Raises:
        BuildError: the last chunk is short and has no repetition, so that the format could only
            hold it padded with zeros, which its readers can't tell from source.

    >>> compress(b"#aaabcdefaaaaghij").hex(" ")
    '01 11 b0 00 23 61 61 61 62 63 64 65 02 66 00 70 61 67 68 69 6a'
    """
    chunks = (data[start : start + CHUNK] for start in range(0, len(data), CHUNK))
    return _SIGNATURE + b"".join(map(_chunk, chunks))


def decompress(container: bytes, most: int) -> bytes:
    """Return the source of a compressed container (2.4.1.3.1), whoever compressed it.

    Args:
        container: the whole of it.
        most: bytes of source that are expected at most.

    Raises:
        ValueError: it is no such container, is cut short, or unfolds to more.

    >>> decompress(compress(b"#aaabcdefaaaaghij"), 100)
    b'#aaabcdefaaaaghij'
    """
    if container[:1] != _SIGNATURE:
        raise ValueError(container[:1])
    source, at = bytearray(), 1
    while at < len(container):
        header = int.from_bytes(container[at : at + 2], "little")
        end = at + (header & _SIZE) + 3
        if header & ~(_KIND | _SIZE) != _RAW or end > len(container):
            raise ValueError(at)
        body = container[at + 2 : end]
        source += _source(body) if header & _KIND else body
        if len(source) > most:
            raise ValueError(most)
        at = end
    return bytes(source)


def _source(tokens: bytes) -> bytes:
    """Return what a chunk's tokens stand for (2.4.1.3.2 to 2.4.1.3.5)."""
    source, at = bytearray(), 0
    while at < len(tokens):
        flags, at = tokens[at], at + 1
        for bit in range(_GROUP):
            if at >= len(tokens):
                break
            if flags >> bit & 1:
                _copy(source, tokens[at : at + 2])
                at += 2
            else:
                source.append(tokens[at])
                at += 1
    return bytes(source)


def _copy(source: bytearray, token: bytes) -> None:
    """Add the run that a copy token tells of; it may reach into what it adds (2.4.1.3.19.2)."""
    bits = _offset_bits(len(source))
    value = int.from_bytes(token, "little")
    offset, length = (value >> (16 - bits)) + 1, (value & (0xFFFF >> bits)) + _SHORTEST
    if len(token) < 2 or offset > len(source) or len(source) + length > CHUNK:
        raise ValueError(token)
    for _ in range(length):
        source.append(source[-offset])


def _chunk(source: bytes) -> bytes:
    """Return one chunk, plain when tokens would take more room (2.4.1.3.7, 2.4.1.3.10)."""
    tokens = b"".join(_groups(source))
    if len(tokens) <= CHUNK:
        return _header(_COMPRESSED, tokens) + tokens
    if len(source) < CHUNK:
        raise BuildError(reason="incompressible")
    return _header(_RAW, source) + source


def _header(kind: int, body: bytes) -> bytes:
    """Return the two bytes before a chunk's body: its size with them, less 3 (2.4.1.3.13)."""
    return struct.pack("<H", kind | (len(body) + 2 - 3))


def _groups(source: bytes) -> Iterator[bytes]:
    """Give the groups of at most eight tokens, each after its byte of flags (2.4.1.3.8)."""
    position = 0
    while position < len(source):
        flags, group = 0, b""
        for bit in range(_GROUP):
            if position == len(source):
                break
            offset, length = _match(source, position)
            if length:
                flags |= 1 << bit
                group += _copy_token(position, offset, length)
            else:
                group += source[position : position + 1]
            position += length or 1
        yield bytes([flags]) + group


def _match(source: bytes, position: int) -> tuple[int, int]:
    """Return how far back the longest earlier run starts, and its length, or (0, 0) (2.4.1.3.19.4).

    Of equally long runs the nearest is taken; a run may reach into the bytes that it produces.
    """
    most = min(_longest(position), len(source) - position)
    offset = length = 0
    wanted = _SHORTEST
    while wanted <= most:
        # rfind gives the nearest run; it must start before the position itself.
        start = source.rfind(source[position : position + wanted], 0, position + wanted - 1)
        if start < 0:
            break
        length = wanted
        while length < most and source[start + length] == source[position + length]:
            length += 1
        offset, wanted = position - start, length + 1
    return offset, length


def _copy_token(position: int, offset: int, length: int) -> bytes:
    """Return the two bytes that tell to copy a run (2.4.1.3.19.3)."""
    place = (offset - 1) << (16 - _offset_bits(position))
    return struct.pack("<H", place | (length - _SHORTEST))


def _longest(position: int) -> int:
    """Return the longest run that a copy token can tell at a position (2.4.1.3.19.1)."""
    return (0xFFFF >> _offset_bits(position)) + _SHORTEST


def _offset_bits(position: int) -> int:
    """Return the bits that hold an offset: as many as the bytes so far need (2.4.1.3.19.1)."""
    return max(_LEAST_OFFSET_BITS, (position - 1).bit_length() if position else 0)
