"""Where each item of a case stands: position, next step and its day, what it may bear.

The rule is `core.steps`; what only a journal knows is in `core.waiting`.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from .balances import is_balance, next_call
from .blocks import announced, item_blocks, waited_for
from .claim import claim
from .credits import Shares
from .findings import Reason, distinct, present
from .history import History
from .money import ZERO
from .netting import netted_by, shares_of, shares_on, taken_by
from .notes import names_a_note, notes_of, paid_extras, without
from .policy import Policy, Step
from .position import handed_over, journal_position, position_of_item
from .records import Case, Claim, Line, Receivable
from .setting import Setting
from .settlements import Agreement, agreements, freed, settled
from .step_blocks import step_block
from .steps import NOTHING_DONE, first_call_day, upcoming
from .stray import strays
from .waiting import Granted, granted_delay

NO_PLACE = -1


class Standing(NamedTuple):
    """One item on a day: `place` of its next step in the policy, and why it may not go on.

    `granted` is the delay that a notice or a free reminder of ours leaves. `held` are the reasons
    that hold the item whatever the step; `soft` holds this step only. `used` is what agreements
    take of a credit, negative as it is: no reminder nets it.
    """

    item: Receivable
    open: Decimal
    claim: Claim
    days_overdue: int
    position: int = NOTHING_DONE
    position_date: date | None = None
    place: int = NO_PLACE
    next_date: date | None = None
    granted: Granted | None = None
    why: str = "no_step"
    held: tuple[Reason, ...] = ()
    soft: Reason | None = None
    used: Decimal = ZERO

    @property
    def hard(self) -> Reason | None:
        """The first reason that holds the item whatever the step, which is said of it."""
        return self.held[0] if self.held else None

    def is_held_but_by(self, codes: Collection[str]) -> bool:
        """Tell whether something else than these reasons holds the item whatever the step."""
        return any(reason.code not in codes for reason in self.held)

    def is_due(self, as_of: date) -> bool:
        """Tell whether the next step is to be done on that day."""
        return self.next_date is not None and as_of >= self.next_date

    def waits(self, as_of: date) -> bool:
        """Tell whether a delay that we have granted is not over."""
        return self.granted is not None and as_of < self.granted.free

    @property
    def is_free_and_late(self) -> bool:
        """Tell whether the item is late and nothing holds it whatever the step."""
        return self.open > 0 and self.days_overdue > 0 and self.hard is None

    def asked_line(self, policy: Policy, demanded: bool) -> Line:
        """Return the standing as a line of what asks for money: a credit less what is used."""
        line = self.line(policy, demanded)
        if not self.used:
            return line
        return replace(line, item=replace(self.item, amount=self.open - self.used, paid=ZERO))

    def line(self, policy: Policy, demanded: bool) -> Line:
        """Return the standing as a line of a decision."""
        steps = policy.steps
        return Line(
            item=self.item,
            claim=self.claim,
            days_overdue=self.days_overdue,
            position=steps[self.position].code if self.position > NOTHING_DONE else "",
            position_date=self.position_date,
            next_step=steps[self.place].code if self.place != NO_PLACE else "",
            next_date=self.next_date,
            demanded=demanded,
            informed=not demanded and self.is_free_and_late,
            granted_to=self.granted.last if self.granted else None,
            blocked=(*self.held, *present(self.soft)),
        )


def claim_of(
    item: Receivable, case: Case, setting: Setting, history: History, as_of: date,
    with_segments: bool = False, shares: Shares | None = None,
    paid: Mapping[str, Decimal] | None = None,
) -> Claim:  # fmt: skip
    """Return what may be claimed for one item of a case: agenda, letter and dossier ask here.

    Args:
        item: an item of the case.
        case: gives the payments, and the credits that lower the base of interest.
        setting: the creditor and the rates.
        history: the debtor's history (notice, free reminder).
        as_of: last day counted.
        with_segments: fill the stretches that a document shows.
        shares: `netting.shares_on` that day when it is known already.
        paid: `paid_on_notes` that day when it is known already.
    """
    if shares is None:
        shares = shares_on(case, setting, history, as_of)
    found = claim(
        item, case.debtor, setting.creditor, history, as_of, case.payments, setting.rates,
        with_segments, shares.get(item, ()) if shares else (), setting.marks,
    )  # fmt: skip
    if paid is None:
        paid = paid_on_notes(case, setting, history, as_of)
    return without(found, paid.get(item.number, ZERO), item)


def paid_on_notes(
    case: Case, setting: Setting, history: History, as_of: date,
    settled: Sequence[Receivable] = (),
) -> dict[str, Decimal]:  # fmt: skip
    """Return what penalty notes have brought of each item's interest and fixed sum, by number.

    A payment of a note goes to what is still open first, then to the items `settled`.
    """
    if not names_a_note(case.payments):
        return {}
    shares: dict[date, Shares] = {}

    def owed(item: Receivable, day: date) -> Decimal:
        if day not in shares:
            shares[day] = shares_on(case, setting, history, day)
        then = claim(
            item, case.debtor, setting.creditor, history, day, case.payments, setting.rates,
            unmatched=shares[day].get(item, ()), marks=setting.marks,
        )  # fmt: skip
        return then.interest + then.fee

    items = (*case.items, *settled)
    return paid_extras(notes_of(case.events), case.payments, items, as_of, owed)


def standings(
    case: Case, setting: Setting, policy: Policy, history: History, as_of: date
) -> Iterator[Standing]:
    """Yield where each open item of a case stands, in the order of the case."""
    paid = paid_on_notes(case, setting, history, as_of)
    agreed = agreements(case, setting, policy, history, as_of)
    netted = netted_by(case, setting, policy, agreed, as_of)
    shares = shares_of(case, netted, as_of)
    taken = taken_by(case, setting, policy, history, agreed, as_of) if case.promises else netted
    free = {(item.number, item.row): item.open for item in freed(case.items, taken)}
    for item in case.items:
        left = item.open
        if left:
            owed = claim_of(item, case, setting, history, as_of, False, shares, paid)
            found = _standing(item, left, owed, case, setting, policy, history, agreed, as_of)
            rest = free.get((item.number, item.row), ZERO) if left < 0 else left
            yield found if rest == left else found._replace(used=left - rest)


def _standing(
    item: Receivable, left: Decimal, owed: Claim, case: Case, setting: Setting, policy: Policy,
    history: History, agreed: Sequence[Agreement], as_of: date,
) -> Standing:  # fmt: skip
    due = item.payable_on
    days = (as_of - due).days if due else 0
    if left < 0:
        return Standing(item, left, owed, days)
    if is_balance(item):
        return _balance(item, left, owed, case, setting, policy, history, as_of)
    held = distinct((
        *item_blocks(item, case, history, as_of),
        *present(settled(item, agreed)),
        *waited_for(item, case, setting, policy, as_of),
        *present(announced(item, history, policy, as_of), handed_over(item, setting, history)),
        *strays(item, case, setting, policy, as_of),
    ))  # fmt: skip
    if due is None:
        return Standing(item, left, owed, days, held=held)
    position, last = position_of_item(item, due, case, setting, policy, history)
    coming = upcoming(
        policy, position, due.toordinal(), last.toordinal() if last else None, as_of.toordinal()
    )
    granted = granted_delay(coming.place, last, item, case, setting, policy, history)
    if coming.why == "finished":
        return Standing(
            item, left, owed, days, position, last, granted=granted, why="finished", held=held
        )
    step = policy.steps[coming.place]
    usual, why = coming.day, coming.why
    if granted and step.anchor == "presented":
        usual, why = due.toordinal() + policy.starts[coming.place], "by_age"  # the notice tells
    day = _day(step, date.fromordinal(usual), due, case, policy)
    if granted and granted.holds(step) and granted.free >= day:
        day, why = granted.free, granted.rule
    soft = step_block(step, item, case, setting, policy, as_of)
    return Standing(
        item, left, owed, days, position, last, coming.place, day, granted, why, held, soft
    )


def _balance(
    item: Receivable, left: Decimal, owed: Claim, case: Case, setting: Setting, policy: Policy,
    history: History, as_of: date,
) -> Standing:  # fmt: skip
    """A balance without invoices is spoken of until it is paid, and never written about."""
    due = replace(item, due=as_of)
    held = (
        *item_blocks(due, case, history, as_of), *waited_for(due, case, setting, policy, as_of),
        *strays(item, case, setting, policy, as_of),
    )  # fmt: skip
    position, last = journal_position(item, policy, history.done)
    coming = next_call(policy, position, last)
    if coming is None:
        return Standing(item, left, owed, 0, position, last, why="finished", held=held)
    place, day = coming
    return Standing(
        item, left, owed, 0, position, last, place, day or as_of, why="balance_only", held=held
    )


def _day(step: Step, day: date, due: date, case: Case, policy: Policy) -> date:
    """The day of the rule, or the end of the days in which the profile allows writing only."""
    if step.document == "call_sheet" and case.debtor.profile:
        return max(day, first_call_day(policy, case.debtor.profile, due))
    return day
