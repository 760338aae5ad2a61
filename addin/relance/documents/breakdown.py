"""The breakdown of interest: a row for each stretch of one rate, and what was paid of it."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ..core.findings import Reason
from ..core.money import ZERO
from ..core.records import Line, Segment
from ..wording.letter_rates import rate
from ..wording.letters import records
from ..wording.tongues import Tongue
from .item_names import item_name

Row = dict[str, object]


def breakdown(lines: Sequence[Line], currency: str, tongue: Tongue) -> Row:
    """Return how the interest of some items of one currency is counted."""
    segments = [(line, part) for line in lines for part in line.claim.segments]
    paid = _paid(lines)
    return {
        "decompte": [_row(line, part, tongue) for line, part in segments],
        "interets_regles": tongue.figures.money(-paid, currency) if paid > 0 else "",
        "sources": records(tongue, (part.source for _, part in segments)),
    }


def withheld_of(lines: Iterable[Line], code: str) -> Iterator[Reason]:
    """Yield the reasons of a kind for which less is claimed for some items."""
    return (one for line in lines for one in line.claim.withheld if one.code == code)


def _paid(lines: Iterable[Line]) -> Decimal:
    """What was paid of the interest that is counted: on notes, or before the principal.

    It is what the rows have more than their total.
    """
    known = [line for line in lines if line.claim.segments]
    noted = (one.facts.get("interest") for one in withheld_of(known, "paid_on_note"))
    before = sum((line.claim.principal - line.item.open for line in known), ZERO)
    return before + sum((one for one in noted if isinstance(one, Decimal)), ZERO)


def _row(line: Line, part: Segment, tongue: Tongue) -> Row:
    currency = line.item.currency
    day, money = tongue.figures.day, tongue.figures.money
    return {
        "numero": item_name(line.item, tongue),
        "du": day(part.first),
        "au": day(part.last),
        "jours": str(part.days),
        "base": money(part.principal, currency),
        "taux": rate(tongue, part.rate),
        "interets": money(part.interest, currency),
    }
