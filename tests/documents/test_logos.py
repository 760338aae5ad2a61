"""The pictures that a user puts in a template: each letter carries them, or none is made."""

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
    [(PNG, "logo.png"), (JPEG, "logo.jpg"), (b"GIF89a", "l.gif"), (b"<svg/>", "l.svg")],
)
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


def test_an_ornament_needs_no_words() -> None:
    ornament = '><a:ext xmlns:adec="d" ><adec:decorative val="1"/></a:ext></wp:docPr><wp:x'
    assert check_template(NAME, with_logo(PNG, told=ornament)) == ()
