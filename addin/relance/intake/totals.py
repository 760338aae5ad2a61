"""What the file says it sums to, and what was read: the difference is always shown."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from ..core.money import ZERO, round_cents
from .entry import Scan, Sum

Item = tuple[str, str, Decimal]  # debtor, currency, open


@dataclass(frozen=True, slots=True)
class Totals:
    """Open sums by currency, the file's own total, and file - read (0.00 when all is there)."""

    by_currency: dict[str, Decimal]
    file_total: Decimal | None
    difference: Decimal


def reconcile(scan: Scan, items: Iterable[Item], closed: Decimal = ZERO) -> Totals:
    """Compare what was read with the file's own sums; adds findings to the scan.

    Without a sum in the file, the difference is what was set aside with a finding.

    Args:
        scan: what the rows said.
        items: what was read.
        closed: what the file lists and says is settled; its own total may count it.
    """
    by_currency: dict[str, Decimal] = {}
    by_debtor: dict[str, Decimal] = {}
    for debtor, currency, amount in items:
        by_currency[currency] = by_currency.get(currency, ZERO) + amount
        by_debtor[debtor] = by_debtor.get(debtor, ZERO) + amount
    read = sum(by_currency.values(), ZERO)
    said = _file_total(scan.sums, (read, read + closed))
    difference = scan.set_aside if said is None else said - read
    if said is not None and abs(difference - closed) < abs(difference):
        difference -= closed
        scan.find(0, "", "settled_in_total", amount=closed)
    difference = round_cents(difference)
    if difference:
        _locate(scan, by_debtor)
        scan.find(0, "", "total_differs", file=said, read=read, difference=difference)
    if len(by_currency) > 1:
        scan.find(0, "", "several_currencies", currencies=tuple(sorted(by_currency)))
    return Totals(by_currency, said, difference)


def _locate(scan: Scan, by_debtor: dict[str, Decimal]) -> None:
    """Say which debtors' own totals differ from what was read."""
    for one in scan.sums:
        if one.level == "group" and one.party[0] in by_debtor:
            read = by_debtor[one.party[0]]
            if one.value != read:
                scan.find(
                    one.row, "", "group_total_differs",
                    debtor=one.party[0], file=one.value, read=read,
                )  # fmt: skip


def _file_total(sums: list[Sum], read: Collection[Decimal]) -> Decimal | None:
    """Return the file's own total: its grand total, else the sum of its group totals.

    A total that says nothing of its scope stands for the file when it follows other totals.
    """
    if not sums:
        return None
    grand = [one for one in sums if one.level == "grand"]
    if grand:
        return _nearest([grand[-1].value, _sum(_tail(grand))], read)
    *before, last = sums
    if last.level == "bare" and before and all(one.level == "group" for one in before):
        return _nearest([last.value, _sum(sums)], read)  # a debtor alone may have no total
    groups = [one for one in sums if one.after_items]
    above = [one for one in _tail(sums) if not one.after_items]
    if not above:
        return _nearest([_sum(groups), groups[-1].value], read)
    return _nearest([above[-1].value, _sum(above), _sum(_tail(sums))], read)


def _tail(sums: list[Sum]) -> list[Sum]:
    """Return the last sums that no item separates (one for each currency, say)."""
    start = max((at for at, one in enumerate(sums) if one.after_items), default=0)
    return sums[start:]


def _sum(sums: Iterable[Sum]) -> Decimal:
    return sum((one.value for one in sums), ZERO)


def _nearest(candidates: list[Decimal], read: Collection[Decimal]) -> Decimal:
    """Return the candidate that agrees with what was read, else the first."""
    return next((one for one in candidates if one in read), candidates[0])
