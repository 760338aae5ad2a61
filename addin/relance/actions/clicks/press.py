"""The waiting letters made into PDF, to be printed and posted."""

from ...core.errors import NothingToRecordError
from ...wording.clicks import dialog, said
from ..around import opened_desk
from ..folders import output_folder
from ..press import Pressed, end_void, letters, press
from ..selection import chosen
from . import showing
from .asking import confirm
from .click import Click


def pdf(click: Click) -> None:
    """Make a PDF of each waiting letter: those of the selected debtors, or all of them."""
    desk = opened_desk(click.book)
    codes = chosen(desk, click.book.selected())
    found, left = letters(desk, click.today, codes)
    if not found and not left:
        raise NothingToRecordError(reason="pdf_selected" if codes else "pdf", debtor="")
    aside = showing.reasons(desk, left)
    if found:
        named = [f"{draft.debtor} : {draft.document}" for draft in found]
        confirm(click, dialog([], [*aside, *named], [said("ask_pdf", {"count": len(found)})]))
    done = press(desk, found, click.desktop.to_pdf, click.book.progress, click.desktop.stopped)
    aside += showing.told_of(end_void(desk, left, click.today, click.entered_at))
    folder = str(output_folder(click.book) or "")
    click.book.tell(_summary(done, [*showing.reasons(desk, done.left_out), *aside], folder))
    if done.made:
        click.desktop.open_path(folder)


def _summary(done: Pressed, details: list[str], folder: str) -> str:
    head = [said("pdf_made", {"count": len(done.made)})]
    if done.not_reached:
        head.append(said("pdf_not_reached", {"count": done.not_reached}))
    foot = [said("pdf_next", {"folder": folder})] if done.made else []
    return dialog(head, details, foot)
