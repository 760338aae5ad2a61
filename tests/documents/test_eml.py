"""E-mail drafts: read back by Python's parser, safe headers, strict addresses."""

import base64
import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.addresses import valid_address
from relance.core.errors import BadArgumentError
from relance.documents.eml import Draft, one_line, write

TEXT = "Madame, Monsieur,\n\n1 234,56 € dus – œuvre = 100 %\n.\nFrom ici\n" + "long " * 60 + "\n"
DRAFT = Draft(
    sender_name="Menuiserie du Rhône",
    sender="compta@rhone.example",
    to_name="Service",
    to="a.b@tilleuls.example",
    subject="Menuiserie du Rhône – votre compte client C0012",
    text=TEXT,
    html="<p>1 234,56 € = <b>œuvre</b></p>\n",
    files=(("F1 é.pdf", b"%PDF-1.7\x00\xff" * 30), ("f1 e.PDF", b"")),
)


def parsed(draft: Draft) -> EmailMessage:
    found = email.message_from_bytes(write(draft), policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    assert all(not part.defects for part in found.walk())
    return found


def body(found: EmailMessage, kind: str) -> str:
    part = found.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_draft_is_read_back_as_it_was_written() -> None:
    found = parsed(DRAFT)
    assert found["From"] == "Menuiserie du Rhône <compta@rhone.example>"
    assert found["To"] == "Service <a.b@tilleuls.example>"
    assert found["Subject"] == DRAFT.subject
    assert body(found, "plain") == TEXT
    assert body(found, "html") == DRAFT.html


def test_files_are_attached_under_ascii_names() -> None:
    files = list(parsed(DRAFT).iter_attachments())
    assert [part.get_filename() for part in files] == ["F1-e.pdf", "f1-e-2.PDF"]
    assert [part.get_content() for part in files] == [DRAFT.files[0][1], b""]
    assert [part.get_content_type() for part in files] == ["application/pdf"] * 2


def test_a_draft_opens_as_one_and_asks_for_a_receipt() -> None:
    found = parsed(DRAFT)
    assert found["X-Unsent"] == "1"
    assert found["X-Uniform-Type-Identifier"] == "com.apple.mail-draft"
    assert found["Disposition-Notification-To"] == "compta@rhone.example"
    assert "receipt=1" in found["X-Mozilla-Draft-Info"]
    assert found["Date"] is None


def test_the_same_draft_is_the_same_bytes_and_another_has_another_id() -> None:
    assert write(DRAFT) == write(DRAFT)
    other = replace(DRAFT, text="autre")
    assert parsed(other)["Message-ID"] != parsed(DRAFT)["Message-ID"]


def test_lines_are_short_enough_for_any_server() -> None:
    lines = write(DRAFT).split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert b"\n" not in b"".join(lines)


@pytest.mark.parametrize("subject", ["é" * 200, "€uro 😀" * 40, "a" * 300])
def test_a_long_subject_is_cut_between_characters_into_short_lines(subject: str) -> None:
    found = parsed(replace(DRAFT, subject=subject, files=()))
    assert found["Subject"] == subject
    head = write(replace(DRAFT, subject=subject)).partition(b"\r\n\r\n")[0]
    assert max(map(len, head.split(b"\r\n"))) <= 76
    for line in head.split(b"\r\n"):
        if b"=?utf-8?B?" in line:
            base64.b64decode(line.partition(b"=?utf-8?B?")[2].partition(b"?=")[0]).decode()


@pytest.mark.parametrize(
    "name",
    [
        'Société d\'exploitation des Établissements Müller, S.A.S. (groupe "Çà & Là")',
        "Dupont, Durand et Associés, experts-comptables",
        "Il tient : quarante-deux signes, un mot.",
        'Durand, "Le Bon" <SARL> \\ ' * 10 + "fin",
        "x" * 300,
    ],
)
def test_a_long_name_is_whole_in_short_lines(name: str) -> None:
    draft = replace(DRAFT, to_name=name, sender_name=name)
    for header in ("To", "From"):
        (mailbox,) = parsed(draft)[header].addresses
        assert mailbox.display_name == name
        assert mailbox.addr_spec in (DRAFT.to, DRAFT.sender)
    head = write(draft).partition(b"\r\n\r\n")[0]
    if " " in name:
        assert max(map(len, head.split(b"\r\n"))) <= 76


@pytest.mark.parametrize("name", ["Ελληνική Εταιρεία Τροφίμων και Υιοί ΑΕ", "É" * 300])
def test_a_long_name_of_other_letters_is_whole(name: str) -> None:
    header = write(replace(DRAFT, to_name=name)).decode().partition("To: ")[2].partition(" <")[0]
    pieces = [base64.b64decode(one[10:-2]).decode() for one in header.split()]
    assert "".join(pieces) == name  # a reader joins encoded words (RFC 2047, 6.2)


def test_a_name_longer_than_any_is_cut_after_a_whole_word_and_says_so() -> None:
    (mailbox,) = parsed(replace(DRAFT, to_name="Dupont, " * 100))["To"].addresses
    assert len(mailbox.display_name) <= 500
    assert mailbox.display_name.endswith("Dupont…")


def test_without_a_sender_the_program_s_own_account_is_used() -> None:
    found = parsed(replace(DRAFT, sender=""))
    assert found["From"] is None
    assert found["Disposition-Notification-To"] is None


def test_one_body_alone_is_no_alternative() -> None:
    found = parsed(replace(DRAFT, html="", files=()))
    assert found.get_content_type() == "text/plain"
    assert body(found, "plain") == TEXT


@pytest.mark.parametrize(
    "address",
    ["a@b.fr", "a.b+c@sub.example.org", "o'neil@ex-ample.co", "x" * 64 + "@b.fr"],
)
def test_an_address_is_accepted(address: str) -> None:
    assert valid_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "", "a", "a@b", "@b.fr", "a@", "a b@c.fr", "a@b..fr", ".a@b.fr", "a.@b.fr", "a..b@c.fr",
        "a@-b.fr", "a@b-.fr", "é@b.fr", "a@é.fr", "a@b.fr, c@d.fr", "a@b.fr\n",
        "a@b.fr\r\nBcc: x@y.fr",
        "Nom <a@b.fr>", "a@b.f", "a@1.2.3.4", "a@[1.2.3.4]", '"a b"@c.fr', "x" * 65 + "@b.fr",
        "a@" + "b" * 250 + ".fr",
    ],
)  # fmt: skip
def test_anything_else_is_refused(address: str) -> None:
    assert not valid_address(address)
    with pytest.raises(BadArgumentError) as refused:
        write(replace(DRAFT, to=address))
    assert refused.value.facts["argument"] == "to"


def test_a_sender_that_is_no_address_is_refused() -> None:
    with pytest.raises(BadArgumentError) as refused:
        write(replace(DRAFT, sender="compta"))
    assert refused.value.facts["argument"] == "from"


@given(st.text(), st.text())
def test_no_name_and_no_subject_adds_a_header(name: str, subject: str) -> None:
    found = parsed(replace(DRAFT, to_name=name, sender_name=name, subject=subject, files=()))
    assert set(found.keys()) == {
        "From", "To", "Subject", "Message-ID", "X-Unsent", "X-Uniform-Type-Identifier",
        "Disposition-Notification-To", "X-Mozilla-Draft-Info", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert found["To"].addresses[0].addr_spec == DRAFT.to
    assert " ".join(str(found["Subject"]).split()) == one_line(subject)


@given(st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]), max_size=300))
def test_any_text_comes_back_whole(text: str) -> None:
    if text.strip():
        assert body(parsed(replace(DRAFT, text=text + "\n", files=())), "plain") == text + "\n"
