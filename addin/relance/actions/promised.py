"""What a promise is about: late items of one debtor in one currency, and what is owed on them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from ..core.blocks import doubted, planned
from ..core.errors import BadArgumentError, NothingToRecordError
from ..core.findings import Reason
from ..core.history import History, read
from ..core.money import ZERO
from ..core.netting import free_items, shares_on
from ..core.question import policy_of
from ..core.records import Case, Receivable
from ..core.setting import Setting
from ..core.settlements import agreements, settled
from ..core.standing import claim_of, paid_on_notes
from ..wording.labels import label
from .currencies import currencies, named_currency, only_currency
from .record import late_items, no_such_invoice

NOT_OURS = ("closed", "assigned")  # statuses of what the debtor no longer owes us
FAR_ABOVE = 2  # times what is owed
FAR_AHEAD = timedelta(days=365)


def promised_items(
    case: Case, setting: Setting, day: date, invoices: Collection[str] = (), currency: str = ""
) -> tuple[Receivable, ...]:
    """Return the items that a promise is about, all in one currency.

    Args:
        case: who promises.
        setting: creditor and policies.
        day: the day of the promise.
        invoices: the numbers of those it is about; none for all that is late, or for all that is
            owed when nothing is late. What is in another agreement, refused or in dispute is left
            out.
        currency: the one of the promise; "" when the items have only one.

    Raises:
        UnknownInvoiceError: the debtor has no open item of that number.
        BadArgumentError: an invoice is not due, not owed to us or in another agreement, or all
            are; all are in dispute and none is named; several currencies and none named, or
            none of the items is in the one that is.
        NothingToRecordError: nothing is owed.
    """
    items = candidates(case, setting, day, invoices, named_currency(currency))
    only_currency(currencies(items))
    return items


def candidates(
    case: Case, setting: Setting, day: date, invoices: Collection[str] = (), currency: str = ""
) -> tuple[Receivable, ...]:
    """Return what a promise may be about, in all currencies or in one. Raises as the other."""
    if invoices:
        credits_ = {
            item.number for item in case.items if item.open < 0
        }  # netted whoever names them
        numbers = (number for number in dict.fromkeys(invoices) if number not in credits_)
        owed = [_named(case, number, day) for number in numbers]
    else:
        owed = _owed(case)
    if not owed:
        raise NothingToRecordError(reason="call", debtor=case.debtor.code)
    found = [item for item in owed if currency in ("", item.currency)]
    if not found:
        raise BadArgumentError(
            reason="currency_not_owed", argument="currency", value=currency,
            currencies=currencies(owed),
        )  # fmt: skip
    if not invoices:
        found = _all_late(found, case, day)
    free = _in_no_agreement(found, case, setting, day, named=bool(invoices))
    return free if invoices else _in_no_dispute(free, case, day)


def _in_no_dispute(
    items: Sequence[Receivable], case: Case, day: date
) -> tuple[Receivable, ...]:  # fmt: skip
    """Leave out what is refused or in dispute: whoever contests it has to say that they pay it.

    Raises:
        BadArgumentError: there is no other.
    """
    in_doubt = _doubted(items, case, day)
    free = tuple(item for item in items if item.number not in in_doubt)
    if not free:
        raise BadArgumentError(
            reason="promise_in_dispute", argument="invoice", value=", ".join(in_doubt)
        )
    return free


def _doubted(items: Iterable[Receivable], case: Case, day: date) -> tuple[str, ...]:
    history = _until(case, day)
    return tuple(item.number for item in items if doubted(item, case, history, day))


def disputes_left_out(
    case: Case, items: Sequence[Receivable], day: date
) -> tuple[Reason, ...]:  # fmt: skip
    """Return which invoices in dispute a promise that names none has left out.

    Args:
        case: who promises.
        items: what the promise is about, in one currency.
        day: the day of the promise.
    """
    taken, currency = {item.number for item in items}, items[0].currency
    late = (item for item in _all_late(_owed(case), case, day) if item.currency == currency)
    numbers = _doubted((item for item in late if item.number not in taken), case, day)
    return (Reason("promise_but_disputed", {"numbers": numbers}),) if numbers else ()


def _owed(case: Case) -> list[Receivable]:
    return [item for item in case.items if item.open > 0 and item.status not in NOT_OURS]


def _all_late(items: list[Receivable], case: Case, day: date) -> list[Receivable]:
    """What is late of some items, or all of them when nothing is."""
    late = set(late_items(case, day))
    return [item for item in items if item.number in late] or items


def _in_no_agreement(
    items: Sequence[Receivable], case: Case, setting: Setting, day: date, *, named: bool
) -> tuple[Receivable, ...]:
    """Leave out what is in a plan that runs, or in a settlement that runs or was kept.

    Two agreements would contradict each other.

    Raises:
        BadArgumentError: a person has named such an item, or there is no other.
    """
    policy = policy_of(case, setting)
    found = agreements(case, setting, policy, _until(case, day), day)
    held = {
        item.number: settled(item, found) or planned(item, case, setting, policy, day)
        for item in items
    }
    free = tuple(item for item in items if held[item.number] is None)
    first = next(((number, one) for number, one in held.items() if one), None)
    if first and (named or not free):
        number, why = first
        reason = "promise_planned" if why.code == "planned" else "promise_settled"
        raise BadArgumentError(
            reason=reason, argument="invoice", value=number, agreed_on=why.facts["agreed_on"],
            debtor=case.debtor.code,
        )  # fmt: skip
    return free


def _until(case: Case, day: date) -> History:
    return read(event for event in case.events if event.day <= day)


def _named(case: Case, number: str, day: date) -> Receivable:
    known = (item for item in case.items if item.number == number and item.open > 0)
    item = next(known, None)
    if item is None:
        raise no_such_invoice(case.debtor.code, number, case.items)
    if item.status in NOT_OURS:
        raise BadArgumentError(
            reason="promise_not_ours",
            argument="invoice",
            value=number,
            status=label("status", item.status),
        )
    if item.payable_on and item.payable_on > day:
        raise BadArgumentError(
            reason="promise_not_due", argument="invoice", value=number, due=item.payable_on
        )
    return item


def owed_on(case: Case, items: Sequence[Receivable], day: date, setting: Setting) -> Decimal:
    """Return what is owed on some items, net of the debtor's credits in their currency.

    What a settlement about other items has taken of a credit is not netted again.
    """
    free = free_items(case, setting, day, [item.number for item in items])
    credits_ = [item for item in free if item.open < 0 and item.currency == items[0].currency]
    return max(sum((item.open for item in (*items, *credits_)), ZERO), ZERO)


def promise_doubts(
    case: Case, items: Sequence[Receivable], amount: Decimal, by: date, day: date, setting: Setting
) -> tuple[Reason, ...]:
    """Return what makes a promise look like a slip of the hand; a person decides.

    Args:
        case: who promises.
        items: what the promise is about, in one currency.
        amount: what is promised.
        by: for which day.
        day: the day of the entry.
        setting: creditor and rates: what is due beside the principal may be promised too.
    """
    owed = owed_on(case, items, day, setting)
    facts = {"amount": amount, "owed": owed, "currency": items[0].currency}
    found = []
    if amount > FAR_ABOVE * owed:
        found.append(Reason("promise_high", facts))
    elif amount > (total := owed + _accessories(case, items, by, setting)):
        found.append(Reason("promise_above", facts | {"total": total}))
    if by > day + FAR_AHEAD:
        found.append(Reason("promise_far", {"by": by}))
    return tuple(found)


def _accessories(case: Case, items: Iterable[Receivable], by: date, setting: Setting) -> Decimal:
    """The interest and fixed sums that some items may bear on the promised day."""
    history = read(case.events)
    shares = shares_on(case, setting, history, by)
    paid = paid_on_notes(case, setting, history, by)
    claims = [claim_of(item, case, setting, history, by, False, shares, paid) for item in items]
    return sum((claim.interest + claim.fee for claim in claims), ZERO)
