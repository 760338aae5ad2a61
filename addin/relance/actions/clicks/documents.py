"""Documents: those of the day, and those of the user's own choice for the selected rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...core.manual import ByHand, ManualKind
from ...wording.clicks import said
from ...wording.verbs import words
from ..around import opened_desk, order_in
from ..batch import Batch, Order
from ..desk import Desk
from ..manual import select, steps_skipped, write_selection
from ..perhaps_gone import unconfirmed
from ..queue import Decided
from ..run import decided_on, foresee, prepare
from ..run import run as run_day
from ..selection import chosen, nothing_chosen, unread
from . import showing
from .asking import agree, ask_reason, confirm
from .click import Click
from .opening import bound_to, documents_folder, ready


@dataclass(frozen=True, slots=True)
class Work:
    """What a click would write, and how: the batch of an order, with a reason where asked."""

    decided: Sequence[Decided]
    write: Callable[[Desk, Order, str], Batch]
    hasty: Callable[[Sequence[Decided]], Sequence[ByHand]] = lambda _: ()
    left_out: Sequence[str] = ()  # what of the selection is not asked for, line by line
    by_hand: bool = False


Plan = Callable[[Desk], Work]


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
        return Work(decided_on(desk, click.today), lambda desk, order, _: run_day(desk, order))

    _write(click, words("run", "fr").label, ready(click, opened_desk(click.book)), plan)


def preview(click: Click) -> None:
    """Show what the day asks for; nothing is written."""
    desk = opened_desk(click.book, to_read=True)
    batch = run_day(desk, replace(_order(click, Path()), dry_run=True))
    head = showing.dated(desk, words("preview", "fr").label, click.today)
    click.book.tell(showing.preview(desk, batch, head))


def _by_hand(click: Click, verb: str, kind: ManualKind) -> None:
    desk = opened_desk(click.book)
    # Whose rows they are is read before anything is written: a take-over sorts the agenda anew.
    rows = click.book.selected()
    picked = chosen(desk, rows)
    if not picked:
        raise nothing_chosen(desk, rows, kind_=kind)

    def plan(desk: Desk) -> Work:
        selection = select(desk, click.today, kind, picked)

        def write(desk: Desk, order: Order, reason: str) -> Batch:
            return write_selection(desk, order, selection, reason)

        lines = [*showing.unread(unread(desk, rows)), *showing.reasons(desk, selection.left_out)]
        return Work(selection.decided, write, selection.hasty, lines, by_hand=True)

    _write(click, words(verb, "fr").label, ready(click, desk), plan)


def _write(click: Click, title: str, desk: Desk, plan: Plan, folder: Path | None = None) -> None:
    """Show whom it is about, ask, write, sum up, open the folder."""
    work = plan(desk)
    order = replace(_order(click, Path()), redo=True, by_hand=work.by_hand)
    prepare(desk, replace(order, dry_run=True))
    free, skipped = foresee(desk, order, work.decided)
    head = showing.dated(desk, title, click.today)
    if not free:
        click.book.tell(showing.nothing(desk, head, skipped, work.left_out, click.today))
        return
    _agree_to_redo(click, desk, free)
    confirm(click, showing.foreseen(desk, head, free, skipped, work.left_out))
    hasty = work.hasty(free)
    reason = ask_reason(click, _question(steps_skipped(hasty))) if hasty else ""
    folder = folder or documents_folder(click)
    bound = bound_to(desk, folder)
    if bound is not desk and not _says_the_same(plan(bound), work):
        _write(click, title, bound, plan, folder)  # more of the journal was there: shown anew
        return
    batch = plan(bound).write(bound, replace(order, folder=folder), reason)
    click.book.tell(showing.summary(bound, batch, folder, head))
    if batch.documents:
        click.desktop.open_path(str(folder))


def _agree_to_redo(click: Click, desk: Desk, free: Sequence[Decided]) -> None:
    """Ask before documents replace those of an earlier day: they may have been posted.

    Raises:
        Cancelled: they are to be confirmed first.
    """
    drafts = [draft for case, one in free for draft in unconfirmed(desk, case, one)]
    if drafts:
        question = showing.unconfirmed_question(desk, drafts)
        agree(click, question, said("ask_redo_no"), said("ask_redo_yes"))


def _says_the_same(one: Work, other: Work) -> bool:
    return [decision for _, decision in one.decided] == [decision for _, decision in other.decided]


def _question(skipped: tuple[str, ...]) -> str:
    return said("ask_reason", {"steps": skipped}) if skipped else said("ask_reason_early")


def _order(click: Click, folder: Path) -> Order:
    order = order_in(click.book, click.today, folder, click.entered_at)
    return replace(order, progress=click.book.progress, stopped=click.desktop.stopped)
