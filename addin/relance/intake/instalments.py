"""Several rows with one number: copies are dropped, lines added, instalments numbered."""

from collections.abc import Hashable, Iterable
from datetime import date

from ..core.money import ZERO
from .entry import Entry, Scan


def without_copies(scan: Scan, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries without those that are the same in every cell as a row before.

    Each of them is a finding, and its amount is set aside.
    """
    seen: dict[Hashable, Entry] = {}
    kept = []
    for entry in entries:
        cells = tuple(entry.cells)
        if first := seen.get(cells):
            scan.set_aside += entry.open
            scan.find(
                entry.row, "", "duplicate_row",
                number=entry.number, first=first.row, open=entry.open,
            )  # fmt: skip
        else:
            seen[cells] = entry
            kept.append(entry)
    return kept


def joined(scan: Scan, claims: Iterable[Entry]) -> list[Entry]:
    """Return claims with those of one number, kind and days made one: they are one invoice.

    Lines that all show the same amounts repeat the invoice; else each shows its own part.
    """
    alike: dict[Hashable, list[Entry]] = {}
    for entry in claims:
        alike.setdefault((entry.kind, entry.issued, entry.due), []).append(entry)
    return [_one(scan, lines) for lines in alike.values()]


def _one(scan: Scan, lines: list[Entry]) -> Entry:
    first, others = lines[0], lines[1:]
    if not others:
        return first
    if len({(line.amount, line.open, line.closed) for line in lines}) == 1:
        scan.skipped["repeated"] += len(others)
        return first
    _own_amounts(lines)
    for line in others:
        first.amount += line.amount
        first.paid += line.paid
        first.open += line.open
        first.closed += line.closed
        first.vat = None if first.vat is None or line.vat is None else first.vat + line.vat
        first.status = line.status if first.status == "open" else first.status
    scan.skipped["merged"] += len(others)
    scan.find(
        first.row, "", "lines_added",
        number=first.number, count=len(lines), amount=first.amount,
    )  # fmt: skip
    return first


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
            entry.amount, entry.paid, entry.whole = entry.open, ZERO, False
