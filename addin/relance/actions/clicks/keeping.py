"""What a click has written down: saved, and told."""

from collections.abc import Iterable

from ...wording.clicks import dialog
from ..around import keep
from ..record import Recorded
from . import showing
from .click import Click


def kept(click: Click, done: Iterable[Recorded], coming: str = "") -> None:
    """Refresh and save the workbook, and say what was written down.

    Args:
        click: what was clicked.
        done: what the verbs of `record` wrote.
        coming: the next step, "" when there is none.
    """
    keep(click.book, click.today)
    events, left = showing.recorded(done)
    click.book.tell(dialog([], [*events, *left], [coming] if coming else [], mark=""))
