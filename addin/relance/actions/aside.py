"""What an import did not take from a file, and why nobody has to correct anything."""

from ..core.findings import Finding
from ..core.records import CREDITS
from ..intake.export import Export


def aside(export: Export) -> tuple[Finding, ...]:
    """Return what a file holds and an import leaves there: settled invoices, unknown columns."""
    found = []
    if count := sum(1 for item in export.settled if item.kind not in CREDITS):
        found.append(Finding(0, "", "settled_left", {"count": count}))
    if export.ignored:
        facts = {"count": len(export.ignored), "columns": export.ignored}
        found.append(Finding(0, "", "columns_ignored", facts))
    return tuple(found)
