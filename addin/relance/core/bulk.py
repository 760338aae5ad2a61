"""Interest of many rows at once, to the same cent as one row: the sums of `core.index` as arrays.

A row costs two look-ups in the running sums, a product and one division, in chunks that stay in
the processor's cache. numpy is used here alone and imported when first needed; without it
`interest_rows` walks the rows and answers the same.

Rows that end before they begin, and amounts of 0 or less, bear nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from .errors import UnknownValueError
from .index import UNKNOWN, YEAR, FlatIndex, RateIndex
from .index import interest_cents as interest_of_one
from .money import to_cents
from .regimes.base import Regime

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
WORTH_ARRAYS = 200  # rows from which arrays are quicker than a walk
SAFE = 1e12  # cents up to which a float times 100 is right to a thousandth of a cent
NEAR_HALF = 0.499  # how far rounding may move such a product and still be sure


def interest_cents(
    index: RateIndex | FlatIndex,
    cents: Integers,
    first: Integers,
    last: Integers,
    bad: Flags | None = None,
) -> Integers:
    """Return the interest of each row in cents, rounded once, half away from zero.

    Args:
        index: a regime's running sums (`Regime.index`).
        cents: what bears interest.
        first: ordinal of the first day that bears interest.
        last: ordinal of the last one, counted.
        bad: when given, the rows that touch a day without a known rate are marked there and get
            0; all others are unmarked.

    Raises:
        UnknownValueError: such a row, when `bad` is not given (facts: name, day).
    """
    import numpy as np

    out = np.empty(len(cents), np.int64)
    marks = np.empty(len(cents), np.bool_) if bad is None else bad
    for rows in _chunks(len(cents)):
        _fill(out[rows], marks[rows], index, cents[rows], first[rows], last[rows])
    if bad is None and marks.any():
        row = int(marks.argmax())
        index.weight(int(first[row]), int(last[row]))  # raises, and names the day
    return out


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
        The interest, and the rows that have none because an amount or a day lacks or its rate is
        not known; these get 0.
    """
    import numpy as np

    out = np.empty(len(amounts), np.int64)
    bad = np.empty(len(amounts), np.bool_)
    for rows in _chunks(len(amounts)):
        cents, begins, ends = _cents(amounts[rows]), _ordinals(first[rows]), _ordinals(last[rows])
        _fill(out[rows], bad[rows], index, cents, begins, ends)
        blank = np.isnan(amounts[rows]) | np.isnat(first[rows]) | np.isnat(last[rows])
        if blank.any():
            bad[rows] |= blank
            out[rows][blank] = 0
    return out, bad


def interest_rows(
    regime: Regime, cents: Sequence[int], first: Sequence[int], last: Sequence[int]
) -> list[int | None]:
    """Return the interest of each row in cents, None for a row that touches an unknown day.

    Args:
        regime: the law of all rows.
        cents: what bears interest.
        first: ordinal of the first day that bears interest.
        last: ordinal of the last one, counted.
    """
    index = regime.index
    if index is None:
        return [_of_regime(regime, *row) for row in zip(cents, first, last, strict=True)]
    if len(cents) >= WORTH_ARRAYS and find_spec("numpy") is not None:
        with suppress(OverflowError):  # a sum of more cents than an int64 can take is walked
            return _of_arrays(index, cents, first, last)
    return [_of_index(index, *row) for row in zip(cents, first, last, strict=True)]


def _of_regime(regime: Regime, cents: int, first: int, last: int) -> int | None:
    try:
        return regime.interest_cents(cents, date.fromordinal(first), date.fromordinal(last))
    except UnknownValueError:
        return None


def _of_index(index: RateIndex | FlatIndex, cents: int, first: int, last: int) -> int | None:
    try:
        return interest_of_one(cents, index.weight(first, last))
    except UnknownValueError:
        return None


def _of_arrays(
    index: RateIndex | FlatIndex, cents: Sequence[int], first: Sequence[int], last: Sequence[int]
) -> list[int | None]:
    import numpy as np

    amounts, begins, ends = (np.array(column, np.int64) for column in (cents, first, last))
    bad = np.empty(len(amounts), np.bool_)
    found: list[int | None] = interest_cents(index, amounts, begins, ends, bad).tolist()
    for row in np.flatnonzero(bad).tolist():
        found[row] = None
    return found


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
    out += YEAR // 2
    np.floor_divide(out, YEAR, out=out)
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


def _cents(amounts: Floats) -> Integers:
    import numpy as np

    exact = amounts * 100
    rounded = np.floor(exact + 0.5)
    sure = np.abs(rounded - exact) < NEAR_HALF
    sure &= np.abs(exact) < SAFE
    for row in np.flatnonzero(~sure).tolist():
        rounded[row] = _cents_of(float(amounts[row]))
    return rounded.astype(np.int64)


def _cents_of(amount: float) -> int:
    return to_cents(Decimal(repr(amount))) if amount == amount else 0


def _ordinals(days: Days) -> Integers:
    """Return days as ordinals; a blank one is 0, before the calendar."""
    import numpy as np

    counted = days.astype("datetime64[D]", copy=False).view(np.int64)
    return np.maximum(counted, -EPOCH) + EPOCH
