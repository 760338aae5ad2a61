"""`import`: files that an accountant brings become rows of the workbook, nothing lost.

A file gives its own story: items it has are brought up to date, new ones are added, and items
of ours that it no longer has are held until a person says whether they were paid. What a person
typed in the workbook stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ..core.balances import is_balance
from ..core.errors import IntakeError
from ..core.findings import Finding
from ..core.records import Receivable
from ..intake.export import Export
from ..intake.exports import read_export
from ..intake.files import load
from .absence import as_taken, gone, items_of
from .aside import aside
from .booked_notes import log_paid
from .currency_kept import in_doubt
from .desk import TAKEOVER_PENDING, Desk
from .doubted_days import hold_doubted
from .elsewhere import held_apart
from .filling import fill_debtors
from .gathering import give_id
from .import_payments import add_payments, settle
from .import_rows import Updates, add_debtors, append_items
from .kept_days import as_kept, kept_days
from .presence import Key, hold_absent, key_of, release_present
from .remarks import item_remarks
from .said_paid import as_known, said_paid, unsure
from .shape import Json, finding, money

# Findings of rows that are left out; a payment of a row that is kept may have a bad amount too.
UNREAD = (
    "bad_amount", "no_amount", "no_debtor", "no_number", "odd_sign", "open_blank", "shifted_row",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Imported:
    """What was understood of one file, and what became of it."""

    file: str
    export: Export
    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: int
    held: tuple[str, ...] = ()
    released: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    noted: tuple[Finding, ...] = ()  # what became of the payments noted by hand
    filled: Mapping[str, int] = field(default_factory=dict)  # blank cells, by key of their column

    @property
    def told(self) -> tuple[Finding, ...]:
        """What no row is at fault for: what was left in the file, and blank cells filled."""
        cells = Finding(0, "", "cells_filled", {"filled": self.filled})
        return (*aside(self.export), *((cells,) if self.filled else ()))

    @property
    def aside(self) -> int:
        """How many rows of the file brought nothing: each is told with its reason."""
        brought = len(self.added) + len(self.updated) + self.unchanged
        return max(self.export.rows - self.export.skipped.get("merged", 0) - brought, 0)

    @property
    def unread(self) -> int:
        """How many rows of the file are left out, each with its finding."""
        rows = {one.row for one in self.findings if one.code in UNREAD}
        rows -= {item.row for item in self.export.receivables}
        return len(rows - {balance.row for balance in self.export.balances})

    def json(self) -> Json:
        """Return the JSON shape for one file."""
        export = self.export
        return {
            "file": self.file,
            "kind": export.kind,
            "encoding": export.encoding,
            "rows": export.rows,
            "receivables": [item.number for item in export.receivables],
            "payments": len(export.payments),
            "customers": len(export.debtors),
            "total_open": money(export.total_open),
            "file_total": None if export.file_total is None else money(export.file_total),
            "difference": money(export.difference),
            "ledger": _ledger(export),
        }


def _ledger(export: Export) -> Json | None:
    if export.ledger is None:
        return None
    return {"debit": money(export.ledger.debit), "credit": money(export.ledger.credit)}


def read_files(paths: Sequence[Path], today: date) -> list[tuple[str, Export]]:
    """Read the files; nothing is written when one of them can't be read.

    Raises:
        IntakeError: facts `path`, `reason`.
    """
    return [(str(path), _read(path, today)) for path in paths]


def _read(path: Path, today: date) -> Export:
    try:
        return read_export(path.name, load(path), today)
    except IntakeError as fault:
        raise IntakeError(**{**fault.facts, "path": str(path)}) from None


def import_files(
    desk: Desk,
    files: Iterable[tuple[str, Export]],
    day: date,
    entered_at: str,
    *,
    partial: bool = False,
) -> tuple[Imported, ...]:
    """Bring the rows of some files into the workbook; the caller reads it anew and saves.

    Promises, plans and payments noted by hand are settled by what the files have brought.

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
    give_id(desk.book)
    first = not desk.receivables and not desk.ledger.events
    before = desk.receivables
    read = as_taken(desk, files, day)
    doubted = said_paid(read)
    done = [_one(desk, name, export, doubted, day, entered_at) for name, export in read]
    added = add_payments(desk, [one for _, export in read for one in export.payments])
    log_paid(desk, added, day, entered_at)
    present = {key_of(item) for _, export in read for item in items_of(export)}
    left = gone(desk, read, added, partial=partial)
    hold_absent(desk, (*left, *unsure(before, doubted)), day, entered_at)
    released = release_present(desk, before, present - doubted.keys(), day, entered_at)
    noted = settle(desk, before, left, added, day, entered_at)
    told = {item.row for item in in_doubt(read, before)}  # each with its currency
    held = tuple(item.number for item in left if item.row not in told)
    done[-1] = replace(done[-1], held=held, released=released, noted=noted)
    if first and any(one.added for one in done):
        desk.book.set("Reprise", TAKEOVER_PENDING)
    return tuple(done)


def _one(
    desk: Desk, name: str, export: Export, doubted: Mapping[Key, Receivable], day: date,
    entered_at: str,
) -> Imported:  # fmt: skip
    filled = fill_debtors(desk, export.debtors)
    add_debtors(desk, export.debtors)
    known = {key_of(item): item for item in desk.receivables}
    items, refused = _without_detailed(desk, items_of(export))
    lacking = [item for item in items if key_of(item) not in known]
    new, doubled = held_apart(desk.receivables, lacking)
    changed = [
        (known[key_of(item)], as_known(known[key_of(item)], item, doubted))
        for item in items
        if key_of(item) in known
    ]
    paid = [(known[key_of(item)], item) for item in _paid(export) if key_of(item) in known]
    found = (
        *export.findings,
        *refused,
        *doubled,
        *kept_days(changed, hold_doubted(desk, changed, day, entered_at)),
        *_remarks(desk, as_kept(items, known)),
    )
    append_items(desk, new)
    updates = Updates(desk)

    def taken(pairs: Iterable[tuple[Receivable, Receivable]]) -> list[str]:
        return [
            ours.number
            for ours, theirs in pairs
            if updates.take(ours, theirs, whole=theirs.row in export.whole)
        ]

    updated, settled_here = taken(changed), taken(paid)
    return Imported(
        name, export, tuple(item.number for item in new), (*updated, *settled_here),
        len(changed) - len(updated), findings=found, filled=dict(filled + updates.filled),
    )  # fmt: skip


def _paid(export: Export) -> list[Receivable]:
    """The items that a file says are settled, less those that it also has as open."""
    still = {key_of(item) for item in export.receivables}
    return [item for item in export.settled if key_of(item) not in still]


def _remarks(desk: Desk, items: Iterable[Receivable]) -> list[Finding]:
    """What the workbook will say of these items, by the rows of the file."""
    return [
        replace(one, facts={name: fact for name, fact in one.facts.items() if name != "table"})
        for one in item_remarks(items, desk.debtors, desk.setting.creditor)
    ]


def _without_detailed(
    desk: Desk, items: list[Receivable]
) -> tuple[list[Receivable], list[Finding]]:
    """Leave out the balance of a debtor whose invoices we have: it would count them twice."""
    detailed = {item.debtor for item in desk.receivables if item.open and not is_balance(item)}
    doubled = [is_balance(item) and item.debtor in detailed for item in items]
    kept = [item for item, twice in zip(items, doubled, strict=True) if not twice]
    findings = [
        Finding(0, "", "balance_has_items", {"debtor": item.debtor, "amount": item.amount})
        for item, twice in zip(items, doubled, strict=True)
        if twice
    ]
    return kept, findings


def shape_of(imported: Sequence[Imported], told: Iterable[Finding] = ()) -> Json:
    """Return the JSON shape of `import`; `told` is what the take-over has to say."""
    findings = [
        finding(one) for done in imported for one in (*done.findings, *done.noted, *done.told)
    ]
    findings += [finding(one) for one in told]
    return {"files": [one.json() for one in imported], "findings": findings}
