"""Documents beside the policy, written and logged: nothing waits, nothing moves, no step is done.

Their lines in the journal are `prepared`: they tell that a document was made, with its
fingerprint, and neither that it was sent nor that a step was done.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..core.beside import BesideKind
from ..core.fees import fees_left_out
from ..core.notes import NOTE
from ..core.records import Case, Decision, Event
from ..core.suspended import unstated
from ..documents.render import Rendered
from ..wording.events import numbered
from .batch import Batch, Order, Skipped, Written
from .beside_said import Terms, beside_message, key_beside, with_its_copies
from .deciding import decided_one, settled_items
from .desk import Desk
from .each import Found, write_for_each
from .edits import edited, line_of_file, same_again
from .made import made, write_logged
from .penalty_notes import doubts, replace_notes
from .print_copies import print_copy
from .queue import Decided
from .run import prepare
from .statements import set_earlier_aside, stated_already


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
    settled = settled_items(desk)
    cases = {case.debtor.code: case for case in desk.cases}
    found = []
    for code in codes:
        case = cases.get(code) or _empty(desk, code)
        found.append((case, decided_one(desk, kind, case, as_of, terms, settled)))
    return tuple(found)


def _empty(desk: Desk, code: str) -> Case:
    """The case of who owes nothing any more: what was paid late may still bear interest."""
    payments = tuple(one for one in desk.payments if one.debtor == code)
    return replace(desk.case(code), payments=payments)


def write_beside(
    desk: Desk, order: Order, kind: BesideKind, decided: Sequence[Decided], terms: Terms,
    *, named: bool = True,
) -> Batch:  # fmt: skip
    """Write a document for each debtor and log it, or say why not.

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

    def one(case: Case, decision: Decision) -> Found:
        return _one(desk, order, case, decision, terms, named=named)

    batch = write_for_each(order, decided, one, lambda decision: not decision.blocked_by)
    if batch.documents and not order.dry_run:
        desk.book.save()
    return batch


def _one(
    desk: Desk, order: Order, case: Case, decision: Decision, terms: Terms, *, named: bool
) -> Found:
    """Write one debtor's document, or say why not; None when nobody needs to know."""
    code = decision.debtor.code
    if decision.blocked_by:
        is_told = named or (decision.lines and decision.channel)
        return Skipped(code, decision.blocked_by) if is_told else None
    told = () if named else stated_already(desk, order, case, decision, terms)
    return Skipped(code, told) if told else _written(desk, order, case, decision, terms)


def _written(
    desk: Desk, order: Order, case: Case, decision: Decision, terms: Terms
) -> Written | Skipped:
    """Write a document unless it is there as it would be written now, or edited by a person."""
    key, code = key_beside(case, decision, terms), decision.debtor.code
    said, told = with_its_copies(beside_message(desk, case, decision, terms, key), order)
    rendered = made(said, order, key)
    path = order.folder / rendered.name
    line = line_of_file(desk, code, path)
    if line and (edit := edited(path, line)):
        return Skipped(code, (edit,))
    again = line and same_again(said, line, line, lambda one: made(one, order, key))
    items = tuple(one.item.number for one in decision.demanded)
    if again:
        said, rendered = again
    elif not order.dry_run:
        number = said.number if decision.document == NOTE else ""
        event = line_of(order, decision, rendered, items, number)
        write_logged(desk, order, rendered, [event], key)
    told += set_earlier_aside(desk, order, decision, path, key)
    if decision.document == "statement":
        told += unstated(case.items, desk.history_of(code))
    if decision.document == NOTE:
        told += (*doubts(decision), *fees_left_out("claimed", decision.demanded))
        told += replace_notes(desk, order, code, rendered.name)
    return Written(
        code, decision.document, decision.channel, path, rendered.sha256, items, told,
        None if order.dry_run else print_copy(said, order, path),
    )  # fmt: skip


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
