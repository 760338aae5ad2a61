"""The promises that the confirmation of a call writes down: noted since it, and still running.

An earlier promise has had a message of its own, and one whose day has passed is no agreement.
"""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal

from .agreed_money import left_of_promises
from .history import CONFIRMATION, History
from .policy import Policy
from .records import Case, Decision, Event, Promise
from .setting import Setting

# What may hold an item whose promise is confirmed: the promise, and money that may be on its way.
BESIDE_PROMISE = ("promised", "by_debit", "bank_data", "bank_data_unknown")


def made_in(call: Event, promises: Iterable[Promise], as_of: date) -> tuple[Promise, ...]:
    """Return the promises of a call that still run on a day.

    Args:
        call: the call that is confirmed.
        promises: those of the debtor.
        as_of: the day of the confirmation.
    """
    return tuple(
        one for one in promises if one.kept is None and call.day <= one.made_on <= as_of <= one.by
    )


def numbers_of(promises: Iterable[Promise], call: Event) -> frozenset[str]:
    """Return the numbers of the items that some promises are about; the call's when not told."""
    return frozenset(number for one in promises for number in one.items or call.items)


def shown(
    promises: Iterable[Promise], call: Event, demanded: Collection[str]
) -> tuple[Promise, ...]:
    """Return the promises that are about something that the confirmation lists."""
    return tuple(one for one in promises if numbers_of((one,), call) & set(demanded))


def promises_of(
    decision: Decision, case: Case, setting: Setting, policy: Policy, past: History
) -> tuple[tuple[Promise, ...], dict[Promise, Decimal]]:
    """Return what a message tells of promises, and what has come of those it counts on.

    All that was promised; in the confirmation of a call, what is to come of that call's promises.

    Args:
        decision: that of the message.
        case: who promised.
        setting: how far the bank data go.
        policy: the debtor's policy.
        past: the journal up to the day.
    """
    call = past.last_call_to_confirm()
    if decision.document != CONFIRMATION or call is None:
        return case.promises, {}
    numbers = [line.item.number for line in decision.demanded]
    left = left_of_promises(case, setting, policy, past, decision.as_of)
    made = made_in(call, case.promises, decision.as_of)
    waited = shown((one for one in made if left[one]), call, numbers)
    return waited, {one: one.amount - left[one] for one in waited}
