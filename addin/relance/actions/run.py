"""`run`: what the policy asks for on a day becomes documents, each logged before it is written.

Order for one document: outbox line, file, journal row; the workbook is saved at the end. A kill
anywhere and a second run lose nothing and double nothing, because a document is named and keyed
by what it demands.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..core.decide import decide
from ..core.errors import BadArgumentError, RelanceError, TakeoverNeededError
from ..core.findings import Finding, Reason
from ..core.history import read
from ..core.journal import document_key
from ..core.question import policy_of
from ..core.records import Case, Decision, DocumentKind, Event, Message
from ..documents.render import Rendered, render
from .compose import message
from .desk import Desk
from .files import check_folder, copies, remove_leftovers, write_whole
from .queue import Decided, ordered
from .refresh import refresh
from .shape import Json, agenda, error
from .shape import reason as reason_json

# What holds an item back for a time only: a draft that waits is kept meanwhile.
SOFT = (
    "kind_missing", "due_estimated", "procedure_unverified", "bank_data", "bank_data_unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """One document on disk."""

    debtor: str
    kind: DocumentKind
    channel: str
    path: Path
    sha256: str
    items: tuple[str, ...]
    replaces: str = ""

    def json(self) -> Json:
        """Return the shape of DESIGN 5a."""
        return {
            "debtor": self.debtor,
            "kind": self.kind,
            "channel": self.channel,
            "path": str(self.path),
            "sha256": self.sha256,
            "items": list(self.items),
        }


@dataclass(frozen=True, slots=True)
class Skipped:
    """One debtor for whom nothing was written, and why."""

    debtor: str
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """What a run did: decisions, documents, those left out, drafts that no longer hold."""

    as_of: date
    decisions: tuple[Decision, ...]
    documents: tuple[Written, ...]
    skipped: tuple[Skipped, ...]
    cancelled: tuple[Event, ...] = ()
    fault: RelanceError | None = None  # what stopped the run; the documents before it are kept

    def json(self, book: str, findings: Iterable[Finding]) -> Json:
        """Return the shape of DESIGN 5a; a fault that stopped the run is told beside it."""
        shape = agenda(self.as_of, [(book, one) for one in self.decisions], findings)
        shape["documents"] = [document.json() for document in self.documents]
        shape["skipped"] = [
            {"debtor": left.debtor, "why": [reason_json(one) for one in left.why]}
            for left in self.skipped
        ]
        return shape | (error(self.fault) if self.fault else {})


@dataclass(frozen=True)
class Order:
    """What the user asked of a run; blank filters mean everything."""

    as_of: date
    folder: Path
    entered_at: str
    kinds: Collection[str] = ()
    debtors: Collection[str] = ()
    dry_run: bool = False
    templates: dict[str, bytes] | None = None
    copies_folder: Path | None = None
    progress: Callable[[int, int, str], None] = lambda done, total, text: None


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
    order.progress(len(decided), len(decided), "")
    batch = Batch(
        order.as_of,
        tuple(decision for _, decision in decided),
        tuple(documents),
        tuple(skipped),
        cancelled,
        fault,
    )
    if not order.dry_run:
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
        draft = _same_draft(desk, case, decision)
        if draft is not None:
            facts = {"document": draft.document, "day": draft.day}
            reasons = (Reason("already_written", facts),)
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


def key_of(decision: Decision) -> str:
    """Return the key of a decision's document: debtor, step, items and their open amounts.

    Interest is left out on purpose: it grows every day, and a letter posted yesterday but not
    confirmed yet must not be written again today.
    """
    amounts = ((line.item.number, f"{line.item.open:.2f}") for line in decision.demanded)
    return document_key(decision.debtor.code, decision.step, amounts)


def _same_draft(desk: Desk, case: Case, decision: Decision) -> Event | None:
    key = key_of(decision)
    for draft in read(desk.events_of(case.debtor.code)).drafts:
        if f"-{key[:6]}." in draft.document and draft.step == decision.step:
            return draft
    return None


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
    old = tuple(
        draft
        for draft in read(desk.events_of(decision.debtor.code)).drafts
        if draft.document != rendered.name
    )
    path = order.folder / rendered.name
    if not order.dry_run:
        prepared = desk.ledger.prepare(event, key)
        write_whole(path, rendered.content)
        desk.ledger.write(prepared)
        for draft in old:
            desk.ledger.log(_closing(draft, "replaced", order))
    return Written(
        decision.debtor.code, decision.document, decision.channel, path, rendered.sha256, items,
        old[0].document if old else "",
    )  # fmt: skip


def _rendered(desk: Desk, order: Order, case: Case, decision: Decision, key: str) -> Rendered:
    policy = policy_of(case, desk.setting)
    said = message(decision, case, desk.setting, policy, desk.ledger.head)
    return render(_with_copies(said, order), order.templates, key=key)


def _with_copies(said: Message, order: Order) -> Message:
    """Attach the copies of the demanded invoices that can be found."""
    names = tuple(line.item.copy for line in said.decision.demanded if line.item.copy)
    found = copies(names, order.copies_folder) if said.kind == "email" else ()
    return replace(said, attachments=names, attachment_contents=found)


def _closing(draft: Event, outcome: str, order: Order) -> Event:
    return replace(draft, day=order.as_of, outcome=outcome, note="", entered_at=order.entered_at)  # type: ignore[arg-type]


def _cancel_void(desk: Desk, order: Order) -> tuple[Event, ...]:
    """Cancel the drafts of which nothing can be claimed any more."""
    cancelled = []
    for case in desk.cases_with_drafts():
        claimable = _claimable(case, desk, order.as_of)
        for draft in read(desk.events_of(case.debtor.code)).drafts:
            if draft.items and not claimable & set(draft.items):
                cancelled.append(desk.ledger.log(_closing(draft, "cancelled", order)))
    return tuple(cancelled)


def _claimable(case: Case, desk: Desk, as_of: date) -> set[str]:
    """Numbers of the items that no settlement and no hold keeps from being demanded."""
    lines = decide(case, desk.setting, as_of).lines
    return {
        line.item.number
        for line in lines
        if line.item.open > 0 and all(reason.code in SOFT for reason in line.blocked)
    }


def count_by_kind(documents: Sequence[Written]) -> dict[str, int]:
    """Count the documents of each kind, in the order of writing."""
    counts: dict[str, int] = {}
    for document in documents:
        counts[document.kind] = counts.get(document.kind, 0) + 1
    return counts
