"""One document of the policy: written when no draft that waits is in the way.

A second run doubles nothing, because a document is named and keyed by what it demands.
"""

from collections.abc import Iterator
from dataclasses import replace

from ..core.findings import Reason
from ..core.informed import reminded_by_the_way
from ..core.question import policy_of
from ..core.records import SPOKEN, Case, Decision, Event, Message
from .attached import with_copies
from .batch import Order, Written
from .compose import message
from .desk import Desk
from .document_files import is_lost
from .draft_keys import key_of
from .draft_terms import terms_of
from .drafts import (
    closing,
    farther_draft,
    is_void,
    same_draft,
    tried_on,
    waiting_of,
)
from .enclosed import with_statement
from .folders import output_folder
from .made import made, write_logged
from .naming import called_of
from .perhaps_gone import not_confirmed, unconfirmed
from .print_copies import print_copy


def already(desk: Desk, order: Order, case: Case, decision: Decision) -> tuple[Reason, ...]:
    """Return why nothing is written because of drafts that wait, () when none is in the way.

    A kill may have left the one that another replaces.
    """
    draft = same_draft(desk, decision) or farther_draft(desk, case, decision)
    if draft is not None and not order.dry_run:
        _replace_others(desk, order, draft)
    draft = draft or _of_the_day(desk, order, case)
    if draft is not None:
        return (_waits(desk, draft),)
    if order.redo:
        return ()
    asked = unconfirmed(desk, case, decision)
    return tuple(not_confirmed(desk, case, decision, one) for one in asked)


def _of_the_day(desk: Desk, order: Order, case: Case) -> Event | None:
    """A draft of today that still holds: the run leaves it alone, since a person may have made it.

    The journal does not tell who chose a document. Who wants another one confirms it, takes it
    back, or chooses by hand.
    """
    if order.by_hand:
        return None
    today = (one for one in waiting_of(desk, case.debtor.code) if one.day == order.as_of)
    return next((one for one in today if not is_void(desk, case, one, order.as_of)), None)


def _waits(desk: Desk, draft: Event) -> Reason:
    facts = {
        "a_document": called_of(desk, draft), "document": draft.document, "day": draft.day,
        "debtor": draft.debtor,
    }  # fmt: skip
    if tried := tried_on(desk, draft):
        return Reason("already_written", facts | {"reason": "tried", "tried": tried})
    if draft.channel in SPOKEN:
        return Reason("already_written", facts | {"reason": "call"})
    if is_lost(output_folder(desk.book), draft.document):
        return Reason("already_written", facts | {"reason": "lost"})
    return Reason("already_written", facts)


def write_document(
    desk: Desk, order: Order, case: Case, decision: Decision, note: str = ""
) -> Written:
    """Write one document, its lines in the journal before it; a dry run only says what it is.

    Args:
        desk: the workbook.
        order: day, folder, templates.
        case: the debtor.
        decision: one that nothing holds.
        note: why a person chose it, for the journal.

    Raises:
        BadArgumentError: the document lacks what it must say (facts: argument, value).
        TemplateFaultError: its template has a fault.
        FileRefusedError: the file can't be written, another may be.
        OutputFolderError: nothing can be written any more.
    """
    key = key_of(decision)
    said, told = _said(desk, order, case, decision)
    items = tuple(line.item.number for line in decision.demanded)
    terms = terms_of(case, desk.setting, decision.step, decision.channel, items, order.as_of)
    rendered = made(said, order, key, terms)
    event = Event(
        number=0,
        day=order.as_of,
        debtor=decision.debtor.code,
        items=items,
        step=decision.step,
        channel=decision.channel,
        direction="out",
        outcome="draft",
        document=rendered.name,
        sha256=rendered.sha256,
        note=note,
        entered_at=order.entered_at,
    )
    path = order.folder / rendered.name
    if not order.dry_run:
        events = [event, *_by_the_way(event, case, decision, desk)]
        write_logged(desk, order, rendered, events, key)
        _replace_others(desk, order, event)
    return Written(
        decision.debtor.code, decision.document, decision.channel, path, rendered.sha256, items,
        told, None if order.dry_run else print_copy(said, order, path),
    )  # fmt: skip


def _by_the_way(event: Event, case: Case, decision: Decision, desk: Desk) -> Iterator[Event]:
    """Say which items the document reminds of without demanding them; no contact of its own."""
    step, items = reminded_by_the_way(decision, case, policy_of(case, desk.setting))
    if step:
        yield replace(event, step=step, items=items, channel="", outcome="prepared", note="")


def _replace_others(desk: Desk, order: Order, kept: Event) -> None:
    """One debtor has one draft: the others end."""
    for draft in desk.history_of(kept.debtor).drafts:
        if draft.document != kept.document:
            desk.ledger.log(closing(draft, "replaced", order.as_of, order.entered_at))


def _said(
    desk: Desk, order: Order, case: Case, decision: Decision
) -> tuple[Message, tuple[Reason, ...]]:
    """Return what the document says, and what is to be told of it."""
    policy = policy_of(case, desk.setting)
    bare = message(decision, case, desk.setting, policy, desk.ledger.head)
    said, left = with_statement(desk, order, case, bare)
    said, told = with_copies(said, order.copies_folder)
    return said, (*left, *told)
