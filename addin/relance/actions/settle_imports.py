"""What the payments of an import do to promises and plans."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ..core.allocation import Money
from ..core.matching import Part
from ..core.money import ZERO
from ..core.question import policy_of
from ..core.received import NOW, lines_of
from ..core.records import Event, Payment, Receivable
from ..core.settlements import agreed, agreements, freed
from .desk import Desk
from .lines import RECEIVED
from .settling import came, imported_credits, settle_agreed


def settle_imported(
    before: Desk, desk: Desk, matched: Mapping[tuple[str, str], Decimal], known: Iterable[Part],
    day: date, entered_at: str,
) -> None:  # fmt: skip
    """Fill plans and promises with the payments that an import has brought.

    Args:
        before: the workbook as it was read before the import.
        desk: the workbook as it is read after it.
        matched: by debtor and number, what was noted by hand before: it is no new money.
        known: the parts of it whose rows a row of the export has taken the place of.
        day: the day of the import.
        entered_at: the moment of the entry.
    """
    paid = {item.row: item.paid for item in before.receivables}
    new = _new_payments(before, desk)
    touched = dict.fromkeys([*(debtor for debtor, _ in matched), *(one.debtor for one in new)])
    planned = dict.fromkeys(one.debtor for one in before.plans if one.debtor in before.debtors)
    had = {debtor: _credits(before, debtor, day) for debtor in planned}
    has = {debtor: _credits(desk, debtor, day) for debtor in planned}
    touched |= dict.fromkeys(debtor for debtor in planned if had[debtor] != has[debtor])
    gone = _gone(before, desk)
    own = [(part.payment.debtor, _in_its_place(before, part)) for part in known]
    fresh: dict[int, Decimal] = {}
    logged: list[tuple[Receivable, Decimal]] = []
    for item in desk.receivables:
        growth = item.paid - paid.get(item.row, item.paid)
        growth -= matched.get((item.debtor, item.number), ZERO)
        if growth <= 0 or item.amount <= 0:
            continue
        touched[item.debtor] = None
        rest = growth
        rows = [one for one in new if (one.debtor, one.invoice) == (item.debtor, item.number)]
        for one in rows:
            fresh[one.row] = min(rest, one.amount)
            rest -= fresh[one.row]
        if rest > 0 and _waits(desk, item):
            logged.append((item, rest))
        elif rest > 0:
            account = (item.debtor, item.currency)
            found = min(rest, gone.get(account, ZERO))  # a credit that it was matched with
            gone[account] = gone.get(account, ZERO) - found
            rest -= found
            own.append((item.debtor, Money(day, rest, item.currency, item.number, NOW)))
    old = replace(desk, payments=before.payments)
    came_before = {debtor: came(old, debtor) for debtor in touched}
    for item, amount in logged:
        _log_received(desk, item, amount, day, entered_at)
    for debtor in touched:
        beside = [money for whose, money in own if whose == debtor]
        then = (*came_before[debtor], *had.get(debtor, ()))
        now = came(desk, debtor, fresh=fresh)
        settle_agreed(desk, debtor, then, now, (*beside, *has.get(debtor, ())))


def _credits(desk: Desk, debtor: str, day: date) -> list[Money]:
    """The payments that an export tells as items, less what settlements and rows have of them.

    They pay instalments, and keep no promise: nothing but the export tells them.
    """
    case = desk.case(debtor)
    history, policy = desk.history_of(debtor), policy_of(case, desk.setting)
    free = freed(
        imported_credits(desk, debtor), agreements(case, desk.setting, policy, history, day)
    )
    found = []
    for item in free:
        noted = [one for one in desk.payments if (one.debtor, one.invoice) == _key(item)]
        amount = -item.open - sum((one.amount for one in noted), ZERO)
        if amount > 0:
            found.append(Money(item.issued or day, amount, item.currency, line=NOW))
    return found


def _gone(before: Desk, desk: Desk) -> dict[tuple[str, str], Decimal]:
    """By debtor and currency, the payments among the items that the export has no more."""
    held = {item.row for item in desk.receivables if item.status == "on_hold"}
    gone: dict[tuple[str, str], Decimal] = {}
    for item in before.receivables:
        if item.kind == "payment" and item.status == "open" and item.row in held:
            account = (item.debtor, item.currency)
            gone[account] = gone.get(account, ZERO) - item.open
    return gone


def _key(item: Receivable) -> tuple[str, str]:
    return item.debtor, item.number


def _in_its_place(before: Desk, part: Part) -> Money:
    """A payment noted by hand, on the invoice where the export tells it."""
    one = part.payment
    lines = lines_of(before.payments, before.history_of(one.debtor).events)
    place = lines[before.payments.index(one)]
    return Money(one.value_date, part.amount, one.currency, part.number, place)


def _waits(desk: Desk, item: Receivable) -> bool:
    """Tell whether a promise or a settlement waits for money in the currency of an item."""
    promised = any(
        (one.debtor, one.kept, one.currency) == (item.debtor, None, item.currency)
        for one in desk.promises
    )
    return promised or any(item.number in one.items for one in agreed(desk.history_of(item.debtor)))


def _new_payments(before: Desk, desk: Desk) -> list[Payment]:
    known = {one.row for one in before.payments}
    return [one for one in desk.payments if one.row not in known]


def _log_received(
    desk: Desk, item: Receivable, amount: Decimal, day: date, entered_at: str
) -> None:
    event = Event(
        number=0, day=day, debtor=item.debtor, items=(item.number,), step=RECEIVED, direction="in",
        outcome="done", document=f"{amount:.2f} {item.currency}", entered_at=entered_at,
    )  # fmt: skip
    desk.ledger.log(event)
