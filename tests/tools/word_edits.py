"""Shipped templates that a person edited in Word: words changed, typed in, struck out."""

import re

from relance.documents.docx import MAIN, pack, unpack
from relance.documents.shipped import shipped

PARAGRAPH = re.compile(r"<w:p[ >](?:(?!</w:p>).)*</w:p>", re.DOTALL)


def edited(name: str, old: str, new: str, part: str = MAIN) -> bytes:
    """Change some words of a shipped template."""
    parts = unpack(name, shipped(name))
    text = parts[part].decode()
    assert old in text, old
    return pack(parts | {part: text.replace(old, new, 1).encode()})


def struck_out(name: str, *words: str) -> bytes:
    """Leave some words out of a shipped template wherever they stand, and nothing else."""
    parts = unpack(name, shipped(name))
    text = parts[MAIN].decode()
    for one in words:
        assert one in text, one
        text = text.replace(one, "")
    return pack(parts | {MAIN: text.encode()})


def typed(name: str, text: str, style: str = "BodyText") -> bytes:
    """Type a paragraph before the closing words, in runs cut where Word cuts them."""
    parts = unpack(name, shipped(name))
    xml = parts[MAIN].decode()
    runs = "".join(
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve">{piece}</w:t></w:r>'
        '<w:proofErr w:type="spellEnd"/>'
        for piece in re.split(r"(?<=[\d ])", text)
        if piece
    )
    more = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'
    closing = next(one for one in PARAGRAPH.findall(xml) if 'w:val="Closing"' in one)
    return pack(parts | {MAIN: xml.replace(closing, more + closing, 1).encode()})
