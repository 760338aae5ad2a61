"""Sentences of a statement's lines: where an item stands, and the buckets of its age."""

from datetime import date

from ..core.ageing import NOT_DUE, USUAL_LIMITS, bounds
from .letters import days
from .tongues import Tongue


def situation(
    tongue: Tongue, days_overdue: int | None, *, disputed: bool,
    taken: tuple[str, date | None] | None = None, put_off: date | None = None,
) -> str:  # fmt: skip
    """Say where an item of a statement stands; None for one without a due date.

    `taken` is how an item pays itself, `direct_debit` or `bill`, and on which day; `put_off` the
    day that was granted, from which the days count.
    """
    accounts = tongue.accounts
    if disputed:
        return accounts.disputed
    if taken and taken[1]:
        said = accounts.to_be_presented if taken[0] == "bill" else accounts.to_be_debited
        return said.format(day=tongue.figures.day(taken[1]))
    if days_overdue is None:
        return ""
    late = accounts.overdue.format(days=days(tongue, days_overdue)) if days_overdue > 0 else ""
    if put_off is None:
        return late or accounts.not_due
    granted = accounts.put_off.format(day=tongue.figures.day(put_off))
    return f"{granted}, {late}" if late else granted


def bucket_name(tongue: Tongue, index: int) -> str:
    """Return the name of an ageing bucket as a debtor reads it."""
    accounts = tongue.accounts
    if index == NOT_DUE:
        return accounts.bucket_not_due
    first, last = bounds(index, USUAL_LIMITS)
    if last is None:
        return accounts.bucket_beyond.format(last=first - 1)
    return accounts.bucket.format(first=first, last=last)
