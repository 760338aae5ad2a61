"""What is left of a debtor's credits once settlements have taken their part: each counts once.

A settlement that holds has been agreed on net of some credits, and waits for money that may come
without an invoice. A reminder of other invoices nets the rest alone; once it has lapsed it takes
nothing, and all of them are free again.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from .credits import Shares, spread
from .history import History, read
from .journal import last_day
from .money import ZERO
from .question import policy_of
from .records import Case, Event, Receivable
from .setting import Setting
from .settlements import SETTLEMENT, Agreement, agreements, freed


def shares_of(case: Case, found: Collection[Agreement], as_of: date) -> Shares:
    """Return what credits take off each late item, those of a settlement off its items alone."""
    ours = [
        (replace(share.credit, amount=-share.amount, paid=ZERO), one.settlement.items)
        for one in found
        for share in one.used
    ]
    free = replace(case, items=tuple(freed(case.items, found))) if ours else case
    return spread(free, as_of, ours)


def shares_on(case: Case, setting: Setting, history: History, as_of: date) -> Shares:
    """Return what credits take off each late item on a day, by what the journal told until then.

    It costs as much as all that it is about: who asks about several items asks this once.

    Args:
        case: the debtor.
        setting: how far the bank data go.
        history: the debtor's, up to that day or to one of later.
        as_of: the day.
    """
    return shares_of(case, _agreed_on(case, setting, history.lines, as_of), as_of)


def free_items(
    case: Case, setting: Setting, as_of: date | None = None, about: Collection[str] = ()
) -> tuple[Receivable, ...]:  # fmt: skip
    """Return the items of a case, each credit less what settlements have used of it.

    Args:
        case: the debtor.
        setting: how far the bank data go.
        as_of: the day; None for the last one of the debtor's lines that hold.
        about: the numbers of what is asked for: what a settlement nets of them is netted.
    """
    day = as_of or last_day(case.events)
    found = _agreed_on(case, setting, case.events, day) if day else ()
    others = [one for one in found if set(about).isdisjoint(one.settlement.items)]
    return tuple(freed(case.items, others)) if others else case.items


def _agreed_on(
    case: Case, setting: Setting, events: Sequence[Event], as_of: date
) -> tuple[Agreement, ...]:
    """Where the settlements of a debtor stand on a day, at no cost when there are none."""
    if not any(event.step == SETTLEMENT for event in events):
        return ()
    history = read(event for event in events if event.day <= as_of)
    return agreements(case, setting, policy_of(case, setting), history, as_of)
