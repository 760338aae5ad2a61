"""One question about one debtor on a day, with all that the answer rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from .calendar import next_worked
from .history import History
from .meaning import BELGIAN_CONSUMER
from .money import ZERO
from .policy import Policy
from .policy_law import OWED_FROM_NOTICE
from .records import Case, Receivable
from .setting import Setting, regime_code

if TYPE_CHECKING:
    from .standing import Standing


@dataclass(frozen=True, slots=True)
class Question:
    """All that one decision rests on."""

    case: Case
    setting: Setting
    regime: str  # the strictest of the debtor's items, "" when none applies
    policy: Policy
    history: History
    standings: tuple["Standing", ...]
    as_of: date


def policy_of(case: Case, setting: Setting) -> Policy:
    """Return the policy of a debtor, bent by the profile; the short path for a small total.

    A total that credits cover is not small: it is settled, and the decision says so.
    """
    debtor = case.debtor
    policy = whole_policy(case, setting).bent(debtor.profile, debtor.evasion_confirmed)
    minimum = setting.minimum_total
    floor = policy.values.minimum_total if minimum is None else minimum
    return policy.short() if ZERO < total(case) < floor else policy


def whole_policy(case: Case, setting: Setting) -> Policy:
    """Return the policy of a debtor with all its steps: those that were done may be left out now.

    What a letter has claimed does not depend on the profile, nor on what is open since.
    """
    return setting.policies[setting.policy_code(case.debtor, regime_of(case, setting))]


def regime_of(case: Case, setting: Setting) -> str:
    """Return the regime of what a debtor owes, "" when none applies; the strictest of several.

    A message lists items of them all, so what protects one of them protects the debtor, whatever
    the order of the rows.
    """
    owed = [item for item in case.items if item.open > 0] or [Receivable("", case.debtor.code)]
    codes = {regime_code(item, case.debtor, setting.creditor) for item in owed}
    return strictest(codes)


def strictest(codes: Iterable[str]) -> str:
    """Return the regime that protects a debtor most; "" when there is none, or among milder ones.

    Args:
        codes: codes of regimes, "" where none applies.
    """
    return min(codes, key=lambda code: (_strictness(code), code), default="")


def _strictness(code: str) -> int:
    """0 for the strictest: a free reminder first, nothing before a notice, public buyers, firms.

    Without a regime a debtor is owed the mild policy of their kind, so it comes before firms.
    """
    if code == BELGIAN_CONSUMER:
        return 0
    if code in OWED_FROM_NOTICE:
        return 1
    if code.endswith("-PUB"):
        return 2
    return 4 if code else 3


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
