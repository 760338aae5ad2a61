"""Interest of many rows at once, to the same cent as one row: the sums of `core.index` as arrays.

A row costs two look-ups in the running sums, a product and one division, in chunks that stay in
the processor's cache. numpy is imported when first needed. `core.columns` asks here for the
columns of a table; a row alone asks the index itself.

Rows that end before they begin, and amounts of 0 or less, bear nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from .index import UNKNOWN, YEAR, FlatIndex, RateIndex, over_a_year
from .index import interest_cents as interest_of_one
from .money import to_cents
from .parse import LIMIT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Days = NDArray[np.datetime64]
    Flags = NDArray[np.bool_]

CHUNK = 1 << 15  # rows: the arrays at work, eight bytes a row, fit a megabyte of cache
LARGEST = (1 << 63) - 1 - YEAR // 2  # largest cents x weight that an int64 can take
EPOCH = date(1970, 1, 1).toordinal()  # day 0 of numpy's calendar
SAFE = 1e12  # cents up to which a float times 100 is right to a thousandth of a cent
NEAR_HALF = 0.499  # how far rounding may move such a product and still be sure


def interest_cents(
    index: RateIndex | FlatIndex, cents: Integers, first: Integers, last: Integers
) -> tuple[Integers, Flags]:
    """Return the interest of each row in cents, rounded once, half away from zero.

    Args:
        index: a regime's running sums (`Regime.index`).
        cents: what bears interest.
        first: ordinal of the first day that bears interest.
        last: ordinal of the last one, counted.

    Returns:
        The interest, and the rows that touch a day without a known rate; these get 0.

    Raises:
        OverflowError: the interest of a row does not fit 64 bits.
    """
    import numpy as np

    out, bad = np.empty(len(cents), np.int64), np.empty(len(cents), np.bool_)
    for rows in _chunks(len(cents)):
        _fill(out[rows], bad[rows], index, cents[rows], first[rows], last[rows])
    return out, bad


def interest(
    index: RateIndex | FlatIndex, amounts: Floats, first: Days, last: Days
) -> tuple[Integers, Flags]:
    """Return the interest in cents of amounts as floats between days as `datetime64`.

    A float is read as it is printed: 1.005 is a hundred cents and a half, so 101.

    Args:
        index: a regime's running sums.
        amounts: in units of the currency.
        first: first day that bears interest.
        last: last one, counted.

    Returns:
        The interest, and the rows that have none because an amount or a day lacks, the amount is
        not below `parse.LIMIT`, or a rate is not known; these get 0.
    """
    import numpy as np

    out, bad = np.empty(len(amounts), np.int64), np.empty(len(amounts), np.bool_)
    for rows in _chunks(len(amounts)):
        cents, lacking = cents_of(amounts[rows])
        lacking |= np.isnat(first[rows]) | np.isnat(last[rows])
        cents[lacking] = 0
        found, unknown = interest_cents(index, cents, _ordinals(first[rows]), _ordinals(last[rows]))
        out[rows] = found
        np.logical_or(unknown, lacking, out=bad[rows])
    return out, bad


def _chunks(rows: int) -> Iterator[slice]:
    return (slice(start, start + CHUNK) for start in range(0, rows, CHUNK))


def _fill(
    out: Integers,
    bad: Flags,
    index: RateIndex | FlatIndex,
    cents: Integers,
    first: Integers,
    last: Integers,
) -> None:
    """Write the interest of one chunk (never empty) and mark its bad rows."""
    import numpy as np

    _weigh(out, index, first, last)
    if out.min() < 0:
        np.maximum(out, 0, out=out)
    bad[:] = False
    if out.max() >= UNKNOWN:
        np.greater_equal(out, UNKNOWN, out=bad)
        out[bad] = 0
        bad &= first <= last
    if cents.min() < 0:
        cents = np.maximum(cents, 0)
    sure = LARGEST // max(int(out.max()), 1)
    large = _exact(out, cents, np.flatnonzero(cents > sure)) if cents.max() > sure else {}
    out *= cents
    over_a_year(out)
    for row, exact in large.items():
        out[row] = exact


def _exact(weights: Integers, cents: Integers, rows: NDArray[np.intp]) -> dict[int, int]:
    """Compute the rows whose product does not fit an int64, and take them out of the way."""
    found = {row: interest_of_one(int(cents[row]), int(weights[row])) for row in rows.tolist()}
    weights[rows] = 0
    return found


def _weigh(out: Integers, index: RateIndex | FlatIndex, first: Integers, last: Integers) -> None:
    """Write the weight of each row; UNKNOWN or more for a row that touches an unknown day."""
    import numpy as np

    if isinstance(index, FlatIndex):
        np.subtract(last, first - 1, out=out)
        out *= index.millionths
        return
    before, through = _tables(index)
    np.take(through, last - (index.start - 1), out=out, mode="clip")
    out -= np.take(before, first - (index.start - 1), mode="clip")


@lru_cache(maxsize=64)
def _tables(index: RateIndex) -> tuple[Integers, Integers]:
    """Return the sums before each day and through each day, from the day before the record.

    That day and the one after the record are unknown, and stand for all days outside: `take`
    clips to them, so that every row outside weighs UNKNOWN.
    """
    import numpy as np

    inside = np.array(index.sums, np.int64) + UNKNOWN
    sums = np.concatenate(([0], inside, [inside[-1] + UNKNOWN]))
    return sums[:-1], sums[1:]


def cents_of(amounts: Floats) -> tuple[Integers, Flags]:
    """Return amounts in whole cents as they are printed, half away from zero.

    Returns:
        The cents, and the rows that hold no amount: blank, or not below `parse.LIMIT`; these get 0.
    """
    import numpy as np

    lacking = ~(np.abs(amounts) < LIMIT)
    if lacking.any():
        amounts = np.where(lacking, 0.0, amounts)
    exact = amounts * 100
    rounded = np.floor(exact + 0.5)
    sure = np.abs(rounded - exact) < NEAR_HALF
    sure &= np.abs(exact) < SAFE
    cents = rounded.astype(np.int64)
    for row in np.flatnonzero(~sure).tolist():
        cents[row] = to_cents(Decimal(repr(float(amounts[row]))))
    return cents, lacking


def _ordinals(days: Days) -> Integers:
    """Return days as ordinals; a blank one is 0, before the calendar."""
    import numpy as np

    counted = days.astype("datetime64[D]", copy=False).view(np.int64)
    return np.maximum(counted, -EPOCH) + EPOCH
