"""Sentences of what tells an account: debits to come, statement, penalty note, posting slip."""

from datetime import date

from ..core.ageing import NOT_DUE, USUAL_LIMITS, bounds
from .amounts import NBSP
from .letters import days
from .tongues import Tongue


def collected(tongue: Tongue, invoice: str, amount: str, on: date | None, *, bill: bool) -> str:
    """Say that an invoice will be paid by a debit or a bill, and on which day."""
    accounts = tongue.accounts
    when = accounts.on_day.format(day=tongue.figures.long_day(on)) if on else accounts.on_due
    said = accounts.presented if bill else accounts.debited
    return said.format(amount=amount, invoice=invoice, when=when)


def situation(tongue: Tongue, days_overdue: int | None, *, disputed: bool) -> str:
    """Say where an item of a statement stands; None for one without a due date."""
    accounts = tongue.accounts
    if disputed:
        return accounts.disputed
    if days_overdue is None:
        return ""
    if days_overdue <= 0:
        return accounts.not_due
    return accounts.overdue.format(days=days(tongue, days_overdue))


def bucket_name(tongue: Tongue, index: int) -> str:
    """Return the name of an ageing bucket as a debtor reads it."""
    accounts = tongue.accounts
    if index == NOT_DUE:
        return accounts.bucket_not_due
    first, last = bounds(index, USUAL_LIMITS)
    if last is None:
        return accounts.bucket_beyond.format(last=first - 1)
    return accounts.bucket.format(first=first, last=last)


def without_vat(tongue: Tongue, regime: str) -> str:
    """Say why penalties bear no VAT, and that their note is no invoice."""
    article = tongue.accounts.belgian_vat if regime.startswith("BE-") else ""
    return tongue.accounts.without_vat.format(article=article)


def packets(count: int) -> str:
    """Return how many letters a posting slip lists."""
    return f"{count}{NBSP}pli{'s' if count > 1 else ''}"
