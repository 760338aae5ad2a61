"""From a decision to the message that a document says: dates, offers, rates, history."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from ..core.calendar import add_worked, next_worked
from ..core.circumstances import circumstance
from ..core.confirming import promises_of
from ..core.contract import agreed_rate
from ..core.errors import RelanceError
from ..core.habits import section
from ..core.history import History, read
from ..core.informed import asked_before, had_by
from ..core.money import ZERO
from ..core.netting import shares_on
from ..core.policy import Policy, Step, load
from ..core.policy_values import Values
from ..core.question import strictest, whole_policy
from ..core.records import Case, Contact, Debtor, Decision, Line, Message
from ..core.regimes import get
from ..core.setting import Setting
from ..core.settlements import agreed
from ..core.standing import claim_of, paid_on_notes
from .claimed_before import with_claimed_on
from .free_reminder import with_what_comes
from .noted_before import with_notes

HISTORY_LINES = 8
FRESH_BANK_DAYS: int = section("documents")["fresh_bank_days"]


def message(decision: Decision, case: Case, setting: Setting, policy: Policy, head: str) -> Message:
    """Return what the document of a decision says.

    Args:
        decision: a decision that is not blocked.
        case: the debtor's case, for its history and promises.
        setting: creditor and rates.
        policy: the policy that decided.
        head: first 12 hex digits of the journal's head.
    """
    past = read(event for event in case.events if event.day <= decision.as_of)
    decision = with_segments(decision, case, setting, past)
    promises, came = promises_of(decision, case, setting, policy, past)
    step = policy.step(decision.step) or Step(decision.step, decision.phase or 0, 0)
    total = max((totals.claim for totals in decision.totals), default=ZERO)  # no sum of currencies
    reached = case.reached(decision.document)
    had = partial(had_by, case, decision.document, setting.marks.notices)
    bare = Message(
        kind=decision.document,
        creditor=setting.creditor,
        decision=decision,
        policy=policy.code,
        contact=_contact(step, decision, reached),
        claims=step.claims,
        reply_by=_not_before_granted(_reply_by(step, decision, setting, policy), decision, setting),
        deadline_days=step.deadline,
        offer_plan=_offers_plan(decision, policy, total),
        offer_discount=_offers_discount(decision, policy, total),
        warn_court=step.court,
        consumer=consumer_law(decision, setting),
        bank_stale_since=_stale(decision.as_of, setting),
        history=had(read(case.events).contacts)[-HISTORY_LINES:],
        credits=tuple(line for line in decision.lines if line.item.open < 0),
        promises=promises,
        came=came,
        payments=case.payments,
        disputes=case.disputes,
        plans=case.plans,
        settlements=agreed(past),
        head=head,
        payer=reached if reached is case.payer else None,
        circumstance=circumstance(case, decision, setting, policy, past),
        asked_before=asked_before(decision, had(past.contacts)),
    )
    whole = whole_policy(case, setting)
    told = with_claimed_on(with_notes(bare, case), whole, had(past.contacts))
    return with_what_comes(with_rates(told, setting), case, setting, past)


def with_segments(decision: Decision, case: Case, setting: Setting, history: History) -> Decision:
    """A document shows the stretches behind the interest; an agenda does without them."""
    day = decision.as_of
    shares = shares_on(case, setting, history, day)
    paid = paid_on_notes(case, setting, history, day)

    def shown(line: Line) -> Line:
        claim = claim_of(line.item, case, setting, history, day, True, shares, paid)
        return replace(line, claim=claim)

    lines = tuple(shown(line) if line.demanded else line for line in decision.lines)
    return replace(decision, lines=lines)


def _contact(step: Step, decision: Decision, reached: Debtor) -> Contact:
    officer = decision.debtor.procedure.officer
    if officer:  # debts born after the opening are payable, and dunned to the officer
        # whose name is on no e-mail: the only address that we have is the debtor's own
        return replace(reached.payables, name="" if decision.channel == "email" else officer)
    if step.contact == "decision_maker" and reached.decision_maker != Contact():
        return reached.decision_maker
    return reached.payables


def _reply_by(step: Step, decision: Decision, setting: Setting, policy: Policy) -> date | None:
    """The one date of the message; a notice counts from its presentation and has none."""
    if step.document == "formal_notice":
        return None
    if step.phase == 0:
        return max((line.item.payable_on or decision.as_of) for line in decision.demanded)
    granted = step.deadline or reply_days(policy.values, decision)
    coming = _days_to_next(step, decision, policy)
    if coming is None or granted < coming:
        wished = decision.as_of + timedelta(days=granted)
        return next_worked(wished, *setting.worked_in(decision.debtor))
    # Nothing of ours comes before the day that we grant: the last worked day before the next step.
    eve = decision.as_of + timedelta(days=coming)
    return max(add_worked(eve, -1, *setting.worked_in(decision.debtor)), decision.as_of)


def _not_before_granted(asked: date | None, decision: Decision, setting: Setting) -> date | None:
    """The day asked for, or the end of a delay that an earlier message of ours still leaves."""
    left = [line.granted_to for line in decision.demanded if line.granted_to]
    last = max(left, default=None)
    if asked is None or last is None or last <= asked:
        return asked
    return next_worked(last, *setting.worked_in(decision.debtor))


def reply_days(values: Values, decision: Decision) -> int:
    """The days that a document grants: from the post, it is read some days after its own day."""
    return values.reply_days + (values.letter_days if decision.channel == "letter" else 0)


def _days_to_next(step: Step, decision: Decision, policy: Policy) -> int | None:
    """The days from this step to the next one, None when nothing follows or it counts otherwise.

    As `core.steps` counts them: bank days are added, and no item is too young for the phase. After
    a letter a call asks whether it has come; what counts is the next message in writing.
    """
    place = policy.index.get(step.code)
    if place is None:
        return None
    days = 0
    oldest = max(line.days_overdue for line in decision.demanded)
    for following in range(place + 1, len(policy.steps)):
        coming = policy.steps[following]
        if coming.anchor != "previous":
            return None
        days = max(days + policy.delays[following], policy.starts[following] - oldest)
        if decision.channel != "letter" or coming.document != "call_sheet":
            return days
    return None


def _offers_plan(decision: Decision, policy: Policy, total: Decimal) -> bool:
    debtor, bend = decision.debtor, policy.bends.get(decision.debtor.profile)
    wanted = total >= policy.values.plan_from or bool(bend and bend.plan_first)
    refused = bool(debtor.insurance) or debtor.kind == "public"  # which pays a claim at once
    return wanted and not refused and (decision.phase or 0) >= 1


def _offers_discount(decision: Decision, policy: Policy, total: Decimal) -> bool:
    oldest = max((line.days_overdue for line in decision.demanded), default=0)
    values = policy.values
    old = oldest >= values.discount_age and total >= values.discount_from
    return old and not decision.debtor.insurance


def _stale(as_of: date, setting: Setting) -> date | None:
    until = setting.creditor.bank_data_until
    if until is None:
        return None
    fresh = add_worked(until, FRESH_BANK_DAYS, *setting.banks)
    return until if as_of > fresh else None


def with_rates(bare: Message, setting: Setting) -> Message:
    """Rates in force, and what is not on record: "arrêtés au", "au taux légal"."""
    withheld = [
        (line.claim, reason)
        for line in bare.decision.demanded
        for reason in line.claim.withheld
        if reason.code == "rate_unknown"
    ]
    codes = {line.claim.regime for line in bare.decision.demanded if line.claim.regime}
    code = next(iter(sorted(codes)), "")
    days = [claim.last_day for claim, _ in withheld if claim.last_day]
    return replace(
        bare,
        rate_unknown=bool(withheld),
        interest_until=min(days, default=None),
        rate=_rate(code, bare.decision.as_of, setting),
        floor_rate=_floor(code, bare.decision.as_of, setting),
    )


def _rate(code: str, as_of: date, setting: Setting) -> Decimal | None:
    if not code:
        return None
    agreed = agreed_rate(code, setting.creditor)
    if agreed is not None:
        return agreed
    try:
        return get(code, setting.rates).rate(as_of)
    except RelanceError:
        return None


def _floor(code: str, as_of: date, setting: Setting) -> Decimal | None:
    if not code:
        return None
    try:
        return get(code, setting.rates).floor_rate(as_of)
    except RelanceError:
        return None


def consumer_law(decision: Decision, setting: Setting) -> str:
    """The regime of a consumer's items, "" for others: the policy may have been given by hand.

    Without a regime the debtor is written to as the usual policy of their kind would have it, so
    an association in France as a consumer.
    """
    code = strictest(line.claim.regime for line in decision.demanded)
    if not code:
        usual = setting.policy_code(replace(decision.debtor, policy=""), "")
        code = load(usual).regimes[0]
    return code if get(code, setting.rates).consumer else ""
