"""What an import writes in the sheets: new items and debtors, and amounts brought up to date."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal

from ..core.records import Debtor, Receivable
from ..workbook import schema, write
from .book import Cell
from .desk import Desk
from .fitting import append


def append_items(desk: Desk, new: list[Receivable]) -> None:
    """Append the items that the workbook lacks."""
    names = {debtor.code: debtor.name for debtor in desk.debtors.values()}
    rows = [write.receivable(item, names.get(item.debtor, "")) for item in new]
    numbers = append(desk.book, schema.INVOICES, rows)
    placed = [replace(item, row=row) for item, row in zip(new, numbers, strict=True)]
    desk.receivables = (*desk.receivables, *placed)


def add_debtors(desk: Desk, debtors: Iterable[Debtor]) -> None:
    """Add those that `Clients` lacks; a row that a person has is never written over."""
    new = [debtor for debtor in debtors if not desk.is_listed(debtor.code)]
    if new:
        rows = append(desk.book, schema.DEBTORS, [write.debtor(debtor) for debtor in new])
        placed = [replace(debtor, row=row) for debtor, row in zip(new, rows, strict=True)]
        desk.debtors = {**desk.debtors, **{debtor.code: debtor for debtor in placed}}


def update_item(desk: Desk, ours: Receivable, theirs: Receivable, absent: Collection[str]) -> bool:
    """Take what the file says of an item that we have; tells whether a cell changed."""
    cells: dict[str, Cell] = {}
    if theirs.open != ours.open:
        amount, paid = _amounts(ours, theirs)
        cells = {"amount": amount, "paid": paid}
    if ours.due is None and theirs.due is not None:
        cells["due"] = theirs.due  # else never overwritten: an extension stands beside it
    if not ours.description:
        cells["description"] = theirs.description
    cells = {
        key: value
        for key, value in cells.items()
        if value != getattr(ours, key) and key not in absent
    }
    for key, value in cells.items():
        desk.book.write(schema.INVOICES.table, schema.INVOICES.heading(key), {ours.row: value})
    return bool(cells)


def _amounts(ours: Receivable, theirs: Receivable) -> tuple[Decimal, Decimal]:
    """A file that gives only what is left says a payment by a smaller amount."""
    if theirs.paid == 0 and abs(theirs.amount) < abs(ours.amount):
        return ours.amount, ours.amount - theirs.amount
    return theirs.amount, theirs.paid
