"""The promises that the confirmation of a call writes down: noted since it, and still running.

An earlier promise has had a message of its own, and one whose day has passed is no agreement.
"""

from collections.abc import Collection, Iterable
from datetime import date

from .records import Event, Promise

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
