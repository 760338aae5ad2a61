"""Interest by running sums: one subtraction for any number of rate changes.

The rates of all days are added up once, in integer millionths. The weight of a stretch of days is
then `sums[last] - sums[first - 1]`, and its interest `cents x weight / 365,000,000`. Days are
ordinals (`date.toordinal()`), both ends counted. `core.bulk` runs the same sums over arrays.

>>> index = index_of(contract_series(Decimal("0.10")))
>>> monday = date(2026, 6, 1).toordinal()
>>> interest_cents(365_000, index.weight(monday, monday + 1))  # 3,650.00 at 10 %: 1.00 a day
200
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, Protocol, TypeVar

from .dated import DatedSeries, Value
from .errors import UnknownValueError
from .money import DAYS_A_YEAR, MILLION, to_millionths

if TYPE_CHECKING:
    from typing import Self

YEAR = DAYS_A_YEAR * MILLION  # a day at 100 % weighs a million
UNKNOWN = 1 << 44  # weight of a day without a known rate: more than all known days together

CONTRACT = ("contrat",)  # where a contract's rate comes from


class Counted(Protocol):
    """An integer, or an array of integers."""

    def __add__(self, other: int, /) -> "Self":
        """Add a number to each."""
        ...

    def __floordiv__(self, other: int, /) -> "Self":
        """Divide each by a number, rounded down."""
        ...


Whole = TypeVar("Whole", bound=Counted)


class Index(Protocol):
    """What interest needs to know of a rate: the weight of any stretch of days."""

    def weight(self, first: int, last: int) -> int:
        """Return the sum of the rates of the days first..last, in millionths; 0 if last < first.

        Raises:
            UnknownValueError: on the first day without a known rate (facts: name, day).
        """
        ...


@dataclass(frozen=True, eq=False)
class RateIndex:
    """Running sums of a series; the record is the days start..end."""

    series: DatedSeries

    @cached_property
    def start(self) -> int:
        """Ordinal of the first day on record."""
        return self.series.values[0].first.toordinal()

    @cached_property
    def end(self) -> int:
        """Ordinal of the last day on record."""
        return self.series.known_until.toordinal()

    @cached_property
    def sums(self) -> list[int]:
        """Weights of the days from `start` added up: sums[0] = 0, sums[n] = n days."""
        return list(accumulate(_daily(self.series), initial=0))

    def weight(self, first: int, last: int) -> int:
        """Return the weight of first..last; see `Index.weight`."""
        if last < first:
            return 0
        if first < self.start or last > self.end:
            raise self._unknown(first, last)
        weight = self.sums[last - self.start + 1] - self.sums[first - self.start]
        if weight >= UNKNOWN:
            raise self._unknown(first, last)
        return weight

    def _unknown(self, first: int, last: int) -> UnknownValueError:
        day = next(day for day in range(first, last + 1) if self._lacks(day))
        return UnknownValueError(name=self.series.name, day=date.fromordinal(day))

    def _lacks(self, day: int) -> bool:
        place = day - self.start
        outside = day < self.start or day > self.end
        return outside or self.sums[place + 1] - self.sums[place] >= UNKNOWN


@dataclass(frozen=True, slots=True)
class FlatIndex:
    """One rate for ever, in millionths: a contract's."""

    millionths: int

    def weight(self, first: int, last: int) -> int:
        """Return the weight of first..last; see `Index.weight`."""
        return max(0, last - first + 1) * self.millionths


@lru_cache(maxsize=512)
def index_of(series: DatedSeries) -> RateIndex | FlatIndex:
    """Return the index of a series, the same object for the same series."""
    value = series.values[0]
    if value.amount is not None and (value.first, series.known_until) == (date.min, date.max):
        return FlatIndex(to_millionths(value.amount))
    return RateIndex(series)


@lru_cache(maxsize=256)
def contract_series(rate: Decimal) -> DatedSeries:
    """Return a contract's flat rate (a fraction a year) as a series without end."""
    value = Value(date.min, Decimal(to_millionths(rate)) / MILLION, "user", CONTRACT)
    return DatedSeries(
        "contract_rate", "", "", "fraction a year", "until changed", (value,), date.max
    )


def interest_cents(cents: int, weight: int) -> int:
    """Return the interest on `cents` for a weight, half a cent up; none on 0 or less."""
    return over_a_year(cents * weight) if cents > 0 else 0


def over_a_year(owed: Whole) -> Whole:
    """Return cents x millionths, added up over days, as whole cents: half a cent up.

    The one place where interest is rounded, for a row and for `core.bulk` alike.

    Args:
        owed: 0 or more; an integer, or an array of them, whose place the answer takes.
    """
    owed += YEAR // 2  # YEAR is even
    owed //= YEAR
    return owed


def _daily(series: DatedSeries) -> Iterator[int]:
    for first, last, value in series.spans():
        yield from repeat(_weight(value), (last - first).days + 1)


def _weight(value: Value) -> int:
    if value.amount is None or not value.known:
        return UNKNOWN
    return to_millionths(value.amount)
