"""The rows that a reversed entry had written: emptied, so that the agenda forgets them too."""

from collections.abc import Callable, Collection, Sequence
from decimal import Decimal

from ..core.errors import NothingToRecordError
from ..core.history import TAKEOVER, valid_events
from ..core.money import ZERO
from ..core.records import Event, Payment
from ..core.told import happened_on, told
from ..workbook import schema
from .clearing import clear
from .desk import TAKEOVER_PENDING, Desk
from .settling import settle_plan, settle_promises
from .ties import KNOWN, MATCHED, tie_of, untie

PAYMENT = "payment"


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


def check_untied(desk: Desk, wrong: Collection[Event]) -> None:
    """Refuse to take back a payment that an import has tied, unless its tie goes with it.

    Raises:
        NothingToRecordError: facts `debtor` (the line), `line` (that of the tie) and `numbers`.
    """
    numbers = {event.number for event in wrong}
    for event in wrong:
        if event.direction != "in" or event.step != PAYMENT or _shares(desk, event):
            continue
        tie = tie_of(desk, event)
        if tie and tie.number not in numbers:
            raise NothingToRecordError(
                reason="matched", debtor=f"#{event.number}", line=f"#{tie.number}",
                numbers=f"{event.number} {tie.number}",
            )  # fmt: skip


def _promise(desk: Desk, event: Event) -> None:
    rows = [
        one.row
        for one in desk.promises
        if (one.debtor, one.made_on, one.items) == (event.debtor, event.day, event.items)
        and event.document in ("", f"{one.amount:.2f} EUR {one.by}")
    ]
    clear(desk.book, schema.PROMISES, rows[-1:])


def _dispute(desk: Desk, event: Event) -> None:
    rows = [
        one.row
        for one in desk.disputes
        if (one.debtor, one.opened_on) == (event.debtor, event.day) and one.invoice in event.items
    ]
    clear(desk.book, schema.DISPUTES, rows[-1:])


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
        clear(desk.book, schema.PLANS, plans[0])


def _payment(desk: Desk, event: Event) -> None:
    taken = _shares(desk, event)
    clear(desk.book, schema.PAYMENTS, [one.row for one in taken])
    desk.payments = tuple(one for one in desk.payments if one not in taken)
    for one in taken:
        _owe_again(desk, one)
        settle_plan(desk, event.debtor, one.invoice, -one.amount, one.currency)
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
    """The payment of that amount, with what exceeded the invoice: just below, or put back since."""
    for one in reversed([one for one in same_day if one.invoice == invoice]):
        if f"{one.amount:.2f} {one.currency}" == said:
            return [one]
        free = [two for two in same_day if not two.invoice]
        for two in sorted(free, key=lambda two: two.row != one.row + 1):
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


def _tie(desk: Desk, event: Event) -> None:
    """What the import brought is money of its own again."""
    claims = {
        item.number: item.currency
        for item in desk.receivables
        if item.debtor == event.debtor and item.amount > 0
    }
    for part in untie(desk, event):
        if part.number in claims:
            settle_plan(desk, event.debtor, part.number, part.amount, claims[part.number])
    settle_promises(desk, event.debtor)


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
    PAYMENT: _payment,
    MATCHED: _tie,
    KNOWN: _tie,
}
