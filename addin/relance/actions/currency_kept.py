"""The currency of an item that we have and a file gives otherwise: nothing of it is taken.

Its sums would stand as ours in a currency that they are not in. Ours is held until its currency is
corrected, here or there: nobody knows what is owed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..core.findings import Finding
from ..core.records import Receivable
from ..intake.export import Export
from ..workbook import schema
from .presence import Key, key_of

CODE = "currency_kept"
File = tuple[str, Export]
Ours = dict[Key, list[Receivable]]  # by key without the currency


def in_our_currency(files: Iterable[File], ours: Iterable[Receivable]) -> list[File]:
    """Return the files without the items that we have in another currency, each a finding.

    What a file that names no currency says is in ours. An invoice that the files have in our
    currency too is another one: it stays.

    Args:
        files: the files of one import.
        ours: the items of the workbook.
    """
    known: Ours = {}
    for item in ours:
        known.setdefault(_bare(item), []).append(item)
    read = [(name, _supposed(export, known)) for name, export in files]
    there = {key_of(item) for _, export in read for item in _items(export)}
    return [(name, _without(export, known, there)) for name, export in read]


def in_doubt(files: Iterable[File], ours: Iterable[Receivable]) -> tuple[Receivable, ...]:
    """Return the items of ours that are asked for and that `in_our_currency` has told."""
    told = {
        (one.facts["debtor"], one.facts["number"], one.facts["ours"])
        for _, export in files
        for one in export.findings
        if one.code == CODE
    }
    return tuple(
        item
        for item in ours
        if item.status == "open" and item.open and (item.debtor, item.number, item.currency) in told
    )


def _bare(item: Receivable) -> Key:
    return *key_of(item)[:3], ""


def _items(export: Export) -> Iterable[Receivable]:
    return *export.receivables, *export.settled


def _supposed(export: Export, known: Ours) -> Export:
    """Return a file that names no currency in those of our items."""
    if export.names_currency:
        return export
    one = {key: items[0].currency for key, items in known.items() if len(items) == 1}
    named = {key[:2]: currency for key, currency in one.items() if key[2] == "invoice"}

    def ours_of(items: Sequence[Receivable]) -> tuple[Receivable, ...]:
        return tuple(replace(it, currency=one.get(_bare(it), it.currency)) for it in items)

    return replace(
        export,
        receivables=ours_of(export.receivables),
        settled=ours_of(export.settled),
        payments=tuple(
            replace(it, currency=named.get((it.debtor, it.invoice), it.currency))
            for it in export.payments
        ),
    )


def _without(export: Export, known: Ours, there: set[Key]) -> Export:
    """Return a file without the items, and their payments, that ours have another currency for."""
    other: dict[Key, Receivable] = {}
    findings: list[Finding] = []
    for item in _items(export):
        ours = known.get(_bare(item), ())
        if ours and there.isdisjoint(map(key_of, ours)):
            other[key_of(item)] = item
            facts = {
                "debtor": item.debtor, "number": item.number, "ours": ours[0].currency,
                "theirs": item.currency,
            }  # fmt: skip
            findings.append(Finding(item.row, schema.INVOICES.heading("currency"), CODE, facts))
    paid = {(it.debtor, it.number, it.currency) for it in other.values()}
    return replace(
        export,
        receivables=tuple(it for it in export.receivables if key_of(it) not in other),
        settled=tuple(it for it in export.settled if key_of(it) not in other),
        payments=tuple(
            it for it in export.payments if (it.debtor, it.invoice, it.currency) not in paid
        ),
        findings=(*export.findings, *findings),
    )
