"""Confirming what was sent: the day, the numbers of registered letters, what must not go out."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ...core.errors import BadArgumentError, NothingToRecordError
from ...core.journal import last_day
from ...core.records import Event
from ...wording.clicks import dialog, said
from ..around import keep, opened_desk
from ..desk import Desk
from ..drafts import draft_holds, is_held
from ..record import Recorded
from ..record_sent import REGISTERED, confirm, waiting
from ..selection import chosen
from . import showing
from .asking import ask, ask_past_day, choose
from .click import Click

# Why a draft is left out, in the order of the summary.
COUNTED = {
    "draft_stale": "confirmed_stale",
    "draft_held": "confirmed_held",
    "tracking_missing": "confirmed_registered",
}


def sent(click: Click) -> None:
    """Confirm that drafts were sent, all of them or those of the selected debtors."""
    desk = opened_desk(click.book)
    drafts, named = _scope(click, desk)
    current = [draft for draft in drafts if draft_holds(desk, draft)]
    day = _day(click, desk, drafts, current) if current else click.today
    gone = _gone(click, desk, current, day) if named else []
    letters = [draft for draft in current if draft.channel == REGISTERED]
    free = [one for one in letters if one.document in gone or not is_held(desk, one, day)]
    numbers: dict[str, str] = {}
    for draft in free:
        numbers[draft.document] = _number(click, draft, numbers)
    done = confirm(desk, drafts, day, click.entered_at, numbers, gone)
    if done.events:
        keep(click.book, max(day, click.today))
    click.book.tell(_summary(done))


def _scope(click: Click, desk: Desk) -> tuple[Sequence[Event], bool]:
    """The drafts to confirm, and whether a person named their debtors by a selection.

    Raises:
        NothingToRecordError: no draft waits.
    """
    drafts = waiting(desk)
    if not drafts:
        raise NothingToRecordError(reason="sent", debtor="")
    codes = chosen(desk, click.book.selected())
    selected = [draft for draft in drafts if draft.debtor in codes]
    if not selected or len(selected) == len(drafts):
        return drafts, bool(selected)
    options = [
        said("ask_scope_selected", {"count": len(selected)}),
        said("ask_scope_all", {"count": len(drafts)}),
    ]
    by_name = choose(click, said("ask_scope"), options) == 0
    return (selected, True) if by_name else (drafts, False)


def _day(click: Click, desk: Desk, drafts: Sequence[Event], current: Sequence[Event]) -> date:
    """When they were sent: from the last day of the journal, which is the drafts' or later."""
    first = last_day(desk.ledger.events) or click.today
    counts = [said("drafts_waiting", {"count": len(current)})]
    if len(drafts) > len(current):
        counts.append(said("confirmed_stale", {"count": len(drafts) - len(current)}))
    question = said("ask_sent_day", {"counts": ", ".join(counts)})
    return ask_past_day(click, desk, question, first)


def _gone(click: Click, desk: Desk, drafts: Sequence[Event], day: date) -> list[str]:
    """The drafts that something holds since, but that a person says had gone before."""
    return [
        draft.document
        for draft in drafts
        if is_held(desk, draft, day)
        if click.book.ask(said("ask_gone", {"document": draft.document, "debtor": draft.debtor}))
    ]


def _number(click: Click, draft: Event, others: dict[str, str]) -> str:
    """The tracking number of a registered letter, "" to leave it out."""

    def read(text: str) -> str:
        number = text.strip()
        if number and number in others.values():
            raise BadArgumentError(argument="tracking", value=number)
        return number

    facts = {"debtor": draft.debtor, "document": draft.document}
    return ask(click, said("ask_tracking", facts), read)


def _summary(done: Recorded) -> str:
    counts = Counter(reason.code for _, reason in done.left_out)
    confirmed = sum(1 for event in done.events if event.channel)
    parts = [said("confirmed", {"count": confirmed})]
    parts += [said(word, {"count": counts[code]}) for code, word in COUNTED.items() if counts[code]]
    return dialog([", ".join(parts) + "."], showing.left_out(done))
