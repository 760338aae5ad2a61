"""`import` from its files to the saved workbook: rows, payments, take-over, refreshed cells."""

from collections.abc import Iterator
from datetime import date

from ..core.findings import Finding
from ..intake.export import Export
from . import takeover
from .cases import cases_of
from .desk import Desk, open_desk
from .ending import end_drafts
from .importing import Imported, import_files
from .refresh import refresh


def bring(
    desk: Desk, files: list[tuple[str, Export]], day: date, entered_at: str,
    *, partial: bool = False, by_age: bool = False,
) -> tuple[tuple[Imported, ...], Desk, tuple[Finding, ...]]:  # fmt: skip
    """Bring files into a workbook and save it.

    Args:
        desk: the workbook.
        files: what `read_files` gave.
        day: the day of the import.
        entered_at: the moment of the entry.
        partial: the files do not hold every open item.
        by_age: confirm the take-over, if one waits.

    Returns:
        What became of each file, the workbook as it is now, and what is to be known about the
        take-over and about drafts that must not be sent any more.

    Raises:
        DayBeforeJournalError: the day is before the journal's last.
    """
    book = desk.book
    done = import_files(desk, files, day, entered_at, partial=partial)
    desk = open_desk(book)
    told = takeover.after_import(desk, day, entered_at, by_age=by_age)
    if by_age:
        desk = open_desk(book)
    refresh(desk, day, stamp=True)
    book.save()
    return done, desk, (*told, *_overtaken(desk, day, entered_at))


def _overtaken(desk: Desk, day: date, entered_at: str) -> Iterator[Finding]:
    """End the drafts that an import has overtaken.

    After the import is saved: one that is not is dropped and run again, and must not have ended
    a draft meanwhile.
    """
    ended = end_drafts(desk, day, entered_at)
    if ended:
        desk.cases = cases_of(desk)
        refresh(desk, day, stamp=True)
        desk.book.save()
    return (Finding(0, "", one.code, one.facts) for _, one in ended)


def take_over(desk: Desk, day: date, entered_at: str) -> tuple[takeover.Proposal, ...]:
    """Confirm the take-over of a workbook, refresh it and save it.

    Raises:
        NothingToRecordError: it was confirmed already.
        DayBeforeJournalError: the day is before the journal's last.
    """
    proposals = takeover.confirm(desk, day, entered_at)
    refresh(open_desk(desk.book), day, stamp=False)
    desk.book.save()
    return proposals
