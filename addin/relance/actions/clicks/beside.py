"""Documents beside the policy for the selected debtors, and the posting slip."""

from dataclasses import replace
from pathlib import Path

from ...core.beside import BesideKind
from ...core.records import DocumentKind
from ...wording.verbs import words
from ..around import opened_desk, order_in
from ..batch import Batch, Order, Skipped
from ..beside import decided_beside, write_beside
from ..beside_said import Terms
from ..desk import Desk
from ..selection import Picked, chosen, nothing_chosen
from ..slip import write_slip
from . import showing
from .asking import confirm
from .click import Click
from .opening import bound_to, documents_folder, ready

NO_TERMS = Terms()


def statement(click: Click) -> None:
    """Write a statement of account for each selected debtor."""
    _for_selected(click, "statement")


def thanks(click: Click) -> None:
    """Thank each selected debtor who has paid what was asked for."""
    _for_selected(click, "thanks")


def penalty_note(click: Click) -> None:
    """Write a penalty note for each selected debtor."""
    _for_selected(click, "penalty_note")


def slip(click: Click) -> None:
    """Write the posting slip of the registered letters that wait."""
    desk = opened_desk(click.book)
    batch = write_slip(desk, _order(click, Path(), dry_run=True))  # refuses before it asks
    folder = documents_folder(click)
    batch = write_slip(desk, _order(click, folder))
    _summed_up(click, desk, batch, folder, "slip")


def _for_selected(click: Click, kind: BesideKind) -> None:
    """Show whom it is about, ask, write, sum up, open the folder."""
    desk = opened_desk(click.book)
    rows = click.book.selected()
    picked = chosen(desk, rows)
    if not picked:
        raise nothing_chosen(desk, rows, kind_=_as_document(kind))
    desk = ready(click, desk)
    decided = decided_beside(desk, kind, click.today, _known(desk, picked), NO_TERMS)
    order = _order(click, Path())
    free = [one for one in decided if not one[1].blocked_by]
    skipped = [
        Skipped(decision.debtor.code, decision.blocked_by)
        for _, decision in decided
        if decision.blocked_by
    ]
    head = showing.dated(desk, words(kind, "fr").label, click.today)
    if not free:
        click.book.tell(showing.nothing(desk, head, skipped, (), click.today))
        return
    confirm(click, showing.foreseen(desk, head, free, skipped, (), replaces=False))
    folder = documents_folder(click)
    bound = bound_to(desk, folder)
    again = decided_beside(bound, kind, click.today, _known(bound, picked), NO_TERMS)
    batch = write_beside(bound, replace(order, folder=folder), kind, again, NO_TERMS)
    _summed_up(click, bound, batch, folder, kind)


def _as_document(kind: BesideKind) -> DocumentKind:
    return kind


def _known(desk: Desk, picked: Picked) -> tuple[str, ...]:
    return tuple(code for code in picked if code in desk.debtors)


def _summed_up(click: Click, desk: Desk, batch: Batch, folder: Path, verb: str) -> None:
    head = showing.dated(desk, words(verb, "fr").label, click.today)
    click.book.tell(showing.summary(desk, batch, folder, head))
    if batch.documents:
        click.desktop.open_path(str(folder))


def _order(click: Click, folder: Path, *, dry_run: bool = False) -> Order:
    order = order_in(click.book, click.today, folder, click.entered_at)
    return replace(
        order, dry_run=dry_run, progress=click.book.progress, stopped=click.desktop.stopped
    )
