"""`record payment`: money received, on an invoice or not matched yet."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ..core.beside import runs
from ..core.errors import BadArgumentError
from ..core.findings import Reason
from ..core.notes import notes_of
from ..core.records import Event, Receivable
from ..core.told import dated
from .currencies import named_currency, of_account, only_currency
from .desk import Desk
from .effects import Share, shares_of
from .lines import PAYMENT
from .record import Entry, Recorded, check_amount, find_item
from .record_heard import heard
from .settling import settled_part


def payment(
    desk: Desk, entry: Entry, debtor: str, amount: Decimal, invoice: str = "", note: str = "",
    value_date: date | None = None, *, currency: str = "", again: bool = False,
) -> Recorded:  # fmt: skip
    """Write down a payment; interest stops on the day on which our account was credited.

    Args:
        desk: the workbook.
        entry: the day and the moment of the entry.
        debtor: who paid.
        amount: in the invoice's currency, else in that of the payment; positive.
        invoice: what it pays, an invoice or a penalty note; "" leaves it unmatched: it is netted in
            every demand.
        note: free text.
        value_date: the day of the credit, None for that of the entry.
        currency: of an unmatched payment, when the debtor owes in several.
        again: write it although the same is there already.

    Raises:
        BadArgumentError: the amount is not positive, the value date is after the entry, the
            currency is not told or not the invoice's.
        UnknownDebtorError, UnknownInvoiceError: no such debtor or open invoice.
        AlreadyNotedError: it is noted already.
    """
    check_amount(amount)
    credited = value_date or entry.day
    if credited > entry.day:
        raise BadArgumentError(argument="value_date", value=credited, day=entry.day)
    desk.debtor(debtor)
    desk.check_day(entry.day)
    is_bare = not invoice or _is_note(desk, debtor, invoice)
    item = None if is_bare else find_item(desk, debtor, invoice)
    code = _currency(desk, debtor, item, currency)
    said = dated(f"{amount:.2f} {code}", credited)
    named = (invoice,) if invoice else ()
    event = heard(desk, entry, debtor, named, PAYMENT, note, said, again=again)
    hints = tuple(_hints(desk, event, shares_of(desk, event)))
    return Recorded((event,), hints, payment_doubts(item, credited))


def _is_note(desk: Desk, debtor: str, number: str) -> bool:
    """Tell whether what is paid is a penalty note, which has a number of its own."""
    return any(note.number == number for note in notes_of(desk.events_of(debtor)))


def _currency(desk: Desk, debtor: str, item: Receivable | None, named: str) -> str:
    code = named_currency(named)
    if item is None:
        return code or only_currency(of_account(desk.receivables, debtor))
    if code not in ("", item.currency):
        raise BadArgumentError(
            reason="currency_of_invoice", argument="currency", value=code, invoice=item.number,
            currency=item.currency,
        )  # fmt: skip
    return item.currency


def payment_doubts(item: Receivable | None, credited: date) -> tuple[Reason, ...]:
    """Return what makes a payment look like a slip of the hand; a person decides."""
    if item is None or item.issued is None or credited >= item.issued:
        return ()
    facts = {"number": item.number, "issued": item.issued, "day": credited}
    return (Reason("paid_before_invoice", facts),)


def _hints(desk: Desk, event: Event, shares: Sequence[Share]) -> list[tuple[str, Reason]]:
    """Say what became of unmatched money, and which invoice it may settle; a person decides."""
    debtor, named = event.debtor, event.items[0] if event.items else ""
    hints = []
    for paid in (share.payment for share in shares if not share.payment.invoice):
        same = [
            item.number
            for item in desk.receivables
            if (item.debtor, item.open, item.currency) == (debtor, paid.amount, paid.currency)
            and item.number != named
        ]
        facts: dict[str, object] = {
            "amount": paid.amount, "currency": paid.currency, "numbers": same, "invoice": named,
        }  # fmt: skip
        code = "overpaid_rest" if named else "unmatched"
        if named and _is_note(desk, debtor, named):
            facts["reason"] = "note"
        elif len(same) == 1:
            code = f"{code}_exact"
        hints.append((debtor, Reason(code, facts)))
        part = settled_part(desk, paid)
        if part and any(not one.cancelled and runs(one) for one in desk.case(debtor).plans):
            hints.append((debtor, Reason("settlement_first", facts | {"taken": part})))
    return hints
