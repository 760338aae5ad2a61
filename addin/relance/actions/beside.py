"""Documents beside the policy, written and logged: nothing waits, nothing moves, no step is done.

Their lines in the journal are `prepared`: they tell that a document was made, with its
fingerprint, and neither that it was sent nor that a step was done.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from ..core.beside import BesideKind, beside, plan_of
from ..core.calendar import next_worked
from ..core.errors import BadArgumentError, RelanceError
from ..core.findings import Reason
from ..core.history import read
from ..core.journal import HEAD, document_key
from ..core.notes import NOTE, extras
from ..core.question import policy_of
from ..core.records import Case, Decision, Event, Message, PaymentPlan, Receivable
from ..documents.render import Rendered, render
from ..wording.events import numbered
from .attached import with_copies
from .batch import Batch, Order, Skipped, Written
from .compose import HISTORY_LINES, consumer_law, reply_days, with_rates
from .desk import Desk
from .files import forget_pdf, write_whole
from .ledger import sha256_of
from .penalty_notes import as_note, doubts, replace_notes
from .print_copies import print_copy
from .queue import Decided
from .run import prepare
from .statements import stated_already
from .thanking import with_what_is_left

COPIED = ("statement",)  # what the copies of the invoices go with


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person adds: the sum and the last day of a settlement; by post or not."""

    amount: Decimal | None = None
    by: date | None = None
    by_post: bool = False
    with_open: bool = True  # in a penalty note, what is still open beside what was paid late


def candidates(desk: Desk, codes: Sequence[str] = ()) -> tuple[str, ...]:
    """Return whom a document may be for: those named, else all whom the book knows.

    Raises:
        UnknownDebtorError: one of them is not in the book.
    """
    for code in codes:
        desk.debtor(code)
    return tuple(dict.fromkeys(codes)) or tuple(sorted(desk.debtors))


def decided_beside(
    desk: Desk, kind: BesideKind, as_of: date, codes: Sequence[str], terms: Terms
) -> tuple[Decided, ...]:
    """Return what a document beside the policy would be for some debtors; nothing is written."""
    settled: dict[str, list[Receivable]] = {}
    for item in desk.receivables:
        if item.open == 0:
            settled.setdefault(item.debtor, []).append(item)
    cases = {case.debtor.code: case for case in desk.cases}
    found = []
    for code in codes:
        case = cases.get(code) or _empty(desk, code)
        decision = beside(
            kind, case, desk.setting, as_of, settled.get(code, ()), by_post=terms.by_post,
            with_open=terms.with_open,
        )  # fmt: skip
        found.append((case, decision))
    return tuple(found)


def _empty(desk: Desk, code: str) -> Case:
    """The case of who owes nothing any more: what was paid late may still bear interest."""
    payments = tuple(one for one in desk.payments if one.debtor == code)
    return replace(desk.case(code), payments=payments)


def write_beside(
    desk: Desk, order: Order, kind: BesideKind, decided: Sequence[Decided], terms: Terms,
    *, named: bool = True,
) -> Batch:  # fmt: skip
    """Write a document for each debtor and log it; a fault ends it between two of them.

    Args:
        desk: the workbook.
        order: day, folder and templates.
        kind: the document.
        decided: what `decided_beside` returned.
        terms: what a person added.
        named: the debtors were chosen, so that who gets nothing is told.

    Raises:
        TakeoverNeededError, DayBeforeJournalError, OutputFolderError: as `run`.
    """
    prepare(desk, order)
    documents: list[Written] = []
    skipped: list[Skipped] = []
    fault: RelanceError | None = None
    for done, (case, decision) in enumerate(decided):
        order.progress(done, len(decided), decision.debtor.name)
        if order.stopped():
            break
        if decision.blocked_by:
            if named or (decision.lines and decision.channel):
                skipped.append(Skipped(decision.debtor.code, decision.blocked_by))
            continue
        told = () if named else stated_already(desk, order, decision, key_of_terms(decision, terms))
        if told:
            skipped.append(Skipped(decision.debtor.code, told))
            continue
        try:
            documents.append(_written(desk, order, case, decision, terms))
        except BadArgumentError as refused:
            skipped.append(Skipped(decision.debtor.code, (Reason(refused.code, refused.facts),)))
        except RelanceError as error:
            fault = error
            break
    if documents and not order.dry_run:
        desk.book.save()
    decisions = tuple(decision for _, decision in decided)
    return Batch(order.as_of, decisions, tuple(documents), tuple(skipped), fault=fault)


def _written(
    desk: Desk, order: Order, case: Case, decision: Decision, terms: Terms
) -> Written:  # fmt: skip
    key = key_of_terms(decision, terms, plan_of(case) if decision.document == "plan" else None)
    said = beside_message(desk, case, decision, terms, key)
    told: tuple[Reason, ...] = ()
    if decision.document in COPIED:
        said, told = with_copies(said, order.copies_folder)
    rendered = render(said, order.templates, key=key)
    items = tuple(line.item.number for line in decision.demanded)
    path = order.folder / rendered.name
    there = _there(desk, decision, path)
    if there:
        said = replace(said, head=there.previous[:HEAD])
    elif not order.dry_run:
        event = line_of(order, decision, rendered, items, said.number)
        for line in desk.ledger.prepare([event], key):
            forget_pdf(path)
            write_whole(path, rendered.content)
            desk.ledger.write(line)
    if decision.document == NOTE:
        told += (*doubts(decision), *replace_notes(desk, order, decision.debtor.code, key))
    return Written(
        decision.debtor.code, decision.document, decision.channel, path,
        there.sha256 if there else rendered.sha256, items, told,
        None if order.dry_run else print_copy(said, order, path),
    )  # fmt: skip


def _there(desk: Desk, decision: Decision, path: Path) -> Event | None:
    """The line of the same document when it was written before and is still there as it was.

    The journal has gone on since, and its head is printed on what would be written now.
    """
    known = desk.events_of(decision.debtor.code)
    logged = [one for one in known if (one.document, one.outcome) == (path.name, "prepared")]
    if not logged or not path.is_file():
        return None
    return logged[-1] if sha256_of(path) == logged[-1].sha256 else None


def line_of(
    order: Order, decision: Decision, rendered: Rendered, items: tuple[str, ...], number: str = ""
) -> Event:
    """Return the line of the journal that tells a document beside the policy, and its number."""
    return Event(
        number=0, day=order.as_of, debtor=decision.debtor.code, items=items, step=decision.step,
        channel=decision.channel, direction="out", outcome="prepared", document=rendered.name,
        sha256=rendered.sha256, note=numbered(number) if number else "",
        entered_at=order.entered_at,
    )  # fmt: skip


def key_of_terms(decision: Decision, terms: Terms, plan: PaymentPlan | None = None) -> str:
    """Return the key of a document: debtor, document, amounts and terms, what would change it."""
    amounts = [(line.item.number, f"{line.item.open:.2f}") for line in decision.lines]
    if decision.document == NOTE:  # what it asks for, which a corrected value date changes
        amounts += [(one.item.number, f"+{extras(one.claim):.2f}") for one in decision.lines]
    amounts += [(one.code, str(one.facts["agreed_on"])) for one in decision.why]
    amounts += [(f"{one.day}", f"{one.amount:.2f}") for one in plan.instalments] if plan else []
    if terms.amount is not None:
        amounts.append(("settled_for", f"{terms.amount:.2f} {terms.by}"))
    return document_key(decision.debtor.code, decision.step, amounts)


def beside_message(
    desk: Desk, case: Case, decision: Decision, terms: Terms, key: str = ""
) -> Message:
    """Return what a document beside the policy says; `key` is that of its document."""
    reached = case.reached(decision.document)
    is_note = decision.document == NOTE
    bare = Message(
        kind=decision.document,
        creditor=desk.setting.creditor,
        decision=decision,
        policy=policy_of(case, desk.setting).code,
        contact=reached.payables,
        claims="claimed" if is_note else "none",
        consumer=consumer_law(decision, desk.setting),
        reply_by=_reply_by(desk, case, decision, terms),
        history=read(case.events).contacts[-HISTORY_LINES:],
        credits=tuple(line for line in decision.lines if line.item.open < 0),
        payer=reached if reached is case.payer else None,
        plan=plan_of(case) if decision.document == "plan" else None,
        settled_for=terms.amount,
        head=desk.ledger.head,
    )
    if decision.document == "thanks":
        return with_what_is_left(desk, case, bare)
    return with_rates(as_note(desk, case, bare, key), desk.setting) if is_note else bare


def _reply_by(desk: Desk, case: Case, decision: Decision, terms: Terms) -> date | None:
    if decision.document == "settlement":
        return terms.by
    if decision.document != NOTE:
        return None
    granted = reply_days(policy_of(case, desk.setting).values, decision)
    wished = decision.as_of + timedelta(days=granted)
    return next_worked(wished, *desk.setting.worked_in(decision.debtor))
