"""Exact money: half a cent goes away from zero, once."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.money import from_cents, round_cents, round_half_away, to_cents, to_millionths


@pytest.mark.parametrize(
    ("amount", "cents"),
    [
        ("12.345", 1235),  # half a cent, to the even neighbour it would be 1234
        ("12.3449", 1234),
        ("12.335", 1234),
        ("-12.345", -1235),
        ("-12.3449", -1234),
        ("0", 0),
    ],
)
def test_half_a_cent_goes_away_from_zero(amount: str, cents: int) -> None:
    assert to_cents(Decimal(amount)) == cents
    assert round_cents(Decimal(amount)) == from_cents(cents)


def test_cents_come_back_with_two_decimals() -> None:
    assert [str(from_cents(cents)) for cents in (0, 5, -5, 400000)] == [
        "0.00",
        "0.05",
        "-0.05",
        "4000.00",
    ]


def test_a_rate_is_a_whole_number_of_millionths() -> None:
    assert to_millionths(Decimal("0.124")) == 124000
    assert to_millionths(Decimal("0.0262005")) == 26201  # half a millionth goes up


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 10, 1), (4, 10, 0), (-5, 10, -1), (-4, 10, 0), (-15, 10, -2), (7, 1, 7), (-7, 1, -7)],
)
def test_a_quotient_is_rounded_half_away_from_zero(
    numerator: int, denominator: int, rounded: int
) -> None:
    assert round_half_away(numerator, denominator) == rounded


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**9))
def test_rounding_is_even_handed_and_never_more_than_half_away(n: int, d: int) -> None:
    assert round_half_away(-n, d) == -round_half_away(n, d)
    assert abs(2 * (round_half_away(n, d) * d - n)) <= d


@given(st.integers(-(10**15), 10**15))
def test_cents_survive_the_way_to_decimals_and_back(cents: int) -> None:
    assert to_cents(from_cents(cents)) == cents
