"""Payments noted by hand without an invoice, once an import has brought them: netted no more.

Such a payment is netted in every demand. When the export holds it too, in the open amounts, it
would be deducted twice. What is tied takes the invoice's number in `Règlements`, or leaves it when
the export tells its payments itself; each is a line of the journal. A doubt stays netted, and a
finding says what to look at.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ..core.findings import Finding
from ..core.matching import Fall, Part, match
from ..core.money import ZERO
from ..core.records import Payment, Receivable
from .desk import Desk
from .ties import tie

Account = tuple[str, str]  # debtor, currency
Key = tuple[str, str]  # debtor, number


@dataclass(frozen=True, slots=True)
class Brought:
    """What one import has done to the items.

    `before` is by row. `untied` names the items whose number a payment of ours can't take: the
    files tell their payments themselves, or it is a balance without invoices.
    """

    before: Mapping[int, Receivable]
    after: Sequence[Receivable]
    left: Sequence[Receivable]
    untied: frozenset[Key]


@dataclass(slots=True)
class Matched:
    """What was tied, by debtor and number, and what a person is told."""

    amounts: dict[Key, Decimal] = field(default_factory=dict)
    known: list[Part] = field(default_factory=list)  # what rows of the export tell themselves
    findings: list[Finding] = field(default_factory=list)


def match_noted(
    desk: Desk, payments: Iterable[Payment], brought: Brought, day: date, entered_at: str
) -> Matched:
    """Tie the payments noted by hand without an invoice to what an import has brought.

    Args:
        desk: the workbook, where it is written.
        payments: those that the workbook had before the import.
        brought: what the import has done.
        day: the day of the import; a payment of a later value date can't be in it.
        entered_at: the moment of the entry.
    """
    done = Matched()
    falls, left, alike = _falls(brought), _left(brought), _alike(brought)
    for account, waiting in _waiting(payments, day).items():
        found = match(waiting, falls.get(account, ()))
        for payment in dict.fromkeys(part.payment for part in found.parts):
            parts = [part for part in found.parts if part.payment == payment]
            known = any((payment.debtor, part.number) in brought.untied for part in parts)
            tie(desk, parts, known, day, entered_at)
            _remember(done, payment, parts)
            done.known += parts if known else ()
        doubt = _Doubt(found.falls, left.get(account, ()), alike.get(account, ()))
        done.findings += [told for one in found.payments for told in doubt.of(one)]
    return done


def _waiting(payments: Iterable[Payment], day: date) -> dict[Account, list[Payment]]:
    waiting: dict[Account, list[Payment]] = {}
    for payment in payments:
        if not payment.invoice and payment.value_date <= day:
            waiting.setdefault((payment.debtor, payment.currency), []).append(payment)
    return waiting


def _falls(brought: Brought) -> dict[Account, list[Fall]]:
    """What was newly paid, oldest due first: Payé that grew, a payment that is not matched yet."""
    falls: dict[Account, list[Fall]] = {}
    for item in sorted(brought.after, key=lambda one: (one.due or date.max, one.row)):
        old = brought.before.get(item.row)
        fallen = ZERO
        if item.kind == "payment":
            fallen = (old.open if old else ZERO) - item.open
        elif old and item.amount > 0:
            fallen = item.paid - old.paid
        if fallen > 0:
            falls.setdefault(_account(item), []).append(Fall(item.number, fallen))
    return falls


def _left(brought: Brought) -> dict[Account, list[Fall]]:
    """What left a full export: probably paid, so all of it may be the payment."""
    left: dict[Account, list[Fall]] = {}
    for item in brought.left:
        if item.open > 0:
            left.setdefault(_account(item), []).append(Fall(item.number, item.open))
    return left


def _alike(brought: Brought) -> dict[Account, list[Fall]]:
    """What may be a payment under another name: a new credit, a new invoice paid in part."""
    alike: dict[Account, list[Fall]] = {}
    for item in brought.after:
        amount = -item.open if item.kind == "credit_note" else item.paid
        if item.row not in brought.before and item.kind != "payment" and amount > 0:
            alike.setdefault(_account(item), []).append(Fall(item.number, amount))
    return alike


def _account(item: Receivable) -> Account:
    return item.debtor, item.currency


def _remember(done: Matched, payment: Payment, parts: Iterable[Part]) -> None:
    for part in parts:
        key = (payment.debtor, part.number)
        done.amounts[key] = done.amounts.get(key, ZERO) + part.amount
    numbers = tuple(part.number for part in parts)
    done.findings.append(_finding("payment_found", payment, numbers))


@dataclass(frozen=True, slots=True)
class _Doubt:
    """What a payment that was not tied may be in, all the same."""

    falls: Sequence[Fall]
    left: Sequence[Fall]
    alike: Sequence[Fall]

    def of(self, payment: Payment) -> Iterator[Finding]:
        """Yield the finding of a payment, none when the import has changed nothing like it."""
        same = [fall for fall in self.left if fall.amount == payment.amount]
        if not same and sum(fall.amount for fall in self.left) == payment.amount:
            same = [*self.left]
        alike = [fall for fall in self.alike if fall.amount == payment.amount]
        if same:
            yield _finding("payment_like_absent", payment, _numbers(same))
        elif seen := [*self.falls, *self.left, *alike]:
            yield _finding("payment_doubt", payment, _numbers(seen))


def _numbers(falls: Iterable[Fall]) -> tuple[str, ...]:
    return tuple(fall.number for fall in falls)


def _finding(code: str, payment: Payment, numbers: tuple[str, ...]) -> Finding:
    facts = {
        "debtor": payment.debtor, "amount": payment.amount, "currency": payment.currency,
        "day": payment.value_date, "line": payment.row, "numbers": numbers,
    }  # fmt: skip
    return Finding(0, "", code, facts)
