"""Invoices suspended and let go, and entries of the journal taken back."""

from collections.abc import Mapping
from functools import partial

from ...core.errors import NothingToRecordError
from ...core.parse import parse_integer, parse_lines
from ...core.records import Event, Receivable
from ...core.suspended import HOLD, RELEASE
from ...wording.clicks import counted, dialog, said
from ...wording.events import told
from ...workbook import schema
from ..agreed import about, holding
from ..around import opened_desk
from ..desk import Desk
from ..record_hold import BEFORE, settlements_of
from ..record_hold import hold as record_hold
from ..record_hold import release as record_release
from ..record_letters import reverse as record_reverse
from ..selection import chosen, nothing_chosen
from .asking import ask, ask_note, ask_reason
from .click import Click
from .keeping import kept


def hold(click: Click) -> None:
    """Suspend the selected invoices; the reason is kept."""
    desk, items = _items(click, HOLD)
    reason = ask_reason(click, said("ask_hold", _counts(items)))
    kept(click, [record_hold(desk, click.entry, *args) for args in _by_debtor(items, reason)])


def release(click: Click) -> None:
    """Let the suspended invoices of the selection go; without any, end their settlements.

    What ends a settlement too says so first.
    """
    desk, items = _items(click, RELEASE)
    named = _by_debtor(items, "")
    ends = any(settlements_of(desk, click.entry, code, numbers) for code, _, numbers in named)
    if items[0].status != BEFORE[RELEASE]:
        reason = ask_reason(click, said("ask_end_settlement", _counts(items)))
    elif ends:
        reason = ask_reason(click, said("ask_release_and_end", _counts(items)))
    else:
        reason = ask_note(click, said("ask_release", _counts(items)))
    kept(click, [record_release(desk, click.entry, *args) for args in _by_debtor(items, reason)])


def _items(click: Click, step: str) -> tuple[Desk, list[Receivable]]:
    """The workbook, and the invoices of the selection that the step is for.

    Raises:
        NothingSelectedError: no row of a debtor is selected.
        NothingToRecordError: none of its invoices has the status that the step starts from, and
            no settlement holds one that is to be let go.
    """
    desk = opened_desk(click.book)
    desk.check_day(click.today)
    rows = click.book.selected()
    found = chosen(desk, rows)
    if not found:
        raise nothing_chosen(desk, rows, reason="debtor")
    owed = [
        item
        for item in desk.receivables
        if item.debtor in found
        and (not found[item.debtor] or item.number in found[item.debtor])
        and item.open > 0
    ]
    items = [item for item in owed if item.status == BEFORE[step]]
    if step == RELEASE and not items:
        items = [item for item in owed if _is_agreed_on(click, desk, item)]
    if not items:
        raise NothingToRecordError(reason=step, debtor=tuple(found))
    return desk, items


def _is_agreed_on(click: Click, desk: Desk, item: Receivable) -> bool:
    return bool(about(holding(desk, click.entry, item.debtor), [item]))


def _counts(items: list[Receivable]) -> dict[str, object]:
    return {"counts": counted(len({item.debtor for item in items}), len(items), 0)}


def _by_debtor(items: list[Receivable], reason: str) -> list[tuple[str, str, list[str]]]:
    numbers: dict[str, list[str]] = {}
    for item in items:
        numbers.setdefault(item.debtor, []).append(item.number)
    return [(debtor, reason, named) for debtor, named in numbers.items()]


def reverse(click: Click) -> None:
    """Reverse lines of the journal: the selected ones, or those whose numbers are given."""
    desk = opened_desk(click.book)
    events = {event.number: event for event in desk.ledger.events}
    numbers = _selected_lines(click, desk) or ask(click, said("ask_lines"), partial(_known, events))
    lines = [f"n° {number} : {told(events[number])}" for number in numbers]
    note = ask_note(click, dialog([], lines, [said("ask_reverse")]))
    kept(click, [record_reverse(desk, click.entry, numbers, note)])


def _known(events: Mapping[int, Event], text: str) -> tuple[int, ...]:
    """The numbers that a text names: "3", "3 7-12". Raises NothingToRecordError."""
    numbers = parse_lines(text)
    for number in numbers:
        if number not in events:
            raise NothingToRecordError(reason="reverse", debtor="", line=number)
    return numbers


def _selected_lines(click: Click, desk: Desk) -> tuple[int, ...]:
    """The numbers of the selected lines of the journal, in their order."""
    rows = {row for table, row in click.book.selected() if table == schema.JOURNAL.table}
    heading = schema.JOURNAL.heading("number")
    lines = desk.book.read(schema.JOURNAL.table).rows
    return tuple(sorted(parse_integer(row.cells[heading]) for row in lines if row.number in rows))
