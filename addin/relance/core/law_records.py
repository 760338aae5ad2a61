"""Records of the law beside the dated series: sources, facts, tiers and derived series."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

from .dated import DatedSeries, Status, Value, check
from .errors import BadLawError
from .money import MILLION, round_half_away


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value was read: `tier` is official, official-mirror, law-text-mirror, ..."""

    key: str
    title: str
    tier: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of law and the day from which it holds."""

    name: str
    value: Decimal
    unit: str
    first: date
    status: Status
    sources: tuple[str, ...]
    law: str
    note: str = ""

    @property
    def whole(self) -> int:
        """The value as a whole number (days, years, ...)."""
        return int(self.value)


@dataclass(frozen=True, slots=True)
class Tier:
    """A fixed sum plus a share (a fraction) of what exceeds `over`, up to an amount."""

    up_to: int | None  # cents, counted; None for the last tier
    fixed: int  # cents
    over: int  # cents
    share: int  # millionths


@dataclass(frozen=True, slots=True)
class Tiers:
    """A sum of law that depends on the amount due, at most `cap` cents."""

    name: str
    rows: tuple[Tier, ...]
    cap: int | None
    unit: str
    first: date
    status: Status
    sources: tuple[str, ...]
    law: str
    note: str = ""

    def sum_for(self, cents: int) -> int:
        """Return the sum in cents for an amount in cents; 0 when nothing is due."""
        if cents <= 0:
            return 0
        row = next(row for row in self.rows if row.up_to is None or cents <= row.up_to)
        total = row.fixed + round_half_away((cents - row.over) * row.share, MILLION)
        return total if self.cap is None else min(total, self.cap)


@dataclass(frozen=True, slots=True)
class Derived:
    """A series that the law computes from another one: base + points, sometimes rounded up."""

    name: str
    title: str
    law: str
    unit: str
    base: str
    first: date
    points: tuple[Value, ...]
    round_up_to: Decimal | None
    published: Mapping[date, Value]

    def of(self, base: DatedSeries) -> DatedSeries:
        """Compute the series from its base.

        Raises:
            BadLawError: what was published differs from the formula (facts: name, reason, day).
        """
        days = {value.first for value in (*base.values, *self.points)} | {self.first}
        values = tuple(self._value(base, day) for day in sorted(days) if day >= self.first)
        series = DatedSeries(
            self.name, self.title, self.law, self.unit, base.step, values, base.known_until
        )
        check(series)
        return series

    def _value(self, base: DatedSeries, day: date) -> Value:
        reference = base.at(day)
        point = [value for value in self.points if value.first <= day][-1]
        sources = tuple(dict.fromkeys(point.sources + reference.sources))
        if reference.amount is None or point.amount is None:
            return Value(day, None, "unknown", sources, reference.note)
        amount = self._rounded(reference.amount + point.amount)
        status: Status = reference.status if not reference.known else "derived"
        if reference.status == "user":
            return Value(day, amount, "user", sources)
        return self._confirmed(Value(day, amount, status, sources, reference.note))

    def _rounded(self, amount: Decimal) -> Decimal:
        if self.round_up_to is None:
            return amount
        return (amount / self.round_up_to).to_integral_value(ROUND_CEILING) * self.round_up_to

    def _confirmed(self, computed: Value) -> Value:
        published = self.published.get(computed.first)
        if published is None:
            return computed
        if published.amount != computed.amount:
            raise BadLawError(name=self.name, reason="published", day=computed.first)
        sources = tuple(dict.fromkeys(published.sources + computed.sources))
        return replace(published, sources=sources)


@dataclass(frozen=True, slots=True)
class Country:
    """All that one file records."""

    sources: Mapping[str, Source]
    series: Mapping[str, DatedSeries]
    derived: Mapping[str, Derived]
    facts: Mapping[str, Fact]
    tiers: Mapping[str, Tiers]
