"""Drafts: what names one, whether it still asks for what is owed, and when it is void."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..core.announce import BY_DEBIT
from ..core.confirming import BESIDE_PROMISE
from ..core.decide import decide
from ..core.history import CONFIRMATION
from ..core.netting import free_items
from ..core.notes import NOTE
from ..core.question import policy_of
from ..core.records import (
    SPOKEN,
    Case,
    Decision,
    DocumentKind,
    Event,
    Line,
    Outcome,
    Receivable,
)  # fmt: skip
from ..core.setting import owed_free_reminder
from .desk import Desk
from .draft_keys import demand_key, is_named, key_of
from .draft_terms import says_the_same
from .lines import PROMISE
from .paid_notes import asks_what_was_paid

# What holds an item back for a time only: a draft that waits is kept meanwhile.
SOFT = (
    "kind_missing", "due_estimated", "procedure_unverified", "bank_data", "bank_data_unknown",
)  # fmt: skip


def is_too_old(desk: Desk, draft: Event, day: date) -> bool:
    """Tell whether a draft has waited so long that the days it grants no longer hold."""
    policy = policy_of(desk.case(draft.debtor), desk.setting)
    return (day - draft.day).days >= policy.values.draft_days


def is_cut_short(desk: Desk, draft: Event, day: date) -> bool:
    """Tell whether a draft that leaves on a day grants fewer days than it must.

    A Belgian consumer's free first reminder counts its fourteen days from the sending (art.
    XIX.2) and says which day ends them: it leaves on its own day.
    """
    case = desk.case(draft.debtor)
    free = draft.step in desk.setting.marks.first_reminders and any(
        owed_free_reminder(item, case.debtor, desk.setting.creditor)
        for item in case.items
        if item.number in draft.items
    )
    return (free and day > draft.day) or is_too_old(desk, draft, day)


def same_draft(desk: Desk, decision: Decision) -> Event | None:
    """Return the draft that asks the same and may still be sent, None when there is none."""
    key = key_of(decision)
    drafts = desk.history_of(decision.debtor.code).drafts
    return next(
        (
            one
            for one in drafts
            if one.step == decision.step
            and is_named(one, key)
            and says_the_same(desk.case(one.debtor), desk.setting, one)
            and not is_cut_short(desk, one, decision.as_of)
            and not asks_what_was_paid(desk, desk.case(one.debtor), one, decision.as_of)
        ),
        None,
    )


def farther_draft(desk: Desk, case: Case, decision: Decision) -> Event | None:
    """Return a draft of a later step that still asks for what is owed, None when there is none.

    A notice that a person chose must not be replaced by the letter that the policy would write.
    """
    places = policy_of(case, desk.setting).index
    place = places.get(decision.step, len(places))
    for draft in desk.history_of(decision.debtor.code).drafts:
        is_farther = places.get(draft.step, -1) > place
        if not is_farther or asks_what_was_paid(desk, case, draft, decision.as_of):
            continue
        if draft_holds(desk, draft, decision.as_of):
            return draft
    return None


def draft_holds(desk: Desk, draft: Event, as_of: date | None) -> bool:
    """Tell whether a draft still demands what is open; a note claims what was paid late too.

    A settlement that lapses on the day gives back the credits that it had taken from the draft.
    """
    if draft.debtor not in desk.debtors:
        return False
    return draft.step == NOTE or holds(desk, desk.case(draft.debtor), draft, as_of)


def holds(desk: Desk, case: Case, draft: Event, as_of: date | None = None) -> bool:
    """Tell whether a draft still demands what is open, and would say the same of it.

    As of a day, or of the last of the journal.
    """
    return says_the_same(case, desk.setting, draft) and _asks(desk, case, draft, as_of)


def _asks(desk: Desk, case: Case, draft: Event, as_of: date | None) -> bool:
    about = draft.items if draft.step == CONFIRMATION else ()  # promised net of its credits
    return _demands(draft, free_items(case, desk.setting, as_of, about))


def had_held(desk: Desk, draft: Event) -> bool:
    """Tell whether a draft demands what is open, by the settlements of now, of its day or none.

    So asks who confirms one that had gone: what was agreed or corrected afterwards does not make it
    untrue, nor does what lapsed.
    """
    if draft.debtor not in desk.debtors:
        return False
    case = desk.case(draft.debtor)
    asks = any(_asks(desk, case, draft, day) for day in (None, draft.day))
    return draft.step == NOTE or asks or _demands(draft, case.items)


def _demands(draft: Event, items: Sequence[Receivable]) -> bool:
    demanded = [item for item in items if item.number in draft.items and item.open > 0]
    if {item.number for item in demanded} != set(draft.items):
        return False
    return is_named(draft, demand_key(draft.debtor, draft.step, demanded, items))


def tried_on(desk: Desk, draft: Event) -> date | None:
    """Return the day of the last call by a sheet that reached nobody, None when none was made."""
    if draft.channel not in SPOKEN:
        return None
    calls = (one for one in desk.history_of(draft.debtor).contacts if one.number > draft.number)
    days = [one.day for one in calls if one.step == draft.step and one.outcome == "bounced"]
    return max(days, default=None)


def kind_of(desk: Desk, draft: Event) -> DocumentKind:
    """Return what a draft is; the journal tells its step and its channel only."""
    if draft.channel in SPOKEN:
        return "call_sheet"
    if draft.step == CONFIRMATION:
        return "confirmation"
    if draft.step == NOTE:
        return "penalty_note"
    if draft.step in desk.setting.marks.notices:
        return "formal_notice"
    return "email" if draft.channel == "email" else "letter"


def waiting_of(desk: Desk, debtor: str) -> tuple[Event, ...]:
    """Return the drafts of a debtor that wait, call sheets among them."""
    return desk.history_of(debtor).drafts


def closing(draft: Event, outcome: Outcome, day: date, entered_at: str) -> Event:
    """Return the line that ends a draft."""
    return replace(draft, day=day, outcome=outcome, note="", entered_at=entered_at)


def is_held(desk: Desk, draft: Event, as_of: date) -> bool:
    """Tell whether something has come up since a draft was written that forbids to send it.

    Nobody knows to whom one goes whose client's code has been changed or deleted since.
    """
    if draft.debtor not in desk.debtors:
        return True
    case = desk.case(draft.debtor)
    return _is_held_by(desk, case, draft, decide(case, desk.setting, as_of).lines)


def _is_held_by(desk: Desk, case: Case, draft: Event, lines: Iterable[Line]) -> bool:
    """Tell whether what stands on the lines of a decision forbids to send a draft."""
    step = policy_of(case, desk.setting).step(draft.step)
    soft = {*SOFT, BY_DEBIT} if step and step.phase == 0 else set(SOFT)
    if draft.step == CONFIRMATION:  # it says what was promised until then
        if _promised_since(desk, draft):
            return True
        soft.update(BESIDE_PROMISE)
    claimed = set(draft.items)
    if draft.step == NOTE:  # what was paid late is on no line
        claimed &= {line.item.number for line in lines}
    return _is_silenced(desk, case, draft) or not _claimable(lines, soft) >= claimed


def _promised_since(desk: Desk, draft: Event) -> bool:
    """Tell whether a promise was noted, or taken back, after a draft was written."""
    lines = desk.events_of(draft.debtor)
    return any(one.step == PROMISE and one.number > draft.number for one in lines)


def _is_silenced(desk: Desk, case: Case, draft: Event) -> bool:
    """Tell whether the debtor, or the payer whom the draft reaches, is not to be contacted."""
    reached = case.reached(kind_of(desk, draft))
    return case.debtor.do_not_contact or reached.do_not_contact


def _claimable(lines: Iterable[Line], soft: Collection[str]) -> set[str]:
    return {
        line.item.number
        for line in lines
        if line.item.open > 0 and all(reason.code in soft for reason in line.blocked)
    }


def void_drafts(desk: Desk, as_of: date, fresh: Collection[str] = ()) -> Iterator[Event]:
    """Yield the drafts that a person must not send any more: paid, changed, held.

    Documents that were written just now (`fresh`) hold: they are not looked at again.
    """
    for case in desk.cases_with_drafts():
        for draft in waiting_of(desk, case.debtor.code):
            if draft.document not in fresh and is_void(desk, case, draft, as_of):
                yield draft


def is_void(
    desk: Desk, case: Case, draft: Event, as_of: date, lines: Iterable[Line] | None = None
) -> bool:
    """Tell whether a person must not send a draft any more: paid, changed, held.

    `lines` are those of the decision of that day, when it is known already.
    """
    changed = not says_the_same(case, desk.setting, draft)
    return changed or is_overtaken(desk, case, draft, as_of, lines)


def is_overtaken(
    desk: Desk, case: Case, draft: Event, as_of: date, lines: Iterable[Line] | None = None
) -> bool:
    """Tell whether a draft asks for what is paid or changed, or something holds it."""
    if not _asks(desk, case, draft, as_of) or asks_what_was_paid(desk, case, draft, as_of):
        return True
    known = decide(case, desk.setting, as_of).lines if lines is None else lines
    return _is_held_by(desk, case, draft, known)
