"""Drafts that may have gone though nobody has confirmed them: a person is asked before another.

An e-mail is seen among those that were sent. Of a letter nothing tells whether it was posted, and
a second one costs money and credit: no part payment and no correction makes the first unsent.
"""

from collections.abc import Iterator

from ..core.findings import Reason
from ..core.history import ENDS_DRAFT
from ..core.money import ZERO
from ..core.records import SPOKEN, Case, Decision, Event
from ..documents.posting import BY_POST
from .desk import Desk
from .drafts import had_held, holds, is_overtaken, is_void, waiting_of
from .naming import called_of
from .paid_notes import asks_what_was_paid


def may_have_gone(desk: Desk, draft: Event) -> bool:
    """Tell whether a draft that has ended, or is to end, may have been sent before that.

    Its amounts hold, or it is a letter of which a part is owed still; what is paid is past.
    """
    return had_held(desk, draft) or _is_owed_by_post(desk, draft)


def perhaps_gone(desk: Desk, debtor: str) -> tuple[Event, ...]:
    """Return the last draft of a debtor when it was cancelled and may have gone before.

    A promise noted at noon cancels the letter that was posted in the morning: a person says so.
    """
    events = [one for one in desk.history_of(debtor).events if one.document]
    ours = [one for one in events if one.outcome in ("draft", *ENDS_DRAFT)]
    if not ours or ours[-1].outcome != "cancelled":
        return ()
    drafts = [one for one in ours if (one.document, one.outcome) == (ours[-1].document, "draft")]
    return tuple(
        draft for draft in drafts[-1:] if draft.channel not in SPOKEN and may_have_gone(desk, draft)
    )


def unconfirmed(desk: Desk, case: Case, decision: Decision) -> Iterator[Event]:
    """Yield the written drafts of an earlier day before which no other is written: did they go?

    Those that still ask for what is owed; before another letter, those too of which a part is owed
    whatever has changed, withdrawn for it or not.
    """
    day, by_post = decision.as_of, decision.channel in BY_POST
    for draft in waiting_of(desk, case.debtor.code):
        if draft.day >= day or draft.channel in SPOKEN:
            continue
        twice = by_post and _is_owed_by_post(desk, draft)
        if twice or not is_overtaken(desk, case, draft, day):
            yield draft
    yield from withdrawn(desk, case, decision)


def withdrawn(desk: Desk, case: Case, decision: Decision) -> Iterator[Event]:
    """Yield the letter of an earlier day that a change has withdrawn, before another one.

    One that was only held, and would say the same now, is written anew: a person was asked then.
    """
    day = decision.as_of
    if decision.channel not in BY_POST or decision.blocked_by:
        return
    for draft in perhaps_gone(desk, case.debtor.code):
        if draft.day < day and draft.channel in BY_POST:
            same = holds(desk, case, draft, day)
            if not same or asks_what_was_paid(desk, case, draft, day):
                yield draft


def not_confirmed(desk: Desk, case: Case, decision: Decision, draft: Event) -> Reason:
    """Return why no other document is written before a person has told whether a draft went."""
    facts = {"document": draft.document, "day": draft.day, "debtor": draft.debtor}
    waits = draft in waiting_of(desk, draft.debtor)
    if not waits or is_void(desk, case, draft, decision.as_of, decision.lines):
        facts["reason"] = "withdrawn"
    return Reason("not_confirmed", {"a_document": called_of(desk, draft), **facts})


def _is_owed_by_post(desk: Desk, draft: Event) -> bool:
    """Tell whether a letter demands what is owed in part; an invoice that is renamed may be."""
    if draft.channel not in BY_POST or draft.debtor not in desk.debtors:
        return False
    known = {one.number for one in desk.receivables if one.debtor == draft.debtor}
    if not known.issuperset(draft.items):
        return True
    items = desk.case(draft.debtor).items
    demanded = [one for one in items if one.number in draft.items and one.open > 0]
    currencies = {one.currency for one in demanded}
    credits_ = (one.open for one in items if one.open < 0 and one.currency in currencies)
    return sum((one.open for one in demanded), ZERO) + sum(credits_, ZERO) > 0
