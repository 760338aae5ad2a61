"""docxtpl, the tool whose dialect our templates speak, gives the same text as we do."""

import io
from collections.abc import Callable

import pytest
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate  # type: ignore[import-untyped]

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


def by_docxtpl(content: bytes, fields: Fields) -> list[str]:
    template = DocxTemplate(io.BytesIO(content))
    template.render(dict(fields), autoescape=True)
    written = io.BytesIO()
    template.save(written)
    return text_of(written.getvalue())


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
