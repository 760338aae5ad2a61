"""Compounding interest: floating, and each full year its interest is added to the base."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..dated import ONE_DAY
from ..index import YEAR, FlatIndex, RateIndex
from ..money import round_half_away
from ..records import Segment
from .base import Piece
from .floating import Floating, segment


@dataclass(frozen=True, kw_only=True, eq=False)
class Compounding(Floating):
    """Interest bears interest from each anniversary of the first day."""

    @property
    def index(self) -> RateIndex | FlatIndex | None:
        """None: interest on interest does not add up day by day."""
        return None

    def interest_cents(self, cents: int, first: date, last: date) -> int:
        """See `Regime.interest_cents`."""
        return self.interest_of(((cents, first, last),))

    def interest_of(self, pieces: Sequence[Piece]) -> int:
        """See `Regime.interest_of`; exact until the one rounding."""
        owed = sum((base * weight for base, _, _, weight in self._grown(pieces)), Fraction(0))
        return round_half_away(owed.numerator, owed.denominator * YEAR)

    def segments_of(self, pieces: Sequence[Piece]) -> tuple[Segment, ...]:
        """See `Regime.segments_of`: the base shows the interest of the years before."""
        return tuple(
            segment(round_half_away(base.numerator, base.denominator), period, self.law)
            for base, first, last, _ in self._grown(pieces)
            for period in self.series.periods(first, last)
        )

    def _grown(self, pieces: Sequence[Piece]) -> Iterator[tuple[Fraction, date, date, int]]:
        """Yield base (cents), first, last and weight of stretches that end at anniversaries."""
        added = owed = Fraction(0)
        for cents, first, last, new_year in _cut(pieces):
            added = owed if new_year else added
            weight = self.weights.weight(first.toordinal(), last.toordinal())
            owed += (cents + added) * weight / YEAR
            yield cents + added, first, last, weight


def _cut(pieces: Sequence[Piece]) -> Iterator[tuple[int, date, date, bool]]:
    """Cut the pieces at each anniversary of the first day, and say where a year begins."""
    began, years = None, 0
    for cents, first, last in pieces:
        day = first
        while cents > 0 and day <= last:
            began = began or day
            elapsed = _full_years(began, day)
            end = min(last, _anniversary(began, elapsed + 1) - ONE_DAY)
            yield cents, day, end, elapsed > years
            years, day = elapsed, end + ONE_DAY


def _full_years(began: date, day: date) -> int:
    years = day.year - began.year
    return years if _anniversary(began, years) <= day else years - 1


def _anniversary(began: date, years: int) -> date:
    """Return the day on which a full year is over; 1 March for a 29 February."""
    try:
        return began.replace(year=began.year + years)
    except ValueError:
        return date(began.year + years, 3, 1)
