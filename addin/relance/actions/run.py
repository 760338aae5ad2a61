"""`run`: what the policy asks for on a day becomes documents, each logged before it is written.

Order for one document: outbox line, file, journal row; the workbook is saved at the end. A kill
anywhere and a second run lose nothing and double nothing, because a document is named and keyed
by what it demands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..core.decide import decide
from ..core.errors import BadArgumentError, RelanceError, TakeoverNeededError
from ..core.findings import Reason
from ..core.history import read
from ..core.informed import reminded_by_the_way
from ..core.question import policy_of
from ..core.records import Case, Decision, Event, Message, Outcome
from ..documents.render import Rendered, render
from .batch import Batch, Order, Skipped, Written
from .cases import cases_of
from .compose import message
from .desk import Desk
from .drafts import ended_documents, key_of, same_draft, void_drafts
from .files import check_folder, copies, remove_leftovers, set_aside, write_whole
from .queue import Decided, ordered
from .refresh import refresh


def run(desk: Desk, order: Order) -> Batch:
    """Write the documents of a day and log them.

    Raises:
        TakeoverNeededError: the first import has not been confirmed; nothing is written.
        DayBeforeJournalError: the day is before the journal's last.
        OutputFolderError: the folder can't be written; checked before anything else.
    """
    if desk.setting.takeover_pending:
        raise TakeoverNeededError(command=f"relance takeover {desk.book.path} --by-age")
    desk.check_day(order.as_of)
    if not order.dry_run:
        check_folder(order.folder)
        remove_leftovers(order.folder)
        _remember_folder(desk, order.folder)
    decided = ordered((case, decide(case, desk.setting, order.as_of)) for case in desk.cases)
    documents: list[Written] = []
    skipped: list[Skipped] = []
    fault = _each(desk, order, decided, documents, skipped)
    cancelled = () if order.dry_run else _cancel_void(desk, order)
    left_behind = () if order.dry_run else set_aside(order.folder, ended_documents(desk))
    order.progress(len(decided), len(decided), "")
    batch = Batch(
        order.as_of,
        tuple(decision for _, decision in decided),
        tuple(documents),
        tuple(skipped),
        cancelled,
        fault,
        left_behind,
    )
    if not order.dry_run:
        desk.cases = cases_of(desk)
        refresh(desk, order.as_of, stamp=True)
        desk.book.save()
    return batch


def _remember_folder(desk: Desk, folder: Path) -> None:
    """Say in the workbook where the outbox is, before anything is there to be recovered."""
    where = str(folder.resolve())
    if str(desk.book.get("DossierSortie") or "") != where:
        desk.book.set("DossierSortie", where)
    desk.book.save()


def _each(
    desk: Desk, order: Order, decided: Sequence[Decided],
    documents: list[Written], skipped: list[Skipped],
) -> RelanceError | None:  # fmt: skip
    """Go through the queue; a fault (disk full, template) ends it and keeps what was written."""
    for done, (case, decision) in enumerate(decided):
        order.progress(done, len(decided), decision.debtor.name)
        try:
            _one(desk, order, case, decision, documents, skipped)
        except RelanceError as fault:
            return fault
    return None


def _one(
    desk: Desk, order: Order, case: Case, decision: Decision,
    documents: list[Written], skipped: list[Skipped],
) -> None:  # fmt: skip
    """Write one debtor's document, or say why not."""
    reasons = _left_out(order, decision)
    if reasons is None:
        return
    if not reasons:
        reasons = _already(desk, order, decision)
    if reasons:
        skipped.append(Skipped(decision.debtor.code, reasons))
        return
    try:
        documents.append(_write(desk, order, case, decision))
    except BadArgumentError as fault:
        skipped.append(Skipped(decision.debtor.code, (Reason(fault.code, fault.facts),)))


def _left_out(order: Order, decision: Decision) -> tuple[Reason, ...] | None:
    """Why a debtor gets nothing: () when something is to be written, None when nothing is due."""
    if order.debtors and decision.debtor.code not in order.debtors:
        return None
    if decision.blocked_by:
        return decision.blocked_by
    if not decision.step:
        return None
    if not decision.document:
        return (Reason("needs_person", {"step": decision.step}),)
    if order.kinds and decision.document not in order.kinds:
        return (Reason("not_selected", {"kind_": decision.document}),)
    return ()


def _already(desk: Desk, order: Order, decision: Decision) -> tuple[Reason, ...]:
    """A draft that asks the same waits; a kill may have left the one that it replaces."""
    draft = same_draft(desk, decision)
    if draft is None:
        return ()
    if not order.dry_run:
        _replace_others(desk, order, draft)
    return (Reason("already_written", {"document": draft.document, "day": draft.day}),)


def _write(desk: Desk, order: Order, case: Case, decision: Decision) -> Written:
    key = key_of(decision)
    rendered = _rendered(desk, order, case, decision, key)
    items = tuple(line.item.number for line in decision.demanded)
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
        entered_at=order.entered_at,
    )
    path = order.folder / rendered.name
    if not order.dry_run:
        prepared = desk.ledger.prepare([event, *_by_the_way(event, case, decision, desk)], key)
        write_whole(path, rendered.content)
        for line in prepared:
            desk.ledger.write(line)
        _replace_others(desk, order, event)
    return Written(
        decision.debtor.code, decision.document, decision.channel, path, rendered.sha256, items
    )


def _by_the_way(event: Event, case: Case, decision: Decision, desk: Desk) -> Iterator[Event]:
    """Say which items the document reminds of without demanding them; no contact of its own."""
    step, items = reminded_by_the_way(decision, policy_of(case, desk.setting))
    if step:
        yield replace(event, step=step, items=items, channel="", outcome="prepared")


def _replace_others(desk: Desk, order: Order, kept: Event) -> None:
    """One debtor has one draft: the others end."""
    for draft in read(desk.events_of(kept.debtor)).drafts:
        if draft.document != kept.document:
            desk.ledger.log(_closing(draft, "replaced", order))


def _rendered(desk: Desk, order: Order, case: Case, decision: Decision, key: str) -> Rendered:
    policy = policy_of(case, desk.setting)
    said = message(decision, case, desk.setting, policy, desk.ledger.head)
    return render(_with_copies(said, order), order.templates, key=key)


def _with_copies(said: Message, order: Order) -> Message:
    """Attach the copies of the demanded invoices that can be found."""
    names = tuple(line.item.copy for line in said.decision.demanded if line.item.copy)
    found = copies(names, order.copies_folder) if said.kind == "email" else ()
    return replace(said, attachments=names, attachment_contents=found)


def _closing(draft: Event, outcome: Outcome, order: Order) -> Event:
    return replace(draft, day=order.as_of, outcome=outcome, note="", entered_at=order.entered_at)


def _cancel_void(desk: Desk, order: Order) -> tuple[Event, ...]:
    """Cancel the drafts that a person must not send any more."""
    void: Iterable[Event] = [*void_drafts(desk, order.as_of)]
    return tuple(desk.ledger.log(_closing(draft, "cancelled", order)) for draft in void)
