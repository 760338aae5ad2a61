"""Months of the civil calendar.

>>> add_months(date(2026, 1, 31), 1)
datetime.date(2026, 2, 28)
"""

from calendar import monthrange
from datetime import date


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, n: int) -> date:
    """Return the same day number n months later, else the last day of that month.

    Source: Code de procédure civile, art. 641 (from memory).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))
