"""The cases of a workbook: what each debtor owes, and what was done about it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from ..core.agreed_money import with_money
from ..core.records import (
    Case,
    Debtor,
    Dispute,
    Event,
    Payment,
    PaymentPlan,
    Promise,
    Receivable,
    Stray,
)
from .payers import with_payer

if TYPE_CHECKING:
    from .desk import Desk

Owned = TypeVar("Owned", Event, Payment, Promise, Dispute, PaymentPlan, Stray)


def cases_of(desk: "Desk") -> tuple[Case, ...]:
    """Return one case a debtor who has an open item, payments not matched among them."""
    items: dict[str, list[Receivable]] = {}
    settled: dict[str, int] = {}
    for item in desk.receivables:
        if item.open != 0:
            items.setdefault(item.debtor, []).append(item)
        else:
            settled[item.debtor] = settled.get(item.debtor, 0) + 1
    for payment in desk.payments:
        if not payment.invoice and payment.debtor in desk.debtors:
            items.setdefault(payment.debtor, []).append(_unmatched(payment))
    by_debtor, payers = _Grouped(desk), desk.payers
    return tuple(
        with_payer(by_debtor.case(desk.debtors[code], tuple(found), settled.get(code, 0)), payers)
        for code, found in sorted(items.items())
    )


def _unmatched(payment: Payment) -> Receivable:
    number = f"REG-{payment.value_date:%Y%m%d}-{payment.row}"
    return Receivable(
        number, payment.debtor, "payment", issued=payment.value_date, amount=-payment.amount,
        currency=payment.currency, row=payment.row,
    )  # fmt: skip


class _Grouped:
    """Records by debtor, grouped once: a large book has thousands of debtors."""

    def __init__(self, desk: "Desk") -> None:
        self._setting = desk.setting
        self._events = _by_debtor(desk.ledger.events)
        self._payments = _by_debtor(desk.payments)
        self._promises = _by_debtor(desk.promises)
        self._disputes = _by_debtor(desk.disputes)
        self._plans = _by_debtor(desk.plans)
        self._strays = _by_debtor(desk.strays)

    def case(self, debtor: Debtor, items: tuple[Receivable, ...], settled: int) -> Case:
        code = debtor.code
        case = Case(
            debtor,
            items,
            events=tuple(self._events.get(code, ())),
            payments=tuple(self._payments.get(code, ())),
            promises=tuple(self._promises.get(code, ())),
            disputes=tuple(self._disputes.get(code, ())),
            plans=tuple(self._plans.get(code, ())),
            settled=settled,
            strays=tuple(self._strays.get(code, ())),
        )
        return with_money(case, self._setting)


def _by_debtor(
    records: Iterable[Owned],
) -> dict[str, list[Owned]]:
    grouped: dict[str, list[Owned]] = {}
    for record in records:
        grouped.setdefault(record.debtor, []).append(record)
    return grouped
