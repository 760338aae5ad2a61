"""`Factures` and `Clients` -> receivables and debtors.

A row that can't be acted on safely is left out (no number, no readable amount) or held
(`on_hold`): a reminder sent by mistake is worse than one sent late.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..core.addresses import valid_address
from ..core.findings import Finding
from ..core.money import ZERO, is_in_cents, round_cents
from ..core.records import CREDITS, Address, Contact, Debtor, Procedure, Receivable
from . import schema
from .reading import FAULTS, Found, Made, Read, TableLike, collect
from .values import currency

HOLDING = frozenset({
    *FAULTS.values(), "negative_paid", "due_before_issue", "duplicate_number",
})  # codes of what holds a row whatever its status says  # fmt: skip
_LISTED = re.compile(r"[;\n\x1f]|,\s")  # would split a number in a list of numbers


def receivables(table: TableLike) -> Found[Receivable]:
    """Read `Factures`.

    Left out: no number, no debtor, no readable amount, paid or currency. Held (an open item
    becomes `on_hold`): any other cell that can't be read, a negative paid, a due date before the
    invoice's own, a duplicate number.

    Raises:
        MissingColumnError: a heading of ours is not there.
    """
    records, findings = collect(schema.INVOICES, table, _receivable)
    counts = Counter((item.debtor, item.number) for item in records)
    twice = {key for key, count in counts.items() if count > 1}
    heading = schema.INVOICES.heading("number")
    for place, item in enumerate(records):
        if (item.debtor, item.number) in twice:
            facts = {"table": schema.INVOICES.table, "number": item.number, "debtor": item.debtor}
            findings.append(Finding(item.row, heading, "duplicate_number", facts))
            records[place] = _held(item)
    return tuple(records), tuple(findings)


def _receivable(row: Read) -> Made[Receivable]:
    lacking = _lacking(row)
    if lacking or row.bad("number", "debtor", "amount", "paid", "currency"):
        return None, lacking
    values = {key: value for key, value in row.values.items() if key != "debtor_name"}
    values["currency"] = currency(values.get("currency", "EUR"))
    item = Receivable(row=row.row, **values)
    remarks = [row.finding(key, code, **facts) for key, code, facts in _remarks(row, item)]
    if item.kind in CREDITS:
        item = replace(item, amount=-abs(item.amount), paid=-abs(item.paid))
    if row.faults or item.paid < 0 < item.amount or item.is_due_before_issue:
        item = _held(item)
    return item, remarks


def _lacking(row: Read) -> list[Finding]:
    """What an item can't do without."""
    number = row.values.get("number", "")
    faults = [
        ("number", "missing_number", "number" not in row.values),
        ("number", "bad_number", bool(_LISTED.search(number))),
        ("debtor", "missing_debtor", "debtor" not in row.values),
        ("amount", "missing_amount", "amount" not in row.values and not row.bad("amount")),
        ("currency", "bad_currency", not currency(row.values.get("currency", "EUR"))),
    ]
    facts = {"number": number, "value": row.values.get("currency", "")}
    return [row.finding(key, code, **facts) for key, code, wrong in faults if wrong]


def _remarks(row: Read, item: Receivable) -> list[tuple[str, str, dict[str, object]]]:
    """What is worth a look on an item that is kept."""
    facts = {
        "number": item.number, "amount": item.amount, "paid": item.paid,
        "due": item.due, "issued": item.issued,
    }  # fmt: skip
    demanded = item.kind in ("invoice", "down_payment") and item.amount > 0
    remarks = [
        ("due", "no_due", demanded and item.due is None and not row.bad("due")),
        ("due", "due_before_issue", item.is_due_before_issue),
        ("amount", "credit_sign", item.kind in CREDITS and item.amount > 0),
        ("paid", "overpaid", ZERO <= item.amount < item.paid and item.kind not in CREDITS),
        ("paid", "negative_paid", item.paid < 0 < item.amount),
    ]
    told = [(key, code, facts) for key, code, worth in remarks if worth]
    return [*told, *_rounded(item)]


def _rounded(item: Receivable) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield the sums that are no whole cents: what is asked for is not what the cell says."""
    for key, amount in (("amount", item.amount), ("paid", item.paid)):
        if not is_in_cents(amount):
            said = f"{amount:f}".replace(".", ",")
            taken = round_cents(amount)
            yield key, "rounded_sum", {"value": said, "taken": taken, "currency": item.currency}


def _held(item: Receivable) -> Receivable:
    return replace(item, status="on_hold") if item.status == "open" else item


def debtors(table: TableLike) -> Found[Debtor]:
    """Read `Clients`; of two rows with one code the first counts, and both are reported.

    A procedure or a *ne pas contacter* that can't be read stops every contact.

    Raises:
        MissingColumnError: a heading of ours is not there.
    """
    records, findings = collect(schema.DEBTORS, table, _debtor)
    counts = Counter(debtor.code for debtor in records)
    name, heading = schema.DEBTORS.table, schema.DEBTORS.heading("code")
    findings += [
        Finding(debtor.row, heading, "duplicate_debtor", {"table": name, "debtor": debtor.code})
        for debtor in records
        if counts[debtor.code] > 1
    ]
    first = {debtor.code: debtor for debtor in reversed(records)}
    return tuple(debtor for debtor in records if first[debtor.code] is debtor), tuple(findings)


def _debtor(row: Read) -> Made[Debtor]:
    values = row.values
    if "code" not in values:
        return None, [row.finding("code", "missing_debtor")]
    findings = _drop_bad_emails(row)
    given = {key: values[key] for key in _DEBTOR_KEYS if key in values}
    given |= _address_and_contacts(values)
    procedure = {
        key.removeprefix("procedure_"): value
        for key, value in values.items()
        if key.startswith("procedure_")
    }
    given["procedure"] = Procedure(kind=values.get("procedure", ""), **procedure)
    if row.bad("procedure", "do_not_contact"):
        given["do_not_contact"] = True
    return Debtor(row=row.row, **given), findings


_DEBTOR_KEYS = (
    "code", "name", "kind", "country", "language", "phone", "registration", "payer", "profile",
    "policy", "first_channel", "minimum_interval", "do_not_contact", "evasion_confirmed",
    "insurance", "surety", "credit_limit",
)  # fmt: skip


def _address_and_contacts(values: Mapping[str, Any]) -> dict[str, Any]:
    def some(prefix: str, *keys: str) -> dict[str, str]:
        return {key: values.get(prefix + key, "") for key in keys}

    return {
        "payables": Contact(**some("payables_", "name", "email", "phone")),
        "decision_maker": Contact(**some("decision_", "name", "email", "phone")),
        "emails": tuple(values.get("emails", ())),
        "address": Address(**some("", "street", "extra", "postcode", "city", "country")),
    }


def _drop_bad_emails(row: Read) -> list[Finding]:
    """Report the addresses that can't be written to, and forget them."""
    findings = []
    for key in ("payables_email", "decision_email"):
        if key in row.values and not valid_address(row.values[key]):
            findings.append(row.finding(key, "bad_email", value=row.values.pop(key)))
    others = re.split(r"[;,\s]+", row.values.get("emails", ""))
    row.values["emails"] = [email for email in others if valid_address(email)]
    findings += [
        row.finding("emails", "bad_email", value=email)
        for email in others
        if email and not valid_address(email)
    ]
    return findings
