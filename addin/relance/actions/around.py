"""What a verb does around its own work: open and recover before it, refresh and save after it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..core.errors import BookError, MissingColumnError
from ..core.policy import Policy
from ..wording.events import told
from ..wording.sentences import sentence
from .batch import Order
from .book import Book
from .cases import cases_of
from .desk import Desk, open_desk
from .document_files import set_aside
from .ended import ended_documents
from .ending import Told, end_drafts
from .folders import folder_in, output_folder
from .gathering import identifier_of
from .ledger import Recovery
from .own_templates import templates
from .record import Recorded
from .refresh import check_written, refresh
from .selection import queue_shown


def opened_desk(
    book: Book, folder: Path | None = None, policy: Policy | None = None, *, to_read: bool = False
) -> Desk:
    """Read a workbook; what an interrupted verb had left is told, finished and saved at once.

    Args:
        book: the workbook.
        folder: where a verb is about to write documents; None takes the one in `Paramètres`.
        policy: a policy that wins over the workbook's of the same code.
        to_read: nothing will be noted, so that a copy of the folder's workbook may be opened.

    Raises:
        As `open_desk`.
    """
    name = identifier_of(book)
    desk = open_desk(book, folder, policy, to_read=to_read)
    if identifier_of(book) != name:
        book.save()  # before a line is kept under it: a cut would leave the line to nobody
    for one in desk.told:
        book.tell(sentence(one.code, one.facts))
    recovery = desk.recovery
    for text in recovered(recovery):
        book.tell(text)
    if recovery.restored or recovery.dropped:
        desk.queue = queue_shown(book)
        _brought_up(open_desk(book, folder, to_read=to_read), folder, recovery)
        book.save()
    return desk


def _brought_up(desk: Desk, folder: Path | None, recovery: Recovery) -> None:
    """Do what the interrupted verb would have done last: set files aside, refresh the sheets.

    A letter that another replaced would else be posted beside it. The workbook's own rules give
    the figures; where a cell for them is missing, the verb that needs it says so.
    """
    book = desk.book
    folders = dict.fromkeys(one.resolve() for one in (output_folder(book), folder) if one)
    ended = ended_documents(desk)
    moved = [name for where in folders for name in set_aside(where, ended).moved]
    if moved:
        book.tell(sentence("recovered_aside", {"count": len(moved)}))
    stamped = book.get("AsOf")
    days = [event.day for event in recovery.restored]
    days += [stamped] if isinstance(stamped, date) else []
    if days:
        with suppress(BookError, MissingColumnError):
            check_written(desk, max(days))
            refresh(desk, max(days), stamp=False)


def recovered(recovery: Recovery) -> Iterator[str]:
    """Yield what an interrupted verb had left and what became of it, a sentence each."""
    told_of = {
        "recovered": recovery.restored,
        "recovered_dropped": recovery.dropped,
        "recovered_again": recovery.repeatable,
    }
    for code, events in told_of.items():
        if events:
            yield sentence(code, {"count": len(events)})
    for event in recovery.restored:
        if event.direction == "in":  # a fact that somebody might type again
            yield f"  {told(event)}"


def order_in(book: Book, day: date, folder: Path, entered_at: str) -> Order:
    """Return an order for all debtors, with the templates and copies that the workbook names.

    Raises:
        OutputFolderError: a folder of `Paramètres` can't be used.
    """
    return Order(
        day, folder, entered_at, templates=templates(folder_in(book, "DossierModeles")),
        copies_folder=folder_in(book, "DossierFactures"),
    )  # fmt: skip


def carry_out(
    book: Book, day: date, entered_at: str, action: Callable[[Desk], Recorded]
) -> Recorded:
    """Open a workbook, write down something, and keep it.

    Args:
        book: the workbook.
        day: the day of the entry.
        entered_at: the moment of the entry.
        action: a verb of `record`.
    """
    done = action(opened_desk(book))
    if not done.events:
        return done
    return replace(done, left_out=(*done.left_out, *keep(book, day, entered_at)))


def keep(book: Book, day: date, entered_at: str) -> tuple[Told, ...]:
    """Bring a workbook to the later of a day and its own, and save it; `AsOf` is not stamped.

    Drafts that nobody must send any more are ended: a letter whose invoice was just paid would
    else stay among those to be posted.

    Returns:
        What became of drafts and of their files, to be told.
    """
    stamped = book.get("AsOf")
    desk = open_desk(book)
    told = end_drafts(desk, day, entered_at)
    desk.cases = cases_of(desk)
    refresh(desk, max(day, stamped) if isinstance(stamped, date) else day, stamp=False)
    book.save()
    return told
