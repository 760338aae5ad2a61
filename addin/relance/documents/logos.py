"""The pictures that a template carries as they are: logo, signature, band of a letterhead.

Each letter takes them along: one that Word can't show would leave a hole in all of them, and a
heavy one would fill a disk.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping

from .pictures import DRAWING
from .relations import relations

HEAVY = 2_000_000  # bytes of pictures in each letter, from which it is worth a word
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
PNG_END, JPEG_END = b"IEND", b"\xff\xd9"  # what a file cut on its way has lost
MOST_PIXELS = 100_000_000  # of a PNG: what is more no program draws
# How a file begins that Word shows: PNG, JPEG, GIF, BMP, TIFF, WMF, EMF, those packed, WebP.
SHOWN = (
    PNG, JPEG, b"GIF8", b"BM", b"II*\0", b"MM\0*",
    b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"\x01\0\0\0", b"\x1f\x8b", b"RIFF",
)  # fmt: skip
PROPERTIES = re.compile(r"<wp:docPr\s[^>]*>")
TOLD = re.compile(r'\s(?:descr|title)="[^"]*[^"\s]')
DECORATIVE = re.compile(r'decorative\s[^>]*val="(?:1|true)"')


def unshown(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the names of the pictures that Word can't show: no such file, no picture, or half one.

    A drawing (.svg) has a picture beside it for programs that know no drawings: that one counts.
    """
    for place in sorted(_embedded(parts)):
        content = parts.get(place, b"")
        drawing = place.lower().endswith(".svg") and b"<svg" in content
        if not (drawing or (content.startswith(SHOWN) and _is_whole(content))):
            yield posixpath.basename(place)


def _is_whole(content: bytes) -> bool:
    """Tell whether a picture has its end, and a PNG a size that can be drawn."""
    if content.startswith(PNG):
        width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
        return PNG_END in content and 0 < width * height <= MOST_PIXELS
    return JPEG_END in content if content.startswith(JPEG) else True


def _embedded(parts: Mapping[str, bytes]) -> set[str]:
    """The files behind the pictures of all parts."""
    found = set()
    for name, content in parts.items():
        folder, _, listed = name.partition("_rels/")
        if not listed.endswith(".rels"):
            continue
        for said in relations(content.decode("utf-8", "replace")):
            if said.get("Type", "").endswith("/image") and said.get("TargetMode") != "External":
                place = posixpath.join("/", folder, said.get("Target", ""))
                found.add(posixpath.normpath(place).lstrip("/"))
    return found


def megabytes(parts: Mapping[str, bytes]) -> int:
    """Return what the pictures weigh in each letter, in millions of bytes; 0 when it is little."""
    weight = sum(len(parts.get(place, b"")) for place in _embedded(parts))
    return round(weight / 1_000_000) if weight >= HEAVY else 0


def silent(xml: str) -> bool:
    """Tell whether a picture has no words for who can't see it, and is no mere ornament."""
    return any(
        not TOLD.search("".join(PROPERTIES.findall(drawing))) and not DECORATIVE.search(drawing)
        for drawing in DRAWING.findall(xml)
    )
