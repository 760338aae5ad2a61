"""Amounts, rates and days in French."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.parse import parse_amount, parse_date, parse_rate
from relance.wording.amounts import day, euros, long_day, money, number, percent


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1234.56", "1\u00a0234,56\u00a0€"),
        ("0", "0,00\u00a0€"),
        ("-0.001", "0,00\u00a0€"),  # no minus before a zero
        ("0.005", "0,01\u00a0€"),  # half away from zero
        ("-0.005", "-0,01\u00a0€"),
        ("1234567.8", "1\u00a0234\u00a0567,80\u00a0€"),
        ("999.995", "1\u00a0000,00\u00a0€"),
    ],
)
def test_euros_have_two_decimals_and_no_break_spaces(amount: str, text: str) -> None:
    assert euros(Decimal(amount)) == text


def test_other_currencies_show_their_code() -> None:
    assert money(Decimal("1234.5"), "USD") == "1\u00a0234,50\u00a0USD"


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        ("0.124", "12,4\u00a0%"),
        ("0.1", "10\u00a0%"),
        ("0.0262", "2,62\u00a0%"),
        ("0.120000", "12\u00a0%"),
        ("1", "100\u00a0%"),
        ("0", "0\u00a0%"),
        ("0.07875", "7,875\u00a0%"),
    ],
)
def test_a_rate_shows_no_needless_zero(rate: str, text: str) -> None:
    assert percent(Decimal(rate)) == text


def test_days_in_figures_and_in_words() -> None:
    assert day(date(2026, 1, 5)) == "05/01/2026"
    assert long_day(date(2026, 5, 1)) == "1er\u00a0mai\u00a02026"
    assert long_day(date(2026, 11, 30)) == "30\u00a0novembre\u00a02026"


def test_a_number_may_have_no_decimals() -> None:
    assert number(Decimal("1234.5"), 0) == "1\u00a0235"


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_what_is_written_reads_back(amount: Decimal) -> None:
    assert parse_amount(euros(amount)) == amount


@given(st.decimals(min_value=0, max_value=1, places=6))
def test_a_written_rate_reads_back(rate: Decimal) -> None:
    assert parse_rate(percent(rate)) == rate


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2061, 12, 31)))
def test_a_written_day_reads_back(value: date) -> None:
    assert parse_date(day(value)) == value
