"""The other body of an e-mail: made of the one that the user wrote, and saying the same."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from tests.documents.conftest import LineMaker, MessageMaker

from relance.core.errors import TemplateFaultError
from relance.documents.check import check_bodies
from relance.documents.render import render
from relance.documents.shipped import LETTERS, named, shipped
from relance.documents.twin import html_of, text_of
from relance.wording.tongues import TONGUES

FOOT = "{{ intervention }}{{ texte_l111_8 }}"


def bodies(content: bytes) -> dict[str, str]:
    mail = message_from_bytes(content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return {
        part.get_content_type(): part.get_content()
        for part in mail.walk()
        if part.get_content_maintype() == "text"
    }


def test_an_edited_text_makes_its_own_html(line: LineMaker, message: MessageMaker) -> None:
    mine = f"Bonjour <vous> & les autres,\n\nRéglez {{{{ total }}}}.\nMerci.\n{FOOT}"
    sent = message([line()], kind="email", step="mail-1", phase=1, channel="email")
    said = bodies(render(sent, {"Rappel.TXT": mine.encode()}, key="abcdef").content)
    assert said["text/plain"].startswith("Bonjour <vous> & les autres,")
    assert "Bonjour &lt;vous&gt; &amp; les autres,</p>" in said["text/html"]
    assert "Réglez 1\u00a0000,00\u00a0€.<br>" in said["text/html"]
    assert "Virement" not in said["text/html"]  # of the shipped one, which nobody wrote


def test_an_edited_html_makes_its_own_text(line: LineMaker, message: MessageMaker) -> None:
    mine = (
        "<html><head><title>x</title><style>p{color:red}</style></head><body><p>Bonjour,</p>"
        "<table><tr><td>N°</td><td>Total</td></tr><tr><td>F1</td>\n<td>{{ total }}</td></tr>"
        '</table><p>Merci<br>à <a href="https://example.org/x">notre page</a>.'
        f" {FOOT}</p></body></html>"
    )
    sent = message([line()], kind="email", step="mail-1", phase=1, channel="email")
    said = bodies(render(sent, {"rappel.html": mine.encode()}, key="abcdef").content)
    assert said["text/plain"].replace("\u00a0", " ").replace("\r\n", "\n").strip() == (
        "Bonjour,\n\nN° | Total\nF1 | 1 000,00 €\n\nMerci\nà notre page (https://example.org/x)."
    )


def test_a_text_and_its_html_say_the_same_words() -> None:
    page = html_of("Un & deux\ntrois\n\nhttps://example.org/a?b=1&c=2.\n", "fr-FR")
    assert '<html lang="fr-FR">' in page
    assert '<a href="https://example.org/a?b=1&amp;c=2">' in page
    assert text_of(page).split() == ["Un", "&", "deux", "trois", "https://example.org/a?b=1&c=2."]


def test_the_two_shipped_bodies_of_each_e_mail_say_the_same() -> None:
    for language in TONGUES:
        for letter in LETTERS:
            stem = named(letter, language)
            try:
                own = {f"{stem}.{end}": shipped(f"{stem}.{end}") for end in ("txt", "html")}
            except FileNotFoundError:
                continue
            assert list(check_bodies(stem, own)) == []


def test_two_bodies_that_differ_are_refused_before_an_e_mail_is_made(
    line: LineMaker, message: MessageMaker
) -> None:
    own = {
        "rappel.txt": f"Réglez {{{{ total }}}}. {FOOT}".encode(),
        "rappel.html": f"<p>Réglez avant le {{{{ date_limite }}}}. {FOOT}</p>".encode(),
    }
    (fault,) = check_bodies("rappel", own)
    assert (fault.facts["reason"], fault.column) == ("bodies_differ", "date_limite")
    sent = message([line()], kind="email", step="mail-1", phase=1, channel="email")
    with pytest.raises(TemplateFaultError) as refused:
        render(sent, own, key="abcdef")
    assert refused.value.facts["reason"] == "bodies_differ"
