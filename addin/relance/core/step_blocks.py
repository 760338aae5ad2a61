"""What holds a step of an item back: the law of the policy, the kind of debtor, what is unknown."""

from datetime import date, timedelta

from .findings import Reason
from .meaning import BELGIAN_CONSUMER, NOTICE_PHASE, first_reminder
from .policy import Policy, Step
from .policy_law import suits
from .records import CREDITS, Case, Receivable
from .setting import Setting, regime_code

SEARCHABLE = ("business", "other")  # BODACC and RegSol list associations too; no consumer


def step_block(
    step: Step, item: Receivable, case: Case, setting: Setting, policy: Policy, as_of: date
) -> Reason | None:
    """Return why an item may not go through this step on a day, None when it may."""
    number: dict[str, object] = {"number": item.number, "step": step.code}
    debtor = case.debtor
    regime = regime_code(item, debtor, setting.creditor)
    if step.phase != 0 and not suits(policy.steps, regime):
        return Reason("policy_unlawful", number | {"policy": policy.code})
    if not debtor.kind and (step.phase >= NOTICE_PHASE or step.court):
        return Reason("kind_missing", number)
    if is_undescribed(item, regime) and step is first_reminder(policy.steps):
        return Reason("undescribed", number)
    if step.phase >= NOTICE_PHASE:
        return _notice_block(item, case, regime, policy, as_of, number)
    return None


def is_undescribed(item: Receivable, regime: str) -> bool:
    """Tell whether what a Belgian consumer bought is nowhere said: their free reminder must say it.

    Args:
        item: any open item.
        regime: the code of its regime.

    Source: Code de droit économique, art. XIX.2, § 2.
    """
    return regime == BELGIAN_CONSUMER and item.kind not in CREDITS and not item.description


def _notice_block(
    item: Receivable, case: Case, regime: str, policy: Policy, as_of: date,
    number: dict[str, object],
) -> Reason | None:  # fmt: skip
    if item.due_is_estimated:
        return Reason("due_estimated", number)
    if item.kind == "down_payment":
        return Reason("down_payment", number)
    if regime == "BE-PUB":
        return Reason("reminders_only", number)
    if case.debtor.kind not in SEARCHABLE:
        return None
    verified = case.debtor.procedure.verified_on
    oldest = as_of - timedelta(days=policy.values.procedure_check_days)
    if verified is None or verified < oldest:
        days = policy.values.procedure_check_days
        return Reason("procedure_unverified", number | {"verified_on": verified, "days": days})
    return None
