"""The rows that a reversed entry had written: emptied, so that the agenda forgets them too."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from ..core.history import TAKEOVER, valid_events
from ..core.money import ZERO
from ..core.records import Event, Payment
from ..core.told import happened_on, told
from ..workbook import schema
from .desk import TAKEOVER_PENDING, Desk
from .settling import settle_plan, settle_promises


def undo(desk: Desk, event: Event) -> None:
    """Take back what `record` had written beside the journal for an event.

    Args:
        desk: the workbook.
        event: a line that is being reversed; one that wrote nothing else is passed over.
    """
    if event.direction == "in" and event.step in _UNDOERS:
        _UNDOERS[event.step](desk, event)
    if event.step == TAKEOVER:
        _takeover(desk, event)


def _promise(desk: Desk, event: Event) -> None:
    rows = [
        one.row
        for one in desk.promises
        if (one.debtor, one.made_on, one.items) == (event.debtor, event.day, event.items)
        and event.document in ("", f"{one.amount:.2f} EUR {one.by}")
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
    plans: list[list[int]] = []
    for row in desk.book.read(schema.PLANS.table).rows:
        if (
            str(row.cells[heading("debtor")]) == event.debtor
            and row.cells[heading("agreed_on")] == event.day
            and set(str(row.cells[heading("items")] or "").split("; ")) <= {"", *event.items}
        ):
            if row.cells[heading("number")] == 1 or not plans:
                plans.append([])
            plans[-1].append(row.number)
    if len(plans) == 1:  # else nobody can tell which one was meant
        _empty(desk, schema.PLANS, plans[0])


def _payment(desk: Desk, event: Event) -> None:
    taken = _shares(desk, event)
    _empty(desk, schema.PAYMENTS, [one.row for one in taken])
    desk.payments = tuple(one for one in desk.payments if one not in taken)
    for one in taken:
        _owe_again(desk, one)
        settle_plan(desk, event.debtor, one.invoice, -one.amount)
    settle_promises(desk, event.debtor)


def _shares(desk: Desk, event: Event) -> Sequence[Payment]:
    """The last payment of that value date on the invoice, and what exceeded it."""
    invoice = event.items[0] if event.items else ""
    credited, said = happened_on(event), told(event.document)[0]
    same_day = [
        one for one in desk.payments if (one.debtor, one.value_date) == (event.debtor, credited)
    ]
    if said:
        return _exact(same_day, invoice, said)
    taken = [one for one in same_day if one.invoice == invoice][-1:]
    below = {one.row + 1 for one in taken if one.invoice and _is_settled(desk, one)}
    return taken + [one for one in same_day if one.row in below and not one.invoice]


def _exact(same_day: Sequence[Payment], invoice: str, said: str) -> Sequence[Payment]:
    """The payment of that amount, with what exceeded the invoice and stands just below."""
    for one in reversed([one for one in same_day if one.invoice == invoice]):
        if f"{one.amount:.2f} {one.currency}" == said:
            return [one]
        below = [two for two in same_day if two.row == one.row + 1 and not two.invoice]
        for two in below:
            if invoice and f"{one.amount + two.amount:.2f} {one.currency}" == said:
                return [one, two]
    return []


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
        if (item.debtor, item.number) == (payment.debtor, payment.invoice) and item.amount > 0
    }
    desk.book.write(schema.INVOICES.table, schema.INVOICES.heading("paid"), dict(paid))


def _empty(desk: Desk, sheet: schema.Sheet, rows: Iterable[int]) -> None:
    numbers = list(rows)
    for column in sheet.columns:
        desk.book.write(sheet.table, column.heading, dict.fromkeys(numbers, None))


def _takeover(desk: Desk, event: Event) -> None:
    """Without a line of the take-over nothing was taken over: it is to be confirmed again."""
    others = (one for one in valid_events(desk.ledger.events) if one.number != event.number)
    if not any(one.step == TAKEOVER for one in others):
        desk.book.set("Reprise", TAKEOVER_PENDING)


_UNDOERS: dict[str, Callable[[Desk, Event], None]] = {
    "promise": _promise,
    "dispute": _dispute,
    "dispute_resolved": _resolution,
    "plan": _plan,
    "payment": _payment,
}
