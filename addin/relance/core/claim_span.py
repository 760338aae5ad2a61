"""Which days may bear interest for one item, and whether the fixed sum may be claimed.

Businesses and public buyers owe both from the day after the due date, without any message. A
French consumer owes interest from the presentation of the formal notice. A Belgian consumer owes
nothing before the free first reminder and its waiting period, and nothing at all without a clause.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from .dated import ONE_DAY
from .findings import Reason
from .history import History, valid_events
from .meaning import BELGIAN_CONSUMER, Marks, may_be_free
from .records import CONFIDENTIAL, WRITTEN, Creditor, Event, Procedure, Receivable
from .regimes import Regime
from .told import happened_on


class Span(NamedTuple):
    """First and last day that may bear interest, both counted; none when last < first.

    A payment credited on `spared_until` or before bears none at all: a Belgian consumer who pays
    within the waiting period owes no interest, even to an SME that dates it back.
    """

    first: date
    last: date
    has_fee: bool
    spared_until: date
    withheld: tuple[Reason, ...] = ()


def span_of(
    item: Receivable, due: date, regime: Regime, creditor: Creditor,
    events: Iterable[Event] | History, as_of: date, marks: Marks,
) -> Span:  # fmt: skip
    """Return the days of an item that is late, whatever insolvency makes of them.

    Args:
        item: an item with an amount to bear interest.
        due: its due date, before `as_of`.
        regime: the regime that applies.
        creditor: whose clause and size count for Belgian consumers.
        events: the journal of the debtor; what was voided in it does not count.
        as_of: last day counted, at most.
        marks: the codes by which notices and first reminders go in the journal.
    """
    if regime.consumer:
        return _consumer_span(item, due, regime, creditor, events, as_of, marks)
    start = due
    if item.extension_suspends and item.extended_to is not None:
        start = max(due, item.extended_to)
    is_late = as_of > (item.extended_to or due)
    if start >= as_of:
        reason = Reason("extended", {"number": item.number, "until": start})
        return _nothing(as_of, reason)
    return Span(start + ONE_DAY, as_of, is_late, start)


def _nothing(as_of: date, reason: Reason) -> Span:
    return Span(as_of + ONE_DAY, as_of, has_fee=False, spared_until=as_of, withheld=(reason,))


def _consumer_span(
    item: Receivable, due: date, regime: Regime, creditor: Creditor,
    events: Iterable[Event] | History, as_of: date, marks: Marks,
) -> Span:  # fmt: skip
    """An extension moves the start like the due date: nothing runs before the message anyway."""
    first = (item.extended_to or due) + ONE_DAY
    known = [event for event in valid_events(events) if happened_on(event) <= as_of]
    if regime.code == BELGIAN_CONSUMER:
        free = [event for event in known if may_be_free(event.document)]
        sent = _first_day(free, item, marks.first_reminders, ("sent", "delivered"))
        return _after_reminder(item, first, regime, creditor, sent, as_of)
    presented = _first_day(known, item, marks.notices, ("delivered",))
    if presented is None:
        return _nothing(as_of, Reason("no_notice", {"number": item.number}))
    first = max(first, regime.claim_from(happened_on(presented), presented.channel) or first)
    return Span(first, as_of, has_fee=False, spared_until=first - ONE_DAY)


def _after_reminder(
    item: Receivable, first: date, regime: Regime, creditor: Creditor, sent: Event | None,
    as_of: date,
) -> Span:  # fmt: skip
    """Source: Code de droit économique, art. XIX.2 and XIX.4; no clause, no sum at all."""
    number = {"number": item.number}
    if not creditor.consumer_clause:
        return _nothing(as_of, Reason("no_clause", number))
    if sent is None:
        return _nothing(as_of, Reason("no_first_reminder", number))
    day = happened_on(sent)
    waited = regime.fee_from(day, sent.channel) or first
    if as_of < waited:
        return _nothing(as_of, Reason("waiting_period", number | {"free": waited}))
    dated = regime.claim_from(day, sent.channel, creditor.is_sme) or waited
    return Span(max(first, dated), as_of, has_fee=True, spared_until=waited - ONE_DAY)


def _first_day(
    events: list[Event], item: Receivable, steps: Collection[str], outcomes: tuple[str, ...]
) -> Event | None:
    """The first time that one of some written steps reached an outcome for the item."""
    found = (
        event
        for event in events
        if event.step in steps
        and event.outcome in outcomes
        and event.channel in WRITTEN
        and item.number in event.items
    )
    return min(found, key=happened_on, default=None)


def stopped(span: Span, item: Receivable, procedure: Procedure) -> Span:
    """Return the span as insolvency leaves it.

    The opening judgment stops interest. It takes effect from the first instant of its day, so
    the eve is the last day that bears any. The fixed sum is lost only when the opening forbids
    payment at the due date: an item late before keeps it. A debt born after the opening is
    payable, and not stopped.

    Source: Code de commerce, L622-28 (from memory) and L441-10 II, last sentence.
    """
    kind = "" if procedure.kind in CONFIDENTIAL else procedure.kind
    if not kind and item.status != "insolvent":
        return span
    opened = procedure.opened_on if kind else None
    facts = {"number": item.number, "kind": kind, "opened_on": opened}
    if opened is None:
        return _nothing(span.last, Reason("procedure_undated", facts))
    born = item.performed_on or item.issued
    if opened > span.last or (born is not None and born >= opened):
        return span
    payable = item.payable_on
    reasons: tuple[Reason, ...] = (Reason("interest_stopped", facts),)
    keeps_fee = payable is not None and payable < opened
    if span.has_fee and not keeps_fee:
        reasons += (Reason("fee_lost", facts),)
    return Span(
        span.first,
        opened - ONE_DAY,
        span.has_fee and keeps_fee,
        span.spared_until,
        span.withheld + reasons,
    )
