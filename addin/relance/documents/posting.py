"""How a document leaves: by e-mail or by post, and the copies that go with it."""

from pathlib import PureWindowsPath

from ..core.records import Message

BESIDE = ("statement", "thanks", "penalty_note", "plan", "settlement")  # the policy has none
MAILS = ("email", "confirmation")
BY_POST = ("letter", "registered_letter")


def is_mail(message: Message) -> bool:
    """Tell whether a message is an e-mail: one goes by post at times, and a letter by e-mail."""
    if message.kind in BESIDE:
        return message.decision.channel == "email"
    if message.kind in MAILS:
        return message.decision.channel not in BY_POST
    return message.kind == "letter" and message.decision.channel == "email"


def copied(message: Message) -> list[str]:
    """Return the invoices whose copy goes with it: to a letter a person adds those named."""
    present = {name for name, _ in message.attachment_contents}
    copies = {line.item.number: line.item.copy for line in message.decision.demanded}
    if not is_mail(message):
        return [number for number, copy in copies.items() if copy and message.attachments]
    return [number for number, copy in copies.items() if copy and _file_name(copy) in present]


def _file_name(path: str) -> str:
    return PureWindowsPath(path).name  # it knows both strokes
