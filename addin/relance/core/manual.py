"""Documents of the user's own choice: the step they stand for, and what they may demand.

The policy proposes, a person may choose. Going faster than the policy needs a reason; what the
law or the debtor's situation forbids stays forbidden.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from .announce import BY_DEBIT
from .balances import is_balance
from .channels import emails
from .decide import (
    addressed,
    asked,
    before_takeover,
    covered,
    covered_by_credits,
    to_payer,
    undecided,
)
from .fees import fees_left_out
from .findings import Reason, distinct
from .meaning import first_reminder
from .policy import Policy, Step
from .question import Question
from .records import Case, Channel, Decision
from .setting import Setting, owed_free_reminder
from .standing import Standing
from .step_blocks import step_block
from .steps import NOTHING_DONE
from .waiting import reminder_sent

ManualKind = Literal["email", "letter", "formal_notice", "call_sheet"]
MANUAL_KINDS: tuple[str, ...] = get_args(ManualKind)
CHANNELS: dict[ManualKind, Channel] = {
    "email": "email",
    "letter": "letter",
    "formal_notice": "registered_letter",
    "call_sheet": "phone",
}
NOTHING_OPEN = (Reason("nothing_open", {}),)
WRITING: tuple[str, ...] = ("email", "letter")  # either may carry the step of the other


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a document chosen by hand would be, and in what it goes faster than the policy.

    `skipped` are steps that nobody did before; `early` is the day on which the policy would;
    `left_out` is why some of the chosen items are not asked for, though others are.
    """

    decision: Decision
    skipped: tuple[str, ...] = ()
    early: date | None = None
    left_out: tuple[Reason, ...] = ()

    @property
    def needs_reason(self) -> bool:
        """Tell whether a person must say why."""
        return not self.decision.blocked_by and bool(self.skipped or self.early)


def decide_by_hand(
    case: Case, setting: Setting, as_of: date, kind: ManualKind, numbers: Collection[str] = ()
) -> ByHand:
    """Return what a document of the user's choice may be for one debtor on a day.

    Args:
        case: the debtor's items and history.
        setting: creditor, policies, rates.
        as_of: the day of the document.
        kind: the document that was chosen.
        numbers: the items that were chosen, all late ones when empty.
    """
    question = asked(case, setting, as_of)
    if setting.takeover_pending:
        return ByHand(before_takeover(question))
    chosen = {i: s for i, s in enumerate(question.standings) if _chosen(s, numbers)}
    if kind == "email" and numbers and (ahead := _announced(question, chosen)):
        return ahead
    held = {i: _held(standing, kind, as_of) for i, standing in chosen.items()}
    free = {i: standing for i, standing in chosen.items() if held[i] is None}
    if not free:
        return _refused(question, [reason for reason in held.values() if reason])
    # What credits cover asks for nothing: how far it has come chooses no step for the others.
    by_credits = covered_by_credits(question, frozenset(free))
    free = {i: standing for i, standing in free.items() if i not in by_credits}
    if not free:
        return ByHand(covered(question))
    place = _place(kind, question.policy, max(_done(s, question) for s in free.values()))
    if place is None:
        return _refused(question, [Reason("no_such_step", {"kind_": kind})])
    written = _written(question, kind, place, free)
    if written.decision.blocked_by:
        return written
    # Of a whole account, what is not late yet is no surprise.
    before = [one for one in held.values() if one and (numbers or one.code != "not_late")]
    return replace(written, left_out=distinct((*before, *written.left_out)))


def _announced(question: Question, chosen: dict[int, Standing]) -> ByHand | None:
    """An e-mail about chosen items of which none is due yet announces them, debits too.

    None when it is no such e-mail, or the policy has none before the due date.
    """
    steps = question.policy.steps
    step = next((one for one in steps if one.phase == 0 and one.document == "email"), None)
    early = all(one.item.payable_on and one.days_overdue < 0 for one in chosen.values())
    if step is None or not chosen or not early:
        return None
    held = [why for one in chosen.values() for why in one.held if why.code != BY_DEBIT]
    free = frozenset(i for i, one in chosen.items() if not one.is_held_but_by((BY_DEBIT,)))
    if not free:
        return _refused(question, held)
    reached = question.case.reached("email")
    if not emails(reached):
        return _refused(question, [Reason("email_missing", {"debtor": reached.code})])
    demanded = free - covered_by_credits(question, free)
    if not demanded:
        return ByHand(covered(question))
    decision = addressed(question, step, demanded, "email", "email", by_hand=True)
    why = Reason("by_hand", {"step": step.code, "skipped": (), "early": None})
    whole = replace(decision, why=(why, *to_payer(question, "email")))
    return ByHand(whole, left_out=distinct(held))


def _chosen(standing: Standing, numbers: Collection[str]) -> bool:
    return standing.open > 0 and (not numbers or standing.item.number in numbers)


def _held(standing: Standing, kind: ManualKind, as_of: date) -> Reason | None:
    """Why an item may not be asked for at all, whatever the step; None when it may."""
    number = {"number": standing.item.number}
    if standing.hard is not None:
        return standing.hard
    if is_balance(standing.item):
        return None if kind == "call_sheet" else Reason("balance_only", number)
    if standing.days_overdue <= 0:
        return Reason("not_late", number | {"due": standing.item.payable_on})
    if standing.granted is not None and standing.waits(as_of):
        return Reason("delay_runs", number | {"until": standing.granted.free})
    return None


def _done(standing: Standing, question: Question) -> int:
    """The position, which for a Belgian consumer starts with the free reminder that was sent."""
    return NOTHING_DONE if _unreminded(standing, question) else standing.position


def _unreminded(standing: Standing, question: Question) -> bool:
    """A Belgian consumer who has not had the free first reminder (art. XIX.2) for an item."""
    item, setting = standing.item, question.setting
    if not owed_free_reminder(item, question.case.debtor, setting.creditor):
        return False
    return reminder_sent(item, question.history, setting) is None


def _place(kind: ManualKind, policy: Policy, position: int) -> int | None:
    """The next step of that kind, else the last one, done again; None when there is none."""
    fitting = [i for i, step in enumerate(policy.steps) if step.phase > 0 and _fits(step, kind)]
    later = [i for i in fitting if i > position] or fitting[-1:]
    return later[0] if later else None


def _fits(step: Step, kind: ManualKind) -> bool:
    return step.document in WRITING if kind in WRITING else step.document == kind


def _written(question: Question, kind: ManualKind, place: int, free: dict[int, Standing]) -> ByHand:
    """The decision for the items that may go through the step, or what holds each of them."""
    step, reached = question.policy.steps[place], question.case.reached(kind)
    soft = {i: _step_held(standing, place, question) for i, standing in free.items()}
    wanted = frozenset(i for i, reason in soft.items() if reason is None)
    if step is first_reminder(question.policy.steps):
        # A free first reminder demands the items owed one and no other (art. XIX.2).
        wanted = frozenset(i for i in wanted if _unreminded(free[i], question)) or wanted
    if not wanted:
        return _refused(question, [reason for reason in soft.values() if reason])
    if kind == "email" and not emails(reached):
        return _refused(question, [Reason("email_missing", {"debtor": reached.code})])
    demanded = wanted - covered_by_credits(question, wanted)
    if not demanded:
        return ByHand(covered(question))
    skipped = _skipped(question, place, [free[i] for i in demanded])
    early = _early(question, place, [free[i] for i in demanded])
    facts = {"step": step.code, "skipped": skipped, "early": early}
    decision = addressed(question, step, demanded, CHANNELS[kind], kind)
    fees = fees_left_out(step.claims, decision.demanded)
    return ByHand(
        replace(decision, why=(Reason("by_hand", facts), *to_payer(question, kind), *fees)),
        skipped,
        early,
        tuple(reason for reason in soft.values() if reason),
    )


def _step_held(standing: Standing, place: int, question: Question) -> Reason | None:
    policy, case, setting = question.policy, question.case, question.setting
    step = policy.steps[place]
    if step is not first_reminder(policy.steps) and _unreminded(standing, question):
        return Reason("first_reminder_missing", {"number": standing.item.number})
    return step_block(step, standing.item, case, setting, policy, question.as_of)


def _skipped(question: Question, place: int, demanded: list[Standing]) -> tuple[str, ...]:
    """Steps between the least advanced item and the chosen one, optional ones aside."""
    least = min(_done(standing, question) for standing in demanded)
    between = question.policy.steps[least + 1 : place]
    return tuple(step.code for step in between if step.phase > 0 and not step.optional)


def _early(question: Question, place: int, demanded: list[Standing]) -> date | None:
    """The latest day on which the policy would do this step, None when it is due or done."""
    days = [
        standing.next_date
        for standing in demanded
        if standing.place == place and not standing.is_due(question.as_of) and standing.next_date
    ]
    return max(days, default=None)


def _refused(question: Question, reasons: list[Reason]) -> ByHand:
    told = distinct(reasons) or NOTHING_OPEN
    return ByHand(replace(undecided(question), blocked_by=told))
