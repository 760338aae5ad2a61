"""The interest kernel: a million rows at once, and one row at a time."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np

from relance.core import bulk, regimes
from relance.core.index import YEAR, RateIndex
from relance.core.law import series

ROWS = 1_000_000
TRIES = 15  # the best counts: the others met something else on the machine
LONGEST = 1500  # days of delay: up to nine semesters
DAY = timedelta(days=1)


def speed(run: Callable[[], object], rows: int, tries: int = TRIES) -> float:
    """Return millions of rows a second, the best of some tries."""
    times = []
    for _ in range(tries):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return rows / min(times) / 1e6


def measure(name: str, ours: float, anchor: float) -> dict[str, Any]:
    return {
        "name": name, "ours": ours, "anchor": anchor, "ratio": ours / anchor, "unit": "M rows/s"
    }  # fmt: skip


def by_decimals(cents: int, first: date, last: date) -> Decimal:
    """Interest as a first version would count it: each stretch in decimals, rounded once."""
    parts = (cents * part.amount * part.days for part in series("fr_b2b_rate").periods(first, last))
    return (sum(parts, Decimal(0)) / 365).quantize(Decimal(1), ROUND_HALF_UP)


def results() -> list[dict[str, Any]]:
    """Compare with whole-array numpy, with a flat rate, and with decimals row by row."""
    regime = regimes.get("FR-B2B")
    index = regime.index
    if not isinstance(index, RateIndex):
        return []
    random = np.random.default_rng(0)
    cents = random.integers(1, 50_000_000, ROWS)
    first = random.integers(index.start, index.end - LONGEST, ROWS)
    last = first + random.integers(0, LONGEST, ROWS)
    sums = np.array(index.sums)

    def whole_arrays() -> object:
        weight = sums[last - index.start + 1] - sums[first - index.start]
        return (cents * weight + YEAR // 2) // YEAR

    def flat_rate() -> object:
        return amounts * 0.124 * (end - begin).astype(np.int64) / 365

    amounts = cents / 100
    begin, end = ((days - bulk.EPOCH).astype("datetime64[D]") for days in (first, last))
    few = range(2000)
    starts = [date.fromordinal(int(day)) for day in first[few]]
    ends = [date.fromordinal(int(day)) for day in last[few]]
    sums_due = [int(amount) for amount in cents[few]]

    def one_by_one(count: Callable[[int, date, date], object]) -> Callable[[], object]:
        return lambda: [count(*row) for row in zip(sums_due, starts, ends, strict=True)]

    return [
        measure(
            "interest, integers / whole arrays",
            speed(lambda: bulk.interest_cents(index, cents, first, last), ROWS),
            speed(whole_arrays, ROWS),
        ),
        measure(
            "interest, floats and datetime64 / one flat rate, unrounded",
            speed(lambda: bulk.interest(index, amounts, begin, end), ROWS),
            speed(flat_rate, ROWS),
        ),
        measure(
            "interest, one row / decimals by stretch",
            speed(one_by_one(regime.interest_cents), len(few)),
            speed(one_by_one(by_decimals), len(few), 3),
        ),
    ]
