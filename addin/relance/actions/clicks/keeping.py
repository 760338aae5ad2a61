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
    ended = keep(click.book, click.today, click.entered_at)
    events, left = showing.recorded(done)
    # Of many lines a dialog shows the first: which letters must not go out can't be left out.
    lines = [*showing.told_of(ended), *events, *left]
    click.book.tell(dialog([], lines, [coming] if coming else [], mark=""))
