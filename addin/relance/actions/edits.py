"""Documents that a person has edited since they were written: they are told, never overwritten.

A draft that waits is left alone for the same reason (`writing.already`): whoever rewrote a sentence
in Word must find it again.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..core.findings import Reason
from ..core.journal import head_before
from ..core.records import Event, Message
from ..documents.render import Rendered
from .desk import Desk
from .document_files import pdf_of
from .files import is_there
from .ledger import sha256_of


def line_of_file(desk: Desk, debtor: str, path: Path) -> Event | None:
    """Return the line that tells a document beside the policy, None when its file has gone.

    Raises:
        OutputFolderError: the disk does not tell.
    """
    known = desk.events_of(debtor)
    told = [one for one in known if (one.document, one.outcome) == (path.name, "prepared")]
    return told[-1] if told and is_there(path) else None


def edited(path: Path, line: Event) -> Reason | None:
    """Return that a file is not any more what its line tells, None when it is.

    Raises:
        FileRefusedError: another program keeps the file to itself.
    """
    return by_hand(path) if sha256_of(path) != line.sha256 else None


def by_hand(path: Path) -> Reason:
    """Return that a file was edited, and that the PDF beside it, if any, lacks what was changed."""
    has_pdf = pdf_of(path) != path and pdf_of(path).is_file()
    return Reason(
        "edited_by_hand", {"document": path.name} | ({"reason": "pdf"} if has_pdf else {})
    )


def same_again(
    said: Message, line: Event, first: Event, make: Callable[[Message], Rendered]
) -> tuple[Message, Rendered] | None:
    """Return what a line tells when the same would be written now, None when anything differs.

    The journal has gone on since, and prints its head on each document: that of then is printed.

    Args:
        said: what would be said now, on the day of the line.
        line: the line of the document.
        first: the first of the lines that were logged with it.
        make: makes the document.
    """
    then = replace(said, head=head_before(first))
    rendered = make(then)
    return (then, rendered) if rendered.sha256 == line.sha256 else None
