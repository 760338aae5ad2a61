"""What a document beside the policy is about, decided in one way for whoever asks.

A statement that goes with a reminder, one that is asked for and one that is compared with last
week's say the same: what was paid late is in none of the open items, and its notes are still owed.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from ..core.beside import BesideKind, beside
from ..core.records import Case, Decision, Receivable
from .beside_said import Terms
from .desk import Desk

Settled = Mapping[str, Sequence[Receivable]]


def settled_items(desk: Desk) -> Settled:
    """Return the items of which nothing is open any more, by debtor's code."""
    found: dict[str, list[Receivable]] = {}
    for item in desk.receivables:
        if item.open == 0:
            found.setdefault(item.debtor, []).append(item)
    return found


def decided_one(
    desk: Desk, kind: BesideKind, case: Case, as_of: date, terms: Terms,
    settled: Settled | None = None,
) -> Decision:  # fmt: skip
    """Return what a document would list for one debtor, or why it is not written.

    Args:
        desk: the workbook.
        kind: the document.
        case: the debtor with what is open.
        as_of: the day of the document.
        terms: what a person added.
        settled: what `settled_items` returned, for who asks about many debtors.
    """
    paid = (settled_items(desk) if settled is None else settled).get(case.debtor.code, ())
    return beside(
        kind, case, desk.setting, as_of, paid, by_post=terms.by_post, with_open=terms.with_open
    )  # fmt: skip
