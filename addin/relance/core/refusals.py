"""What refuses a message that is due: the day, the sum, the address, the regime, the budget."""

from datetime import date
from decimal import Decimal

from .budget import refusal
from .calendar import is_worked
from .channels import has_address, is_complete
from .findings import Reason
from .policy import Step
from .question import Question, worked
from .records import Channel, Claims, Creditor, DocumentKind
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
    question: Question, step: Step, claimed: Decimal, channel: Channel, document: DocumentKind,
    *, by_hand: bool = False,
) -> tuple[Reason, date] | None:  # fmt: skip
    """Return why a message may not go out and the first day on which it may, None when it may.

    The debtor's own limits come last, so that a user reads the reason that lasts longest.

    Args:
        question: the debtor, their history and the day.
        step: the step that is due.
        claimed: what the message demands, credits netted, in the currency that owes the most.
        channel: the channel chosen.
        document: the document chosen.
        by_hand: a person chose it: habits about whom to prevent are left aside.
    """
    reason = held(question)
    if reason:
        return reason, worked(question.as_of, question)
    lasting = (
        _too_small(question, claimed)
        or (None if by_hand else _unwanted(question, step, claimed))
        or unwritable(question, channel, document, step.claims)
    )
    if lasting:
        return lasting, question.as_of
    items = tuple(standing.item for standing in question.standings)
    return refusal(
        step, question.case.debtor, items, question.history, question.policy, question.as_of
    )


def unwritable(
    question: Question, channel: Channel, document: DocumentKind, claims: Claims = "none"
) -> Reason | None:
    """Return why no document can be written: who may not hear it, no address, no mandate..."""
    reached = question.case.reached(document)
    if reached is not question.case.debtor and reached.do_not_contact:  # `held` knows the debtor's
        return Reason("do_not_contact", {"debtor": reached.code})
    if channel in ("letter", "registered_letter") and not has_address(reached):
        return Reason("no_address", {"debtor": reached.code})
    if document in ("", "call_sheet"):
        return None
    return _unmandated(question) or _unticked(question, claims)


def _unmandated(question: Question) -> Reason | None:
    """Who sends for another needs a dated mandate; a Belgian consumer only hears the creditor.

    Source: CPCE R124-3 and R124-4 (FR); Code de droit économique, livre XIX, title 2 (BE).
    """
    creditor = question.setting.creditor
    if creditor.sender == "creditor":
        return None
    if question.regime == "BE-B2C":
        return Reason("collector_unregistered", {"debtor": question.case.debtor.code})
    debtor = {"debtor": question.case.debtor.code}
    if not creditor.mandate_reference or creditor.mandate_date is None:
        return Reason("mandate_missing", debtor)
    if _must_say_where(creditor) and not is_complete(creditor.sender_address):
        return Reason("sender_address_missing", debtor)
    return None


def _must_say_where(creditor: Creditor) -> bool:
    """Tell whether who recovers for another must print an address (CPCE R124-4, 1°)."""
    return creditor.sender == "third_party" and creditor.country == "FR"


def _too_small(question: Question, claimed: Decimal) -> Reason | None:
    tolerance = question.policy.values.tolerance
    if claimed >= tolerance:
        return None
    return Reason("below_tolerance", {"total": claimed, "minimum": tolerance})


def _unwanted(question: Question, step: Step, claimed: Decimal) -> Reason | None:
    """Prevention is for large sums of new or difficult debtors who pay by themselves."""
    if step.phase != 0:
        return None
    if claimed < question.policy.values.pre_minimum:
        return Reason("prevention_small", {"total": claimed})
    if question.case.settled and question.case.debtor.profile in ("", "forgot"):
        return Reason("prevention_known", {"settled": question.case.settled})
    return None


def _unticked(question: Question, claims: Claims) -> Reason | None:
    """What rests on memory is not written until the user has ticked it, whatever the item.

    A regime we know by hearsay writes nothing; a sum from memory only holds what claims it.
    """
    ticked = set(question.setting.creditor.confirmed_facts)
    late = {one.claim.regime for one in question.standings if one.days_overdue > 0}
    for code in sorted(late - ticked - {""}):
        regime = get(code, question.setting.rates)
        facts = {"number": "", "regime": code, "names": regime.unconfirmed}
        if regime.indicative:
            return Reason("indicative", facts)
        if claims != "none" and not set(regime.unconfirmed) <= ticked:
            return Reason("unconfirmed", facts)
    return None
