"""What a letter must say: each statement, its law, and the edits that lose it."""

import re

import pytest
from tests.tools.word_edits import edited, struck_out

from relance.core.errors import TemplateFaultError
from relance.data import tables
from relance.documents import sample
from relance.documents.check import check_template, load_text, load_word
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.faulty import ADVICE
from relance.documents.mandatory import several, statements
from relance.documents.shipped import FRENCH_ALONE, LETTERS, NAMES, SHEETS, parted, shipped
from relance.wording.letter_fields import FIELDS
from relance.wording.sentences import sentence
from relance.wording.tongues import TONGUES

NOTICES = ("mise-en-demeure", "mise-en-demeure-consommateur", "reclamation-acheteur-public")
CASES = [
    (letter, field, one)
    for one in statements()
    for letter in LETTERS
    for field in one.fields
    if one.holds_for(letter)
]


def lacking(name: str, content: bytes) -> list[tuple[str, str]]:
    """What a template lacks: fields and phrases with their reasons."""
    return [
        (str(one.facts["field"]), str(one.facts["reason"])) for one in check_template(name, content)
    ]


# --- the record ------------------------------------------------------------------------------


def test_each_statement_names_letters_fields_and_flags_that_exist() -> None:
    flags = {name for name, value in sample.full().items() if value is True}
    for one in statements():
        assert {*one.letters, *one.besides} <= {*LETTERS, "*"}
        assert set(one.fields) <= set(FIELDS)
        assert one.when | one.unless <= flags
        assert one.because
        assert bool(one.fields) != bool(one.phrases)


@pytest.mark.parametrize("code", TONGUES)
def test_each_language_has_words_for_what_its_letters_must_say(code: str) -> None:
    for one in statements():
        if one.phrases:
            assert one.phrases[code]


def test_what_may_not_be_said_twice_and_what_both_bodies_say_are_fields() -> None:
    known = tables("templates/mandatory")
    assert {*known["once"]["fields"], *known["bodies"]["same"]} <= set(FIELDS)


def test_what_may_ask_twice_is_a_letter() -> None:
    assert several("actions") | several("dates") <= set(LETTERS)


# --- fields ----------------------------------------------------------------------------------


def without_field(name: str, field: str) -> bytes:
    """A shipped template in which a field, in its loops too, stands nowhere any more."""
    written = field.replace("tables.lignes.", "ligne.").replace("tables.", "table.")
    written = "ligne" if field == "destinataire" else written
    parts = unpack(name, shipped(name))
    tag = re.compile(r"\{\{ " + re.escape(written) + r"(?:\|\w+)? \}\}")
    text, count = tag.subn("", parts[MAIN].decode())
    assert count, (name, field)
    return pack(parts | {MAIN: text.encode()})


@pytest.mark.parametrize(
    ("letter", "field"), [(letter, field) for letter, field, one in CASES if one.advice], ids=str
)
def test_a_reminder_may_be_shorter_and_it_is_told(letter: str, field: str) -> None:
    """A firm may write two lines by e-mail; it must not lose a figure without knowing."""
    name = f"{letter}.docx"
    content = without_field(name, field)
    told = [one for one in check_template(name, content) if one.column == field]
    assert [(one.code, one.facts["reason"]) for one in told] == [(ADVICE, "missing_field")]
    assert load_word(name, content)


@pytest.mark.parametrize(
    ("letter", "field"),
    [(letter, field) for letter, field, one in CASES if not one.advice],
    ids=str,
)
def test_a_letter_without_a_field_that_it_must_print_is_refused(letter: str, field: str) -> None:
    name = f"{letter}.docx"
    content = without_field(name, field)
    assert (field, "missing_field") in lacking(name, content)
    with pytest.raises(TemplateFaultError) as refused:
        load_word(name, content)
    assert refused.value.facts["reason"] == "missing_field"
    said = sentence("template_fault", refused.value.facts)
    assert name in said
    assert "Remettez ce champ" in said


@pytest.mark.parametrize("letter", NOTICES)
def test_a_field_inside_a_condition_is_not_always_printed(letter: str) -> None:
    name = f"{letter}.docx"
    content = edited(name, "{{ delai }}", "{% if plan %}{{ delai }}{% endif %}")
    assert lacking(name, content) == [("delai", "missing_field")]


def test_what_is_claimed_is_told_only_where_it_is_claimed() -> None:
    name = "mise-en-demeure.docx"
    assert lacking(name, edited(name, "{{ fondement }}", "")) == [("fondement", "missing_field")]
    assert "{%p if reclame %}" in unpack(name, shipped(name))[MAIN].decode()


def test_a_field_in_capitals_is_printed() -> None:
    name = "mise-en-demeure.docx"
    assert check_template(name, edited(name, "{{ delai }}", "{{ delai|upper }}")) == ()


# --- phrases ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_template_without_its_phrases_is_refused(name: str) -> None:
    """Word by word: a letter that says a phrase no more says which."""
    letter, language = parted(name.rpartition(".")[0])
    if letter in SHEETS or not name.endswith(".docx"):
        return
    for one in statements():
        if not (one.holds_for(letter) and one.phrases):
            continue
        parts = unpack(name, shipped(name))
        text = parts[MAIN].decode().replace("\u00a0", " ").replace("’", "'")
        for phrase in one.phrases[language]:
            text = re.sub(
                r"(<[^>]*>|\s)+".join(map(re.escape, phrase.split())), "x", text, flags=re.I
            )
        assert (one.phrases[language][0], "missing_words") in lacking(
            name, pack(parts | {MAIN: text.encode()})
        )


def test_the_french_consumer_must_read_that_no_cost_is_claimed() -> None:
    name = "mise-en-demeure-consommateur.docx"
    content = struck_out(name, " Aucun frais de recouvrement ne vous est réclamé.")
    (found,) = check_template(name, content)
    said = sentence(found.code, found.facts)
    assert "« Aucun frais de recouvrement ne vous est réclamé »" in said
    assert "article L111-8" in said
    with pytest.raises(TemplateFaultError):
        load_word(name, content)


def test_a_phrase_said_in_the_wrong_case_only_is_missing() -> None:
    name = "mise-en-demeure-consommateur.docx"
    content = edited(name, "{%p if consommateur_fr %}", "{%p if clause_consommateur %}")
    assert ("Aucun frais de recouvrement ne vous est réclamé", "missing_words") in lacking(
        name, content
    )


def test_a_phrase_is_seen_through_bold_capitals_and_no_break_spaces() -> None:
    name = "premier-rappel-belgique.docx"
    content = edited(
        name, "Ce premier rappel est gratuit.",
        'CE PREMIER RAPPEL EST</w:t></w:r><w:r><w:t xml:space="preserve">\u00a0gratuit.',
    )  # fmt: skip
    assert check_template(name, content) == ()


def test_texts_and_html_must_say_it_too() -> None:
    for ending in ("txt", "html"):
        name = f"premier-rappel-belgique.{ending}"
        content = shipped(name).decode().replace("est gratuit", "vous est envoyé").encode()
        assert lacking(name, content) == [("Ce premier rappel est gratuit", "missing_words")]
        with pytest.raises(TemplateFaultError):
            load_text(name, content)


def test_every_language_is_asked_for_its_own_words() -> None:
    content = shipped("mise-en-demeure.docx")
    found = lacking("mise-en-demeure.nl.docx", content)
    assert ("stellen wij u in gebreke", "missing_words") in found


def test_what_stays_in_the_office_must_say_nothing() -> None:
    assert not [one for one in statements() for sheet in SHEETS if one.holds_for(sheet)]
    assert set(SHEETS) <= set(FRENCH_ALONE)


def test_a_statement_is_on_paper_alone_or_advice_by_what_it_says_of_itself() -> None:
    """A key that is written `paper = false` says no."""
    for one, told in zip(statements(), tables("templates/mandatory")["statement"], strict=True):
        assert one.paper is told.get("paper", False)
        assert one.advice is told.get("advice", False)


def test_the_french_article_is_told_of_france_alone() -> None:
    """A Belgian notice rests on the Belgian civil code."""
    told = [one.because for one in statements() if "1344 du code civil" in one.because]
    assert told
    assert all("en France, article 1344" in one for one in told)
