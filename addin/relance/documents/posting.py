"""How a document leaves: by e-mail or by post, and the copies that go with it."""

from pathlib import PureWindowsPath

from ..core.beside import BESIDE_KINDS
from ..core.records import Debtor, Message

MAILS = ("email", "confirmation")
BY_POST = ("letter", "registered_letter")


def is_mail(message: Message) -> bool:
    """Tell whether a message is an e-mail: one goes by post at times, and a letter by e-mail."""
    if message.kind in BESIDE_KINDS:
        return message.decision.channel == "email"
    if message.kind in MAILS:
        return message.decision.channel not in BY_POST
    return message.kind == "letter" and message.decision.channel == "email"


def order_of_post(reached: Debtor, home: str) -> tuple[bool, str, str, str]:
    """Where letters to a debtor stand: the sender's country first, by postcode in each, by name."""
    country = reached.address.country or home
    return country != home, country, reached.address.postcode, reached.name or reached.code


def copied(message: Message) -> list[str]:
    """Return the invoices whose copy goes with it: to a letter a person adds those named."""
    named = {line.item.number: line.item.copy for line in message.decision.demanded}
    copies = {number: copy for number, copy in named.items() if copy}
    if not is_mail(message):
        return list(copies) if message.attachments else []
    present = {name for name, _ in message.attachment_contents}
    return [
        number
        for number, copy in copies.items()
        if copy in message.attachments and _file_name(copy) in present
    ]


def _file_name(path: str) -> str:
    return PureWindowsPath(path).name  # it knows both strokes
