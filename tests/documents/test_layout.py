"""How a letter stands on its page: window, repeated headings, amounts to the right, styles."""

import re
from collections.abc import Callable

import pytest

from relance.core.records import Line, Message
from relance.documents.docx import MAIN, unpack
from relance.documents.render import render
from relance.documents.shipped import NAMES, named, shipped
from relance.wording.tongues import TONGUES

TWIPS = 1440 / 25.4
WORD = [name for name in NAMES if name.endswith(".docx")]


def frame_of(xml: str, style: str) -> dict[str, str]:
    found = re.search(rf'<w:pStyle w:val="{style}"/><w:framePr ([^>]*)/>', xml)
    assert found is not None
    return dict(re.findall(r'w:(\w+)="(\w+)"', found[1]))


def indent_of(styles: str, style: str) -> int:
    found = re.search(rf'w:styleId="{style}">.*?<w:ind w:left="(\d+)"', styles)
    assert found is not None
    return int(found[1])


def test_the_address_stands_in_the_window_of_the_envelope() -> None:
    parts = unpack("relance-1.docx", shipped("relance-1.docx"))
    frame = frame_of(parts[MAIN].decode(), "EnvelopeAddress")
    left = int(frame["x"]) + indent_of(parts["word/styles.xml"].decode(), "EnvelopeAddress")
    assert round(left / TWIPS, 1) == 110.0  # mm from the left edge
    assert round(int(frame["y"]) / TWIPS, 1) == 55.0  # mm from the top edge
    assert round(int(frame["h"]) / TWIPS, 1) == 33.0
    assert round((int(frame["x"]) + int(frame["w"])) / TWIPS, 1) == 195.0  # 110 + 85
    assert (frame["hAnchor"], frame["vAnchor"], frame["hRule"]) == ("page", "page", "exact")


def test_the_sender_s_block_ends_above_the_window() -> None:
    parts = unpack("relance-1.docx", shipped("relance-1.docx"))
    frame = frame_of(parts[MAIN].decode(), "EnvelopeReturn")
    assert round((int(frame["y"]) + int(frame["h"])) / TWIPS) == 53


@pytest.mark.parametrize("name", WORD)
def test_every_style_that_a_template_names_is_defined(name: str) -> None:
    parts = unpack(name, shipped(name))
    defined = set(re.findall(r'w:styleId="(\w+)"', parts["word/styles.xml"].decode()))
    for part in (MAIN, "word/header1.xml", "word/header2.xml", "word/footer1.xml"):
        used = set(re.findall(r'w:(?:pStyle|tblStyle) w:val="(\w+)"', parts[part].decode()))
        assert used <= defined


@pytest.mark.parametrize("name", WORD)
def test_tables_are_as_wide_as_the_text(name: str) -> None:
    for grid in re.findall(
        r"<w:tblGrid>(.*?)</w:tblGrid>", unpack(name, shipped(name))[MAIN].decode()
    ):
        widths = [int(width) for width in re.findall(r'w:w="(\d+)"', grid)]
        assert abs(sum(widths) - 170 * TWIPS) < 10  # A4 less two margins of 20 mm


def test_headings_are_repeated_and_amounts_stand_to_the_right(
    line: Callable[..., Line], message: Callable[..., Message]
) -> None:
    lines = [line(f"F{number}") for number in range(40)]
    xml = unpack("x.docx", render(message(lines), key="abcdef").content)[MAIN].decode()
    rows = re.findall(r"<w:tr>.*?</w:tr>", xml, re.DOTALL)
    headings = [row for row in rows if "<w:tblHeader/>" in row]
    assert "N°\u00a0facture" in headings[0]
    assert all("<w:cantSplit/>" in row for row in rows)
    amounts = [cell for cell in re.findall(r"<w:tc>.*?</w:tc>", xml) if "000,00" in cell]
    assert len(amounts) == 2 * 40 + 1  # amount and open of each, and the total
    assert all('w:val="TableAmount"' in cell for cell in amounts)


def test_a_rendered_letter_holds_no_tag(
    line: Callable[..., Line], message: Callable[..., Message]
) -> None:
    parts = unpack("x.docx", render(message([line()]), key="abcdef").content)
    assert not any(mark in part for part in parts.values() for mark in (b"{{", b"{%", b"%}"))


def test_an_order_number_is_not_cut_in_two_by_a_narrow_column(
    line: Callable[..., Line], message: Callable[..., Message]
) -> None:
    content = render(message([line("F1", order_number="BC 4390")]), key="abcdef").content
    assert "F1 (cde\u00a0BC\u00a04390)" in unpack("x.docx", content)[MAIN].decode()


def test_an_order_in_words_breaks_between_them_and_stays_in_its_column(
    line: Callable[..., Line], message: Callable[..., Message]
) -> None:
    asked = message([line("F1", order_number="Commande 4390 du chantier de la gare")])
    xml = unpack("x.docx", render(asked, key="abcdef").content)[MAIN].decode()
    assert "F1 (cde Commande 4390 du chantier de la gare)" in xml


@pytest.mark.parametrize("name", [one for one in WORD if one.startswith(("ech", "trans"))])
def test_an_agreement_is_signed_by_the_debtor_below_our_signature(name: str) -> None:
    xml = unpack(name, shipped(name))[MAIN].decode()
    signed = xml.rindex('<w:trHeight w:val="1020"')
    assert xml.rindex('"SignatureSpace"') < signed
    assert xml.index('"Closing"') < signed


def test_a_table_without_a_loop_stays_whole() -> None:
    xml = unpack("fiche-appel.docx", shipped("fiche-appel.docx"))[MAIN].decode()
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", xml, re.DOTALL)
    for table in [one for one in tables if "{%tr for" not in one]:
        *kept, last = re.findall(r"<w:tr>.*?</w:tr>", table, re.DOTALL)
        assert all(row.count("<w:keepNext/>") == row.count("<w:p>") for row in kept)
        assert "<w:keepNext/>" not in last


def test_the_accounts_to_pay_to_stay_together_with_what_ends_the_letter() -> None:
    xml = unpack("relance-1.docx", shipped("relance-1.docx"))[MAIN].decode()
    accounts = re.findall(r"<w:tbl>(?:(?!</w:tbl>).)*table\.iban.*?</w:tbl>", xml, re.DOTALL)
    assert len(accounts) == 2  # beside a code, and without
    for row in re.findall(r"<w:tr>.*?</w:tr>", "".join(accounts), re.DOTALL):
        tag = "{%tr" in row
        assert tag or row.count("<w:keepNext/>") >= 2
    assert "QR" in accounts[0]
    assert "QR" not in accounts[1]


def test_the_invoices_of_an_e_mail_are_as_wide_as_its_text() -> None:
    html = shipped("rappel.html").decode()
    first, details = (re.findall(r'<table[^>]*style="([^"]*)"', html)[place] for place in (0, 3))
    assert first.endswith("width:100%")
    assert "width" not in details


def test_a_long_number_pushes_no_amount_out_of_an_e_mail() -> None:
    rows = re.findall(r"<tr>.*?</tr>", shipped("rappel.html").decode())
    for row in [one for one in rows if "ligne.numero" in one]:
        number, *others = re.findall(r"<td[^>]*>", row)
        assert "overflow-wrap:anywhere" in number
        assert not any("overflow-wrap" in cell for cell in others)


@pytest.mark.parametrize("name", [one for one in WORD if one.startswith("mise-en-demeure.")])
def test_a_date_has_the_room_of_its_column(name: str) -> None:
    """Ten signs of 9 points are 15.6 mm wide in the letters' typeface, « 30 Sep 2026 » 17."""
    xml = unpack(name, shipped(name))[MAIN].decode()
    cell, *_ = re.findall(r"<w:tcPr>((?:(?!<w:tcPr>).)*)ligne\.echeance", xml, re.DOTALL)
    width = re.search(r'<w:tcW w:w="(\d+)"', cell)
    assert width is not None
    assert '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>' in cell
    room = int(width[1]) / TWIPS - 1.4  # the blank on its left
    assert room > (17 if ".en." in name else 15.6)


@pytest.mark.parametrize(
    ("name", "kept"), [("transaction", True), ("echeancier", True), ("relance-1", False)]
)
def test_the_signature_stays_with_the_box_to_agree_in(name: str, kept: bool) -> None:
    for language in TONGUES:
        file = f"{named(name, language)}.docx"
        xml = unpack(file, shipped(file))[MAIN].decode()
        signed = re.findall(r'<w:pStyle w:val="SignatureSpace"/>(<w:keepNext/>)?', xml)
        assert [bool(one) for one in signed] == [kept, kept]  # with a name, or without
