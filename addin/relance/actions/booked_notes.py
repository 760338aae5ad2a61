"""Penalty notes that the accounts know too: an export that lists one tells what was paid on it.

As an invoice it would be asked for a second time, and bear interest and a fixed sum of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..core.findings import Finding
from ..core.money import ZERO
from ..core.notes import NOTE, numbers_of
from ..core.records import Payment, Receivable
from ..intake.export import Export
from .desk import Desk
from .paid_notes import received

Name = tuple[str, str]  # debtor, number


def note_names(desk: Desk) -> frozenset[Name]:
    """Return the debtor and number of every note that was ever written."""
    codes = dict.fromkeys(one.debtor for one in desk.ledger.events if one.step == NOTE)
    return frozenset(
        (code, number) for code in codes for number in numbers_of(desk.events_of(code)).values()
    )


def without_notes(
    desk: Desk, read: Iterable[tuple[str, Export]], day: date
) -> list[tuple[str, Export]]:
    """Return the files without the notes that they list, what was paid on them as payments."""
    names = note_names(desk)
    return [(file, _without(desk, export, names, day)) for file, export in read]


def _without(desk: Desk, export: Export, names: frozenset[Name], day: date) -> Export:
    listed = [one for one in (*export.receivables, *export.settled) if _name(one) in names]
    if not listed:
        return export
    told = {(one.debtor, one.invoice) for one in export.payments}
    undated = [one for one in listed if _name(one) not in told]
    facts = [Finding(one.row, "", "note_booked", {"number": one.number}) for one in listed]
    return replace(
        export,
        receivables=tuple(one for one in export.receivables if _name(one) not in names),
        settled=tuple(one for one in export.settled if _name(one) not in names),
        payments=(*export.payments, *_paid(desk, undated, day)),
        findings=(*export.findings, *facts),
    )


def _paid(desk: Desk, listed: Iterable[Receivable], day: date) -> Iterator[Payment]:
    """What a file says was paid on notes, less what we know: it tells a sum and no day."""
    for item in listed:
        paid = -item.open if item.kind == "payment" else item.paid
        ours = (one for one in desk.payments if (one.debtor, one.invoice) == _name(item))
        rest = paid - sum((one.amount for one in ours if one.currency == item.currency), ZERO)
        if rest > 0:
            yield Payment(item.debtor, rest, day, item.number, item.currency)


def log_paid(desk: Desk, added: Sequence[Payment], day: date, entered_at: str) -> None:
    """Log the payments of notes that an import has added: letters that claim the same end."""
    names = note_names(desk)
    for one in added:
        if (one.debtor, one.invoice) in names:
            desk.ledger.log(
                received(one.debtor, one.invoice, one.amount, one.currency, day, entered_at)
            )


def _name(item: Receivable) -> Name:
    return item.debtor, item.number
