"""In which language a document is written."""

from ..core.records import Message
from ..wording.tongues import FRENCH, Tongue, tongue

FRENCH_ALONE = ("call_sheet", "statement", "thanks", "penalty_note", "plan", "settlement")


def tongue_of(message: Message) -> Tongue:
    """Return the language of who is written to; a call sheet is read by the caller, in French.

    So are the documents beside the policy, which have no words in another language yet.
    """
    if message.kind in FRENCH_ALONE:
        return FRENCH
    return tongue(message.addressed.language, message.creditor.language)
