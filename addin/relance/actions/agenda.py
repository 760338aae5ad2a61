"""`agenda`: the day's queue with its reasons; it writes nothing."""

from dataclasses import dataclass
from datetime import date

from ..core.findings import Finding, Reason
from ..core.records import Decision
from .alarms import alarms
from .coming import next_step
from .desk import Desk
from .queue import with_drafts
from .run import decided_on

NOTHING = Reason("next_none")


@dataclass(frozen=True, slots=True)
class Queue:
    """One workbook's queue: decisions in the order of the day's work, bad rows, alarms.

    `coming` is what to do next when the queue asks for nothing.
    """

    book: str
    decided: tuple[tuple[str, Decision], ...]
    findings: tuple[Finding, ...]
    alarms: tuple[Finding, ...] = ()
    coming: Reason = NOTHING


def agenda(desk: Desk, as_of: date) -> Queue:
    """Return the queue of a day, past or to come.

    Args:
        desk: the workbook.
        as_of: any day.
    """
    told = tuple((desk.book.path, with_drafts(desk, one)) for one in decided_on(desk, as_of))
    return Queue(desk.book.path, told, desk.findings, alarms(desk, as_of), next_step(desk, as_of))
