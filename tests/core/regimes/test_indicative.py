"""Other countries: frozen, compounding, by tiers."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.errors import UnknownValueError
from relance.core.law import rates_from_text
from relance.core.regimes import get

UK, NL, CH = get("UK-B2B"), get("NL-B2B"), get("CH")


@pytest.mark.parametrize(
    ("code", "rate", "fee"),
    [
        ("DE-B2B", "0.1052", 40_00),
        ("DE-B2C", "0.0652", 0),
        ("NL-B2B", "0.104", 40_00),
        ("ES-B2B", "0.104", 40_00),
        ("IT-B2B", "0.104", 40_00),
        ("UK-B2B", "0.1175", 40_00),
        ("CH", "0.05", 0),
    ],
)
def test_rate_and_fixed_sum_in_the_second_semester_of_2026(code: str, rate: str, fee: int) -> None:
    assert get(code).rate(date(2026, 11, 22)) == Decimal(rate)
    assert get(code).fee_cents(100_00, clause=False) == fee


@pytest.mark.parametrize(
    ("cents", "pounds"),
    [(1, 40), (999_99, 40), (1_000_00, 70), (9_999_99, 70), (10_000_00, 100), (10**9, 100)],
)
def test_british_compensation_by_size_of_the_debt(cents: int, pounds: int) -> None:
    assert UK.fee_cents(cents, clause=False) == pounds * 100


def test_british_interest_is_frozen_at_its_first_day() -> None:
    # 36,500.00: 11.75 % from 31 December 2026 on, two days
    assert UK.interest_cents(3_650_000, date(2026, 12, 31), date(2027, 1, 1)) == 23_50
    # begun on 31 December 2025: 12.25 % for both days, although 11.75 % holds from 1 January
    assert UK.interest_cents(3_650_000, date(2025, 12, 31), date(2026, 1, 1)) == 24_50


def test_british_semesters_from_memory_wait_for_a_tick() -> None:
    day = date(2024, 7, 1)
    with pytest.raises(UnknownValueError):
        UK.interest_cents(3_650_000, day, day)
    ticked = get("UK-B2B", rates_from_text("confirm:UK-B2B"))
    assert ticked.interest_cents(3_650_000, day, day) == 13_25


def test_german_consumers_bear_interest_from_the_day_after_the_notice() -> None:
    assert get("DE-B2C").claim_from(date(2026, 5, 4), "letter") == date(2026, 5, 5)


# Interest on interest

FLAT = NL.with_rate(Decimal("0.10"))


def test_dutch_interest_bears_interest_after_each_full_year() -> None:
    # 10,000.00 at 10 %: 2025 1,000.00; then 11,000.00 at 10 % for 2026 1,100.00
    first = date(2025, 1, 1)
    assert FLAT.interest_cents(1_000_000, first, date(2025, 12, 31)) == 1_000_00
    assert FLAT.interest_cents(1_000_000, first, date(2026, 12, 31)) == 2_100_00
    # the first day of the second year: 11,000 x 10 % / 365 = 3.0137
    assert FLAT.interest_cents(1_000_000, first, date(2026, 1, 1)) == 1_003_01
    # 1,000 + 1,100 + 12,100 x 10 % = 1,210
    assert FLAT.interest_cents(1_000_000, first, date(2027, 12, 31)) == 3_310_00


def test_a_year_begun_on_29_february_is_full_on_28_february() -> None:
    # 3,650.00 at 10 %: 1.00 a day, 29 Feb 2024 .. 28 Feb 2025 = 366 days; then 4,016.00: 1.1003
    first = date(2024, 2, 29)
    assert FLAT.interest_cents(365_000, first, date(2025, 2, 28)) == 366_00
    assert FLAT.interest_cents(365_000, first, date(2025, 3, 1)) == 367_10


def test_the_stretches_show_the_grown_base() -> None:
    parts = FLAT.segments(1_000_000, date(2025, 1, 1), date(2026, 12, 31))
    assert [(part.principal, part.interest) for part in parts] == [
        (Decimal("10000.00"), Decimal("1000.00")),
        (Decimal("11000.00"), Decimal("1100.00")),
    ]


def test_a_part_payment_leaves_the_interest_of_the_year_before_in_the_base() -> None:
    # 2025 on 10,000: 1,000.00; 2026 on 4,000 + 1,000: 500.00
    pieces = [
        (1_000_000, date(2025, 1, 1), date(2025, 12, 31)),
        (400_000, date(2026, 1, 1), date(2026, 12, 31)),
    ]
    assert FLAT.interest_of(pieces) == 1_500_00


def test_a_payment_in_the_middle_of_a_year_does_not_begin_a_new_one() -> None:
    # 2025 on 10,000 to 30 June (181 days 495.89), on 6,000 after it (184 days 302.47): 798.3562;
    # then 6,798.3562 for a day at 10 %: 1.8626; all 800.2187
    pieces = [
        (1_000_000, date(2025, 1, 1), date(2025, 6, 30)),
        (600_000, date(2025, 7, 1), date(2026, 1, 1)),
    ]
    assert FLAT.interest_of(pieces) == 800_22


@given(cents=st.integers(1, 10**9), days=st.integers(0, 364))
def test_within_a_year_nothing_compounds(cents: int, days: int) -> None:
    first = date(2024, 3, 1)
    last = date.fromordinal(first.toordinal() + days)
    simple = get("ES-B2B").interest_cents(cents, first, last)  # the same rate, floating
    assert NL.interest_cents(cents, first, last) == simple


def test_switzerland_divides_by_365() -> None:
    # 10,000 x 5 % x 30/365 = 41.0959 (calculators that divide by 360 say 41.67)
    assert CH.interest_cents(1_000_000, date(2026, 3, 1), date(2026, 3, 30)) == 41_10
