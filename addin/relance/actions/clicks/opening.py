"""How a click opens its workbook: the take-over that waits, the folder that nobody gave."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...core.errors import OutputFolderError
from ...wording import steps
from ...wording.clicks import said
from .. import takeover
from ..around import opened_desk
from ..bringing import take_over
from ..desk import Desk, open_desk
from ..folders import located, output_folder, proposed_folder
from ..gathering import identifier_of
from ..serving import bound
from .asking import ask
from .click import Cancelled, Click
from .showing import NAMED


def ready(click: Click, desk: Desk) -> Desk:
    """Return a desk to write today's documents; a take-over that waits is proposed first.

    Raises:
        Cancelled: the take-over is not confirmed; nothing is reminded of before it.
        DayBeforeJournalError: today is before the journal's last day.
    """
    desk.check_day(click.today)
    if not desk.setting.takeover_pending:
        return desk
    if not offer_takeover(click, desk):
        raise Cancelled
    return open_desk(click.book)


def offer_takeover(click: Click, desk: Desk) -> bool:
    """Show which steps are deemed done before Relance; confirm them if the person agrees."""
    proposals = takeover.propose(desk, click.today)
    lines = [_step_line(step, count) for step, count in takeover.by_step(proposals)]
    text = "\n".join([*(lines or [_step_line("", 0)]), *_less(desk, proposals)])
    if not click.book.ask(said("ask_takeover", {"lines": text})):
        return False
    take_over(desk, click.today, click.entered_at)
    return True


def _step_line(step: str, count: int) -> str:
    if not step:
        return "- " + said("ask_takeover_first", {"count": count})
    return f"- {steps.name(step)} : " + said("click_debtors", {"count": count})


def _less(desk: Desk, proposals: Sequence[takeover.Proposal]) -> Iterator[str]:
    """For whom the take-over may propose less than it could, and why."""
    owed = dict.fromkeys(one.debtor for one in proposals if one.bound == "takeover_reminder")
    for code, debtors in (
        ("takeover_kind", takeover.untyped(desk)),
        ("takeover_reminder", tuple(owed)),
    ):
        if debtors:
            yield said(code, {"count": len(debtors), "debtors": shortened(debtors)})


def shortened(debtors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first debtors, and that there are more: a dialog has little room."""
    return debtors if len(debtors) <= NAMED else (*debtors[:NAMED], "...")


def documents_folder(click: Click) -> Path:
    """Return the output folder; asked when `Paramètres` has none. Raises Cancelled."""
    known = output_folder(click.book)
    if known is not None:
        return known

    def read(text: str) -> Path:
        if not text.strip():
            raise OutputFolderError(path="", reason="no_folder")
        folder = located(click.book, text.strip())
        if identifier := identifier_of(click.book):
            bound(click.book.path, identifier, folder)  # it may serve another workbook
        return folder

    return ask(click, said("ask_folder"), read, str(proposed_folder(click.book)))


def bound_to(desk: Desk, folder: Path) -> Desk:
    """Return a desk whose journal is also kept in a folder; opened anew when it was not yet."""
    book = desk.book
    known = output_folder(book)
    if known is not None and known.resolve() == folder.resolve() and book.get("Identifiant"):
        return desk
    return opened_desk(book, folder)
