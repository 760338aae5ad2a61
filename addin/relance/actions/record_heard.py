"""What the debtor said: promise, dispute, plan; each is an event and the rows that it tells."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal

from ..core.blocks import doubted
from ..core.decide import asked
from ..core.errors import BadArgumentError, NothingToRecordError
from ..core.findings import Reason
from ..core.money import ZERO
from ..core.plan import days_replaced, own_terms, plan_terms
from ..core.records import Case, Event, Receivable
from ..core.settlements import Agreement, freed, spared
from ..core.settling import standing_agreements, standing_nettings
from .desk import Desk
from .effects import carry_out, open_disputes
from .lines import DISPUTE, PLAN, PROMISE, RESOLVED
from .noted import check_new
from .plans import plans_replaced
from .promised import disputes_left_out, promise_doubts, promised_items
from .record import Entry, Recorded, check_amount, find_item, open_case


def promise(
    desk: Desk, entry: Entry, debtor: str, amount: Decimal, by: date, note: str = "", *,
    invoices: Collection[str] = (), currency: str = "", again: bool = False,
) -> Recorded:  # fmt: skip
    """Write down a promise of payment; it holds the reminders of its items until its day.

    Args:
        desk: the workbook.
        entry: the day and the moment of the entry.
        debtor: who promises.
        amount: in the currency of the items.
        by: the day that was promised.
        note: free text.
        invoices: what the promise is about; none for all that is late and not in dispute.
        currency: the one of the promise, when what is late has several.
        again: write it although the journal has the same already.

    Raises:
        BadArgumentError: the amount is not positive, the day is before that of the entry, an
            invoice is not due or in another agreement, all are in dispute and none is named, or
            the currency is not told.
        UnknownInvoiceError: the debtor has no open invoice of that number.
        NothingToRecordError: the debtor has no open item.
        AlreadyNotedError: it is noted already.
    """
    check_amount(amount)
    if by < entry.day:
        raise BadArgumentError(argument="by", value=by)
    desk.check_day(entry.day)
    case = open_case(desk, debtor)
    items = promised_items(case, desk.setting, entry.day, invoices, currency)
    numbers = tuple(item.number for item in items)
    said = f"{amount:.2f} {items[0].currency} {by}"
    event = heard(desk, entry, debtor, numbers, PROMISE, note, said, again=again)
    doubts = promise_doubts(case, items, amount, by, entry.day, desk.setting)
    left = () if invoices else disputes_left_out(case, items, entry.day)
    return Recorded((event,), tuple((debtor, one) for one in left), doubts)


def heard(
    desk: Desk, entry: Entry, debtor: str, items: tuple[str, ...], step: str, note: str = "",
    said: str = "", *, again: bool = False,
) -> Event:  # fmt: skip
    """Write what the debtor said or did, and its rows: incoming, no contact of ours.

    Args:
        desk: the workbook.
        entry: the day and the moment of the entry.
        debtor: who said it.
        items: what it is about.
        step: what it is.
        note: free text; the reason of a dispute.
        said: amount and day, for the document field, which the hash covers: the rows are made
            from it, and a reversal finds them by it.
        again: write it although the same is there already.

    Returns:
        The event; that of a verb that was cut, when it has just been restored and is typed again.

    Raises:
        AlreadyNotedError: a payment, a promise or a plan is there already.
    """
    event = Event(
        number=0, day=entry.day, debtor=debtor, items=items, step=step, direction="in",
        outcome="done", document=said, note=note, entered_at=entry.entered_at,
    )  # fmt: skip
    twin = [one for one in desk.recovery.restored if _told(one) == _told(event)]
    if twin:
        return twin[0]
    if not again:
        check_new(desk, event)
    carry_out(desk, event)
    return desk.ledger.log(event)


def _told(event: Event) -> tuple[object, ...]:
    said = own_terms(event.document)  # what a plan replaces is no part of what was typed
    what = event.step, event.outcome, said, event.note
    return (event.day, event.debtor, event.items, *what)


def dispute(
    desk: Desk, entry: Entry, debtor: str, invoice: str, reason: str, resolve: bool = False
) -> Recorded:
    """Open a dispute on an invoice, or resolve the one that is open.

    Raises:
        UnknownInvoiceError: the debtor has no open item of that number.
        NothingToRecordError: there is no open dispute to resolve.
    """
    desk.debtor(debtor)
    desk.check_day(entry.day)
    if resolve:
        if not open_disputes(desk, debtor, invoice):
            raise NothingToRecordError(reason="dispute", debtor=debtor)
        return Recorded((heard(desk, entry, debtor, (invoice,), RESOLVED, reason),))
    find_item(desk, debtor, invoice)
    return Recorded((heard(desk, entry, debtor, (invoice,), DISPUTE, reason),))


def plan(
    desk: Desk, entry: Entry, debtor: str, count: int, first: date, note: str = "",
    *, insurer_agreed: bool = False, again: bool = False,
) -> Recorded:  # fmt: skip
    """Write down a payment plan over what the debtor owes in one currency, without interest.

    Items in dispute, even by telephone, held or retained stay out; euros come first, else what is
    owed most. A plan that runs on one of the items is replaced: what was paid on it has lowered
    what is open.

    Raises:
        BadArgumentError: fewer than two instalments, a first day before the entry, a credit
            insurer who has not agreed, or a settlement that runs on one of the items.
        NothingToRecordError: nothing is left to plan.
        AlreadyNotedError: the same plan runs already, and `again` is not given.
    """
    if count < 2:
        raise BadArgumentError(argument="instalments", value=count)
    if first < entry.day:
        raise BadArgumentError(argument="first", value=first)
    desk.check_day(entry.day)
    case = open_case(desk, debtor)
    if case.debtor.insurance and not insurer_agreed:
        raise BadArgumentError(reason="plan_insured", argument="insurer_agreed", value=debtor)
    planned = _planned(desk, case, entry.day)
    owed = sum((item.open for item in planned), ZERO)
    items = tuple(item.number for item in planned if item.open > 0)
    if owed <= 0:
        raise NothingToRecordError(reason="plan", debtor=debtor)
    currency = planned[0].currency
    old = [one.agreed_on for one in plans_replaced(desk, debtor, items, currency)]
    said = plan_terms(owed, currency, count, first, old)
    event = heard(desk, entry, debtor, items, PLAN, note, said, again=again)
    told = [Reason("plan_replaced", {"agreed_on": day}) for day in days_replaced(event.document)]
    return Recorded((event,), tuple((debtor, one) for one in told))


def _planned(desk: Desk, case: Case, day: date) -> list[Receivable]:
    """The items that a plan may hold, credits of the same currency included.

    Nothing is left of what a kept settlement has ended; one that runs is ended first. Whatever an
    agreement about other items has taken of a credit is not netted again.
    """
    question = asked(case, desk.setting, day)
    found = standing_agreements(question)
    ended = spared(one for one in found if one.state == "kept")
    ours = [
        item
        for item in case.items
        if item.status == "open" and item.kind != "retention" and item.number not in ended
        if not doubted(item, case, question.history, day)
    ]
    numbers = {item.number for item in ours}
    others = [one for one in standing_nettings(question) if numbers.isdisjoint(one.items)]
    free = list(freed(ours, others))
    owed: dict[str, Decimal] = {}
    for item in free:
        owed[item.currency] = owed.get(item.currency, ZERO) + item.open
    chosen = max(owed, key=lambda code: (owed[code] > 0, code == "EUR", owed[code]), default="")
    planned = [item for item in free if item.currency == chosen]
    _check_no_settlement(planned, found)
    return planned


def _check_no_settlement(items: Collection[Receivable], found: Iterable[Agreement]) -> None:
    """Refuse a plan on what a settlement holds: two agreements would contradict each other."""
    numbers = {item.number for item in items if item.open > 0}
    for one in found:
        if one.state in ("running", "unsure") and not numbers.isdisjoint(one.settlement.items):
            raise BadArgumentError(
                **one.reason().facts, reason="plan_settled", argument="debtor",
                value=one.settlement.debtor,
            )  # fmt: skip
