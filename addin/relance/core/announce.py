"""Debits and bills that are to be announced before they are due: nothing is asked for.

A debit is no reminder's business while it may go through (`blocks`). The step before the due date
tells the debtor of it all the same, where the policy wants that.
"""

from .channels import emails
from .findings import Reason
from .question import Question
from .standing import NO_PLACE, Standing

BY_DEBIT = "by_debit"  # the reason that holds every demand until a debit has had its days


def to_announce(question: Question) -> frozenset[int]:
    """Return the places of the debits that the policy announces today, by e-mail only."""
    if not question.policy.values.announce_debits or not emails(question.case.reached("email")):
        return frozenset()
    return frozenset(
        i for i, standing in enumerate(question.standings) if _is_ahead(standing, question)
    )


def not_announced(question: Question) -> tuple[Reason, ...]:
    """Return why the debits of the coming days are not announced, for who wonders."""
    ahead = [standing for standing in question.standings if _is_ahead(standing, question)]
    if question.policy.values.announce_debits:  # by e-mail, and there is no address
        return tuple(Reason("email_missing", {"debtor": one.item.debtor}) for one in ahead)
    return tuple(
        Reason("debit_ahead", {**one.hard.facts, "due": one.item.payable_on})
        for one in ahead
        if one.hard
    )


def _is_ahead(standing: Standing, question: Question) -> bool:
    """Tell whether a debit that nothing else holds is at the e-mail before its due date."""
    if not standing.held or standing.is_held_but_by((BY_DEBIT,)) or standing.soft is not None:
        return False
    if standing.place == NO_PLACE or standing.open <= 0 or standing.days_overdue >= 0:
        return False
    step = question.policy.steps[standing.place]
    is_mail = step.phase == 0 and step.document == "email"
    return is_mail and standing.is_due(question.as_of)
