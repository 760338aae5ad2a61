"""Rows of the same invoice made one: payments, lettered rows, instalments and duplicates.

What is merged stays in the totals; what is a duplicate leaves them and is reported.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ..core.money import ZERO
from ..core.records import CREDITS, Payment
from .entry import Entry, Scan
from .instalments import joined, separate, without_copies
from .layout import Layout
from .settlement import settle_by_letter

Key = tuple[str, str, str]  # debtor, number, currency


@dataclass(slots=True)
class Merged:
    """The entries once merged, those of which nothing is left, and the payments told one by one."""

    entries: list[Entry] = field(default_factory=list)
    settled: list[Entry] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)


def merge(scan: Scan, entries: list[Entry], layout: Layout) -> Merged:
    """Return one entry for each claim; adds findings and counts to the scan."""
    groups: dict[Key, list[Entry]] = defaultdict(list)
    left, cancelled = settle_by_letter(scan, entries, layout)
    for entry in left:
        groups[entry.party[0], entry.number, entry.currency].append(entry)
    work = _Merge(scan, layout)
    work.merged.settled += cancelled
    if cancelled:
        scan.skipped["lettered"] += len(cancelled)
    for group in groups.values():
        work.group(group)
    work.merged.entries.sort(key=lambda entry: entry.row)
    if copies := scan.skipped["repeated"]:
        scan.find(0, "", "repeated_rows", count=copies)
    return work.merged


class _Merge:
    """Merges the rows of one number after the other."""

    def __init__(self, scan: Scan, layout: Layout) -> None:
        self.merged = Merged()
        self._scan = scan
        self._by_payment = "payment" in layout.columns
        self._balances = "open" in layout.columns or "paid" in layout.columns

    def group(self, group: list[Entry]) -> None:
        """Merge the rows of one debtor's number."""
        if len(group) > 1 or self._by_payment:
            group = self._merged(group)
        for entry in group:
            if entry.open:
                self.merged.entries.append(entry)
            else:
                self.merged.settled.append(entry)
                self._scan.skipped["settled"] += 1

    def _merged(self, group: list[Entry]) -> list[Entry]:
        claims = [entry for entry in group if entry.kind not in CREDITS]
        credits = [entry for entry in group if entry.kind in CREDITS]
        claims = without_copies(self._scan, self._paid_claims(claims))
        claims = joined(self._scan, claims)
        if len(claims) == 1:
            credits = [entry for entry in credits if not self._deducted(claims[0], entry)]
        credits = without_copies(self._scan, credits)
        return separate(self._scan, claims, credits)

    def _paid_claims(self, claims: list[Entry]) -> list[Entry]:
        """Make one of the rows that repeat an invoice, one for each of its payments."""
        if not self._by_payment:
            return claims
        terms: dict[tuple[date | None, Decimal], list[Entry]] = defaultdict(list)
        for entry in without_copies(self._scan, claims):
            terms[entry.due, entry.amount].append(entry)
        return [self._paid_claim(rows) for rows in terms.values()]

    def _paid_claim(self, rows: list[Entry]) -> Entry:
        claim = rows[0]
        told = sum((entry.payment or ZERO for entry in rows), ZERO)
        claim.open = min((entry.open for entry in rows), key=abs)
        if not self._balances and not any(entry.closed for entry in rows):
            claim.open = claim.amount - told
        claim.paid = claim.amount - claim.open
        if told and told != claim.paid:
            self._scan.find(
                claim.row, "", "payments_disagree",
                number=claim.number, payments=told, paid=claim.paid,
            )  # fmt: skip
        self._scan.skipped["merged"] += len(rows) - 1
        for entry in rows:
            self._payment(entry, entry.payment or ZERO, entry.payment_date)
        return claim

    def _deducted(self, claim: Entry, credit: Entry) -> bool:
        """Take a payment under the invoice's own number off the invoice."""
        if credit.said == "credit_note":
            return False
        claim.reopen()
        claim.paid -= credit.open
        claim.open += credit.open
        self._scan.skipped["merged"] += 1
        self._payment(credit, -credit.open, credit.payment_date or credit.issued)
        return True

    def _payment(self, entry: Entry, amount: Decimal, day: date | None) -> None:
        if day and amount > 0:
            code, number = entry.party[0], entry.number
            payment = Payment(code, amount, day, number, entry.currency, entry.label, entry.row)
            self.merged.payments.append(payment)
