"""Fields of a call, for the sheet read before it and the confirmation written after it."""

from datetime import date
from decimal import Decimal

from ..core.records import Message, Promise
from ..wording import letters
from ..wording.labels import label
from ..wording.letters import CALL_RULES
from ..wording.tongues import Tongue
from .happened import happened
from .language import tongue_of
from .parties import contacts
from .payment import came, pending
from .tables import Row


def call(message: Message) -> Row:
    """Return the fields of a call: whom, what happened before, what was promised."""
    stale = message.bank_stale_since
    tongue = tongue_of(message)
    debtor = message.decision.debtor
    return {
        "appelant": message.creditor.caller,
        "demander": letters.ask_for(message.payer.name, debtor.name or debtor.code)
        if message.payer
        else "",
        "contacts": contacts(message),
        "banque_au": tongue.figures.long_day(stale)
        if stale and message.kind == "call_sheet"
        else "",
        "historique": happened(message),
        "promesses": [
            _promise(promise, came(message, promise), tongue)
            for promise in _shown_promises(message)
        ],
        "date_appel": tongue.figures.long_day(_last_call(message)),
        "regles_appel": CALL_RULES,
    }


def _shown_promises(message: Message) -> list[Promise]:
    """All of them before a call; only what was just promised in its confirmation."""
    return list(message.promises) if message.kind == "call_sheet" else pending(message)


def _promise(promise: Promise, received: Decimal, tongue: Tongue) -> Row:
    state = {None: "pending", True: "kept", False: "broken"}[promise.kept]
    return {
        "montant": tongue.figures.money(promise.amount, promise.currency),
        "recu": tongue.figures.money(received, promise.currency) if received else "",
        "reste": tongue.figures.money(promise.amount - received, promise.currency),
        "date": tongue.figures.long_day(promise.by),
        "faite_le": tongue.figures.long_day(promise.made_on),
        "etat": label("promise_state", state),
    }


def _last_call(message: Message) -> date:
    """The day of the last call, the message's own day when none is recorded."""
    days = [event.day for event in message.history if event.channel in ("phone", "visit")]
    return max(days, default=message.decision.as_of)
