"""Statements of account of a month: one a debtor, another only when something has changed."""

from ..core.findings import Reason
from ..core.history import read
from ..core.notes import is_of_key
from ..core.records import Decision, Event
from .batch import Order
from .desk import Desk


def stated_already(desk: Desk, order: Order, decision: Decision, key: str) -> tuple[Reason, ...]:
    """Return why the statement of a debtor whom nobody named is not written again, () to write it.

    The key holds what is open: the same one tells that nothing has changed since. A statement that
    is not in the folder any more is written again.
    """
    if decision.document != "statement":
        return ()
    told = (
        event
        for event in reversed(read(desk.events_of(decision.debtor.code)).events)
        if event.step == "statement"
        and _is_of_month(event, order)
        and is_of_key(event.document, key)
    )
    last = next(told, None)
    if last is None or not (order.folder / last.document).is_file():
        return ()
    facts = {"day": last.day, "document": last.document}
    return (Reason("statement_unchanged", facts),)


def _is_of_month(event: Event, order: Order) -> bool:
    """Tell whether a line is of an earlier day of the month: today's is written over itself."""
    day = order.as_of
    return (event.day.year, event.day.month) == (day.year, day.month) and event.day < day
