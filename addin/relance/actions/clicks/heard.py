"""What the debtor of the selected row said or did: call, promise, payment, dispute."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial

from ...core.errors import AlreadyNotedError, BadArgumentError, OneDebtorError
from ...core.findings import Reason
from ...core.records import Dispute, Receivable
from ...wording.clicks import said
from ...wording.labels import label
from ..around import opened_desk
from ..currencies import currencies, of_account, only_currency
from ..desk import Desk
from ..promised import candidates, owed_on, promise_doubts, promised_items
from ..record import CALL_OUTCOMES, Recorded, find_item, open_case
from ..record import call as record_call
from ..record_heard import dispute as record_dispute
from ..record_heard import promise as record_promise
from ..record_payment import payment as record_payment
from ..record_payment import payment_doubts
from ..selection import chosen, nothing_chosen
from . import showing
from .asking import ask, ask_amount, ask_day, ask_note, ask_reason, choose, confirm, make_sure
from .click import Click
from .keeping import kept

NAMED = 5  # invoices named in a question
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
    """Write down a promise of payment, on the selected invoices or on all that is late."""
    desk, debtor, numbers = _debtor(click)
    case = open_case(desk, debtor)
    found = candidates(case, desk.setting, click.today, numbers)
    currency = _currency(click, currencies(found))
    items = promised_items(case, desk.setting, click.today, numbers, currency)
    owed = owed_on(case, items, click.today, desk.setting)
    amount = ask_amount(click, _promised(desk, debtor, items), items[0].currency, owed)

    def check(day: date) -> None:
        if day < click.today:
            raise BadArgumentError(argument="by", value=day)

    by = ask_day(click, said("ask_promised_by"), check)
    _make_sure(click, promise_doubts(case, items, amount, by, click.today, desk.setting))
    write = partial(
        record_promise, desk, click.entry, debtor, amount, by, invoices=numbers, currency=currency
    )
    kept(click, [_written(click, write)])


def _promised(desk: Desk, debtor: str, items: Sequence[Receivable]) -> str:
    """The question for a promised amount: which invoices it is about, in which currency."""
    shown = [item.number for item in items[:NAMED]]
    facts = {
        "debtor": _name(desk, debtor),
        "count": len(items),
        "numbers": [*shown, "..."] if len(items) > NAMED else shown,
        "currency": items[0].currency,
    }
    return said("ask_promised", facts)


def payment(click: Click) -> None:
    """Write down a payment, on an invoice or not matched yet."""
    desk, debtor, numbers = _debtor(click)
    selected = _owed(desk, debtor, numbers)
    question = said("ask_paid_invoice", {"debtor": _name(desk, debtor)})
    item = ask(click, question, partial(_item_or_none, desk, debtor), _only_number(selected))
    currency = item.currency if item else _currency(click, _codes(desk, debtor, selected))
    question = said("ask_paid", {"currency": currency})
    amount = ask_amount(click, question, currency, item.open if item else None)

    def check(day: date) -> None:
        if day > click.today:
            raise BadArgumentError(argument="value_date", value=day, day=click.today)

    day = ask_day(click, said("ask_value_date"), check, click.today)
    _make_sure(click, payment_doubts(item, day))
    write = partial(
        record_payment, desk, click.entry, debtor, amount, item.number if item else "",
        value_date=day, currency=currency,
    )  # fmt: skip
    kept(click, [_written(click, write)])


def _codes(desk: Desk, debtor: str, selected: Sequence[Receivable]) -> tuple[str, ...]:
    """The currencies that unmatched money may be in: of what is selected, else of the account."""
    return currencies(selected) or of_account(desk.receivables, debtor)


def _currency(click: Click, codes: Sequence[str]) -> str:
    """The only currency there is, or the one that is chosen. Raises Cancelled."""
    if len(codes) < 2:
        return only_currency(codes)
    return codes[choose(click, said("ask_currency"), codes)]


def _make_sure(click: Click, doubts: Sequence[Reason]) -> None:
    """Ask once whether what looks like a slip is meant. Raises Cancelled."""
    if doubts:
        make_sure(click, said("ask_doubt", {"text": showing.texts(doubts)}))


def _written(click: Click, write: Callable[..., Recorded]) -> Recorded:
    """Write a fact down; one that is there already only when a person says so.

    Raises:
        Cancelled: it was to be written once only.
    """
    try:
        return write()
    except AlreadyNotedError as fault:
        twice = "ask_again_row" if fault.facts.get("reason") == "row" else "ask_again"
        make_sure(click, said(twice, fault.facts))
        return write(again=True)


def dispute(click: Click) -> None:
    """Open a dispute on an invoice, or resolve the one that is open."""
    desk, debtor, numbers = _debtor(click)
    question = said("ask_disputed", {"debtor": _name(desk, debtor)})
    default = _only_number(_owed(desk, debtor, numbers))
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


def _debtor(click: Click) -> tuple[Desk, str, tuple[str, ...]]:
    """The workbook, the one debtor of the selected rows, and the numbers of the selected invoices.

    No number stands for all invoices: a row of the debtor's was selected.

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
    ((debtor, picked),) = found.items()
    ours = (item.number for item in desk.receivables if item.debtor == debtor)
    return desk, debtor, tuple(number for number in dict.fromkeys(ours) if number in picked)


def _owed(desk: Desk, debtor: str, numbers: Collection[str]) -> list[Receivable]:
    """The open invoices of a debtor, those of some numbers or all."""
    owed = [item for item in desk.receivables if item.debtor == debtor and item.open > 0]
    return [item for item in owed if not numbers or item.number in numbers]


def _only_number(items: Sequence[Receivable]) -> str:
    return items[0].number if len(items) == 1 else ""


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
