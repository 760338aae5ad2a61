"""What left an export and what came back: held for a person to look at, released by itself.

Each is an event of the journal, so that only what an import held is released by an import.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from ..core.balances import is_balance
from ..core.history import valid_events
from ..core.records import Event, Receivable
from ..wording.labels import label
from ..workbook import schema
from .book import Cell
from .desk import Desk
from .lines import ABSENT, PRESENT, with_line

Key = tuple[str, str, str]  # debtor, number, kind


def key_of(item: Receivable) -> Key:
    """Return what tells an item of a file from another: a payment may bear its invoice's number."""
    kind = item.kind if item.kind in ("payment", "credit_note") else "invoice"
    return item.debtor, item.number, kind


def hold_absent(
    desk: Desk, before: Iterable[Receivable], present: set[Key], day: date, entered_at: str,
    *, balances_only: bool,
) -> tuple[Receivable, ...]:  # fmt: skip
    """Hold the open items that no file has any more: probably paid, never to be reminded of.

    Args:
        desk: the workbook.
        before: the items before the import.
        present: debtor, number and kind of each item of the files.
        day: the day of the import.
        entered_at: the moment of the entry.
        balances_only: the files name no invoice, so that invoices can't be absent from them.

    Returns:
        The items that are held.
    """
    absent = tuple(
        item
        for item in before
        if item.open != 0
        and item.status == "open"
        and key_of(item) not in present
        and (is_balance(item) or not balances_only)
    )
    _set_status(desk, absent, "on_hold")
    _log(desk, absent, ABSENT, day, entered_at)
    return absent


def release_present(
    desk: Desk, before: Iterable[Receivable], present: set[Key], day: date, entered_at: str
) -> tuple[str, ...]:
    """Open again the items that an import had held and that are back; returns their numbers."""
    back = [
        item
        for item in before
        if item.status == "on_hold" and key_of(item) in present and _held_by_import(desk, item)
    ]
    _set_status(desk, back, "open")
    _log(desk, back, PRESENT, day, entered_at)
    return tuple(item.number for item in back)


def undo_status(desk: Desk, line: Event) -> bool:
    """Give back to the items of a line that is being reversed the status that they had before.

    Args:
        desk: the workbook.
        line: one of `absent` or `present`.

    Returns:
        False when none of its items is as the line has left it.
    """
    before, after = ("open", "on_hold") if line.step == ABSENT else ("on_hold", "open")
    events = with_line(desk.events_of(line.debtor), line)
    items = [
        item
        for item in desk.receivables
        if (item.debtor, item.status) == (line.debtor, after)
        and _last_line(events, item.number) == line
    ]
    _set_status(desk, items, before)
    return bool(items)


def _held_by_import(desk: Desk, item: Receivable) -> bool:
    last = _last_line(valid_events(desk.events_of(item.debtor)), item.number)
    return last is not None and last.step == ABSENT


def _last_line(events: Sequence[Event], number: str) -> Event | None:
    """The last line in which an import held an item or released it."""
    ours = (one for one in reversed(events) if one.step in (ABSENT, PRESENT))
    return next((one for one in ours if number in one.items), None)


def _set_status(desk: Desk, items: Iterable[Receivable], status: str) -> None:
    cells: dict[int, Cell] = {item.row: label("status", status) for item in items}
    if cells:
        desk.book.write(schema.INVOICES.table, schema.INVOICES.heading("status"), cells)


def _log(desk: Desk, items: Sequence[Receivable], step: str, day: date, entered_at: str) -> None:
    by_debtor: dict[str, list[str]] = {}
    for item in items:
        by_debtor.setdefault(item.debtor, []).append(item.number)
    for debtor, numbers in by_debtor.items():
        desk.ledger.log(
            Event(0, day, debtor, tuple(numbers), step, direction="in", entered_at=entered_at)
        )
