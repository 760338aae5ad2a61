"""Debits and bills that are to be announced before they are due: nothing is asked for.

A debit is no reminder's business while it may go through (`blocks`). The step before the due date
tells the debtor of it all the same, where the policy wants that.
"""

from datetime import date

from .budget import interval_of
from .channels import emails
from .findings import Reason
from .policy import Step
from .question import Question
from .standing import NO_PLACE, Standing

BY_DEBIT = "by_debit"  # the reason that holds every demand until a debit has had its days


def to_announce(question: Question) -> frozenset[int]:
    """Return the places of the debits that the policy announces today, by e-mail only."""
    return frozenset(i for i, day in _announced(question).items() if day <= question.as_of)


def announced_with(question: Question) -> frozenset[int]:
    """Return the places of the debits that an e-mail of today announces.

    Those whose own day comes before another message may follow are told in this one: alone, they
    would wait for the interval, until the day of the debit or after it.
    """
    debtor, policy = question.case.debtor, question.policy
    found = set()
    for i, day in _announced(question).items():
        interval = interval_of(policy.steps[question.standings[i].place], debtor, policy)
        if (day - question.as_of).days < max(interval, 1):
            found.add(i)
    return frozenset(found)


def _announced(question: Question) -> dict[int, date]:
    """The places of the debits that are to be announced one day by e-mail, with that day."""
    if not question.policy.values.announce_debits or not emails(question.case.reached("email")):
        return {}
    return {
        i: standing.next_date
        for i, standing in enumerate(question.standings)
        if standing.next_date is not None and _is_ahead(standing, question)
    }


def not_announced(question: Question) -> tuple[Reason, ...]:
    """Return why the debits of the coming days are not announced, for who wonders."""
    ahead = [
        standing
        for standing in question.standings
        if _is_ahead(standing, question) and standing.is_due(question.as_of)
    ]
    if question.policy.values.announce_debits:  # by e-mail, and there is no address
        return tuple(Reason("email_missing", {"debtor": one.item.debtor}) for one in ahead)
    return tuple(
        Reason("debit_ahead", {**one.hard.facts, "due": one.item.payable_on})
        for one in ahead
        if one.hard
    )


def _is_ahead(standing: Standing, question: Question) -> bool:
    """Tell whether a debit that nothing else holds has the e-mail before its due date to come."""
    if not standing.held or standing.is_held_but_by((BY_DEBIT,)) or standing.soft is not None:
        return False
    if standing.place == NO_PLACE or standing.open <= 0 or standing.days_overdue >= 0:
        return False
    return _is_mail(question.policy.steps[standing.place])


def _is_mail(step: Step) -> bool:
    return step.phase == 0 and step.document == "email"
