"""What promises and plans have of a debtor's money on a day, whatever door it came through.

`core.allocation` decides. Money that a person typed into `Règlements`, or that an export tells as
an item, has no line: the sheet knows nothing of what it keeps, and it is read here. What is typed
as paid of an instalment too tells the money that came next to its day: it counts once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import chain

from .allocation import Money, Plan, Settled, allocate, settle
from .currency import MAIN_CURRENCY
from .history import History, read
from .journal import last_day
from .money import ZERO
from .policy import Policy
from .question import policy_of
from .received import instalments_of, of_ledger, promised, received
from .records import Case, Instalment, PaymentPlan, Promise
from .setting import Setting
from .settlements import agreements, freed


@dataclass(slots=True)
class _Typed:
    """What the sheet says is paid of a plan, and no line of the journal tells."""

    plan: Plan
    rows: Sequence[Instalment]
    left: Decimal

    def take(self, money: Money) -> Money:
        """Return money less what of it the sheet tells: it came next to an instalment's day."""
        if not any(one.may_have(money) for one in self.plan):
            return money
        nearest = min(self.rows, key=lambda row: (abs(money.day - row.day), -row.day.toordinal()))
        known = min(self.left, money.amount) if nearest.paid else ZERO
        self.left -= known
        return replace(money, amount=money.amount - known)


def left_of_promises(
    case: Case, setting: Setting, policy: Policy, history: History, as_of: date
) -> dict[Promise, Decimal]:
    """Return what is still to come of each promise that nobody has told to be kept or broken.

    Args:
        case: who promised, with what they have paid.
        setting: how far the bank data go.
        policy: the debtor's policy.
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
    beside = _of_ledger(case, setting, policy, history, as_of)
    paid = _settled(then, setting, promises, beside, history)
    return {
        promise: max(promise.amount - sum_, ZERO)
        for promise, sum_ in zip(promises, paid.promises, strict=True)
        if promise.kept is None
    }


def with_money(case: Case, setting: Setting) -> Case:
    """Return a case whose plans know the money that the sheet says of no instalment.

    Args:
        case: the debtor; the payments are those of the sheet.
        setting: the creditor and the policies.
    """
    if not any(not one.cancelled for one in case.plans) or not case.payments:
        return case
    history, day = read(case.events), last_day(case.events) or date.min
    beside = _of_ledger(case, setting, policy_of(case, setting), history, day)
    paid = iter(_settled(case, setting, _standing(case), beside, history).plans)
    plans = (one if one.cancelled else _with(one, next(paid)) for one in case.plans)
    return replace(case, plans=tuple(plans))


def _with(plan: PaymentPlan, amount: Decimal) -> PaymentPlan:
    """A plan whose instalments have some more money, the first of them first."""
    lines = []
    for line in plan.instalments:
        share = max(min(amount, line.amount - line.paid), ZERO)
        amount -= share
        lines.append(replace(line, untold=share))
    return replace(plan, instalments=tuple(lines))


def _settled(
    case: Case, setting: Setting, promises: Sequence[Promise], beside: Sequence[Money],
    history: History,
) -> Settled:  # fmt: skip
    """What each promise has, and what each plan has beside what the sheet tells."""
    lines, held = history.lines, [one for one in case.plans if not one.cancelled]
    plans = [instalments_of(one, _currency(one, case), lines, setting) for one in held]
    cells = [sum((line.paid for line in one.instalments), ZERO) for one in held]
    kept, came = promised(promises, lines, setting), (*received(case, setting, lines), *beside)
    paid = iter(allocate(came, [*chain(*plans), *kept]))
    typed = [
        _Typed(plan, one.instalments, max(cell - sum((next(paid) for _ in plan), ZERO), ZERO))
        for plan, one, cell in zip(plans, held, cells, strict=True)
    ]
    now = [*_untold(came, typed)]
    return settle(kept, plans, cells, came, now)


def _untold(came: Iterable[Money], typed: Iterable[_Typed]) -> Iterator[Money]:
    """What came, that without a line less what the sheet tells of it."""
    for money in came:
        if not money.line and not money.is_untold:
            money = replace(money, is_untold=True)
            for one in typed:
                money = one.take(money)
        yield money


def _standing(case: Case) -> list[Promise]:
    """The promises that were not broken, the oldest first."""
    ours = (one for one in case.promises if one.kept is not False)
    return sorted(ours, key=lambda one: (one.made_on, one.row))


def _currency(plan: PaymentPlan, case: Case) -> str:
    """The currency of a plan, which has one."""
    ours = (item.currency for item in case.items if item.number in plan.items)
    return next(ours, MAIN_CURRENCY)


def _of_ledger(
    case: Case, setting: Setting, policy: Policy, history: History, as_of: date
) -> list[Money]:
    """The payments that an export tells as items, less what settlements and rows have of them.

    An import writes what they pay of instalments into the sheet, so they are no news to a plan.
    """
    ours = of_ledger(case)
    found = []
    for item in freed(ours, agreements(case, setting, policy, history, as_of) if ours else ()):
        rows = (one.amount for one in case.payments if one.invoice == item.number)
        left = -item.open - sum(rows, ZERO)
        if left > 0 and item.issued and item.issued <= as_of:
            found.append(Money(item.issued, left, item.currency, is_untold=True))
    return found
