"""Findings about `Paramètres`: named by the parameter's label, for they stand in no row."""

from collections.abc import Iterable, Iterator

from ..core.findings import Finding
from ..core.records import Creditor, Receivable
from ..workbook import schema

LABELS = {parameter.name: parameter.label for parameter in schema.PARAMETERS}


def parameter(finding: Finding) -> str:
    """Return the parameter that a finding is about, "" when it is about a row."""
    return str(finding.facts.get("parameter", ""))


def settings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are about a parameter."""
    return tuple(one for one in findings if parameter(one))


def blanks(creditor: Creditor, items: Iterable[Receivable]) -> Iterator[Finding]:
    """Yield what letters are worded without: an account to pay to, a number, who signs."""
    owed = dict.fromkeys(item.currency for item in items)
    for currency in owed:
        if not creditor.iban(currency):
            yield finding("Ibans", "iban_blank", currency=currency)
    if not creditor.registration:
        yield finding("CreancierImmatriculation", "registration_blank")
    if not creditor.signatory:
        yield finding("Signataire", "signatory_blank")


def finding(name: str, code: str, **facts: object) -> Finding:
    """Return a finding about a parameter."""
    return Finding(0, LABELS[name], code, {"parameter": name, **facts})
