"""What the sheets `Scénario` and `Taux` change: policies and rates over the shipped ones."""

from typing import cast, get_args

from ..core.dated import Status
from ..core.law import RateRow, rates_to_text
from ..core.policy import Policy, codes, from_rows, load
from ..core.policy_text import to_text
from ..workbook import rows, schema
from .book import Book


def policies_in(book: Book) -> dict[str, Policy]:
    """Return the policies of the sheet `Scénario` over the shipped ones.

    Raises:
        BadPolicyError: the sheet contradicts itself (facts: where = the row, reason, value).
    """
    found = {code: load(code) for code in codes()}
    if book.has(schema.POLICY.table):
        for code, placed in rows.policies(book.read(schema.POLICY.table)).items():
            found[code] = from_rows(code, placed, base=found.get(code))
    return found


def rules_text(book: Book) -> str:
    """Return the canonical text of the sheet `Scénario`, "" when it says what we ship."""
    changed = [
        policy
        for code, policy in policies_in(book).items()
        if code not in codes() or policy.steps != load(code).steps
    ]
    return to_text(changed)


def rates_text(book: Book) -> str:
    """Return the canonical text of the sheet `Taux`, "" when it says what we ship.

    Raises:
        BadLawError: a line names no series, or a value out of its bounds.
    """
    if not book.has(schema.RATES.table):
        return ""
    lines, _ = rows.rates(book.read(schema.RATES.table))
    series = [
        RateRow(line.series, line.start, line.rate, "", _status(line), line.source, line.confirmed)
        for line in lines
        if line.start is not None
    ]
    named = [line.series for line in lines if line.start is None and line.confirmed]
    return rates_to_text(series, [*named, *rows.creditor(book.get)[0].confirmed_facts])


def _status(line: rows.RateRow) -> Status:
    return cast(Status, line.status) if line.status in get_args(Status) else "verified"
