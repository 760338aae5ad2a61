"""Figures of whole columns of invoices: the rules of one row, over arrays.

Rows come as numbers and days, and a row that these can't tell answers None: what it lacks, or which
rate nobody knows, is for who asks that row alone. The arrays are those of `core.bulk`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from . import bulk
from .regimes.base import Regime

if TYPE_CHECKING:
    from .bulk import Days, Flags, Floats, Integers

WORTH_ARRAYS = 200  # rows from which arrays are quicker than a walk
NO_DAY = -(1 << 63)  # numpy's day that is none

Figures = list[int | None]  # cents, None for a row that arrays can't tell


class Rows(NamedTuple):
    """Invoices as arrays, one length for all; NaN and NaT stand for what a row lacks."""

    amounts: Floats  # in units of the currency
    due: Days
    as_of: Days
    claim_from: Days
    claim_until: Days

    def at(self, places: Sequence[int]) -> Rows:
        """Return the rows at some places, in order."""
        import numpy as np

        if len(places) == len(self.due):
            return self
        wanted = np.asarray(places, np.intp)
        amounts, *days = self
        return Rows(amounts[wanted], *(column[wanted] for column in days))


@cache
def has_arrays() -> bool:
    """Tell whether numpy (the extra `fast`) can be loaded."""
    try:
        import numpy  # noqa: F401
    except ImportError:
        return False
    return True


def rows(
    count: int,
    amounts: Sequence[float],
    due: Sequence[object],
    as_of: Sequence[object],
    claim_from: Sequence[object],
    claim_until: Sequence[object],
) -> Rows:
    """Return rows from lists; a list of one value serves every row.

    Args:
        count: how many rows.
        amounts: in units of the currency; NaN for a row that has none.
        due: due dates; what is no day is blank, here and below.
        as_of: days asked for.
        claim_from: first days that may bear interest.
        claim_until: last ones, counted.
    """
    import numpy as np

    numbers = np.broadcast_to(np.array(amounts, np.float64), count)
    days = [_days(column, count) for column in (due, as_of, claim_from, claim_until)]
    return Rows(numbers, *days)


def interest(regime: Regime, rows: Rows) -> Figures:
    """Return the interest of each row, as `Regime.interest_cents` of the days that bear it."""
    import numpy as np

    if regime.index is None:
        return [None] * len(rows.due)
    first, last = _bearing(rows)
    found, bad = bulk.interest(regime.index, rows.amounts, first, last)
    if regime.consumer:
        bad |= np.isnat(rows.claim_from)
    return _listed(found, bad)


def fee(regime: Regime, rows: Rows) -> Figures:
    """Return the fixed sum of each row, as `Regime.fee_cents` of those that are late."""
    import numpy as np

    cents, bad = bulk.cents_of(rows.amounts)
    late = rows.as_of > rows.due
    if regime.consumer:
        late &= rows.as_of >= rows.claim_from
    bad |= np.isnat(rows.due) | np.isnat(rows.as_of)
    fees = np.zeros(len(cents), np.int64)
    places = np.flatnonzero(late)
    fees[places] = [regime.fee_cents(owed, clause=True) for owed in cents[places].tolist()]
    return _listed(fees, bad)


def total(regime: Regime, rows: Rows) -> Figures:
    """Return the amount of each row with its interest and fixed sum."""
    cents, _ = bulk.cents_of(rows.amounts)
    parts = zip(cents.tolist(), interest(regime, rows), fee(regime, rows), strict=True)
    return [
        None if owed is None or fixed is None else amount + owed + fixed
        for amount, owed, fixed in parts
    ]


def _bearing(rows: Rows) -> tuple[Days, Days]:
    """First and last day that bear interest: never before due + 1 nor after the day asked for."""
    import numpy as np

    first = rows.due + 1
    first = np.where(rows.claim_from > first, rows.claim_from, first)
    return first, np.where(rows.claim_until < rows.as_of, rows.claim_until, rows.as_of)


def _days(values: Sequence[object], count: int) -> Days:
    import numpy as np

    counted = [
        value.toordinal() - bulk.EPOCH if isinstance(value, date) else NO_DAY for value in values
    ]
    return np.broadcast_to(np.array(counted, np.int64).view("datetime64[D]"), count)


def _listed(cents: Integers, bad: Flags) -> Figures:
    import numpy as np

    found: Figures = cents.tolist()
    for row in np.flatnonzero(bad).tolist():
        found[row] = None
    return found
