"""The decision for one debtor on a day: step, channel, what is demanded, why, or what holds it.

One message a debtor, one step: the highest one that an item is due for. The demand lists the
items due for that step or past the step before it, but for those that a firmer one has asked for;
all others are there for information.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from .announce import announced_with, not_announced, to_announce
from .balances import is_balance
from .channels import choose
from .confirming import BESIDE_PROMISE, made_in, numbers_of
from .fees import fees_left_out
from .findings import Reason, distinct
from .history import CONFIRMATION, read
from .money import ZERO
from .notes import about, told_notes
from .policy import Policy, Step
from .question import Question, policy_of, regime_of, total, worked
from .records import Case, Channel, Decision, DocumentKind, Event, Line, Totals
from .refusals import held, refused, unwritable
from .setting import Setting, owed_free_reminder
from .settlements import HOLDING, freed
from .settling import standing_nettings
from .standing import NO_PLACE, Standing, standings
from .step_blocks import step_block
from .takeover import proposed_step


def decide(case: Case, setting: Setting, as_of: date) -> Decision:
    """Return what to do about one debtor on a day.

    Args:
        case: the debtor's items and history.
        setting: creditor, policies, rates.
        as_of: the day of the question; any day is accepted.

    Returns:
        A decision; `blocked_by` is empty exactly when its step is to be done that day.
    """
    question = asked(case, setting, as_of)
    if setting.takeover_pending:
        return before_takeover(question)
    return _with_settlements(question, _confirmation(question) or _next_message(question))


def asked(case: Case, setting: Setting, as_of: date) -> Question:
    """Return the question of a day about one debtor, with where each of their items stands."""
    policy = policy_of(case, setting)
    history = read(event for event in case.events if event.day <= as_of)
    found = tuple(standings(case, setting, policy, history, as_of))
    return Question(case, setting, regime_of(case, setting), policy, history, found, as_of)


def _with_settlements(question: Question, decision: Decision) -> Decision:
    """Say of which settlements a message leaves the items alone; what holds all of them is said."""
    held = (one.hard for one in question.standings if one.hard)
    codes = {reason.code for reason in decision.blocked_by}
    agreed = distinct(one for one in held if one.code in HOLDING and one.code not in codes)
    return replace(decision, why=(*decision.why, *agreed)) if agreed else decision


def before_takeover(question: Question) -> Decision:
    """Return what the take-over would propose; nothing is done before it is confirmed."""
    policy, as_of = question.policy, question.as_of
    proposals = [
        proposed_step(standing.item, question.case.debtor, policy, question.setting, as_of)
        for standing in question.standings
    ]
    best = max(proposals, key=lambda code: policy.index.get(code, NO_PLACE), default="")
    decision = undecided(question)
    if not best:
        return decision
    blocked = (Reason("takeover", {"step": best}),)
    return replace(decision, proposed_step=best, blocked_by=blocked)


def undecided(question: Question, demanded: frozenset[int] = frozenset()) -> Decision:
    """Return the decision without an action: lines, totals and the next day."""
    return Decision(
        question.case.debtor,
        question.as_of,
        lines=lines_of(question, demanded),
        totals=totals_of(question, demanded),
        next_date=_next_date(question),
    )


def lines_of(question: Question, demanded: frozenset[int]) -> tuple[Line, ...]:
    """Return the lines of a decision; `demanded` are places in the question's standings."""
    policy = question.policy
    return tuple(
        [
            standing.asked_line(policy, i in demanded)
            for i, standing in enumerate(question.standings)
        ]
    )


def totals_of(question: Question, demanded: frozenset[int]) -> tuple[Totals, ...]:
    """Return the sums a currency; credits are netted whether the demand lists them or not."""
    sums: dict[str, list[Decimal]] = {}
    for i, standing in enumerate(question.standings):
        row = sums.setdefault(standing.item.currency, [ZERO, ZERO, ZERO, ZERO])
        row[0] += standing.open
        if i in demanded:
            row[1] += standing.claim.principal
            row[2] += standing.claim.interest
            row[3] += standing.claim.fee
        elif standing.open < 0:
            row[1] += standing.open - standing.used
    ours = sorted(sums, key=lambda currency: (currency != "EUR", currency))
    return tuple(Totals(currency, *sums[currency]) for currency in ours)


def _next_date(question: Question) -> date | None:
    """The first day on which an item that nothing holds for good has a step to do."""
    days = [
        standing.next_date
        for standing in question.standings
        if standing.next_date is not None and standing.hard is None
    ]
    first = min(days, default=None)
    return None if first is None else worked(max(first, question.as_of), question)


def _confirmation(question: Question) -> Decision | None:
    """After a call that reached someone, a written confirmation the same day."""
    call = question.history.last_call_to_confirm()
    if call is None:
        return None
    age = (question.as_of - call.day).days
    if age > question.policy.values.confirmation_days or held(question):
        return None
    demanded = _confirmed(question, call)
    question = _with_own_credits(question, demanded)
    demanded -= covered_by_credits(question, demanded)
    if not demanded or (age > 0 and _has_due_step(question)):
        return None
    step = Step(CONFIRMATION, 2, 0, channel="email", document="confirmation")
    reached = question.case.reached(CONFIRMATION)
    channel, _, why = choose(step, reached, question.history)
    if unwritable(question, channel, "confirmation"):
        return None
    reason = Reason("call_unconfirmed", {"day": call.day, "step": call.step})
    return replace(
        undecided(question, demanded),
        step=CONFIRMATION,
        phase=_phase(question.policy, call.step),
        channel=channel,
        document="confirmation",
        next_date=question.as_of,
        why=(reason, *why),
    )


def _with_own_credits(question: Question, demanded: frozenset[int]) -> Question:
    """A question whose credits are less what others take: what is confirmed was promised net."""
    if not any(standing.used for standing in question.standings):
        return question
    numbers = {question.standings[i].item.number for i in demanded}
    others = [one for one in standing_nettings(question) if numbers.isdisjoint(one.items)]
    free = {(one.number, one.row): one.open for one in freed(question.case.items, others)}
    found = tuple(
        one._replace(used=one.open - free.get((one.item.number, one.item.row), ZERO))
        if one.used
        else one
        for one in question.standings
    )
    return replace(question, standings=found)


def _confirmed(question: Question, call: Event) -> frozenset[int]:
    """The items that were promised in a call, else those that it was about and nothing holds."""
    promised = numbers_of(made_in(call, question.case.promises, question.as_of), call)
    owed = {
        i: standing
        for i, standing in enumerate(question.standings)
        if standing.open > 0 and not is_balance(standing.item)
    }
    named = frozenset(
        i
        for i, standing in owed.items()
        if standing.item.number in promised and not standing.is_held_but_by(BESIDE_PROMISE)
    )
    return named or frozenset(
        i
        for i, standing in owed.items()
        if standing.item.number in call.items and standing.hard is None
    )


def _phase(policy: Policy, code: str) -> int:
    step = policy.step(code)
    return step.phase if step else 2


def _has_due_step(question: Question) -> bool:
    return any(_is_free(standing, question.as_of) for standing in question.standings)


def _is_free(standing: Standing, as_of: date) -> bool:
    return standing.is_due(as_of) and standing.hard is None and standing.soft is None


def _next_message(question: Question) -> Decision:
    due = [s for s in question.standings if s.is_due(question.as_of) and s.hard is None]
    free = [standing for standing in due if standing.soft is None]
    ahead = to_announce(question)
    if not due and ahead:
        return _announcing(question, ahead)
    if not due:
        return _nothing_due(question)
    if not free:
        told = _announcing(question, ahead) if ahead else None
        if told and not told.blocked_by:
            return told
        step = question.policy.steps[max(standing.place for standing in due)]
        return _blocked(question, step, tuple(s.soft for s in due if s.soft))
    for place in sorted({standing.place for standing in free}, reverse=True):
        demanded = _left_to_ask(question, place, ahead)
        if demanded:
            return _addressed(question, question.policy.steps[place], demanded)
    return covered(question)


def _left_to_ask(question: Question, place: int, ahead: frozenset[int]) -> frozenset[int]:
    """What a step asks for beyond credits; nothing once they cover the items whose turn it is.

    The others have had the step already, and would be asked the same again.
    """
    demanded = _demanded(question, place)
    here = frozenset(i for i, one in enumerate(question.standings) if one.place == place)
    if question.policy.steps[place].phase == 0:
        demanded |= announced_with(question) & here
    due = frozenset(i for i, one in enumerate(question.standings) if one.is_due(question.as_of))
    at_turn = demanded & here & (due | ahead)
    left = demanded - covered_by_credits(question, demanded)
    return left if left & at_turn or not at_turn else frozenset()


def _announcing(question: Question, ahead: frozenset[int]) -> Decision:
    """Announce debits where nothing is to be asked for."""
    place = max(question.standings[i].place for i in ahead)
    along = announced_with(question)
    told = frozenset(i for i in along if question.standings[i].place == place)
    told -= covered_by_credits(question, told)
    return _addressed(question, question.policy.steps[place], told) if told else covered(question)


def _nothing_due(question: Question) -> Decision:
    """Nothing to do: say what holds each item that would have been late, or announced."""
    late = [s for s in question.standings if s.days_overdue > 0 or s.why == "balance_only"]
    reasons = tuple(s.hard for s in late if s.hard) + not_announced(question)
    if question.policy.repeat_last and any(s.days_overdue > 0 for s in question.standings):
        reasons += (Reason("below_minimum", {"total": total(question.case)}),)
    return replace(undecided(question), blocked_by=distinct(reasons))


def _blocked(question: Question, step: Step, reasons: tuple[Reason, ...]) -> Decision:
    return replace(
        undecided(question), step=step.code, phase=step.phase, blocked_by=distinct(reasons)
    )


def _demanded(question: Question, place: int) -> frozenset[int]:
    """Items due for the step, or already past the step before it.

    A free first reminder is about the items that are owed one and nothing else: it says from which
    day on nothing less than its own sums may be asked for (Code de droit économique, art. XIX.2).
    """
    found = frozenset(
        i
        for i, standing in enumerate(question.standings)
        if standing.open > 0 and standing.hard is None and _belongs(standing, place, question)
    )
    if question.policy.steps[place].code not in question.setting.marks.first_reminders:
        return found
    free = frozenset(i for i in found if _begins_freely(question.standings[i], place, question))
    return free or found


def _begins_freely(standing: Standing, place: int, question: Question) -> bool:
    """Tell whether a step is the free first reminder of an item."""
    debtor, creditor = question.case.debtor, question.setting.creditor
    return standing.place == place and owed_free_reminder(standing.item, debtor, creditor)


def _belongs(standing: Standing, place: int, question: Question) -> bool:
    """Tell whether an item goes with a step; one whose granted delay still runs never does."""
    step, as_of = question.policy.steps[place], question.as_of
    if standing.place == place and standing.is_due(as_of):
        return standing.soft is None
    past = place > 0 and standing.position >= place - 1 and standing.position >= 0
    if not past or standing.days_overdue <= 0 or step.phase == 0 or standing.waits(as_of):
        return False
    if standing.place == place:
        return standing.soft is None
    if _was_pressed(standing, place, question.policy):
        return False
    item, case, setting = standing.item, question.case, question.setting
    return step_block(step, item, case, setting, question.policy, as_of) is None


def _was_pressed(standing: Standing, place: int, policy: Policy) -> bool:
    """Tell whether an item has had a later step that claims, or warns, and this one does not.

    A softer letter would ask less than was asked, and announce what has been claimed already.
    """
    step = policy.steps[place]
    return any(
        (later.claims == "claimed" and step.claims != "claimed") or (later.court and not step.court)
        for later in policy.steps[place + 1 : standing.position + 1]
    )


def covered_by_credits(question: Question, demanded: frozenset[int]) -> frozenset[int]:
    """Return the demanded items of a currency whose credits cover the demand: none is sent."""
    if not any(standing.open < 0 for standing in question.standings):
        return frozenset()
    covered = {totals.currency for totals in totals_of(question, demanded) if totals.claim <= 0}
    return frozenset(i for i in demanded if question.standings[i].item.currency in covered)


def covered(question: Question) -> Decision:
    """Return the decision when credits cover all that could be demanded."""
    decision = undecided(question)
    least = min(decision.totals, key=lambda totals: totals.claim)
    credits = -least.claim  # nothing is demanded: what is left of the claim are the credits
    facts = {
        "reason": "net",
        "credits": credits,
        "owed": least.open + credits,
        "open": least.open,
        "currency": least.currency,
    }
    return replace(decision, blocked_by=(Reason("covered_by_credits", facts),))


def _addressed(question: Question, step: Step, demanded: frozenset[int]) -> Decision:
    """Choose the channel, and let the debtor's own limits speak last."""
    case = question.case
    durable = question.regime == "BE-B2C"
    if step.channel == "other" and any(is_balance(question.standings[i].item) for i in demanded):
        step = replace(step, channel="phone")  # what is written must name invoices
    channel, document, why = choose(step, case.reached(step.document), question.history, durable)
    bare = addressed(question, step, demanded, channel, document)
    return replace(
        bare,
        why=(
            _why(question, step, bare.lines), *why, *to_payer(question, document),
            *_noted(question, step, bare.demanded), *fees_left_out(step.claims, bare.demanded),
        ),
    )  # fmt: skip


def _noted(question: Question, step: Step, lines: Iterable[Line]) -> tuple[Reason, ...]:
    """Say which penalty notes have claimed what a step claims: the sums are the same ones."""
    if step.claims != "claimed":
        return ()
    numbers = [line.item.number for line in lines]
    found = about(told_notes(question.case.events, question.as_of), numbers)
    return tuple(Reason("note_included", {"note": one.number, "day": one.day}) for one in found)


def to_payer(question: Question, document: DocumentKind) -> tuple[Reason, ...]:
    """Return who reads a document in the debtor's place, () when the debtor does."""
    payer = question.case.payer
    if payer is None or not document:
        return ()
    code = "notice_not_to_payer" if document == "formal_notice" else "to_payer"
    return (Reason(code, {"payer": payer.name}),)


def addressed(
    question: Question, step: Step, demanded: frozenset[int], channel: Channel,
    document: DocumentKind, *, by_hand: bool = False,
) -> Decision:  # fmt: skip
    """Return the decision of a step by a channel, with what refuses it; `why` is left to say.

    Args:
        question: the debtor, their history and the day.
        step: the step to be done.
        demanded: places of the demanded items in the question's standings.
        channel: the channel chosen.
        document: the document chosen.
        by_hand: a person chose it: habits about whom to prevent are left aside.
    """
    lines, totals = lines_of(question, demanded), totals_of(question, demanded)
    claimed = max([sums.claim for sums in totals])
    refusal = refused(question, step, claimed, channel, document, by_hand=by_hand)
    reason, free = refusal or (None, question.as_of)
    return Decision(
        question.case.debtor,
        question.as_of,
        step=step.code,
        phase=step.phase,
        channel=channel,
        document=document,
        lines=lines,
        totals=totals,
        next_date=worked(free, question) if reason else free,
        blocked_by=(reason,) if reason else (),
    )


def _why(question: Question, step: Step, lines: tuple[Line, ...]) -> Reason:
    """The item that is longest due for the step, and the delay that made it so."""
    lead = max(
        (line for line in lines if line.demanded),
        key=lambda line: (line.next_step == step.code, line.days_overdue),
    )
    standing = next(s for s in question.standings if s.item is lead.item)
    facts = {
        "number": lead.item.number,
        "due": lead.item.payable_on,
        "days": lead.days_overdue,
        "step": step.code,
        "offset": step.offset,
        "last_step": lead.position,
        "last_date": lead.position_date,
        "day": lead.next_date,
    }
    if standing.why == "balance_only":
        return Reason("balance_again" if lead.position else standing.why, facts)
    if standing.hard is not None:  # a debit, which may be announced and not asked for
        return Reason("debit_announced", facts)
    if lead.days_overdue <= 0:
        return Reason("prevention", facts)
    if standing.granted and standing.why == standing.granted.rule:
        return Reason(standing.why, facts | standing.granted.facts())
    return Reason("first_step" if not lead.position else standing.why, facts)
