"""Tags that Word cut into runs, and tags that stand for a paragraph or a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.documents.repair import TAG, source, tags_in


def run(text: str, bold: str = "") -> str:
    return f"<w:r><w:rPr>{bold}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*texts: str) -> str:
    return "<w:p>" + "".join(run(text) for text in texts) + "</w:p>"


def text_of(xml: str) -> str:
    return source(xml)[0]


def test_a_tag_cut_into_runs_is_put_back_in_the_first() -> None:
    made = text_of(paragraph("Cher {{ cli", "ent.n", "om }}, bonjour"))
    kept = '<w:t xml:space="preserve">'
    assert f"{kept}Cher {{{{ client.nom }}}}</w:t>" in made
    assert f"{kept}</w:t>" in made
    assert f"{kept}, bonjour</w:t>" in made


def test_even_the_braces_of_a_tag_may_be_cut() -> None:
    assert "{{ a }}" in text_of(paragraph("{", "{ a }", "}"))
    assert "{% if a %}" in text_of(paragraph("{", "% if a %", "}", "x{% endif %}"))


def test_two_tags_of_a_paragraph_stay_in_their_own_runs() -> None:
    made = text_of(paragraph("{{ a", " }} et {{", " b }}"))
    assert ">{{ a }}<" in made
    assert "> et {{ b }}<" in made


def test_curly_quotes_and_entities_in_a_tag_are_those_one_types() -> None:
    made = text_of(paragraph("{% if a == “x” and b &lt; 2 %}y{% endif %}"))
    assert '{% if a == "x" and b < 2 %}' in made


def test_entities_outside_tags_stay() -> None:
    assert "R&amp;D {{ a }}" in text_of(paragraph("R&amp;D {{ a }}"))


def test_a_paragraph_tag_takes_the_place_of_its_paragraph() -> None:
    made = text_of(paragraph("{%p if a %}") + paragraph("x") + paragraph("{%p end", "if %}"))
    assert made.replace("\n", "").startswith("{% if a %}<w:p>")
    assert made.endswith("{% endif %}")
    assert made.count("<w:p>") == 1


def test_a_row_tag_takes_the_place_of_its_row() -> None:
    row = "<w:tr><w:tc>{}</w:tc></w:tr>"
    made = text_of(
        "<w:tbl>"
        + row.format(paragraph("{%tr for l in lignes %}"))
        + row.format(paragraph("{{ l.numero }}"))
        + row.format(paragraph("{%tr endfor %}"))
        + "</w:tbl>"
    )
    assert made.count("<w:tr>") == 1
    assert "{% for l in lignes %}" in made


def test_line_n_plus_one_of_the_source_is_paragraph_n() -> None:
    row = "<w:tr><w:tc>" + paragraph("{%tr for l in x %}") + "</w:tc></w:tr>"
    made = text_of(paragraph("un") + "<w:p/>" + row + paragraph("{{ quatre }}"))
    lines = made.split("\n")
    assert "un" in lines[1]
    assert "{% for l in x %}" in lines[3]
    assert "{{ quatre }}" in lines[4]


def test_line_breaks_of_the_file_do_not_count() -> None:
    made = text_of("<w:body>\n\n" + paragraph("un") + "\n" + paragraph("{{ deux }}"))
    assert "{{ deux }}" in made.split("\n")[2]


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (("Cher {{ nom, bonjour",), "unclosed"),
        (("Cher nom }}, bonjour",), "unclosed"),
        (("{% if a", "fin"), "unclosed"),
        (("{{r a }}",), "unsupported"),
        (("{{p a }}",), "unsupported"),
        (("{%tr for a in b %}",), "misplaced"),
        (("{%p if a %}{%p endif %}",), "misplaced"),
    ],
)
def test_a_fault_names_its_paragraph(texts: tuple[str, ...], reason: str) -> None:
    _, _, found = source(paragraph("un") + paragraph(*texts))
    assert [(fault.line, fault.reason) for fault in found] == [(3, reason)]


def test_paragraphs_are_read_as_people_see_them() -> None:
    _, written, _ = source(paragraph("R&amp;", "D") + paragraph("deux"))
    assert written == ["R&D", "deux"]


def test_a_paragraph_inside_a_text_box_is_one_of_its_own() -> None:
    inner = paragraph("{{ dedans }}")
    box = f"<w:r><w:pict>{inner}</w:pict></w:r>"
    outer = "<w:p>" + run("avant ") + box + run("{{ ap") + run("res }}") + "</w:p>"
    made, written, found = source(outer)
    assert not found
    assert written == ["avant {{ apres }}", "{{ dedans }}"]
    assert "{{ apres }}" in made


def test_a_tab_or_a_line_break_inside_a_tag_is_left_out_and_others_stay() -> None:
    xml = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>{{ cli</w:t><w:tab/><w:t>ent.</w:t><w:br/></w:r>"
        "<w:r><w:t>nom }}</w:t><w:tab/><w:t>b</w:t></w:r></w:p>"
    )
    text, written, found = source(xml)
    assert found == []
    assert written == ["a\t{{ client.nom }}\tb"]
    assert text.count("<w:tab/>") == 2
    assert "<w:br/>" not in text
    assert "{{ client.nom }}" in text


@given(st.text("{}%#a", max_size=14))
def test_tags_are_found_where_the_pattern_finds_them(text: str) -> None:
    assert tags_in(text) == [tag.span() for tag in TAG.finditer(text)]
