"""The alarms of a workbook on a day: what the agenda, `Accueil`, run and doctor show first."""

from collections.abc import Mapping
from datetime import date

from ..core.alarms import ending, of_case, series_in_use
from ..core.findings import Finding
from ..workbook import schema
from .desk import Desk

# Where a person acts on each: the column of `Clients`; in the order in which they are shown.
COLUMNS: Mapping[str, str] = {
    "claim_late": "procedure_published_on",
    "claim_to_declare": "procedure_published_on",
    "title_to_claim": "procedure_published_on",
    "publication_missing": "procedure_published_on",
    "claim_to_tell": "procedure",
    "surety_deadline": "surety",
    "insurer_deadline": "insurance",
    "over_limit": "credit_limit",
}


def alarms(desk: Desk, as_of: date) -> tuple[Finding, ...]:
    """Return the alarms of a day, the gravest first, those of the rates at the end.

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
    return (*found, *rates)
