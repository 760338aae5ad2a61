"""How letters are written: days in full, the spaces that hold, the words of paper and of e-mail."""

import email
import email.policy
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache

import pytest
from docx import Document
from tests.documents.test_oracle import text_of
from tests.tools.letter_samples import KEY, messages

from relance.core.findings import Reason
from relance.core.records import Creditor, Debtor, Line, Message
from relance.documents.docx import MAIN, unpack
from relance.documents.posting import is_mail
from relance.documents.render import render
from relance.documents.repair import TAG
from relance.documents.shipped import NAMES, shipped
from relance.wording.tongues import TONGUES

LineMaker = Callable[..., Line]
MessageMaker = Callable[..., Message]
SHORT_DAY = re.compile(r"\b\d\d[/.]\d\d[/.]\d{4}\b|\b\d{1,2}.(?:Nov|Dec|Oct|Sep|Jan) \d{4}")


@cache
def samples() -> dict[str, Message]:
    return messages()


def typed(text: str) -> str:
    """A text with the spaces and the apostrophes of a keyboard."""
    return text.replace("\u00a0", " ").replace("’", "'")


def running(message: Message) -> str:
    """The sentences of a document: all but its tables and what stands in the margins."""
    content = render(message, key=KEY).content
    if is_mail(message):
        mail = email.message_from_bytes(content, policy=email.policy.default)
        body = mail.get_body(("plain",))
        assert body is not None
        lines = str(body.get_content()).split("\n")
        return "\n".join([str(mail["Subject"]), *(line for line in lines if " | " not in line)])
    lines = [one.text for one in Document(io.BytesIO(content)).paragraphs]
    return typed("\n".join(lines))


def whole(message: Message) -> str:
    """All that a letter says, cell by cell, as it is typed."""
    return typed("\n".join(text_of(render(message, key=KEY).content)))


@pytest.mark.parametrize("name", samples())
def test_sentences_say_their_days_in_full(name: str) -> None:
    assert SHORT_DAY.findall(running(samples()[name])) == []


# --- paper and e-mail ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "message_", "letter"),
    [
        ("fr", "ce message", "ce courrier"), ("nl", "dit bericht", "deze brief"),
        ("de", "diese Nachricht", "dieses Schreiben"), ("en", "this message", "this letter"),
    ],
)  # fmt: skip
def test_paper_calls_itself_a_letter_and_an_e_mail_a_message(
    line: LineMaker, message: MessageMaker, debtor: Debtor, code: str, message_: str, letter: str
) -> None:
    about = replace(debtor, language=code)
    for step, phase in (("pre", 0), ("mail-1", 1), ("letter-1", 2), ("letter-2", 2), ("notice", 3)):
        asked = {"about": about, "step": step, "phase": phase, "warn_court": step == "letter-2"}
        if step == "notice":
            asked |= {"kind": "formal_notice", "deadline_days": 8}
        paper = running(message([line()], **asked))
        assert letter in paper, step
        assert message_ not in paper, step
    sent = message([line()], about=about, step="mail-1", phase=1, kind="email", channel="email")
    assert message_ in running(sent)
    assert letter not in running(sent)


# --- what the table has already --------------------------------------------------------------


def test_many_order_numbers_are_left_to_the_table(line: LineMaker, message: MessageMaker) -> None:
    lines = [line(f"F{at}", order_number=f"BC {at}", copy=f"F{at}.pdf") for at in range(60)]
    few = running(message(lines[:3], attachments=("F0.pdf",)))
    assert "Vos références : BC 0, BC 1, BC 2" in few
    assert "Pièces jointes : copies des factures F0, F1, F2" in few
    many = running(message(lines, attachments=("F0.pdf",)))
    assert "Vos références : voir le tableau" in many
    assert "Pièces jointes : copies des 60 factures du tableau" in many
    assert "BC 59" not in many


def test_a_public_buyer_s_orders_are_named_as_they_are(
    line: LineMaker, message: MessageMaker
) -> None:
    notice = {"kind": "formal_notice", "step": "notice", "phase": 3, "deadline_days": 15}
    lines = [line(f"F{at}", order_number=f"E{at}", regime="FR-PUB") for at in range(5)]
    for count, said in (
        (1, "au titre de l'engagement ou de la commande E0, est dépassé"),
        (2, "au titre de vos engagements ou commandes (E0, E1), est dépassé"),
        (5, "au titre de vos engagements ou commandes (voir le tableau), est dépassé"),
    ):
        assert said in running(message(lines[:count], **notice))


# --- other currencies ------------------------------------------------------------------------


def test_the_fixed_sum_of_the_law_is_not_said_to_be_nothing_in_dollars(
    line: LineMaker, message: MessageMaker
) -> None:
    notice = {"kind": "formal_notice", "step": "notice", "phase": 3, "deadline_days": 8}
    dollars = line("F1", "1234.56", interest="12.34", currency="USD")
    asked = {"claims": "claimed", "rate": Decimal("0.124"), **notice}
    text = whole(message([dollars], **asked))
    assert "1 234,56 USD" in text
    assert text.count("0,00 USD") == 1  # what was paid
    assert "Indemnité :" not in text
    both = whole(message([dollars, line("F2", fee="40")], **asked))
    assert "Indemnité : 40,00 €. " in both
    announced = {"step": "letter-1", "phase": 2, "claims": "announced", "rate": Decimal("0.124")}
    told = whole(message([line("F2", fee="40")], **announced))
    assert "recouvrement de 40,00 € par facture (" in told
    facts = {"number": "F1", "currency": "USD", "fee_in": "EUR"}
    left = (Reason("fee_other_currency", facts),)
    none = replace(dollars, claim=replace(dollars.claim, withheld=left))
    told = whole(message([none, line("F2", fee="40")], **announced))
    assert "recouvrement de 40,00 € par facture en EUR (" in told


# --- both sides of the border ----------------------------------------------------------------


def test_a_belgian_creditor_s_letters_have_the_words_of_its_country(
    line: LineMaker, message: MessageMaker, creditor: Creditor
) -> None:
    notice = {
        "kind": "formal_notice", "step": "notice", "phase": 3, "deadline_days": 15,
        "channel": "registered_letter",
    }  # fmt: skip
    lines = [line(regime="BE-B2B")]
    belgian = whole(message(lines, by=replace(creditor, country="BE"), **notice))
    for said in ("recommandée avec accusé de réception", "Montant TVAC", "Communication"):
        assert said in belgian, said
    assert "TTC" not in belgian
    french = whole(message(lines, **notice))
    for said in ("recommandée avec avis de réception", "Montant TTC", "Référence à rappeler"):
        assert said in french, said


# --- French spaces and apostrophes -----------------------------------------------------------

BREAKS = re.compile(r" [:;?!»%€]|« |\b[nN]° [^\s|]|'")


@pytest.mark.parametrize("name", [name for name in NAMES if name.count(".") == 1])
def test_no_french_template_breaks_before_a_colon_or_after_a_number_sign(name: str) -> None:
    content = shipped(name)
    is_word = name.endswith(".docx")
    text = unpack(name, content)[MAIN].decode() if is_word else content.decode()
    words = re.sub(r"<style.*?</style>|<[^>]*>", "", TAG.sub("", text))
    assert BREAKS.findall(words) == []


def test_no_french_sentence_of_ours_breaks_there_either() -> None:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            for one in value.values():
                yield from texts(one)
        elif is_dataclass(value):
            for one in fields(value):
                yield from texts(getattr(value, one.name))

    said = list(texts(TONGUES["fr"]))
    assert len(said) > 80
    assert [text for text in said if BREAKS.search(text)] == []
