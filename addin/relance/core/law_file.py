"""Read one country's TOML of `data/law` into records, and refuse what can't be trusted.

A file has five kinds of tables: `sources`; `series` (values by first day); `derived` (a series
computed from another one plus points, checked against what was published); `facts` (one value);
`tiers` (a sum that depends on the amount). Each value has a unit, a status and its sources.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from typing import cast

from .dated import STATUSES, STEPS, DatedSeries, Status, Step, Value, check
from .errors import BadLawError
from .money import MILLION, round_half_away, to_cents

Table = Mapping[str, object]


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


def read(text: str) -> Country:
    """Read the text of a country's file.

    Raises:
        BadLawError: a value without unit, status, source or date, a series with a hole, not in
            order or without end (facts: name, reason, day).
    """
    tables = tomllib.loads(text)
    sources = {key: _source(key, table) for key, table in tables.get("sources", {}).items()}
    return Country(
        sources,
        {name: _series(name, t, sources) for name, t in tables.get("series", {}).items()},
        {name: _derived(name, t, sources) for name, t in tables.get("derived", {}).items()},
        {name: _fact(name, t, sources) for name, t in tables.get("facts", {}).items()},
        {name: _tiers(name, t, sources) for name, t in tables.get("tiers", {}).items()},
    )


def _source(key: str, table: Table) -> Source:
    title, tier = _text(key, table, "title"), _text(key, table, "tier")
    return Source(key, title, tier, str(table.get("url", "")), str(table.get("note", "")))


def _series(name: str, table: Table, known: Mapping[str, Source]) -> DatedSeries:
    step = _text(name, table, "step")
    if step not in STEPS:
        raise BadLawError(name=name, reason="step", day=None)
    series = DatedSeries(
        name,
        _text(name, table, "title"),
        _text(name, table, "law"),
        _text(name, table, "unit"),
        cast(Step, step),
        _values(name, table.get("values"), known),
        _day(name, table, "known_until"),
    )
    check(series)
    return series


def _derived(name: str, table: Table, known: Mapping[str, Source]) -> Derived:
    published = _values(name, table.get("published", ()), known)
    return Derived(
        name,
        _text(name, table, "title"),
        _text(name, table, "law"),
        _text(name, table, "unit"),
        _text(name, table, "base"),
        _day(name, table, "from"),
        _values(name, table.get("points"), known),
        _number(name, table, "round_up_to") if "round_up_to" in table else None,
        {value.first: value for value in published},
    )


def _fact(name: str, table: Table, known: Mapping[str, Source]) -> Fact:
    value = _value(name, table, known)
    unit, law = _text(name, table, "unit"), _text(name, table, "law")
    if value.amount is None:
        raise BadLawError(name=name, reason="value", day=value.first)
    return Fact(name, value.amount, unit, value.first, value.status, value.sources, law, value.note)


def _tiers(name: str, table: Table, known: Mapping[str, Source]) -> Tiers:
    unit, law, first = _text(name, table, "unit"), _text(name, table, "law"), _day(name, table)
    rows = tuple(_tier(name, row) for row in cast(Sequence[Table], table.get("rows", ())))
    if not rows or rows[-1].up_to is not None or any(row.up_to is None for row in rows[:-1]):
        raise BadLawError(name=name, reason="tiers", day=first)
    cap = to_cents(_number(name, table, "cap")) if "cap" in table else None
    status, sources = _status(name, table, first), _sources(name, table, first, known)
    note = str(table.get("note", ""))
    return Tiers(name, rows, cap, unit, first, status, sources, law, note)


def _tier(name: str, row: Table) -> Tier:
    up_to = to_cents(_number(name, row, "up_to")) if "up_to" in row else None
    over = to_cents(_number(name, row, "over")) if "over" in row else 0
    share = int(_number(name, row, "share") * MILLION) if "share" in row else 0
    return Tier(up_to, to_cents(_number(name, row, "fixed")), over, share)


def _values(name: str, rows: object, known: Mapping[str, Source]) -> tuple[Value, ...]:
    return tuple(_value(name, row, known) for row in cast(Sequence[Table], rows or ()))


def _value(name: str, table: Table, known: Mapping[str, Source]) -> Value:
    first = _day(name, table)
    status, sources = _status(name, table, first), _sources(name, table, first, known)
    amount = None if table.get("unknown") is True else _number(name, table, "value", first)
    if (amount is None) != (status == "unknown"):
        raise BadLawError(name=name, reason="status", day=first)
    return Value(first, amount, status, sources, str(table.get("note", "")))


def _status(name: str, table: Table, day: date) -> Status:
    status = table.get("status")
    if status not in STATUSES or status == "user":
        raise BadLawError(name=name, reason="status", day=day)
    return cast(Status, status)


def _sources(name: str, table: Table, day: date, known: Mapping[str, Source]) -> tuple[str, ...]:
    keys = tuple(str(key) for key in cast(Sequence[object], table.get("sources", ())))
    if not keys or not set(keys) <= set(known):
        raise BadLawError(name=name, reason="sources", day=day)
    return keys


def _text(name: str, table: Table, key: str) -> str:
    text = table.get(key)
    if not isinstance(text, str) or not text:
        raise BadLawError(name=name, reason=key, day=None)
    return text


def _day(name: str, table: Table, key: str = "from") -> date:
    day = table.get(key)
    if not isinstance(day, date):
        raise BadLawError(name=name, reason=key, day=None)
    return day


def _number(name: str, table: Table, key: str, day: date | None = None) -> Decimal:
    try:
        number = Decimal(_text(name, table, key))
    except InvalidOperation:
        raise BadLawError(name=name, reason=key, day=day) from None
    if not number.is_finite():
        raise BadLawError(name=name, reason=key, day=day)
    return number
