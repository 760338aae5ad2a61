"""`import`: files that an accountant brings become rows of the workbook, nothing lost.

A file gives its own story: items it has are brought up to date, new ones are added, and items
of ours that it no longer has are closed only when the user says that the file is complete.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from ..core.errors import IntakeError
from ..core.findings import Finding
from ..core.money import ZERO
from ..core.records import Debtor, Receivable
from ..intake.exports import Export, read_export
from ..workbook import schema, write
from .book import Cell
from .desk import TAKEOVER_PENDING, Desk


@dataclass(frozen=True, slots=True)
class Imported:
    """What was understood of one file."""

    file: str
    export: Export
    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: int


def read_files(paths: Sequence[Path], today: date) -> list[tuple[str, Export]]:
    """Read the files; nothing is written when one of them can't be read.

    Raises:
        IntakeError: facts `path`, `reason`.
    """
    read = []
    for path in paths:
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise IntakeError(path=str(path), reason="missing") from None
        except OSError as fault:
            raise IntakeError(path=str(path), reason=fault.strerror or str(fault)) from None
        read.append((str(path), read_export(path.name, content, today)))
    return read


def import_files(desk: Desk, files: Iterable[tuple[str, Export]]) -> tuple[Imported, ...]:
    """Bring the rows of some files into the workbook; the caller refreshes and saves."""
    first = not desk.receivables and not desk.ledger.events
    done = tuple(_one(desk, name, export) for name, export in files)
    if first and any(one.added for one in done):
        desk.book.set("Reprise", TAKEOVER_PENDING)
    return done


def _one(desk: Desk, name: str, export: Export) -> Imported:
    _add_debtors(desk, export.debtors)
    known = {(item.debtor, item.number): item for item in desk.receivables}
    names = {debtor.code: debtor.name for debtor in desk.debtors.values()}
    new = [item for item in export.receivables if (item.debtor, item.number) not in known]
    changed = [
        (known[item.debtor, item.number], item)
        for item in export.receivables
        if (item.debtor, item.number) in known
    ]
    rows = [write.receivable(_ready(item), names.get(item.debtor, "")) for item in new]
    numbers = desk.book.append(schema.INVOICES.table, rows) if rows else ()
    updated = [theirs.number for ours, theirs in changed if _update(desk, ours, theirs)]
    _add_payments(desk, export)
    placed = [replace(item, row=row) for item, row in zip(new, numbers, strict=True)]
    desk.receivables = (*desk.receivables, *placed)
    return Imported(
        name, export, tuple(item.number for item in new), tuple(updated),
        len(changed) - len(updated),
    )  # fmt: skip


def _ready(item: Receivable) -> Receivable:
    """A reminder level of the file stays as it is, for the take-over to read."""
    return replace(item, row=0)


def _add_debtors(desk: Desk, debtors: Iterable[Debtor]) -> None:
    new = [debtor for debtor in debtors if debtor.code not in desk.debtors]
    if new:
        desk.book.append(schema.DEBTORS.table, [write.debtor(debtor) for debtor in new])
        desk.debtors = {**desk.debtors, **{debtor.code: debtor for debtor in new}}


_UPDATED = ("amount", "paid", "due")


def _update(desk: Desk, ours: Receivable, theirs: Receivable) -> bool:
    """Take the file's amounts for an item that we have; what a person added stays."""
    changed = False
    for key in _UPDATED:
        value: Cell = getattr(theirs, key)
        if value is None or value == getattr(ours, key):
            continue
        if key == "due" and ours.due is not None:
            continue  # `due` is never overwritten: an extension stands beside it
        desk.book.write(schema.INVOICES.table, schema.INVOICES.heading(key), {ours.row: value})
        changed = True
    return changed


def _add_payments(desk: Desk, export: Export) -> None:
    """Dated payments of the file that the workbook does not have yet."""
    known = {(p.debtor, p.invoice, p.value_date, p.amount) for p in desk.payments}
    new = [
        payment
        for payment in export.payments
        if (payment.debtor, payment.invoice, payment.value_date, payment.amount) not in known
    ]
    if new:
        desk.book.append(schema.PAYMENTS.table, [write.payment(payment) for payment in new])


def total_open(imported: Iterable[Imported]) -> Decimal:
    """Return the sum of what the files have open, all currencies together."""
    return sum((sum(one.export.totals.values(), ZERO) for one in imported), ZERO)


def findings_of(imported: Iterable[Imported]) -> tuple[Finding, ...]:
    """Return the findings of all files."""
    return tuple(finding for one in imported for finding in one.export.findings)
