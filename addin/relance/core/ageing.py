"""Days overdue and ageing buckets (tranches d'ancienneté).

>>> bucket(date(2026, 9, 30), date(2026, 11, 23))  # 54 days
2
"""

import itertools
from bisect import bisect_left
from datetime import date

from .errors import BadArgumentError
from .habits import section

NOT_DUE = 0
USUAL_LIMITS: tuple[int, ...] = tuple(section("ageing")["limits"])  # `limits` replaces them


def days_overdue(due: date, as_of: date, paid_on: date | None = None) -> int:
    """Return the days between the due date and the day that counts.

    Args:
        due: due date, or the extension when there is one.
        as_of: the day of the question.
        paid_on: day of the credit; it stops the count when it is not after `as_of`.

    Returns:
        Calendar days: 0 on the due date, negative before it.
    """
    last = as_of if paid_on is None else min(paid_on, as_of)
    return (last - due).days


def bucket(due: date, as_of: date, limits: tuple[int, ...] = USUAL_LIMITS) -> int:
    """Return the index of the ageing bucket: 0 not due, 1 up to the first limit, and so on.

    Args:
        due: due date, or the extension when there is one.
        as_of: the day of the question.
        limits: last day of each bucket but the open one, in days overdue, rising.

    Raises:
        BadArgumentError: the limits are not whole days that rise from 1.
    """
    check_limits(limits)
    days = days_overdue(due, as_of)
    return NOT_DUE if days <= 0 else bisect_left(limits, days) + 1


def bounds(index: int, limits: tuple[int, ...] = USUAL_LIMITS) -> tuple[int, int | None]:
    """Return the first and last day of a bucket; None for the end of the open one.

    Raises:
        BadArgumentError: there is no such bucket, or it is the one that is not due.
    """
    if not NOT_DUE < index <= len(limits) + 1:
        raise BadArgumentError(argument="bucket", value=index)
    first = limits[index - 2] + 1 if index > 1 else 1
    return first, limits[index - 1] if index <= len(limits) else None


def limits_from_text(text: str) -> tuple[int, ...]:
    """Read limits as a cell holds them, "30;60;90".

    Raises:
        BadArgumentError: they are not whole days that rise from 1.
    """
    parts = [part.strip() for part in text.replace(",", ";").split(";")]
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise BadArgumentError(argument="limits", value=text)
    limits = tuple(int(part) for part in parts)
    check_limits(limits)
    return limits


def check_limits(limits: tuple[int, ...]) -> None:
    """Refuse limits that do not rise from 1.

    Raises:
        BadArgumentError: they are empty, start below 1 or do not rise.
    """
    if not limits or limits[0] < 1 or any(a >= b for a, b in itertools.pairwise(limits)):
        raise BadArgumentError(argument="limits", value=";".join(map(str, limits)))
