"""The days of an invoice that we have and a file gives otherwise: ours stay, and that is told."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from ..core.findings import Finding
from ..core.records import Receivable
from ..workbook import schema
from .presence import Key, key_of


def kept_days(
    pairs: Iterable[tuple[Receivable, Receivable]], held: Collection[Key] = ()
) -> Iterator[Finding]:
    """Yield the dates and due dates of a file that ours are kept against.

    Args:
        pairs: an item of ours, and what a file says of it.
        held: what is suspended because a document that waits demands it on our day.
    """
    for ours, theirs in pairs:
        if ours.due and theirs.due and theirs.due not in (ours.due, ours.extended_to):
            facts: dict[str, object] = {
                "number": ours.number, "ours": ours.due, "theirs": theirs.due,
            }  # fmt: skip
            if key_of(ours) in held:
                facts["reason"] = "held"
            yield Finding(theirs.row, schema.INVOICES.heading("due"), "due_kept", facts)
        if ours.issued and theirs.issued and theirs.issued != ours.issued:
            facts = {"number": ours.number, "ours": ours.issued, "theirs": theirs.issued}
            yield Finding(theirs.row, schema.INVOICES.heading("issued"), "issued_kept", facts)


def as_kept(items: Iterable[Receivable], known: Mapping[Key, Receivable]) -> list[Receivable]:
    """Return the items of a file with the days and terms that the workbook keeps for them."""
    return [_with_ours(item, known.get(key_of(item))) for item in items]


def _with_ours(item: Receivable, ours: Receivable | None) -> Receivable:
    if ours is None:
        return item
    return replace(
        item, due=ours.due or item.due, issued=ours.issued or item.issued,
        terms=ours.terms or item.terms, due_is_estimated=ours.due_is_estimated,
    )  # fmt: skip
