"""What left an export and what came back: held for a person to look at, released by itself.

Each is an event of the journal, so that only what an import held is released by an import.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from ..core.balances import is_balance
from ..core.records import Event, Receivable
from ..core.suspended import ABSENT, PRESENT, has_left
from .desk import Desk
from .status import set_status

Key = tuple[str, str, str, str]  # debtor, number, kind, currency


def key_of(item: Receivable) -> Key:
    """Return what tells an item from another: a payment may bear its invoice's number.

    So may an invoice in another currency, whose sums are not to be taken for ours.
    """
    kind = item.kind if item.kind in ("payment", "credit_note") else "invoice"
    return item.debtor, item.number, kind, item.currency


def absent(
    before: Iterable[Receivable], present: set[Key], *, balances_only: bool
) -> tuple[Receivable, ...]:
    """Return the open items that no file has any more.

    Args:
        before: the items before the import.
        present: the key of each item of the files.
        balances_only: the files name no invoice, so that invoices can't be absent from them.
    """
    return tuple(
        item
        for item in before
        if item.open != 0
        and item.status == "open"
        and key_of(item) not in present
        and (is_balance(item) or not balances_only)
    )


def hold_absent(desk: Desk, left: Sequence[Receivable], day: date, entered_at: str) -> None:
    """Hold the items that no file has any more: probably paid, never to be reminded of.

    Args:
        desk: the workbook.
        left: what `absent` gave.
        day: the day of the import.
        entered_at: the moment of the entry.
    """
    set_status(desk, left, "on_hold")
    _log(desk, left, ABSENT, day, entered_at)


def release_present(
    desk: Desk, before: Iterable[Receivable], present: set[Key], day: date, entered_at: str
) -> tuple[str, ...]:
    """Open again the items that an import had held and that are back; returns their numbers."""
    back = [
        item
        for item in before
        if key_of(item) in present and has_left(item, desk.history_of(item.debtor))
    ]
    set_status(desk, back, "open")
    _log(desk, back, PRESENT, day, entered_at)
    return tuple(item.number for item in back)


def _log(desk: Desk, items: Sequence[Receivable], step: str, day: date, entered_at: str) -> None:
    by_debtor: dict[str, list[str]] = {}
    for item in items:
        by_debtor.setdefault(item.debtor, []).append(item.number)
    for debtor, numbers in by_debtor.items():
        desk.ledger.log(
            Event(0, day, debtor, tuple(numbers), step, direction="in", entered_at=entered_at)
        )
