"""Days and serials of the 1900 date system, and formats of days."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.hosts.dates import from_serial, is_moment, shows_a_date, to_serial

MOMENTS = st.datetimes(datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("9999-12-31"))


@given(st.dates(date(1900, 1, 1)))
def test_every_day_comes_back(day: date) -> None:
    assert from_serial(float(to_serial(day))) == day


@given(MOMENTS)
def test_every_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    back = from_serial(float(to_serial(moment)))
    if not isinstance(back, datetime):
        assert isinstance(back, date)
        back = datetime.combine(back, datetime.min.time())
    assert abs(back - moment) <= timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (60, 60),  # 29 February 1900, which was not
        (61, date(1900, 3, 1)),
        (46022, date(2025, 12, 31)),
        (46022.999999999, date(2026, 1, 1)),  # under a millisecond before midnight
        (2958465, date(9999, 12, 31)),
        (2958465.999999999, 2958465.999999999),
        (2958466, 2958466),
        (0.5, 0.5),  # a bare time
        (-1, -1),
    ],
)
def test_the_edges_of_the_system(serial: float, day: object) -> None:
    assert from_serial(serial) == day


def test_days_before_1900_have_no_serial() -> None:
    with pytest.raises(ValueError, match="1899"):
        to_serial(date(1899, 12, 31))


def test_midnight_is_no_moment() -> None:
    assert not is_moment(datetime.fromisoformat("2026-01-01"))
    assert not is_moment(date(2026, 1, 1))
    assert is_moment(datetime.fromisoformat("2026-01-01T00:00:01"))
    assert to_serial(datetime.fromisoformat("2025-12-31T12:00+02:00")) == "46022.5"


@pytest.mark.parametrize(
    "code",
    ["dd/mm/yyyy", "[$-40C]d mmmm yyyy", "yyyy\\-mm\\-dd", "mmm", "d/m/yy h:mm", "DD/MM/YYYY;@"],
)
def test_formats_of_days(code: str) -> None:
    assert shows_a_date(code)


@pytest.mark.parametrize(
    "code",
    ["General", "0.00", '#,##0.00" d"', "h:mm", "mm:ss", "[h]:mm:ss", "[Red]0", "0\\d", "@", "_y0"],
)
def test_formats_of_anything_else(code: str) -> None:
    assert not shows_a_date(code)
