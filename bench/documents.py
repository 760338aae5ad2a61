"""Letters and e-mails, each beside the usual way to write it: docxtpl, Python's EmailMessage.

Every pair writes the same thing: the same template and fields, the same picture, the same file.
The two are timed in turn, so that what else the machine does slows both.
"""

import hashlib
import io
import os
import re
import tempfile
import time
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from pathlib import Path
from typing import Any, cast

import segno
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped]

from relance.actions.files import write_whole
from relance.documents.check import load_word
from relance.documents.docx import MAIN, pack, unpack
from relance.documents.eml import Draft, write
from relance.documents.sample import full
from relance.documents.shipped import shipped
from relance.documents.template import Fields

ROUNDS = 5  # the best of each counts: the others met something else on the machine
TEMPLATE = "mise-en-demeure.docx"
ATTACHED = 81_000  # bytes of a usual invoice as PDF


def results() -> list[dict[str, Any]]:
    """Compare documents a second, on one core."""
    with tempfile.TemporaryDirectory() as folder:
        return [of_letters(), of_payments(Path(folder)), of_mails()]


def letter() -> tuple[bytes, Fields]:
    """Return a template and what it is filled with; the letter has no QR code."""
    fields = full()
    tables = [{**table, "qr": ""} for table in cast("list[dict[str, Any]]", fields["tables"])]
    return shipped(TEMPLATE), {**fields, "qr": "", "tables": tables}


def by_docxtpl(content: bytes, fields: Fields) -> bytes:
    """Write a letter as the documentation of docxtpl says."""
    template = DocxTemplate(io.BytesIO(content))
    template.render(dict(fields), autoescape=True)
    written = io.BytesIO()
    template.save(written)
    return written.getvalue()


def of_letters() -> dict[str, Any]:
    """A Word file from its fields, without a code."""
    content, fields = letter()
    ours, anchor = paired(
        lambda: load_word(TEMPLATE, content).render(fields), lambda: by_docxtpl(content, fields)
    )
    return measure("letter .docx / docxtpl", ours, anchor)


def of_payments(folder: Path) -> dict[str, Any]:
    """A Word file with the QR code of its payment, its fingerprint, written whole."""
    content, fields = shipped(TEMPLATE), full()
    parts = unpack(TEMPLATE, content)
    tag = re.sub("<w:drawing>.*?</w:drawing>", "<w:t>{{ code }}</w:t>", parts[MAIN].decode())
    tagged = pack(parts | {MAIN: tag.encode()})
    path = folder / "lettre.docx"

    def ours() -> None:
        made = load_word(TEMPLATE, content).render(fields)
        hashlib.sha256(made).hexdigest()
        write_whole(path, made)

    def anchor() -> None:
        template = DocxTemplate(io.BytesIO(tagged))
        picture = io.BytesIO()
        segno.make(str(fields["qr"]), error="m", micro=False).save(picture, kind="png", scale=8)
        code = InlineImage(template, picture, width=Mm(26))
        template.render({**fields, "code": code}, autoescape=True)
        template.save(path)
        hashlib.sha256(path.read_bytes()).hexdigest()

    return measure(
        "letter .docx with QR code, SHA-256, written whole / docxtpl, segno", *paired(ours, anchor)
    )


def of_mails() -> dict[str, Any]:
    """An e-mail of two bodies with an invoice attached."""
    content = os.urandom(ATTACHED)
    text, html = "Madame, Monsieur,\n\n1 234,56 € sont dus.\n" * 20, "<p>1 234,56 €</p>\n" * 40
    draft = Draft(
        "Menuiserie du Rhône", "compta@rhone.example", "Service fournisseurs",
        "compta@tilleuls.example", "Menuiserie du Rhône – votre compte client C0012", text, html,
        (("F2026-001.pdf", content),),
    )  # fmt: skip
    ours, anchor = paired(lambda: write(draft), lambda: by_email_message(draft))
    return measure(f"e-mail with {ATTACHED} bytes attached / EmailMessage", ours, anchor)


def by_email_message(draft: Draft) -> bytes:
    """Write an e-mail as the documentation of Python says."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = formataddr((draft.sender_name, draft.sender))
    mail["To"] = formataddr((draft.to_name, draft.to))
    mail["Subject"] = draft.subject
    mail["X-Unsent"] = "1"
    mail.set_content(draft.text)
    mail.add_alternative(draft.html, subtype="html")
    for name, content in draft.files:
        mail.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return mail.as_bytes()


def paired(ours: Callable[[], object], anchor: Callable[[], object]) -> tuple[float, float]:
    """Return how many a second each makes, the two timed in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for kept, work, count in ((times[0], ours, 100), (times[1], anchor, 10)):
            start = time.perf_counter()
            for _ in range(count):
                work()
            kept.append((time.perf_counter() - start) / count)
    return 1 / min(times[0]), 1 / min(times[1])


def measure(name: str, ours: float, anchor: float) -> dict[str, Any]:
    """Return one measure."""
    return {
        "name": name, "ours": ours, "anchor": anchor, "ratio": ours / anchor, "unit": "documents/s"
    }  # fmt: skip
