"""Documents: those of the day, and those of the user's own choice for the selected rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...core.manual import ManualKind
from ...wording.clicks import said
from ...wording.verbs import words
from ..around import opened_desk, order_in
from ..batch import Batch, Order
from ..desk import Desk
from ..manual import select, write_selection
from ..queue import Decided
from ..run import decided_on, foresee, prepare
from ..run import run as run_day
from . import showing
from .asking import ask_reason, confirm
from .click import Click
from .opening import bound_to, documents_folder, ready


@dataclass(frozen=True, slots=True)
class Work:
    """What a click would write, and the question about a reason when it wants one."""

    decided: Sequence[Decided]
    reason: str = ""


Plan = Callable[[Desk], Work]
Write = Callable[[Desk, Order, str], Batch]


def email(click: Click) -> None:
    """Write a draft e-mail for each selected debtor."""
    _by_hand(click, "email", "email")


def call_sheet(click: Click) -> None:
    """Write a call sheet for each selected debtor."""
    _by_hand(click, "call_sheet", "call_sheet")


def letter(click: Click) -> None:
    """Write a letter to each selected debtor."""
    _by_hand(click, "letter", "letter")


def notice(click: Click) -> None:
    """Write a formal notice to each selected debtor."""
    _by_hand(click, "notice", "formal_notice")


def run(click: Click) -> None:
    """Write the documents that the policy asks for today."""

    def plan(desk: Desk) -> Work:
        return Work(decided_on(desk, click.today))

    _write(click, words("run", "fr").label, plan, lambda desk, order, _: run_day(desk, order))


def preview(click: Click) -> None:
    """Show what the day asks for; nothing is written."""
    desk = opened_desk(click.book)
    batch = run_day(desk, replace(_order(click, Path()), dry_run=True))
    click.book.tell(showing.preview(batch))


def _by_hand(click: Click, verb: str, kind: ManualKind) -> None:
    rows = click.book.selected()

    def plan(desk: Desk) -> Work:
        selection = select(desk, click.today, kind, rows)
        decided = [(choice.case, choice.by_hand.decision) for choice in selection.choices]
        return Work(decided, _question(selection.skipped) if selection.needs_reason else "")

    def write(desk: Desk, order: Order, reason: str) -> Batch:
        return write_selection(desk, order, select(desk, click.today, kind, rows), reason)

    _write(click, words(verb, "fr").label, plan, write)


def _question(skipped: tuple[str, ...]) -> str:
    return said("ask_reason", {"steps": skipped}) if skipped else said("ask_reason_early")


def _write(click: Click, title: str, plan: Plan, write: Write) -> None:
    """Show the count, ask, write, sum up, open the folder."""
    desk = ready(click)
    work = plan(desk)
    order = _order(click, Path())
    prepare(desk, replace(order, dry_run=True))
    free, skipped = foresee(desk, order, work.decided)
    if not free:
        click.book.tell(showing.nothing(title, skipped))
        return
    confirm(click, showing.foreseen(title, free, skipped))
    reason = ask_reason(click, work.reason) if work.reason else ""
    folder = documents_folder(click)
    desk = bound_to(desk, folder)
    batch = write(desk, replace(order, folder=folder), reason)
    click.book.tell(showing.summary(desk, batch, folder))
    if batch.documents:
        click.desktop.open_path(str(folder))


def _order(click: Click, folder: Path) -> Order:
    order = order_in(click.book, click.today, folder, click.entered_at)
    return replace(order, progress=click.book.progress, stopped=click.desktop.stopped)
