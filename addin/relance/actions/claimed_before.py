"""The letter that has claimed interest or fixed sums of the same items before: said, not added."""

from collections.abc import Iterable
from dataclasses import replace

from ..core.history import DONE
from ..core.policy import Policy
from ..core.records import WRITTEN, Event, Message
from ..core.told import written_on


def with_claimed_on(bare: Message, policy: Policy, contacts: Iterable[Event]) -> Message:
    """Return a message with the day of the last one that claimed what it claims again.

    One that claimed for other items too is not named: what it claimed for them is not inside.

    Args:
        bare: the message; one that claims nothing beside the principal stays as it is.
        policy: the debtor's with all its steps: which claim.
        contacts: those with its reader.
    """
    lines = bare.decision.demanded
    if bare.claims != "claimed" or not any(one.claim.interest + one.claim.fee for one in lines):
        return bare
    numbers = {line.item.number for line in lines}
    days = [
        written_on(event)
        for event in contacts
        if policy.has_claimed(event.step) and event.channel in WRITTEN and event.outcome in DONE
        if event.day < bare.decision.as_of and numbers.issuperset(event.items)
    ]
    return replace(bare, claimed_on=max(days, default=None))
