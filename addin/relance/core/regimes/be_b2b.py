"""BE-B2B: late payment between undertakings in Belgium.

ECB rate + 8 points rounded up to the next half point, each day at the rate of its semester, from
the day after the due date without notice; 40 euros an invoice.

Source: law of 2 August 2002, art. 5 and 6.
"""

from ..law import Rates, fact
from ..money import to_cents
from .floating import Floating


def build(rates: Rates) -> Floating:
    """Return the regime under the user's rates."""
    return Floating(
        code="BE-B2B",
        country="BE",
        series=rates.series("be_b2b_rate", "BE-B2B"),
        fee=to_cents(fact("be_recovery_fee").value),
    )
