"""The interest kernel as it is called: columns of the functions and tables, items of the agenda.

Before a speed is told, every row is compared to the cent with sums of decimals.
"""

import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relance.core import bulk, regimes
from relance.core.index import YEAR, RateIndex
from relance.core.law import series

ROWS = 1_000_000
FEW = 2000  # rows asked one by one
TRIES = 15  # the best counts: the others met something else on the machine
LONGEST = 1500  # days of delay: up to nine semesters
DAY = timedelta(days=1)
LAW = "fr_b2b_rate"

Integers = NDArray[np.int64]


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
    parts = (cents * part.amount * part.days for part in series(LAW).periods(first, last))
    return (sum(parts, Decimal(0)) / 365).quantize(Decimal(1), ROUND_HALF_UP)


def wrong_rows(found: Integers, cents: Integers, first: Integers, last: Integers) -> int:
    """Count the rows that are not to the cent what the rates of their days, in decimals, make."""
    law, start = series(LAW), series(LAW).values[0].first
    days = (law.known_until - start).days + 1
    rates = list(accumulate((law.on(start + n * DAY) for n in range(days)), initial=Decimal(0)))
    origin, cent = start.toordinal(), Decimal(1)
    columns = (column.tolist() for column in (found, cents, first, last))
    return sum(
        (amount * (rates[end - origin + 1] - rates[begin - origin]) / 365).quantize(
            cent, ROUND_HALF_UP
        )
        != owed
        for owed, amount, begin, end in zip(*columns, strict=True)
    )


def results() -> list[dict[str, Any]]:
    """Compare with whole-array numpy, with a flat rate, and with decimals row by row."""
    index = regimes.get("FR-B2B").index
    if not isinstance(index, RateIndex):
        return []
    random = np.random.default_rng(0)
    cents = random.integers(1, 50_000_000, ROWS)
    first = random.integers(index.start, index.end - LONGEST, ROWS)
    last = first + random.integers(0, LONGEST, ROWS)
    return [*of_columns(index, cents, first, last), *of_rows(cents, first, last)]


def of_columns(
    index: RateIndex, cents: Integers, first: Integers, last: Integers
) -> list[dict[str, Any]]:
    """Time the kernel of DUNNING_INTEREST, DUNNING_TOTAL and DUNNING_TABLE.

    Raises:
        ArithmeticError: a figure is not exact, and its speed says nothing.
    """
    sums = np.array(index.sums)
    amounts = cents / 100
    begin, end = ((days - bulk.EPOCH).astype("datetime64[D]") for days in (first, last))

    def whole_arrays() -> object:
        weight = sums[last - index.start + 1] - sums[first - index.start]
        return (cents * weight + YEAR // 2) // YEAR

    def flat_rate() -> object:
        return amounts * 0.124 * (end - begin).astype(np.int64) / 365

    for found, bad in (
        bulk.interest_cents(index, cents, first, last),
        bulk.interest(index, amounts, begin, end),
    ):
        wrong = wrong_rows(found, cents, first, last) + int(bad.sum())
        if wrong:
            raise ArithmeticError(f"{wrong} rows of {ROWS} are not exact")
    return [
        measure(
            "interest of columns, integers / whole arrays",
            speed(lambda: bulk.interest_cents(index, cents, first, last), ROWS),
            speed(whole_arrays, ROWS),
        ),
        measure(
            "interest of columns, floats and datetime64 / one flat rate, unrounded",
            speed(lambda: bulk.interest(index, amounts, begin, end), ROWS),
            speed(flat_rate, ROWS),
        ),
    ]


def of_rows(cents: Integers, first: Integers, last: Integers) -> list[dict[str, Any]]:
    """Time the same index one row at a time: a cell alone, an item of the agenda (`claim`)."""
    regime = regimes.get("FR-B2B")
    columns = (cents[:FEW].tolist(), first[:FEW].tolist(), last[:FEW].tolist())
    rows = [
        (amount, date.fromordinal(begin), date.fromordinal(end))
        for amount, begin, end in zip(*columns, strict=True)
    ]
    anchor = speed(lambda: [by_decimals(*row) for row in rows], FEW, 3)
    cell = speed(lambda: [regime.interest_cents(*row) for row in rows], FEW)
    item = speed(lambda: [regime.interest_of((row,)) for row in rows], FEW)
    return [
        measure("interest of one cell / decimals by stretch", cell, anchor),
        measure("interest of one item of the agenda / decimals by stretch", item, anchor),
    ]
