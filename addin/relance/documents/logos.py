"""The pictures that a template carries as they are: logo, signature, band of a letterhead.

Each letter takes them along: one that Word can't show would leave a hole in all of them, and a
heavy one would fill a disk.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping

from .metafiles import STARTS, is_whole_metafile
from .pictures import DRAWING
from .relations import relations

HEAVY = 2_000_000  # bytes of pictures in each letter, from which it is worth a word
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
PNG_END, JPEG_END = b"IEND", b"\xff\xd9"  # what a file cut on its way has lost
MOST_PIXELS = 100_000_000  # of a PNG: what is more no program draws
# How a file begins that Word shows: PNG, JPEG, GIF, BMP, TIFF, WebP, and Windows' drawings.
SHOWN = (PNG, JPEG, b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", *STARTS)
BLIP = re.compile(r"<a:blip\b([^>]*?)(?:/>|>(.*?)</a:blip>)", re.DOTALL)
SHOWN_BY = re.compile(r'\sr:embed="([^"]+)"')
EXTENT = re.compile(r'<wp:(inline|anchor)\b.*?<wp:extent\s[^>]*?cx="(\d{1,12})"', re.DOTALL)
SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
MARGINS = tuple(
    re.compile(rf'<w:pgMar\s[^>]*?w:{side}="(\d{{1,6}})"') for side in ("left", "right")
)
SHEET = re.compile(r'<w:pgSz\s[^>]*?w:w="(\d{1,6})"')
TWIP, CENTIMETRE = 635, 360_000  # units of a drawing
SLACK = CENTIMETRE // 10  # what a program rounds
PROPERTIES = re.compile(r"<wp:docPr\s[^>]*>")
TOLD = re.compile(r'\s(?:descr|title)="[^"]*[^"\s]')
DECORATIVE = re.compile(r'decorative\s[^>]*val="(?:1|true)"')


def unshown(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the names of the pictures that Word can't show: no such file, no picture, or half one.

    A drawing (.svg) has a picture beside it for programs that know no drawings: that one counts,
    and without it Word leaves a hole.
    """
    alone = {place for part in parts for place in _shown_alone(part, parts)}
    for place in sorted(_embedded(parts)):
        content = parts.get(place, b"")
        drawing = _is_svg(place) and b"<svg" in content and place not in alone
        if not (drawing or (content.startswith(SHOWN) and _is_whole(content))):
            yield posixpath.basename(place)


def _is_svg(place: str) -> bool:
    return place.lower().endswith(".svg")


def _shown_alone(part: str, parts: Mapping[str, bytes]) -> Iterator[str]:
    """The drawings (.svg) of one part that have no other picture beside them."""
    folder, _, name = part.rpartition("/")
    listed = parts.get(f"{folder}/_rels/{name}.rels", b"").decode("utf-8", "replace")
    files = {one.get("Id", ""): _place(folder, one) for one in relations(listed)}
    if not any(map(_is_svg, files.values())):
        return
    for own, within in BLIP.findall(parts[part].decode("utf-8", "replace")):
        shown = [files.get(one, "") for one in SHOWN_BY.findall(own + (within or ""))]
        if all(map(_is_svg, shown)):
            yield from shown


def _is_whole(content: bytes) -> bool:
    """Tell whether a picture has its end, and a PNG a size that can be drawn."""
    if content.startswith(STARTS):
        return is_whole_metafile(content)
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
                found.add(_place(folder, said))
    return found


def _place(folder: str, relation: Mapping[str, str]) -> str:
    """Return the part that a relation of a folder's part names."""
    place = posixpath.join("/", folder, relation.get("Target", ""))
    return posixpath.normpath(place).lstrip("/")


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


def overwide(xml: str, document: str) -> tuple[str, str] | None:
    """Return the width of a picture that no line holds, and that of a line, in centimetres.

    A picture in a line has the width between the margins, one that is placed freely the sheet's.

    Args:
        xml: a part of the template.
        document: the one that tells the sheet and its margins.
    """
    sheets = [(_twips(SHEET, one), *(_twips(side, one) for side in MARGINS))
              for one in SECTION.findall(document)]  # fmt: skip
    lines = {
        "inline": max((sheet - left - right for sheet, left, right in sheets), default=0),
        "anchor": max((sheet for sheet, _, _ in sheets), default=0),
    }
    for drawing in DRAWING.findall(xml):
        found = EXTENT.search(drawing)
        if found and BLIP.search(drawing):
            width, line = int(found[2]), lines[found[1]] * TWIP
            if 0 < line < width - SLACK:
                return _centimetres(width), _centimetres(line)
    return None


def _twips(shape: re.Pattern[str], section: str) -> int:
    found = shape.search(section)
    return int(found[1]) if found else 0


def _centimetres(width: int) -> str:
    return f"{width / CENTIMETRE:.1f}".replace(".", ",")
