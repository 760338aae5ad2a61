"""Several rows with one number: copies are dropped, instalments get a number each."""

from collections.abc import Hashable, Iterable
from datetime import date

from ..core.money import ZERO
from .entry import Entry, Scan


def without_copies(
    scan: Scan, entries: Iterable[Entry], whole_rows_only: bool = False
) -> list[Entry]:
    """Return entries without those that a row before already says.

    A row that is the same in every cell is a duplicate: a finding, and its amount is set aside.
    A row that says the same claim and differs elsewhere (an export of invoice lines) is counted.
    """
    seen: dict[Hashable, Entry] = {}
    kept = []
    for entry in entries:
        cells = tuple(entry.cells)
        claim = (entry.due, entry.issued, entry.amount, entry.paid, entry.kind)
        if first := seen.get(cells):
            scan.set_aside += entry.open
            scan.find(
                entry.row, "", "duplicate_number",
                number=entry.number, first=first.row, open=entry.open,
            )  # fmt: skip
        elif not whole_rows_only and claim in seen:
            scan.skipped["repeated"] += 1
        else:
            seen[cells] = seen[claim] = entry
            kept.append(entry)
    return kept


def separate(scan: Scan, claims: list[Entry], credits: list[Entry]) -> list[Entry]:
    """Return the entries of one number, each with a number of its own when they are several."""
    entries = sorted(claims, key=_by_due) + sorted(credits, key=_by_due)
    if len(entries) < 2:
        return entries
    first = min(entry.row for entry in entries)
    distinct = len({entry.due for entry in claims}) == len(claims) > 1
    code = "instalments" if distinct and not credits else "same_number"
    scan.find(first, "", code, number=entries[0].number, count=len(entries))
    _own_amounts(claims)
    for place, entry in enumerate(entries, start=1):
        entry.number = f"{entry.number}/{place}"
    return entries


def _by_due(entry: Entry) -> tuple[date, int]:
    return entry.due or date.max, entry.row


def _own_amounts(claims: list[Entry]) -> None:
    """When each instalment shows the whole invoice's amount, its own amount is what it has open."""
    amounts = {entry.amount for entry in claims}
    shown = sum((entry.open for entry in claims), ZERO)
    if len(claims) > 1 and len(amounts) == 1 and ZERO < shown <= min(amounts):
        for entry in claims:
            entry.amount, entry.paid = entry.open, ZERO
