"""What a person agrees to in a settlement, and what refuses it: a day, a sum, a currency."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..core.beside import beside
from ..core.blocks import doubted, planned
from ..core.errors import BadArgumentError
from ..core.history import read
from ..core.question import policy_of
from ..core.records import Case, Decision, Receivable, Totals
from ..wording.labels import label
from .currencies import currencies, named_currency, only_currency
from .desk import Desk
from .promised import FAR_AHEAD
from .record import check_amount, no_such_invoice

# Statuses of what enters a settlement only when it is named; one in dispute may have no status.
NAMED_ONLY = ("refused", "on_hold", "doubtful")


@dataclass(frozen=True, slots=True)
class Deal:
    """What a person has agreed to.

    `said_in` is the currency that the amount was written with, `currency` the one that was
    chosen; "" when nobody said.
    """

    amount: Decimal
    by: date
    invoices: Collection[str] = ()
    currency: str = ""
    said_in: str = ""
    by_post: bool = False
    insurer_agreed: bool = False


def check_deal(desk: Desk, as_of: date, debtor: str, deal: Deal) -> None:
    """Refuse what fits no settlement, whatever is owed.

    Raises:
        UnknownDebtorError: no such debtor.
        BadArgumentError: a day that is past or far, a sum that is none, a credit insurer who has
            not agreed.
    """
    insured = desk.debtor(debtor).insurance
    if not as_of <= deal.by <= as_of + FAR_AHEAD:
        reason = "settlement_past" if deal.by < as_of else "settlement_far"
        raise BadArgumentError(reason=reason, argument="by", value=deal.by, day=as_of)
    check_amount(deal.amount)
    if insured and not deal.insurer_agreed:
        raise BadArgumentError(
            reason="settlement_insured", argument="insurer_agreed", value=debtor
        )  # fmt: skip


def decided(desk: Desk, case: Case, as_of: date, deal: Deal) -> Decision:
    """Return what a settlement would be about, or why there would be none.

    Raises:
        UnknownInvoiceError: the debtor has no open invoice of that number.
        BadArgumentError: an invoice that is not late, not ours or in a plan, one in dispute or
            held that nobody has named, or a currency that is not theirs.
    """
    whole = _decided(desk, case, as_of, deal)
    if whole.blocked_by:
        return whole
    numbers = _named(case, whole, deal)
    found = _decided(desk, case, as_of, deal, _currency(whole, numbers, deal), numbers)
    _check_no_plan(desk, case, found)
    if not numbers:
        _check_none_held(case, found)
    return found


def _decided(
    desk: Desk, case: Case, as_of: date, deal: Deal, currency: str = "",
    numbers: Collection[str] = (),
) -> Decision:  # fmt: skip
    return beside(
        "settlement", case, desk.setting, as_of, by_post=deal.by_post, currency=currency,
        numbers=numbers,
    )  # fmt: skip


def disputed(case: Case, found: Decision) -> tuple[str, ...]:
    """Return the invoices of a settlement that are in dispute, noted or said on the telephone."""
    history = read(event for event in case.events if event.day <= found.as_of)
    items = (line.item for line in found.demanded)
    return tuple(one.number for one in items if doubted(one, case, history, found.as_of))


def _check_none_held(case: Case, found: Decision) -> None:
    """Refuse what is in dispute, suspended or doubtful unless a person names it.

    Whether an agreement ends what holds an invoice is theirs to say, and nothing is left out of
    the sum that they have agreed on without a word.
    """
    numbers = tuple(line.item.number for line in found.demanded)
    held = {line.item.number: line.item.status for line in found.demanded}
    why = {number: status for number, status in held.items() if status in NAMED_ONLY}
    why |= {one: "disputed" for one in disputed(case, found) if held[one] != "refused"}
    if why:
        said = [f"{one} ({label('status', why[one])})" for one in numbers if one in why]
        raise BadArgumentError(
            reason="settlement_held", argument="invoice", value=", ".join(said),
            numbers=numbers,
        )  # fmt: skip


def _check_no_plan(desk: Desk, case: Case, found: Decision) -> None:
    """Refuse what a payment plan that runs is about: two agreements would contradict each other."""
    policy = policy_of(case, desk.setting)
    for line in found.demanded:
        plan = planned(line.item, case, desk.setting, policy, found.as_of)
        if plan:
            raise BadArgumentError(
                reason="settlement_planned", argument="invoice", value=line.item.number,
                agreed_on=plan.facts["agreed_on"],
            )  # fmt: skip


def _named(case: Case, whole: Decision, deal: Deal) -> tuple[str, ...]:
    """The numbers of the invoices that were named, each of them late and ours to give."""
    free = {line.item.number for line in whole.demanded}
    numbers = tuple(dict.fromkeys(deal.invoices))
    for number in numbers:
        owed = [item for item in case.items if item.number == number and item.open > 0]
        if not owed:
            raise no_such_invoice(case.debtor.code, number, case.items)
        if number not in free:
            raise _refused(owed[0], whole.as_of)
    return numbers


def _refused(item: Receivable, as_of: date) -> BadArgumentError:
    """Why an invoice can't be in a settlement: not late, or not to be paid by the debtor."""
    if item.payable_on and item.payable_on >= as_of:
        return BadArgumentError(
            reason="settlement_not_late", argument="invoice", value=item.number,
            due=item.payable_on,
        )  # fmt: skip
    return BadArgumentError(
        reason="settlement_not_ours", argument="invoice", value=item.number,
        status=label("status", item.status),
    )  # fmt: skip


def _currency(whole: Decision, numbers: Collection[str], deal: Deal) -> str:
    """The one currency of a settlement: the one chosen, that of the sum, or the only one owed."""
    lines = [line for line in whole.demanded if not numbers or line.item.number in numbers]
    owed = currencies([line.item for line in lines])
    chosen = named_currency(deal.currency)
    code = chosen or deal.said_in or only_currency(owed)
    if deal.said_in not in ("", code):
        raise BadArgumentError(
            reason="settlement_sum_in", argument="amount", value=deal.said_in, currency=code
        )
    other = [line.item for line in lines if numbers and line.item.currency != code]
    if code not in owed or other:
        raise BadArgumentError(
            reason="settlement_currency", argument="currency", value=code, currencies=owed
        )
    return code


def check_sum(sums: Totals, amount: Decimal) -> None:
    """Refuse a settlement that gives nothing up: a part of the principal, or what the law adds.

    Raises:
        BadArgumentError: the sum is what is owed, or more (facts: owed, extras, total).
    """
    extras = sums.interest + sums.fee
    facts = {
        "argument": "amount", "amount": amount, "owed": sums.claim, "extras": extras,
        "total": sums.total, "currency": sums.currency,
    }  # fmt: skip
    if sums.claim <= 0:
        raise BadArgumentError(reason="settlement_covered", **facts)
    if amount >= sums.total:
        reason = "settlement_with_extras" if extras > 0 else "settlement"
        raise BadArgumentError(reason=reason, **facts)
