"""A click: the workbook, the person in front of it, the day; and how it ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...core.errors import OtherBookError, RelanceError
from ...wording.clicks import said
from ..book import Book, Desktop
from ..gathering import replace_other
from ..record import Entry


@dataclass(frozen=True, slots=True)
class Click:
    """What a verb of the ribbon works with.

    `today` is the local civil day, `entered_at` the moment of the click; `guide` is where the
    user's guide is, "" when it is not installed.
    """

    book: Book
    desktop: Desktop
    today: date
    entered_at: str
    guide: str = ""

    @property
    def entry(self) -> Entry:
        """The day and moment of what is written down."""
        return Entry(self.today, self.entered_at)


Action = Callable[[Click], None]


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """The person gave up at a question: nothing is written."""


def perform(click: Click, action: Action) -> None:
    """Carry out a click: a refusal becomes its French sentence, giving up is silent.

    What it had not saved by then is not saved.

    Args:
        click: what it works with.
        action: one of the verbs.

    Raises:
        Exception: a bug; the host's catch-all makes a number of it.
    """
    try:
        _performed(click, action)
    except Cancelled:
        return
    except RelanceError as fault:
        click.book.tell(said(fault.code, fault.facts))


def _performed(click: Click, action: Action) -> None:
    """Carry out a click; a copy of the folder's workbook may be said to replace it."""
    try:
        action(click)
    except OtherBookError as fault:
        question = f"{said(fault.code, fault.facts)}\n\n{said('ask_replace')}"
        options = [said("ask_replace_no"), said("ask_replace_yes")]
        if click.desktop.choose(question, options) != 1:
            raise Cancelled from None
        replace_other(click.book, Path(str(fault.facts["folder"])))
        action(click)
