"""Holidays of France and Belgium, and the days on which people work."""

from datetime import date, timedelta

import holidays as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.calendar import (
    TARGET,
    add_worked,
    bank_day,
    easter,
    holidays,
    is_worked,
    next_worked,
)

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
COUNTRIES = st.lists(st.sampled_from(["FR", "BE", "DE"]), max_size=2)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1900, "1900-04-15"),
        (1913, "1913-03-23"),  # the second earliest day there is
        (1943, "1943-04-25"),  # the latest
        (2000, "2000-04-23"),
        (2026, "2026-04-05"),
        (2038, "2038-04-25"),
        (2200, "2200-04-06"),
    ],
)
def test_easter_falls_on_its_sunday(year: int, sunday: str) -> None:
    assert easter(year) == date.fromisoformat(sunday)


def test_a_french_year_has_eleven_holidays() -> None:
    expected = "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"
    assert " ".join(f"{day:%m-%d}" for day in holidays(2026, "FR")) == expected


def test_a_belgian_year_has_ten_holidays() -> None:
    expected = "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25"
    assert " ".join(f"{day:%m-%d}" for day in holidays(2026, "BE")) == expected


def test_banks_move_no_money_on_six_days_of_a_year() -> None:
    # Easter 2026: 5 April
    expected = "01-01 04-03 04-06 05-01 12-25 12-26"
    assert " ".join(f"{day:%m-%d}" for day in holidays(2026, TARGET)) == expected


def test_the_days_of_banks_agree_with_the_holidays_package() -> None:
    for year in range(2002, 2041):  # 2001 had a day more
        assert set(holidays(year, TARGET)) == set(oracle.financial_holidays("ECB", years=year))


def test_two_holidays_on_one_day_are_listed_once() -> None:
    # 2008: Ascension fell on 1 May (Easter 23 March + 39 days).
    days = holidays(2008, "FR")
    assert len(days) == 10
    assert days.count(date(2008, 5, 1)) == 1


def test_a_country_that_is_not_listed_has_weekends_only() -> None:
    assert holidays(2026, "DE") == ()
    assert is_worked(date(2026, 12, 25), "DE")
    assert not is_worked(date(2026, 12, 26), "DE")


@pytest.mark.parametrize("country", ["FR", "BE"])
def test_weekday_holidays_agree_with_the_holidays_package(country: str) -> None:
    for year in range(2000, 2041):
        theirs = {day for day in oracle.country_holidays(country, years=year) if day.weekday() < 5}
        ours = {day for day in holidays(year, country) if day.weekday() < 5}
        # The package drops Whit Monday of 2005-2007, when it was the "journée de solidarité".
        kept = {easter(year) + timedelta(days=50)} if 2005 <= year <= 2007 else set()
        assert ours - kept == theirs - kept, year


@pytest.mark.parametrize(
    ("day", "then"),
    [
        ("2026-11-28", "2026-11-30"),  # a Saturday
        ("2026-04-03", "2026-04-07"),  # Good Friday, a weekend, Easter Monday
        ("2026-12-25", "2026-12-28"),  # Christmas is a Friday, the 26th a Saturday
        ("2026-07-14", "2026-07-14"),  # a holiday in France, and banks settle
    ],
)
def test_a_bank_takes_what_is_due_on_its_next_day(day: str, then: str) -> None:
    assert bank_day(date.fromisoformat(day)) == date.fromisoformat(then)


def test_a_sunday_and_a_holiday_are_not_worked() -> None:
    assert not is_worked(date(2026, 11, 22), "FR")  # a Sunday
    assert not is_worked(date(2026, 11, 11), "FR")  # a Wednesday, Armistice
    assert is_worked(date(2026, 11, 23), "FR")


def test_the_holidays_of_each_country_named_are_left_out() -> None:
    assert is_worked(date(2026, 7, 14), "BE")
    assert not is_worked(date(2026, 7, 14), "BE", "FR")
    assert is_worked(date(2026, 7, 14))


def test_a_day_that_is_not_worked_moves_to_the_next_one() -> None:
    assert next_worked(date(2026, 11, 11), "FR") == date(2026, 11, 12)
    assert next_worked(date(2026, 11, 21), "FR") == date(2026, 11, 23)
    assert next_worked(date(2026, 11, 23), "FR") == date(2026, 11, 23)
    assert next_worked(date(2026, 12, 31), "FR") == date(2026, 12, 31)
    assert next_worked(date(2027, 1, 1), "FR") == date(2027, 1, 4)  # Friday 1, then a weekend


def test_worked_days_are_counted_from_the_day_after() -> None:
    # Posted Mon 9 Nov 2026: Tue 10, (Wed 11 holiday), Thu 12, Fri 13.
    assert add_worked(date(2026, 11, 9), 3, "BE") == date(2026, 11, 13)
    # Posted Fri 30 Oct 2026: Mon 2, Tue 3, Wed 4.
    assert add_worked(date(2026, 10, 30), 3, "BE") == date(2026, 11, 4)


def test_no_worked_day_to_count_gives_the_day_back() -> None:
    assert add_worked(date(2026, 11, 22), 0, "FR") == date(2026, 11, 22)


def test_worked_days_can_be_counted_backwards() -> None:
    assert add_worked(date(2026, 11, 13), -3, "BE") == date(2026, 11, 9)


@given(DAYS, COUNTRIES)
def test_the_next_worked_day_is_worked_and_within_a_week(day: date, countries: list[str]) -> None:
    found = next_worked(day, *countries)
    assert is_worked(found, *countries)
    assert timedelta(0) <= found - day <= timedelta(days=6)


@given(DAYS, st.integers(1, 30), COUNTRIES)
def test_counting_worked_days_forth_and_back_comes_home(
    day: date, n: int, countries: list[str]
) -> None:
    start = next_worked(day, *countries)
    assert add_worked(add_worked(start, n, *countries), -n, *countries) == start
