"""A document made of its message and written: its lines in the outbox, its file, the journal.

In that order: a kill anywhere and a second run lose nothing and double nothing.
"""

from collections.abc import Iterable

from ..core.errors import FileRefusedError, TemplateFaultError
from ..core.records import Event, Message
from ..documents.render import Rendered, render, template_file
from .batch import Order
from .desk import Desk
from .document_files import forget_pdf
from .files import TEMPORARY, room, write_whole


def made(said: Message, order: Order, key: str, terms: str = "") -> Rendered:
    """Return the document of a message, named so that the folder can hold it.

    Args:
        said: what it says.
        order: the templates, the folder, and the faults that templates have shown before.
        key: the key of the document.
        terms: the digits of what it says beside its sums, "" when its name does not tell.

    Raises:
        BadArgumentError: the document lacks what it must say (facts: argument, value).
        TemplateFaultError: its template has a fault.
    """
    source = template_file(said)
    if source in order.faults:
        raise order.faults[source]
    try:
        left = room(order.folder) - len(TEMPORARY)
        return render(said, order.templates, key=key, room=left, terms=terms)
    except TemplateFaultError as fault:
        order.faults[source] = fault
        raise


def write_logged(
    desk: Desk, order: Order, rendered: Rendered, events: Iterable[Event], key: str
) -> None:
    """Write a document, with its lines in the outbox before it and in the journal after it.

    When the file alone is refused, its lines are forgotten and another document may be written.

    Raises:
        FileRefusedError: the file can't be written, another may be.
        OutputFolderError: nothing can be written any more.
    """
    path = order.folder / rendered.name
    prepared = desk.ledger.prepare(events, key)
    try:
        forget_pdf(path)
        write_whole(path, rendered.content)
    except FileRefusedError:
        desk.ledger.drop(prepared)
        raise
    for line in prepared:
        desk.ledger.write(line)
