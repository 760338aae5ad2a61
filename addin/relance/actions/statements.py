"""Statements of account of a month: one a debtor, another only when something has changed."""

from pathlib import Path

from ..core.findings import Reason
from ..core.notes import is_of_key
from ..core.records import Case, Decision, Event
from .batch import Order
from .beside_said import Terms, beside_message, key_of_terms, with_its_copies
from .deciding import decided_one
from .desk import Desk
from .document_files import document_path, set_aside
from .edits import same_again
from .made import made


def stated_already(
    desk: Desk, order: Order, case: Case, decision: Decision, terms: Terms
) -> tuple[Reason, ...]:
    """Return why the statement of a debtor whom nobody named is not written again, () to write it.

    A statement that is not in the folder any more is written again, and so is one that would say
    something else if it were written now: another address, language, account of ours, template.
    """
    if decision.document != "statement":
        return ()
    key = key_of_terms(decision, terms)
    told = (
        event
        for event in reversed(desk.history_of(decision.debtor.code).events)
        if event.step == "statement"
        and _is_of_month(event, order)
        and is_of_key(event.document, key)
    )
    last = next(told, None)
    if last is None or not document_path(order.folder, last.document).is_file():
        return ()
    if not _would_be_said(desk, order, case, last, terms):
        return ()
    facts = {"day": last.day, "document": last.document}
    return (Reason("statement_unchanged", facts),)


def set_earlier_aside(
    desk: Desk, order: Order, decision: Decision, path: Path, key: str
) -> tuple[Reason, ...]:
    """Set aside the statements of the same day that have other sums, or another name, and say so.

    Nobody could tell which of two statements of one day is the right one. The same by e-mail and by
    post stand together.
    """
    if decision.document != "statement" or order.dry_run:
        return ()
    others = {
        one.document
        for one in desk.history_of(decision.debtor.code).events
        if (one.step, one.outcome, one.day) == ("statement", "prepared", order.as_of)
        if one.document != path.name
        if not is_of_key(one.document, key) or Path(one.document).suffix == path.suffix
    }
    filed = set_aside(order.folder, sorted(others))
    return (
        *(Reason("file_set_aside", {"document": name}) for name in filed.moved),
        *(Reason("file_left", {"document": name}) for name in filed.left),
    )


def _would_be_said(desk: Desk, order: Order, case: Case, last: Event, terms: Terms) -> bool:
    """Tell whether the same statement would be written now, if it were dated as it was."""
    then = decided_one(desk, "statement", case, last.day, terms)
    if then.blocked_by:
        return False
    key = key_of_terms(then, terms)
    said, _ = with_its_copies(beside_message(desk, case, then, terms, key), order)
    return bool(same_again(said, last, last, lambda one: made(one, order, key)))


def _is_of_month(event: Event, order: Order) -> bool:
    """Tell whether a line is of an earlier day of the month: today's is written over itself."""
    day = order.as_of
    return (event.day.year, event.day.month) == (day.year, day.month) and event.day < day
