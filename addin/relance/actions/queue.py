"""The order of the day's queue: what waits for a confirmation, then phases, then sums."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from ..core.findings import Reason
from ..core.history import read
from ..core.money import ZERO
from ..core.records import SPOKEN, Case, Decision, Event
from .desk import Desk
from .drafts import is_void, tried_on
from .naming import called_of
from .perhaps_gone import not_confirmed, withdrawn

Decided = tuple[Case, Decision]


def ordered(decided: Iterable[Decided]) -> list[Decided]:
    """Return decisions in the order of a day's work.

    Drafts that wait come first, so that a user who forgets is told rather than stuck; then what
    can be done today, the highest phase and the largest sum first; then what is held.
    """
    return sorted(decided, key=_rank)


def _rank(one: Decided) -> tuple[bool, bool, int, Decimal, str]:
    case, decision = one
    waits = bool(read(case.events).drafts)
    total = sum((totals.total for totals in decision.totals), ZERO)
    idle = not decision.step or bool(decision.blocked_by)
    return (not waits, idle, -(decision.phase or 0), -total, case.debtor.code)


def with_drafts(desk: Desk, decided: Decided) -> Decision:
    """Return a decision that says first which drafts wait to be confirmed, or must not go out."""
    case, decision = decided
    drafts = read(case.events).drafts
    waiting = (
        *(one for draft in drafts for one in _waits(desk, case, decision, draft)),
        *(not_confirmed(desk, case, decision, one) for one in withdrawn(desk, case, decision)),
    )
    return replace(decision, why=(*waiting, *decision.why)) if waiting else decision


def _waits(desk: Desk, case: Case, decision: Decision, draft: Event) -> Iterator[Reason]:
    """What to do about a draft: what a payment or a dispute has overtaken is not to be sent.

    A person may have chosen less than is due: what the draft leaves out is not dealt with by it.
    """
    named = called_of(desk, draft)
    facts: dict[str, object] = {
        "the_document": named, "document": draft.document, "day": draft.day,
    }  # fmt: skip
    if is_void(desk, case, draft, decision.as_of, decision.lines):
        yield Reason("draft_void", {"to_do": named, **facts})
        return
    tried = tried_on(desk, draft)
    if tried:
        facts |= {"reason": "tried", "tried": tried}
    elif draft.channel in SPOKEN:
        facts["reason"] = "call"
    yield Reason("draft_waiting", facts)
    due = [line.item.number for line in decision.demanded]
    if left := tuple(number for number in due if number not in draft.items):
        yield Reason("draft_without", {"numbers": left})
