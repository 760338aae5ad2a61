"""FR-B2C: a business claims from a consumer.

Legal rate ("autres cas": the column is the creditor's), from the day after the presentation of
the formal notice; never a fixed sum nor collection costs.

Source: Code civil, 1231-6 and 1344-1; Code des procédures civiles d'exécution, L111-8.
"""

from ..law import Rates
from .floating import Floating


def build(rates: Rates) -> Floating:
    """Return the regime under the user's rates."""
    series = rates.series("fr_legal_other", "FR-B2C")
    return Floating(code="FR-B2C", country="FR", series=series, consumer=True)
