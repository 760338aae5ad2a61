"""The rows that a reversed entry had written: emptied, so that the agenda forgets them too."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from ..core.money import ZERO
from ..core.records import Event, Payment
from ..workbook import schema
from .desk import Desk
from .settling import settle_plan, settle_promises


def undo(desk: Desk, event: Event) -> None:
    """Take back what `record` had written beside the journal for an event.

    Args:
        desk: the workbook.
        event: a line that is being reversed; one that wrote nothing else is passed over.
    """
    if event.direction == "in" and event.step in _UNDOERS:
        _UNDOERS[event.step](desk, event)


def _promise(desk: Desk, event: Event) -> None:
    rows = [
        one.row
        for one in desk.promises
        if (one.debtor, one.made_on, one.items) == (event.debtor, event.day, event.items)
    ]
    _empty(desk, schema.PROMISES, rows[-1:])


def _dispute(desk: Desk, event: Event) -> None:
    rows = [
        one.row
        for one in desk.disputes
        if (one.debtor, one.opened_on) == (event.debtor, event.day) and one.invoice in event.items
    ]
    _empty(desk, schema.DISPUTES, rows[-1:])


def _resolution(desk: Desk, event: Event) -> None:
    rows = [
        one.row
        for one in desk.disputes
        if (one.debtor, one.resolved_on) == (event.debtor, event.day) and one.invoice in event.items
    ]
    column = schema.DISPUTES.heading("resolved_on")
    desk.book.write(schema.DISPUTES.table, column, dict.fromkeys(rows, None))


def _plan(desk: Desk, event: Event) -> None:
    heading = schema.PLANS.heading
    rows = [
        row.number
        for row in desk.book.read(schema.PLANS.table).rows
        if str(row.cells[heading("debtor")]) == event.debtor
        and row.cells[heading("agreed_on")] == event.day
    ]
    _empty(desk, schema.PLANS, rows)


def _payment(desk: Desk, event: Event) -> None:
    taken = _shares(desk, event)
    _empty(desk, schema.PAYMENTS, [one.row for one in taken])
    desk.payments = tuple(one for one in desk.payments if one not in taken)
    for one in taken:
        _owe_again(desk, one)
        settle_plan(desk, event.debtor, one.invoice, -one.amount)
    settle_promises(desk, event.debtor)


def _shares(desk: Desk, event: Event) -> Sequence[Payment]:
    """The last payment of that day on the invoice, and what exceeded it, noted just below."""
    invoice = event.items[0] if event.items else ""
    same_day = [
        one for one in desk.payments if (one.debtor, one.value_date) == (event.debtor, event.day)
    ]
    taken = [one for one in same_day if one.invoice == invoice][-1:]
    below = {one.row + 1 for one in taken if one.invoice and _is_settled(desk, one)}
    return taken + [one for one in same_day if one.row in below and not one.invoice]


def _is_settled(desk: Desk, payment: Payment) -> bool:
    return all(
        item.open <= 0
        for item in desk.receivables
        if (item.debtor, item.number) == (payment.debtor, payment.invoice)
    )


def _owe_again(desk: Desk, payment: Payment) -> None:
    paid: dict[int, Decimal] = {
        item.row: max(item.paid - payment.amount, ZERO)
        for item in desk.receivables
        if (item.debtor, item.number) == (payment.debtor, payment.invoice)
    }
    desk.book.write(schema.INVOICES.table, schema.INVOICES.heading("paid"), dict(paid))


def _empty(desk: Desk, sheet: schema.Sheet, rows: Iterable[int]) -> None:
    numbers = list(rows)
    for column in sheet.columns:
        desk.book.write(sheet.table, column.heading, dict.fromkeys(numbers, None))


_UNDOERS: dict[str, Callable[[Desk, Event], None]] = {
    "promise": _promise,
    "dispute": _dispute,
    "dispute_resolved": _resolution,
    "plan": _plan,
    "payment": _payment,
}
