"""Values of law by date: what was in force on a day, and until when we know it.

Only first days are stored, and one `known_until`; a day that the record does not reach raises,
it is never guessed. A value from memory counts as unknown until the user has confirmed it.
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, get_args

from .errors import BadLawError, UnknownValueError

Status = Literal["verified", "derived", "from_memory", "unknown", "user"]
Step = Literal["semester", "year", "until changed"]

STATUSES: tuple[str, ...] = get_args(Status)
STEPS: tuple[str, ...] = get_args(Step)
ONE_DAY = timedelta(days=1)
OWN = "Taux"  # source of the user's own values: the sheet


def next_step(day: date, step: Step) -> date:
    """Return the first day of the semester or year after `day`'s ("until changed": semester)."""
    if step != "year" and day.month < 7:
        return date(day.year, 7, 1)
    return date(day.year + 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Value:
    """One value and its first day in force; `amount` is None while nobody knows it."""

    first: date
    amount: Decimal | None
    status: Status
    sources: tuple[str, ...]
    note: str = ""

    @property
    def known(self) -> bool:
        """Whether the value may be used: it has an amount and does not come from memory."""
        return self.amount is not None and self.status not in ("unknown", "from_memory")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days (both ends counted) at one value."""

    first: date
    last: date
    amount: Decimal
    value: Value

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, eq=False)
class DatedSeries:
    """Values by first day in force, recorded up to `known_until` included.

    `step` says how often the law gives a new value; the loader refuses a semester or a year
    left out. Compared by identity: a series is loaded once.
    """

    name: str
    title: str
    law: str
    unit: str
    step: Step
    values: tuple[Value, ...]
    known_until: date

    def at(self, day: date) -> Value:
        """Return the record in force on a day, known or not.

        Raises:
            UnknownValueError: the record does not reach that day (facts: name, day).
        """
        place = bisect_right(self.values, day, key=_first)
        if place == 0 or day > self.known_until:
            raise UnknownValueError(name=self.name, day=day)
        return self.values[place - 1]

    def on(self, day: date) -> Decimal:
        """Return the value in force on a day.

        Raises:
            UnknownValueError: nobody has recorded or confirmed it (facts: name, day).
        """
        value = self.at(day)
        if value.amount is None or not value.known:
            raise UnknownValueError(name=self.name, day=day)
        return value.amount

    def spans(self) -> Iterator[tuple[date, date, Value]]:
        """Yield each record with its first and last day, oldest first."""
        ends = [value.first - ONE_DAY for value in self.values[1:]] + [self.known_until]
        for value, last in zip(self.values, ends, strict=True):
            yield value.first, last, value

    def periods(self, first: date, last: date) -> tuple[Period, ...]:
        """Cut first..last (both counted) where the record changes; none when last < first.

        Raises:
            UnknownValueError: on the first day without a known value (facts: name, day).
        """
        periods: list[Period] = []
        day = first
        while day <= last:
            amount, value = self.on(day), self.at(day)
            end = min(last, self._last_day_of(value))
            periods.append(Period(day, end, amount, value))
            day = end + ONE_DAY
        return tuple(periods)

    @property
    def last_known(self) -> date | None:
        """The last day with a known value, None when there is none."""
        return max((last for _, last, value in self.spans() if value.known), default=None)

    def confirmed(self) -> "DatedSeries":
        """Return the series with its values from memory taken as the user's own."""
        values = (
            replace(value, status="user") if value.status == "from_memory" else value
            for value in self.values
        )
        return replace(self, values=tuple(values))

    def with_value(self, day: date, amount: Decimal) -> "DatedSeries":
        """Return the series with the user's own value from a day on.

        It holds until the next value on record; in a semester series for that semester only, and
        beyond the record to the end of its semester (in a yearly series, its year).
        """
        after = next_step(day, self.step)
        added = {value.first: value for value in self.values}
        if day > self.known_until:
            added[self.known_until + ONE_DAY] = _nobody_knows(self.known_until + ONE_DAY)
        later = min((first for first in added if first > day), default=after)
        if self.step != "until changed" and later > after:
            added[after] = _nobody_knows(after)
        added[day] = Value(day, amount, "user", (OWN,))
        values = tuple(added[first] for first in sorted(added))
        known_until = self.known_until if day <= self.known_until else after - ONE_DAY
        return replace(self, values=values, known_until=known_until)

    def _last_day_of(self, value: Value) -> date:
        place = bisect_right(self.values, value.first, key=_first)
        if place == len(self.values):
            return self.known_until
        return self.values[place].first - ONE_DAY


def check(series: DatedSeries) -> None:
    """Refuse a series that can't be trusted.

    Raises:
        BadLawError: not in order, no value, an end before its values, or a semester or year left
            out (facts: name, reason, day).
    """
    firsts = [value.first for value in series.values]
    if not firsts:
        raise BadLawError(name=series.name, reason="no_value", day=None)
    for earlier, later in itertools.pairwise(firsts):
        if later <= earlier:
            raise BadLawError(name=series.name, reason="unsorted", day=later)
    if series.known_until < firsts[-1]:
        raise BadLawError(name=series.name, reason="known_until", day=firsts[-1])
    if series.step != "until changed":
        _check_steps(series, set(firsts))


def _check_steps(series: DatedSeries, firsts: set[date]) -> None:
    day = next_step(series.values[0].first, series.step)
    while day <= series.known_until:
        if day not in firsts:
            raise BadLawError(name=series.name, reason="hole", day=day)
        day = next_step(day, series.step)


def _first(value: Value) -> date:
    return value.first


def _nobody_knows(day: date) -> Value:
    return Value(day, None, "unknown", (OWN,))
