"""Templates that a user edited: each fault with its file, its paragraph and its field."""

import time

import pytest
from tests.tools.word_edits import edited

from relance.core.errors import TemplateFaultError
from relance.core.findings import Finding
from relance.documents.check import check_template, load_text, load_word
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.sample import full
from relance.documents.shipped import NAMES, export_templates, shipped
from relance.wording.letter_fields import FIELDS
from relance.wording.sentences import sentence


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, findings
    return findings[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_has_no_fault(name: str) -> None:
    assert check_template(name, shipped(name)) == ()


def test_what_is_exported_is_what_is_shipped_and_the_list_of_fields() -> None:
    exported = export_templates()
    assert check_template("champs.txt", exported.pop("champs.txt")) == ()
    assert exported == {name: shipped(name) for name in NAMES}


def test_a_misspelt_field_is_named_with_its_file_and_its_paragraph() -> None:
    content = edited("relance-1.docx", "{{ client.code }}", "{{ client.cod }}")
    found = only(check_template("relance-1.docx", content))
    assert found.code == "template_fault"
    assert found.facts == {
        "file": "relance-1.docx",
        "paragraph": found.row,
        "where": "corps, « Objet : relance – compte client {{ client.cod }} »",
        "field": "client.cod",
        "reason": "unknown_field",
        "near": "client.code",
    }
    # "Objet" comes after 4 sender, 3 recipient, date, reference and 3 paragraphs of the whole name
    # and 3 of copies
    assert found.row == 16
    said = sentence(found.code, found.facts)
    assert "relance-1.docx, corps, « Objet : relance" in said
    assert "le champ « client.cod » n'existe pas" in said
    assert "le plus proche est « client.code »" in said


def test_a_faulty_template_is_refused_at_render_time_too() -> None:
    content = edited("relance-1.docx", "{{ client.code }}", "{{ client.cod }}")
    with pytest.raises(TemplateFaultError) as refused:
        load_word("relance-1.docx", content)
    assert refused.value.facts["field"] == "client.cod"


def test_a_refused_word_is_named_and_stops_the_letter() -> None:
    content = edited("relance-2.docx", "Madame, Monsieur,", "Sans réponse, une saisie suivra.")
    found = only(check_template("relance-2.docx", content))
    assert (found.column, found.facts["reason"]) == ("saisie", "word")
    with pytest.raises(TemplateFaultError):
        load_word("relance-2.docx", content)


def test_a_refused_word_inside_a_tag_is_found_too() -> None:
    content = b"a\n{{ 'une plainte' if plusieurs else '' }}\n"
    found = only(check_template("rappel.txt", content))
    assert (found.row, found.column) == (2, "plainte")


def test_only_the_belgian_template_says_first_reminder() -> None:
    content = shipped("premier-rappel-belgique.txt")
    assert only(check_template("rappel.txt", content)).facts["reason"] == "word"
    assert check_template("premier-rappel-belgique.txt", content) == ()


def test_a_fault_in_the_foot_of_the_page_names_the_part() -> None:
    content = edited("rappel.docx", "{{ journal }}", "{{ journaux }}", "word/footer1.xml")
    found = only(check_template("rappel.docx", content))
    assert found.facts["file"] == "rappel.docx"
    assert str(found.facts["where"]).startswith("pied de page, « ")
    assert found.row == 2


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("{{ client.code }}", "{{ client.code }", "unclosed"),
        ("{{ client.code }}", "{{ client.code() }}", "construct"),
        ("{{ client.code }}", "{{ client }}", "not_text"),
        ("{{ client.code }}", "{% if plusieurs %}", "no_end"),
        ("{{ client.code }}", "{% endif %}", "no_opening"),
        ("{{ client.code }}", "{% else %}", "no_opening"),
        ("{{ client.code }}", "{% si plusieurs %}", "unknown_tag"),
        ("{{ client.code }}", "{% raw %}", "unknown_tag"),
        ("{{ client.code }}", "{{ client code }}", "syntax"),
        pytest.param("{{ client.code }}", f"{{{{ {'9' * 5000} }}}}", "long_tag", id="long number"),
        ("{{ client.code }}", "{{ zzzzz }}", "no_such_field"),
        ("{{ client.code }}", "{{r client.code }}", "unsupported"),
        ("{{ client.code }}", "Cette lettre vaut mise en demeure.", "notice"),
        ("{%tr for ligne in table.lignes %}", "{%tr for ligne in total %}", "not_a_list"),
    ],
)
def test_other_faults_have_a_reason_and_a_sentence(old: str, new: str, reason: str) -> None:
    content = edited("relance-1.docx", old, new)
    found = check_template("relance-1.docx", content)[0]
    assert found.facts["reason"] == reason
    assert sentence(f"template_fault.{reason}") != f"template_fault.{reason}"


@pytest.mark.parametrize(
    "tag",
    ["{ total }", "{total}", "{ { total } }", "{{ total } }", "{{ total }", "{ total }}",
     "{{{ total }}}", "{ {total}}", "{{ total }} }", "{ % if plusieurs %}"],
)  # fmt: skip
def test_what_is_left_of_a_tag_is_refused_in_word_text_and_page(tag: str) -> None:
    word = check_template("relance-1.docx", edited("relance-1.docx", "{{ total }}", tag))
    reasons = {"broken_tag", "unclosed", "syntax", "construct"}
    assert word[0].facts["reason"] in reasons
    assert word[0].code == "template_fault"
    for name in ("rappel.txt", "rappel.html"):
        content = shipped(name).decode()
        assert "{{ total }}" in content
        found = check_template(name, content.replace("{{ total }}", tag).encode())
        assert found[0].code == "template_fault", name
        assert found[0].facts["reason"] in reasons, name


def test_a_broken_tag_is_quoted_with_its_place() -> None:
    content = edited("relance-1.docx", "{{ total }}", "{ { total } }")
    found = check_template("relance-1.docx", content)[0]
    assert (found.facts["reason"], found.column) == ("broken_tag", "{ { total } }")
    assert "{ { total } }" in sentence(found.code, found.facts)
    assert "serait imprimé tel quel" in sentence(found.code, found.facts)


def test_the_braces_of_a_page_s_style_are_no_tags() -> None:
    page = shipped("rappel.html").decode()
    styled = page.replace("</head>", "<style>p { margin: 0 }</style></head>")
    assert styled != page
    assert check_template("rappel.html", styled.encode()) == check_template(
        "rappel.html", page.encode()
    )


def test_a_block_across_two_rows_that_leaves_a_broken_document_is_found() -> None:
    content = edited("rappel.docx", "{%tr for ligne in table.lignes %}", "{% if plusieurs %}")
    content = pack(
        unpack("rappel.docx", content)
        | {
            MAIN: unpack("rappel.docx", content)[MAIN].replace(
                b"{%tr endfor %}", b"{%tr endif %}", 1
            )
        }
    )
    reasons = {finding.facts["reason"] for finding in check_template("rappel.docx", content)}
    assert reasons & {"structure", "unknown_field"}


def test_a_file_of_another_name_serves_no_document() -> None:
    assert only(check_template("facture.docx", b"")).facts["reason"] == "unknown_name"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("relance1.docx", "relance-1.docx"),
        ("Relance 1.docx", "relance-1.docx"),
        ("relance-1 (2).docx", "relance-1.docx"),
        ("Copie de relance-1.docx", "relance-1.docx"),
        ("relance-1 - Copie.docx", "relance-1.docx"),
        ("mise en demeure.docx", "mise-en-demeure.docx"),
        ("rappel.odt", "rappel.docx"),
        ("rappel.doc", "rappel.docx"),
        ("rappel.htm", "rappel.html"),
        ("reclamation-acheteur-public.nl.docx", "reclamation-acheteur-public.docx"),
    ],
)
def test_a_file_whose_name_is_near_one_of_ours_is_told_which(name: str, meant: str) -> None:
    fault = only(check_template(name, b""))
    assert (fault.facts["reason"], fault.facts["near"]) == ("misnamed", meant)
    assert f"Renommez-le {meant}" in sentence(fault.code, fault.facts)


def test_no_sentence_about_a_template_speaks_jinja_s_english() -> None:
    broken = (
        "{% if plusieurs %}", "{% endfor %}", "{{ total", "{{ total | }}", "{{ }}", "{% for x %}",
        "{% for x in tables %}{% endif %}{% endfor %}", "{{ total + 1 }}", "{{ tables[0] }}",
        "{{ total.nom }}", "{% set a = 1 %}", "{{ 'a' if total > 3 else 'b' }}", "{{ ~ }}",
        "{{ tables|first }}", "{{ not plusieurs }}", "{{ plusieurs|length }}",
        "{% if %}x{% endif %}", "{{ 1 / }}",
    )  # fmt: skip
    for source in broken:
        found = check_template("rappel.txt", source.encode())
        assert found, source
        for one in found:
            said = sentence(one.code, one.facts)
            assert "non renseigné" not in said
            for word in (
                "expected",
                "undefined",
                "unexpected",
                "Encountered",
                "innermost",
                "token",
            ):
                assert word not in said, (source, said)


def test_a_fault_is_found_again_by_the_cell_of_its_table() -> None:
    content = edited("relance-1.docx", "{{ ligne.numero }}", "{{ ligne.numro }}")
    found = check_template("relance-1.docx", content)[0]
    assert found.facts["where"] == "tableau 1, ligne 3, colonne 1, « {{ ligne.numro }} »"
    assert found.facts["near"] == "ligne.numero"


def test_a_fault_of_a_text_is_found_again_by_its_line() -> None:
    (found,) = check_template("rappel.txt", b"Bonjour,\n{{ totl }} est du\n")
    assert found.facts["where"] == "ligne 2, « {{ totl }} est du »"


def test_a_field_of_a_list_is_suggested_with_its_list() -> None:
    (found,) = check_template("rappel.txt", b"{{ echance }}")
    assert found.facts["near"] == "tables.lignes.echeance"


def test_a_file_that_word_can_not_read_is_one_finding() -> None:
    assert only(check_template("rappel.docx", b"PK")).facts["reason"] == "not_docx"


def test_a_text_saved_by_an_old_notepad_is_read() -> None:
    said = "Échéance de {{ client.nom }}\r\nà régler {{ intervention }}{{ texte_l111_8 }}\r\n"
    content = said.encode("cp1252")
    assert load_text("rappel.txt", content).render(full()).startswith("Échéance de Menuiserie")


def test_a_tag_alone_on_its_line_leaves_no_blank_line_and_no_wrong_number() -> None:
    content = b"un\n{% if plusieurs %}\ndeux\n{% endif %}\ntrois {{ oups }}\n"
    assert only(check_template("rappel.txt", content)).row == 5
    content = content.replace(b" {{ oups }}", b"{{ intervention }}{{ texte_l111_8 }}")
    blank = {"intervention": "", "texte_l111_8": ""}
    assert load_text("rappel.txt", content).render(full() | blank) == "un\ndeux\ntrois\n"


def test_a_refused_word_in_html_is_found_through_its_markup() -> None:
    content = b"<p>une <b>plain</b>te</p>"
    assert only(check_template("rappel.html", content)).column == "plainte"


def test_each_field_that_a_document_has_is_explained_and_no_other() -> None:
    known = set()
    for name, value in full().items():
        known |= _names(name, value)
    same = {f"tables.autres.{name.split('.')[2]}" for name in FIELDS if "lignes." in name}
    assert known - same == set(FIELDS)


def _names(name: str, value: object) -> set[str]:
    if isinstance(value, list):
        inner = _names(name, value[0]) if value and isinstance(value[0], dict) else set()
        return {name} | (inner - {name})
    if isinstance(value, dict):
        found = set()
        for part, inside in value.items():
            found |= _names(f"{name}.{part}", inside)
        return found
    return {name}


@pytest.mark.parametrize(
    "source",
    [
        "{% if recommande %}" * 3000 + "{% endif %}" * 3000,
        "{{ " + "(" * 900 + "date" + ")" * 900 + " }}",
        "{% if " + "not " * 450 + "recommande %}{% endif %}",
        "{{ date }}" * 10_001,
    ],
)
def test_a_template_beyond_reason_is_refused_and_breaks_nothing(source: str) -> None:
    fault = only(check_template("rappel.txt", source.encode()))
    assert (fault.code, fault.facts["reason"]) == ("template_fault", "too_deep")
    with pytest.raises(TemplateFaultError):
        load_text("rappel.txt", source.encode())


@pytest.mark.parametrize(
    ("text", "row", "reason"),
    [
        ("un\n{% if date in [" + "1," * 200_000 + "] %}{% endif %}", 2, "long_tag"),
        ("un\n{{\n" + "9" * 5000 + "\n}}", 2, "long_tag"),  # more digits than Python reads
        ("un\ndeux\n" + "mot " * 2001, 3, "long_paragraph"),  # 8,004 characters
        (("mot " * 1999 + "\n") * 13, 0, "long_part"),  # 13 times 7,996
        ("\n" * 10_001, 0, "long_part"),
    ],
)
def test_what_no_letter_needs_the_length_of_is_refused(text: str, row: int, reason: str) -> None:
    (fault,) = check_template("rappel.txt", text.encode())
    assert (fault.row, fault.facts["reason"]) == (row, reason)
    assert "signes" in sentence(fault.code, fault.facts)


def test_the_longest_paragraph_is_read_and_its_tags_are_not_counted() -> None:
    text = "mot " * 2000 + "{{ date }}" * 100  # 8,000 characters and as many of tags
    reasons = {one.facts["reason"] for one in check_template("rappel.txt", text.encode())}
    assert "long_paragraph" not in reasons


SLOW = [
    "1 ",
    "1 %",
    "1 EUR ",
    "1 000,00 ",
    "10 pour cent de ",
    "frais ",
    "<",
    "<!--",
    "{#",
    "un ",
    "a",
]


@pytest.mark.parametrize("name", ["rappel.txt", "rappel.html"])
@pytest.mark.parametrize("unit", SLOW)
def test_no_text_keeps_the_check_busy(name: str, unit: str) -> None:
    # Each was minutes; a second on a slow machine. The time is the processor's, not the clock's.
    content = "\n".join([(unit * 8000)[:7900]] * 3).encode()
    start = time.process_time()
    check_template(name, content)
    assert time.process_time() - start < 6


def test_loops_deeper_than_python_can_nest_are_refused_as_loops_inside_themselves() -> None:
    source = "{% for table in tables %}" * 30 + "{% endfor %}" * 30
    assert only(check_template("rappel.txt", source.encode())).facts["reason"] == "looped"


def test_an_endless_loop_names_file_and_field() -> None:
    source = "{% for ligne in destinataire %}" * 8 + "{% endfor %}" * 8  # 5 lines: 5 to the 8th
    (fault,) = check_template("rappel.txt", source.encode())
    said = sentence(fault.code, fault.facts)
    assert "rappel.txt" in said
    assert "« destinataire »" in said


PIXEL = "https://track.example/{{ client.code }}.gif"


@pytest.mark.parametrize(
    "said",
    [
        f'<img src="{PIXEL}" width=1>', f"<img width=1\nsrc = '{PIXEL}'>", f"<img/src={PIXEL}>",
        f'<img SRC="{PIXEL}">', "<img src=//track.example/p.gif>", '<img src="ftp://a.example/p">',
        '<img src="&#104;ttps://track.example/p.gif">', '<img src="{{ date }}">',
        '<img srcset="https://track.example/p.gif 1x">', f'<td background="{PIXEL}">x</td>',
        '<p style="background:url(https://track.example/p.gif)">x</p>',
        "<p style=\"background: URL( '//track.example/p.gif' )\">x</p>",
    ],
)  # fmt: skip
def test_a_picture_on_a_server_tells_a_stranger_when_the_debtor_reads(said: str) -> None:
    page = shipped("rappel.html").replace(b"<body", b"\n<body", 1)
    content = page.replace(b"</body>", f"{said}</body>".encode())
    found = {one.facts["reason"]: one for one in check_template("rappel.html", content)}
    told = sentence(found["fetched"].code, found["fetched"].facts)
    assert "ce qui dit à un tiers qui le lit, et quand" in told
    with pytest.raises(TemplateFaultError):
        load_text("rappel.html", content)


@pytest.mark.parametrize(
    "said",
    [
        '<img src="data:image/png;base64,iVBORw0KGgo=" alt="Logo">',
        '<img src="cid:logo">',
        '<a href="https://www.example.org/?src=mail">Notre site</a>',
        '<p style="background:#eee">Source : nos conditions</p>',
    ],
)
def test_a_picture_in_the_e_mail_and_a_link_to_click_are_let_be(said: str) -> None:
    content = shipped("rappel.html").replace(b"</body>", f"{said}</body>".encode())
    assert "fetched" not in {one.facts["reason"] for one in check_template("rappel.html", content)}
