"""The law by date: series, facts and tiers of `data/law`, and the user's own rates over them.

A name begins with its country: `fr_b2b_rate` is in `law/fr.toml`. The sheet `Taux` is passed
around as one line of text (`TauxLocaux`), so that a cell, the agenda and a letter obey it alike:
entries joined by ";", each "series@day=fraction" or "confirm:name" (a fact, series or regime).

>>> series("fr_b2b_rate").on(date(2026, 7, 1))
Decimal('0.124')
>>> own = rates_from_text("fr_legal_other@2026-07-01=0.0275")
>>> own.series("fr_legal_other").on(date(2026, 12, 31))
Decimal('0.0275')
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache

from .. import data
from .dated import DatedSeries, Status, Value
from .errors import BadLawError
from .law_file import read
from .law_records import Country, Fact, Source, Tiers
from .money import MILLION, to_millionths

MILLIONTH = Decimal(1).scaleb(-6)
_REGIME_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]+)?")


@dataclass(frozen=True, slots=True)
class Rates:
    """The record with the user's own rates over it, equal when their text is.

    `values` are (series, first day, fraction a year); `confirmed` the facts, series and regimes
    "from memory" that the user has ticked.
    """

    text: str = ""
    values: tuple[tuple[str, date, Decimal], ...] = field(default=(), compare=False)
    confirmed: frozenset[str] = field(default=frozenset(), compare=False)

    def series(self, name: str, regime: str = "") -> DatedSeries:
        """Return a series as the user sees it; a confirmed regime confirms its series.

        Raises:
            BadLawError: there is no such series (facts: name, reason, day).
        """
        return _effective(name, self, regime in self.confirmed)


@dataclass(frozen=True, slots=True)
class RateRow:
    """One line of the sheet `Taux`; `rate` is a fraction a year, None while unknown."""

    series: str
    first: date
    rate: Decimal | None
    title: str = ""
    status: Status = "verified"
    source: str = ""
    confirmed: bool = False


def series(name: str) -> DatedSeries:
    """Return a series as recorded, e.g. `fr_legal_other`; raises BadLawError as `Rates.series`."""
    return rates_from_text("").series(name)


def fact(name: str) -> Fact:
    """Return one fact of law, e.g. `fr_recovery_fee` (40 euros).

    Raises:
        BadLawError: there is no such fact (facts: name, reason, day).
    """
    found = _country_of(name).facts.get(name)
    if found is None:
        raise BadLawError(name=name, reason="unknown_name", day=None)
    return found


def tiers(name: str) -> Tiers:
    """Return a sum of law by tiers, e.g. `be_b2c_indemnity`.

    Raises:
        BadLawError: there is no such table (facts: name, reason, day).
    """
    found = _country_of(name).tiers.get(name)
    if found is None:
        raise BadLawError(name=name, reason="unknown_name", day=None)
    return found


def sources(name: str, keys: Iterable[str]) -> tuple[Source, ...]:
    """Return the sources behind a value of `name`; a derived one also rests on its base's."""
    country = _country_of(name)
    known = dict(country.sources)
    if name in country.derived:
        known |= _country_of(country.derived[name].base).sources
    return tuple(known[key] for key in keys if key in known)


@lru_cache(maxsize=256)
def rates_from_text(text: str) -> Rates:
    """Read the one-line text of the sheet `Taux` ("" = the record as it is).

    Raises:
        BadLawError: an entry can't be read (facts: name = the entry, reason, day).
    """
    values: list[tuple[str, date, Decimal]] = []
    confirmed: set[str] = set()
    for entry in filter(None, (part.strip() for part in text.split(";"))):
        if entry.startswith("confirm:"):
            confirmed.add(_confirmable(entry.removeprefix("confirm:")))
        else:
            values.append(_own_value(entry))
    return Rates(text.strip(), tuple(sorted(values)), frozenset(confirmed))


def rates_to_text(rows: Iterable[RateRow], confirmed: Iterable[str] = ()) -> str:
    """Write the one-line text of the lines of `Taux` that say something else than the record.

    Args:
        rows: the sheet's lines; one without a rate says nothing, one with the rate on record
            only when that is from memory and the user has confirmed it.
        confirmed: names of facts and regimes "from memory" that the user has ticked.
    """
    entries = {
        f"{row.series}@{row.first.isoformat()}={_plain(row.rate)}"
        for row in rows
        if row.rate is not None and _says_more(row, row.rate)
    }
    return ";".join(sorted(entries) + [f"confirm:{name}" for name in sorted(set(confirmed))])


def rate_rows(names: Iterable[str], rates: Rates | None = None) -> tuple[RateRow, ...]:
    """Return the lines that the sheet `Taux` shows for some series, the user's own included."""
    found = ((rates or rates_from_text("")).series(name) for name in names)
    return tuple(_row(one, value) for one in found for value in one.values)


def _row(series_: DatedSeries, value: Value) -> RateRow:
    titles = "; ".join(source.title for source in sources(series_.name, value.sources))
    own = value.status == "user"
    return RateRow(
        series_.name, value.first, value.amount, series_.title, value.status, titles, own
    )


def _says_more(row: RateRow, rate: Decimal) -> bool:
    value = next((v for v in series(row.series).values if v.first == row.first), None)
    if value is None or value.amount is None or to_millionths(value.amount) != to_millionths(rate):
        return True
    return row.confirmed and not value.known


def _plain(rate: Decimal) -> str:
    return format(rate.quantize(MILLIONTH).normalize(), "f")


def _own_value(entry: str) -> tuple[str, date, Decimal]:
    name, _, rest = entry.partition("@")
    day, _, rate = rest.partition("=")
    try:
        first, fraction = date.fromisoformat(day), Decimal(rate)
    except (ValueError, InvalidOperation):
        raise BadLawError(name=entry, reason="entry", day=None) from None
    if not _is_series(name):
        raise BadLawError(name=name, reason="unknown_name", day=first)
    if not fraction.is_finite() or not 0 <= fraction < 1:
        raise BadLawError(name=name, reason="rate", day=first)
    return name, first, Decimal(to_millionths(fraction)) / MILLION


def _confirmable(name: str) -> str:
    if not _REGIME_CODE.fullmatch(name) and not _is_recorded(name):
        raise BadLawError(name=name, reason="unknown_name", day=None)
    return name


def _is_series(name: str) -> bool:
    country = _country(name[:2])
    return country is not None and (name in country.series or name in country.derived)


def _is_recorded(name: str) -> bool:
    country = _country(name[:2])
    return _is_series(name) or (
        country is not None and (name in country.facts or name in country.tiers)
    )


@cache
def _country(code: str) -> Country | None:
    return read(data.tables(f"law/{code}")) if code in data.names("law") else None


def _country_of(name: str) -> Country:
    country = _country(name[:2])
    if country is None:
        raise BadLawError(name=name, reason="unknown_name", day=None)
    return country


@lru_cache(maxsize=1024)
def _effective(name: str, rates: Rates, confirmed: bool) -> DatedSeries:
    country = _country_of(name)
    confirmed = confirmed or name in rates.confirmed
    if name in country.derived:
        rule = country.derived[name]
        found = rule.of(_effective(rule.base, rates, confirmed))
    elif name in country.series:
        found = country.series[name]
    else:
        raise BadLawError(name=name, reason="unknown_name", day=None)
    for _, day, rate in (own for own in rates.values if own[0] == name):
        found = found.with_value(day, rate)
    return found.confirmed() if confirmed else found
