"""Read one country's TOML of `data/law` into records, and refuse what can't be trusted.

A file has five kinds of tables: `sources`; `series` (values by first day); `derived` (a series
computed from another one plus points, checked against what was published); `facts` (one value);
`tiers` (a sum that depends on the amount). Each value has a unit, a status and its sources.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from .dated import STATUSES, STEPS, DatedSeries, Status, Step, Value, check
from .errors import BadLawError
from .law_records import Country, Derived, Fact, Source, Tier, Tiers
from .money import MILLION, to_cents

__all__ = ["Country", "Fact", "Source", "Tiers", "read"]

Table = Mapping[str, object]


def read(tables: Mapping[str, Any]) -> Country:
    """Read the tables of a country's file.

    Raises:
        BadLawError: a value without unit, status, source or date, a series with a hole, not in
            order or without end (facts: name, reason, day).
    """
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
