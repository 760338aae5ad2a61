"""The status of an item as a verb sets it: suspended, or to be paid again, each a journal line."""

from collections.abc import Iterable
from dataclasses import replace

from ..core.records import Event, Receivable, Status
from ..core.suspended import ABSENT, HOLD, PRESENT, RELEASE, last_change
from ..wording.labels import label
from ..workbook import schema
from .book import Cell
from .desk import Desk
from .lines import with_line

GIVEN: dict[str, Status] = {HOLD: "on_hold", ABSENT: "on_hold", RELEASE: "open", PRESENT: "open"}


def set_status(desk: Desk, items: Iterable[Receivable], status: Status) -> None:
    """Write a status for some items; the desk knows it at once."""
    rows = {item.row for item in items}
    cells: dict[int, Cell] = dict.fromkeys(rows, label("status", status))
    if cells:
        desk.book.write(schema.INVOICES.table, schema.INVOICES.heading("status"), cells)
    desk.receivables = tuple(
        replace(item, status=status) if item.row in rows else item for item in desk.receivables
    )


def give(desk: Desk, line: Event) -> bool:
    """Do what a line says: suspend its items, or let them go; tells whether one has changed."""
    given = GIVEN[line.step]
    before = "open" if given == "on_hold" else "on_hold"
    items = [item for item in _named(desk, line) if item.status == before]
    set_status(desk, items, given)
    return bool(items)


def take_back(desk: Desk, line: Event) -> bool:
    """Undo what a line did to its items, but for those that a later line has changed since.

    Args:
        desk: the workbook.
        line: a line that is being reversed.

    Returns:
        False when none of its items is as the line has left it.
    """
    given = GIVEN[line.step]
    events = with_line(desk.events_of(line.debtor), line)
    changed = [
        item
        for item in _named(desk, line)
        if item.status == given and last_change(events, item.number) == line
    ]
    set_status(desk, changed, "open" if given == "on_hold" else "on_hold")
    return bool(changed)


def _named(desk: Desk, line: Event) -> list[Receivable]:
    return [
        item
        for item in desk.receivables
        if item.debtor == line.debtor and item.number in line.items
    ]
