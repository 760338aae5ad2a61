"""In which language a document is written."""

from ..core.records import Message
from ..wording.tongues import FRENCH, Tongue, tongue


def tongue_of(message: Message) -> Tongue:
    """Return the language of who is written to; a call sheet is read by the caller, in French."""
    if message.kind == "call_sheet":
        return FRENCH
    return tongue(message.addressed.language, message.creditor.language)
