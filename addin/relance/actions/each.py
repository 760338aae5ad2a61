"""A document for each debtor: one that can't be made is left out, and the others are written."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..core.errors import BadArgumentError, FileRefusedError, RelanceError, TemplateFaultError
from ..core.findings import Reason
from ..core.records import Case, Decision
from .batch import Batch, Order, Skipped, Written
from .queue import Decided

ALONE = (TemplateFaultError, FileRefusedError)  # the next document may be written
Found = Written | Skipped | None


def write_for_each(
    order: Order, decided: Sequence[Decided], one: Callable[[Case, Decision], Found],
    is_due: Callable[[Decision], bool],
) -> Batch:  # fmt: skip
    """Write the document of each decision, or say why not.

    A template with a fault, a file that another program holds: the document is left out and the
    others are written. A full disk or the user's wish ends it between two debtors. What was
    written is kept, and who got nothing is named.

    Args:
        order: what the user asked.
        decided: cases and decisions, in the order of the work.
        one: writes a document, or says why not; None when nothing is due.
        is_due: whether a document was to be written, for those whom a fault leaves without.
    """
    documents: list[Written] = []
    skipped: list[Skipped] = []
    fault: RelanceError | None = None
    done = 0
    for case, decision in decided:
        order.progress(done, len(decided), decision.debtor.name)
        if order.stopped():
            break
        try:
            found = _unless_refused(case, decision, one)
        except RelanceError as error:
            fault = fault or error
            found = Skipped(decision.debtor.code, (Reason(error.code, error.facts),))
            if not isinstance(error, ALONE):
                skipped += [found, *_not_reached(decided[done + 1 :], is_due)]
                break
        if isinstance(found, Written):
            documents.append(found)
        elif found is not None:
            skipped.append(found)
        done += 1
    order.progress(done, len(decided), "")
    decisions = tuple(decision for _, decision in decided)
    return Batch(
        order.as_of, decisions, tuple(documents), tuple(skipped), fault=fault,
        not_reached=len(decided) - done,
    )  # fmt: skip


def _unless_refused(
    case: Case, decision: Decision, one: Callable[[Case, Decision], Found]
) -> Found:
    """What a document lacks to be written is no fault: the debtor's row is to be completed."""
    try:
        return one(case, decision)
    except BadArgumentError as refused:
        return Skipped(decision.debtor.code, (Reason(refused.code, refused.facts),))


def _not_reached(
    decided: Iterable[Decided], is_due: Callable[[Decision], bool]
) -> Iterator[Skipped]:
    """Name the debtors to whom something was due when a fault ended the batch."""
    for _, decision in decided:
        if is_due(decision):
            yield Skipped(decision.debtor.code, (Reason("not_reached"),))
