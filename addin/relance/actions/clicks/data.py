"""Data: exports read into the workbook, and the workbook looked over."""

from collections.abc import Sequence
from pathlib import Path

from ...core.errors import RelanceError
from ...core.findings import Finding
from ...core.records import Receivable
from ...intake.export import Export
from ...wording.clicks import dialog, said
from ..absence import absent_from
from ..around import opened_desk
from ..bringing import bring
from ..desk import Desk
from ..doctor import check_book
from ..importing import Imported, read_files
from ..refresh import refresh
from ..takeover import untyped
from ..understood import brought, suspended, understood
from . import showing
from .asking import choose, confirm
from .click import Cancelled, Click
from .day import its_day
from .opening import offer_takeover, shortened

NAMED = 3  # findings of a file named before the question
# What an import says of drafts that it has overtaken.
OVERTAKEN = ("draft_ended", "draft_perhaps_gone", "file_left")


def import_(click: Click) -> None:
    """Read exports, show what was understood, then bring the workbook up to date."""
    paths = click.desktop.pick_files(said("pick_exports"))
    if not paths:
        raise Cancelled
    files = read_files([Path(path) for path in paths], click.today)
    desk = opened_desk(click.book)
    desk.check_day(click.today)
    partial = _agreed(click, desk, files)
    done, desk, told = bring(desk, files, click.today, click.entered_at, partial=partial)
    waits = [_take_over(click, desk)] if desk.setting.takeover_pending else []
    ended = [said(one.code, one.facts) for one in told if one.code in OVERTAKEN]
    click.book.tell(_summary(done, ended, waits))


def _take_over(click: Click, desk: Desk) -> str:
    """Offer the take-over of a first import, once the kinds on which it rests are given."""
    if lacking := untyped(desk):
        facts = {"count": len(lacking), "debtors": shortened(lacking)}
        return said("click_takeover_types", facts)
    return said("click_taken_over" if offer_takeover(click, desk) else "click_takeover_waits")


def _agreed(click: Click, desk: Desk, files: list[tuple[str, Export]]) -> bool:
    """Show what was understood and ask; tells whether the files are only a part of the items."""
    lines = [line for name, export in files for line in _seen(name, export)]
    if not any(item.open != 0 for item in desk.receivables):
        confirm(click, dialog([], lines, [said("ask_import")], mark=""))
        return False
    question = dialog([], lines, [said("ask_whole")], mark="")
    # The Enter key alone takes the first answer: it suspends nothing.
    left = absent_from(desk, files, click.today)
    return choose(click, question, [said("ask_whole_no"), _whole(left)]) == 0


def _whole(left: Sequence[Receivable]) -> str:
    """The answer that files hold every open item, with what it would suspend."""
    reason = ("none", "one", "")[min(len(left), 2)]
    return said("ask_whole_yes", {"count": len(left), "reason": reason})


def _seen(name: str, export: Export) -> list[str]:
    facts = {
        "file": Path(name).name,
        "rows": export.rows,
        "items": len(export.receivables) + len(export.balances),
        "payments": len(export.payments),
        "findings": len(export.findings),
    }
    return [said("import_seen", facts), *_first(export), *understood(export, said)]


def _first(export: Export) -> list[str]:
    """The first findings of a file, and how many are left."""
    lines = [_told(finding) for finding in export.findings[:NAMED]]
    left = len(export.findings) - len(lines)
    return [*lines, said("click_more", {"count": left})] if left else lines


def _summary(done: tuple[Imported, ...], ended: list[str], waits: list[str]) -> str:
    head = [*(brought(one) for one in done), *waits]
    details = [line for one in done for line in (*suspended(one, said), *map(_told, one.findings))]
    return dialog(head, [*ended, *details], [said("click_imported_next")])


def _told(finding: Finding) -> str:
    place = {"row": finding.row, "column": finding.column}
    return (said("place", place) if finding.row else "") + said(finding.code, finding.facts)


def check(click: Click) -> None:
    """Look the workbook over, and say on each row what is wrong with it."""
    desk = _opened(click)
    if desk is not None:
        refresh(desk, its_day(click), stamp=False)
        click.book.save()
    click.book.tell(showing.checked(check_book(click.book, click.today)))


def _opened(click: Click) -> Desk | None:
    """The workbook, None when it can't be read: `check_book` says why, among the other checks."""
    try:
        return opened_desk(click.book, to_read=True)
    except RelanceError:
        return None
