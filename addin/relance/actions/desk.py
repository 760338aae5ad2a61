"""The desk: a workbook read into records, its cases, and its journal ready to be written.

Every verb begins here, so every verb restores what an interrupted one had left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from ..core.errors import BadAmountError, UnknownDebtorError
from ..core.findings import Finding, Reason
from ..core.history import History
from ..core.journal import check_day
from ..core.law import rates_from_text
from ..core.parse import parse_amount
from ..core.policy import Policy
from ..core.records import (
    Case,
    Debtor,
    Dispute,
    Event,
    Payment,
    PaymentPlan,
    Promise,
    Receivable,
    Stray,
)
from ..core.setting import Setting
from ..wording.labels import label
from ..workbook import rows, schema
from .book import Book
from .cases import cases_of
from .coherence import settled, with_unknown
from .currencies import with_currency
from .fitting import version_of
from .folders import output_folder
from .gathering import Gathering, give_id
from .ledger import Ledger, Recovery
from .overrides import policies_in, rate_findings, rates_text
from .parameters import finding, parameter, settings
from .payers import Payers, with_payer
from .remarks import remarks
from .strays import strays_of
from .unread_rows import unread_strays

T = TypeVar("T")

TAKEOVER_PENDING, TAKEOVER_DONE = label("takeover", "pending"), label("takeover", "done")


@dataclass
class Desk:
    """A workbook as records; a verb writes to `book` and to `ledger`.

    `payments` follows what a verb writes, because promises and plans are settled from it; the
    other records stay those that were read. `queue` is whose the rows of `Agenda` were when a
    person selected them, where opening the workbook has sorted them anew. `told` is what to know
    about the workbook and its output folder.
    """

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
    strays: tuple[Stray, ...] = ()
    queue: Mapping[int, tuple[str, str]] | None = None
    told: tuple[Reason, ...] = ()
    _payers: Payers | None = field(default=None, init=False, repr=False)

    @property
    def payers(self) -> Payers:
        """Who pays in the place of the debtors that are known now."""
        if self._payers is None or self._payers.debtors is not self.debtors:
            self._payers = Payers(self.debtors)
        return self._payers

    def events_of(self, debtor: str) -> tuple[Event, ...]:
        """Return a debtor's events, those of this session included."""
        return self.ledger.of(debtor)

    def history_of(self, debtor: str) -> History:
        """Return what a debtor's events tell, those of this session included."""
        return self.ledger.history_of(debtor)

    def drafts(self) -> tuple[Event, ...]:
        """Return the drafts of all debtors that wait, in the order of the journal."""
        codes = dict.fromkeys(event.debtor for event in self.ledger.events)
        waiting = (draft for code in codes for draft in self.history_of(code).drafts)
        return tuple(sorted(waiting, key=lambda draft: draft.number))

    def cases_with_drafts(self) -> tuple[Case, ...]:
        """Return the cases of debtors who have a draft that waits."""
        waiting = {draft.debtor for draft in self.drafts()}
        known = {case.debtor.code: case for case in self.cases}
        return tuple(
            known.get(code) or self._empty(self.debtors.get(code, Debtor(code)))
            for code in sorted(waiting)
        )

    def debtor(self, code: str) -> Debtor:
        """Return a debtor by code. Raises UnknownDebtorError (facts: debtor, near)."""
        if code in self.debtors:
            return self.debtors[code]
        near = [known for known in self.debtors if known.lower().startswith(code[:3].lower())]
        raise UnknownDebtorError(debtor=code, near=sorted(near)[:5] or sorted(self.debtors)[:5])

    def is_listed(self, code: str) -> bool:
        """Tell whether `Clients` has a debtor, and not an invoice alone."""
        return code in self.debtors and self.debtors[code].row > 0

    def case(self, code: str) -> Case:
        """Return a debtor's case, empty when nothing is open. Raises UnknownDebtorError."""
        debtor = self.debtor(code)
        found = next((case for case in self.cases if case.debtor.code == code), None)
        return found or self._empty(debtor, self.events_of(code))

    def _empty(self, debtor: Debtor, events: tuple[Event, ...] = ()) -> Case:
        """The case of a debtor of whom nothing is open: their messages go where they went."""
        return with_payer(Case(debtor, (), events), self.payers)

    def check_day(self, day: date) -> None:
        """Refuse a day before the journal's last. Raises DayBeforeJournalError."""
        check_day(self.ledger.events, day)


def unread_rows(desk: Desk) -> tuple[int, ...]:
    """Return the rows of `Factures` that are no item, because they can't be read."""
    table = schema.INVOICES.table
    faulty = {one.row for one in desk.findings if one.row and one.facts.get("table") == table}
    return tuple(sorted(faulty - {item.row for item in desk.receivables}))


def open_desk(
    book: Book, folder: Path | None = None, policy: Policy | None = None, *, to_read: bool = False
) -> Desk:
    """Read a workbook and bring back what an interrupted verb had left.

    Args:
        book: the workbook.
        folder: where a verb is about to write documents; None takes the one in `Paramètres`.
        policy: a policy that wins over the workbook's of the same code (`--policy FILE`).
        to_read: nothing will be noted, so that a copy of the folder's workbook may be opened.

    Raises:
        OtherBookError: the output folder serves another workbook.
        BookError: a newer release made the workbook, and this one may not know what it says.
        MissingTableError, MissingColumnError: the workbook is not one of ours.
        JournalBrokenError: the journal does not hold.
        BadPolicyError, BadLawError: the sheet `Scénario` or `Taux` contradicts itself.
    """
    from .effects import redo  # it reads a desk: only here, where all of a desk comes together

    version_of(book)
    if not to_read and (folder or output_folder(book)):
        give_id(book)
    desk = _read(book, policy, Gathering(folder, to_read))
    for event in desk.recovery.restored:
        if redo(desk, event):
            again = _read(book, policy, Gathering(folder, to_read))
            desk = replace(again, recovery=desk.recovery, told=desk.told)
    return desk


def _read(book: Book, policy: Policy | None, gathering: Gathering) -> Desk:
    findings: list[Finding] = []
    events = _kept(rows.events(book.read(schema.JOURNAL.table)), findings)
    ledger, recovery = gathering.gathered(book, events)
    payments = _kept(rows.payments(book.read(schema.PAYMENTS.table)), findings)
    receivables = settled(
        _kept(rows.receivables(book.read(schema.INVOICES.table)), findings), payments, findings
    )
    known = _kept(rows.debtors(book.read(schema.DEBTORS.table)), findings)
    debtors = with_unknown({debtor.code: debtor for debtor in known}, receivables, findings)
    setting = _setting(book, policy, findings)
    promises = _kept(rows.promises(book.read(schema.PROMISES.table)), findings)
    desk = Desk(
        book, setting, tuple(receivables), debtors, (), ledger, recovery, (),
        promises=with_currency(promises, receivables),
        plans=tuple(_kept(rows.plans(book.read(schema.PLANS.table)), findings)),
        disputes=tuple(_kept(rows.disputes(book.read(schema.DISPUTES.table)), findings)),
        payments=with_currency(payments, receivables),
        told=tuple(gathering.told),
    )  # fmt: skip
    strays, astray = strays_of(desk)
    desk.strays = (*strays, *unread_strays(desk, findings))
    findings.extend(astray)
    desk.cases = cases_of(desk)
    unread = {parameter(one) for one in settings(findings)}
    told = remarks(desk.receivables, desk.debtors, setting.creditor)
    desk.findings = (*findings, *(one for one in told if parameter(one) not in unread))
    return desk


def _kept(read_rows: tuple[Sequence[T], Sequence[Finding]], findings: list[Finding]) -> list[T]:
    records, faults = read_rows
    findings.extend(faults)
    return list(records)


def _setting(book: Book, policy: Policy | None, findings: list[Finding]) -> Setting:
    creditor, faults = rows.creditor(book.get)
    findings.extend(faults)
    findings.extend(rate_findings(book))
    policies = policies_in(book)
    if policy is not None:
        policies[policy.code] = policy
    return Setting(
        creditor=creditor,
        policies=policies,
        rates=rates_from_text(rates_text(book)),
        minimum_total=_minimum(book, findings),
        takeover_pending=str(book.get("Reprise") or "") == TAKEOVER_PENDING,
    )


def _minimum(book: Book, findings: list[Finding]) -> Decimal | None:
    cell = book.get("SeuilMinimum")
    if cell in (None, ""):
        return None
    try:
        return parse_amount(cell)
    except BadAmountError as fault:
        findings.append(finding("SeuilMinimum", fault.code, **fault.facts))
        return None
