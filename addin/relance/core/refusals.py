"""What refuses a message that is due: the day, the sum, the address, the regime, the budget."""

from datetime import date

from .budget import refusal
from .calendar import is_worked
from .channels import has_address
from .findings import Reason
from .money import ZERO
from .policy import Step
from .question import Question, regime_of, worked
from .records import Channel, Decision, DocumentKind
from .regimes import get


def held(question: Question) -> Reason | None:
    """Return what holds back every message to the debtor, None when nothing does."""
    debtor = question.case.debtor
    if debtor.do_not_contact:
        return Reason("do_not_contact", {"debtor": debtor.code})
    if not is_worked(question.as_of, *question.setting.worked_in(debtor)):
        return Reason(
            "not_worked", {"day": question.as_of, "free": worked(question.as_of, question)}
        )
    return None


def refused(
    question: Question, step: Step, decision: Decision, channel: Channel, document: DocumentKind
) -> tuple[Reason, date] | None:
    """Return why a message may not go out and the first day on which it may, None when it may.

    The debtor's own limits come last, so that a user reads the reason that lasts longest.
    """
    reason = held(question)
    if reason:
        return reason, worked(question.as_of, question)
    small = _too_small(question, decision)
    if small:
        return small, question.as_of
    unwanted = _unwanted(question, step, decision)
    if unwanted:
        return unwanted, question.as_of
    if channel in ("letter", "registered_letter") and not has_address(question.case.debtor):
        return Reason("no_address", {"debtor": question.case.debtor.code}), question.as_of
    ticked = _indicative(question, document)
    if ticked:
        return ticked, question.as_of
    items = tuple(standing.item for standing in question.standings)
    return refusal(
        step, question.case.debtor, items, question.history, question.policy, question.as_of
    )


def _too_small(question: Question, decision: Decision) -> Reason | None:
    claimed = sum((totals.claim for totals in decision.totals), ZERO)
    tolerance = question.policy.values.tolerance
    if claimed >= tolerance:
        return None
    return Reason("below_tolerance", {"total": claimed, "minimum": tolerance})


def _unwanted(question: Question, step: Step, decision: Decision) -> Reason | None:
    """Prevention is for large sums of new or difficult debtors who pay by themselves."""
    if step.phase != 0:
        return None
    claimed = sum((totals.claim for totals in decision.totals), ZERO)
    if claimed < question.policy.values.pre_minimum:
        return Reason("prevention_small", {"total": claimed})
    if question.case.settled and question.case.debtor.profile in ("", "forgot"):
        return Reason("prevention_known", {"settled": question.case.settled})
    return None


def _indicative(question: Question, document: DocumentKind) -> Reason | None:
    """A regime we only know by hearsay writes no letter until the user has ticked it."""
    code = regime_of(question.case, question.setting)
    if not code or document in ("", "call_sheet"):
        return None
    if (
        get(code, question.setting.rates).indicative
        and code not in question.setting.creditor.confirmed_facts
    ):
        return Reason("indicative", {"regime": code})
    return None
