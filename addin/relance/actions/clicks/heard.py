"""What the debtor of the selected row said or did: call, promise, payment, dispute."""

from datetime import date
from functools import partial

from ...core.errors import BadArgumentError, OneDebtorError
from ...core.money import ZERO
from ...core.records import Dispute, Receivable
from ...wording.clicks import said
from ...wording.labels import label
from ..around import opened_desk
from ..desk import Desk
from ..record import CALL_OUTCOMES, find_item, late_items, open_case
from ..record import call as record_call
from ..record_heard import dispute as record_dispute
from ..record_heard import promise as record_promise
from ..record_payment import payment as record_payment
from ..selection import chosen, nothing_chosen
from .asking import ask, ask_amount, ask_day, ask_note, ask_reason, choose, confirm
from .click import Click
from .keeping import kept

NEXT = {"promise": "click_next_promise", "dispute": "click_next_dispute"}


def call(click: Click) -> None:
    """Write down a call and its outcome."""
    desk, debtor, _ = _debtor(click)
    open_case(desk, debtor)
    question = said("ask_outcome", {"debtor": _name(desk, debtor)})
    labels = [label("call_outcome", outcome) for outcome in CALL_OUTCOMES]
    outcome = CALL_OUTCOMES[choose(click, question, labels)]
    note = ask_note(click, said("ask_note"))
    done = record_call(desk, click.entry, debtor, outcome, note)
    kept(click, [done], said(NEXT[outcome]) if outcome in NEXT else "")


def promise(click: Click) -> None:
    """Write down a promise of payment."""
    desk, debtor, _ = _debtor(click)
    case = open_case(desk, debtor)
    late = set(late_items(case, click.today))
    owed = sum((item.open for item in case.items if item.number in late), ZERO)
    question = said("ask_promised", {"debtor": _name(desk, debtor)})
    amount = ask_amount(click, question, owed)

    def check(day: date) -> None:
        if day < click.today:
            raise BadArgumentError(argument="by", value=day)

    by = ask_day(click, said("ask_promised_by"), check)
    kept(click, [record_promise(desk, click.entry, debtor, amount, by)])


def payment(click: Click) -> None:
    """Write down a payment, on an invoice or not matched yet."""
    desk, debtor, selected = _debtor(click)
    question = said("ask_paid_invoice", {"debtor": _name(desk, debtor)})
    default = selected[0].number if len(selected) == 1 else ""
    item = ask(click, question, partial(_item_or_none, desk, debtor), default)
    amount = ask_amount(click, said("ask_paid"), item.open if item else None)

    def check(day: date) -> None:
        if day > click.today:
            raise BadArgumentError(argument="value_date", value=day, day=click.today)

    day = ask_day(click, said("ask_value_date"), check, click.today)
    invoice = item.number if item else ""
    done = record_payment(desk, click.entry, debtor, amount, invoice, value_date=day)
    kept(click, [done])


def dispute(click: Click) -> None:
    """Open a dispute on an invoice, or resolve the one that is open."""
    desk, debtor, selected = _debtor(click)
    question = said("ask_disputed", {"debtor": _name(desk, debtor)})
    default = selected[0].number if len(selected) == 1 else ""
    item = ask(click, question, partial(_item, desk, debtor), default)
    found = _open_dispute(desk, item)
    if found is None:
        reason = ask_reason(click, said("ask_dispute_reason"))
    else:
        facts = {"invoice": found.invoice, "since": found.opened_on, "motive": found.reason}
        confirm(click, said("ask_resolve", facts))
        reason = ask_note(click, said("ask_note"))
    resolve = found is not None
    kept(click, [record_dispute(desk, click.entry, debtor, item.number, reason, resolve)])


def _debtor(click: Click) -> tuple[Desk, str, list[Receivable]]:
    """The workbook, the one debtor of the selected rows, and the invoices that were selected.

    Raises:
        NothingSelectedError: no row of a debtor is selected.
        OneDebtorError: rows of several debtors are.
        DayBeforeJournalError: today is before the journal's last day.
    """
    desk = opened_desk(click.book)
    desk.check_day(click.today)
    rows = click.book.selected()
    found = chosen(desk, rows)
    if not found:
        raise nothing_chosen(desk, rows, reason="debtor")
    if len(found) > 1:
        raise OneDebtorError(debtors=tuple(found)[:5])
    ((debtor, numbers),) = found.items()
    owed = [item for item in desk.receivables if item.debtor == debtor and item.open > 0]
    return desk, debtor, [item for item in owed if not numbers or item.number in numbers]


def _name(desk: Desk, debtor: str) -> str:
    return desk.debtor(debtor).name or debtor


def _item(desk: Desk, debtor: str, text: str) -> Receivable:
    return find_item(desk, debtor, text.strip())


def _item_or_none(desk: Desk, debtor: str, text: str) -> Receivable | None:
    return _item(desk, debtor, text) if text.strip() else None


def _open_dispute(desk: Desk, item: Receivable) -> Dispute | None:
    """The dispute that is open on an item."""
    return next(
        (
            one
            for one in desk.disputes
            if (one.debtor, one.invoice) == (item.debtor, item.number) and one.resolved_on is None
        ),
        None,
    )
