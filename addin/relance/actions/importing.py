"""`import`: files that an accountant brings become rows of the workbook, nothing lost.

A file gives its own story: items it has are brought up to date, new ones are added, and items
of ours that it no longer has are closed only when the user says that the file is complete.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..core.errors import IntakeError
from ..core.money import ZERO
from ..core.records import Debtor, Event, Receivable
from ..intake.exports import Export, read_export
from ..wording.labels import label
from ..workbook import schema, write
from .book import Cell
from .desk import TAKEOVER_PENDING, Desk
from .shape import Json, finding, money

ABSENT, PRESENT = "absent", "present"  # an item left the export, or came back


@dataclass(frozen=True, slots=True)
class Imported:
    """What was understood of one file."""

    file: str
    export: Export
    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: int
    held: tuple[str, ...] = ()

    def json(self) -> Json:
        """Return the shape of DESIGN 5a for one file."""
        export = self.export
        total = sum(export.totals.values(), ZERO)
        return {
            "file": self.file,
            "kind": export.kind,
            "encoding": export.encoding,
            "rows": export.rows,
            "receivables": [item.number for item in export.receivables],
            "payments": len(export.payments),
            "customers": len(export.debtors),
            "total_open": money(total),
            "file_total": None if export.file_total is None else money(export.file_total),
            "difference": money(export.difference),
            "ledger": None,
        }


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


def import_files(
    desk: Desk,
    files: Iterable[tuple[str, Export]],
    day: date,
    entered_at: str,
    *,
    partial: bool = False,
) -> tuple[Imported, ...]:
    """Bring the rows of some files into the workbook; the caller refreshes and saves.

    Args:
        desk: the workbook.
        files: what `read_files` gave.
        day: the day of the import.
        entered_at: the moment of the entry.
        partial: the files do not hold every open item; else an item of ours that none of them
            has any more is held until a person says whether it was paid.

    Raises:
        DayBeforeJournalError: the day is before the journal's last.
    """
    desk.check_day(day)
    first = not desk.receivables and not desk.ledger.events
    before = desk.receivables
    read = list(files)
    done = [_one(desk, name, export) for name, export in read]
    if not partial and all(export.kind == "open_items" for _, export in read):
        held = _hold_absent(desk, before, [export for _, export in read], day, entered_at)
        done[-1] = replace(done[-1], held=held)
    _release_present(desk, before, [export for _, export in read], day, entered_at)
    if first and any(one.added for one in done):
        desk.book.set("Reprise", TAKEOVER_PENDING)
    return tuple(done)


def _keys(exports: Iterable[Export]) -> set[tuple[str, str]]:
    return {(item.debtor, item.number) for export in exports for item in export.receivables}


def _hold_absent(
    desk: Desk, before: Iterable[Receivable], exports: list[Export], day: date, entered_at: str
) -> tuple[str, ...]:
    """An open item that left the export was probably paid: hold it, never remind of it."""
    present = _keys(exports)
    absent = [
        item
        for item in before
        if item.open != 0 and item.status == "open" and (item.debtor, item.number) not in present
    ]
    _set_status(desk, absent, "on_hold")
    _log(desk, absent, ABSENT, day, entered_at)
    return tuple(item.number for item in absent)


def _release_present(
    desk: Desk, before: Iterable[Receivable], exports: list[Export], day: date, entered_at: str
) -> None:
    """An item that an import had held and that is back in the export is open again."""
    present = _keys(exports)
    back = [
        item
        for item in before
        if item.status == "on_hold"
        and (item.debtor, item.number) in present
        and _held_by_import(desk, item)
    ]
    _set_status(desk, back, "open")
    _log(desk, back, PRESENT, day, entered_at)


def _held_by_import(desk: Desk, item: Receivable) -> bool:
    steps = [
        event.step
        for event in desk.events_of(item.debtor)
        if item.number in event.items and event.step in (ABSENT, PRESENT)
    ]
    return bool(steps) and steps[-1] == ABSENT


def _set_status(desk: Desk, items: Iterable[Receivable], status: str) -> None:
    cells: dict[int, Cell] = {item.row: label("status", status) for item in items}
    if cells:
        desk.book.write(schema.INVOICES.table, schema.INVOICES.heading("status"), cells)


def _log(desk: Desk, items: list[Receivable], step: str, day: date, entered_at: str) -> None:
    by_debtor: dict[str, list[str]] = {}
    for item in items:
        by_debtor.setdefault(item.debtor, []).append(item.number)
    for debtor, numbers in by_debtor.items():
        desk.ledger.log(
            Event(0, day, debtor, tuple(numbers), step, direction="in", entered_at=entered_at)
        )


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


def shape_of(imported: Sequence[Imported]) -> Json:
    """Return the shape of DESIGN 5a for `import`."""
    findings = [finding(one) for done in imported for one in done.export.findings]
    return {"files": [one.json() for one in imported], "findings": findings}
