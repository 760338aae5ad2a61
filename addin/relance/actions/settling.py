"""What a payment does to promises and plans, and what its reversal undoes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import inf

from ..core.currency import MAIN_CURRENCY
from ..core.history import read
from ..core.money import ZERO
from ..core.notes import PREFIX
from ..core.parse import parse_amount
from ..core.records import Event, Payment, Promise, Receivable
from ..core.settlements import agreed, part_of
from ..wording.labels import label
from ..workbook import schema
from .book import Cell, Row
from .desk import Desk
from .lines import RECEIVED, without_line


@dataclass(slots=True)
class _Money:
    """What came, and how much of it no promise has taken yet; a blank `invoice` is unmatched."""

    day: date
    left: Decimal
    currency: str
    invoice: str

    def pays(self, promise: Promise) -> bool:
        """Tell whether it may keep a promise: its currency, one of its items, not before it."""
        ours = not self.invoice or not promise.items or self.invoice in promise.items
        return ours and self.currency == promise.currency and self.day >= promise.made_on


def settle_promises(desk: Desk, debtor: str, but: Event | None = None) -> None:
    """Say which promises are kept: what came since, each sum once, the oldest promise first.

    Args:
        desk: the workbook; its payments are those of now.
        debtor: who promised.
        but: a payment of an import that is being reversed, and counts no more.
    """
    received = _received(desk, debtor, but)
    states: dict[int, Cell] = {}
    for promise in _standing(desk, debtor):
        kept = _take(received, promise) >= promise.amount
        if kept != bool(promise.kept):
            states[promise.row] = label("promise_state", "kept" if kept else "pending")
    desk.book.write(schema.PROMISES.table, schema.PROMISES.heading("state"), states)


def _standing(desk: Desk, debtor: str) -> list[Promise]:
    """The promises that were not broken, the oldest first."""
    ours = (one for one in desk.promises if one.debtor == debtor and one.kept is not False)
    return sorted(ours, key=lambda one: (one.made_on, one.row))


def _received(desk: Desk, debtor: str, but: Event | None) -> list[_Money]:
    """What a debtor has paid, oldest first; what is unmatched may keep any promise, so it waits."""
    noted = [
        _Money(one.value_date, one.amount, one.currency, one.invoice)
        for one in desk.payments
        if one.debtor == debtor
    ]
    imported = [
        _imported(event)
        for event in without_line(desk.events_of(debtor), but)
        if event.step == RECEIVED and event.direction == "in" and not of_a_note(event)
    ]
    return sorted(noted + imported, key=lambda one: (not one.invoice, one.day))


def of_a_note(event: Event) -> bool:
    """Tell whether an import has brought a payment of a note: its row in `Règlements` counts."""
    return event.items[:1] != () and event.items[0].startswith(PREFIX)


def _imported(event: Event) -> _Money:
    amount, currency = event.document.split()[:2]
    return _Money(event.day, parse_amount(amount), currency, event.items[0])


def _take(received: list[_Money], promise: Promise) -> Decimal:
    """Take from what came since a promise as much as it needs; returns what was taken."""
    taken = ZERO
    for one in received:
        if one.pays(promise):
            share = min(one.left, promise.amount - taken)
            one.left -= share
            taken += share
    return taken


def settle_imported(
    before: Desk, desk: Desk, matched: Mapping[tuple[str, str], Decimal], day: date,
    entered_at: str,
) -> None:  # fmt: skip
    """Fill plans and promises with the payments that an import has brought.

    Args:
        before: the workbook as it was read before the import.
        desk: the workbook as it is read after it.
        matched: by debtor and number, what was noted by hand before, and has filled them then.
        day: the day of the import.
        entered_at: the moment of the entry.
    """
    paid = {item.row: item.paid for item in before.receivables}
    touched = dict.fromkeys(debtor for debtor, _ in matched)
    touched |= dict.fromkeys(one.debtor for one in _new_payments(before, desk))
    for item in desk.receivables:
        growth = item.paid - paid.get(item.row, item.paid)
        growth -= matched.get((item.debtor, item.number), ZERO)
        if growth <= 0 or item.amount <= 0:
            continue
        settle_plan(desk, item.debtor, item.number, growth, item.currency)
        touched[item.debtor] = None
        noted = _noted(before, desk, item.debtor, item.number)
        if growth > noted and _waits(desk, item):
            _log_received(desk, item, growth - noted, day, entered_at)
    for debtor in touched:
        settle_promises(desk, debtor)


def _waits(desk: Desk, item: Receivable) -> bool:
    """Tell whether a promise or a settlement waits for money in the currency of an item."""
    promised = any(
        one.kept is None and one.currency == item.currency for one in _standing(desk, item.debtor)
    )
    return promised or any(item.number in one.items for one in agreed(desk.history_of(item.debtor)))


def _new_payments(before: Desk, desk: Desk) -> list[Payment]:
    known = {one.row for one in before.payments}
    return [one for one in desk.payments if one.row not in known]


def _noted(before: Desk, desk: Desk, debtor: str, invoice: str) -> Decimal:
    """What the import has noted in `Règlements` for an invoice: it counts there already."""
    return sum(
        (
            one.amount
            for one in _new_payments(before, desk)
            if (one.debtor, one.invoice) == (debtor, invoice)
        ),
        ZERO,
    )


def _log_received(
    desk: Desk, item: Receivable, amount: Decimal, day: date, entered_at: str
) -> None:
    event = Event(
        number=0, day=day, debtor=item.debtor, items=(item.number,), step=RECEIVED, direction="in",
        outcome="done", document=f"{amount:.2f} {item.currency}", entered_at=entered_at,
    )  # fmt: skip
    desk.ledger.log(event)


def settled_part(desk: Desk, event: Event, payment: Payment) -> Decimal:
    """Return what settlements take of a payment, as they stood when its line was written.

    Args:
        desk: the workbook, with the payment among its own.
        event: the line of the payment, in the journal or about to be.
        payment: it, or what of it exceeds its invoice.
    """
    if payment.invoice:
        return ZERO
    ours = tuple(one for one in desk.payments if one.debtor == payment.debtor)
    known = [one for one in desk.events_of(payment.debtor) if one.number < (event.number or inf)]
    return part_of(payment, replace(desk.case(payment.debtor), payments=ours), read(known))


def settle_plan(desk: Desk, debtor: str, invoice: str, amount: Decimal, currency: str) -> None:
    """Fill the instalments that are due first, whatever their plan, or empty the last ones.

    Args:
        desk: the workbook.
        debtor: who pays.
        invoice: what is paid; one that the plan does not hold leaves it alone; "" unmatched.
        amount: positive for a payment, negative for its reversal.
        currency: of the amount; a plan in another one is left alone.
    """
    days = {line.row: line.day for one in desk.plans for line in one.instalments}
    rows = sorted(
        _instalments(desk, debtor, invoice, currency),
        key=lambda row: (days.get(row.number, date.max), row.number),
    )
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


def _instalments(desk: Desk, debtor: str, invoice: str, currency: str) -> Iterator[Row]:
    heading = schema.PLANS.heading
    currencies = {item.number: item.currency for item in desk.receivables if item.debtor == debtor}
    cancelled = label("plan_state", "cancelled")
    for row in desk.book.read(schema.PLANS.table).rows:
        items = str(row.cells[heading("items")] or "").split("; ")
        ours = str(row.cells[heading("debtor")]) == debtor
        held = not invoice or items == [""] or invoice in items
        same = currencies.get(items[0], MAIN_CURRENCY) == currency  # a plan has one currency
        if ours and held and same and row.cells[heading("state")] != cancelled:
            yield row


def _money(row: Row, key: str) -> Decimal:
    return Decimal(str(row.cells[schema.PLANS.heading(key)] or 0))
