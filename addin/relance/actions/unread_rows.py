"""Rows of `Règlements`, `Litiges`, `Promesses`, `Échéanciers` that can't be read.

A finding tells each; of whom it names, it may be the money or the dispute of anything, so all is
held until it is mended. Whoever typed « 31/09/2026 » beside a payment has been paid.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ..core.findings import Finding
from ..core.money import ZERO
from ..core.parse import is_blank, parse_text
from ..core.records import Stray
from ..wording.labels import label
from ..workbook import schema
from ..workbook.schema import Sheet

if TYPE_CHECKING:
    from .desk import Desk

NOT_MONEY = "payment_sign"  # what was given back makes nothing paid
OVER = (
    label("promise_state", "kept"), label("promise_state", "broken"),
    label("plan_state", "paid"), label("plan_state", "cancelled"),
)  # fmt: skip


def unread_strays(desk: "Desk", findings: Iterable[Finding]) -> Iterator[Stray]:
    """Yield what holds each client whom a row that was left out names.

    Args:
        desk: the workbook.
        findings: those of its rows.
    """
    known = _read_rows(desk)

    @cache
    def cells_of(table: str) -> Mapping[int, Mapping[str, object]]:
        return {one.number: one.cells for one in desk.book.read(table).rows}

    told = dict.fromkeys(
        (str(one.facts.get("table")), one.row, str(one.facts.get("debtor")))
        for one in findings
        if one.code != NOT_MONEY and "debtor" in one.facts
    )
    for table, row, debtor in told:
        if table not in known or row in known[table]:
            continue
        sheet, cells = schema.sheet(table), cells_of(table)[row]
        if not _is_over(sheet, cells) and not _is_settled(desk, debtor, sheet, cells):
            code = "unread_payment" if table == schema.PAYMENTS.table else "unread_row"
            facts = {"sheet": sheet.name, "row": row}
            yield Stray(code, debtor, None, facts, until=date.max)


def _is_settled(desk: "Desk", debtor: str, sheet: Sheet, cells: Mapping[str, object]) -> bool:
    """Tell whether a payment or a dispute names an invoice of which nothing is open any more."""
    if sheet not in (schema.PAYMENTS, schema.DISPUTES):
        return False
    number = parse_text(cells.get(sheet.heading("invoice")))
    named = [one for one in desk.receivables if (one.debtor, one.number) == (debtor, number)]
    return bool(named) and all(one.open <= ZERO for one in named)


def _read_rows(desk: "Desk") -> dict[str, set[int]]:
    """The rows that were read, sheet by sheet."""
    return {
        schema.PAYMENTS.table: {one.row for one in desk.payments},
        schema.DISPUTES.table: {one.row for one in desk.disputes},
        schema.PROMISES.table: {one.row for one in desk.promises},
        schema.PLANS.table: {line.row for plan in desk.plans for line in plan.instalments},
    }


def _is_over(sheet: Sheet, cells: Mapping[str, object]) -> bool:
    """Tell whether a row says itself that it holds nothing any more."""
    if sheet is schema.DISPUTES:
        return not is_blank(cells.get(sheet.heading("resolved_on")))
    ends = sheet is not schema.PAYMENTS and cells.get(sheet.heading("state"))
    return parse_text(ends or "") in OVER
