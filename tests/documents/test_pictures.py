"""The QR code of a letter: drawn in the picture that a user placed, left out without a payment."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.tools.pictures import codes, of_png

from relance.core.records import Creditor, Line, Message
from relance.documents.check import check_template, load_word
from relance.documents.context import fields
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.render import render
from relance.documents.sample import bare, full
from relance.documents.shipped import NAMES, parted, shipped
from relance.wording.letters import QR_ALTERNATIVE, QR_EXAMPLE

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]
NAME = "relance-1.docx"
MEDIA = "word/media/qr.png"
IN_LETTERS = [
    name
    for name in NAMES
    if name.endswith(".docx") and b"table.qr" in unpack(name, shipped(name))[MAIN]
]


def parts_of(message: Message) -> dict[str, bytes]:
    return unpack(NAME, render(message, key="abcdef").content)


def drawings(parts: dict[str, bytes]) -> list[str]:
    return re.findall("<w:drawing>.*?</w:drawing>", parts[MAIN].decode())


def test_every_letter_shows_where_to_pay_but_those_that_ask_for_nothing() -> None:
    silent = {name for name in NAMES if name.endswith(".docx")} - set(IN_LETTERS)
    assert {parted(name.removesuffix(".docx"))[0] for name in silent} == {
        "fiche-appel",
        "remerciement",
        "bordereau-recommandes",
    }


def test_a_letter_holds_the_code_of_its_own_payment(message: MessageMaker, line: LineMaker) -> None:
    for amount in ("10.01", "4567.8"):
        said = message([line("F1", amount)])
        parts = parts_of(said)
        (drawing,) = drawings(parts)
        assert f'descr="{QR_ALTERNATIVE}"' in drawing
        (read,) = codes(of_png(parts[MEDIA]))
        assert read == fields(said)["qr"]
        assert f"EUR{float(amount):.2f}" in read


def test_without_an_account_there_is_no_picture(
    message: MessageMaker, line: LineMaker, creditor: Creditor
) -> None:
    parts = parts_of(message([line()], by=replace(creditor, ibans=())))
    assert drawings(parts) == []
    assert codes(of_png(parts[MEDIA])) == [QR_EXAMPLE]  # a file that nothing shows


def test_of_two_currencies_the_euros_alone_have_a_code(
    message: MessageMaker, line: LineMaker
) -> None:
    parts = parts_of(message([line("F1", currency="USD"), line("F2")]))
    assert len(drawings(parts)) == 1
    before, _, after = parts[MAIN].decode().partition("<w:drawing>")
    assert "IBAN (USD)" in before
    assert "IBAN (EUR)" in after  # the code stands in the first row of its table
    assert "IBAN (USD)" not in after


def moved(parts: dict[str, bytes], field: str) -> dict[str, bytes]:
    """The template after a user moved the picture to the first paragraph and Word saved it."""
    xml = parts[MAIN].decode()
    drawing = drawings(parts)[0].replace("table.qr", field).replace("rId7", "rId19")
    xml = re.sub("<w:drawing>.*?</w:drawing>", "", xml)
    floating = re.sub("wp:inline", "wp:anchor", drawing).replace(
        '<wp:docPr id="1" name="QR" ', '<wp:docPr id="7" name="Image 3" '
    )
    end = xml.index("</w:p>")
    rels = parts["word/_rels/document.xml.rels"].decode()
    rels = rels.replace('Id="rId7"', 'Id="rId19"').replace("media/qr.png", "media/image1.png")
    found = {name: content for name, content in parts.items() if name != MEDIA}
    return found | {
        MAIN: f"{xml[:end]}<w:r>{floating}</w:r>{xml[end:]}".encode(),
        "word/_rels/document.xml.rels": rels.encode(),
        "word/media/image1.png": parts[MEDIA],
    }


def test_a_picture_that_the_user_moved_is_the_code_still() -> None:
    template = pack(moved(unpack(NAME, shipped(NAME)), "qr"))
    assert check_template(NAME, template) == ()
    parts = unpack(NAME, load_word(NAME, template).render(full()))
    assert len(drawings(parts)) == 1
    assert codes(of_png(parts["word/media/image1.png"])) == [full()["qr"]]
    assert drawings(unpack(NAME, load_word(NAME, template).render(bare()))) == []


def test_a_picture_that_names_a_field_nobody_fills_is_refused() -> None:
    template = pack(moved(unpack(NAME, shipped(NAME)), "facture.qr"))
    (fault, *_) = check_template(NAME, template)
    assert (fault.row, fault.facts["reason"]) == (1, "unknown_field")


@pytest.mark.parametrize("alternative", ["logo", "le qr", "QR : notre site"])
def test_another_picture_stays_as_it_is(alternative: str) -> None:
    parts = moved(unpack(NAME, shipped(NAME)), alternative)
    made = unpack(NAME, load_word(NAME, pack(parts)).render(full()))
    assert made["word/media/image1.png"] == parts["word/media/image1.png"]
    assert f'descr="{alternative}"' in drawings(made)[0]
