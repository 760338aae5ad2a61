"""From a message to a document: which template says it, and the file that comes out."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..core.errors import TemplateFaultError
from ..core.records import Message
from ..wording.letters import LABELS, subject
from .check import check_bodies, load_text, load_word
from .context import Fields, fields
from .eml import Draft, write
from .language import is_public_claim, tongue_of
from .legal import is_consumer
from .names import LONGEST, file_name
from .posting import is_mail
from .shipped import CALL_SHEET, named, shipped
from .twin import html_of, rewritten, text_of

BLANK_LINES = re.compile(r"\n{3,}")
Templates = Mapping[str, bytes | None]
# The documents beside the policy, and the others whose kind alone tells the template.
BY_KIND = {
    "call_sheet": CALL_SHEET,
    "confirmation": "confirmation-appel",
    "statement": "releve-de-compte",
    "thanks": "remerciement",
    "penalty_note": "note-de-penalites",
    "plan": "echeancier",
    "settlement": "transaction",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """One document: the name of its file and what is in it."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The fingerprint that the journal keeps."""
        return hashlib.sha256(self.content).hexdigest()


def render(
    message: Message, templates: Templates | None = None, *, key: str, room: int = LONGEST,
    terms: str = "",
) -> Rendered:  # fmt: skip
    """Return the document of a message; the same message gives the same bytes.

    Args:
        message: what to say; its `kind` and channel decide between e-mail and Word file.
        templates: the user's own templates by file name, None for one that can't be read; a
            shipped one stands for each absent.
        key: hexadecimal key of the document; 6 characters of it are in the file's name.
        room: how long the file's name may be.
        terms: digits that follow those of the key in the name.

    Raises:
        TemplateFaultError: the template has a fault; nothing is rendered.
        BadArgumentError: an e-mail address is not one (argument `to` or `from`), or the message
            lacks what its document must say.
    """
    stem = template_name(message)
    file = named(stem, tongue_of(message).code)
    mail = is_mail(message)
    own = {name.lower(): content for name, content in (templates or {}).items()}
    said = fields(message)
    content = _mail(message, file, said, own) if mail else _word(file, said, own)
    debtor = message.decision.debtor
    name = file_name(
        message.decision.as_of, LABELS[stem], debtor.name or debtor.code, key,
        "eml" if mail else "docx", room, terms,
    )  # fmt: skip
    return Rendered(name, content)


def template_file(message: Message) -> str:
    """Return what tells apart the templates of two messages: name, and letter or e-mail."""
    file = named(template_name(message), tongue_of(message).code)
    return f"{file}.{'eml' if is_mail(message) else 'docx'}"


def template_name(message: Message) -> str:
    """Return the name of the template, without language nor ending, that says a message."""
    decision = message.decision
    if message.kind in BY_KIND:
        return BY_KIND[message.kind]
    if message.kind == "formal_notice":
        return _notice_name(message)
    if message.free_reminder:
        return "premier-rappel-belgique"
    if decision.phase == 0:
        return "avant-echeance"
    if decision.phase == 1:
        return "rappel"
    if _is_second_mail(message):
        return "rappel-2"
    return "relance-2" if message.warn_court else "relance-1"


def _notice_name(message: Message) -> str:
    """A public buyer is asked to have the sum ordered for payment, not put in default."""
    if is_consumer(message):
        return "mise-en-demeure-consommateur"
    return "reclamation-acheteur-public" if is_public_claim(message) else "mise-en-demeure"


def _is_second_mail(message: Message) -> bool:
    """An e-mail after the first that claims nothing more yet: it asks for a day, in few words."""
    mild = message.claims != "claimed" and not message.warn_court
    return message.kind == "email" and message.decision.channel == "email" and mild


def _word(stem: str, said: Fields, own: Templates) -> bytes:
    name = f"{stem}.docx"
    return load_word(name, template_content(name, own)).render(said)


def template_content(name: str, own: Templates) -> bytes:
    """Return the user's template of a name, else the shipped one.

    Raises:
        TemplateFaultError: the user's can't be read, because Word has it open.
    """
    content = own.get(name, b"")
    if content is None:
        raise TemplateFaultError(file=name, paragraph=0, field="", reason="locked")
    return content if name in own else shipped(name)


def _mail(message: Message, stem: str, said: Fields, own: Templates) -> bytes:
    creditor, reached = message.creditor, message.addressed
    text, html = _bodies(stem, said, own, tongue_of(message).locale)
    to = next(filter(None, (message.contact.email, reached.payables.email, *reached.emails)), "")
    return write(
        Draft(
            sender_name=str(said["expediteur_nom"]),
            sender=creditor.email.strip(),
            to_name=message.contact.name or reached.name,
            to=to.strip(),
            subject=subject(tongue_of(message), creditor.name, message.decision.debtor.code),
            text=text,
            html=html,
            files=message.attachment_contents,
        )
    )


def _bodies(stem: str, said: Fields, own: Templates, locale: str) -> tuple[str, str]:
    """Return plain text and HTML; of two of which the user rewrote one, the other is made of it.

    Raises:
        TemplateFaultError: a template has a fault, or the two say different things.
    """
    names = [f"{stem}.txt", f"{stem}.html"]
    bodies = {
        name: load_text(name, template_content(name, own)).render(said)
        for name in rewritten(stem, own) or names
    }
    for finding in check_bodies(stem, own):
        raise TemplateFaultError(**finding.facts)
    text, page = (bodies.get(name, "") for name in names)
    text = BLANK_LINES.sub("\n\n", text).strip() + "\n" if text else text_of(page)
    return text, page or html_of(text, locale)
