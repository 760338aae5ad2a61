"""FR-PUB: a public buyer pays late.

ECB rate of the first day of the semester in which interest began to run + 8 points, frozen for
the whole delay; 40 euros.

Source: Code de la commande publique, L2192-13, R2192-31 and D2192-35.
"""

from ..law import Rates, fact
from ..money import to_cents
from .frozen import Frozen


def build(rates: Rates) -> Frozen:
    """Return the regime under the user's rates."""
    return Frozen(
        code="FR-PUB",
        country="FR",
        series=rates.series("fr_pub_rate", "FR-PUB"),
        fee=to_cents(fact("fr_recovery_fee").value),
    )
