"""Templates that a person broke in Word: each is refused, or told, before a letter is written."""

import re
from collections.abc import Callable

import pytest
from tests.tools.word_edits import PARAGRAPH, edited, struck_out, typed

from relance.core.errors import TemplateFaultError
from relance.documents.check import check_template, load_text, load_word
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.faulty import ADVICE, CODE
from relance.documents.shipped import shipped
from relance.wording.sentences import sentence

NOTICE, REMINDER, BELGIAN = "mise-en-demeure.docx", "relance-1.docx", "premier-rappel-belgique"
BODY_TEXT = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'


def reasons(name: str, content: bytes, code: str = CODE) -> set[str]:
    """Why a template is refused; each refusal has a sentence of its own, and holds at the load."""
    found = [one for one in check_template(name, content) if one.code == code]
    for one in found:
        said = sentence(one.code, one.facts)
        assert name in said
        assert "?" not in said.replace(str(one.facts["field"]), "")
        assert "non renseigné" not in said
    if code == CODE and found:
        with pytest.raises(TemplateFaultError):
            (load_word if name.endswith(".docx") else load_text)(name, content)
    return {str(one.facts["reason"]) for one in found}


def replaced(name: str, *pairs: tuple[str, str]) -> bytes:
    """Replace words wherever they stand in the body of a shipped template."""
    parts = unpack(name, shipped(name))
    xml = parts[MAIN].decode()
    for old, new in pairs:
        assert old in xml, old
        xml = xml.replace(old, new)
    return pack(parts | {MAIN: xml.encode()})


def around(name: str, words: str, change: Callable[[str], str]) -> bytes:
    """Change the paragraph that says some words."""
    parts = unpack(name, shipped(name))
    xml = parts[MAIN].decode()
    paragraph = next(one for one in PARAGRAPH.findall(xml) if words in one)
    return pack(parts | {MAIN: xml.replace(paragraph, change(paragraph), 1).encode()})


def dressed(properties: str) -> Callable[[str], str]:
    """Give every run of a paragraph some properties."""

    def dress(paragraph: str) -> str:
        bare = paragraph.replace("<w:rPr>", f"<w:rPr>{properties}")
        return re.sub(r"<w:r>(?!<w:rPr>)", f"<w:r><w:rPr>{properties}</w:rPr>", bare)

    return dress


# --- the demand ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("mise-en-demeure.docx", "mettons en demeure", "prions de régler"),
        ("mise-en-demeure-consommateur.docx", "mettons en demeure", "prions de régler"),
        ("mise-en-demeure.nl.docx", "in gebreke", "vriendelijk op de hoogte"),
        ("mise-en-demeure.de.docx", "förmlich in Verzug (mise en demeure)", "in Kenntnis"),
        ("mise-en-demeure.en.docx", "formal notice (mise en demeure)", "a reminder"),
    ],
)
def test_a_formal_notice_that_asks_politely_is_none(name: str, old: str, new: str) -> None:
    """The subject line still says « mise en demeure »: that is no demand."""
    assert reasons(name, edited(name, old, new)) == {"missing_words"}


def test_a_demand_that_denies_itself_is_none() -> None:
    content = edited(NOTICE, "mettons en demeure", "écrivons, ce qui ne vaut pas mise en demeure,")
    assert "missing_words" in reasons(NOTICE, content)


def test_the_demand_may_be_turned_in_another_way() -> None:
    content = edited(NOTICE, "mettons en demeure", "entendons mettre en demeure")
    bold = edited(NOTICE, "mettons en demeure", "METTONS EN\u00a0DEMEURE")
    for one in (content, bold):
        assert reasons(NOTICE, one) == set()


@pytest.mark.parametrize("name", [NOTICE, f"{BELGIAN}.docx", f"{BELGIAN}.nl.docx"])
def test_a_letter_whose_demand_is_deleted_is_refused(name: str) -> None:
    content = around(name, 'w:val="Action"', lambda _: "")
    assert reasons(name, content) & {"missing_words", "missing_field"}


def test_a_reminder_whose_demand_is_deleted_is_told() -> None:
    content = around(REMINDER, 'w:val="Action"', lambda _: "")
    assert reasons(REMINDER, content, ADVICE) == {"missing_field"}


# --- sums, days and accounts that a person types ---------------------------------------------


@pytest.mark.parametrize(
    "typed_", ["1 200,00 €", "1200 euros", "mille deux cents euros", "EUR 1.200,00"]
)
@pytest.mark.parametrize("name", ["relance-1.docx", NOTICE, f"{BELGIAN}.docx", "rappel.html"])
def test_a_sum_typed_in_the_place_of_its_field_is_refused(name: str, typed_: str) -> None:
    if name.endswith(".html"):
        content = shipped(name).replace(b"{{ total }}", typed_.encode())
    else:
        content = replaced(name, ("{{ total }}", typed_))
    assert "amount" in reasons(name, content)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("{{ fondement }}", "article L441-10 du code de commerce"),
        ("{{ delai }}", "huit jours"),
        ("{{ taux_texte }}", "au taux annuel de la loi"),
        ("{{ table.iban }}", "celui de nos factures"),
        ("{{ signataire }}", "Le service comptable"),
    ],
)
def test_a_notice_whose_field_is_typed_is_refused(field: str, words: str) -> None:
    assert "missing_field" in reasons(NOTICE, replaced(NOTICE, (field, words)))


def test_a_day_typed_in_the_place_of_its_field_is_refused_or_told() -> None:
    pair = ("{{ date_limite }}", "31/12/2026")
    assert "missing_field" in reasons(f"{BELGIAN}.docx", replaced(f"{BELGIAN}.docx", pair))
    told = reasons(REMINDER, replaced(REMINDER, pair), ADVICE)
    assert "missing_field" in told


# --- the Belgian first reminder --------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("", "est gratuit", "est facturé dix euro"),
        ("", "est gratuit", "est payant"),
        (".nl", "kosteloos", "betalend"),
        (".de", "kostenlos", "kostenpflichtig"),
        (".en", "free of charge", "chargeable"),
        ("", "troisième jour ouvrable", "premier jour ouvrable"),
        (".nl", "derde werkdag", "eerste werkdag"),
        (".de", "dritten Werktag", "ersten Werktag"),
        (".en", "third working day", "first working day"),
        ("", "aucun intérêt ni aucune indemnité ne vous est", "un intérêt vous est"),
        (".nl", "geen interesten en geen vergoeding", "interesten en een vergoeding"),
        (".de", "weder Zinsen noch eine Entschädigung", "Zinsen und eine Entschädigung"),
        (".en", "neither interest nor compensation is", "interest is"),
        ("", "aucune indemnité ne vous sera", "une indemnité vous sera"),
        ("", "livre XIX", "livre VI"),
    ],
)
def test_a_first_reminder_altered_by_a_word_is_refused(language: str, old: str, new: str) -> None:
    name = f"{BELGIAN}{language}.docx"
    assert reasons(name, edited(name, old, new)) & {"missing_words", "amount"}


def test_the_text_of_the_law_is_a_field_and_not_typed() -> None:
    content = replaced(NOTICE, ("{{ texte_l111_8 }}", "Les frais restent à la charge du débiteur."))
    assert reasons(NOTICE, content) == {"missing_field"}


# --- hidden ----------------------------------------------------------------------------------

UNSEEN = {
    "hidden text": "<w:vanish/>",
    "white text": '<w:color w:val="FFFFFF"/>',
    "nearly white": '<w:color w:val="F2F2F2" w:themeColor="background1"/>',
    "one point": '<w:sz w:val="2"/>',
}


@pytest.mark.parametrize("look", UNSEEN)
@pytest.mark.parametrize("name", [NOTICE, f"{BELGIAN}.nl.docx", "releve-de-compte.docx"])
def test_a_paragraph_that_nobody_sees_is_refused(look: str, name: str) -> None:
    words = "factuur" if ".nl." in name else "facture"
    content = around(name, words, dressed(UNSEEN[look]))
    assert "unseen" in reasons(name, content)


@pytest.mark.parametrize(
    "hide",
    [
        lambda one: f"{{%p if false %}}{one}{{%p endif %}}",
        lambda one: "{%p if plan and not plan %}" + one + "{%p endif %}",
        lambda one: "{%p if not plusieurs %}" + one + "{%p endif %}",
        lambda one: "{%p if numero_note == 'x' %}" + one + "{%p endif %}",
        lambda one: "{%p if solde %}" + one + "{%p endif %}",
    ],
)
def test_a_statement_inside_a_condition_that_hides_it_is_missing(
    hide: Callable[[str], str],
) -> None:
    def tags(paragraph: str) -> str:
        written = hide(paragraph)
        return re.sub(
            r"\{%p [^%]*%\}",
            lambda tag: f"{BODY_TEXT}<w:r><w:t>{tag[0]}</w:t></w:r></w:p>",
            written,
        )

    assert "missing_words" in reasons(NOTICE, around(NOTICE, "mettons en ", tags))


def test_a_statement_in_a_comment_of_jinja_is_missing() -> None:
    content = edited(NOTICE, "mettons en demeure", "{# mettons en demeure #}prions")
    assert reasons(NOTICE, content) == {"missing_words"}


def in_a_box(paragraph: str) -> str:
    return (
        f"{BODY_TEXT}<w:r><w:pict><w:txbxContent>{paragraph}</w:txbxContent></w:pict></w:r></w:p>"
    )


def test_a_statement_in_a_text_box_is_not_in_the_letter() -> None:
    assert "missing_words" in reasons(NOTICE, around(NOTICE, "mettons en ", in_a_box))


def test_a_statement_in_the_head_of_the_page_is_not_in_the_letter() -> None:
    parts = unpack(NOTICE, edited(NOTICE, "mettons en demeure", "prions"))
    head = parts["word/header1.xml"].replace(b"</w:p>", b"<w:r><w:t>Nous vous mettons en demeure"
        b"</w:t></w:r></w:p>")  # fmt: skip
    assert reasons(NOTICE, pack(parts | {"word/header1.xml": head})) == {"missing_words"}


@pytest.mark.parametrize(
    "hide",
    [
        '<span style="display:none">{}</span>', '<p hidden>{}</p>', "<!-- {} -->",
        '<span style="font-size:1px">{}</span>', '<span style="color:#ffffff">{}</span>',
        "<!-- a > b {} -->", '<span style="visibility: hidden">{}</span>',
    ],
)  # fmt: skip
def test_a_statement_that_html_hides_is_refused(hide: str) -> None:
    name = f"{BELGIAN}.html"
    page = shipped(name).decode()
    words = "Ce premier rappel est gratuit."
    assert words in page
    content = page.replace(words, hide.format(words)).encode()
    assert reasons(name, content) & {"missing_words", "unseen_html"}


# --- not an invoice, no VAT ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("note-de-penalites.docx", "Cette note vaut facture."),
        ("note-de-penalites.docx", "La présente tient lieu de facture."),
        ("note-de-penalites.docx", "TVA 20 % en sus."),
        ("note-de-penalites.docx", "Ces sommes sont majorées de la TVA."),
        ("note-de-penalites.docx", "TVA : 21\u00a0%".replace(" :", " à")),
        ("releve-de-compte.docx", "Ce relevé constitue une facture."),
        ("note-de-penalites.nl.docx", "Deze nota geldt als factuur."),
        ("note-de-penalites.nl.docx", "Vermeerderd met 21 % btw."),
        ("note-de-penalites.de.docx", "Dieses Schreiben gilt als Rechnung."),
        ("note-de-penalites.de.docx", "zzgl. 19 % MwSt."),
        ("note-de-penalites.en.docx", "This statement serves as an invoice."),
        ("note-de-penalites.en.docx", "VAT at 20% will be added."),
    ],
)
def test_a_letter_that_passes_for_an_invoice_is_refused(name: str, said: str) -> None:
    assert reasons(name, typed(name, said)) == {"invoice"}


@pytest.mark.parametrize(
    "said",
    [
        "Cette note n'est pas une facture.",
        "Elle ne vaut pas facture.",
        "Sans TVA.",
        "La facture TTC",
    ],
)
def test_a_letter_that_says_it_is_no_invoice_is_left_alone(said: str) -> None:
    assert reasons("note-de-penalites.docx", typed("note-de-penalites.docx", said)) == set()


# --- threats ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("relance-2.docx", "MAUVAISE\u00a0FOI"),
        ("relance-2.docx", "une sai\u00adsie"),
        ("relance-2.docx", "la mauvaise\u202ffoi"),
        ("relance-2.docx", "sous vingt\u2011quatre heures"),
        ("relance-2.docx", "un \ufb01chage"),
        ("relance-2.docx", "nous publions votre nom"),
        ("relance-2.docx", "votre nom sera publié"),
        ("relance-2.docx", "vous vous refusez à payer"),
        ("relance-2.docx", "de mauvais payeurs"),
        ("relance-2.docx", "des frais administratifs"),
        ("relance-2.docx", "des frais de mise en demeure"),
        ("relance-2.docx", "nos honoraires d\u2019avocat"),
        ("relance-2.docx", "ultime avis"),
        ("relance-2.nl.docx", "gepubliceerd"),
        ("relance-2.nl.docx", "ADMINISTRATIEKOSTEN"),
        ("relance-2.de.docx", "Ihr Konto wird gepfändet"),
        ("relance-2.de.docx", "eine Pfa\u0308ndung"),
        ("relance-2.en.docx", "you refused to pay"),
        ("relance-2.en.docx", "Final demand"),
    ],
)
def test_a_threat_is_found_however_it_is_typed(name: str, said: str) -> None:
    assert reasons(name, typed(name, said)) == {"word"}


@pytest.mark.parametrize("cut", ["<w:br/>", "<w:tab/>", "<w:softHyphen/>", "<w:noBreakHyphen/>"])
def test_a_threat_over_a_break_is_found(cut: str) -> None:
    words = {"<w:softHyphen/>": "sai|sie", "<w:noBreakHyphen/>": "sous vingt|quatre heures"}
    text = words.get(cut, "mauvaise|foi").replace("|", f"</w:t>{cut}<w:t>")
    content = around("relance-2.docx", "Madame, Monsieur", lambda one: one.replace("Madame", text))
    assert reasons("relance-2.docx", content) == {"word"}


@pytest.mark.parametrize("name", ["rappel.docx", "relance-1.docx", "note-de-penalites.docx"])
def test_a_court_is_not_spoken_of_before_its_time(name: str) -> None:
    content = typed(name, "À défaut, nous saisirons la juridiction compétente.")
    assert reasons(name, content) == {"court"}
    assert reasons("relance-2.docx", typed("relance-2.docx", "la juridiction compétente")) == set()


# --- the invoices ----------------------------------------------------------------------------


def rows(name: str) -> tuple[str, str]:
    """The rows of the first loop over the invoices of a template, and its file's XML."""
    xml = unpack(name, shipped(name))[MAIN].decode()
    loop = re.search(
        r"<w:tr>(?:(?!</w:tr>).)*\{%tr for ligne in table\.lignes.*?\{%tr endfor.*?</w:tr>", xml,
        re.DOTALL,
    )  # fmt: skip
    assert loop
    return loop[0], xml


@pytest.mark.parametrize("name", [NOTICE, "relance-1.docx", "note-de-penalites.docx"])
def test_invoices_that_are_there_twice_are_refused(name: str) -> None:
    loop, xml = rows(name)
    content = pack(unpack(name, shipped(name)) | {MAIN: xml.replace(loop, loop + loop, 1).encode()})
    assert "doubled" in reasons(name, content)


def test_a_row_that_is_there_twice_in_its_loop_is_refused() -> None:
    loop, xml = rows(NOTICE)
    row = re.findall(r"<w:tr>.*?</w:tr>", loop, re.DOTALL)[1]
    content = pack(
        unpack(NOTICE, shipped(NOTICE)) | {MAIN: xml.replace(row, row + row, 1).encode()}
    )
    assert "doubled" in reasons(NOTICE, content)


def test_invoices_whose_loop_is_gone_are_refused_or_told() -> None:
    for name, code in ((NOTICE, CODE), ("relance-1.docx", ADVICE)):
        loop, xml = rows(name)
        content = pack(unpack(name, shipped(name)) | {MAIN: xml.replace(loop, "", 1).encode()})
        assert "missing_field" in reasons(name, content, code)


def test_tags_of_a_loop_that_are_gone_leave_fields_that_stand_for_nothing() -> None:
    loop, xml = rows("remerciement.docx")
    bare = re.sub(r"\{%tr (?:for ligne in table.lignes|endfor) %\}", "", loop)
    parts = unpack("remerciement.docx", shipped("remerciement.docx"))
    content = pack(parts | {MAIN: xml.replace(loop, bare).encode()})
    assert reasons("remerciement.docx", content) <= {"unknown_field", "no_such_field"}
    assert reasons("remerciement.docx", content)


def test_a_loop_that_shows_the_first_invoice_alone_is_refused() -> None:
    content = replaced(
        NOTICE, ("{{ ligne.numero }}", "{% if loop.first %}{{ ligne.numero }}{% endif %}")
    )
    assert reasons(NOTICE, content) == {"missing_field"}


# --- languages -------------------------------------------------------------------------------


def test_a_template_in_another_language_than_its_name_is_told() -> None:
    for name, other in (("relance-1.nl.docx", "relance-1.docx"), ("rappel.docx", "rappel.en.docx")):
        assert "other_language" in reasons(name, shipped(other), ADVICE)


def test_a_sentence_of_another_language_is_told() -> None:
    said = "Merci de nous répondre : nous vous rappelons que la facture est due, et le délai passé."
    assert reasons("rappel.nl.docx", typed("rappel.nl.docx", said), ADVICE) == {"other_language"}


def test_words_struck_out_by_hand_are_gone() -> None:
    assert reasons(NOTICE, struck_out(NOTICE, "mettons en demeure")) == {"missing_words"}
