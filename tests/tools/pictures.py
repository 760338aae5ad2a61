"""Pictures of grey points, and the QR codes that a reader apart from our writer finds in them."""

import struct
import zlib

import numpy as np
import zxingcpp
from numpy.typing import NDArray

Points = NDArray[np.uint8]


def of_png(content: bytes) -> Points:
    """Return the points of a PNG of one bit, whose lines are not filtered."""
    width, height, depth, colour = struct.unpack(">2I2B", content[16:26])
    assert (content[:8], depth, colour) == (b"\x89PNG\r\n\x1a\n", 1, 0)
    at, data = 8, b""
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        kind, inside = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        assert struct.unpack(">I", content[at + 8 + size : at + 12 + size]) == (
            zlib.crc32(kind + inside),
        )
        data += inside if kind == b"IDAT" else b""
        at += 12 + size
    lines = np.frombuffer(zlib.decompress(data), np.uint8).reshape(height, -1)
    assert not lines[:, 0].any()
    return np.unpackbits(lines[:, 1:], axis=1)[:, :width] * np.uint8(255)


def of_pgm(content: bytes) -> Points:
    """Return the points of a PGM of one byte, as pdftoppm writes it."""
    kind, width, height, most, points = content.split(maxsplit=4)
    assert (kind, most) == (b"P5", b"255")
    return np.frombuffer(points, np.uint8).reshape(int(height), int(width))


def codes(points: Points) -> list[str]:
    """Return what the QR codes of a picture say."""
    found = zxingcpp.read_barcodes(
        points, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return [code.text for code in found]
