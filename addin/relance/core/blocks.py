"""What holds an item back, each with its reason; what holds a step of it is in `step_blocks`.

A reminder sent by mistake is worse than one sent late, so every doubt is a block that says its
name; none of them is silent.
"""

from collections.abc import Collection
from datetime import date, timedelta

from .calendar import add_worked, next_worked
from .currency import MAIN_CURRENCY
from .dated import ONE_DAY
from .findings import Reason, present
from .history import ANNOUNCED_BY, History
from .policy import Policy
from .records import CONFIDENTIAL, Case, PaymentPlan, Promise, Receivable
from .setting import Setting
from .suspended import has_left

HELD_STATUSES = (
    "disputed", "on_hold", "refused", "assigned", "doubtful", "closed", "promised", "planned",
    "insolvent", "handed_over",
)  # fmt: skip


def item_blocks(item: Receivable, case: Case, history: History, as_of: date) -> tuple[Reason, ...]:
    """Return why an item is not demanded at all on a day, each reason of this kind.

    What is waited for is in `waited_for`, and comes after it.
    """
    number = {"number": item.number}
    return present(
        _status(item, history),
        Reason("retention", number) if item.kind == "retention" else None,
        Reason("no_due", number) if item.payable_on is None else None,
        _extended(item, as_of),
        in_procedure(item, case),
        in_dispute(item, case, as_of),
    )


def _status(item: Receivable, history: History) -> Reason | None:
    if item.status not in HELD_STATUSES:
        return None
    facts = {"number": item.number}
    return Reason(item.status, facts | ({"reason": "absent"} if has_left(item, history) else {}))


def waited_for(
    item: Receivable, case: Case, setting: Setting, policy: Policy, as_of: date
) -> tuple[Reason, ...]:
    """Return the money that is waited for before an item is demanded, each for its reason."""
    due = item.payable_on
    if due is None:
        return ()
    return present(
        promised(item, case, setting, policy, as_of),
        planned(item, case, setting, policy, as_of),
        by_debit(item, setting, policy, due, as_of),
        _bank_stops(item, setting, policy, due, as_of),
    )


def announced(item: Receivable, history: History, policy: Policy, as_of: date) -> Reason | None:
    """Return what the debtor announced on the telephone and nobody has noted, None when nothing.

    A payment said to be on its way is waited for some days; a dispute or a promise until a
    person has noted it, or reversed the line.
    """
    said = history.announced(item.number)
    if said is None:
        return None
    free = said.day + timedelta(days=policy.values.announced_days)
    if said.step == "said_payment" and as_of >= free:
        return None
    facts = {"number": item.number, "day": said.day, "debtor": item.debtor, "free": free}
    return Reason(said.step, facts)


def _extended(item: Receivable, as_of: date) -> Reason | None:
    if item.extended_to is None or as_of > item.extended_to:
        return None
    return Reason("extended", {"number": item.number, "until": item.extended_to})


def in_procedure(item: Receivable, case: Case) -> Reason | None:
    """Return what a procedure holds: debts of before its opening are declared, later ones paid."""
    procedure = case.debtor.procedure
    if not procedure.kind:
        return None
    if procedure.kind in CONFIDENTIAL:
        return Reason("held", {"number": item.number})
    born = item.performed_on or item.issued
    if procedure.opened_on and born and born >= procedure.opened_on:
        return None
    return Reason(
        "procedure",
        {"number": item.number, "kind": procedure.kind, "opened_on": procedure.opened_on},
    )


def in_dispute(item: Receivable, case: Case, as_of: date) -> Reason | None:
    """Return the dispute that is open on an item on a day, None when there is none."""
    for dispute in case.disputes:
        if dispute.invoice != item.number or as_of < dispute.opened_on:
            continue
        if dispute.resolved_on is None or as_of < dispute.resolved_on:
            facts = {"number": item.number, "since": dispute.opened_on, "reason": dispute.reason}
            return Reason("disputed", facts)
    return None


def promised(
    item: Receivable, case: Case, setting: Setting, policy: Policy, as_of: date
) -> Reason | None:
    """Return the promise that holds an item, None when none runs."""
    for promise in case.promises:
        if is_about(promise.items, promise.currency, item) and runs(
            promise, setting, policy, as_of
        ):
            facts = {
                "number": item.number, "amount": promise.amount, "by": promise.by,
                "currency": promise.currency, "agreed_on": promise.made_on,
            }  # fmt: skip
            return Reason("promised", facts)
    return None


def runs(promise: Promise, setting: Setting, policy: Policy, as_of: date) -> bool:
    """Tell whether a promise was made by a day and holds what it is about."""
    return promise.made_on <= as_of < promise_lapses(promise, setting, policy)


def is_about(items: Collection[str], currency: str, item: Receivable) -> bool:
    """Tell whether a promise or a plan is about an item: named, or any in its currency."""
    return item.number in items if items else item.currency == currency


def promise_lapses(promise: Promise, setting: Setting, policy: Policy) -> date:
    """Return the first day on which a promise holds nothing back any more."""
    if promise.kept is not None:
        return promise.made_on
    return first_day_late(promise.by, setting, policy)


def first_day_late(day: date, setting: Setting, policy: Policy) -> date:
    """Return the day after the last in time, later when the bank data stop before it.

    What stops there says nothing: the money may be on the account.
    """
    day = last_day_in_time(day, setting)
    if setting.bank_covers(day) is False:
        return day + timedelta(days=policy.values.bank_data_days)
    return day + ONE_DAY


def last_day_in_time(day: date, setting: Setting) -> date:
    """Return the last day on which what was to be paid by a day comes in time.

    Where banks move no money on that day, it is the next one on which they do.
    """
    return next_worked(day, *setting.banks)


def planned(
    item: Receivable, case: Case, setting: Setting, policy: Policy, as_of: date
) -> Reason | None:
    """Return the payment plan that holds an item, None when none is kept so far."""
    for plan in case.plans:
        if plan.cancelled or as_of < plan.agreed_on:
            continue
        if not is_about(plan.items, MAIN_CURRENCY, item):
            continue
        if holds(plan, setting, policy, as_of):
            facts: dict[str, object] = {"number": item.number, "agreed_on": plan.agreed_on}
            if plan.untold and not holds(plan.as_told(), setting, policy, as_of):
                facts |= {"reason": "untold", "amount": plan.untold, "currency": item.currency}
            return Reason("planned", facts)
    return None


def holds(plan: PaymentPlan, setting: Setting, policy: Policy, as_of: date) -> bool:
    """Tell whether no instalment is late and one is left: once all are paid none holds."""
    missed = any(
        not line.is_paid and as_of >= first_day_late(line.day, setting, policy)
        for line in plan.instalments
    )
    left = any(line.paid < line.amount for line in plan.instalments)
    return left and not missed


def doubted(item: Receivable, case: Case, history: History, as_of: date) -> bool:
    """Tell whether an item is refused or in dispute, noted or said on the telephone.

    What holds an item is of no help: a suspension, or an agreement, is said before its dispute.
    """
    said = history.announced(item.number)
    by_phone = said is not None and said.step == ANNOUNCED_BY["dispute"]
    noted = item.status in ("disputed", "refused") or in_dispute(item, case, as_of) is not None
    return noted or by_phone


def by_debit(
    item: Receivable, setting: Setting, policy: Policy, due: date, as_of: date
) -> Reason | None:
    """Return the debit or the bill that will pay an item, None once it has had its days."""
    if item.payment_method not in ("direct_debit", "bill"):
        return None
    free = add_worked(due, policy.values.debit_bank_days, *setting.banks)
    if as_of >= free:
        return None
    facts = {"number": item.number, "method": item.payment_method, "until": free}
    return Reason("by_debit", facts)


def _bank_stops(
    item: Receivable, setting: Setting, policy: Policy, due: date, as_of: date
) -> Reason | None:
    covered = setting.bank_covers(due)
    if as_of <= due or covered is True:
        return None
    days = policy.values.unknown_bank_days if covered is None else policy.values.bank_data_days
    free = due + timedelta(days=days)
    if as_of >= free:
        return None
    facts = {"number": item.number, "until": setting.creditor.bank_data_until, "free": free}
    return Reason("bank_data_unknown" if covered is None else "bank_data", facts)
