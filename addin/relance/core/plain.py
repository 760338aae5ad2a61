"""Interest and fixed sum of one amount, one due date and one day: what a cell can know.

A cell knows neither payments nor what was sent; `core.claim` does, and is the one source of what
a letter claims.
"""

from datetime import date

from .dated import ONE_DAY
from .errors import BadArgumentError
from .regimes.base import Regime


def bearing_days(
    regime: Regime, cents: int, due: date | None, as_of: date,
    claim_from: date | None = None, claim_until: date | None = None,
) -> tuple[date, date] | None:  # fmt: skip
    """Return the first and last day that bear interest, None when none does.

    Args:
        regime: the law of the debt.
        cents: what is owed, in cents; 0 or less bears nothing.
        due: due date.
        as_of: the day asked for.
        claim_from: never before due + 1; a consumer bears nothing without it.
        claim_until: last day counted; never after `as_of`.

    Raises:
        BadArgumentError: something is owed and the due date is blank.
    """
    if cents <= 0:
        return None
    if due is None:
        raise BadArgumentError(argument="due_date", value="")
    if claim_from is None and regime.consumer:
        return None
    first = due + ONE_DAY
    if claim_from is not None and claim_from > first:
        first = claim_from
    last = as_of if claim_until is None or claim_until > as_of else claim_until
    return (first, last) if first <= last else None


def plain_interest(
    regime: Regime, cents: int, due: date | None, as_of: date,
    claim_from: date | None = None, claim_until: date | None = None,
) -> int:  # fmt: skip
    """Return late-payment interest in cents, rounded once; arguments as `bearing_days`.

    Raises:
        BadArgumentError: as `bearing_days`.
        UnknownValueError: a day without a known rate (facts: name, day).
    """
    days = bearing_days(regime, cents, due, as_of, claim_from, claim_until)
    return regime.interest_cents(cents, *days) if days else 0


def plain_fee(
    regime: Regime, cents: int, due: date | None, as_of: date, claim_from: date | None = None
) -> int:
    """Return the fixed sum in cents of an invoice paid late; a consumer's clause is assumed.

    Args:
        regime: the law of the debt.
        cents: what is owed, in cents; 0 or less bears nothing.
        due: due date; the sum is owed from the day after.
        as_of: the day asked for.
        claim_from: first day on which a consumer may owe it.

    Raises:
        BadArgumentError: something is owed and the due date is blank.
    """
    if cents <= 0:
        return 0
    if due is None:
        raise BadArgumentError(argument="due_date", value="")
    if as_of <= due or (regime.consumer and (claim_from is None or as_of < claim_from)):
        return 0
    return regime.fee_cents(cents, clause=True)
