"""In which language a document is written."""

from decimal import Decimal

from ..core.records import Decision, Message
from ..wording.in_words import amount_in_words
from ..wording.tongues import FRENCH, Tongue, tongue
from ..wording.typography import french

CALL_SHEET = "call_sheet"
PUBLIC_BUYER = "FR-PUB"


def tongue_of(message: Message) -> Tongue:
    """Return the language of who is written to.

    A call sheet is read by the caller, a claim by a French administration: both are in French.
    """
    if message.kind == CALL_SHEET or is_public_claim(message):
        return FRENCH
    return tongue(message.addressed.language, message.creditor.language)


def is_public_claim(message: Message) -> bool:
    """Tell whether a notice is a claim to the officer who orders a French buyer's payments."""
    if message.kind != "formal_notice" or message.consumer:
        return False
    return is_to_public_buyer(message.decision)


def is_to_public_buyer(decision: Decision) -> bool:
    """Tell whether all that is demanded, or held, is owed by a French public buyer."""
    lines = decision.demanded or decision.lines
    return {line.claim.regime for line in lines} == {PUBLIC_BUYER}


def written_out(message: Message, amount: Decimal, currency: str) -> str:
    """Return an amount in words, as in its reader's country; "" where that is no custom."""
    if not tongue_of(message).in_words:
        return ""
    reader = message.addressed.country or message.creditor.country
    return french(amount_in_words(amount, currency, reader))
