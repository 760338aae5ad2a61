"""A ledger of all accounts (the French FEC): only customers' accounts say what is owed to us.

Purchases, VAT, banks and suppliers are left out; the balance of the customers' accounts is what
the file's own total is for other exports.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ..core.errors import BadAmountError, IntakeError
from ..core.money import ZERO
from ..core.parse import parse_text
from .evidence import Columns, cell, values
from .figures import settle
from .grid import Grid, Row
from .values import Amounts
from .vocabulary import fold, headings_of_ledger, ledger_accounts

SIDES = ("debit", "credit", "amount")


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a ledger says beside its customers' lines: `doubtful` are rows of doubtful debts."""

    debit: Decimal = ZERO
    credit: Decimal = ZERO
    balance: Decimal = ZERO
    others: int = 0
    doubtful: frozenset[int] = frozenset()


def is_ledger(columns: Mapping[str, int]) -> bool:
    """Tell whether a table is a ledger of all accounts."""
    return "account" in columns


def unread(heading: str) -> bool:
    """Tell whether a heading of a ledger says nothing of what is owed."""
    return heading in headings_of_ledger("unread")


def customers(name: str, grid: Grid, start: int, columns: Columns) -> tuple[Grid, Ledger]:
    """Return the lines of customers' accounts, and what the ledger says beside them.

    Args:
        name: the file's name, for errors only.
        grid: the whole table.
        start: the first row below the header.
        columns: the place of each key.

    Raises:
        IntakeError: no account is a customer's (facts: path, reason).
    """
    work = _Ledger(grid.rows[start:], columns)
    if not work.rows:
        raise IntakeError(path=name, reason="no_customer_account")
    return replace(grid, rows=(*grid.rows[:start], *work.rows)), work.said


def _country(accounts: Iterable[str]) -> str:
    """Return whose chart of accounts it is: 411 are customers in France, and VAT in Belgium."""
    begun = {account[:3] for account in accounts}
    return "belgium" if "400" in begun and "411" not in begun else "france"


class _Ledger:
    """Sorts the lines of one ledger."""

    def __init__(self, lines: Sequence[Row], columns: Columns) -> None:
        self._columns = columns
        self._amounts = Amounts.of(
            one for key in SIDES if key in columns for one in values(lines, columns[key])
        )
        accounts = {self._text(cells, "account") for _, cells in lines}
        ours = ledger_accounts(_country(accounts))
        kept = [line for line in lines if self._text(line[1], "account").startswith(ours)]
        self._claimed = {
            (self._text(cells, "debtor"), self._text(cells, "number"))
            for _, cells in kept
            if self._net(cells) > 0
        }
        self._banks = {
            self._text(cells, "journal")
            for _, cells in lines
            if self._text(cells, "account").startswith(ledger_accounts("treasury"))
        }
        self.rows = [(row, self._told(cells)) for row, cells in kept]
        self.said = self._summed(lines, kept)

    def _summed(self, lines: Sequence[Row], kept: Sequence[Row]) -> Ledger:
        nets = [self._net(cells) for _, cells in lines]
        doubtful = ledger_accounts("doubtful")
        return Ledger(
            debit=sum((net for net in nets if net > 0), ZERO),
            credit=-sum((net for net in nets if net < 0), ZERO),
            balance=sum((self._net(cells) for _, cells in kept), ZERO),
            others=len([1 for _, cells in lines if any(cells)]) - len(kept),
            doubtful=frozenset(
                row for row, cells in kept if self._text(cells, "account").startswith(doubtful)
            ),
        )

    def _told(self, cells: Sequence[object]) -> Sequence[object]:
        """Name the debtor of an account of its own, and no invoice by a bank's reference."""
        told = list(cells)
        account = self._text(cells, "account")
        if not self._text(cells, "debtor") and len(account.rstrip("0")) > len("411"):
            told[self._columns["debtor"]] = account
            if "name" in self._columns:
                told[self._columns["name"]] = self._text(cells, "account_name")
        said = (self._text(cells, "debtor"), self._text(cells, "number"))
        banked = self._text(cells, "journal") in self._banks and self._net(cells) < 0
        if banked and said not in self._claimed:
            told[self._columns["number"]] = ""
        return told

    def _text(self, cells: Sequence[object], key: str) -> str:
        return parse_text(cell(cells, self._columns[key])) if key in self._columns else ""

    def _net(self, cells: Sequence[object]) -> Decimal:
        """Debit less credit, zero when the line has no readable amount."""
        found = {}
        for key in SIDES:
            try:
                amount = self._amounts.read(cell(cells, self._columns[key]))[0]
            except (BadAmountError, KeyError):
                continue
            if amount is not None:
                found[key] = amount
        figures = settle(found)
        net = figures.open if figures else ZERO
        return -net if fold(self._text(cells, "side")).startswith(("c", "-")) else net
