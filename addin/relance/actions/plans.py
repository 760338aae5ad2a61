"""The payment plans of the sheet: the one that a line tells, and those that another replaces.

A debtor who has agreed to a new plan follows that one alone: rows of the old one would count the
debt twice, and a reminder would say that it was not kept.
"""

from collections.abc import Collection, Sequence
from datetime import date

from ..core.beside import runs
from ..core.currency import MAIN_CURRENCY
from ..core.history import valid_events
from ..core.money import ZERO
from ..core.plan import days_replaced, own_terms, says
from ..core.records import Event, PaymentPlan
from ..wording.labels import label
from ..workbook import schema
from .clearing import clear
from .desk import Desk
from .lines import PLAN
from .settling import fill


def plans_replaced(
    desk: Desk, debtor: str, items: Collection[str], currency: str
) -> list[PaymentPlan]:
    """Return the plans that a new one about some items takes the place of, as the sheet has them.

    One that was missed is among them; one that names no item is about the main currency.
    """
    return [
        one
        for one in _in_order(desk, debtor)
        if not one.cancelled and runs(one)
        if (_shares(one, items) if one.items else currency == MAIN_CURRENCY)
    ]


def cancel_replaced(desk: Desk, event: Event) -> None:
    """Cancel the rows of the plans that a line replaces, paid ones too: no payment moves them."""
    if not days_replaced(event.document):
        return
    old = plans_replaced(desk, event.debtor, event.items, event.document.split()[1])
    rows = [line.row for one in old for line in one.instalments]
    state = label("plan_state", "cancelled")
    desk.book.write(schema.PLANS.table, schema.PLANS.heading("state"), dict.fromkeys(rows, state))


def plans_told(desk: Desk, event: Event) -> list[PaymentPlan]:
    """Return the plan that a line tells; those that may be it once its rows were edited."""
    of_day = [
        one
        for one in _in_order(desk, event.debtor)
        if one.agreed_on == event.day and set(one.items) <= set(event.items)
    ]
    lines = [
        line
        for line in valid_events(desk.events_of(event.debtor))
        if line.step == PLAN and line.direction == "in" and line.day == event.day
    ]
    exact = [one for one in of_day if says(one, event)]
    if exact:  # plans alike, noted one after the other: their rows are in the order of their lines
        said = own_terms(event.document)
        later = [one for one in lines if one.number > event.number]
        alike = sum(own_terms(one.document) == said for one in later)
        return [exact[max(len(exact) - 1 - alike, 0)]]
    return [one for one in of_day if not any(says(one, line) for line in lines)]


def days_taken_over(desk: Desk, plan: PaymentPlan) -> tuple[date, ...]:
    """Return on which earlier days the plans were agreed on that a plan has taken the place of.

    One of the day itself was never another day's agreement; a plan typed into the sheet has no
    line, and replaces none.
    """
    for line in reversed(valid_events(desk.events_of(plan.debtor))):
        if line.step == PLAN and line.direction == "in" and plans_told(desk, line) == [plan]:
            days = sorted(set(days_replaced(line.document)))
            return tuple(day for day in days if day < plan.agreed_on)
    return ()


def plans_back(desk: Desk, event: Event) -> list[PaymentPlan]:
    """Return the plans that run again once the line of the one that replaced them is reversed.

    None does when that one was cancelled or replaced in its turn: what came after it holds.
    """
    told = plans_told(desk, event)
    if len(told) != 1 or told[0].cancelled:
        return []
    old = [
        one
        for one in _in_order(desk, event.debtor)
        if one.cancelled and _row(one) < _row(told[0])
        if not one.items or _shares(one, event.items)
    ]
    found: list[PaymentPlan] = []
    for day in days_replaced(event.document):
        found += [one for one in old if one.agreed_on == day and one not in found][-1:]
    return found


def take_back_plan(desk: Desk, event: Event) -> bool:
    """Empty the rows of a plan that was reversed; what it replaced runs again, with its money.

    Returns:
        False when its rows, or those of what it replaced, can't be found.
    """
    told = plans_told(desk, event)
    if len(told) != 1:
        return False
    (gone,), back = told, plans_back(desk, event)
    clear(desk.book, schema.PLANS, [line.row for line in gone.instalments])
    _resume(desk, back)
    paid = sum((line.paid for line in gone.instalments), ZERO)
    if back and paid > 0:
        fill(desk, [line for one in back for line in one.instalments], paid)
    return gone.cancelled or len(back) == len(days_replaced(event.document))


def _resume(desk: Desk, back: Sequence[PaymentPlan]) -> None:
    states = {
        line.row: label("plan_state", "paid" if line.paid >= line.amount else "due")
        for one in back
        for line in one.instalments
    }
    desk.book.write(schema.PLANS.table, schema.PLANS.heading("state"), dict(states))


def _in_order(desk: Desk, debtor: str) -> list[PaymentPlan]:
    return sorted((one for one in desk.plans if one.debtor == debtor), key=_row)


def _row(plan: PaymentPlan) -> int:
    return plan.instalments[0].row


def _shares(plan: PaymentPlan, items: Collection[str]) -> bool:
    return not set(plan.items).isdisjoint(items)
