"""BE-B2C: a Belgian consumer, after the free first reminder and its waiting period.

The reminder opens 14 days: day 1 is the third worked day after posting, or the day after an
e-mail. Then the contract's indemnity may be claimed up to its tier, and interest: the civil legal
rate, or the contract's rate up to that of BE-B2B. An SME may date interest from the day after the
reminder, once the 14 days are over.

Source: Code de droit économique, art. XIX.2 and XIX.4 (law of 4 May 2023).
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from ..calendar import add_worked
from ..dated import DatedSeries, Value
from ..errors import BadArgumentError
from ..index import contract_series
from ..law import Rates, fact, tiers
from ..records import SPOKEN
from .floating import Floating

if TYPE_CHECKING:
    from typing import Self


@dataclass(frozen=True, kw_only=True, eq=False)
class BeB2C(Floating):
    """Floating, with a waiting period and two caps."""

    cap: DatedSeries  # no contract may give more

    def fee_cents(self, cents: int, clause: bool) -> int:
        """Return the highest indemnity of the tier; 0 for ever without a clause."""
        return super().fee_cents(cents, clause) if clause else 0

    def claim_from(self, sent_on: date, channel: str, is_sme: bool = False) -> date | None:
        """Return the first day that bears interest after a first reminder.

        For an SME it lies before `fee_from`, and nothing may be claimed before that day.

        Raises:
            BadArgumentError: a call or a visit is not a reminder (facts: argument, value).
        """
        waited = self.fee_from(sent_on, channel)
        return sent_on + _days("be_b2c_sme_interest_days") if is_sme else waited

    def fee_from(self, sent_on: date, channel: str) -> date:
        """Return the day after the 14 days that a first reminder opens.

        Raises:
            BadArgumentError: a call or a visit is not a reminder (facts: argument, value).
        """
        if channel in SPOKEN:
            raise BadArgumentError(argument="channel", value=channel)
        if channel == "email":
            day_one = sent_on + _days("be_b2c_email_days")
        else:
            day_one = add_worked(sent_on, fact("be_b2c_post_worked_days").whole, self.country)
        return day_one + _days("be_b2c_wait_days")

    def with_rate(self, rate: Decimal) -> "Self":
        """Return the regime at the contract's rate, each day at most the rate of BE-B2B."""
        return replace(self, series=_capped(rate, self.cap))


@lru_cache(maxsize=256)
def _capped(rate: Decimal, cap: DatedSeries) -> DatedSeries:
    contract = contract_series(rate).values[0]
    return replace(cap, values=tuple(_lower(value, contract) for value in cap.values))


def _lower(cap: Value, contract: Value) -> Value:
    if cap.amount is None or contract.amount is None or cap.amount <= contract.amount:
        return cap
    return replace(cap, amount=contract.amount, status="user", sources=contract.sources)


def _days(name: str) -> timedelta:
    return timedelta(days=fact(name).whole)


def build(rates: Rates) -> BeB2C:
    """Return the regime under the user's rates."""
    return BeB2C(
        code="BE-B2C",
        country="BE",
        series=rates.series("be_legal_interest", "BE-B2C"),
        fee=tiers("be_b2c_indemnity"),
        consumer=True,
        cap=rates.series("be_b2b_rate", "BE-B2C"),
    )
