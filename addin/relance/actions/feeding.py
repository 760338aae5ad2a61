"""What the formulas of a row are given, so that a cell answers what agenda and letter say.

A formula knows its row, the day and the rates; it knows neither the client nor the journal nor
the payments. `refresh` writes what these add up to into folded columns.
"""

from datetime import date
from decimal import Decimal

from ..core.contract import agreed_rate, regime_of
from ..core.errors import UnknownValueError
from ..core.money import from_cents, to_cents
from ..core.plain import plain_fee, plain_interest
from ..core.policy import Policy
from ..core.question import regime_of as regime_of_debtor
from ..core.records import STATUSES, Case, Line
from ..core.setting import Setting
from ..wording.labels import label
from .book import Cell

HELD = "on_hold"  # what any other hold looks like to a formula


def feeding(
    line: Line, case: Case, setting: Setting, policy: Policy, as_of: date
) -> dict[str, Cell]:
    """Return the folded cells of one invoice, by key.

    Args:
        line: the invoice in its debtor's decision.
        case: the debtor.
        setting: creditor and rates.
        policy: the debtor's policy.
        as_of: the day of the decision.
    """
    code = line.claim.regime if _bears(line) else ""
    rate = agreed_rate(code, setting.creditor) if code else None
    start = _claim_from(line)
    interest, fee = _gaps(line, code, rate, start, setting, as_of)
    profile = case.debtor.profile
    return {
        "bears": code or None,
        "follows": _follows(case, setting, policy) or None,
        "situation": _situation(line),
        "applied_profile": label("profile", profile) if profile else None,
        "agreed_rate": rate,
        "claim_from": start,
        "interest_gap": interest or None,
        "fee_gap": fee or None,
    }


def _bears(line: Line) -> bool:
    """Tell whether the item is of those that may bear interest one day."""
    item = line.item
    dated = item.due is not None and not item.due_is_estimated
    return item.kind == "invoice" and item.open > 0 and dated


def _follows(case: Case, setting: Setting, policy: Policy) -> str:
    """A regime that leads a formula to the debtor's policy: their own, or one of the policy's."""
    regime = regime_of_debtor(case, setting)
    if regime in policy.regimes or not policy.regimes:
        return regime
    return policy.regimes[0]


def _situation(line: Line) -> str | None:
    """What holds the item, as a status that the functions know; blank when it is free."""
    if not line.blocked:
        return None
    code = line.blocked[0].code
    return label("status", code if code in STATUSES and code != "open" else HELD)


def _claim_from(line: Line) -> date | None:
    """First day that bears interest where the law or an extension moves it, else blank."""
    first, due = line.claim.first_day, line.item.due
    if first is None or due is None or (first - due).days == 1:
        return None
    return first


def _gaps(
    line: Line, code: str, rate: Decimal | None, start: date | None, setting: Setting, as_of: date
) -> tuple[Decimal, Decimal]:
    """What payments, credits and clauses add to (or take from) what the row alone would bear."""
    claim = line.claim
    if not code:
        return claim.interest, claim.fee
    regime = regime_of(code, setting.rates, rate)
    cents, due, payable = to_cents(line.item.open), line.item.due, line.item.payable_on
    try:
        alone = from_cents(plain_interest(regime, cents, due, as_of, start))
    except UnknownValueError:
        alone = claim.interest  # the cell says that the rate is not known
    fixed = from_cents(plain_fee(regime, cents, payable, as_of, start))
    return claim.interest - alone, claim.fee - fixed
