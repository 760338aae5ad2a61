"""What a reminder to a Belgian consumer may cost, for supplies at regular intervals.

The first reminders of a calendar year are free; each further one costs at most a fixed sum plus
the postage in force. Source: Code de droit économique, art. XIX.2.

>>> str(max_reminder_fee(3, Decimal("1.80")))
'9.30'
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from .law import fact
from .money import ZERO, round_cents


def max_reminder_fee(reminders_before: int, postage: Decimal) -> Decimal:
    """Return the most that a reminder may cost, in euros.

    Args:
        reminders_before: unpaid instalments already reminded in the same calendar year.
        postage: postage in force, euros.
    """
    if reminders_before < fact("be_b2c_free_reminders").whole:
        return ZERO
    return round_cents(fact("be_b2c_reminder_max").value + postage)


def chargeable(unpaid: Iterable[date]) -> tuple[date, ...]:
    """Return the due dates of the unpaid instalments whose reminder may be charged.

    Args:
        unpaid: due dates of the unpaid instalments of one contract.
    """
    free = fact("be_b2c_free_reminders").whole
    seen: dict[int, int] = {}
    found = []
    for day in sorted(unpaid):
        seen[day.year] = seen.get(day.year, 0) + 1
        if seen[day.year] > free:
            found.append(day)
    return tuple(found)
