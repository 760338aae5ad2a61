"""The one source of amounts: what may be claimed for one item on a day.

Cells, agenda, letters and dossier ask here. A step says what it wishes to claim, `claim` says what
it may, and `withheld` says why the rest is left out. It always answers.

>>> from decimal import Decimal
>>> item = Receivable("FA1", "C1", due=date(2026, 8, 31), amount=Decimal(25000))
>>> found = claim(item, Debtor("C1", kind="business"), Creditor(), (), date(2026, 11, 22))
>>> str(found.interest), str(found.fee), str(found.total)  # 25000 x 12.4 % x 83 / 365
('704.93', '40.00', '25744.93')
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import cast

from .claim_base import Account, Credit, account_of, credits_of, unpaid_on
from .claim_span import Span, span_of, stopped
from .contract import agreed_rate, clause_cents, floor_reasons, law_fee_cents, regime_of
from .dated import ONE_DAY
from .errors import UnknownValueError
from .fees import OTHER_CURRENCY
from .findings import Reason
from .history import History
from .law import Rates
from .meaning import Marks
from .money import from_cents, to_cents
from .policy import shipped_marks
from .records import CREDITS, Claim, Creditor, Debtor, Event, Payment, Receivable
from .regimes import Regime, regime_for

NIL = from_cents(0)
FEE_CURRENCIES = {"GB": "GBP"}  # the law of every other country speaks of euros
Reasons = tuple[Reason, ...]


def claim(
    item: Receivable,
    debtor: Debtor,
    creditor: Creditor,
    events: Iterable[Event] | History,
    as_of: date,
    payments: Sequence[Payment] = (),
    rates: Rates | None = None,
    with_segments: bool = False,
    unmatched: Sequence[Payment] = (),
    marks: Marks | None = None,
) -> Claim:
    """Return what may be claimed for an item on a day; it never raises.

    An invoice that was paid late keeps its interest, and a business its fixed sum: principal 0.
    The indemnity of a Belgian consumer is that of its tier for this item alone: the law's tier is
    that of the whole balance under one contract, which an item does not tell.

    Args:
        item: the item; its own regime wins.
        debtor: whose kind and country choose the regime, and whose procedure stops interest.
        creditor: the one who claims: country, contract rate, clauses, allocation of payments.
        events: journal of the debtor (notice, free reminder); later days are left out.
        as_of: last day counted.
        payments: dated payments; those of other invoices are left out.
        rates: the user's own rates; None for the record as it is.
        with_segments: fill `segments`, which a document shows and an agenda does not.
        unmatched: the item's share of credits that are items of their own (`core.credits`): it
            lowers the base of interest from the day after its date, and what a consumer's
            indemnity goes by, never the principal.
        marks: the codes by which the notice and the first reminder go in the journal; None for
            those of the shipped policies.

    Returns:
        Amounts in the item's currency, VAT included in the principal only, interest rounded once.
    """
    code, missing = regime_for(item.regime, debtor.kind, debtor.country, creditor.country or "FR")
    credits_ = credits_of(item, payments) if payments else ()
    lent = credits_of(item, unmatched) if unmatched else ()
    refused = _refused(item, credits_, missing, as_of)
    due = item.due
    if refused is not None or due is None:
        return Claim(item.open, NIL, NIL, code, (), refused or ())
    agreed = agreed_rate(code, creditor)
    regime = regime_of(code, rates, agreed)
    span = span_of(item, due, regime, creditor, events, as_of, marks or shipped_marks())
    if debtor.procedure.kind or item.status == "insolvent":
        span = stopped(span, item, debtor.procedure)
    interest, account, unknown = _interest(item, credits_, lent, span, as_of, regime, creditor)
    fee, lost = _fee(item, credits_, lent, span, as_of, regime, creditor)
    bearing = account.bearing
    first, last = (bearing[0][1], bearing[-1][2]) if bearing else (None, None)
    withheld = (*span.withheld, *unknown, *lost, *_doubts(item, regime, creditor))
    if agreed is not None and first and last:
        withheld += floor_reasons(code, rates, agreed, first, last)
    return Claim(
        item.open + from_cents(account.settled) if account.settled else item.open,
        from_cents(interest),
        from_cents(fee),
        code,
        regime.segments_of(bearing) if with_segments else (),
        withheld,
        first,
        last,
    )


def _refused(
    item: Receivable, credits_: tuple[Credit, ...], missing: str, as_of: date
) -> Reasons | None:
    """Why an item bears nothing: () when there is nothing to say, None when it may bear."""
    open_, due = item.open, item.due
    if open_ < 0 or item.amount <= 0 or item.kind in CREDITS or not (open_ or credits_):
        return ()
    if missing:
        return (Reason(missing, {"number": item.number}),)
    if due is not None and as_of <= due:
        return ()
    if item.kind != "invoice":
        return (Reason(item.kind, {"number": item.number}),)
    if due is None or item.due_is_estimated:
        return (Reason("no_due" if due is None else "due_estimated", {"number": item.number}),)
    return None


def _interest(
    item: Receivable, credits_: tuple[Credit, ...], lent: tuple[Credit, ...], span: Span,
    as_of: date, regime: Regime, creditor: Creditor,
) -> tuple[int, Account, Reasons]:  # fmt: skip
    """Interest in cents; up to the last day with a known rate when the record ends before."""
    if span.first > span.last:
        return 0, Account(()), ()
    interest_first = creditor.allocation == "interest" and item.open > 0
    try:
        account = account_of(item, credits_, lent, span, as_of, regime, interest_first)
        return regime.interest_of(account.bearing) - account.settled, account, ()
    except UnknownValueError as fault:
        day = cast(date, fault.facts["day"])
        reason = _unknown(item, regime, span, fault)
        known = span._replace(last=day - ONE_DAY)
        interest, account, _ = _interest(item, credits_, lent, known, as_of, regime, creditor)
        return interest, account, (reason,)


def _unknown(item: Receivable, regime: Regime, span: Span, fault: UnknownValueError) -> Reason:
    if regime.code == "BE-PUB" and regime.known_until is None:
        return Reason("reminders_only", {"number": item.number})
    day = cast(date, fault.facts["day"])
    known_until = day - ONE_DAY if day > span.first else None
    return Reason(
        "rate_unknown", {"number": item.number, **fault.facts, "known_until": known_until}
    )


def _fee(
    item: Receivable, credits_: tuple[Credit, ...], lent: tuple[Credit, ...], span: Span,
    as_of: date, regime: Regime, creditor: Creditor,
) -> tuple[int, Reasons]:  # fmt: skip
    """The fixed sum in cents, whole even after part payment; none for an item paid in time.

    The contract's clause is a share of what was unpaid when it fell due, whatever came later.
    """
    unpaid = unpaid_on(item.payable_on or date.min, item, credits_, lent)
    if not span.has_fee or unpaid <= 0:
        return 0, ()
    fee, lost = law_fee(item, lent, as_of, regime, creditor)
    if lost:
        return 0, lost
    clause = clause_cents(regime.code, creditor, unpaid)
    if clause > fee:
        return clause, (Reason("clause_reducible", {"number": item.number}),)
    return fee, ()


def law_fee(
    item: Receivable, lent: tuple[Credit, ...], as_of: date, regime: Regime, creditor: Creditor
) -> tuple[int, Reasons]:
    """Return the fixed sum that the law gives for an item that owes it, in cents, or why it can't.

    A business owes it on the whole; a consumer on what is left once the item's share of the
    credits that are items of their own, `lent`, has come.
    """
    come = sum(cents for day, cents in lent if day <= as_of)
    owed = max(to_cents(item.open) - come, 0) if regime.consumer else to_cents(item.amount)
    fee = law_fee_cents(regime, creditor, owed)
    given = FEE_CURRENCIES.get(regime.country, "EUR")
    if fee and item.currency != given:
        facts = {"number": item.number, "currency": item.currency, "fee_in": given}
        return 0, (Reason(OTHER_CURRENCY, facts),)
    return fee, ()


def _doubts(item: Receivable, regime: Regime, creditor: Creditor) -> Reasons:
    """What the figures rest on and nobody has ticked: shown, and refused in letters."""
    names = regime.unconfirmed
    ticked = creditor.confirmed_facts
    if not names or regime.code in ticked or set(names) <= set(ticked):
        return ()
    facts = {"number": item.number, "regime": regime.code, "names": names}
    return (Reason("indicative" if regime.indicative else "unconfirmed", facts),)
