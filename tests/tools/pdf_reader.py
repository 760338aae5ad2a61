"""What a screen reader finds in a tagged PDF: blocks of text in their logical order.

Headers, footers and repeated headings are artifacts, which no structure names.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

BLOCKS = {"/P", "/H1", "/H2", "/TD", "/TH", "/LI"}
INLINE = {"/Span", "/Strong", "/Lbl", "/LBody", "/Em"}
PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
Pieces = dict[tuple[int, int], str]


def blocks(content: bytes) -> list[tuple[str, str]]:
    """Return (tag, text) of each block of text, blanks of any kind as one space."""
    reader = PdfReader(io.BytesIO(content))
    pieces: Pieces = {}
    pages = {page.indirect_reference.idnum: page for page in reader.pages}  # type: ignore[union-attr]
    for number, page in pages.items():
        pieces |= {(number, mark): text for mark, text in _marked(reader, page).items()}
    return [(tag, text) for tag, text in _blocks(_root(reader), pieces, 0) if text]


def alternatives(content: bytes) -> list[str]:
    """Return what the pictures of a PDF are for those who can't see them."""

    def told(element: Any) -> Iterator[str]:
        if "/Alt" in element:
            yield str(element["/Alt"])
        for kid in _kids(element):
            if hasattr(kid, "get"):
                yield from told(kid)

    return list(told(_root(PdfReader(io.BytesIO(content)))))


def _root(reader: PdfReader) -> Any:
    catalog: Any = reader.trailer["/Root"]
    return catalog["/StructTreeRoot"]


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    return [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]


def _blocks(element: Any, pieces: Pieces, page: int) -> Iterator[tuple[str, str]]:
    tag = str(element.get("/S", ""))
    if tag in BLOCKS or (tag == "/Div" and _is_inline(element)):
        yield tag, " ".join("".join(_text(element, pieces, page)).split())
        return
    here = _page(element, page)
    for kid in _kids(element):
        if hasattr(kid, "get"):
            yield from _blocks(kid, pieces, here)


def _is_inline(element: Any) -> bool:
    return all(not hasattr(kid, "get") or kid.get("/S") in INLINE for kid in _kids(element))


def _page(element: Any, page: int) -> int:
    return element.raw_get("/Pg").idnum if "/Pg" in element else page


def _text(element: Any, pieces: Pieces, page: int) -> Iterator[str]:
    here = _page(element, page)
    for kid in _kids(element):
        if not hasattr(kid, "get"):
            yield pieces.get((here, int(kid)), "")
        elif "/MCID" in kid:
            yield pieces.get((_page(kid, here), int(kid["/MCID"])), "")
        else:
            yield from _text(kid, pieces, here)
            yield " " if kid.get("/S") == "/Lbl" else ""


def _marked(reader: PdfReader, page: Any) -> dict[int, str]:
    """The text of each piece of marked content of a page."""
    fonts = {
        name: _unicode(font.get_object()["/ToUnicode"].get_data().decode("latin-1"))
        for name, font in page["/Resources"].get("/Font", {}).items()
    }
    found: dict[int, str] = {}
    inside: list[tuple[int, bool]] = []  # mark or -1, and whether its text was given apart
    font: dict[int, str] = {}
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        if operator == b"BDC":
            about = operands[1]
            mark = int(about["/MCID"]) if "/MCID" in about else (inside[-1][0] if inside else -1)
            if operands[0] == "/Artifact":
                mark = -1
            if "/ActualText" in about and mark >= 0:
                found[mark] = found.get(mark, "") + str(about["/ActualText"])
            inside.append((mark, "/ActualText" in about))
        elif operator == b"BMC":
            inside.append((-1, False))
        elif operator == b"EMC":
            inside.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ") and inside and inside[-1][0] >= 0 and not inside[-1][1]:
            mark = inside[-1][0]
            found[mark] = found.get(mark, "") + _shown(operands[0], font)
    return found


def _shown(operand: Any, font: dict[int, str]) -> str:
    runs = operand if isinstance(operand, list) else [operand]
    codes = b"".join(_raw(run) for run in runs if not isinstance(run, int | float))
    pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
    return "".join(font.get(code, "?") for code in pairs)


def _raw(run: Any) -> bytes:
    return bytes(run) if isinstance(run, bytes) else bytes(run.original_bytes)


def _unicode(cmap: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        found |= {int(code, 16): _utf16(text) for code, text in PAIR.findall(section)}
    for section in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in RANGE.findall(section):
            start = int(text, 16)
            found |= {
                code: chr(start + code - int(first, 16))
                for code in range(int(first, 16), int(last, 16) + 1)
            }
    return found


def _utf16(text: str) -> str:
    return bytes.fromhex(text).decode("utf-16-be")
