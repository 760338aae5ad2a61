"""Floating interest: each day bears the rate in force on it. The common case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from ..dated import ONE_DAY, DatedSeries, Period, Status
from ..index import (
    CONTRACT,
    FlatIndex,
    Index,
    RateIndex,
    contract_series,
    index_of,
    interest_cents,
    over_a_year,
)
from ..law_records import Tiers
from ..money import from_cents, to_millionths
from ..records import Segment
from .base import Piece

if TYPE_CHECKING:
    from typing import Self

NO_FEE = 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Floating:
    """Each day bears the rate in force on it: the common case, and the base of the others."""

    code: str
    country: str
    series: DatedSeries
    fee: int | Tiers = NO_FEE  # cents, or a sum by tiers
    consumer: bool = False
    indicative: bool = False
    unconfirmed: tuple[str, ...] = ()

    @cached_property
    def weights(self) -> RateIndex | FlatIndex:
        """The weight of any stretch of days."""
        return index_of(self.series)

    @property
    def index(self) -> RateIndex | FlatIndex | None:
        """See `Regime.index`."""
        return self.weights

    @property
    def law(self) -> str:
        """See `Regime.law`."""
        return self.series.law

    @property
    def series_name(self) -> str:
        """See `Regime.series_name`."""
        return self.series.name

    @property
    def known_until(self) -> date | None:
        """See `Regime.known_until`."""
        return self.series.last_known

    @property
    def status(self) -> Status:
        """See `Regime.status`."""
        if self.unconfirmed:
            return "from_memory"
        statuses: set[Status] = {value.status for value in self.series.values if value.known}
        weakest: tuple[Status, ...] = ("user", "derived", "verified", "unknown")
        return next(status for status in weakest if status in statuses or status == "unknown")

    def rate(self, day: date) -> Decimal:
        """See `Regime.rate`."""
        return self.series.on(day)

    def interest_cents(self, cents: int, first: date, last: date) -> int:
        """See `Regime.interest_cents`."""
        return interest_cents(cents, self.weights.weight(first.toordinal(), last.toordinal()))

    def interest_of(self, pieces: Sequence[Piece]) -> int:
        """See `Regime.interest_of`."""
        return sum_of(pieces, self.weights)

    def segments(self, cents: int, first: date, last: date) -> tuple[Segment, ...]:
        """See `Regime.segments`."""
        return self.segments_of(((cents, first, last),))

    def segments_of(self, pieces: Sequence[Piece]) -> tuple[Segment, ...]:
        """See `Regime.segments_of`."""
        return tuple(
            segment(cents, period, self.law)
            for cents, first, last in pieces
            if cents > 0
            for period in self.series.periods(first, last)
        )

    def fee_cents(self, cents: int, clause: bool) -> int:
        """See `Regime.fee_cents`."""
        if isinstance(self.fee, Tiers):
            return self.fee.sum_for(cents)
        return self.fee if cents > 0 else 0

    def claim_from(self, sent_on: date, channel: str, is_sme: bool = False) -> date | None:
        """See `Regime.claim_from`: consumers bear interest from the day after the notice."""
        return sent_on + ONE_DAY if self.consumer else None

    def fee_from(self, sent_on: date, channel: str) -> date | None:
        """See `Regime.fee_from`."""
        return None

    def floor_rate(self, day: date) -> Decimal | None:
        """See `Regime.floor_rate`."""
        return None

    def with_rate(self, rate: Decimal) -> "Self":
        """See `Regime.with_rate`."""
        return replace(self, series=contract_series(rate))


def sum_of(pieces: Sequence[Piece], index: Index) -> int:
    """Return the interest of all pieces, rounded once."""
    owed = sum(
        max(cents, 0) * index.weight(first.toordinal(), last.toordinal())
        for cents, first, last in pieces
    )
    return over_a_year(owed)


def segment(cents: int, period: Period, law: str) -> Segment:
    """Return a stretch at one rate as it is shown, its interest rounded on its own.

    A contract's rate is no law's, though a law caps it.
    """
    law = "" if period.value.sources == CONTRACT else law
    weight = FlatIndex(to_millionths(period.amount)).weight(0, period.days - 1)
    return Segment(
        period.first,
        period.last,
        period.days,
        from_cents(cents),
        period.amount,
        from_cents(interest_cents(cents, weight)),
        f"{law} ({', '.join(period.value.sources)})".strip(),
    )
