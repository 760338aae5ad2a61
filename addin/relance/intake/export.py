"""What one export was understood to say: see `exports.read_export`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from ..core.findings import Finding
from ..core.money import ZERO
from ..core.records import Debtor, Payment, Receivable
from .ledger import Ledger

ExportKind = Literal["open_items", "aged_balance", "balance_only"]


@dataclass(frozen=True, slots=True)
class Balance:
    """What a debtor owes without the invoices behind it: a call sheet at most, never a letter."""

    debtor: str
    amount: Decimal
    currency: str = "EUR"
    buckets: tuple[tuple[str, Decimal], ...] = ()  # heading of the file, amount
    row: int = 0


@dataclass(frozen=True, slots=True)
class Export:
    """One file as it was understood.

    `mapping` gives the file's heading of each of our keys, `layout` a fingerprint to remember a
    corrected mapping by. `rows` counts data rows; each is a receivable, a balance, merged or
    left out (counted by reason in `skipped`), or a finding. `ignored` lists the headings that
    nothing was read from, `settled` the items of which nothing is left. `ledger` sums all accounts
    of a ledger, whose `file_total` is the customers' balance. `names_currency` tells that a row
    or a heading says which: else the euros are only supposed. `whole` are the rows that tell an
    item's amount and what was paid of it, each in a column of its own. `totals` is open by
    currency; `difference` is the file's total less what was read, 0.00 when all is there.
    """

    name: str
    kind: ExportKind
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    header_row: int = 0
    mapping: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    layout: str = ""
    rows: int = 0
    receivables: tuple[Receivable, ...] = ()
    settled: tuple[Receivable, ...] = ()
    debtors: tuple[Debtor, ...] = ()
    payments: tuple[Payment, ...] = ()
    balances: tuple[Balance, ...] = ()
    names_currency: bool = False
    whole: frozenset[int] = frozenset()
    totals: Mapping[str, Decimal] = field(default_factory=dict)
    file_total: Decimal | None = None
    ledger: Ledger | None = None
    difference: Decimal = ZERO
    skipped: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def total_open(self) -> Decimal:
        """Everything read, currencies together: to compare with the file's total only."""
        return sum(self.totals.values(), ZERO)
