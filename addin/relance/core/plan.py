"""Payment plans (échéanciers): equal monthly instalments whose sum is exact.

>>> [str(line.amount) for line in instalments(Decimal(100), 3, date(2026, 1, 31))]
['33.33', '33.33', '33.34']

The journal tells a plan in the document field, inside the hash, and on which days those that it
replaces were agreed on:

>>> said = plan_terms(Decimal(1200), "EUR", 4, date(2026, 12, 5), [date(2026, 11, 28)])
>>> said
'1200.00 EUR 4 2026-12-05 / 2026-11-28'
>>> own_terms(said)
'1200.00 EUR 4 2026-12-05'
>>> days_replaced(said)
(datetime.date(2026, 11, 28),)
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .errors import BadArgumentError
from .money import ZERO, from_cents, to_cents
from .months import add_months
from .records import Event, PaymentPlan

MONTHS_A_YEAR = 12
MOST = 600  # lines: a bound on the work, not a rule
_REPLACES = " / "


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One instalment: its interest is within `amount`; `balance` is what is left after it."""

    number: int
    day: date
    amount: Decimal
    balance: Decimal


def plan_terms(
    owed: Decimal, currency: str, count: int, first: date, replaces: Iterable[date] = ()
) -> str:
    """Return how the journal tells a plan, and the days of those that it replaces."""
    terms = f"{owed:.2f} {currency} {count} {first}"
    days = " ".join(str(day) for day in replaces)
    return f"{terms}{_REPLACES}{days}" if days else terms


def own_terms(document: str) -> str:
    """Return what the document field of a plan tells of the plan itself."""
    return document.partition(_REPLACES)[0]


def days_replaced(document: str) -> tuple[date, ...]:
    """Return the days on which the plans that a plan replaces were agreed on, one a plan."""
    return tuple(date.fromisoformat(day) for day in document.partition(_REPLACES)[2].split())


def says(plan: PaymentPlan, event: Event) -> bool:
    """Tell whether a line says a plan; the sheet has no currency, so the line's own is taken."""
    words = own_terms(event.document).split()
    owed = sum((line.amount for line in plan.instalments), ZERO)
    first = plan.instalments[0].day
    return words == [f"{owed:.2f}", *words[1:2], str(len(plan.instalments)), str(first)]


def instalments(
    amount: Decimal,
    n: int | None,
    first_date: date,
    rate: Decimal = ZERO,
    payment: Decimal | None = None,
) -> tuple[PlanLine, ...]:
    """Return the lines of a plan; the last one takes the remainder.

    Args:
        amount: what is owed, VAT included, positive.
        n: number of instalments; None lets `payment` decide.
        first_date: day of the first one; the others keep its day number, or the month's last.
        rate: yearly rate, a fraction; each month bears a twelfth of it on the balance.
        payment: instalment wanted, instead of equal ones.

    Raises:
        BadArgumentError: nothing to pay, no line, too many, or a payment that does not fit.
    """
    cents = to_cents(amount)
    _check(cents, n, rate, payment)
    monthly = rate / MONTHS_A_YEAR
    wanted = _equal(cents, n or 1, monthly) if payment is None else to_cents(payment)
    lines: list[PlanLine] = []
    for paid, balance in _paid(cents, n, monthly, wanted):
        day = _day(first_date, len(lines))
        lines.append(PlanLine(len(lines) + 1, day, from_cents(paid), from_cents(balance)))
    return tuple(lines)


def _paid(cents: int, n: int | None, monthly: Decimal, wanted: int) -> Iterator[tuple[int, int]]:
    """Yield each payment and the balance after it, in cents; only the last one ends the debt."""
    balance = cents
    for number in range(1, MOST + 1):
        interest = to_cents(from_cents(balance) * monthly)
        if number == n or (n is None and balance + interest <= wanted):
            yield balance + interest, 0
            return
        balance += interest - wanted
        if balance <= 0 or wanted <= interest:
            break
        yield wanted, balance
    raise BadArgumentError(argument="payment", value=from_cents(wanted))


def _check(cents: int, n: int | None, rate: Decimal, payment: Decimal | None) -> None:
    if cents <= 0:
        raise BadArgumentError(argument="amount", value=from_cents(cents))
    if (n is None and payment is None) or (n is not None and not 1 <= n <= min(MOST, cents)):
        raise BadArgumentError(argument="instalments", value="" if n is None else n)
    if not 0 <= rate < 1:
        raise BadArgumentError(argument="rate", value=rate)
    if payment is not None and to_cents(payment) <= 0:
        raise BadArgumentError(argument="payment", value=payment)


def _equal(cents: int, n: int, monthly: Decimal) -> int:
    """A share without interest (rounded down, so that the last is never empty), else an annuity."""
    if not monthly:
        return cents // n
    annuity = from_cents(cents) * monthly / (1 - (1 + monthly) ** -n)
    return to_cents(annuity)


def _day(first: date, months: int) -> date:
    try:
        return add_months(first, months)
    except ValueError as fault:
        raise BadArgumentError(argument="first_date", value=first) from fault
