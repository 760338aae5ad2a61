"""The same fact noted twice: a payment, a promise or a plan that the workbook has already."""

from ..core.beside import runs
from ..core.errors import AlreadyNotedError
from ..core.history import valid_events
from ..core.plan import own_terms, says
from ..core.records import Event, Payment
from ..core.told import happened_on, told
from .desk import Desk
from .lines import PAYMENT, PLAN, PROMISE
from .plans import plans_told


def check_new(desk: Desk, event: Event) -> None:
    """Refuse a payment or a promise that is there already: it would count twice.

    So is a plan that runs already: the debtor would be told of a new one that is none.

    Args:
        desk: the workbook.
        event: about to be written; one of another kind may well come twice.

    Raises:
        AlreadyNotedError: facts `line` and `day` of the journal's line; or `line` of the sheet
            `Règlements` and `reason` "row", when an import or a hand wrote it there.
    """
    if event.step not in (PAYMENT, PROMISE, PLAN):
        return
    same = _runs_alike if event.step == PLAN else _is_same
    for known in valid_events(desk.events_of(event.debtor)):
        if known.step == event.step and same(desk, known, event):
            raise AlreadyNotedError(day=known.day, line=known.number)
    rows = [row for row in desk.payments if event.step == PAYMENT and _is_row(row, event)]
    for row in rows:
        raise AlreadyNotedError(reason="row", line=row.row)


def _runs_alike(desk: Desk, known: Event, event: Event) -> bool:
    """A plan is told by invoices, sum, instalments and first day; one that has ended is gone."""
    alike = own_terms(known.document) == own_terms(event.document)
    told = plans_told(desk, known) if alike and set(known.items) == set(event.items) else []
    return any(not one.cancelled and runs(one) and says(one, event) for one in told)


def _is_same(_: Desk, known: Event, event: Event) -> bool:
    """A payment is told by amount, invoice and value date; a promise by amount and day.

    What was late has changed since the first promise: one item in common is enough.
    """
    if told(known.document)[0] != told(event.document)[0]:
        return False
    if event.step == PROMISE:
        return not set(known.items).isdisjoint(event.items)
    return known.items == event.items and happened_on(known) == happened_on(event)


def _is_row(row: Payment, event: Event) -> bool:
    invoice = event.items[0] if event.items else ""
    said, credited = told(event.document)[0], happened_on(event)
    same = (row.debtor, row.invoice, row.value_date) == (event.debtor, invoice, credited)
    return same and f"{row.amount:.2f} {row.currency}" == said
