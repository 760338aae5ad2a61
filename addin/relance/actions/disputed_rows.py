"""Which rows of `Litiges` a line of the journal has written, when the same day has several."""

from ..core.records import Dispute, Event
from .desk import Desk
from .lines import DISPUTE, RESOLVED, with_line


def rows_opened(desk: Desk, line: Event) -> list[int]:
    """Return the row of a dispute that is being reversed, none when it is gone."""
    return [row for row, opener in _openers(desk, line).items() if opener == line.number]


def rows_resolved(desk: Desk, line: Event) -> list[int]:
    """Return the rows that a resolution which is being reversed has closed.

    A row is closed by the first resolution of its day that came after its dispute.
    """
    openers = _openers(desk, line)
    rows = {one.row: one for one in _rows(desk, line)}
    for event in _lines(desk, line, RESOLVED):
        closed = [
            row
            for row, one in rows.items()
            if one.resolved_on == event.day and openers.get(row, 0) < event.number
        ]
        if event.number == line.number:
            return closed
        for row in closed:
            del rows[row]
    return []


def _openers(desk: Desk, line: Event) -> dict[int, int]:
    """Row -> number of the line that wrote it: by its reason, else in the order of both."""
    free = _rows(desk, line)
    lines = _lines(desk, line, DISPUTE)
    found: dict[int, int] = {}
    for exact in (True, False):
        for event in lines:
            alike = [
                one
                for one in free
                if one.opened_on == event.day and (not exact or one.reason == event.note)
            ]
            if alike and event.number not in found.values():
                found[alike[0].row] = event.number
                free.remove(alike[0])
    return found


def _rows(desk: Desk, line: Event) -> list[Dispute]:
    ours = (one for one in desk.disputes if one.debtor == line.debtor)
    return [one for one in ours if one.invoice in line.items]


def _lines(desk: Desk, line: Event, step: str) -> list[Event]:
    """The lines that hold about the same invoice, and the one that is being reversed."""
    return [
        event
        for event in with_line(desk.events_of(line.debtor), line)
        if event.step == step and not set(event.items).isdisjoint(line.items)
    ]
