"""BE-PUB: Belgian public buyers. Reminders only: their rate is not on record.

The user may give one on the sheet `Taux` (`be_pub_rate`). Source: none read.
"""

from ..law import Rates
from .floating import Floating


def build(rates: Rates) -> Floating:
    """Return the regime under the user's rates."""
    return Floating(code="BE-PUB", country="BE", series=rates.series("be_pub_rate", "BE-PUB"))
