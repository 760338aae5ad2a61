"""What money that comes does to promises and plans, and what its reversal undoes.

What each of them has is decided in `core.allocation`: an event says what came before it and what
came with it, and the sheet gets the difference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from ..core.allocation import Money, settle
from ..core.currency import MAIN_CURRENCY
from ..core.history import read
from ..core.money import ZERO
from ..core.received import NONE_FRESH, NOW, instalments_of, promised, received, unmatched
from ..core.records import (
    Case,
    Debtor,
    Event,
    Instalment,
    Payment,
    PaymentPlan,
    Promise,
    Receivable,
)
from ..core.settlements import left_of
from ..wording.labels import label
from ..workbook import rows, schema
from .book import Cell
from .currencies import with_currency
from .desk import Desk


def came(
    desk: Desk, debtor: str, *, noted: Event | None = None, but: Event | None = None,
    fresh: Mapping[int, Decimal] = NONE_FRESH,
) -> tuple[Money, ...]:  # fmt: skip
    """Return what has come of a debtor, less what settlements take of it.

    Args:
        desk: the workbook; its payments are those that count.
        debtor: who paid.
        noted: a line that holds: one that is about to be noted, or to be reversed.
        but: a line that does not: one that is not noted yet, or reversed.
        fresh: by row of `Règlements`, what of a payment an import has just brought.
    """
    lines = _lines(desk, debtor, noted or but)
    if noted:
        lines.append(noted if noted.number else replace(noted, number=NOW))
        lines.sort(key=lambda line: line.number)
    return received(_with_payments(desk, debtor), desk.setting, lines, fresh)


def _lines(desk: Desk, debtor: str, event: Event | None) -> list[Event]:
    """The debtor's lines without one of them, and without what reverses it."""
    if event is None or not event.number:
        return [*desk.events_of(debtor)]
    return [
        one
        for one in desk.events_of(debtor)
        if one.number != event.number
        if (one.outcome, one.document) != ("reversed", f"#{event.number}")
    ]


def settle_agreed(
    desk: Desk, debtor: str, before: Iterable[Money], after: Iterable[Money],
    beside: Iterable[Money] = (),
) -> None:  # fmt: skip
    """Write what an event changes: which promises are kept, what is paid of the instalments.

    Args:
        desk: the workbook.
        debtor: who promised, or agreed to a plan.
        before: what had come before the event.
        after: what has come with it.
        beside: what has come with it and neither a row nor a line will tell: plans alone have it.
    """
    promises, plans = _standing(desk, debtor), _plans(desk, debtor)
    lines = desk.events_of(debtor)
    currencies = {item.number: item.currency for item in desk.receivables if item.debtor == debtor}
    found = settle(
        promised(promises, lines, desk.setting),
        [instalments_of(one, _currency(one, currencies), lines, desk.setting) for one in plans],
        [sum((line.paid for line in one.instalments), ZERO) for one in plans],
        before,
        after,
        beside,
    )
    states: dict[int, Cell] = {}
    for promise, paid in zip(promises, found.promises, strict=True):
        kept = paid >= promise.amount
        if kept != bool(promise.kept):
            states[promise.row] = label("promise_state", "kept" if kept else "pending")
    desk.book.write(schema.PROMISES.table, schema.PROMISES.heading("state"), states)
    for plan, amount in zip(plans, found.plans, strict=True):
        fill(desk, plan.instalments, amount)


def _standing(desk: Desk, debtor: str) -> list[Promise]:
    """The promises that were not broken, the oldest first."""
    ours = (one for one in desk.promises if one.debtor == debtor and one.kept is not False)
    return sorted(ours, key=lambda one: (one.made_on, one.row))


def _plans(desk: Desk, debtor: str) -> list[PaymentPlan]:
    """The plans that nobody has cancelled, as the sheet has them now."""
    found, _ = rows.plans(desk.book.read(schema.PLANS.table))
    return [one for one in found if one.debtor == debtor and not one.cancelled]


def _currency(plan: PaymentPlan, currencies: Mapping[str, str]) -> str:
    """The currency of a plan, which has one: that of its first item that is known."""
    return currencies.get(plan.items[0] if plan.items else "", MAIN_CURRENCY)


def fill(desk: Desk, lines: Iterable[Instalment], amount: Decimal) -> None:
    """Fill the instalments that are due first, or empty the last ones.

    Args:
        desk: the workbook.
        lines: the instalments, as the sheet has them.
        amount: what comes, negative for what is taken back.
    """
    paid: dict[int, Cell] = {}
    states: dict[int, Cell] = {}
    left = amount
    for line in sorted(lines, key=lambda line: (line.day, line.row), reverse=amount < 0):
        room = max(line.amount - line.paid, ZERO)
        share = min(left, room) if amount > 0 else max(left, -line.paid)
        if share:
            left -= share
            now = line.paid + share
            paid[line.row] = now
            states[line.row] = label("plan_state", "paid" if now >= line.amount else "due")
    heading = schema.PLANS.heading
    desk.book.write(schema.PLANS.table, heading("paid"), paid)
    desk.book.write(schema.PLANS.table, heading("state"), states)


def payments_now(desk: Desk) -> tuple[Payment, ...]:
    """Return the payments of the sheet as they are now, and not as they were read."""
    found, _ = rows.payments(desk.book.read(schema.PAYMENTS.table))
    return with_currency(found, desk.receivables)


def settled_part(desk: Desk, payment: Payment) -> Decimal:
    """Return what settlements take of a payment without an invoice, which is among the desk's."""
    case = _with_payments(desk, payment.debtor)
    found = left_of(case, desk.setting, read(desk.events_of(payment.debtor)))
    return sum((one.payment.amount - one.left for one in found if one.payment == payment), ZERO)


def _with_payments(desk: Desk, debtor: str) -> Case:
    """A case with the payments of now; one found in a payment of the export is unmatched still."""
    credits_ = {item.number for item in imported_credits(desk, debtor)}
    ours = unmatched((one for one in desk.payments if one.debtor == debtor), credits_)
    return Case(desk.debtors.get(debtor) or Debtor(debtor), (), payments=ours)


def imported_credits(desk: Desk, debtor: str) -> list[Receivable]:
    """Return the payments of a debtor that an export tells as items, matched with no invoice."""
    return [
        item
        for item in desk.receivables
        if (item.debtor, item.kind) == (debtor, "payment") and item.amount < 0
    ]
