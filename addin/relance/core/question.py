"""One question about one debtor on a day, with all that the answer rests on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .calendar import next_worked
from .history import History
from .money import ZERO
from .policy import Policy
from .records import Case, Receivable
from .setting import Setting, regime_code
from .standing import Standing


@dataclass(frozen=True, slots=True)
class Question:
    """All that one decision rests on."""

    case: Case
    setting: Setting
    regime: str  # of the debtor's items, "" when none applies
    policy: Policy
    history: History
    standings: tuple[Standing, ...]
    as_of: date


def policy_of(case: Case, setting: Setting) -> Policy:
    """Return the policy of a debtor, bent by the profile; the short path for a small total.

    A total that credits cover is not small: it is settled, and the decision says so.
    """
    debtor = case.debtor
    code = setting.policy_code(debtor, regime_of(case, setting))
    policy = setting.policies[code].bent(debtor.profile, debtor.evasion_confirmed)
    minimum = setting.minimum_total
    floor = policy.values.minimum_total if minimum is None else minimum
    return policy.short() if ZERO < total(case) < floor else policy


def regime_of(case: Case, setting: Setting) -> str:
    """Return the regime of a debtor's items, "" when none applies."""
    first = case.items[0] if case.items else Receivable("", case.debtor.code)
    return regime_code(first, case.debtor, setting.creditor)


def total(case: Case) -> Decimal:
    """Return the debtor's sum, credits netted: the threshold looks at it, not at each item."""
    return largest(case)[0]


def largest(case: Case) -> tuple[Decimal, str]:
    """Return the largest sum of a debtor and its currency: currencies do not add up."""
    sums: dict[str, Decimal] = {}
    for item in case.items:
        sums[item.currency] = sums.get(item.currency, ZERO) + item.open
    return max(((owed, currency) for currency, owed in sums.items()), default=(ZERO, ""))


def worked(day: date, question: Question) -> date:
    """Return the day, or the next one that is worked on both sides."""
    return next_worked(day, *question.setting.worked_in(question.case.debtor))
