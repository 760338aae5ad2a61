"""Which template says a message, which file comes out, and the user's own templates."""

import email
import email.policy
import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relance.core.errors import BadArgumentError, TemplateFaultError
from relance.core.findings import Reason
from relance.core.records import Contact, Debtor, Line, Message, Promise
from relance.documents.context import fields
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.render import render, template_name
from relance.documents.shipped import shipped

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]
Reader = Callable[[bytes], str]
KEY = "ABCDEF0123456789"
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("order", "name"),
    [
        ({"kind": "email", "step": "pre", "phase": 0}, "avant-echeance"),
        ({"kind": "email", "step": "mail-1", "phase": 1}, "rappel"),
        ({"phase": 1, "policy": "be-b2c", "free_reminder": True}, "premier-rappel-belgique"),
        ({"phase": 1, "policy": "be-b2c"}, "rappel"),  # no longer the first one
        ({"step": "letter-1"}, "relance-1"),
        ({"step": "letter-1", "warn_court": True}, "relance-2"),
        ({"kind": "formal_notice", "step": "notice", "phase": 3}, "mise-en-demeure"),
        (
            {"kind": "formal_notice", "step": "notice", "phase": 3, "policy": "be-b2c"},
            "mise-en-demeure-consommateur",
        ),
        ({"kind": "call_sheet", "step": "call-1"}, "fiche-appel"),
        ({"kind": "confirmation", "step": "call-1"}, "confirmation-appel"),
    ],
)
def test_each_message_has_its_template(
    line: LineMaker, message: MessageMaker, order: dict[str, object], name: str
) -> None:
    regime = "BE-B2C" if order.get("policy") == "be-b2c" else "FR-B2B"
    assert template_name(message([line(regime=regime)], **order)) == name


@pytest.mark.parametrize(
    ("kind", "channel", "ending"),
    [
        ("email", "email", "eml"),
        ("email", "letter", "docx"),  # no e-mail address: the policy's channel became the post
        ("letter", "letter", "docx"),
        ("letter", "email", "eml"),
        ("confirmation", "phone", "eml"),
        ("confirmation", "letter", "docx"),
        ("call_sheet", "phone", "docx"),
    ],
)
def test_the_channel_decides_between_e_mail_and_word(
    line: LineMaker, message: MessageMaker, kind: str, channel: str, ending: str
) -> None:
    made = render(message([line()], kind=kind, channel=channel), key=KEY)
    assert made.name.endswith(f"_hotel-des-tilleuls-sas-abcdef.{ending}")
    assert made.sha256 == hashlib.sha256(made.content).hexdigest()


def test_the_same_message_is_the_same_bytes(line: LineMaker, message: MessageMaker) -> None:
    for channel in ("letter", "email"):
        said = message([line()], channel=channel)
        assert render(said, key=KEY) == render(said, key=KEY)


def test_an_e_mail_says_neither_debt_nor_amount_in_its_subject(
    line: LineMaker, message: MessageMaker
) -> None:
    made = render(message([line()], kind="email", channel="email"), key=KEY)
    found = email.message_from_bytes(made.content, policy=email.policy.default)
    assert found["Subject"] == "Menuiserie du Rhône – votre compte client C0012"
    assert found["To"] == "Service fournisseurs <compta@tilleuls.example>"


def test_an_e_mail_carries_the_copies_and_says_so(line: LineMaker, message: MessageMaker) -> None:
    said = message(
        [line("F1", copy="F1.pdf")], kind="email", step="mail-1", phase=1, channel="email",
        attachments=("F1.pdf",), attachment_contents=(("F1.pdf", b"%PDF"),),
    )  # fmt: skip
    found = email.message_from_bytes(render(said, key=KEY).content, policy=email.policy.default)
    assert [part.get_filename() for part in found.iter_attachments()] == ["F1.pdf"]
    bare = replace(said, attachment_contents=())
    for one, expected in ((said, True), (bare, False)):
        made = email.message_from_bytes(render(one, key=KEY).content, policy=email.policy.default)
        part = made.get_body(("plain",))
        assert part is not None
        said_so = "Vous trouverez ci-joint\u00a0: copie de la facture F1." in part.get_content()
        assert said_so is expected


def test_an_e_mail_names_the_copies_that_go_and_no_others(
    line: LineMaker, message: MessageMaker
) -> None:
    lines = [line("F1", copy="F1.pdf"), line("F2", copy="x\\F2.pdf"), line("F3", copy="y/F3.pdf")]
    said = message(
        lines, kind="email", step="mail-1", phase=1, channel="email",
        attachments=("F1.pdf", "x\\F2.pdf", "y/F3.pdf"),
        attachment_contents=(("F2.pdf", b"%PDF"), ("F3.pdf", b"%PDF")),
    )  # fmt: skip
    assert fields(said)["pieces"] == "copies des factures F2, F3"
    by_mail = replace(said, kind="letter")
    assert fields(by_mail)["pieces"] == "copies des factures F2, F3"
    on_paper = replace(by_mail, decision=replace(said.decision, channel="letter"))
    assert fields(on_paper)["pieces"] == "copies des factures F1, F2, F3"


def test_an_address_that_is_none_is_refused_so_that_a_letter_can_go(
    line: LineMaker, message: MessageMaker, debtor: Debtor
) -> None:
    lost = replace(debtor, payables=Contact("X", "pas une adresse"), emails=())
    with pytest.raises(BadArgumentError) as refused:
        render(message([line()], kind="email", channel="email", about=lost), key=KEY)
    assert refused.value.facts == {"argument": "to", "value": "pas une adresse"}


def test_a_confirmation_counts_on_the_promised_day(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    day = date(2026, 11, 30)
    promise = Promise("C0012", Decimal(600), day, date(2026, 11, 23))
    said = message([line()], kind="confirmation", channel="letter", promises=(promise,))
    text = words(render(said, key=KEY).content)
    assert "un règlement de 600,00 € pour le 30 novembre 2026" in text
    assert "au plus tard le 30 novembre 2026" in text
    assert "01/12/2026" not in text


def test_a_confirmation_counts_on_the_first_of_two_promised_days(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    made_on = date(2026, 11, 23)
    first = Promise("C0012", Decimal(300), date(2026, 12, 1), made_on)
    both = (first, replace(first, amount=Decimal(700), by=date(2026, 12, 15)))
    said = message([line()], kind="confirmation", channel="letter", promises=both)
    text = words(render(said, key=KEY).content)
    assert "au plus tard le 1er décembre 2026" in text
    assert "un règlement de 700,00 € pour le 15 décembre 2026" in text


def test_a_confirmation_counts_on_no_day_that_is_over(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    gone, made_on = date(2026, 11, 20), date(2026, 11, 9)
    promise = Promise("C0012", Decimal(600), gone, made_on)
    broken = Reason("broken_promise", {"amount": Decimal(600), "currency": "EUR", "by": gone})
    said = message(
        [line()], kind="confirmation", channel="letter", promises=(promise,), circumstance=broken
    )
    text = words(render(said, key=KEY).content)
    assert "Vous nous aviez annoncé un règlement de 600,00 € pour le 20 novembre 2026" in text
    # "au sujet de la facture suivante :" leads to the table, the promise comes after it
    assert text.index("Reste dû") < text.index("Vous nous aviez annoncé")
    assert "Vous nous avez indiqué" not in text
    assert "Nous comptons sur" not in text
    assert "au plus tard le 1er décembre 2026" in text
    today = replace(promise, by=date(2026, 11, 23))
    said = message([line()], kind="confirmation", channel="letter", promises=(today,))
    assert "au plus tard le 23 novembre 2026" in words(render(said, key=KEY).content)


def test_a_confirmation_names_the_currency_that_was_promised(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    by = date(2026, 11, 30)
    promise = Promise("C0012", Decimal(600), by, date(2026, 11, 23), currency="USD")
    said = message([line()], kind="confirmation", channel="letter", promises=(promise,))
    assert "un règlement de 600,00 USD pour" in words(render(said, key=KEY).content)


def test_a_user_s_word_template_wins_whatever_the_case_of_its_name(
    line: LineMaker, message: MessageMaker, words: Reader
) -> None:
    parts = unpack("relance-1.docx", shipped("relance-1.docx"))
    changed = parts[MAIN].replace(b"Madame, Monsieur,", b"Cher client,")
    own = {"Relance-1.DOCX": pack(parts | {MAIN: changed})}
    assert "Cher client," in words(render(message([line()]), own, key=KEY).content)
    assert "Cher client," not in words(
        render(message([line()], warn_court=True), own, key=KEY).content
    )


def test_a_user_s_faulty_template_writes_nothing(line: LineMaker, message: MessageMaker) -> None:
    with pytest.raises(TemplateFaultError) as refused:
        render(message([line()]), {"relance-1.docx": b"..."}, key=KEY)
    assert refused.value.facts["reason"] == "not_docx"


def test_a_user_s_text_never_goes_with_the_shipped_html(
    line: LineMaker, message: MessageMaker
) -> None:
    said = message([line()], kind="email", step="mail-1", phase=1, channel="email")
    mine = b"Bonjour, {{ total }}\n{{ intervention }}{{ texte_l111_8 }}\n"
    for own in ({"rappel.txt": mine}, {"rappel.txt": mine, "rappel.html": shipped("rappel.html")}):
        made = render(said, own, key=KEY)
        found = email.message_from_bytes(made.content, policy=email.policy.default)
        plain, html = (found.get_body((kind,)) for kind in ("plain", "html"))
        assert plain is not None
        assert html is not None
        assert plain.get_content().strip() == "Bonjour, 1\u00a0000,00\u00a0€"
        assert "Bonjour, 1\u00a0000,00\u00a0€</p>" in html.get_content()
        assert "IBAN" not in html.get_content()


def test_plain_text_and_html_say_the_same(line: LineMaker, message: MessageMaker) -> None:
    import re
    from html import unescape

    said = message([line()], kind="email", step="mail-1", phase=1, channel="email")
    found = email.message_from_bytes(render(said, key=KEY).content, policy=email.policy.default)
    plain, html = (found.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert html is not None
    shown = unescape(
        re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<head>.*</head>", "", html.get_content()))
    )
    same = set(re.findall(r"\w+", plain.get_content())) ^ set(re.findall(r"\w+", shown))
    assert not same


@SLOW
@given(
    st.text(max_size=60),
    st.text(max_size=60),
    st.decimals(Decimal("0.01"), Decimal("99999999.99"), places=2),
)
def test_any_name_number_and_amount_make_a_sound_word_file(
    name: str, number: str, amount: Decimal
) -> None:
    # fixtures do not mix with hypothesis: the sample message is varied instead
    from xml.parsers import expat

    from relance.documents.sample import message as sample

    base = sample()
    shown = replace(base.decision.lines[0], item=replace(
        base.decision.lines[0].item, number=number, amount=amount
    ))  # fmt: skip
    decision = replace(
        base.decision,
        debtor=replace(base.decision.debtor, name=name),
        lines=(shown, *base.decision.lines[1:]),
    )
    made = render(replace(base, decision=decision), key=KEY)
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        for part in (name for name in archive.namelist() if not name.endswith(".png")):
            expat.ParserCreate("UTF-8").Parse(archive.read(part), True)
