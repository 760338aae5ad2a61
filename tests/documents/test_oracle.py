"""docxtpl, the tool whose dialect our templates speak, gives the same text as we do."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

import pytest
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from relance.core.errors import TemplateFaultError
from relance.documents.check import load_word
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.sample import bare, full
from relance.documents.shipped import NAMES, shipped
from relance.documents.template import Fields

WORD = [name for name in NAMES if name.endswith(".docx")]


def text_of(content: bytes) -> list[str]:
    """The words of a document in their order, tables cell by cell."""
    found: list[str] = []
    for block in Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row.cells]
    return found


def _rendered(content: bytes, fields: Fields) -> bytes:
    template = DocxTemplate(io.BytesIO(content))
    template.render(dict(fields), autoescape=True)
    written = io.BytesIO()
    template.save(written)
    return written.getvalue()


def by_docxtpl(content: bytes, fields: Fields) -> list[str]:
    return text_of(_rendered(content, fields))


@pytest.mark.parametrize("name", WORD)
@pytest.mark.parametrize("fields", [full, bare])
def test_docxtpl_writes_the_same_text(name: str, fields: Callable[[], Fields]) -> None:
    ours = load_word(name, shipped(name)).render(fields())
    assert text_of(ours) == by_docxtpl(shipped(name), fields())


def test_docxtpl_writes_the_same_text_when_word_has_cut_the_tags() -> None:
    parts = unpack("rappel.docx", shipped("rappel.docx"))
    cut = "</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:rPr><w:b/></w:rPr><w:t>"
    text = parts[MAIN].decode()
    for tag in ("client.code", "total", "ligne.numero", "for ligne in table.lignes"):
        assert tag in text
        middle = len(tag) // 2
        text = text.replace(tag, tag[:middle] + cut + tag[middle:])
    content = pack(parts | {MAIN: text.encode()})
    ours = load_word("rappel.docx", content).render(full())
    assert text_of(ours) == by_docxtpl(content, full())
    assert text_of(ours) == text_of(load_word("rappel.docx", shipped("rappel.docx")).render(full()))


# What Word leaves inside a tag as people type and correct it: a run's end, and what may come
# between two runs.
RUNS = (
    "<w:r>",
    "<w:r><w:rPr><w:b/></w:rPr>",
    '<w:r w:rsidR="00A1"><w:rPr><w:lang w:val="fr"/></w:rPr>',
    '<w:r w:rsidRPr="00B2C3D4" w:rsidR="00A1"><w:rPr><w:noProof/><w:spacing w:val="-2"/></w:rPr>',
)
BETWEEN = (
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:proofErr w:type="gramEnd"/>',
    '<w:bookmarkStart w:id="9" w:name="_GoBack"/><w:bookmarkEnd w:id="9"/>',
    "<w:r><w:rPr><w:i/></w:rPr><w:t></w:t></w:r>",
    "<w:r><w:lastRenderedPageBreak/></w:r>",
    '<w:permStart w:id="1" w:edGrp="everyone"/><w:permEnd w:id="1"/>',
    '<w:proofErr w:type="gramStart"/><w:bookmarkStart w:id="8" w:name="a"/>',
    "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t></w:t></w:r></w:sdtContent></w:sdt>",
    "<w:r><w:tab/></w:r>",
)
TEXTS = ("<w:t>", '<w:t xml:space="preserve">', "<w:tab/><w:t>")
TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
CURLY = str.maketrans({'"': "“", "'": "’"})
QUOTED = "{{ client.code if client.code != \"X\" and client.nom != 'Y' else '' }}"


def between_letters(tag: str) -> list[int]:
    """Return the places inside a tag where Word may cut it: not inside an entity, a letter."""
    return [one.end() for one in re.finditer(r"&\w+;|.", tag)][:-1]


def cut(xml: str, draw: st.DrawFn) -> str:
    """Split some tags at some places, as Word does."""
    found = list(TAGS.finditer(xml))
    chosen = draw(st.sets(st.integers(0, len(found) - 1), min_size=1, max_size=12))
    for place in sorted(chosen, reverse=True):
        tag = found[place]
        cuts = draw(st.sets(st.sampled_from(between_letters(tag[0])), min_size=1, max_size=3))
        text = tag[0]
        for at in sorted(cuts, reverse=True):
            end = "</w:t></w:r>" + draw(st.sampled_from(BETWEEN))
            begin = draw(st.sampled_from(RUNS)) + draw(st.sampled_from(TEXTS))
            text = text[:at] + end + begin + text[at:]
        xml = xml[: tag.start()] + text + xml[tag.end() :]
    return xml


@dataclass
class Corrected:
    """A shipped template after a person's corrections in Word."""

    name: str
    content: bytes = field(repr=False)


@st.composite
def corrected(draw: st.DrawFn) -> Corrected:
    name = draw(st.sampled_from(WORD))
    parts = unpack(name, shipped(name))
    xml = parts[MAIN].decode().replace("{{ client.code }}", QUOTED)
    if draw(st.booleans()):
        xml = TAGS.sub(lambda tag: tag[0].translate(CURLY), xml)
    return Corrected(name, pack(parts | {MAIN: cut(xml, draw).encode()}))


@settings(max_examples=50, deadline=None)
@given(corrected())
def test_docxtpl_writes_the_same_text_wherever_word_has_cut_the_tags(made: Corrected) -> None:
    template = load_word(made.name, made.content)
    for fields in (full(), bare()):
        assert text_of(template.render(fields)) == by_docxtpl(made.content, fields)


# What may stand around the runs of a tag: its second half is inside.
AROUND = {
    "smart tag": ('<w:smartTag w:uri="u" w:element="e">', "</w:smartTag>"),
    "link": ('<w:hyperlink w:anchor="a">', "</w:hyperlink>"),
    "control": ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "field": ('<w:fldSimple w:instr=" REF a ">', "</w:fldSimple>"),
}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("tag", ["{{ total }}", "{{ client.code }}", "{{ ligne.numero }}"])
def test_a_tag_half_inside_a_link_or_a_control_says_what_it_said(around: str, tag: str) -> None:
    """docxtpl takes the opening mark away with the tag, and loses what follows in the document."""
    begin, end = AROUND[around]
    whole = shipped("rappel.docx")
    parts = unpack("rappel.docx", whole)
    xml = parts[MAIN].decode()
    half = f"{tag[:6]}</w:t></w:r>{begin}<w:r><w:t>{tag[6:]}</w:t></w:r>{end}<w:r><w:t>"
    assert tag in xml
    content = pack(parts | {MAIN: xml.replace(tag, half).encode()})
    ours, uncut = (load_word("rappel.docx", one).render(full()) for one in (content, whole))
    assert words_of(ours) == words_of(uncut)


def words_of(content: bytes) -> str:
    """Every word of a document's body, also inside links and controls, which docx leaves out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read(MAIN).decode()
    return unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)))


def test_docxtpl_sends_what_was_deleted_and_we_refuse_to_choose() -> None:
    """The one difference on purpose: docxtpl takes tracked changes along, deleted words too."""
    struck = '<w:del w:id="1" w:author="a"><w:r><w:delText>MAUVAIS PAYEUR</w:delText></w:r></w:del>'
    parts = unpack("rappel.docx", shipped("rappel.docx"))
    content = pack(parts | {MAIN: parts[MAIN].replace(b"</w:p>", struck.encode() + b"</w:p>", 1)})
    with zipfile.ZipFile(io.BytesIO(_rendered(content, full()))) as archive:
        assert b"MAUVAIS PAYEUR" in archive.read(MAIN)
    with pytest.raises(TemplateFaultError) as refused:
        load_word("rappel.docx", content)
    assert refused.value.facts["reason"] == "revisions"
