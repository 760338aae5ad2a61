"""`record hold` and `record release`: invoices that nobody reminds of for a while, and why.

A settlement suspends its invoices too: where nobody has suspended them otherwise, letting them go
ends it.
"""

from collections.abc import Collection, Sequence

from ..core.errors import BadArgumentError, NothingToRecordError
from ..core.findings import Reason
from ..core.records import Receivable, Settlement, Status
from .agreed import about, ending, holding
from .desk import Desk
from .lines import HOLD, RELEASE
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

    Of invoices that only a settlement holds, it ends the settlement: the whole is owed again.

    Args:
        desk: the workbook.
        entry: the day and the moment of the entry.
        debtor: whose invoices.
        reason: why, for the journal; a settlement does not end without.
        invoices: their numbers, every suspended one when empty. One that is not suspended is left
            out.

    Raises:
        BadArgumentError: no reason is given to end a settlement.
        UnknownDebtorError, UnknownInvoiceError: no such debtor or open invoice.
        NothingToRecordError: none of them is suspended.
    """
    ended = settlements_of(desk, entry, debtor, invoices)
    if not ended:
        return _change(desk, entry, debtor, RELEASE, reason.strip(), invoices)
    if not reason.strip():
        raise BadArgumentError(argument="reason", value=reason)
    lines = [ending(one, "cancelled", entry, reason.strip()) for one in ended]
    return Recorded(tuple(desk.ledger.log(line) for line in lines))


def settlements_of(
    desk: Desk, entry: Entry, debtor: str, invoices: Collection[str]
) -> tuple[Settlement, ...]:
    """Return the settlements that letting some invoices go ends; none while one is suspended."""
    desk.debtor(debtor)
    desk.check_day(entry.day)
    items = _items(desk, debtor, invoices)
    if any(item.status == BEFORE[RELEASE] for item in items):
        return ()
    return about(holding(desk, entry, debtor), items)


def _change(
    desk: Desk, entry: Entry, debtor: str, step: str, reason: str, invoices: Collection[str]
) -> Recorded:
    desk.debtor(debtor)
    desk.check_day(entry.day)
    items = _items(desk, debtor, invoices)
    changed = [item for item in items if item.status == BEFORE[step]]
    if not changed:
        raise NothingToRecordError(reason=step, debtor=debtor)
    event = heard(desk, entry, debtor, tuple(item.number for item in changed), step, reason)
    others = [item for item in items if item.status != BEFORE[step]] if invoices else []
    return Recorded((event,), tuple((debtor, _why_not(item, step)) for item in others))


def _items(desk: Desk, debtor: str, invoices: Collection[str]) -> Sequence[Receivable]:
    """The named items, or all that the debtor owes; a credit is never suspended."""
    if invoices:
        return [find_item(desk, debtor, number) for number in dict.fromkeys(invoices)]
    return [item for item in desk.receivables if item.debtor == debtor and item.open > 0]


def _why_not(item: Receivable, step: str) -> Reason:
    code = item.status if step == HOLD else "not_on_hold"
    return Reason(code, {"number": item.number})
