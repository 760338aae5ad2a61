"""LU-B2B: late payment between undertakings in Luxembourg.

ECB rate of the semester + 8 points, floating; 40 euros an invoice (from memory: the user ticks it
before a document rests on it).

Source: law of 18 April 2004, modified on 29 March 2013.
"""

from ..law import Rates, fact
from ..money import to_cents
from .floating import Floating

FEE = "lu_recovery_fee"


def build(rates: Rates) -> Floating:
    """Return the regime under the user's rates."""
    ticked = {FEE, "LU-B2B"} & rates.confirmed or fact(FEE).status != "from_memory"
    return Floating(
        code="LU-B2B",
        country="LU",
        series=rates.series("lu_b2b_rate", "LU-B2B"),
        fee=to_cents(fact(FEE).value),
        unconfirmed=() if ticked else (FEE,),
    )
