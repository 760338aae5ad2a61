"""An invoice that a file has under another debtor than ours: held, so that it is asked for once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..core.elsewhere import Elsewhere
from ..core.findings import Finding
from ..core.records import Receivable
from ..workbook import schema


def held_apart(
    ours: Iterable[Receivable], new: Iterable[Receivable]
) -> tuple[list[Receivable], list[Finding]]:  # fmt: skip
    """Return new items, those that another debtor has held, and a finding for each of these.

    Args:
        ours: the items of the workbook.
        new: the items of a file that it lacks.
    """
    known, kept, findings = Elsewhere(ours), list[Receivable](), list[Finding]()
    for item in new:
        other = known.other(item)
        if other:
            findings.append(Finding(item.row, "", "same_invoice", _facts(item, other)))
        held = other is not None and item.status == "open"
        kept.append(replace(item, status="on_hold") if held else item)
        known.add(item)
    return kept, findings


def held_still(items: Iterable[Receivable]) -> Iterator[Finding]:
    """Yield that an item is held because another debtor has it, until a person decides."""
    items = list(items)
    known = Elsewhere(items)
    for item in items:
        other = known.other(item) if item.status == "on_hold" and item.open > 0 else None
        if other:
            facts = {"table": schema.INVOICES.table, **_facts(item, other)}
            yield Finding(item.row, schema.INVOICES.heading("status"), "same_invoice", facts)


def _facts(item: Receivable, other: Receivable) -> dict[str, object]:
    return {"number": item.number, "debtor": item.debtor, "other": other.debtor}
