"""The journal as its places tell it: the sheet, and the outbox of each folder that serves the book.

A folder that serves another workbook is left alone, and that is said or refused.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..core.errors import OtherBookError
from ..core.findings import Reason
from ..core.records import Event
from .book import Book
from .folders import output_folder
from .ledger import Ledger, Recovery
from .served import serve, served_by
from .serving import bound, others, refused, replaces, served, standing_of


@dataclass
class Gathering:
    """How the journal is brought together: `folder` is the one that a verb is about to write to.

    With `to_read` nothing will be noted. `told` is what to know about the folders.
    """

    folder: Path | None
    to_read: bool
    told: list[Reason] = field(default_factory=list)

    def gathered(self, book: Book, events: Sequence[Event]) -> tuple[Ledger, Recovery]:
        """Bring back what is missing from the remembered folder, then from the one that is asked.

        Raises:
            OtherBookError: a folder that would be written to serves another workbook.
        """
        ledger, recovery = Ledger(book, events, None), Recovery()
        remembered, identifier = output_folder(book), identifier_of(book)
        folders = [path.resolve() for path in (remembered, self.folder) if path]
        for where in dict.fromkeys(folders) if identifier else ():
            try:
                found = self._bound(book, ledger, where)
            except OtherBookError as fault:
                # Who names another folder leaves the one of the original.
                if not self.to_read and where == folders[-1]:
                    raise
                self.told.append(Reason("copy_opened", fault.facts))
                continue
            ledger = found
            recovery = recovery + ledger.recover()
        return ledger, recovery

    def _bound(self, book: Book, ledger: Ledger, folder: Path) -> Ledger:
        outbox, standing = bound(book.path, identifier_of(book), folder)
        found = Ledger(book, ledger.events, outbox)
        if standing == "moved":
            self._follow(book, found, folder)
        if standing == "new" and not ledger.events and replaces(book.path, folder):
            raise refused(book.path, identifier_of(book), folder, "restored")
        if standing == "new" and not self.to_read and (there := others(outbox.book_id, folder)):
            self.told.append(Reason("folder_shared", {"folder": str(folder), "others": there}))
        return found

    def _follow(self, book: Book, ledger: Ledger, folder: Path) -> None:
        """Let the memory follow a workbook that was moved, unless an old copy may be at work."""
        if ledger.lacking():
            raise refused(book.path, identifier_of(book), folder, "behind")
        if not self.to_read:
            replace_other(book, folder)


def replace_other(book: Book, folder: Path) -> None:
    """Let an output folder serve this workbook, in the place of the one that it served."""
    serve(folder, identifier_of(book), served(book.path, folder))


def other_served(book: Book, folder: Path) -> str:
    """Return the workbook that a folder serves in this one's place, "" when it serves this one."""
    identifier = identifier_of(book)
    known = served_by(folder).get(identifier)
    is_ours = standing_of(book.path, identifier, folder) in ("new", "same")
    return "" if known is None or is_ours else known.path


def identifier_of(book: Book) -> str:
    """Return what tells this workbook's lines from another's in a shared folder, "" for none."""
    return str(book.get("Identifiant") or "")


def give_id(book: Book) -> None:
    """Name a workbook that has no identifier yet, as one made from the template has none."""
    if not identifier_of(book):
        book.set("Identifiant", uuid.uuid4().hex)
