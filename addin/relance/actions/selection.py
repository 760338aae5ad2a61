"""Which debtors and items some selected rows stand for."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..workbook import schema
from .desk import Desk

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


def _named(desk: Desk, rows: Selected) -> Iterator[tuple[str, str]]:
    """Debtor and item of each row; "" where a row names a debtor only."""
    items = {item.row: (item.debtor, item.number) for item in desk.receivables}
    debtors = {debtor.row: (code, "") for code, debtor in desk.debtors.items()}
    queue = _agenda(desk)
    by_table = {
        schema.INVOICES.table: items, schema.DEBTORS.table: debtors, schema.AGENDA.table: queue,
    }  # fmt: skip
    for table, row in rows:
        named = by_table.get(table, {}).get(row)
        if named is not None:
            yield named


def _agenda(desk: Desk) -> dict[int, tuple[str, str]]:
    heading = schema.AGENDA.heading("debtor")
    rows = desk.book.read(schema.AGENDA.table).rows
    return {row.number: (str(row.cells[heading] or ""), "") for row in rows}
