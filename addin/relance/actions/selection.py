"""Which debtors and items some selected rows stand for."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..core.errors import NothingSelectedError
from ..core.findings import Reason
from ..core.records import Receivable
from ..workbook import schema
from .book import Book
from .desk import Desk, unread_rows

Selected = Iterable[tuple[str, int]]  # (table, row), as `Book.selected` gives them
Picked = Mapping[str, Collection[str]]  # item numbers by debtor's code, none for all of them


def chosen(desk: Desk, rows: Selected) -> dict[str, set[str]]:
    """Return the item numbers chosen by debtor, in the order of the rows.

    Args:
        desk: the workbook.
        rows: of `Factures` (those items), `Clients` or `Agenda` (an empty set: all of them);
            rows of other tables stand for nobody.
    """
    found: dict[str, set[str]] = {}
    whole: set[str] = set()
    for code, number in _named(desk, rows):
        found.setdefault(code, set()).add(number)
        if not number:
            whole.add(code)
    return {code: set() if code in whole else numbers for code, numbers in found.items()}


def unread(desk: Desk, rows: Selected) -> tuple[int, ...]:
    """Return the selected rows of `Factures` that are no item, because they can't be read."""
    lost = set(unread_rows(desk))
    return tuple(row for name, row in rows if name == schema.INVOICES.table and row in lost)


def nothing_chosen(desk: Desk, rows: Selected, **facts: object) -> NothingSelectedError:
    """Return what refuses a selection that stands for nobody.

    Args:
        desk: the workbook.
        rows: the selected rows.
        facts: of the refusal, where the rows are none of ours.
    """
    if found := unread(desk, rows):
        return NothingSelectedError(reason="unread", count=len(found), rows=found)
    return NothingSelectedError(**facts)


def not_owed(desk: Desk, debtor: str, numbers: Collection[str]) -> Iterator[Reason]:
    """Yield why some chosen items are not asked for: they are paid, or they are credits."""
    for item in desk.receivables:
        if item.debtor == debtor and item.number in numbers and item.open <= 0:
            yield Reason("not_owed" if _is_credit(item) else "closed", {"number": item.number})


def _is_credit(item: Receivable) -> bool:
    return item.open < 0 or item.amount <= 0


def _named(desk: Desk, rows: Selected) -> Iterator[tuple[str, str]]:
    """Debtor and item of each row; "" where a row names a debtor only."""
    items = {item.row: (item.debtor, item.number) for item in desk.receivables}
    debtors = {debtor.row: (code, "") for code, debtor in desk.debtors.items()}
    queue = queue_shown(desk.book) if desk.queue is None else desk.queue
    by_table = {
        schema.INVOICES.table: items, schema.DEBTORS.table: debtors, schema.AGENDA.table: queue,
    }  # fmt: skip
    for table, row in rows:
        named = by_table.get(table, {}).get(row)
        if named is not None:
            yield named


def queue_shown(book: Book) -> dict[int, tuple[str, str]]:
    """Return whose the rows of `Agenda` are, as it stands."""
    heading = schema.AGENDA.heading("debtor")
    rows = book.read(schema.AGENDA.table).rows
    return {row.number: (str(row.cells[heading] or ""), "") for row in rows}
