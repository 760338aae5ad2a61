"""`run`: what the policy asks for on a day becomes documents, each logged before it is written.

The workbook is saved at the end; how one document is written is in `writing`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..core.decide import decide
from ..core.errors import TakeoverNeededError
from ..core.findings import Reason
from ..core.records import Case, Decision
from .batch import Batch, Order, Skipped
from .cases import cases_of
from .desk import Desk
from .document_files import set_aside
from .each import Found, write_for_each
from .ended import ended_documents
from .ending import cancel_void, told_of
from .files import check_folder, remove_leftovers
from .letterhead import check_settings, unnumbered
from .paid_notes import log_typed
from .print_copies import check_printing
from .queue import Decided, ordered
from .refresh import check_written, refresh
from .writing import already, write_document

NO_NOTES: Mapping[str, str] = {}


def run(desk: Desk, order: Order) -> Batch:
    """Write the documents of a day and log them.

    Raises:
        TakeoverNeededError: the first import has not been confirmed; nothing is written.
        DayBeforeJournalError: the day is before the journal's last.
        OutputFolderError: the folder can't be written; checked before anything else.
    """
    prepare(desk, order)
    return finish(desk, order, write_each(desk, order, decided_on(desk, order.as_of)))


def decided_on(desk: Desk, as_of: date) -> list[Decided]:
    """Return what the policy says of each debtor on a day, in the order of the day's work."""
    return ordered((case, decide(case, desk.setting, as_of)) for case in desk.cases)


def foresee(
    desk: Desk, order: Order, decided: Iterable[Decided]
) -> tuple[list[Decided], list[Skipped]]:
    """Return which documents an order would write, and whom it would leave out and why.

    Nothing is written or rendered: a fault of a template shows when the document is made.
    """
    trial = replace(order, dry_run=True)
    free: list[Decided] = []
    skipped: list[Skipped] = []
    for case, decision in decided:
        reasons = _why_not(desk, trial, case, decision)
        if reasons:
            skipped.append(Skipped(decision.debtor.code, reasons))
        elif reasons is not None:
            free.append((case, decision))
    return free, skipped


def prepare(desk: Desk, order: Order) -> None:
    """Check what a batch needs before its first document.

    Raises:
        TakeoverNeededError: the first import has not been confirmed.
        DayBeforeJournalError: the day is before the journal's last.
        MissingColumnError, BookError: the sheets lack what is written to them at the end.
        CreditorIncompleteError, BadSettingsError: `Paramètres` does not say who claims what.
        OutputFolderError: the folder can't be written.
        MissingExtraError: print copies are asked for, and what sets them is not installed.
    """
    if desk.setting.takeover_pending:
        raise TakeoverNeededError(path=desk.book.path)
    desk.check_day(order.as_of)
    check_settings(desk)
    check_written(desk, order.as_of)
    if not order.dry_run:
        check_printing(order)
        check_folder(order.folder)
        remove_leftovers(order.folder)
        log_typed(desk, order.as_of, order.entered_at)
        _remember_folder(desk, order.folder)


def finish(desk: Desk, order: Order, batch: Batch) -> Batch:
    """End the drafts that no longer hold, bring the workbook to the day and save it."""
    if order.dry_run:
        return batch
    fresh = {one.path.name for one in batch.documents}
    ended = cancel_void(desk, order.as_of, order.entered_at, fresh)
    documents = ended_documents(desk)
    told = told_of(desk, ended, documents, set_aside(order.folder, documents))
    batch = replace(batch, ended=tuple(told))
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


def write_each(
    desk: Desk, order: Order, decided: Sequence[Decided], notes: Mapping[str, str] = NO_NOTES
) -> Batch:
    """Write the document of each decision, or say why not.

    Args:
        desk: the workbook.
        order: what the user asked.
        decided: cases and decisions, in the order of the day's work.
        notes: why a person chose a document, by debtor's code, for the journal.
    """

    def one(case: Case, decision: Decision) -> Found:
        return _one(desk, order, case, decision, notes.get(decision.debtor.code, ""))

    return write_for_each(order, decided, one, lambda decision: _left_out(order, decision) == ())


def _one(desk: Desk, order: Order, case: Case, decision: Decision, note: str) -> Found:
    """Write one debtor's document, or say why not; None when nothing is due."""
    reasons = _why_not(desk, order, case, decision)
    if reasons is None:
        return None
    if reasons:
        return Skipped(decision.debtor.code, reasons)
    return write_document(desk, order, case, decision, note)


def _why_not(desk: Desk, order: Order, case: Case, decision: Decision) -> tuple[Reason, ...] | None:
    reasons = _left_out(order, decision)
    if reasons is None:
        return None
    named = reasons or unnumbered(desk.setting.creditor, decision)
    return named or already(desk, order, case, decision)


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
