"""The tie between a payment of ours and what it pays: rows of `Règlements`, a journal's line.

A line tells the parts of the payment in the order of the numbers, and its value date.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ..core.history import valid_events
from ..core.matching import Part
from ..core.money import ZERO
from ..core.parse import parse_amount
from ..core.records import Event, Payment
from ..core.told import dated, happened_on, told
from ..workbook import schema, write
from .clearing import clear
from .desk import Desk
from .lines import KNOWN, MATCHED

PLUS = " + "


def tie(desk: Desk, parts: Sequence[Part], known: bool, day: date, entered_at: str) -> None:
    """Tie one payment to what it pays.

    Args:
        desk: the workbook.
        parts: the whole payment.
        known: the export tells the payment itself, so that ours would be a second one.
        day: the day of the import.
        entered_at: the moment of the entry.
    """
    parts = sorted(parts, key=lambda part: part.number)
    payment = parts[0].payment
    if known:
        clear(desk.book, schema.PAYMENTS, [payment.row])
    else:
        _name(desk, payment, parts)
    amounts = PLUS.join(f"{part.amount:.2f}" for part in parts)
    event = Event(
        number=0, day=day, debtor=payment.debtor, items=tuple(part.number for part in parts),
        step=KNOWN if known else MATCHED, direction="in", outcome="done",
        document=dated(f"{amounts} {payment.currency}", payment.value_date),
        entered_at=entered_at,
    )  # fmt: skip
    desk.ledger.log(event)


def _name(desk: Desk, payment: Payment, parts: Sequence[Part]) -> None:
    """The payment's row takes the first number; a payment of several items becomes several rows."""
    heading, table = schema.PAYMENTS.heading, schema.PAYMENTS.table
    first, *others = parts
    desk.book.write(table, heading("invoice"), {payment.row: first.number})
    if others:
        desk.book.write(table, heading("amount"), {payment.row: first.amount})
        rows = [replace(payment, invoice=part.number, amount=part.amount) for part in others]
        desk.book.append(table, [write.payment(row) for row in rows])


def untie(desk: Desk, event: Event) -> tuple[Part, ...]:
    """Make a payment one without an invoice again, netted as before.

    Args:
        desk: the workbook.
        event: the line that told the tie.

    Returns:
        What it was tied to; nothing when somebody has changed its rows since.
    """
    amounts, currency = _told(event)
    whole = Payment(event.debtor, sum(amounts, ZERO), happened_on(event), "", currency)
    parts = tuple(
        Part(whole, number, amount)
        for number, amount in zip(sorted(event.items), amounts, strict=True)
    )
    if event.step == KNOWN:
        desk.book.append(schema.PAYMENTS.table, [write.payment(whole)])
        return parts
    rows = [row for part in parts for row in _rows(desk, part)]
    if len(rows) < len(parts):
        return ()
    _unname(desk, rows)
    return parts


def _rows(desk: Desk, part: Part) -> list[Payment]:
    """The last row that says so, none when somebody has changed it since."""
    row = replace(part.payment, invoice=part.number, amount=part.amount)
    return [one for one in desk.payments if replace(one, note="", row=0) == row][-1:]


def _unname(desk: Desk, rows: Sequence[Payment]) -> None:
    heading, table = schema.PAYMENTS.heading, schema.PAYMENTS.table
    first, *others = rows
    total = sum((row.amount for row in rows), ZERO)
    desk.book.write(table, heading("invoice"), {first.row: None})
    desk.book.write(table, heading("amount"), {first.row: total})
    clear(desk.book, schema.PAYMENTS, [row.row for row in others])


def tie_of(desk: Desk, line: Event) -> Event | None:
    """Return the line that tied the payment that another line tells, None when none did.

    Args:
        desk: the workbook.
        line: a payment; what exceeded its invoice may have been tied alone.
    """
    amounts, currency = _told(line)
    for event in valid_events(desk.events_of(line.debtor)):
        tied, tied_in = _told(event) if event.step in (MATCHED, KNOWN) else ((), "")
        same = tied_in == currency and happened_on(event) == happened_on(line)
        if same and event.number > line.number and sum(tied) <= sum(amounts):
            return event
    return None


def _told(event: Event) -> tuple[tuple[Decimal, ...], str]:
    """The amounts that a line tells and their currency: "300.00 + 200.00 EUR"."""
    amounts, _, currency = told(event.document)[0].rpartition(" ")
    return tuple(parse_amount(one) for one in amounts.split(PLUS) if one), currency
