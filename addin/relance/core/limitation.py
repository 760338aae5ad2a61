"""Limitation (prescription): the last day to sue.

It runs from completion of the service or delivery, not from the due date nor the invoice date
(Com. 26 février 2020, n° 18-25.036; Civ. 1re 19 mai 2021, n° 20-12.520). An acknowledgment by
the debtor, a part payment too, starts it anew; our own notice never does.

>>> last_day(date(2026, 3, 31), "FR-B2B")
datetime.date(2031, 3, 31)
"""

from datetime import date

from .errors import BadArgumentError, UnknownValueError
from .law import fact
from .law_file import Fact
from .months import add_months
from .regimes import get

NATURES: dict[str, tuple[str, ...]] = {
    "FR-B2B": ("business", "transport"),
    "FR-B2C": ("consumer", "transport"),
    "FR-PUB": ("public",),
    "BE-B2B": ("general", "periodic"),
    "BE-B2C": ("general", "periodic", "care", "goods"),
    "BE-PUB": ("general", "periodic"),
}
MONTHS_A_YEAR = 12


def last_day(
    performed_on: date, regime_code: str, acknowledged_on: date | None = None, nature: str = ""
) -> date:
    """Return the last day to sue: the same day number, some years later.

    Args:
        performed_on: day on which the service was completed or the goods delivered.
        regime_code: regime of the claim, e.g. "FR-B2B".
        acknowledged_on: last acknowledgment by the debtor, or their last part payment.
        nature: "transport" (FR); "general", "periodic", "care", "goods" (BE). Without it the
            shortest that the regime knows in Belgium: to be checked.

    Raises:
        UnknownRegimeError: no such regime.
        UnknownValueError: no limitation is on record for the regime (facts: name, day).
        BadArgumentError: the regime knows no such nature, the acknowledgment comes first, or the
            calendar ends before.
    """
    if acknowledged_on is not None and acknowledged_on < performed_on:
        raise BadArgumentError(argument="acknowledged_on", value=acknowledged_on)
    code = get(regime_code).code
    start = acknowledged_on or performed_on
    years = _period(code, nature, performed_on).whole
    try:
        if code == "FR-PUB":
            # Loi 68-1250, art. 1: from 1 January after the year of the right.
            return date(start.year + years, 12, 31)
        return add_months(start, years * MONTHS_A_YEAR)
    except ValueError as fault:
        raise BadArgumentError(argument="performed_on", value=performed_on) from fault


def _period(code: str, nature: str, day: date) -> Fact:
    natures = NATURES.get(code)
    if natures is None:
        raise UnknownValueError(name=f"limitation {code}", day=day)
    if nature and nature not in natures:
        raise BadArgumentError(argument="nature", value=nature)
    if nature:
        return _fact(code, nature)
    if code.startswith("BE"):
        return min((_fact(code, each) for each in natures), key=lambda period: period.value)
    return _fact(code, natures[0])


def _fact(code: str, nature: str) -> Fact:
    return fact(f"{code[:2].lower()}_limitation_{nature}_years")
