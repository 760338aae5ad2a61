"""Drafts that ask again for interest and fixed sums which a penalty note has brought since.

A verb and an import log such a payment; one that a person types into `Règlements` has no line, and
counts as later than every draft until a verb that writes gives it one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ..core.history import read
from ..core.journal import reversed_numbers
from ..core.money import ZERO
from ..core.notes import about, notes_of, paid_on
from ..core.parse import parse_amount
from ..core.question import whole_policy
from ..core.received import lines_of
from ..core.records import Case, Event, Payment
from ..core.standing import paid_on_notes
from ..core.told import told
from .desk import Desk
from .lines import PAYMENT, RECEIVED


def asks_what_was_paid(desk: Desk, case: Case, draft: Event, as_of: date) -> bool:
    """Tell whether a draft claims sums of a note that was paid, in part at least, after it.

    They are in no key of a draft, because they grow every day.

    Args:
        desk: the workbook.
        case: the debtor.
        draft: one of the debtor's.
        as_of: payments until that day count.
    """
    if not whole_policy(case, desk.setting).has_claimed(draft.step):
        return False
    events = desk.events_of(draft.debtor)
    numbers = {note.number for note in about(notes_of(events), draft.items)}
    if not numbers:
        return False
    return any(one.note in numbers for one in _typed(desk, draft.debtor, as_of)) or any(
        event.number > draft.number and not numbers.isdisjoint(event.items)
        for event in read(events).events
        if event.step in (PAYMENT, RECEIVED)
    )


def beyond_note(desk: Desk, event: Event, paid: Payment) -> Decimal:
    """Return what a payment of a note brings beyond all that the note asks for.

    Args:
        desk: the workbook.
        event: the line of the payment, whose own rows are left aside when they are there.
        paid: the payment, whole; of an invoice, or of a note whose invoices are not all in the
            workbook any more, nothing is told.
    """
    known = [one for one in desk.receivables if one.debtor == paid.debtor]
    events = desk.events_of(paid.debtor)
    note = next((one for one in notes_of(events) if one.number == paid.invoice), None)
    if note is None or not {one.number for one in known}.issuperset(note.items):
        return ZERO
    ours = [one for one in desk.payments if one.debtor == paid.debtor]
    lines = lines_of(ours, desk.history_of(paid.debtor).events)
    told_by = zip(ours, lines, strict=True)
    before = [one for one, line in told_by if not line or line != event.number]
    listed = {one.number for one in known if one.currency == paid.currency}
    settled = [one for one in known if one.open == 0]
    day = max(event.day, paid.value_date)

    def brought(payments: Sequence[Payment]) -> Decimal:
        case = replace(desk.case(paid.debtor), payments=tuple(payments))
        history = desk.history_of(paid.debtor)
        found = paid_on_notes(case, desk.setting, history, day, settled)
        return sum((sum_ for number, sum_ in found.items() if number in listed), ZERO)

    return max(paid.amount - (brought([*before, paid]) - brought(before)), ZERO)


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was paid on a note and no line of the journal tells."""

    note: str
    amount: Decimal
    currency: str


def log_typed(desk: Desk, day: date, entered_at: str) -> None:
    """Log what a person has typed into `Règlements` as paid on notes.

    A draft that is written afterwards knows of it, and must not be ended for it.

    Args:
        desk: the workbook.
        day: the day of the lines; payments until then count.
        entered_at: the moment of the entry.
    """
    for debtor in dict.fromkeys(one.debtor for one in desk.payments):
        for one in _typed(desk, debtor, day):
            desk.ledger.log(received(debtor, one.note, one.amount, one.currency, day, entered_at))


def received(
    debtor: str, note: str, amount: Decimal, currency: str, day: date, entered_at: str
) -> Event:  # fmt: skip
    """Return the line that tells a payment of a note which no verb has noted."""
    return Event(
        number=0, day=day, debtor=debtor, items=(note,), step=RECEIVED, direction="in",
        outcome="done", document=f"{amount:.2f} {currency}", entered_at=entered_at,
    )  # fmt: skip


def _typed(desk: Desk, debtor: str, as_of: date) -> Iterator[_Typed]:
    """What the sheet has beyond the journal: note by note, currency by currency."""
    events = desk.events_of(debtor)
    payments = [one for one in desk.payments if one.debtor == debtor and one.invoice]
    currencies = dict.fromkeys(one.currency for one in payments)
    for note in notes_of(events) if payments else ():
        for currency in currencies:
            rest = paid_on(note, payments, as_of, currency)
            rest -= _logged(events, note.number, currency) if rest else ZERO
            if rest > 0:
                yield _Typed(note.number, rest, currency)


def _logged(events: tuple[Event, ...], note: str, currency: str) -> Decimal:
    """What the lines tell of a note.

    A reversed line of a payment has taken its row along. That of a received one leaves the row to
    a person, and is not to be written again meanwhile.
    """
    void = reversed_numbers(events)
    amounts = (
        told(one.document)[0].partition(" ")
        for one in events
        if note in one.items and one.direction == "in" and one.outcome == "done"
        if one.step == RECEIVED or (one.step == PAYMENT and one.number not in void)
    )
    return sum((parse_amount(sum_) for sum_, _, code in amounts if code == currency), ZERO)
