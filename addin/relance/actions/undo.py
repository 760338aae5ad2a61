"""The rows that a reversed entry had written: emptied, so that the agenda forgets them too."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal

from ..core.allocation import Money
from ..core.errors import NothingToRecordError
from ..core.history import TAKEOVER, valid_events
from ..core.money import ZERO
from ..core.notes import PREFIX
from ..core.received import of_a_note
from ..core.records import Event, Payment, Receivable
from ..core.told import happened_on, told
from ..workbook import schema
from .clearing import clear
from .desk import TAKEOVER_PENDING, Desk
from .disputed_rows import rows_opened, rows_resolved
from .lines import (
    DISPUTE,
    KNOWN,
    MATCHED,
    PAYMENT,
    PLAN,
    PROMISE,
    RECEIVED,
    RESOLVED,
)
from .plans import take_back_plan
from .settling import came, payments_now, settle_agreed
from .status import GIVEN, take_back
from .ties import tie_of, untie


def undo(desk: Desk, event: Event, day: date) -> bool:
    """Take back what a verb had written beside the journal for an event.

    Args:
        desk: the workbook.
        event: a line that is being reversed; one that wrote nothing else is passed over.
        day: the day of the reversal.

    Returns:
        False when the rows that the line wrote can't be found: a person has to look.
    """
    stamped = desk.book.get("AsOf")
    if stamped == event.day and event.day > day:
        desk.book.set("AsOf", day)  # stamped by the verb whose day was wrong
    if event.step == TAKEOVER:
        _takeover(desk, event)
    if event.direction == "in" and event.step in _UNDOERS:
        return _UNDOERS[event.step](desk, event)
    return True


def check_untied(desk: Desk, wrong: Collection[Event]) -> None:
    """Refuse to take back a payment that an import has tied, unless its tie goes with it.

    Raises:
        NothingToRecordError: facts `of` (the line), `line` (that of the tie) and `numbers`.
    """
    numbers = {event.number for event in wrong}
    for event in wrong:
        if event.direction != "in" or event.step != PAYMENT or _shares(desk, event):
            continue
        tie = tie_of(desk, event)
        if tie and tie.number not in numbers:
            raise NothingToRecordError(
                reason="matched", debtor=event.debtor, of=event.number, line=tie.number,
                numbers=f"{event.number} {tie.number}",
            )  # fmt: skip


def _promise(desk: Desk, event: Event) -> bool:
    rows = [
        one.row
        for one in desk.promises
        if (one.debtor, one.made_on, one.items) == (event.debtor, event.day, event.items)
        and event.document.split()[::2] in ([], [f"{one.amount:.2f}", str(one.by)])
    ]
    clear(desk.book, schema.PROMISES, rows[-1:])
    return bool(rows)


def _dispute(desk: Desk, event: Event) -> bool:
    rows = rows_opened(desk, event)
    clear(desk.book, schema.DISPUTES, rows)
    return bool(rows)


def _resolution(desk: Desk, event: Event) -> bool:
    rows = rows_resolved(desk, event)
    column = schema.DISPUTES.heading("resolved_on")
    desk.book.write(schema.DISPUTES.table, column, dict.fromkeys(rows, None))
    return bool(rows)


def _payment(desk: Desk, event: Event) -> bool:
    taken = _shares(desk, event)
    owed = [_paid_by(desk, one) for one in taken]
    if None in owed:
        return False
    before = came(desk, event.debtor, noted=event)
    clear(desk.book, schema.PAYMENTS, [one.row for one in taken])
    desk.payments = tuple(one for one in desk.payments if one not in taken)
    for one, items in zip(taken, owed, strict=True):
        _owe_again(desk, one, items or ())
    if taken:
        settle_agreed(desk, event.debtor, before, came(desk, event.debtor, but=event))
    return bool(taken)


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
    if invoice.startswith(PREFIX):  # of a note that had been paid: all of it exceeded it
        return _exact(same_day, "", said)
    return []


def _is_settled(desk: Desk, payment: Payment) -> bool:
    return all(
        item.open <= 0
        for item in desk.receivables
        if (item.debtor, item.number) == (payment.debtor, payment.invoice)
    )


def _paid_by(desk: Desk, payment: Payment) -> Sequence[Receivable] | None:
    """The row that a payment was noted on; None when rows of one number leave a doubt.

    It was the first that was open, so those above it are paid.
    """
    alike = [
        item
        for item in desk.receivables
        if (item.debtor, item.number) == (payment.debtor, payment.invoice) and item.amount > 0
    ]
    if len(alike) < 2:
        return alike
    above = (any(one.open > 0 for one in alike[:place]) for place in range(len(alike)))
    found = [
        item
        for item, is_open in zip(alike, above, strict=True)
        if not is_open and item.currency == payment.currency and item.paid >= payment.amount
    ]
    return found if len(found) == 1 else None


def _owe_again(desk: Desk, payment: Payment, items: Iterable[Receivable]) -> None:
    paid: dict[int, Decimal] = {item.row: max(item.paid - payment.amount, ZERO) for item in items}
    desk.book.write(schema.INVOICES.table, schema.INVOICES.heading("paid"), dict(paid))


def _tie(desk: Desk, event: Event) -> bool:
    """What the import brought is money of its own again; a row of the export tells it already."""
    claims = {
        item.number: item.currency
        for item in desk.receivables
        if item.debtor == event.debtor and item.amount > 0
    }
    before = came(desk, event.debtor)
    parts = untie(desk, event)
    desk.payments = payments_now(desk)
    own = [
        Money(event.day, part.amount, claims[part.number], part.number, event.number)
        for part in parts
        if part.number in claims and event.step == MATCHED
    ]
    settle_agreed(desk, event.debtor, before, came(desk, event.debtor), own)
    return bool(parts)


def _received(desk: Desk, event: Event) -> bool:
    """What an import brought was no payment: plans and promises wait for one again.

    One of a penalty note has filled none; a person takes its row out of `Règlements`.
    """
    if of_a_note(event):
        return False
    before = came(desk, event.debtor, noted=event)
    settle_agreed(desk, event.debtor, before, came(desk, event.debtor, but=event))
    return True


def _takeover(desk: Desk, event: Event) -> None:
    """Without a line of the take-over nothing was taken over: it is to be confirmed again."""
    others = (one for one in valid_events(desk.ledger.events) if one.number != event.number)
    if not any(one.step == TAKEOVER for one in others):
        desk.book.set("Reprise", TAKEOVER_PENDING)


_UNDOERS: dict[str, Callable[[Desk, Event], bool]] = {
    PROMISE: _promise,
    DISPUTE: _dispute,
    RESOLVED: _resolution,
    PLAN: take_back_plan,
    PAYMENT: _payment,
    MATCHED: _tie,
    KNOWN: _tie,
    RECEIVED: _received,
    **dict.fromkeys(GIVEN, take_back),
}
