"""The currency of a fact: that of the items that it is about, or the one that a person names."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ..core.currency import MAIN_CURRENCY
from ..core.errors import BadArgumentError
from ..core.records import Payment, Promise, Receivable
from ..workbook.values import currency

Fact = TypeVar("Fact", Promise, Payment)


def currencies(items: Iterable[Receivable]) -> tuple[str, ...]:
    """Return the currencies of some items, euros first, then by code."""
    found = {item.currency for item in items}
    return tuple(sorted(found, key=lambda code: (code != MAIN_CURRENCY, code)))


def named_currency(text: str) -> str:
    """Return the letters of a currency that a person names, "" for none.

    Raises:
        BadArgumentError: it is no currency.
    """
    code = currency(text.strip())
    if text.strip() and not code:
        raise BadArgumentError(argument="currency", value=text)
    return code


def one_currency(beside: str, named: str) -> str:
    """Return the currency of a sum: that which stands beside it, else the one named apart.

    Raises:
        BadArgumentError: the one is not the other, or it is no currency.
    """
    code = named_currency(named)
    if beside and code not in ("", beside):
        raise BadArgumentError(reason="sum_in", argument="currency", value=beside, currency=code)
    return beside or code


def only_currency(codes: Collection[str]) -> str:
    """Return the one currency there is, euros when there is none.

    Raises:
        BadArgumentError: there are several, and nobody can tell which (facts: `currencies`).
    """
    if len(codes) > 1:
        raise BadArgumentError(
            reason="currency_needed", argument="currency", value="", currencies=tuple(codes)
        )
    return next(iter(codes), MAIN_CURRENCY)


def of_account(receivables: Iterable[Receivable], debtor: str) -> tuple[str, ...]:
    """Return the currencies in which a debtor owes, or has owed when nothing is open."""
    ours = [item for item in receivables if item.debtor == debtor]
    return currencies([item for item in ours if item.open > 0] or ours)


def with_currency(facts: Iterable[Fact], receivables: Iterable[Receivable]) -> tuple[Fact, ...]:
    """Give each fact without a currency that of its items, else of all that its debtor has had.

    Args:
        facts: promises or payments; whoever typed them by hand may have left the currency out.
        receivables: all items; several currencies tell none, and the fact is in euros.
    """
    read = tuple(facts)
    blank = {one.debtor for one in read if not one.currency}
    items: dict[str, list[Receivable]] = {debtor: [] for debtor in blank}
    for item in receivables if blank else ():
        if item.debtor in blank:
            items[item.debtor].append(item)
    return tuple(
        one if one.currency else replace(one, currency=_told_by_items(one, items[one.debtor]))
        for one in read
    )


def _told_by_items(fact: Promise | Payment, items: Sequence[Receivable]) -> str:
    numbers = fact.items if isinstance(fact, Promise) else (fact.invoice,)
    codes = currencies([item for item in items if item.number in numbers] or items)
    return codes[0] if len(codes) == 1 else MAIN_CURRENCY
