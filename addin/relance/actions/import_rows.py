"""What an import writes in the sheets: new items and debtors, and amounts brought up to date."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..core.records import Debtor, Receivable
from ..workbook import schema, write
from .book import Cell
from .desk import Desk
from .filling import missing_in
from .fitting import append, lacking


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


@dataclass(slots=True)
class Updates:
    """What files say of items that we have: their amounts, and what our cells leave blank."""

    desk: Desk
    filled: Counter[str] = field(default_factory=Counter)
    _rows: Mapping[int, Mapping[str, Cell]] = field(init=False)
    _absent: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Read the cells as they stand before anything is written."""
        table = self.desk.book.read(schema.INVOICES.table)
        self._rows = {row.number: row.cells for row in table.rows}
        self._absent = frozenset(column.key for column in lacking(self.desk.book, schema.INVOICES))

    def take(self, ours: Receivable, theirs: Receivable, *, whole: bool) -> bool:
        """Take what a file says of one item; tells whether a cell changed.

        A due date is never written over: an extension stands beside it.

        Args:
            ours: the item as we have it.
            theirs: the item as the file has it.
            whole: the file tells its amount and what was paid of it.
        """
        cells = {
            key: cell
            for key, cell in missing_in(self._rows.get(ours.row, {}), theirs).items()
            if key not in self._absent
        }
        self.filled.update(cells.keys())
        if theirs.open != ours.open:
            amount, paid = theirs.amount, theirs.paid
            if not whole and _is_rest(ours, theirs):
                amount, paid = ours.amount, ours.amount - theirs.amount
            changed = {"amount": amount, "paid": paid}
            cells |= {key: cell for key, cell in changed.items() if cell != getattr(ours, key)}
        for key, cell in cells.items():
            heading = schema.INVOICES.heading(key)
            self.desk.book.write(schema.INVOICES.table, heading, {ours.row: cell})
        return bool(cells)


def _is_rest(ours: Receivable, theirs: Receivable) -> bool:
    """A file that gives only what is left says a payment by a smaller amount."""
    return theirs.paid == 0 and abs(theirs.amount) < abs(ours.amount)
