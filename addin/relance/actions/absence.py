"""What the files of an import have of our items, and which of ours are gone from them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ..core.balances import balance_number
from ..core.records import Payment, Receivable
from ..intake.export import Balance, Export
from ..wording.labels import label
from .booked_notes import without_notes
from .coherence import settled
from .currency_kept import in_doubt, in_our_currency
from .desk import Desk
from .import_payments import lacking_payments
from .instalments import numbered_as_ours
from .known_names import with_known_names
from .presence import absent, key_of


def absent_from(
    desk: Desk, files: Iterable[tuple[str, Export]], day: date
) -> tuple[Receivable, ...]:
    """Return the items that an import of files which are no part would hold; nothing is written."""
    read = as_taken(desk, files, day)
    payments = [one for _, export in read for one in export.payments]
    return gone(desk, read, lacking_payments(desk, payments))


def as_taken(
    desk: Desk, files: Iterable[tuple[str, Export]], day: date
) -> list[tuple[str, Export]]:
    """Return the files as an import on a day takes them, and who says before what it would do.

    By the codes of known debtors, without penalty notes of ours or items that we have in another
    currency, by our numbers of instalments, and with what bears an invoice's number without being
    one told from it.
    """
    noted = without_notes(desk, with_known_names(desk, files), day)
    known = in_our_currency(noted, desk.receivables)
    found = [(name, numbered_as_ours(export, desk.receivables)) for name, export in known]
    return [(name, _apart(export, desk.receivables)) for name, export in found]


def gone(
    desk: Desk, read: Sequence[tuple[str, Export]], added: Iterable[Payment], *,
    partial: bool = False,
) -> tuple[Receivable, ...]:  # fmt: skip
    """Return the items that none of the files has, and those that they have in another currency.

    None is absent from files which are a part, or have no item at all.
    """
    doubted = in_doubt(read, desk.receivables)
    present = {key_of(item) for _, export in read for item in items_of(export)}
    if partial or not any(key[2] == "invoice" for key in present):
        return doubted
    paid = {key_of(item) for _, export in read for item in export.settled}
    summary = not any(_names_invoices(export) for _, export in read)
    unpaid = settled([*desk.receivables], (*desk.payments, *added), [])
    left = absent(unpaid, present | paid, balances_only=summary)
    rows = {item.row for item in left}
    return (*left, *(item for item in doubted if item.row not in rows))


def items_of(export: Export) -> list[Receivable]:
    """Return the items of a file; a balance without invoices is one item without days."""
    return [*export.receivables, *map(_as_item, export.balances)]


def _apart(export: Export, ours: Iterable[Receivable]) -> Export:
    """A payment or a credit that bears an invoice's number gets a number of its own."""
    both = (*ours, *export.receivables)
    named = {(one.debtor, one.number) for one in both if key_of(one)[2] == "invoice"}
    items = tuple(
        replace(item, number=f"{item.number} ({label('item_kind', item.kind)})")
        if key_of(item)[2] != "invoice" and (item.debtor, item.number) in named
        else item
        for item in export.receivables
    )
    return replace(export, receivables=items)


def _names_invoices(export: Export) -> bool:
    """Tell whether a file could have named an invoice of ours: payments alone could not."""
    return any(key_of(item)[2] == "invoice" for item in export.receivables)


def _as_item(balance: Balance) -> Receivable:
    number = balance_number(balance.currency)
    return Receivable(number, balance.debtor, amount=balance.amount, currency=balance.currency)
