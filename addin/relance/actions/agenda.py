"""`agenda`: the day's queue with its reasons; it writes nothing."""

from dataclasses import dataclass
from datetime import date

from ..core.findings import Finding
from ..core.records import Decision
from .alarms import alarms
from .desk import Desk
from .queue import with_drafts
from .run import decided_on


@dataclass(frozen=True, slots=True)
class Queue:
    """One workbook's queue: decisions in the order of the day's work, bad rows, alarms."""

    book: str
    decided: tuple[tuple[str, Decision], ...]
    findings: tuple[Finding, ...]
    alarms: tuple[Finding, ...] = ()


def agenda(desk: Desk, as_of: date) -> Queue:
    """Return the queue of a day, past or to come.

    Args:
        desk: the workbook.
        as_of: any day.
    """
    told = tuple((desk.book.path, with_drafts(one)) for one in decided_on(desk, as_of))
    return Queue(desk.book.path, told, desk.findings, alarms(desk, as_of))
