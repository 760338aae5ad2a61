"""The alarms of a workbook on a day: what the agenda, `Accueil`, run and doctor show first."""

from collections.abc import Iterator, Mapping
from datetime import date

from ..core.alarms import below_floor, ending, of_case, series_in_use
from ..core.findings import Finding
from ..workbook import schema
from .desk import Desk, unread_rows
from .parameters import finding

NAMED = 5  # rows that can't be read are named by their numbers when they are not more
# Where a person acts on each: the column of `Clients`; in the order in which they are shown.
COLUMNS: Mapping[str, str] = {
    "claim_late": "procedure_published_on",
    "claim_to_declare": "procedure_published_on",
    "title_to_claim": "procedure_published_on",
    "publication_missing": "procedure_published_on",
    "claim_to_tell": "procedure",
    "settlement_to_check": "name",
    "settlement_lapsed": "name",
    "settlement_to_write_off": "name",
    "surety_deadline": "surety",
    "insurer_deadline": "insurance",
    "over_limit": "credit_limit",
}


def alarms(desk: Desk, as_of: date) -> tuple[Finding, ...]:
    """Return the alarms of a day: what is in no figure, what claims rest on, then the gravest.

    The rates whose record ends come last.

    Args:
        desk: the workbook.
        as_of: the day.
    """
    found = [
        Finding(case.debtor.row, schema.DEBTORS.heading(COLUMNS[one.code]), one.code,
                {"table": schema.DEBTORS.table, **one.facts})
        for case in desk.cases
        for one in of_case(case, desk.setting, as_of)
    ]  # fmt: skip
    order = list(COLUMNS)
    found.sort(key=lambda one: order.index(one.code))
    series = series_in_use(desk.cases, desk.setting)
    rates = [
        Finding(0, schema.RATES.heading("rate"), one.code, one.facts)
        for one in ending(series, desk.setting.rates, as_of)
    ]
    floors = [
        finding("TauxContractuel", one.code, **one.facts)
        for one in below_floor(desk.cases, desk.setting, as_of)
    ]
    return (*rows_unread(desk), *floors, *found, *rates)


def rows_unread(desk: Desk) -> Iterator[Finding]:
    """Yield that invoices can't be read: they are in no sum and in no queue, nobody misses them."""
    if rows := unread_rows(desk):
        facts = {
            "table": schema.INVOICES.table,
            "count": len(rows),
            "rows": rows if len(rows) <= NAMED else (),
        }
        yield Finding(0, schema.INVOICES.heading("finding"), "rows_unread", facts)
