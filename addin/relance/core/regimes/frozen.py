"""Frozen interest: all days bear the rate of the day on which interest began to run.

So a delay that began on record keeps its rate beyond the end of the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..index import FlatIndex, RateIndex
from ..money import to_millionths
from ..records import Segment
from .base import Piece
from .floating import Floating, segment, sum_of


@dataclass(frozen=True, kw_only=True, eq=False)
class Frozen(Floating):
    """One rate for the whole delay, that of its first day."""

    @property
    def index(self) -> RateIndex | FlatIndex | None:
        """None: the weight of a day depends on the day on which interest began."""
        return None

    def interest_cents(self, cents: int, first: date, last: date) -> int:
        """See `Regime.interest_cents`."""
        return self.interest_of(((cents, first, last),))

    def interest_of(self, pieces: Sequence[Piece]) -> int:
        """See `Regime.interest_of`: the first piece fixes the rate."""
        began = _began(pieces)
        return 0 if began is None else sum_of(pieces, FlatIndex(to_millionths(self.rate(began))))

    def segments_of(self, pieces: Sequence[Piece]) -> tuple[Segment, ...]:
        """See `Regime.segments_of`: one stretch a piece."""
        began = _began(pieces)
        if began is None:
            return ()
        (period,) = self.series.periods(began, began)
        return tuple(
            segment(cents, replace(period, first=first, last=last), self.law)
            for cents, first, last in pieces
            if cents > 0 and first <= last
        )


def _began(pieces: Sequence[Piece]) -> date | None:
    return next((first for cents, first, last in pieces if cents > 0 and first <= last), None)
