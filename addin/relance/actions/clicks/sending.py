"""Confirming what was sent: the day, the numbers of registered letters, what must not go out."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from ...core.errors import BadArgumentError
from ...core.journal import last_day
from ...core.notes import NOTE
from ...core.records import Event
from ...wording.clicks import dialog, said
from ...wording.events import told
from ..around import keep, opened_desk
from ..desk import Desk
from ..drafts import had_held, is_cut_short, is_held
from ..ending import Told
from ..nothing_waits import nothing_waits
from ..perhaps_gone import may_have_gone, perhaps_gone
from ..record import Recorded
from ..record_sent import REGISTERED, confirm, waiting
from ..selection import chosen
from . import showing
from .asking import agree, ask, ask_past_day, choose
from .click import Click

# Why a draft is left out, in the order of the summary.
COUNTED = {
    "draft_stale": "confirmed_stale",
    "draft_held": "confirmed_held",
    "draft_not_gone": "confirmed_not_gone",
    "tracking_missing": "confirmed_registered",
}


def sent(click: Click) -> None:
    """Confirm that drafts were sent, all of them or those of the selected debtors."""
    desk = opened_desk(click.book)
    drafts, named = _scope(click, desk)
    current = [one for one in drafts if had_held(desk, one) or (named and may_have_gone(desk, one))]
    day = _day(click, desk, drafts, current) if current else click.today
    gone, kept = _gone(click, desk, current, day, named)
    letters = [draft for draft in current if draft.channel == REGISTERED]
    free = [one for one in letters if one.document in gone or not is_held(desk, one, day)]
    numbers: dict[str, str] = {}
    for draft in free:
        if draft.document not in kept:
            numbers[draft.document] = _number(click, draft, numbers)
    done = confirm(desk, drafts, day, click.entered_at, numbers, gone, kept)
    ended: Sequence[Told] = ()
    if done.events or kept:
        ended = keep(click.book, max(day, click.today), click.entered_at)
    click.book.tell(_summary(done, ended))


def _scope(click: Click, desk: Desk) -> tuple[Sequence[Event], bool]:
    """The drafts to confirm, and whether a person named their debtors by a selection.

    Raises:
        NothingToRecordError: no draft waits.
        Cancelled: none of the selected debtors has one, and the others are not meant.
    """
    drafts = waiting(desk)
    codes = chosen(desk, click.book.selected())
    selected = [draft for draft in drafts if draft.debtor in codes]
    others = len(drafts) - len(selected)
    for code in codes:
        selected += perhaps_gone(desk, code)
    if not drafts and not selected:
        raise nothing_waits(desk)
    if codes and not selected:
        question = said("ask_scope_others", {"count": len(drafts)})
        yes = said("ask_scope_others_yes", {"count": len(drafts)})
        agree(click, question, said("ask_scope_others_no"), yes)
        return drafts, False
    if not others or not selected:
        return selected or drafts, bool(selected)
    options = [
        said("ask_scope_selected", {"count": len(selected)}),
        said("ask_scope_all", {"count": len(drafts)}),
    ]
    by_name = choose(click, said("ask_scope"), options) == 0
    return (selected, True) if by_name else (drafts, False)


def _day(click: Click, desk: Desk, drafts: Sequence[Event], current: Sequence[Event]) -> date:
    """When they were sent: from the last day of the journal, which is the drafts' or later."""
    first = last_day(desk.ledger.events) or click.today
    counts = [said("drafts_waiting", {"count": len(current)}), *_notes_among(current)]
    if len(drafts) > len(current):
        counts.append(said("confirmed_stale", {"count": len(drafts) - len(current)}))
    question = said("ask_sent_day", {"counts": ", ".join(counts)})
    return ask_past_day(click, desk, question, first)


def _gone(
    click: Click, desk: Desk, drafts: Sequence[Event], day: date, named: bool
) -> tuple[list[str], list[str]]:
    """The drafts that a person says had gone before something came up, and those that had not."""
    waiting_still = {draft.document for draft in waiting(desk)}
    gone: list[str] = []
    kept: list[str] = []
    old: list[Event] = []
    for draft in drafts:
        stands = had_held(desk, draft) and draft.document in waiting_still
        if not stands or is_held(desk, draft, day):
            facts = {"document": draft.document, "debtor": draft.debtor}
            if named:
                (gone if click.book.ask(said("ask_gone", facts)) else kept).append(draft.document)
        elif is_cut_short(desk, draft, day):
            old.append(draft)
    if old and click.book.ask(_of_the_past(old, day)):
        gone += [draft.document for draft in old]
    return gone, kept


def _of_the_past(old: Sequence[Event], day: date) -> str:
    """Ask once whether drafts whose days would be cut short went out on their own day."""
    lines = [f"{draft.debtor} : {draft.document}" for draft in old]
    return dialog([], lines, [said("ask_gone_old", {"count": len(old), "sent": day})])


def _number(click: Click, draft: Event, others: dict[str, str]) -> str:
    """The tracking number of a registered letter, "" to leave it out."""

    def read(text: str) -> str:
        number = text.strip()
        if number and number in others.values():
            raise BadArgumentError(argument="tracking", value=number)
        return number

    facts = {"debtor": draft.debtor, "document": draft.document}
    return ask(click, said("ask_tracking", facts), read)


def _summary(done: Recorded, ended: Sequence[Told]) -> str:
    counts = Counter(reason.code for _, reason in done.left_out)
    confirmed = sum(1 for event in done.events if event.channel)
    notes = [event for event in done.events if event.step == NOTE]
    parts = [said("confirmed", {"count": confirmed}), *_notes_among(notes)]
    parts += [said(word, {"count": counts[code]}) for code, word in COUNTED.items() if counts[code]]
    details = [*map(told, notes), *showing.told_of(ended), *showing.left_out(done)]
    return dialog([", ".join(parts) + "."], details)


def _notes_among(lines: Sequence[Event]) -> list[str]:
    """How many of some documents are penalty notes, nothing when none is."""
    count = sum(line.step == NOTE for line in lines)
    return [said("notes_waiting", {"count": count})] if count else []
