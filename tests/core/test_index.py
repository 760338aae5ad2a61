"""Interest by running sums: each day its own rate, rounded once."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.dated import DatedSeries, Value
from relance.core.errors import UnknownValueError
from relance.core.index import (
    FlatIndex,
    RateIndex,
    contract_series,
    index_of,
    interest_cents,
)
from relance.core.law import series

# 3,650.00 at 10 % cost exactly 1.00 a day, at 20 % 2.00: expected values are read, not computed.
AMOUNT = 3_650_00


def demo(*values: tuple[str, str | None], until: str = "2025-12-31") -> DatedSeries:
    records = tuple(
        Value(
            date.fromisoformat(day),
            None if rate is None else Decimal(rate),
            "unknown" if rate is None else "verified",
            ("demo",),
        )
        for day, rate in values
    )
    return DatedSeries(
        "demo", "", "", "fraction a year", "semester", records, date.fromisoformat(until)
    )


TWO = index_of(demo(("2025-01-01", "0.10"), ("2025-07-01", "0.20")))


def owed(index: RateIndex | FlatIndex, first: str, last: str, cents: int = AMOUNT) -> int:
    days = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    return interest_cents(cents, index.weight(*days))


@pytest.mark.parametrize(
    ("first", "last", "cents"),
    [
        ("2025-07-01", "2025-06-30", 0),  # paid on the due date
        ("2025-07-01", "2025-06-02", 0),  # paid early
        ("2025-06-30", "2025-06-30", 1_00),  # the last day at 10 %
        ("2025-07-01", "2025-07-01", 2_00),  # the first day at 20 %
        ("2025-06-30", "2025-07-01", 3_00),  # one day on each side
        ("2025-01-01", "2025-12-31", 181_00 + 184 * 2_00),  # the whole record
    ],
)
def test_each_day_costs_its_own_rate(first: str, last: str, cents: int) -> None:
    assert owed(TWO, first, last) == cents


def test_29_february_is_a_day_like_any_other_and_the_year_has_365() -> None:
    leap = index_of(demo(("2024-01-01", "0.10"), ("2024-07-01", "0.10"), until="2024-12-31"))
    assert owed(leap, "2024-02-28", "2024-03-01") == 3_00
    assert owed(leap, "2024-01-01", "2024-12-31") == 366_00


@pytest.mark.parametrize(
    ("first", "last", "unknown"),
    [
        ("2024-12-31", "2025-01-05", "2024-12-31"),  # before the record
        ("2025-12-30", "2026-01-05", "2026-01-01"),  # after it
        ("2026-03-01", "2026-03-05", "2026-03-01"),  # all after it
        ("2020-03-01", "2020-03-05", "2020-03-01"),  # all before it
    ],
)
def test_the_first_day_that_nobody_knows_is_named(first: str, last: str, unknown: str) -> None:
    with pytest.raises(UnknownValueError) as refused:
        owed(TWO, first, last)
    assert refused.value.facts == {"name": "demo", "day": date.fromisoformat(unknown)}


def test_an_unknown_semester_stops_the_delays_that_touch_it_and_no_other() -> None:
    index = index_of(demo(("2024-07-01", "0.10"), ("2025-01-01", None), ("2025-07-01", "0.20")))
    assert owed(index, "2024-12-31", "2024-12-31") == 1_00
    assert owed(index, "2025-07-01", "2025-07-01") == 2_00
    with pytest.raises(UnknownValueError) as refused:
        owed(index, "2024-12-31", "2025-07-01")
    assert refused.value.facts["day"] == date(2025, 1, 1)
    with pytest.raises(UnknownValueError) as refused:
        owed(index, "2025-06-30", "2025-07-01")
    assert refused.value.facts["day"] == date(2025, 6, 30)


def test_a_series_that_nobody_knows_refuses_each_day() -> None:
    with pytest.raises(UnknownValueError):
        owed(index_of(series("be_pub_rate")), "2026-01-01", "2026-01-01")


@pytest.mark.parametrize(
    ("cents", "rounded"),
    [(182_50, 5), (182_49, 5), (164_25, 5), (164_24, 4), (1, 0), (0, 0), (-AMOUNT, 0)],
)
def test_interest_is_rounded_half_away_from_zero_and_amounts_of_0_or_less_bear_none(
    cents: int, rounded: int
) -> None:
    # one day at 10 %: cents / 3,650; 164.25 bears 4.5 cents exactly
    assert owed(TWO, "2025-06-30", "2025-06-30", cents) == rounded


def test_a_contracts_rate_has_no_end() -> None:
    index = index_of(contract_series(Decimal("0.10")))
    assert isinstance(index, FlatIndex)
    assert owed(index, "1950-01-01", "1950-01-02") == 2_00
    assert owed(index, "2090-01-02", "2090-01-01") == 0


def test_a_contracts_rate_is_taken_to_the_millionth() -> None:
    assert contract_series(Decimal("0.1234565")).on(date(2026, 1, 1)) == Decimal("0.123457")


def test_the_same_series_has_the_same_index() -> None:
    assert index_of(series("fr_b2b_rate")) is index_of(series("fr_b2b_rate"))


# Properties

DAYS = st.dates(date(2013, 1, 1), date(2026, 12, 31))


@given(cents=st.integers(1, 10**12), one=DAYS, other=DAYS)
def test_interest_is_the_sum_of_its_segments_rounded_once(
    cents: int, one: date, other: date
) -> None:
    first, last = min(one, other), max(one, other)
    rates = series("fr_b2b_rate")
    parts = [cents * p.amount * p.days / 365 for p in rates.periods(first, last)]
    exact = sum(parts, Decimal(0)).quantize(Decimal(1), ROUND_HALF_UP)
    weight = index_of(rates).weight(first.toordinal(), last.toordinal())
    assert interest_cents(cents, weight) == exact


@given(first=DAYS, days=st.integers(1, 300), more=st.integers(0, 300))
def test_a_delay_cut_in_two_weighs_the_same(first: date, days: int, more: int) -> None:
    index = index_of(contract_series(Decimal("0.124")))
    middle, last = first + timedelta(days), first + timedelta(days + more)
    whole = index.weight(first.toordinal(), last.toordinal())
    before = index.weight(first.toordinal(), middle.toordinal() - 1)
    assert before + index.weight(middle.toordinal(), last.toordinal()) == whole
