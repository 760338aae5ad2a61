"""Rows of `Règlements`, `Litiges`, `Promesses`, `Échéanciers` that name no client or invoice here.

They count nowhere as they are written. Each is told with what comes near, and what it may be about
is held. A row about what the journal knows has had its time: the invoice was paid and has left.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ..core.findings import Finding
from ..core.money import ZERO
from ..core.notes import numbers_of
from ..core.records import Dispute, Payment, PaymentPlan, Promise, Receivable, Stray
from ..core.stray import near_key
from ..workbook import schema
from ..workbook.rows_history import SINCE_EVER
from ..workbook.schema import Sheet

if TYPE_CHECKING:
    from .desk import Desk

T = TypeVar("T")
Found = tuple[tuple[Stray, ...], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that still counts: `until` is the last day on which what it is about was there."""

    sheet: Sheet
    about: Payment | Dispute | Promise | PaymentPlan
    row: int
    key: str
    numbers: tuple[str, ...]
    until: date

    @property
    def debtor(self) -> str:
        return self.about.debtor

    def stray(self, debtor: str, value: str, numbers: Iterable[str], whole: bool) -> Stray:
        """Return what the row may be about of one debtor, all that was there when `whole`."""
        code = "stray_payment" if isinstance(self.about, Payment) else "stray_row"
        facts = {"sheet": self.sheet.name, "row": self.row, "value": value}
        until = self.until if whole else None
        return Stray(code, debtor, self.about, facts, tuple(numbers), until)

    def finding(self, key: str, code: str, **facts: object) -> Finding:
        """Return a finding about one of the row's cells."""
        named = {"table": self.sheet.table, "debtor": self.debtor}
        return Finding(self.row, self.sheet.heading(key), code, {**named, **facts})


def strays_of(desk: "Desk") -> Found:
    """Return the rows that are astray, once for each debtor whom they may mean, and the findings.

    Args:
        desk: the workbook, without its cases.
    """
    book, found, told = _Book(desk), list[Stray](), list[Finding]()
    for row in _rows(desk):
        known = row.debtor in desk.debtors
        for strays, finding in book.of_known(row) if known else book.of_unknown(row):
            found += strays
            told.append(finding)
        for stray, finding in book.foreign(row):
            found.append(stray)
            told.append(finding)
    return tuple(found), tuple(told)


def _rows(desk: "Desk") -> Iterator[_Row]:
    for pay in desk.payments:
        named = (pay.invoice,) if pay.invoice else ()
        yield _Row(schema.PAYMENTS, pay, pay.row, "invoice", named, pay.value_date)
    for one in desk.disputes:
        if one.resolved_on is None:
            until = date.max if one.opened_on == SINCE_EVER else one.opened_on
            yield _Row(schema.DISPUTES, one, one.row, "invoice", (one.invoice,), until)
    for promise in desk.promises:
        if promise.kept is None:
            yield _Row(schema.PROMISES, promise, promise.row, "items", promise.items, promise.by)
    for plan in desk.plans:
        left = [line for line in plan.instalments if line.paid < line.amount]
        if left and not plan.cancelled:
            until = plan.instalments[-1].day
            yield _Row(schema.PLANS, plan, left[0].row, "items", plan.items, until)


class _Book:
    """What a workbook knows by number and by name; what comes near is sought for strays alone."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._known = {(item.debtor, item.number) for item in desk.receivables}
        self._open = [item for item in desk.receivables if item.open > ZERO]

    @cached_property
    def _open_by_number(self) -> Mapping[str, list[Receivable]]:
        return _grouped((item.number, item) for item in self._open)

    @cached_property
    def _open_nearly(self) -> Mapping[str, list[Receivable]]:
        return _grouped((near_key(item.number), item) for item in self._open)

    @cached_property
    def _settled_by_key(self) -> Mapping[str, list[Receivable]]:
        settled = (item for item in self._desk.receivables if item.open <= ZERO)
        return _grouped((near_key(item.number), item) for item in settled)

    def _settled_nearly(self, debtor: str, number: str) -> list[str]:
        """What is settled of a debtor and comes near a number: its row holds nothing."""
        nearly = self._settled_by_key.get(near_key(number), ())
        return [item.number for item in nearly if item.debtor == debtor]

    @cached_property
    def _open_of(self) -> Mapping[str, list[Receivable]]:
        return _grouped((item.debtor, item) for item in self._open)

    @cached_property
    def _codes_nearly(self) -> Mapping[str, list[str]]:
        named = (
            (near_key(text), one.code)
            for one in self._desk.debtors.values()
            for text in dict.fromkeys((one.code, one.name))
        )
        return _grouped(named)

    def of_known(self, row: _Row) -> Iterator[tuple[list[Stray], Finding]]:
        """Yield each number that a debtor of ours does not have, when it may be something open."""
        for number in row.numbers:
            if (row.debtor, number) in self._known:
                continue
            nearly = self._open_nearly.get(near_key(number), ())
            near = [item for item in nearly if item.debtor == row.debtor]
            if not near and self._is_past(row.debtor, number):
                continue
            if not near and (paid := self._settled_nearly(row.debtor, number)):
                yield [], row.finding(row.key, "stray_invoice", value=number, near=paid)
                continue
            others = self._open_by_number.get(number, ())
            meant = [row.stray(row.debtor, number, (item.number for item in near), whole=True)]
            meant += [row.stray(item.debtor, number, (number,), whole=False) for item in others]
            if any(
                one.may_mean(item) for one in meant for item in self._open_of.get(one.debtor, ())
            ):
                shown = [item.number for item in near]
                shown += [f"{item.number} ({item.debtor})" for item in others]
                yield meant, row.finding(row.key, "stray_invoice", value=number, near=shown)

    def of_unknown(self, row: _Row) -> Iterator[tuple[list[Stray], Finding]]:
        """Yield a debtor that is none of ours, but one of the past of whom nothing comes near."""
        codes = self._codes_nearly.get(near_key(row.debtor), ())
        meant = [row.stray(code, row.debtor, (), whole=True) for code in dict.fromkeys(codes)]
        for number in row.numbers:
            exact = self._open_by_number.get(number, ())
            for item in exact or self._open_nearly.get(near_key(number), ()):
                if item.debtor not in codes:
                    meant.append(row.stray(item.debtor, row.debtor, (item.number,), whole=False))
        if meant or not self._desk.events_of(row.debtor):
            near = [*dict.fromkeys(one.debtor for one in meant)]
            yield meant, row.finding("debtor", "stray_debtor", value=row.debtor, near=near)

    def foreign(self, row: _Row) -> Iterator[tuple[Stray, Finding]]:
        """Yield a payment in another currency than its invoice's: it pays nothing of it."""
        money = row.about
        if not isinstance(money, Payment):
            return
        named = self._open_by_number.get(money.invoice, ())
        ours = [item.currency for item in named if item.debtor == money.debtor]
        if ours and money.currency not in ours:
            code, facts = "payment_currency", {
                "number": money.invoice, "amount": money.amount, "currency": money.currency,
                "line": money.row, "own": ours[0],
            }  # fmt: skip
            stray = Stray(code, money.debtor, money, facts, (money.invoice,))
            yield stray, row.finding("currency", code, **facts)

    def _is_past(self, debtor: str, number: str) -> bool:
        """Tell whether the journal knows a number of a debtor: of an invoice, or of a note."""
        events = self._desk.events_of(debtor)
        in_journal = any(number in event.items for event in events)
        return in_journal or number in numbers_of(events).values()


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, one in pairs:
        if key:
            found.setdefault(key, []).append(one)
    return found
