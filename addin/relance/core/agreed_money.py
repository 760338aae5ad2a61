"""What is left of promises once money has come for them, as `core.allocation` gives it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from .allocation import settle
from .currency import MAIN_CURRENCY
from .history import History
from .money import ZERO
from .received import instalments_of, promised, received
from .records import Case, PaymentPlan, Promise


def left_of_promises(case: Case, history: History, as_of: date) -> dict[Promise, Decimal]:
    """Return what is still to come of each promise that nobody has told to be kept or broken.

    Args:
        case: who promised, with what they have paid.
        history: the journal up to the day: it tells what imports have brought.
        as_of: the day.
    """
    if not any(one.kept is None for one in case.promises):
        return {}
    then = replace(
        case,
        payments=tuple(one for one in case.payments if one.value_date <= as_of),
        promises=tuple(one for one in case.promises if one.made_on <= as_of),
        plans=tuple(one for one in case.plans if one.agreed_on <= as_of),
    )
    promises = _standing(then)
    return {
        promise: max(promise.amount - paid, ZERO)
        for promise, paid in zip(promises, _paid(then, promises, history), strict=True)
        if promise.kept is None
    }


def _paid(case: Case, promises: Sequence[Promise], history: History) -> tuple[Decimal, ...]:
    lines, held = history.lines, [one for one in case.plans if not one.cancelled]
    plans = [instalments_of(one, _currency(one, case), lines) for one in held]
    cells = [sum((line.paid for line in one.instalments), ZERO) for one in held]
    came = received(case, lines)
    return settle(promised(promises, lines), plans, cells, came, came).promises


def _standing(case: Case) -> list[Promise]:
    """The promises that were not broken, the oldest first."""
    ours = (one for one in case.promises if one.kept is not False)
    return sorted(ours, key=lambda one: (one.made_on, one.row))


def _currency(plan: PaymentPlan, case: Case) -> str:
    """The currency of a plan, which has one."""
    ours = (item.currency for item in case.items if item.number in plan.items)
    return next(ours, MAIN_CURRENCY)
