"""The money of a debtor and what was agreed on, with the lines of the journal that tell them.

The sheet has no number of a line: a payment is found by its value date and amount, an agreement by
its day and terms. A number tells what was noted before what, on one day too.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from sys import maxsize
from types import MappingProxyType

from .allocation import Agreed, Money
from .blocks import last_day_in_time
from .history import read
from .money import ZERO
from .notes import PREFIX
from .parse import parse_amount
from .plan import says
from .records import Case, Event, Payment, PaymentPlan, Promise, Receivable
from .setting import Setting
from .settled_by import PAYMENT, RECEIVED
from .settlements import left_of
from .told import happened_on, told

NOW = maxsize  # the number of a line that is not in the journal yet
NONE_FRESH: Mapping[int, Decimal] = MappingProxyType({})


@dataclass(slots=True)
class _Line:
    """A line of a payment, and what of it no row of the sheet has been found for."""

    event: Event
    currency: str
    left: Decimal


def received(
    case: Case, setting: Setting, lines: Sequence[Event],
    fresh: Mapping[int, Decimal] = NONE_FRESH,
) -> tuple[Money, ...]:  # fmt: skip
    """Return what came of a debtor, each sum less what settlements take of it.

    Args:
        case: the debtor, with the payments of the sheet.
        setting: whose country's banks move the money: a settlement has its last day by them.
        lines: the debtor's lines of the journal, those that another one voids too.
        fresh: by row of a payment, what of it an import has just brought.
    """
    history, numbers = read(lines), {item.number for item in of_ledger(case)}
    case = replace(case, payments=unmatched(case.payments, numbers))
    places = lines_of(case.payments, history.events)
    lefts = iter(left_of(case, setting, history))
    noted = []
    for one, number in zip(case.payments, places, strict=True):
        amount, new = one.amount if one.invoice else next(lefts).left, fresh.get(one.row, ZERO)
        money = Money(one.value_date, amount - new, one.currency, one.invoice, number)
        noted += [money, replace(money, amount=new, line=NOW)] if new else [money]
    imported = (event for event in history.events if event.step == RECEIVED and _is_in(event))
    return (*noted, *(_imported(event) for event in imported if not of_a_note(event)))


def unmatched(payments: Iterable[Payment], numbers: Collection[str]) -> tuple[Payment, ...]:
    """Return payments, those found in a payment of the export without an invoice still.

    Args:
        payments: rows of the sheet.
        numbers: the payments that an export tells as items.
    """
    return tuple(replace(one, invoice="") if one.invoice in numbers else one for one in payments)


def of_ledger(case: Case) -> list[Receivable]:
    """Return the payments that an export tells as items: those of `Règlements` are none of them."""
    found = [item for item in case.items if item.kind == "payment" and item.amount < 0]
    rows = {(one.row, one.value_date, -one.amount) for one in case.payments} if found else ()
    return [item for item in found if (item.row, item.issued, item.open) not in rows]


def of_a_note(event: Event) -> bool:
    """Tell whether an import has brought a payment of a note: its row in `Règlements` counts."""
    return event.items[:1] != () and event.items[0].startswith(PREFIX)


def _is_in(event: Event) -> bool:
    return event.direction == "in"


def _imported(event: Event) -> Money:
    amount, currency = event.document.split()[:2]
    return Money(event.day, parse_amount(amount), currency, event.items[0], event.number)


def lines_of(payments: Sequence[Payment], events: Iterable[Event]) -> list[int]:
    """Return the number of the line that tells each payment of a debtor, 0 where none does.

    What a payment was split into has one line.

    Args:
        payments: rows of the sheet, those of other debtors too.
        events: the debtor's lines that hold.
    """
    lines = [*_payment_lines(events)]
    numbers = []
    for one in payments:
        line = _closest(lines, one)
        if line:
            line.left -= one.amount
        numbers.append(line.event.number if line else 0)
    return numbers


def _closest(lines: Iterable[_Line], payment: Payment) -> _Line | None:
    """The line that tells a payment: of its own invoice, else of what is left of an amount."""

    def unlike(line: _Line) -> tuple[bool, bool, int]:
        is_other = line.event.items[:1] != (payment.invoice,)
        return is_other, line.left != payment.amount, line.event.number

    return min((line for line in lines if _may_tell(line, payment)), key=unlike, default=None)


def _payment_lines(events: Iterable[Event]) -> Iterator[_Line]:
    for event in events:
        if event.step == PAYMENT and _is_in(event) and event.document:
            amount, _, currency = told(event.document)[0].partition(" ")
            yield _Line(event, currency, parse_amount(amount))


def _may_tell(line: _Line, payment: Payment) -> bool:
    if line.event.debtor != payment.debtor or line.left < payment.amount:
        return False
    return (happened_on(line.event), line.currency) == (payment.value_date, payment.currency)


def promised(
    promises: Sequence[Promise], lines: Sequence[Event], setting: Setting
) -> tuple[Agreed, ...]:
    """Return promises of a debtor as what is agreed on, each with the number of its line.

    The day of each is the last on which its money comes in time.
    """
    events = [one for one in read(lines).events if one.step == "promise" and _is_in(one)]
    found = []
    for promise in promises:
        line = next((one for one in events if _says(promise, one)), None)
        if line:
            events.remove(line)
        found.append(
            Agreed(
                last_day_in_time(promise.by, setting), promise.amount, promise.made_on,
                promise.items, promise.currency, is_promise=True, line=line.number if line else 0,
            )
        )  # fmt: skip
    return tuple(found)


def _says(promise: Promise, line: Event) -> bool:
    words = line.document.split()[::2]
    same = (line.day, set(line.items)) == (promise.made_on, set(promise.items))
    return same and words == [f"{promise.amount:.2f}", str(promise.by)]


def instalments_of(
    plan: PaymentPlan, currency: str, lines: Sequence[Event], setting: Setting
) -> tuple[Agreed, ...]:
    """Return the instalments of a plan as what is agreed on, with the number of its line.

    The day of each is the last on which its money comes in time. A plan that was edited since is
    told by the last plan of its day about its items.
    """
    events = [
        one
        for one in read(lines).events
        if one.step == "plan" and _is_in(one) and one.day == plan.agreed_on
        if set(plan.items) <= set(one.items)
    ]
    exact = [one for one in events if says(plan, one)] or events
    number = max((one.number for one in exact), default=0)
    return tuple(
        Agreed(
            last_day_in_time(line.day, setting), line.amount, plan.agreed_on, plan.items, currency,
            line=number,
        )
        for line in plan.instalments
    )  # fmt: skip
