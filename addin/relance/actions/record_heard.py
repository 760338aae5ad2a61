"""What the debtor said: promise, dispute, plan; each is a row of its sheet and an event."""

from datetime import date
from decimal import Decimal

from ..core.errors import BadArgumentError, NothingToRecordError
from ..core.money import ZERO
from ..core.plan import instalments
from ..core.records import Case, Dispute, Event, Instalment, PaymentPlan, Promise, Receivable
from ..workbook import schema, write
from .desk import Desk
from .record import Entry, Recorded, check_amount, find_item, late_items, open_case


def promise(
    desk: Desk, entry: Entry, debtor: str, amount: Decimal, by: date, note: str = ""
) -> Recorded:
    """Write down a promise of payment; it holds the debtor's reminders until its day.

    Raises:
        BadArgumentError: the amount is not positive, or the day is before that of the entry.
        NothingToRecordError: the debtor has no open item.
    """
    check_amount(amount)
    if by < entry.day:
        raise BadArgumentError(argument="by", value=by)
    desk.check_day(entry.day)
    case = open_case(desk, debtor)
    items = late_items(case, entry.day) or tuple(
        item.number for item in case.items if item.open > 0
    )
    record = Promise(debtor, amount, by, entry.day, items)
    row = write.promise(record) | {schema.PROMISES.heading("note"): note or None}
    desk.book.append(schema.PROMISES.table, [row])
    said = f"{amount:.2f} EUR {by}"
    return Recorded((heard(desk, entry, debtor, items, "promise", note, said),))


def heard(
    desk: Desk, entry: Entry, debtor: str, items: tuple[str, ...], step: str, note: str = "",
    said: str = "",
) -> Event:  # fmt: skip
    """Log what the debtor said or did: incoming, no contact of ours; returns the event.

    `said` (amount, day) goes to the document field, which the hash covers: a reversal needs it.
    """
    event = Event(
        number=0, day=entry.day, debtor=debtor, items=items, step=step, direction="in",
        outcome="done", document=said, note=note, entered_at=entry.entered_at,
    )  # fmt: skip
    return desk.ledger.log(event)


def dispute(
    desk: Desk, entry: Entry, debtor: str, invoice: str, reason: str, resolve: bool = False
) -> Recorded:
    """Open a dispute on an invoice, or resolve the one that is open.

    Raises:
        UnknownInvoiceError: the debtor has no open item of that number.
        NothingToRecordError: there is no open dispute to resolve.
    """
    desk.debtor(debtor)
    desk.check_day(entry.day)
    if resolve:
        _resolve(desk, entry, debtor, invoice)
        return Recorded((heard(desk, entry, debtor, (invoice,), "dispute_resolved", reason),))
    find_item(desk, debtor, invoice)
    desk.book.append(
        schema.DISPUTES.table, [write.dispute(Dispute(debtor, invoice, reason, entry.day))]
    )
    return Recorded((heard(desk, entry, debtor, (invoice,), "dispute", reason),))


def _resolve(desk: Desk, entry: Entry, debtor: str, invoice: str) -> None:
    rows = {
        found.row: entry.day
        for found in desk.disputes
        if found.debtor == debtor and found.invoice == invoice and found.resolved_on is None
    }
    if not rows:
        raise NothingToRecordError(reason="dispute", debtor=debtor)
    desk.book.write(schema.DISPUTES.table, schema.DISPUTES.heading("resolved_on"), dict(rows))


def plan(
    desk: Desk, entry: Entry, debtor: str, count: int, first: date, note: str = "",
    *, insurer_agreed: bool = False,
) -> Recorded:  # fmt: skip
    """Write down a payment plan over what the debtor owes in one currency, without interest.

    Items in dispute, held or retained stay out; euros come first, else what is owed most.

    Raises:
        BadArgumentError: fewer than two instalments, a first day before the entry, or a credit
            insurer who has not agreed.
        NothingToRecordError: nothing is left to plan.
    """
    if count < 2:
        raise BadArgumentError(argument="instalments", value=count)
    if first < entry.day:
        raise BadArgumentError(argument="first", value=first)
    desk.check_day(entry.day)
    case = open_case(desk, debtor)
    if case.debtor.insurance and not insurer_agreed:
        raise BadArgumentError(reason="plan_insured", argument="insurer_agreed", value=debtor)
    planned = _planned(case)
    owed = sum((item.open for item in planned), ZERO)
    items = tuple(item.number for item in planned if item.open > 0)
    if owed <= 0:
        raise NothingToRecordError(reason="plan", debtor=debtor)
    lines = tuple(
        Instalment(line.number, line.day, line.amount) for line in instalments(owed, count, first)
    )
    agreed = PaymentPlan(debtor, entry.day, lines, items)
    desk.book.append(schema.PLANS.table, list(write.plan(agreed)))
    said = f"{owed:.2f} {planned[0].currency} {count} {first}"
    return Recorded((heard(desk, entry, debtor, items, "plan", note, said),))


def _planned(case: Case) -> list[Receivable]:
    """The items that a plan may hold, credits of the same currency included."""
    disputed = {one.invoice for one in case.disputes if one.resolved_on is None}
    free = [
        item
        for item in case.items
        if item.status == "open" and item.kind != "retention" and item.number not in disputed
    ]
    owed: dict[str, Decimal] = {}
    for item in free:
        owed[item.currency] = owed.get(item.currency, ZERO) + item.open
    chosen = max(owed, key=lambda code: (owed[code] > 0, code == "EUR", owed[code]), default="")
    return [item for item in free if item.currency == chosen]
