"""Letters as PDF: the same words as the Word file, tagged, archivable, the same bytes each time."""

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.documents.conftest import AS_OF
from tests.documents.test_oracle import text_of
from tests.tools.pdf_reader import alternatives, blocks
from tests.tools.pictures import codes, of_pgm

from relance.core.errors import MissingExtraError, NotPrintableError
from relance.core.records import Address, Contact, Creditor, Debtor, Line, Message
from relance.documents import sample, typesetting
from relance.documents.check import load_word
from relance.documents.context import fields
from relance.documents.markup_typst import quoted
from relance.documents.pdf import letter_pdf, template_pdf
from relance.documents.qr_svg import svg
from relance.documents.render import render
from relance.documents.shipped import CALL_SHEET, LETTERS, NAMES, SLIP, named, shipped
from relance.documents.slip import Packet, slip_fields
from relance.documents.template import Fields
from relance.wording.tongues import TONGUES

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]
POINTS = 72 / 25.4  # a millimetre
STEMS = [*LETTERS, CALL_SHEET]
SPECIAL = (
    'Café & Fils <SARL> "d\'Ô" # $x$ *a* _b_ @c \\d \\\\ [e] #[f] `g` ~h // i /* j */ <k> ${l}'
)
AWKWARD = ["Société " + "très longue " * 20, SPECIAL, "Œuvré-Çà & Là n° 12 « Ÿ »", "X" * 300]


def said(content: bytes) -> list[str]:
    """The blocks of a PDF, as the Word file has them."""
    return [text for _, text in blocks(content)]


def written(content: bytes) -> list[str]:
    """The paragraphs and cells of a Word file that are not blank; blanks of any kind as one."""
    lines = (" ".join(text.split()) for text in text_of(content))
    return [line for line in lines if line]


def same_words(message: Message) -> None:
    """The PDF of a message says what its Word file says, block for block."""
    assert said(letter_pdf(message)) == written(render(message, key="abcdef").content)


def reader(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def root_of(content: bytes) -> Any:
    return reader(content).trailer["/Root"]


def fonts_of(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for page in reader(content).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            below = font["/DescendantFonts"][0].get_object()
            found[str(below["/BaseFont"]).partition("+")[2]] = below["/FontDescriptor"]
    return found


# --- what it says ----------------------------------------------------------------------------


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("fields", [sample.full, sample.bare], ids=["full", "bare"])
def test_every_letter_says_what_its_word_file_says(
    stem: str, fields: Callable[[], Fields], language: str
) -> None:
    name = f"{named(stem, language)}.docx"
    if name in NAMES:  # a call sheet is in French alone
        by_word = load_word(name, shipped(name)).render(fields())
        assert said(template_pdf(stem, fields(), sample.DAY, language)) == written(by_word)


@pytest.mark.parametrize("name", AWKWARD)
def test_no_name_is_read_as_a_command_nor_lost(
    name: str, line: LineMaker, message: MessageMaker, debtor: Debtor
) -> None:
    about = replace(
        debtor,
        name=name,
        code=f"C{name[:40]}",
        payables=Contact(name, "a@b.example"),
        address=Address(name, name, "69002", name, "FR"),
    )
    lines = [line(f"F-{name[:60]}", order_number=name[:80]), line("F2")]
    same_words(message(lines, about=about))


def test_a_word_wider_than_its_cell_is_cut_and_one_that_fits_is_not(
    line: LineMaker, message: MessageMaker
) -> None:
    long = "9" * 40
    asked = message([line("F1", order_number=long), line("F2")])
    pages = reader(letter_pdf(asked)).pages
    text = pages[0].extract_text()
    assert f"cde {long}" not in text.replace("\u00a0", " ")  # over several lines of the cell
    assert text.replace("\n", "").count("9" * 10) >= 2
    assert "compta@rhone.example" in text
    same_words(asked)


def test_a_number_wider_than_its_cell_is_cut_between_its_parts(
    line: LineMaker, message: MessageMaker
) -> None:
    asked = message([line("FACTURE-2026-000123", interest="9.99", fee="40")], claims="claimed",
                    rate=Decimal("0.124"))  # fmt: skip
    text = reader(letter_pdf(asked)).pages[0].extract_text()
    assert re.search(r"FACTURE-2026-\s*\n\s*000123\s", text)
    same_words(asked)


def test_a_usual_number_and_its_order_take_two_lines_of_a_notice(
    line: LineMaker, message: MessageMaker
) -> None:
    """28 mm hold a number of 15 signs, and an order of 10 digits."""
    one = line("FAC-2026-000123", interest="9.99", fee="40", order_number="4500123456")
    asked = message([one], claims="claimed", rate=Decimal("0.124"))
    text = reader(letter_pdf(asked)).pages[0].extract_text()
    assert re.search(r"FAC-2026-000123\s*\n\s*\(cde.4500123456\)", text)
    same_words(asked)


def test_sixty_invoices_run_over_pages_under_repeated_headings(
    line: LineMaker, message: MessageMaker
) -> None:
    lines = [line(f"F{number:03}", interest="9.99", fee="40") for number in range(60)]
    asked = message(lines, step="letter-2", claims="claimed", rate=Decimal("0.124"))
    same_words(asked)
    pages = [page.extract_text() for page in reader(letter_pdf(asked)).pages]
    listing = [page for page in pages if re.search(r"F0\d\d", page)]
    assert len(listing) > 2
    assert all("N° facture" in page for page in listing)
    assert [f"{number} / {len(pages)}" in page for number, page in enumerate(pages, start=1)] == [
        True
    ] * len(pages)


def test_credits_zero_interest_and_other_currencies_are_printed_alike(
    line: LineMaker, message: MessageMaker
) -> None:
    credit = line("A9", "-120.50", kind="credit_note", demanded=False)
    lines = [line("F1"), credit, line("F2", "800", currency="USD")]
    same_words(message(lines, claims="claimed"))
    same_words(message(lines, claims="announced", rate=Decimal("0.124")))


def test_a_letter_without_an_account_refers_to_the_invoices(
    line: LineMaker, message: MessageMaker
) -> None:
    asked = message([line()])
    same_words(replace(asked, creditor=replace(asked.creditor, ibans=())))


def test_french_spaces_do_not_break(line: LineMaker, message: MessageMaker) -> None:
    assert quoted("payer : oui ?") == "payer\u00a0: oui\u00a0?"


# --- how it stands on the page ---------------------------------------------------------------


def test_the_address_stands_in_the_window_of_the_envelope(
    line: LineMaker, message: MessageMaker, debtor: Debtor
) -> None:
    full = Address("12 rue " + "Wagram " * 5, "Bâtiment W", "75017", "W" * 38, "BE")
    about = replace(debtor, address=full, name="W" * 60, payables=Contact())
    letter = reader(letter_pdf(message([line()], about=about)))
    lines = [place for place in _places(letter) if "WWW" in place[2] or "WAGRAM" in place[2]]
    assert len(lines) >= 3
    for left, top, _ in lines:
        assert left == pytest.approx(110, abs=0.5)
        assert 55 < top < 88


def test_the_lines_of_a_cell_stand_as_close_as_those_of_a_paragraph(
    line: LineMaker, message: MessageMaker
) -> None:
    asked = message([line("FACTURE-2026-000123", interest="9.99", fee="40")], claims="claimed",
                    rate=Decimal("0.124"))  # fmt: skip
    tops = {text.strip(): top for _, top, text in _places(reader(letter_pdf(asked)))}
    # letters of 9 pt on lines 1.2 times as high and 0.6 pt apart: 11.4 pt, 4.02 mm
    assert tops["000123"] - tops["2026-"] == pytest.approx(4.02, abs=0.02)


@pytest.mark.parametrize("sign", ["W", "m", "O", "é", "1", "i"])
def test_a_name_of_300_signs_ends_above_the_date(
    sign: str, line: LineMaker, message: MessageMaker, debtor: Debtor
) -> None:
    content = letter_pdf(message([line()], about=replace(debtor, name=sign * 300)))
    tops = {round(top, 1) for left, top, _ in _places(reader(content)) if left > 109 and top > 55}
    above = [top for top in tops if top < 88]  # the window ends 88 mm from the top
    assert len(above) == 6  # the lines of the address: none of them is broken in two


def _places(letter: PdfReader) -> list[tuple[float, float, str]]:
    """Left and top in millimetres of each text of the first page."""
    found: list[tuple[float, float, str]] = []

    def visit(text: str, place: list[float], inside: list[float], *_: object) -> None:
        if text.strip():
            left, top = place[4] + inside[4], 841.89 - place[5] - inside[5]
            found.append((left / POINTS, top / POINTS, text))

    letter.pages[0].extract_text(visitor_text=visit)
    return found


def test_a_long_sender_stays_beside_the_window(line: LineMaker, message: MessageMaker) -> None:
    asked = message([line()])
    by = replace(
        asked.creditor, sender="third_party", sender_name="Cabinet " + "Martin " * 20,
        sender_registration="987654321", sender_address=Address("8 rue " * 20, "x" * 90, "1", "y"),
        mandate_reference="M-1",
    )  # fmt: skip
    same_words(replace(asked, creditor=by))


def test_the_annex_of_a_notice_of_two_invoices_stays_under_its_signature(
    line: LineMaker, message: MessageMaker
) -> None:
    lines = [line(f"F-2026-010{number}", interest="22.09", fee="40") for number in (1, 2)]
    notice = message(
        lines, kind="formal_notice", step="notice", phase=3, channel="registered_letter",
        claims="claimed", rate=Decimal("0.124"), deadline_days=8, warn_court=True,
    )  # fmt: skip
    assert "Annexe" in reader(letter_pdf(notice)).pages[0].extract_text()


def test_a_long_legal_line_stays_on_the_page(line: LineMaker, message: MessageMaker) -> None:
    asked = message([line()])
    by = replace(asked.creditor, legal_form="société à responsabilité limitée " * 10)
    lowest = max(top for _, top, _ in _places(reader(letter_pdf(replace(asked, creditor=by)))))
    assert lowest < 292  # of 297 mm: printers leave the last 4 to 5 white


# --- what archives and screen readers need ---------------------------------------------------


def test_it_is_an_archive_copy_that_a_screen_reader_can_read(
    line: LineMaker, message: MessageMaker
) -> None:
    content = letter_pdf(message([line()]))
    root, about = root_of(content), reader(content).metadata
    assert root["/Lang"] == "fr"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    metadata = root["/Metadata"].get_data().decode()
    for mark in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert mark in metadata
    assert about is not None
    assert about.title == "Menuiserie du Rhône – relance – compte client C0012"


def test_the_structure_names_headings_tables_and_their_heading_cells(
    line: LineMaker, message: MessageMaker
) -> None:
    found = blocks(letter_pdf(message([line()])))
    tags = [tag for tag, _ in found]
    assert tags.index("/H1") < tags.index("/TH") < tags.index("/TD")
    assert dict(found)["/H1"] == "Objet : relance – compte client C0012"
    assert ("/TH", "Reste dû TTC") in found


def test_every_typeface_is_embedded(line: LineMaker, message: MessageMaker) -> None:
    found = fonts_of(letter_pdf(message([line()])))
    assert set(found) == {"Carlito", "Carlito-Bold"}
    assert all("/FontFile2" in font or "/FontFile3" in font for font in found.values())


def test_the_same_message_gives_the_same_bytes(line: LineMaker, message: MessageMaker) -> None:
    first = letter_pdf(message([line()]))
    assert letter_pdf(message([line("F2")])) != first
    assert letter_pdf(message([line()])) == first
    about = reader(first).metadata
    assert about is not None
    assert about.creation_date is not None
    assert about.creation_date.date() == AS_OF


@pytest.mark.parametrize(("language", "page"), [("nl", "Pagina"), ("de", "Seite"), ("en", "Page")])
def test_a_letter_is_set_in_the_debtors_language(
    line: LineMaker, message: MessageMaker, debtor: Debtor, language: str, page: str
) -> None:
    asked = message([line(), line("F2")], about=replace(debtor, language=language))
    same_words(asked)
    content = letter_pdf(asked)
    assert root_of(content)["/Lang"] == language
    assert f"{page} 1 / 1" in reader(content).pages[-1].extract_text()


# --- what can't be set -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "signs"),
    [("東京 SARL", ("東", "京")), ("Dupont \ue000 SARL", ("\\u{e000}",))],  # the second is private
)
def test_a_sign_that_can_not_be_set_is_named(
    line: LineMaker, message: MessageMaker, debtor: Debtor, name: str, signs: tuple[str, ...]
) -> None:
    with pytest.raises(NotPrintableError) as refused:
        letter_pdf(message([line()], about=replace(debtor, name=name)))
    assert refused.value.facts["signs"] == signs


def test_without_the_extra_it_says_what_to_install(
    line: LineMaker, message: MessageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    typesetting._compiler.cache_clear()
    with pytest.raises(MissingExtraError) as refused:
        letter_pdf(message([line()]))
    typesetting._compiler.cache_clear()
    assert refused.value.facts == {"extra": "pdf"}


# --- the code to scan ------------------------------------------------------------------------


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm draws the page")
def test_the_code_on_the_page_pays_what_is_asked(
    line: LineMaker, message: MessageMaker, tmp_path: Path
) -> None:
    asked = message([line("F1", "1234.50")])
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter_pdf(asked))
    drawn = subprocess.run(
        ["pdftoppm", "-gray", "-r", "200", path], capture_output=True, check=True
    ).stdout
    (payload,) = codes(of_pgm(drawn))
    assert payload == fields(asked)["tables"][0]["qr"]  # type: ignore[index]
    assert "EUR1234.50" in payload


def test_the_code_is_told_to_who_can_not_see_it(line: LineMaker, message: MessageMaker) -> None:
    content = letter_pdf(message([line("F1", "1234.50")]))
    (told,) = alternatives(content)
    assert told.replace("\u00a0", " ") == (
        "Code QR de virement SEPA : IBAN FR76 3000 6000 0112 3456 7890 189, montant 1 234,50 €"
    )


def test_other_currencies_have_no_code(line: LineMaker, message: MessageMaker) -> None:
    assert alternatives(letter_pdf(message([line(currency="USD")]))) == []


def test_a_code_is_drawn_dark_run_by_dark_run_inside_its_quiet_zone() -> None:
    drawn = svg(((True, True, False), (False, False, True), (True, False, True)))
    assert 'viewBox="0 0 11 11"' in drawn
    assert 'd="M4 4.5h2m1 0M4 5.5m2 0h1M4 6.5h1m1 0h1"' in drawn


def test_a_row_to_write_in_grows_with_its_text(creditor: Creditor, debtor: Debtor) -> None:
    def pages(name: str) -> int:
        packets = [Packet(replace(debtor, name=name), "C0012", AS_OF)] * 20
        content = template_pdf(SLIP, slip_fields(creditor, packets, AS_OF), AS_OF)
        return len(PdfReader(io.BytesIO(content)).pages)

    assert (pages("Dupont"), pages("Coopérative des artisans charpentiers " * 6)) == (1, 2)


def test_the_second_page_of_a_slip_names_no_client(creditor: Creditor, debtor: Debtor) -> None:
    fields = slip_fields(creditor, [Packet(debtor, "X1", AS_OF)] * 45, AS_OF)
    second = PdfReader(io.BytesIO(template_pdf(SLIP, fields, AS_OF))).pages[1].extract_text()
    assert " ".join(second.split()).startswith("Menuiserie du Rhône – 23 novembre 2026 N°")


def test_the_box_to_agree_in_is_never_alone_on_a_page(
    line: LineMaker, message: MessageMaker
) -> None:
    """However many invoices push it down, our signature stands on its page."""
    pages_ = set()
    for count in range(4, 18):
        said_ = message(
            [line(f"F{number}") for number in range(count)], kind="settlement",
            step="settlement_letter", phase=None, settled_for=Decimal(800), reply_by=AS_OF,
        )  # fmt: skip
        pages = [page.extract_text() for page in reader(letter_pdf(said_)).pages]
        (place,) = [at for at, text in enumerate(pages) if "Pour accord" in text]
        assert "Claire\u00a0Bonnet" in pages[place].replace(" ", "\u00a0")
        pages_.add(place)
    assert pages_ == {0, 1}  # some are pushed over
