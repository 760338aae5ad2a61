"""The day of the workbook: where its figures stop, the queue and the aged balance on it."""

from datetime import date, timedelta
from functools import partial

from ...core.errors import BadArgumentError
from ...wording.clicks import said
from ...workbook import schema
from ..alarms import rows_unread
from ..around import opened_desk
from ..desk import Desk
from ..queue import Decided
from ..refresh import refresh
from .asking import ask_day
from .click import Click

FARTHEST = timedelta(days=366)


def stamp(click: Click) -> None:
    """Ask for a day and bring every computed cell to it."""
    desk = opened_desk(click.book, to_read=True)
    day = ask_day(click, said("ask_stamp"), partial(_check_near, click.today), click.today)
    decided = refresh(desk, day, stamp=True)
    click.book.save()
    stamped = said("click_stamped", {"day": day, "count": _ready(decided)})
    click.book.tell("\n\n".join([stamped, *_not_worked(decided), *_lost(desk)]))


def _not_worked(decided: tuple[Decided, ...]) -> list[str]:
    """That nobody is reminded because the day is not worked, [] when it is something else."""
    held = [one for _, decision in decided for one in decision.blocked_by]
    found = [said(one.code, one.facts) for one in held if one.code == "not_worked"]
    return [] if _ready(decided) else found[:1]


def _lost(desk: Desk) -> list[str]:
    """That invoices which can't be read are in none of the figures, [] when all are."""
    return [said(one.code, one.facts) for one in rows_unread(desk)]


def _check_near(today: date, day: date) -> None:
    """Refuse a year that was mistyped: every figure would show what nobody owes yet."""
    if day > today + FARTHEST:
        raise BadArgumentError(argument="as_of", value=day)


def agenda(click: Click) -> None:
    """Refresh the queue and show it; what could not be read is said."""
    _shown(click, schema.AGENDA.name)


def aged_balance(click: Click) -> None:
    """Refresh the aged balance and show it; what could not be read is said."""
    _shown(click, schema.AGED_BALANCE.name)


def _shown(click: Click, sheet: str) -> None:
    desk = up_to_date(click)
    click.desktop.show(sheet)
    for text in _lost(desk):
        click.book.tell(text)


def up_to_date(click: Click) -> Desk:
    """Bring a workbook to its own day, or to today when its user says so, save and return it."""
    desk = opened_desk(click.book, to_read=True)
    day, is_new = _day(click)
    refresh(desk, day, stamp=is_new)
    click.book.save()
    return desk


def _day(click: Click) -> tuple[date, bool]:
    """The day to refresh to, and whether the workbook takes it as its own."""
    day = its_day(click)
    if day == click.today:
        return day, click.book.get("AsOf") is None
    facts = {"day": day, "today": click.today}
    return (click.today, True) if click.book.ask(said("ask_today", facts)) else (day, False)


def its_day(click: Click) -> date:
    """Return the day of a workbook's figures, today when it has none yet."""
    stamped = click.book.get("AsOf")
    return stamped if isinstance(stamped, date) else click.today


def _ready(decided: tuple[Decided, ...]) -> int:
    return sum(1 for _, one in decided if one.step and not one.blocked_by)
