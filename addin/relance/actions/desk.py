"""The desk: a workbook read into records, its cases, and its journal ready to be written.

Every verb begins here, so every verb restores what an interrupted one had left.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar, cast, get_args

from ..core.dated import Status
from ..core.errors import UnknownDebtorError
from ..core.findings import Finding
from ..core.history import read
from ..core.journal import check_day
from ..core.law import RateRow, rates_from_text, rates_to_text
from ..core.money import ZERO
from ..core.policy import Policy, codes, from_rows, load
from ..core.policy_text import to_text
from ..core.records import Case, Debtor, Dispute, Event, Payment, PaymentPlan, Promise, Receivable
from ..core.setting import Setting
from ..workbook import rows, schema
from .book import Book
from .ledger import Ledger, Recovery
from .outbox import Outbox

T = TypeVar("T")
Owned = TypeVar("Owned", Event, Payment, Promise, Dispute, PaymentPlan)

TAKEOVER_PENDING = "à confirmer"
TAKEOVER_DONE = "confirmée"


@dataclass
class Desk:
    """A workbook as records; `ledger` is the only part that a verb changes."""

    book: Book
    setting: Setting
    receivables: tuple[Receivable, ...]
    debtors: Mapping[str, Debtor]
    cases: tuple[Case, ...]
    ledger: Ledger
    recovery: Recovery
    findings: tuple[Finding, ...]
    promises: tuple[Promise, ...] = ()
    plans: tuple[PaymentPlan, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    payments: tuple[Payment, ...] = ()

    def events_of(self, debtor: str) -> tuple[Event, ...]:
        """Return a debtor's events, those of this session included."""
        return tuple(event for event in self.ledger.events if event.debtor == debtor)

    def cases_with_drafts(self) -> tuple[Case, ...]:
        """Return the cases of debtors who have a draft that waits."""
        waiting = {draft.debtor for draft in read(self.ledger.events).drafts}
        known = {case.debtor.code: case for case in self.cases}
        return tuple(
            known.get(code) or Case(self.debtors.get(code, Debtor(code)), ())
            for code in sorted(waiting)
        )

    def debtor(self, code: str) -> Debtor:
        """Return a debtor by code. Raises UnknownDebtorError (facts: debtor, near)."""
        if code in self.debtors:
            return self.debtors[code]
        near = [known for known in self.debtors if known.lower().startswith(code[:3].lower())]
        raise UnknownDebtorError(debtor=code, near=sorted(near)[:5] or sorted(self.debtors)[:5])

    def case(self, code: str) -> Case:
        """Return a debtor's case, empty when nothing is open. Raises UnknownDebtorError."""
        debtor = self.debtor(code)
        found = next((case for case in self.cases if case.debtor.code == code), None)
        return found or Case(debtor, (), self.events_of(code))

    def check_day(self, day: date) -> None:
        """Refuse a day before the journal's last. Raises DayBeforeJournalError."""
        check_day(self.ledger.events, day)


def open_desk(book: Book, folder: Path | None = None, policy: Policy | None = None) -> Desk:
    """Read a workbook and bring back what an interrupted verb had left.

    Args:
        book: the workbook.
        folder: the output folder; None takes the one in `Paramètres`.
        policy: a policy that wins over the workbook's of the same code (`--policy FILE`).

    Raises:
        MissingTableError, MissingColumnError: the workbook is not one of ours.
        JournalBrokenError: the journal does not hold.
        BadPolicyError, BadLawError: the sheet `Scénario` or `Taux` contradicts itself.
    """
    findings: list[Finding] = []
    events = _kept(rows.events(book.read(schema.JOURNAL.table)), findings)
    ledger = Ledger(book, events, _outbox(book, folder))
    recovery = ledger.recover()
    payments = _kept(rows.payments(book.read(schema.PAYMENTS.table)), findings)
    receivables = _settled(
        _kept(rows.receivables(book.read(schema.INVOICES.table)), findings), payments, findings
    )
    known = _kept(rows.debtors(book.read(schema.DEBTORS.table)), findings)
    debtors = _with_unknown({debtor.code: debtor for debtor in known}, receivables, findings)
    setting = _setting(book, policy, findings)
    desk = Desk(
        book, setting, tuple(receivables), debtors, (), ledger, recovery, (),
        promises=tuple(_kept(rows.promises(book.read(schema.PROMISES.table)), findings)),
        plans=tuple(_kept(rows.plans(book.read(schema.PLANS.table)), findings)),
        disputes=tuple(_kept(rows.disputes(book.read(schema.DISPUTES.table)), findings)),
        payments=tuple(payments),
    )  # fmt: skip
    desk.cases = cases_of(desk)
    desk.findings = tuple(findings)
    return desk


def _kept(read_rows: tuple[Sequence[T], Sequence[Finding]], findings: list[Finding]) -> list[T]:
    records, faults = read_rows
    findings.extend(faults)
    return list(records)


def _outbox(book: Book, folder: Path | None) -> Outbox | None:
    where = folder or output_folder(book)
    return None if where is None else Outbox(where, book_id(book))


def output_folder(book: Book) -> Path | None:
    """Return the output folder of `Paramètres`, None when it is blank."""
    text = str(book.get("DossierSortie") or "").strip()
    return Path(text) if text else None


def book_id(book: Book) -> str:
    """Return what tells this workbook's lines from another's in a shared output folder."""
    return str(book.get("Identifiant") or "") or Path(book.path).name


def _setting(book: Book, policy: Policy | None, findings: list[Finding]) -> Setting:
    creditor, faults = rows.creditor(book.get)
    findings.extend(faults)
    policies = policies_in(book)
    if policy is not None:
        policies[policy.code] = policy
    minimum = book.get("SeuilMinimum")
    return Setting(
        creditor=creditor,
        policies=policies,
        rates=rates_from_text(rates_text(book)),
        minimum_total=None if minimum in (None, "") else Decimal(str(minimum)),
        takeover_pending=str(book.get("Reprise") or "") == TAKEOVER_PENDING,
    )


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


def _settled(
    receivables: list[Receivable], payments: Sequence[Payment], findings: list[Finding]
) -> list[Receivable]:
    """A payment noted in `Règlements` counts even when `Payé` was not brought up to date."""
    sums: dict[tuple[str, str], Decimal] = {}
    for payment in payments:
        if payment.invoice:
            key = (payment.debtor, payment.invoice)
            sums[key] = sums.get(key, ZERO) + payment.amount
    adjusted = []
    for item in receivables:
        noted = sums.get((item.debtor, item.number), ZERO)
        if noted > item.paid and item.amount > 0:
            facts = {"number": item.number, "noted": noted, "paid": item.paid}
            findings.append(
                Finding(item.row, schema.INVOICES.heading("paid"), "paid_behind", facts)
            )
            item = replace(item, paid=noted)
        adjusted.append(item)
    return adjusted


def _with_unknown(
    debtors: dict[str, Debtor], receivables: Iterable[Receivable], findings: list[Finding]
) -> dict[str, Debtor]:
    """A debtor missing from `Clients` is still a case: nothing is lost, and a finding says so."""
    for item in receivables:
        if item.debtor not in debtors:
            debtors[item.debtor] = Debtor(item.debtor, name=item.debtor)
            facts = {"debtor": item.debtor}
            heading = schema.INVOICES.heading("debtor")
            findings.append(Finding(item.row, heading, "debtor_not_listed", facts))
    return debtors


def cases_of(desk: Desk) -> tuple[Case, ...]:
    """Return one case a debtor who has an open item, payments not matched among them."""
    items: dict[str, list[Receivable]] = {}
    settled: dict[str, int] = {}
    for item in desk.receivables:
        if item.open != 0:
            items.setdefault(item.debtor, []).append(item)
        else:
            settled[item.debtor] = settled.get(item.debtor, 0) + 1
    for payment in desk.payments:
        if not payment.invoice and payment.debtor in desk.debtors:
            items.setdefault(payment.debtor, []).append(_unmatched(payment))
    by_debtor = _Grouped(desk)
    return tuple(
        by_debtor.case(desk.debtors[code], tuple(found), settled.get(code, 0))
        for code, found in sorted(items.items())
    )


def _unmatched(payment: Payment) -> Receivable:
    number = f"REG-{payment.value_date:%Y%m%d}-{payment.row}"
    return Receivable(
        number, payment.debtor, "payment", issued=payment.value_date, amount=-payment.amount,
        currency=payment.currency, row=payment.row,
    )  # fmt: skip


class _Grouped:
    """Records by debtor, grouped once: a large book has thousands of debtors."""

    def __init__(self, desk: Desk) -> None:
        self._events = _by_debtor(desk.ledger.events)
        self._payments = _by_debtor(desk.payments)
        self._promises = _by_debtor(desk.promises)
        self._disputes = _by_debtor(desk.disputes)
        self._plans = _by_debtor(desk.plans)

    def case(self, debtor: Debtor, items: tuple[Receivable, ...], settled: int) -> Case:
        code = debtor.code
        return Case(
            debtor,
            items,
            events=tuple(self._events.get(code, ())),
            payments=tuple(self._payments.get(code, ())),
            promises=tuple(self._promises.get(code, ())),
            disputes=tuple(self._disputes.get(code, ())),
            plans=tuple(self._plans.get(code, ())),
            settled=settled,
        )


def _by_debtor(
    records: Iterable[Owned],
) -> dict[str, list[Owned]]:
    grouped: dict[str, list[Owned]] = {}
    for record in records:
        grouped.setdefault(record.debtor, []).append(record)
    return grouped
