"""What the sheets `Scénario` and `Taux` change: policies and rates over the shipped ones."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import cast, get_args

from ..core.dated import Status
from ..core.errors import BadLawError
from ..core.findings import Finding
from ..core.law import RateRow, rate_rows, rates_to_text
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
        BadLawError: a line names no series, or a value out of its bounds (facts: where = line).
    """
    if not book.has(schema.RATES.table):
        return ""
    lines, _ = rows.rates(book.read(schema.RATES.table))
    confirmed = rows.creditor(book.get)[0].confirmed_facts
    for line in lines:
        try:
            rates_to_text(*_told([line]))
        except BadLawError as fault:
            raise BadLawError(**fault.facts, where=line.where) from None
    _check_once(lines)
    series, named = _told(lines)
    return rates_to_text(series, [*named, *confirmed])


def _check_once(lines: Iterable[rows.RateRow]) -> None:
    """Refuse two rates of a user's from the same day: nobody can tell which one holds."""
    seen: dict[tuple[str, date], rows.RateRow] = {}
    for line in _own_rates(lines):
        if line.start is not None:
            first = seen.setdefault((line.series, line.start), line)
            if first.rate != line.rate:
                raise BadLawError(
                    name=line.series, reason="twice", day=line.start, where=line.where
                )


def _own_rates(lines: Iterable[rows.RateRow]) -> Iterator[rows.RateRow]:
    """The lines whose rate is not the one that we ship for that day."""
    for line in lines:
        if line.start is not None and line.rate != _shipped(line.series).get(line.start):
            yield line


@cache
def _shipped(name: str) -> Mapping[date | None, Decimal | None]:
    try:
        return {row.first: row.rate for row in rate_rows((name,))}
    except BadLawError:
        return {}  # no series of ours: the line itself is refused


def _told(lines: Iterable[rows.RateRow]) -> tuple[list[RateRow], list[str]]:
    """The lines that give a rate, and the names of those that only confirm one."""
    series = [
        RateRow(line.series, line.start, line.rate, "", _status(line), line.source, line.confirmed)
        for line in lines
        if line.start is not None
    ]
    return series, [line.series for line in lines if line.start is None and line.confirmed]


def rate_findings(book: Book) -> tuple[Finding, ...]:
    """Return what can't be read in `Taux`, and the rates of ours that a line replaces."""
    if not book.has(schema.RATES.table):
        return ()
    lines, faults = rows.rates(book.read(schema.RATES.table))
    replaced = [
        Finding(
            0,
            schema.RATES.heading("rate"),
            "rate_replaced",
            {"where": line.where, "name": line.series, "day": line.start,
             "percent": (line.rate or 0) * 100, "shipped": shipped * 100},
        )
        for line in _own_rates(lines)
        for shipped in [_shipped(line.series).get(line.start)]
        if shipped is not None
    ]  # fmt: skip
    return (*faults, *replaced)


def _status(line: rows.RateRow) -> Status:
    return cast(Status, line.status) if line.status in get_args(Status) else "verified"
