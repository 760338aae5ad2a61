"""Documents beside the policy: statement, thanks, penalty note, plan, settlement.

None of them reminds: they move no item along the policy and take nothing of the contact budget.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from .account import OWED_ELSEWHERE, agreements_of, notes_left, paid_to_interest
from .blocks import holds, in_procedure
from .channels import emails
from .decide import asked, undecided
from .findings import Reason
from .money import ZERO
from .notes import standing_notes
from .penalties import Found, penalised
from .question import Question
from .records import (
    CONFIDENTIAL,
    Case,
    Channel,
    Claim,
    Decision,
    Line,
    PaymentPlan,
    Receivable,
    Totals,
)
from .refusals import unwritable
from .setting import Setting
from .settlements import LETTER, freed, spared
from .settling import chosen, coverable, standing_agreements, standing_nettings
from .stray import MONEY
from .suspended import is_stated, unstated
from .thanked import NOTHING, thanked

BesideKind = Literal["statement", "thanks", "penalty_note", "plan", "settlement"]
BESIDE_KINDS: tuple[str, ...] = get_args(BesideKind)
# Statuses of what is owed to another, or to nobody any more: no document speaks of it.
NOT_OURS = (*OWED_ELSEWHERE, "closed")
DEALT_WITH = (*NOT_OURS, "insolvent")  # statuses of what a person has declared, or written off
# In the journal; "plan" and "settlement" are the lines of the agreements themselves.
STEPS = {"plan": "plan_letter", "settlement": LETTER}


def beside(
    kind: BesideKind, case: Case, setting: Setting, as_of: date,
    settled: Sequence[Receivable] = (), *, by_post: bool = False, with_open: bool = True,
    currency: str = "", numbers: Collection[str] = (),
) -> Decision:  # fmt: skip
    """Return what a document beside the policy would list, or why it is not written.

    Args:
        kind: the document.
        case: the debtor with what is open.
        setting: the creditor and the rates.
        as_of: the day of the document.
        settled: the debtor's items of which nothing is open any more.
        by_post: a letter although an e-mail could be written.
        with_open: what is still open is a reason for a penalty note, not only what was paid late.
        currency: of the items that the document is about; "" for all.
        numbers: of those items alone, in that currency; none for all of them.
    """
    question, step = asked(case, setting, as_of), STEPS.get(kind, kind)
    states = kind == "statement"
    if kind == "penalty_note":
        waived = spared(standing_agreements(question))
        lines, reason = penalised(question, settled, with_open=with_open, waived=waived)
    else:
        lines, reason = _LINES[kind](question, settled)
    if currency:
        lines = chosen(question, lines, currency, numbers)
    notes = notes_left(question, settled) if states else ()
    to_interest = paid_to_interest(question, lines)
    if not lines and not notes:
        why = (_notes_frozen(question, settled) if states else None) or reason
        return replace(undecided(question), document=kind, step=step, blocked_by=(why,))
    reached = case.reached(kind)
    channel: Channel = "email" if emails(reached) and not by_post else "letter"
    claims: Literal["none", "claimed"] = "claimed" if kind == "penalty_note" else "none"
    frozen = _silenced(question) or _frozen(question) or _unsure(question)
    held = frozen or unwritable(question, channel, kind, claims)
    return Decision(
        case.debtor, as_of, step, None, channel=channel, document=kind, lines=tuple(lines),
        totals=_totals(lines), next_date=as_of, blocked_by=(held,) if held else (),
        why=(*agreements_of(question), *to_interest, *notes) if states else (),
    )  # fmt: skip


def _silenced(question: Question) -> Reason | None:
    """Why nobody writes to a debtor at all; a confidential procedure is not named."""
    debtor = question.case.debtor
    if debtor.do_not_contact:
        return Reason("do_not_contact", {"debtor": debtor.code})
    if debtor.procedure.kind in CONFIDENTIAL:
        return Reason("held", {"number": ""})
    return None


def _frozen(question: Question) -> Reason | None:
    """Why nothing is agreed on or listed to be paid: earlier debts are declared, never paid.

    A suspension or a dispute is said before it, and does not thaw it. Source: C. com. L622-7.
    """
    items = (one.item for one in question.standings if one.open > 0)
    reasons = (in_procedure(one, question.case) for one in items if one.status not in DEALT_WITH)
    return next((one for one in reasons if one is not None and one.code == "procedure"), None)


def _unsure(question: Question) -> Reason | None:
    """Why no account is stated: money that is counted nowhere may have paid what it lists."""
    reasons = (why for one in question.standings if one.open > 0 for why in one.held)
    return next((one for one in reasons if one.code in MONEY), None)


def _notes_frozen(question: Question, settled: Sequence[Receivable]) -> Reason | None:
    """Why notes alone are not listed to be paid: what they claim of before is declared too."""
    noted = {number for note in standing_notes(question.case.events) for number in note.items}
    reasons = (in_procedure(one, question.case) for one in settled if one.number in noted)
    return next((one for one in reasons if one is not None), None)


def _listed(question: Question, settled: Sequence[Receivable]) -> Found:
    """All that is open, due or not, with the credits: what the debtor's books should show too."""
    lines = [
        replace(standing.line(question.policy, standing.open > 0), claim=_principal(standing.item))
        for standing in question.standings
        if standing.item.status not in NOT_OURS
    ]
    return lines, Reason("nothing_open", {})


def _stated(question: Question, settled: Sequence[Receivable]) -> Found:
    """All that is listed but what an import no longer had, and what a kept settlement waives.

    Nobody is billed for it. Nor is what paid the settlement, or was netted in it, a credit.
    """
    listed, reason = _listed(question, settled)
    lines = [line for line in listed if is_stated(line.item, question.history)]
    gone = unstated((line.item for line in listed), question.history)
    reason = gone[0] if gone else reason
    kept = [one for one in standing_agreements(question) if one.state == "kept"]
    if not kept:
        return lines, reason
    free = spared(kept)
    rest = [line for line in lines if line.item.number not in free]
    left = [
        replace(line, item=item, claim=_principal(item))
        for line in rest
        for item in freed([line.item], kept)
    ]
    return left, kept[-1].reason()


def _principal(item: Receivable) -> Claim:
    return replace(NOTHING, principal=item.open)


def _planned(question: Question, settled: Sequence[Receivable]) -> Found:
    plan = plan_of(question.case)
    items = plan.items if plan else ()
    lines = _about(question, items) if plan else []
    numbers = {line.item.number for line in lines}
    later = [  # than a plan that was missed
        one.reason()
        for one in standing_agreements(question)
        if one.state != "lapsed" and not numbers.isdisjoint(one.settlement.items)
    ]
    if later:
        return [], later[0]
    if plan and not holds(plan, question.setting, question.policy, question.as_of):
        return [], Reason("plan_missed", {"agreed_on": plan.agreed_on})
    return [*lines, *_netted(question, numbers)], Reason("no_plan", {})


def _netted(question: Question, numbers: Collection[str]) -> Iterator[Line]:
    """What an agreement about some items takes of the credits: what it asks for is net of that."""
    taken = {
        (share.credit.number, share.credit.row): share.amount
        for found in standing_nettings(question)
        if set(found.items) == set(numbers)
        for share in found.used
    }
    for standing in question.standings:
        amount = taken.get((standing.item.number, standing.item.row), ZERO)
        if amount:
            item = replace(standing.item, amount=-amount, paid=ZERO)
            line = standing.line(question.policy, False)
            yield replace(line, item=item, claim=_principal(item))


def _coverable(question: Question, settled: Sequence[Receivable]) -> Found:
    return coverable(question)


def _about(question: Question, numbers: Iterable[str]) -> list[Line]:
    """The open items of an agreement, all of them when it names none."""
    named = set(numbers)
    return [
        line for line in _listed(question, ())[0]
        if line.demanded and (not named or line.item.number in named)
    ]  # fmt: skip


def plan_of(case: Case) -> PaymentPlan | None:
    """Return the payment plan that was agreed last and still runs, None when there is none."""
    live = [one for one in case.plans if not one.cancelled and runs(one)]
    return max(live, key=lambda one: one.agreed_on, default=None)


def runs(plan: PaymentPlan) -> bool:
    """Tell whether something of a plan is left to pay, missed or not."""
    return any(line.paid < line.amount for line in plan.instalments)


def _totals(lines: Iterable[Line]) -> tuple[Totals, ...]:
    """The sums a currency, of what the document lists."""
    sums: dict[str, list[Decimal]] = {}
    for line in lines:
        row = sums.setdefault(line.item.currency, [ZERO, ZERO, ZERO, ZERO])
        row[0] += line.item.open
        row[1] += line.claim.principal
        row[2] += line.claim.interest
        row[3] += line.claim.fee
    ours = sorted(sums, key=lambda currency: (currency != "EUR", currency))
    return tuple(Totals(currency, *sums[currency]) for currency in ours)


_LINES: Mapping[str, Callable[[Question, Sequence[Receivable]], Found]] = {
    "statement": _stated,
    "thanks": thanked,
    "plan": _planned,
    "settlement": _coverable,
}
