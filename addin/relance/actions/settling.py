"""What a payment does to promises and plans, and what its reversal undoes."""

from collections.abc import Iterator
from decimal import Decimal

from ..core.money import ZERO
from ..core.records import Promise
from ..wording.labels import label
from ..workbook import schema
from .book import Cell, Row
from .desk import Desk


def settle_promises(desk: Desk, debtor: str) -> None:
    """Say which promises are kept: the payments since one was made reach its amount.

    Args:
        desk: the workbook; its payments are those of now.
        debtor: who promised.
    """
    states: dict[int, Cell] = {}
    for promise in desk.promises:
        kept = received(desk, promise) >= promise.amount
        if promise.debtor == debtor and promise.kept is not False and kept != bool(promise.kept):
            states[promise.row] = label("promise_state", "kept" if kept else "pending")
    desk.book.write(schema.PROMISES.table, schema.PROMISES.heading("state"), states)


def received(desk: Desk, promise: Promise) -> Decimal:
    """Return what came since a promise was made."""
    return sum(
        (
            paid.amount
            for paid in desk.payments
            if paid.debtor == promise.debtor and paid.value_date >= promise.made_on
        ),
        ZERO,
    )


def settle_plan(desk: Desk, debtor: str, invoice: str, amount: Decimal) -> None:
    """Fill the instalments of a plan in their order, or empty the last ones.

    Args:
        desk: the workbook.
        debtor: who pays.
        invoice: what is paid; one that the plan does not hold leaves it alone; "" unmatched.
        amount: positive for a payment, negative for its reversal.
    """
    rows = list(_instalments(desk, debtor, invoice))
    paid: dict[int, Cell] = {}
    states: dict[int, Cell] = {}
    left = amount
    for row in rows if amount > 0 else rows[::-1]:
        due, before = _money(row, "amount"), _money(row, "paid")
        share = min(left, due - before) if amount > 0 else max(left, -before)
        if share:
            left -= share
            paid[row.number] = before + share
            full = before + share >= due
            states[row.number] = label("plan_state", "paid" if full else "due")
    heading = schema.PLANS.heading
    desk.book.write(schema.PLANS.table, heading("paid"), paid)
    desk.book.write(schema.PLANS.table, heading("state"), states)


def _instalments(desk: Desk, debtor: str, invoice: str) -> Iterator[Row]:
    heading = schema.PLANS.heading
    cancelled = label("plan_state", "cancelled")
    for row in desk.book.read(schema.PLANS.table).rows:
        items = str(row.cells[heading("items")] or "").split("; ")
        ours = str(row.cells[heading("debtor")]) == debtor
        held = not invoice or items == [""] or invoice in items
        if ours and held and row.cells[heading("state")] != cancelled:
            yield row


def _money(row: Row, key: str) -> Decimal:
    return Decimal(str(row.cells[schema.PLANS.heading(key)] or 0))
