"""The rate and the sums of the creditor's contract, where the law lets a contract give them.

Between firms it replaces the rate of the law. In France a rate under the floor (3 times the legal
rate) stays as written and is reported: raising it silently would claim what nobody agreed on.
For Belgian consumers it holds with a clause only, up to the cap of the law. French consumers and
public buyers owe the rate of the law.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from .dated import next_step
from .errors import UnknownValueError
from .findings import Reason
from .law import Rates
from .meaning import BELGIAN_CONSUMER
from .money import from_cents, to_cents
from .records import Creditor
from .regimes import Regime, get


def agreed_rate(code: str, creditor: Creditor) -> Decimal | None:
    """Return the contract's rate for a regime, a fraction a year; None = the law's own rate."""
    rate = creditor.contract_rate
    if rate is None or rate < 0 or get(code).country != (creditor.country or "FR"):
        return None
    return rate if leaves_rate_to_contract(code) else None


def leaves_rate_to_contract(code: str) -> bool:
    """Tell whether the law of a regime lets a contract give the rate."""
    if code.endswith("-PUB"):
        return False
    return code == BELGIAN_CONSUMER or not get(code).consumer


def regime_of(code: str, rates: Rates | None, agreed: Decimal | None) -> Regime:
    """Return the regime of a code at the rate agreed, the same object for the same answer."""
    return get(code, rates) if agreed is None else _at(code, rates, agreed)


@lru_cache(maxsize=256)
def _at(code: str, rates: Rates | None, agreed: Decimal) -> Regime:
    return get(code, rates).with_rate(agreed)


def floor_reasons(
    code: str, rates: Rates | None, agreed: Decimal, first: date, last: date
) -> tuple[Reason, ...]:
    """Return why the rate agreed may not hold; each semester of the delay is tested.

    Args:
        code: code of the regime that applies.
        rates: the user's own rates; None for the record as it is.
        agreed: the contract's rate, a fraction a year.
        first: first day that bears interest.
        last: last day, not before `first`.

    Returns:
        `contract_rate_below_floor` (facts: rate, floor, day), `floor_unknown` (facts: name, day)
        when a semester has no legal rate on record, () when all is well.
    """
    return _tested(code, rates, agreed, _semester(first), _semester(last))


def _semester(day: date) -> date:
    return date(day.year, 7 if day.month > 6 else 1, 1)


@lru_cache(maxsize=1024)
def _tested(
    code: str, rates: Rates | None, agreed: Decimal, first: date, last: date
) -> tuple[Reason, ...]:
    unknown: tuple[Reason, ...] = ()
    while first <= last:
        try:
            floor = get(code, rates).floor_rate(first)
        except UnknownValueError as fault:
            unknown = unknown or (Reason("floor_unknown", fault.facts),)
        else:
            if floor is not None and agreed < floor:
                facts = {"rate": agreed, "floor": floor, "day": first}
                return (Reason("contract_rate_below_floor", facts),)
        first = next_step(first, "semester")
    return unknown


def clause_cents(code: str, creditor: Creditor, cents: int) -> int:
    """Return the contract's penalty clause on a claim between Belgian firms, 0 without one.

    It stands instead of the fixed sum of the law, never on top of it, and a judge may reduce it.

    Args:
        code: code of the regime that applies.
        creditor: percentage (a fraction), least and most, from the sheet `Paramètres`.
        cents: what was unpaid when the item fell due, in cents.

    Source: loi du 2 août 2002, art. 6 and 7.
    """
    share = creditor.penalty_clause_percent
    if code != "BE-B2B" or share is None or share <= 0 or creditor.country != "BE":
        return 0
    return _bounded(to_cents(from_cents(cents) * share), creditor)


def law_fee_cents(regime: Regime, creditor: Creditor, cents: int) -> int:
    """Return the fixed sum that the law gives on an amount, or lets the contract give, in cents.

    A Belgian consumer owes what the contract's clause gives, at most the tier of the law; a clause
    whose figures are not given is taken to give the tier. With a least or a most alone, that is
    all it is taken to give.

    Args:
        regime: the law of the debt.
        creditor: the clause and its figures, from the sheet `Paramètres`.
        cents: what is owed.

    Source: Code de droit économique, art. XIX.4.
    """
    fee = regime.fee_cents(cents, creditor.consumer_clause)
    if regime.code != BELGIAN_CONSUMER:
        return fee
    share = creditor.penalty_clause_percent
    if share is not None:
        given = max(to_cents(from_cents(cents) * share), 0)
    else:
        given = fee if creditor.penalty_clause_min is None else 0
    return min(fee, _bounded(given, creditor))


def _bounded(wanted: int, creditor: Creditor) -> int:
    """Bring what a clause gives, in cents, to its least and its most."""
    if creditor.penalty_clause_min is not None:
        wanted = max(wanted, to_cents(creditor.penalty_clause_min))
    if creditor.penalty_clause_max is not None:
        wanted = min(wanted, to_cents(creditor.penalty_clause_max))
    return wanted
