"""`record hold` and `record release`: invoices that nobody reminds of for a while, and why.

A settlement suspends its invoices too: letting them go ends it, unless they were suspended for
something else since.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from ..core.decide import asked
from ..core.errors import BadArgumentError, NothingToRecordError
from ..core.findings import Reason
from ..core.history import valid_events
from ..core.records import Receivable, Settlement, Status
from ..core.settlements import Agreement
from ..core.settling import standing_agreements
from ..core.suspended import ABSENT, HOLD, RELEASE
from ..workbook import schema
from ..workbook.reading import read
from ..workbook.rows_items import HOLDING
from .agreed import ending
from .desk import Desk
from .record import Entry, Recorded, find_item
from .record_heard import heard

BEFORE: dict[str, Status] = {HOLD: "open", RELEASE: "on_hold"}


def hold(
    desk: Desk, entry: Entry, debtor: str, reason: str, invoices: Collection[str] = ()
) -> Recorded:
    """Suspend invoices of a debtor: they are in no reminder until they are released.

    Args:
        desk: the workbook.
        entry: the day and the moment of the entry.
        debtor: whose invoices.
        reason: why; the journal keeps it.
        invoices: their numbers, every open one to be paid when empty. One in dispute, assigned...
            keeps its status and is left out.

    Raises:
        BadArgumentError: no reason is given.
        UnknownDebtorError, UnknownInvoiceError: no such debtor or open invoice.
        NothingToRecordError: none of them can be suspended.
    """
    if not reason.strip():
        raise BadArgumentError(argument="reason", value=reason)
    return _change(desk, entry, debtor, HOLD, reason.strip(), invoices)


def release(
    desk: Desk, entry: Entry, debtor: str, reason: str = "", invoices: Collection[str] = ()
) -> Recorded:
    """Let suspended invoices of a debtor go: they are to be paid, and reminded of, again.

    A settlement about them ends, and the whole is owed again, unless it was kept or they were
    suspended after it: then it holds them as before, and the same once more ends it.

    Args:
        desk: the workbook.
        entry: the day and the moment of the entry.
        debtor: whose invoices.
        reason: why, for the journal; a settlement does not end without.
        invoices: their numbers, every suspended one when empty. One that is not suspended is left
            out; so is one that its row alone holds, and what holds it is told.

    Raises:
        BadArgumentError: no reason is given to end a settlement.
        UnknownDebtorError, UnknownInvoiceError: no such debtor or open invoice.
        NothingToRecordError: none of them is suspended.
    """
    ended = settlements_of(desk, entry, debtor, invoices)
    if ended and not reason.strip():
        raise BadArgumentError(argument="reason", value=reason)
    lines = [ending(one, "cancelled", entry, reason.strip()) for one in ended]
    over = {number for one in ended for number in one.items}
    suspended = _suspended(_items(desk, debtor, invoices))
    faulty, typed = _held_by_row(desk, suspended), _typed_rows(desk)
    stays = tuple((debtor, why) for why in faulty.values())
    free = [item for item in suspended if item.row in typed or item.row not in faulty]
    if not free and (lines or stays):
        return Recorded(tuple(desk.ledger.log(line) for line in lines), stays)
    bound = {item.row for item in suspended} - {item.row for item in free}
    done = _change(desk, entry, debtor, RELEASE, reason.strip(), invoices, over, bound)
    found = _holding(desk, entry, debtor, done.events[0].items)
    told = [(debtor, one.reason()) for one in found if one.settlement not in ended]
    events = [desk.ledger.log(line) for line in lines]
    return replace(done, events=(*done.events, *events), left_out=(*done.left_out, *stays, *told))


def settlements_of(
    desk: Desk, entry: Entry, debtor: str, invoices: Collection[str]
) -> tuple[Settlement, ...]:
    """Return the settlements that letting some invoices go ends.

    Without a number only those of what is suspended, when something is. One that was kept, or
    that was there when its invoices were suspended, is not what is meant.
    """
    desk.debtor(debtor)
    desk.check_day(entry.day)
    items = _items(desk, debtor, invoices)
    held = _suspended(items)
    numbers = [item.number for item in (items if invoices else held or items)]
    found = _holding(desk, entry, debtor, numbers)
    suspended = [item.number for item in held]
    return tuple(one.settlement for one in found if _ends(desk, one, numbers, suspended))


def _holding(
    desk: Desk, entry: Entry, debtor: str, numbers: Collection[str]
) -> list[Agreement]:  # fmt: skip
    """The settlements that hold one of some invoices."""
    found = standing_agreements(asked(desk.case(debtor), desk.setting, entry.day))
    return [
        one
        for one in found
        if one.state != "lapsed" and not set(one.settlement.items).isdisjoint(numbers)
    ]


def _ends(
    desk: Desk, one: Agreement, numbers: Collection[str], suspended: Collection[str]
) -> bool:  # fmt: skip
    """Tell whether an agreement ends with the suspension of its invoices."""
    about = set(one.settlement.items).intersection(numbers)
    if not about.issubset(suspended):
        return True  # nobody has suspended one of them: the agreement itself is let go
    later = any(
        event.step in (HOLD, ABSENT) and not about.isdisjoint(event.items)
        for event in valid_events(desk.events_of(one.settlement.debtor))
        if event.number > one.settlement.number
    )
    return one.state != "kept" and not later


def _suspended(items: Collection[Receivable]) -> list[Receivable]:
    return [item for item in items if item.status == BEFORE[RELEASE]]


def _held_by_row(desk: Desk, items: Iterable[Receivable]) -> dict[int, Reason]:
    """Why rows of `Factures` hold their items whatever their status says, by row."""
    table, status = schema.INVOICES.table, schema.INVOICES.heading("status")
    columns: dict[int, list[str]] = {}
    for one in desk.findings:
        if one.facts.get("table") == table and one.code in HOLDING and one.column != status:
            columns.setdefault(one.row, []).append(one.column)
    return {
        item.row: Reason(
            "held_by_row",
            {"number": item.number, "row": item.row, "columns": ", ".join(columns[item.row])},
        )
        for item in items
        if item.row in columns
    }


def _typed_rows(desk: Desk) -> set[int]:
    """The rows of `Factures` whose status says that they are suspended, or says nothing we know."""
    rows = read(schema.INVOICES, desk.book.read(schema.INVOICES.table))
    return {
        one.row for one in rows if one.values.get("status") == BEFORE[RELEASE] or one.bad("status")
    }


def _change(
    desk: Desk, entry: Entry, debtor: str, step: str, reason: str, invoices: Collection[str],
    over: Collection[str] = (), bound: Collection[int] = (),
) -> Recorded:  # fmt: skip
    desk.debtor(debtor)
    desk.check_day(entry.day)
    items = _items(desk, debtor, invoices)
    changed = [item for item in items if item.status == BEFORE[step] and item.row not in bound]
    if not changed:
        raise NothingToRecordError(reason=step, debtor=debtor)
    event = heard(desk, entry, debtor, tuple(item.number for item in changed), step, reason)
    left = [item for item in items if item.status != BEFORE[step] and item.number not in over]
    others = left if invoices else []
    return Recorded((event,), tuple((debtor, _why_not(item, step)) for item in others))


def _items(desk: Desk, debtor: str, invoices: Collection[str]) -> Sequence[Receivable]:
    """The named items, or all that the debtor owes; a credit is never suspended."""
    if invoices:
        return [find_item(desk, debtor, number) for number in dict.fromkeys(invoices)]
    return [item for item in desk.receivables if item.debtor == debtor and item.open > 0]


def _why_not(item: Receivable, step: str) -> Reason:
    code = item.status if step == HOLD else "not_on_hold"
    return Reason(code, {"number": item.number})
