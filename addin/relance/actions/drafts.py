"""Drafts: what names one, whether it still asks for what is owed, and when it is void."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..core.decide import decide
from ..core.history import read
from ..core.journal import document_key
from ..core.money import ZERO
from ..core.question import policy_of
from ..core.records import Case, Decision, Event, Line, Receivable
from ..core.setting import owed_free_reminder
from .desk import Desk

# What holds an item back for a time only: a draft that waits is kept meanwhile.
SOFT = (
    "kind_missing", "due_estimated", "procedure_unverified", "bank_data", "bank_data_unknown",
)  # fmt: skip


def key_of(decision: Decision) -> str:
    """Return the key of a decision's document.

    Interest is left out on purpose: it grows every day, and a letter posted yesterday but not
    confirmed yet must not be written again today.
    """
    demanded = [line.item for line in decision.demanded]
    items = [line.item for line in decision.lines]
    return _key(decision.debtor.code, decision.step, demanded, items)


def _key(
    debtor: str, step: str, demanded: Iterable[Receivable], items: Iterable[Receivable]
) -> str:
    """Debtor, step, items and open amounts, and the credits that the demand nets."""
    amounts = {item.number: item.open for item in demanded}
    currencies = {item.currency for item in demanded}
    for item in items:
        if item.open < 0 and item.currency in currencies:
            netted = f"- {item.currency}"
            amounts[netted] = amounts.get(netted, ZERO) + item.open
    return document_key(debtor, step, ((number, f"{sum_:.2f}") for number, sum_ in amounts.items()))


def is_named(draft: Event, key: str) -> bool:
    """Tell whether a draft has that key: its name holds the first digits."""
    return f"-{key[:6]}." in draft.document


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
    drafts = read(desk.events_of(decision.debtor.code)).drafts
    return next(
        (
            one
            for one in drafts
            if one.step == decision.step
            and is_named(one, key)
            and not is_too_old(desk, one, decision.as_of)
        ),
        None,
    )


def farther_draft(desk: Desk, case: Case, decision: Decision) -> Event | None:
    """Return a draft of a later step that still asks for what is owed, None when there is none.

    A notice that a person chose must not be replaced by the letter that the policy would write.
    """
    places = policy_of(case, desk.setting).index
    place = places.get(decision.step, len(places))
    for draft in read(desk.events_of(decision.debtor.code)).drafts:
        if places.get(draft.step, -1) > place and draft_holds(desk, draft):
            return draft
    return None


def draft_holds(desk: Desk, draft: Event) -> bool:
    """Tell whether a draft still demands what is open."""
    items = desk.case(draft.debtor).items if draft.debtor in desk.debtors else ()
    demanded = [item for item in items if item.number in draft.items and item.open > 0]
    if {item.number for item in demanded} != set(draft.items):
        return False
    return is_named(draft, _key(draft.debtor, draft.step, demanded, items))


def ended_documents(desk: Desk) -> tuple[str, ...]:
    """Return the names of the drafts that were replaced or cancelled and not made again."""
    found: dict[str, bool] = {}
    for event in desk.ledger.events:
        if event.outcome in ("draft", "sent", "replaced", "cancelled") and event.document:
            found[event.document] = event.outcome in ("replaced", "cancelled")
    return tuple(name for name, ended in found.items() if ended)


def is_held(desk: Desk, draft: Event, as_of: date) -> bool:
    """Tell whether something has come up since a draft was written that forbids to send it."""
    return _is_held(desk, desk.case(draft.debtor), draft, as_of)


def _is_held(desk: Desk, case: Case, draft: Event, as_of: date) -> bool:
    lines = decide(case, desk.setting, as_of).lines
    return _is_silenced(desk, case, draft) or not _claimable(lines) >= set(draft.items)


def _is_silenced(desk: Desk, case: Case, draft: Event) -> bool:
    """Tell whether the debtor, or the payer whom the draft reaches, is not to be contacted."""
    step = policy_of(case, desk.setting).step(draft.step)
    reached = case.reached(step.document if step else draft.step)
    return case.debtor.do_not_contact or reached.do_not_contact


def _claimable(lines: Iterable[Line]) -> set[str]:
    return {
        line.item.number
        for line in lines
        if line.item.open > 0 and all(reason.code in SOFT for reason in line.blocked)
    }


def by_the_way(desk: Desk, draft: Event) -> tuple[Event, ...]:
    """Return the lines of the items that a draft reminds of without demanding them."""
    return tuple(
        event
        for event in read(desk.events_of(draft.debtor)).events
        if event.outcome == "prepared"
        and event.document == draft.document
        and event.number > draft.number
    )


def void_drafts(desk: Desk, as_of: date) -> Iterator[Event]:
    """Yield the drafts that a person must not send any more: paid, changed, held."""
    for case in desk.cases_with_drafts():
        for draft in read(desk.events_of(case.debtor.code)).drafts:
            if _is_held(desk, case, draft, as_of) or not draft_holds(desk, draft):
                yield draft
