"""Drafts that nobody must send any more: ended in the journal, then set aside, then told."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ..core.errors import OutputFolderError
from ..core.findings import Reason
from ..core.journal import last_day
from ..core.records import SPOKEN, Event
from .desk import Desk
from .document_files import Filed, set_aside
from .drafts import closing, void_drafts
from .ended import ended_documents
from .folders import output_folder
from .naming import called_of
from .paid_notes import log_typed
from .perhaps_gone import may_have_gone

Told = tuple[str, Reason]  # a debtor's code, and what is to be known


def end_drafts(desk: Desk, day: date, entered_at: str) -> tuple[Told, ...]:
    """End the drafts that no longer hold, set the files of all that ended aside, and say so.

    The lines of the journal come before the files: a cut in between leaves files that the next
    verb sets aside. A folder that can't be reached ends none now: what a verb has noted is kept
    all the same, and the next verb ends them.

    Args:
        desk: the workbook.
        day: the day of the lines; one before the journal's last ends none.
        entered_at: the moment of the entry.

    Returns:
        What became of each draft and of its file, debtor by debtor.
    """
    try:
        ended = cancel_void(desk, day, entered_at)
    except OutputFolderError:
        ended = ()
    folder = output_folder(desk.book)
    documents = ended_documents(desk)
    filed = set_aside(folder, documents) if folder else Filed()
    return (*told_of(desk, ended, documents, filed), *_moved(ended, documents, filed))


def cancel_void(
    desk: Desk, day: date, entered_at: str, fresh: Collection[str] = ()
) -> tuple[Event, ...]:
    """Cancel the drafts that a person must not send any more: paid, changed, held.

    Args:
        desk: the workbook.
        day: the day of the lines; one before the journal's last cancels none.
        entered_at: the moment of the entry.
        fresh: documents written just now, of what the sheets say: they hold.
    """
    if (last_day(desk.ledger.events) or day) > day:
        return ()
    log_typed(desk, day, entered_at)
    void = [*void_drafts(desk, day, fresh)]
    return tuple(desk.ledger.log(closing(draft, "cancelled", day, entered_at)) for draft in void)


def told_of(
    desk: Desk, ended: Iterable[Event], documents: Mapping[str, str], filed: Filed
) -> Iterator[Told]:
    """Yield what became of the drafts that were ended, and the files that are still there.

    Args:
        desk: the workbook.
        ended: the lines that ended them.
        documents: the documents of ended drafts, with their debtors.
        filed: what became of the files.
    """
    told: set[str] = set()
    for event in ended:
        told.add(event.document)
        yield event.debtor, Reason("draft_ended", _facts(desk, event, filed))
        then = replace(event, day=_written_on(desk, event))  # a settlement since takes credits
        if event.channel not in SPOKEN and may_have_gone(desk, then):
            yield event.debtor, Reason("draft_perhaps_gone", {"debtor": event.debtor})
    for name in filed.left:
        if name not in told:
            yield documents[name], Reason("file_left", {"document": name})


def _facts(desk: Desk, event: Event, filed: Filed) -> dict[str, object]:
    named = called_of(desk, event)
    facts: dict[str, object] = {
        "the_document": named, "to_do": named, "day": _written_on(desk, event),
        "document": event.document,
    }  # fmt: skip
    if event.document in filed.left:
        return facts | {"reason": "left"}
    return facts if event.document in filed.moved else facts | {"reason": "gone"}


def _written_on(desk: Desk, event: Event) -> date:
    drafts = (one for one in desk.events_of(event.debtor) if one.outcome == "draft")
    return max((one.day for one in drafts if one.document == event.document), default=event.day)


def _moved(ended: Iterable[Event], documents: Mapping[str, str], filed: Filed) -> Iterator[Told]:
    """The other files: of drafts whose line was reversed, or ended before a cut."""
    told = {event.document for event in ended}
    for name in filed.moved:
        if name not in told:
            yield documents[name], Reason("file_set_aside", {"document": name})
