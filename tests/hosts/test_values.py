"""What a cell takes, and what a reader gets back."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.actions.book import Cell
from relance.hosts.values import LONGEST, UnwritableError, as_read, checked, length, number_text

DECIMALS = st.decimals(-(10**12), 10**12, places=4) | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1e250"), max_value=Decimal("1e250")
)


@given(DECIMALS)
def test_a_decimal_is_written_exactly(value: Decimal) -> None:
    assert Decimal(number_text(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_written_exactly(value: float) -> None:
    assert float(number_text(value)) == value


def test_excel_counts_a_character_beyond_the_first_plane_twice() -> None:
    assert length("é\U0001f600") == 3


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("x" * (LONGEST + 1), "text_too_long"),
        (date(1899, 12, 31), "date_before_1900"),
        (float("nan"), "bad_value"),
        (Decimal("-Infinity"), "bad_value"),
        (Decimal("sNaN"), "bad_value"),
        (b"octets", "bad_value"),
    ],
)
def test_what_no_cell_holds_is_refused(value: Cell, reason: str) -> None:
    with pytest.raises(UnwritableError, match=reason):
        checked(value)
    assert checked("x" * LONGEST) == "x" * LONGEST


@pytest.mark.parametrize(
    ("value", "back"),
    [
        ("", None),
        ("000123", "000123"),
        (True, True),
        (12.0, 12),
        (Decimal("1200.50"), 1200.5),
        (1e300, 1e300),
        (datetime.fromisoformat("2026-01-31"), date(2026, 1, 31)),
        (datetime.fromisoformat("2026-01-31T12:00"), datetime.fromisoformat("2026-01-31T12:00")),
    ],
)
def test_a_reader_gets_whole_numbers_and_days(value: Cell, back: Cell) -> None:
    assert as_read(value) == back
    assert type(as_read(value)) is type(back)
