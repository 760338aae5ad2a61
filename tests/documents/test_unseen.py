"""Words that nobody reads: hidden by a run, by a style, by a line too low; and words in light."""

import pytest
from tests.tools.word_edits import edited

from relance.documents.check import check_template
from relance.documents.docx import pack, unpack
from relance.documents.shipped import NAMES, shipped
from relance.documents.sources import STYLES, sources
from relance.documents.unseen import unseen, unseen_html

NS = 'xmlns:w="w"'


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def found(body: str, styles: str = "") -> dict[int, str]:
    styles = f"<w:styles {NS}>{styles}</w:styles>" if styles else ""
    return dict(unseen(f"<w:document {NS}>{body}</w:document>", styles))


def paragraph(runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish/>", '<w:vanish w:val="1"/>', "<w:specVanish/>", '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="fafafa"/>', '<w:sz w:val="2"/>', '<w:sz w:val="9"/>',
    ],
)  # fmt: skip
def test_a_run_that_nobody_reads(properties: str) -> None:
    said = paragraph(run("un")) + paragraph(run("lu, ") + run("caché", properties))
    assert found(said) == {2: "caché"}


@pytest.mark.parametrize(
    "properties",
    [
        "", '<w:vanish w:val="0"/>', '<w:color w:val="auto"/>', '<w:color w:val="1F3864"/>',
        '<w:sz w:val="16"/>', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
    ],
)  # fmt: skip
def test_a_run_that_is_read(properties: str) -> None:
    assert found(paragraph(run("lu", properties))) == {}


def test_white_words_on_a_dark_cell_or_paragraph_are_read() -> None:
    white = run("Total", '<w:color w:val="FFFFFF"/>')
    dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
    cell = f"<w:tbl><w:tr><w:tc><w:tcPr>{dark}</w:tcPr>{paragraph(white)}</w:tc></w:tr></w:tbl>"
    assert found(cell) == {}
    assert found(paragraph(white, dark)) == {}
    assert found(cell.replace(dark, "")) == {1: "Total"}


STYLED = (
    '<w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:basedOn w:val="C"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr></w:style>'
)


def test_a_style_hides_as_well_and_one_that_is_based_on_it() -> None:
    for name in ("A", "B"):
        said = paragraph(run("caché", f'<w:rStyle w:val="{name}"/>'))
        assert found(said, STYLED) == {1: "caché"}
    assert found(paragraph(run("lu", '<w:rStyle w:val="C"/>')), STYLED) == {}
    assert found(paragraph(run("blanc"), '<w:pStyle w:val="P"/>'), STYLED) == {1: "blanc"}


def test_a_run_may_show_what_its_style_hides() -> None:
    shown = run("lu", '<w:rStyle w:val="A"/><w:vanish w:val="0"/>')
    assert found(paragraph(shown), STYLED) == {}


def test_white_words_in_a_table_whose_style_is_dark_are_read() -> None:
    white = paragraph(run("N°", '<w:color w:val="FFFFFF"/>'))
    table = '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>'
    assert found(table.format(white), STYLED) == {}


def test_a_line_too_low_to_be_read() -> None:
    low = '<w:spacing w:line="20" w:lineRule="exact"/>'
    assert found(paragraph(run("caché"), low)) == {1: "caché"}
    assert found(paragraph(run("lu"), '<w:spacing w:line="240" w:lineRule="auto"/>')) == {}


def test_the_mark_of_a_paragraph_hides_none_of_its_words() -> None:
    assert found(paragraph(run("lu"), "<w:rPr><w:vanish/></w:rPr>")) == {}


def test_a_hidden_tag_that_prints_nothing_is_left_alone() -> None:
    hidden = "<w:vanish/>"
    assert found(paragraph(run("{%p if plan %}", hidden) + run(" ", hidden))) == {}
    assert found(paragraph(run("{{ total }}", hidden))) == {1: "{{ total }}"}


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".docx")])
def test_every_word_of_a_shipped_template_is_seen(name: str) -> None:
    for part in sources(name, shipped(name)):
        assert unseen(part.raw, part.styles) == {}


def test_a_style_that_someone_made_white_is_found_in_the_file() -> None:
    name = "relance-1.docx"
    parts = unpack(name, shipped(name))
    old = b'w:styleId="BodyText"><w:name w:val="Body Text"/>'
    assert old in parts[STYLES]
    styles = parts[STYLES].replace(old, old + b'<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')
    found_ = check_template(name, pack(parts | {STYLES: styles}))
    assert {one.facts["reason"] for one in found_} == {"unseen"}
    assert check_template(name, edited(name, "Madame", "Madame")) == ()


def test_html_that_is_not_shown() -> None:
    assert list(unseen_html('<p>un</p>\n<p style="display:none">deux</p>')) == [2]
    assert list(unseen_html('<p style="font-size:12px;color:#333">un</p>')) == []
    white = '<th style="color:#fff;background:#1F3864">un</th>'
    assert list(unseen_html(white)) == []
    assert list(unseen_html('<input type="hidden">\n<b hidden>x</b>')) == [2]
