"""Merged entries as the records of the core."""

from datetime import date

from ..core.money import ZERO
from ..core.records import CREDITS, Receivable
from .descriptions import described
from .entry import Entry, Scan
from .layout import Layout


def receivable(entry: Entry) -> Receivable:
    """Return an entry as an item of a debtor's account."""
    return Receivable(
        number=entry.number,
        debtor=entry.party[0],
        kind=entry.kind,
        issued=entry.issued,
        performed_on=entry.performed_on,
        due=entry.due,
        extended_to=entry.extended_to,
        extension_suspends=entry.extension_suspends,
        due_is_estimated=entry.due_is_estimated,
        amount=entry.amount,
        paid=entry.paid,
        currency=entry.currency,
        vat=entry.vat,
        payment_method=entry.method,
        status=entry.status,
        last_step=entry.last_step,
        last_step_date=entry.last_step_date,
        reference=entry.reference,
        order_number=entry.order_number,
        terms=entry.terms,
        copy=entry.copy,
        description="" if entry.kind in CREDITS else described(entry.description, entry.party),
        row=entry.row,
    )


def check_days(scan: Scan, entry: Entry, layout: Layout, today: date | None) -> None:
    """Report a claim whose days can't drive a reminder, or look like a swapped day and month."""
    if entry.kind in CREDITS or entry.open <= ZERO:
        return
    if entry.due is None:
        if not entry.bad_due:  # already told
            scan.find(entry.row, layout.heading("due"), "no_due", number=entry.number)
    elif entry.issued and entry.due < entry.issued:
        scan.find(
            entry.row, layout.heading("due"), "due_before_issue",
            number=entry.number, due=entry.due, issued=entry.issued,
        )  # fmt: skip
    if today and entry.issued and entry.issued > today:
        scan.find(
            entry.row, layout.heading("issued"), "future_date",
            number=entry.number, value=entry.issued,
        )  # fmt: skip
