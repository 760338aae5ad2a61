"""E-mail drafts as other programs read them: two readers of Node find what Python's finds."""

import hashlib
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import default
from typing import Any

import pytest
from tests.tools import mail_parsers

from relance.documents.eml import Draft, write

HEADERS = ("x-unsent", "x-uniform-type-identifier", "x-mozilla-draft-info",
           "disposition-notification-to")  # fmt: skip
FULL = Draft(
    sender_name="Établissements Müller & Cie – Œuvres d'art",
    sender="compta@muller.example",
    to_name='Anne "la compta" Petit; Service',
    to="a.petit@tilleuls.example",
    subject="Établissements Müller & Cie – votre compte client C0012 : 3 factures échues (€)",
    text="Madame,\n\n1\u00a0234,56 € dus – œuvre = 100 %.\n.\nFrom ici\n" + "long " * 60 + "\n",
    html="<p>1&nbsp;234,56 € = <b>œuvre</b></p>\n<p>" + "long " * 60 + "</p>\n",
    files=(("F1 é.pdf", b"%PDF-1.7\x00\xff" * 3000), ("f1 e.PDF", b""), ("plan.txt", b"a\nb")),
)
DRAFTS = {
    "full": FULL,
    "a text alone": replace(FULL, html="", files=()),
    "no sender's name": replace(FULL, sender_name="", to_name=""),
    "two bodies": replace(FULL, files=()),
    "long names": replace(
        FULL, to_name="Πέτρος, Łódź & Œuvré " * 9, sender_name="Petit, <Anne> & " * 9, files=()
    ),
    "a text and files": replace(FULL, html=""),
}


def content_of(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    assert isinstance(found, bytes)
    return found


def by_python(content: bytes) -> dict[str, Any]:
    found = message_from_bytes(content, policy=default)
    bodies = {kind: found.get_body((kind,)) for kind in ("plain", "html")}
    texts = {
        kind: str(part.get_content()).replace("\r\n", "\n").rstrip() if part else ""
        for kind, part in bodies.items()
    }
    sender, *_ = found["From"].addresses
    return {
        "from": {"name": sender.display_name, "address": sender.addr_spec},
        "to": [{"name": to.display_name, "address": to.addr_spec} for to in found["To"].addresses],
        "subject": str(found["Subject"]),
        "id": str(found["Message-ID"]),
        "text": texts["plain"],
        "html": texts["html"],
        "headers": {name: str(found[name]) for name in HEADERS},
        "files": [
            {
                "name": part.get_filename(),
                "kind": part.get_content_type(),
                "hash": hashlib.sha256(content_of(part)).hexdigest(),
            }
            for part in found.iter_attachments()
        ],
    }


@pytest.mark.parametrize("name", DRAFTS)
def test_three_readers_find_the_same(name: str) -> None:
    draft = DRAFTS[name]
    content = write(draft)
    expected = by_python(content)
    assert expected["text"] == draft.text.rstrip()
    assert expected["subject"] == draft.subject
    for reader, found in mail_parsers.read(content).items():
        found["headers"] = {name: found["headers"].get(name) for name in HEADERS}
        if not draft.html:
            found["html"] = ""  # some make one of the text
        assert (reader, found) == (reader, expected)
