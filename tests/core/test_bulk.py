"""Many rows at once: the same cents as one row at a time, whatever the rows hold."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance.core import bulk
from relance.core.errors import UnknownValueError
from relance.core.index import FlatIndex, RateIndex, contract_series, index_of
from relance.core.index import interest_cents as one_row
from relance.core.law import series
from relance.core.money import to_cents

START, END = date(2013, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
HOLES = "be_b2b_rate_before_2013"  # 2002 to 2012, four semesters unknown

Row = tuple[int, int, int]


def index_named(name: str) -> RateIndex | FlatIndex:
    return index_of(contract_series(Decimal("0.15")) if name == "contract" else series(name))


def by_one(index: RateIndex | FlatIndex, cents: int, first: int, last: int) -> int | None:
    try:
        return one_row(cents, index.weight(first, last))
    except UnknownValueError:
        return None


def at_once(index: RateIndex | FlatIndex, rows: list[Row]) -> list[int | None]:
    cents, first, last = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    found, bad = bulk.interest_cents(index, cents, first, last)
    assert not found[bad].any()
    return [None if unknown else value for value, unknown in zip(found.tolist(), bad, strict=True)]


@pytest.mark.parametrize("name", ["fr_b2b_rate", HOLES, "contract"])
@settings(max_examples=60)
@given(
    rows=st.lists(
        st.tuples(
            st.integers(-(10**6), 10**13),
            st.integers(START - 5000, END + 2000),
            st.integers(START - 5000, END + 2000),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_many_rows_give_the_same_cents_as_one_row_at_a_time(name: str, rows: list[Row]) -> None:
    index = index_named(name)
    assert at_once(index, rows) == [by_one(index, *row) for row in rows]


@pytest.mark.parametrize(
    "row",
    [
        (100_00, START, END),  # the whole record
        (100_00, START - 1, END),  # a day too early
        (100_00, START, END + 1),  # a day too late
        (100_00, END + 1, END + 1),
        (100_00, END + 9, END + 5),  # ends before it begins, outside
        (100_00, START - 9, START - 5),
        (100_00, START + 10, START + 9),  # paid on the due date
        (100_00, START + 10, START + 2),  # paid early
        (100_00, 1, START),  # from the beginning of the calendar
        (0, START, END),
        (-100_00, START, END),  # a credit note
        (1, END, END),
        (10**15, START, END),  # cents x weight does not fit 64 bits
        (9 * 10**17, END - 40, END),
    ],
)
def test_boundaries_are_those_of_one_row(row: Row) -> None:
    for name in ("fr_b2b_rate", "contract"):
        index = index_named(name)
        good = (365_00, END - 30, END)
        assert at_once(index, [good, row, good]) == [by_one(index, *r) for r in (good, row, good)]


def test_every_row_of_a_large_table_over_many_semesters_is_exact() -> None:
    random = np.random.default_rng(20261122)
    rows = 3 * bulk.CHUNK + 17
    cents = random.integers(1, 50_000_000, rows)
    first = random.integers(START, END - 1500, rows)
    last = first + random.integers(0, 1500, rows)
    index = index_named("fr_b2b_rate")
    found, bad = bulk.interest_cents(index, cents, first, last)
    assert not bad.any()
    columns = zip(cents.tolist(), first.tolist(), last.tolist(), strict=True)
    assert found.tolist() == [one_row(c, index.weight(*days)) for c, *days in columns]


def test_an_empty_table_has_no_interest() -> None:
    none = np.array([], np.int64)
    found, bad = bulk.interest_cents(index_named("fr_b2b_rate"), none, none, none)
    assert (found.tolist(), bad.tolist()) == ([], [])


def test_interest_that_does_not_fit_64_bits_is_never_wrapped() -> None:
    # 9 x 10^18 at 15 % for 3,000 days is over 10^19
    cents, first = np.array([9 * 10**18]), np.array([END - 3000])
    with pytest.raises(OverflowError):
        bulk.interest_cents(index_named("contract"), cents, first, np.array([END]))


def test_the_rows_are_left_as_they_were() -> None:
    cents, first, last = np.array([-5, 10**15]), np.array([START, START]), np.array([END, END])
    bulk.interest_cents(index_named("fr_b2b_rate"), cents, first, last)
    assert (cents.tolist(), first.tolist()) == ([-5, 10**15], [START, START])


# Floats and datetime64, as a spreadsheet or a data frame has them


@settings(max_examples=150)
@given(
    amount=st.one_of(
        st.floats(-1e6, 1e11, allow_nan=False),
        st.integers(0, 10**10).map(lambda n: n / 100),
        st.integers(0, 10**9).map(lambda n: n / 1000),  # half cents: 1.005
    )
)
def test_a_float_is_read_as_it_is_printed(amount: float) -> None:
    day = np.array(["2026-12-31"], "datetime64[D]")
    year = FlatIndex(365_000_000)  # one day bears the amount itself
    found, bad = bulk.interest(year, np.array([amount]), day, day)
    assert found.tolist() == [max(0, to_cents(Decimal(repr(amount))))]
    assert not bad.any()


def test_half_cents_go_away_from_zero_as_printed() -> None:
    # 1.005 is stored as 1.00499999999999989...; printed, it is a hundred cents and a half
    day = np.array(["2026-12-31"] * 3, "datetime64[D]")
    found, _ = bulk.interest(FlatIndex(365_000_000), np.array([1.005, 2.675, 0.125]), day, day)
    assert found.tolist() == [101, 268, 13]


@pytest.mark.parametrize("unit", ["D", "s", "ns"])
def test_days_of_any_unit_are_days(unit: str) -> None:
    first = np.array(["2026-12-01", "2026-07-01"], f"datetime64[{unit}]")
    last = np.array(["2026-12-31", "2026-07-01"], f"datetime64[{unit}]")
    found, bad = bulk.interest(
        index_named("fr_b2b_rate"), np.array([10_000.0, 3_650.0]), first, last
    )
    # 10,000 x 12.4 % x 31/365 = 105.3151; 3,650 x 12.4 % / 365 = 1.24
    assert (found.tolist(), bad.tolist()) == ([105_32, 1_24], [False, False])


def test_a_blank_amount_or_day_has_no_interest_and_is_marked() -> None:
    amounts = np.array([np.nan, 9e14, 9e14, 100.0, 3_650.0])
    first = np.array(
        ["2026-01-01", "NaT", "2026-01-01", "2026-12-31", "2026-07-01"], "datetime64[D]"
    )
    last = np.array(
        ["2026-01-02", "2026-01-02", "NaT", "2027-01-01", "2026-07-01"], "datetime64[D]"
    )
    for name, unknown in (("fr_b2b_rate", True), ("contract", False)):
        found, bad = bulk.interest(index_named(name), amounts, first, last)
        assert bad.tolist() == [True, True, True, unknown, False]
        assert found.tolist()[:3] == [0, 0, 0]


@pytest.mark.parametrize("amount", [np.inf, -np.inf, 1e15, -1e15, 1e300])
def test_a_number_that_is_no_amount_is_marked(amount: float) -> None:
    day = np.array(["2026-12-31"] * 2, "datetime64[D]")
    year = FlatIndex(365_000_000)
    found, bad = bulk.interest(year, np.array([amount, 999_999_999_999_999.0]), day, day)
    assert (found.tolist(), bad.tolist()) == ([0, 99_999_999_999_999_900], [True, False])
