"""E-mail drafts (.eml): opened by the user's own program, which sends them or not.

The MIME text is written by hand, an order of magnitude faster than `email.message`; tests read
it back with Python's parser. Boundaries and Message-ID come from the content: same draft, same
bytes. A draft has no date: the program that sends it sets one.
"""

import binascii
import hashlib
import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass

from ..core.addresses import valid_address
from ..core.errors import BadArgumentError
from .cleaning import BREAKS
from .eml_names import EOL, encoded_word, mailbox
from .names import attachment_names

SUBJECT_BYTES = 39  # of an encoded word after "Subject: "
LINE = 76  # characters of base64


@dataclass(frozen=True, slots=True)
class Draft:
    """One e-mail: who, to whom, its two bodies ("" when there is none) and its files."""

    sender_name: str
    sender: str
    to_name: str
    to: str
    subject: str
    text: str
    html: str = ""
    files: Sequence[tuple[str, bytes]] = ()


def write(draft: Draft) -> bytes:
    """Return the draft as a file.

    Raises:
        BadArgumentError: an address is not one (facts: argument, value). The sender may be blank.
    """
    _check(draft)
    fingerprint = _fingerprint(draft)
    headers = _headers(draft, fingerprint[:32])
    text = EOL.join([*headers, "MIME-Version: 1.0", _body(draft, fingerprint[:24])])
    return text.encode("ascii")


def _fingerprint(draft: Draft) -> str:
    """Return what tells a draft from any other."""
    said = hashlib.sha256()
    for text in (draft.to, draft.subject, draft.text, draft.html):
        said.update(f"{len(text)} {text}".encode())
    for name, content in draft.files:
        said.update(f"{name} {len(content)} ".encode())
        said.update(content)
    return said.hexdigest()


def _check(draft: Draft) -> None:
    if not valid_address(draft.to):
        raise BadArgumentError(argument="to", value=draft.to)
    if draft.sender and not valid_address(draft.sender):
        raise BadArgumentError(argument="from", value=draft.sender)


def _headers(draft: Draft, fingerprint: str) -> list[str]:
    domain = draft.sender.partition("@")[2] or "relance.invalid"
    sender = draft.sender
    return [
        *([mailbox("From", one_line(draft.sender_name), sender)] if sender else []),
        mailbox("To", one_line(draft.to_name), draft.to),
        f"Subject: {_encoded(draft.subject)}",
        f"Message-ID: <{fingerprint}@{domain}>",
        "X-Unsent: 1",
        "X-Uniform-Type-Identifier: com.apple.mail-draft",
        *([f"Disposition-Notification-To: {sender}"] if sender else []),
        "X-Mozilla-Draft-Info: internal/draft; vcard=0; receipt=1; DSN=0; uuencode=0",
    ]


def one_line(text: str) -> str:
    """Return a text fit for a header: no line break of any kind, no control character."""
    return " ".join("".join(c if c.isprintable() else " " for c in BREAKS.sub(" ", text)).split())


def _encoded(text: str) -> str:
    """Return a subject as encoded words, one a line, each made of whole characters."""
    words, held = [], b""
    for character in one_line(text):
        coded = character.encode()
        if len(held) + len(coded) > SUBJECT_BYTES:
            words.append(held)
            held = b""
        held += coded
    return f"{EOL} ".join(encoded_word(one) for one in (*words, held))


def _body(draft: Draft, mark: str) -> str:
    """Return the bodies and files with their own headers; `mark` is in every boundary."""
    bodies = [_text_part("plain", draft.text)] if draft.text else []
    bodies += [_text_part("html", draft.html)] if draft.html else []
    main = bodies[0] if len(bodies) == 1 else _multipart("alternative", bodies, mark)
    if not draft.files:
        return main
    names = attachment_names(tuple(name for name, _ in draft.files))
    files = [_file(name, content) for name, (_, content) in zip(names, draft.files, strict=True)]
    return _multipart("mixed", [main, *files], mark)


def _multipart(kind: str, parts: list[str], mark: str) -> str:
    boundary = f"=_{kind}_{mark}"
    pieces = "".join(f"--{boundary}{EOL}{part}{EOL}" for part in parts)
    return (
        f'Content-Type: multipart/{kind}; boundary="{boundary}"{EOL}{EOL}'
        f"{pieces}--{boundary}--{EOL}"
    )


def _text_part(kind: str, text: str) -> str:
    content = binascii.b2a_qp(text.replace("\n", EOL).encode(), istext=True).decode("ascii")
    return (
        f"Content-Type: text/{kind}; charset=utf-8{EOL}"
        f"Content-Transfer-Encoding: quoted-printable{EOL}{EOL}{content}"
    )


def _file(name: str, content: bytes) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    coded = binascii.b2a_base64(content, newline=False).decode()
    lines = EOL.join([coded[at : at + LINE] for at in range(0, len(coded), LINE)])
    return (
        f'Content-Type: {kind}; name="{name}"{EOL}'
        f"Content-Transfer-Encoding: base64{EOL}"
        f'Content-Disposition: attachment; filename="{name}"{EOL}{EOL}{lines}{EOL}'
    )
