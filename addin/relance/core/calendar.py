"""Public holidays and worked days of France and Belgium, and of banks, computed for any year.

The list of holidays is data (`data/calendar.toml`); only Easter is computed. A country that is
not in the list has weekends and no holiday. The days on which the euro's banks move no money are
listed as a country's are.

>>> is_worked(date(2026, 11, 11), "BE")
False
>>> next_worked(date(2026, 11, 21), "FR")
datetime.date(2026, 11, 23)
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from ..data import tables
from .dated import ONE_DAY

SATURDAY = 5
TARGET = "TARGET"  # the system by which the euro's banks pay each other


@cache
def _definitions() -> Mapping[str, list[dict[str, str | int]]]:
    record = tables("calendar")
    return {country: entry["holidays"] for country, entry in record.items()}


@cache
def easter(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar.

    Source: the computus of Meeus, Jones and Butcher.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    moved = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moved + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int, country: str) -> tuple[date, ...]:
    """Return the public holidays of a year in order, () for a country that is not listed.

    Args:
        year: any year of the Gregorian calendar.
        country: "FR" or "BE"; `TARGET` for the days on which banks move no money.
    """
    days = {_day_of(entry, year) for entry in _definitions().get(country, ())}
    return tuple(sorted(days))


def _day_of(entry: Mapping[str, str | int], year: int) -> date:
    if "easter" in entry:
        return easter(year) + timedelta(days=int(entry["easter"]))
    return date.fromisoformat(f"{year:04}-{entry['day']}")


@cache
def _closed(year: int, countries: tuple[str, ...]) -> frozenset[date]:
    return frozenset(day for country in countries for day in holidays(year, country))


def is_worked(day: date, *countries: str) -> bool:
    """Tell whether a day is Monday to Friday and a holiday in none of the countries."""
    return day.weekday() < SATURDAY and day not in _closed(day.year, countries)


def next_worked(day: date, *countries: str) -> date:
    """Return the day itself when it is worked, else the next one that is."""
    while not is_worked(day, *countries):
        day += ONE_DAY
    return day


def bank_day(day: date, *countries: str) -> date:
    """Return the day itself when banks settle on it in euros, else the next one on which they do.

    Args:
        day: when a debit or a bill is due.
        countries: whose holidays put it off as well.

    >>> bank_day(date(2026, 11, 28)), bank_day(date(2026, 7, 14))
    (datetime.date(2026, 11, 30), datetime.date(2026, 7, 14))
    """
    return next_worked(day, TARGET, *countries)


def add_worked(day: date, n: int, *countries: str) -> date:
    """Return the n-th worked day after a day, which is not counted itself.

    Args:
        day: where the count starts; worked or not.
        n: worked days to count; 0 gives the day back, a negative number counts backwards.
        countries: whose holidays are left out, `TARGET` among them where banks count.
    """
    step = ONE_DAY if n > 0 else -ONE_DAY
    left = abs(n)
    while left:
        day += step
        left -= is_worked(day, *countries)
    return day
