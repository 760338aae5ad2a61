"""What several sheets say together: payments noted apart, debtors that only an invoice names."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ..core.findings import Finding
from ..core.money import ZERO
from ..core.records import Debtor, Payment, Receivable
from ..workbook import schema


def settled(
    receivables: list[Receivable], payments: Sequence[Payment], findings: list[Finding]
) -> list[Receivable]:
    """A payment noted in `Règlements` counts even when `Payé` was not brought up to date.

    One in another currency than its invoice's counts nowhere: `strays` tells it.
    """
    sums: dict[tuple[str, str, str], Decimal] = {}
    for payment in payments:
        if payment.invoice:
            key = (payment.debtor, payment.invoice, payment.currency)
            sums[key] = sums.get(key, ZERO) + payment.amount
    adjusted = []
    for item in receivables:
        named = (item.debtor, item.number)
        noted = sum((sums.get((*named, code), ZERO) for code in ("", item.currency)), ZERO)
        if noted > item.paid and item.amount > 0:
            facts = {
                "table": schema.INVOICES.table, "number": item.number, "noted": noted,
                "paid": item.paid,
            }  # fmt: skip
            findings.append(
                Finding(item.row, schema.INVOICES.heading("paid"), "paid_behind", facts)
            )
            item = replace(item, paid=noted)
        adjusted.append(item)
    return adjusted


def with_unknown(
    debtors: dict[str, Debtor], receivables: Iterable[Receivable], findings: list[Finding]
) -> dict[str, Debtor]:
    """A debtor missing from `Clients` is still a case: nothing is lost, and a finding says so."""
    for item in receivables:
        if item.debtor not in debtors:
            debtors[item.debtor] = Debtor(item.debtor, name=item.debtor)
            facts = {"table": schema.INVOICES.table, "debtor": item.debtor}
            heading = schema.INVOICES.heading("debtor")
            findings.append(Finding(item.row, heading, "debtor_not_listed", facts))
    return debtors
