"""Instalments keep the numbers that an import gave them, whichever of them a later file has.

Rows of one invoice are numbered F-1/1, F-1/2 as far as a file has them: once the first is paid and
gone, the second comes as F-1 or as F-1/1. It is told by its due date, so that its reminders go on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from ..core.findings import Finding
from ..core.records import Receivable
from ..intake.export import Export
from ..workbook import schema
from .presence import key_of

NUMBERED = ("instalments", "same_number")  # findings of a file whose rows were numbered
Invoice = tuple[str, str, str]  # debtor, number before the stroke, currency


def numbered_as_ours(export: Export, ours: Iterable[Receivable]) -> Export:
    """Return a file with our numbers for the instalments that we have, each a finding."""
    known: dict[Invoice, list[Receivable]] = {}
    for item in ours:
        if _base(item) != item.number:
            known.setdefault(_invoice(item, _base(item)), []).append(item)
    if not known:
        return export
    held = {key_of(item) for item in ours}
    numbered = {str(one.facts["number"]) for one in export.findings if one.code in NUMBERED}
    theirs: dict[Invoice, list[Receivable]] = {}
    for item in (*export.receivables, *export.settled):
        base = _base(item) if _base(item) in numbered else item.number
        if base in numbered or key_of(item) not in held:
            theirs.setdefault(_invoice(item, base), []).append(item)
    found = dict(
        pair
        for invoice, items in theirs.items()
        if invoice in known
        for pair in _ours_of(items, known[invoice], invoice[1])
    )
    return replace(
        export,
        receivables=tuple(found.get(item.row, item) for item in export.receivables),
        settled=tuple(found.get(item.row, item) for item in export.settled),
        findings=(*export.findings, *_told(export, found)),
    )


def _base(item: Receivable) -> str:
    base, _, place = item.number.rpartition("/")
    return base if base and place.isdecimal() else item.number


def _invoice(item: Receivable, base: str) -> Invoice:
    return item.debtor, base, item.currency


def _ours_of(
    items: Sequence[Receivable], ours: Sequence[Receivable], base: str
) -> Iterator[tuple[int, Receivable]]:
    """Yield by row the items of one invoice under our numbers, those we lack under new ones."""
    free, left = list(ours), list[Receivable]()
    for item in items:
        match = _match(item, free)
        if match is None:
            left.append(item)
        else:
            free.remove(match)
            yield item.row, _as(item, match, base)
    taken = {item.number for item in ours} - {item.number for item in free}
    named = {item.number for item in (*ours, *items)}
    spare = (number for place in count(1) if (number := f"{base}/{place}") not in named)
    for item in left:
        if item.number in taken:
            yield item.row, replace(item, number=next(spare))


def _match(item: Receivable, ours: Iterable[Receivable]) -> Receivable | None:
    """The one of ours that an item is: of its kind and due date, then as the rest tells."""
    alike = [
        one
        for one in ours
        if key_of(one)[2] == key_of(item)[2] and one.due == item.due
        if abs(item.open) <= abs(one.amount)
    ]
    if len(alike) > 1:
        alike = [one for one in alike if one.issued == item.issued]
    if len(alike) > 1:
        alike = [one for one in alike if one.open == item.open]
    return alike[0] if len(alike) == 1 else None


def _as(item: Receivable, ours: Receivable, base: str) -> Receivable:
    """An item under our number; an instalment alone may show the amount of the whole invoice."""
    if item.number != base or abs(item.amount) <= abs(ours.amount):
        return replace(item, number=ours.number)
    return replace(item, number=ours.number, amount=ours.amount, paid=ours.amount - item.open)


def _told(export: Export, found: dict[int, Receivable]) -> Iterator[Finding]:
    for item in (*export.receivables, *export.settled):
        number = found.get(item.row, item).number
        if number != item.number:
            facts = {"number": item.number, "ours": number, "due": item.due}
            yield Finding(item.row, schema.INVOICES.heading("number"), "instalment_kept", facts)
