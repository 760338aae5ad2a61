"""The sentence after a letter's opening that follows the case: facts and days, no reproach.

It never says what we think of the debtor, nor how they are ranked. The sentences are those of
each language (`tongues`).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from .tongues import Tongue
from .tongues.openings import CONCERNED


def opening(tongue: Tongue, code: str, facts: Mapping[str, object]) -> str:
    """Return what a message says of the one thing that is particular about its case.

    Args:
        tongue: the language.
        code: what `core.circumstances` found, e.g. `part_payment`.
        facts: its amount (in `currency`), its days and the `count` of its invoices; a `day` that
            is None is not known.
    """
    undated = "day" in facts and facts["day"] is None
    said = tongue.openings[f"{code}.no_day" if undated else code]
    currency = str(facts.get("currency", "EUR"))
    shown = {name: _shown(tongue, one, currency) for name, one in facts.items()}
    several, one = CONCERNED[tongue.code]
    return said.format_map(shown | {"concerned": one if facts.get("count") == 1 else several})


def _shown(tongue: Tongue, value: object, currency: str) -> str:
    if isinstance(value, date):
        return tongue.figures.long_day(value)
    return tongue.figures.money(value, currency) if isinstance(value, Decimal) else str(value)
