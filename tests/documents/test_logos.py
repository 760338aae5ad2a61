"""The pictures that a user puts in a template: each letter carries them, or none is made."""

import gzip
import struct

import pytest

from relance.core.errors import TemplateFaultError
from relance.documents.check import check_template, load_word
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.faulty import ADVICE
from relance.documents.sample import full
from relance.documents.shipped import shipped
from relance.wording.sentences import sentence

NAME = "relance-1.docx"
RELATIONS = "word/_rels/document.xml.rels"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
HEAD, SIDE = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", (40).to_bytes(4)
PNG = HEAD + SIDE + SIDE + b"\x08\x02\0\0\0....\0\0\0\0IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF....\xff\xd9"
# An EMF: a header record (kind 1, 88 bytes, " EMF" at 40) and the one that ends it (14, 20 bytes).
EMF = (
    struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44) + struct.pack("<II", 14, 20)
    + bytes(12)
)  # fmt: skip
# A WMF: a header of nine words, a record of five (line to), and the record that ends it (three).
WMF = struct.pack("<HHHIHIH", 1, 9, 0x300, 17, 0, 5, 0) + struct.pack("<IHHH", 5, 0x213, 1, 1)
WMF += struct.pack("<IH", 3, 0)
PLACED = b"\xd7\xcd\xc6\x9a" + bytes(18) + WMF
SENDER = '<w:p><w:pPr><w:pStyle w:val="EnvelopeReturn"/>'


def with_logo(content: bytes | None, name: str = "logo.png", told: str = 'descr="Logo"') -> bytes:
    """A template with a picture above the sender; without content its file is not there."""
    parts = unpack(NAME, shipped(NAME))
    drawing = (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="7" name="Image 1" {told}/>'
        '<a:blip r:embed="rId90"/></wp:inline></w:drawing></w:r></w:p>'
        .replace("<wp:inline>", '<wp:inline xmlns:wp="w" xmlns:a="a">')
    )  # fmt: skip
    relation = f'<Relationship Id="rId90" Type="{TYPE}" Target="media/{name}"/></Relationships>'
    parts[MAIN] = parts[MAIN].replace(SENDER.encode(), (drawing + SENDER).encode(), 1)
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", relation.encode())
    return pack(parts | ({} if content is None else {f"word/media/{name}": content}))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PNG, "logo.png"), (JPEG, "logo.jpg"), (b"GIF89a", "l.gif"), (EMF, "l.emf"), (WMF, "l.wmf"),
        (PLACED, "l.wmf"), (gzip.compress(EMF, mtime=0), "l.emz"),
        (gzip.compress(PLACED, mtime=0), "l.wmz"),
    ],
)  # fmt: skip
def test_a_letter_carries_the_logo_as_it_is(content: bytes, name: str) -> None:
    template = with_logo(content, name)
    assert check_template(NAME, template) == ()
    letter = load_word(NAME, template).render(full())
    assert unpack(NAME, letter)[f"word/media/{name}"] == content


@pytest.mark.parametrize(
    "content",
    [
        b"not a picture", b"", b"%PDF-1.7", None,
        PNG[:40], JPEG[:12],  # cut on its way
        PNG.replace(SIDE, (60_000).to_bytes(4)),  # 3.6 thousand million pixels
        EMF[:4] + b"garbage", EMF[:-4], EMF[:88], EMF.replace(b" EMF", b"    "),
        EMF[:4] + bytes(99),
        WMF[:4] + b"garbage", WMF[:-1], WMF[:18], PLACED[:22], PLACED[:22] + PNG,
        b"\x1f\x8bgarbage", gzip.compress(b"garbage", mtime=0), gzip.compress(EMF, mtime=0)[:20],
    ],
)  # fmt: skip
def test_no_letter_is_made_with_a_picture_that_word_cannot_show(content: bytes | None) -> None:
    with pytest.raises(TemplateFaultError) as fault:
        load_word(NAME, with_logo(content))
    assert (fault.value.facts["reason"], fault.value.facts["field"]) == ("picture", "logo.png")
    assert "l'image « logo.png » ne s'affiche pas".replace("'", "’") in sentence(
        "template_fault", fault.value.facts
    ).replace("\u00a0", " ").replace("'", "’")


@pytest.mark.parametrize(
    ("template", "advice"),
    [
        (with_logo(PNG + bytes(2_400_000)), "ses images pèsent 2 Mo"),
        (with_logo(PNG, told=""), "une image n'a pas de texte de remplacement"),
        (with_logo(PNG, told='descr=" "'), "une image n'a pas de texte de remplacement"),
    ],
)
def test_a_heavy_or_a_silent_picture_is_worth_a_word_and_stops_nothing(
    template: bytes, advice: str
) -> None:
    (found,) = check_template(NAME, template)
    assert found.code == ADVICE
    told = sentence(found.code, found.facts).replace("\u00a0", " ").replace("’", "'")
    assert advice in told
    load_word(NAME, template)


def beside(content: bytes) -> bytes:
    """A template whose drawing has a picture beside it, as Word puts it."""
    parts = unpack(NAME, with_logo(content))
    own = '<a:blip r:embed="rId90"/>'
    both = (
        '<a:blip r:embed="rId90"><a:extLst><a:ext xmlns:s="s"><s:svgBlip r:embed="rId91"/></a:ext>'
        "</a:extLst></a:blip>"
    )
    relation = f'<Relationship Id="rId91" Type="{TYPE}" Target="media/l.svg"/></Relationships>'
    parts[MAIN] = parts[MAIN].replace(own.encode(), both.encode())
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", relation.encode())
    return pack(parts | {"word/media/l.svg": b"<svg/>"})


def test_a_drawing_counts_with_a_picture_beside_it_alone() -> None:
    assert check_template(NAME, beside(PNG)) == ()
    (lone,) = check_template(NAME, with_logo(b"<svg/>", "l.svg"))
    assert (lone.code, lone.facts["reason"], lone.column) == ("template_fault", "picture", "l.svg")
    only = unpack(NAME, beside(PNG))
    only[MAIN] = only[MAIN].replace(b'<a:blip r:embed="rId90">', b"<a:blip>")
    (hole,) = check_template(NAME, pack(only))
    assert (hole.facts["reason"], hole.column) == ("picture", "l.svg")


# A sheet of 11 906 twips with margins of 1 134: 9 638 between them, of 635 units, 6 120 130 units
# or 17,0 cm; the sheet itself 7 560 310 units or 21,0 cm.
@pytest.mark.parametrize(
    ("kind", "width", "told"),
    [
        ("inline", 6_120_130, ""),
        ("inline", 6_840_000, "une image a 19,0 cm de large, plus que la place qu'elle a (17,0"),
        ("anchor", 7_560_310, ""),
        ("anchor", 9_000_000, "une image a 25,0 cm de large, plus que la place qu'elle a (21,0"),
    ],
)
def test_a_picture_wider_than_its_place_is_worth_a_word(kind: str, width: int, told: str) -> None:
    parts = unpack(NAME, with_logo(PNG))
    parts[MAIN] = (
        parts[MAIN]
        .replace(
            b'<wp:inline xmlns:wp="w" xmlns:a="a"><wp:docPr id="7"',
            f'<wp:{kind} xmlns:wp="w" xmlns:a="a"><wp:extent cx="{width}" cy="9"/><wp:docPr id="7"'
            .encode(),
        )
        .replace(b"</wp:inline></w:drawing></w:r></w:p>" + SENDER.encode(),
                 f"</wp:{kind}></w:drawing></w:r></w:p>{SENDER}".encode())
    )  # fmt: skip
    found = check_template(NAME, pack(parts))
    assert [one.code for one in found] == [ADVICE] * bool(told)
    said = "".join(sentence(one.code, one.facts) for one in found)
    assert told in said.replace("\u00a0", " ").replace("’", "'")


def test_an_ornament_needs_no_words() -> None:
    ornament = '><a:ext xmlns:adec="d" ><adec:decorative val="1"/></a:ext></wp:docPr><wp:x'
    assert check_template(NAME, with_logo(PNG, told=ornament)) == ()
