"""Bodies of the functions that count money: every figure comes from `core`."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from ..core.law import rates_from_text
from ..core.money import MILLION, ZERO, from_cents, to_cents, to_millionths
from ..core.plain import bearing_days, plain_fee, plain_interest
from ..core.plan import instalments
from ..core.regimes import get
from ..core.regimes.base import Regime
from ..wording.functions import EXPLAIN_HEADINGS, PLAN_HEADINGS
from .cells import MEMO, read_text

FLOOR_REGIME = "FR-B2B"  # the only law of ours that sets a floor to contracts


def read_rates(cell: object) -> str:
    """Return the one-line text of the user's rates once it was found sound; "" for a blank.

    Raises:
        BadLawError: an entry can't be read (facts: name, reason, day).
    """
    text = read_text(cell) or ""
    rates_from_text(text)
    return text


@lru_cache(MEMO)
def regime_at(code: str, rates: str, rate: Decimal | None = None) -> Regime:
    """Return a regime under the user's rates, at a contract's rate when there is one."""
    regime = get(code, rates_from_text(rates))
    return regime if rate is None else regime.with_rate(rate)


def rate(on_date: date, code: str, rates: str) -> float:
    """Return the yearly rate of a day, a fraction to the millionth."""
    return to_millionths(regime_at(code, rates).rate(on_date)) / MILLION


def floor(on_date: date, rates: str) -> float:
    """Return the lowest rate that a French contract may give on a day, a fraction."""
    found = regime_at(FLOOR_REGIME, rates).floor_rate(on_date)
    return to_millionths(found or ZERO) / MILLION


def interest(
    amount: int, due: date | None, as_of: date, code: str, rate: Decimal | None,
    claim_from: date | None, claim_until: date | None, rates: str,
) -> float:  # fmt: skip
    """Return late-payment interest in currency units, rounded once."""
    regime = regime_at(code, rates, rate)
    return plain_interest(regime, amount, due, as_of, claim_from, claim_until) / 100


def fee(
    amount: int, due: date | None, as_of: date, code: str, rate: Decimal | None,
    claim_from: date | None, claim_until: date | None, rates: str,
) -> float:  # fmt: skip
    """Return the fixed sum of an invoice paid late; in BE-B2C the contract's clause is assumed."""
    return plain_fee(regime_at(code, rates, rate), amount, due, as_of, claim_from) / 100


def total(
    amount: int, due: date | None, as_of: date, code: str, rate: Decimal | None,
    claim_from: date | None, claim_until: date | None, rates: str,
) -> float:  # fmt: skip
    """Return the amount with its interest and fixed sum."""
    regime = regime_at(code, rates, rate)
    extra = plain_interest(regime, amount, due, as_of, claim_from, claim_until)
    return (amount + extra + plain_fee(regime, amount, due, as_of, claim_from)) / 100


def explain(
    amount: int, due: date | None, as_of: date, code: str, rate: Decimal | None,
    claim_from: date | None, claim_until: date | None, rates: str,
) -> list[list[object]]:  # fmt: skip
    """Return the stretches at one rate under their headings."""
    rows: list[list[object]] = [list(EXPLAIN_HEADINGS)]
    regime = regime_at(code, rates, rate)
    days = bearing_days(regime, amount, due, as_of, claim_from, claim_until)
    for part in regime.segments(amount, *days) if days else ():
        rows.append(
            [
                part.first, part.last, part.days, to_millionths(part.rate) / MILLION,
                to_cents(part.interest) / 100, part.source,
            ]
        )  # fmt: skip
    return rows


def claim_from(sent_on: date, channel: str, code: str) -> date | str:
    """Return the first day on which a consumer may owe interest or indemnity, "" for others."""
    return regime_at(code, "").claim_from(sent_on, channel) or ""


def plan(
    amount: int, count: int | None, first_date: date, rate: Decimal | None, payment: int | None
) -> list[list[object]]:
    """Return the lines of a payment plan under their headings."""
    wanted = None if payment is None else from_cents(payment)
    lines = instalments(from_cents(amount), count, first_date, rate or ZERO, wanted)
    rows: list[list[object]] = [list(PLAN_HEADINGS)]
    for line in lines:
        rows.append(
            [line.number, line.day, to_cents(line.amount) / 100, to_cents(line.balance) / 100]
        )
    return rows
