"""Which channel a step takes: its own, the opposite of the last, or what the debtor allows."""

from .addresses import valid_address
from .findings import Reason
from .history import History
from .policy import Step
from .records import SPOKEN, Address, Channel, Debtor, DocumentKind

DOCUMENT_OF: dict[str, DocumentKind] = {
    "email": "email",
    "letter": "letter",
    "registered_letter": "letter",
    "phone": "call_sheet",
    "visit": "call_sheet",
}


def choose(
    step: Step, debtor: Debtor, history: History, durable: bool = False
) -> tuple[Channel, DocumentKind, tuple[Reason, ...]]:
    """Return the channel, the document it needs, and why it is not the policy's own.

    Args:
        step: the step to be done.
        debtor: addresses, phone and preferred first channel.
        history: the last channel used.
        durable: the law wants writing (a Belgian consumer's first reminder).
    """
    wished = _wished(step, debtor, history, durable)
    channel, why = _returned(wished, step, debtor, history) or _reachable(wished, debtor)
    if channel == "registered_letter" and step.document == "formal_notice":
        return channel, "formal_notice", why
    if not channel:
        return "", "", why
    return channel, DOCUMENT_OF[channel], why


def _wished(step: Step, debtor: Debtor, history: History, durable: bool) -> Channel:
    if step.channel == "none":
        return ""
    if step.channel == "other":
        return "email" if history.last_channel in SPOKEN else "phone"
    if step.phase == 1 and debtor.first_channel and not history.contacts:
        if durable and debtor.first_channel in SPOKEN:
            return step.channel
        return debtor.first_channel
    return step.channel


def _returned(
    wished: Channel, step: Step, debtor: Debtor, history: History
) -> tuple[Channel, tuple[Reason, ...]] | None:
    """An e-mail that came back is followed by a letter, for that step only."""
    days = [
        event.day
        for event in history.events
        if (event.step, event.channel, event.outcome) == (step.code, "email", "bounced")
    ]
    if wished != "email" or not days or not has_address(debtor):
        return None
    return "letter", (Reason("email_returned", {"debtor": debtor.code, "day": days[-1]}),)


def _reachable(channel: Channel, debtor: Debtor) -> tuple[Channel, tuple[Reason, ...]]:
    """E-mail falls back on a letter; a call without a number stays one: the caller looks it up."""
    if channel == "phone" and not phones(debtor):
        return channel, (Reason("no_phone", {"debtor": debtor.code}),)
    if channel == "email" and not emails(debtor):
        return "letter", (Reason("no_email", {"debtor": debtor.code}),)
    return channel, ()


def emails(debtor: Debtor) -> tuple[str, ...]:
    """Return the e-mail addresses of a debtor, accounts payable first."""
    found = (debtor.payables.email, *debtor.emails)
    return tuple(address for address in found if valid_address(address.strip()))


def phones(debtor: Debtor) -> tuple[str, ...]:
    """Return the telephone numbers of a debtor, accounts payable first."""
    found = (debtor.payables.phone, debtor.phone, debtor.decision_maker.phone)
    return tuple(number for number in found if number.strip())


def has_address(debtor: Debtor) -> bool:
    """Tell whether a letter can be addressed."""
    return is_complete(debtor.address)


def is_complete(address: Address) -> bool:
    """Tell whether an address can be printed: a town at least, and a street or a post code."""
    return bool(address.city.strip() and (address.street.strip() or address.postcode.strip()))
