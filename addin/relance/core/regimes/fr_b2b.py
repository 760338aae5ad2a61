"""FR-B2B: pénalités de retard between businesses.

ECB rate of the semester + 10 points, floating, from the day after the due date without any
reminder; 40 euros an invoice paid late. A contract may give another rate, not below the floor
of 3 times the legal rate: that floor never raises the default rate.

Source: Code de commerce, L441-10 II and D441-5; law 2012-387, art. 121 (lock by semester).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..dated import DatedSeries
from ..law import Rates, fact
from ..money import to_cents
from .floating import Floating


@dataclass(frozen=True, kw_only=True, eq=False)
class FrB2B(Floating):
    """Floating, with a floor for contractual rates."""

    legal: DatedSeries

    def floor_rate(self, day: date) -> Decimal | None:
        """Return 3 times the legal rate of the day ("autres cas").

        Raises:
            UnknownValueError: the legal rate of that semester is not on record.
        """
        return fact("fr_contract_floor_factor").value * self.legal.on(day)


def build(rates: Rates) -> FrB2B:
    """Return the regime under the user's rates."""
    return FrB2B(
        code="FR-B2B",
        country="FR",
        series=rates.series("fr_b2b_rate", "FR-B2B"),
        fee=to_cents(fact("fr_recovery_fee").value),
        legal=rates.series("fr_legal_other", "FR-B2B"),
    )
