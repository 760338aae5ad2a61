"""What a settlement may cover: the late items of one currency, with what the law adds to them."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from .blocks import by_debit
from .findings import Reason
from .money import ZERO
from .netting import taken_by
from .penalties import NOT_SURE
from .question import Question
from .records import Claim, Line, Receivable
from .settled_by import Netted
from .settlements import Agreement, agreements, freed, settled
from .standing import Standing

NOT_OWED = ("assigned", "handed_over", "closed", "insolvent")  # nothing of it is ours to give


def coverable(question: Question) -> tuple[list[Line], Reason]:
    """Return what is late, which an agreement would end, and the credits that are netted.

    Args:
        question: the debtor and the day.

    Returns:
        The lines, none when nothing is late, and why there would be none.
    """
    late = [one for one in question.standings if one.open > 0 and one.days_overdue > 0]
    kept = [one for one in standing_agreements(question) if one.state == "kept"]
    held = [(one, _comes(one.item, question, kept)) for one in late]
    free = [one for one, why in held if not why and _is_ours(one.item)]
    credits_ = [_line(one, question) for one in question.standings if one.open < 0]
    lines = [_line(one, question) for one in free]
    return ([*lines, *credits_] if lines else []), _why_none(question, held)


def _is_ours(item: Receivable) -> bool:
    return item.status not in NOT_OWED and item.kind != "retention"


def _comes(item: Receivable, question: Question, kept: Sequence[Agreement]) -> Reason | None:
    """Return the money that has ended an item or will: nothing is agreed on it, held or not."""
    due, setting, policy = item.payable_on, question.setting, question.policy
    coming = by_debit(item, setting, policy, due, question.as_of) if due else None
    return settled(item, kept) or coming


def _line(standing: Standing, question: Question) -> Line:
    return replace(
        standing.line(question.policy, standing.open > 0),
        claim=_claim(standing.item, standing.claim),
    )


def _claim(item: Receivable, claim: Claim) -> Claim:
    """The principal as it is open, and the rest of the claim; the principal alone in doubt."""
    if item.open < 0 or any(one.code in NOT_SURE for one in claim.withheld):
        return Claim(item.open, ZERO, ZERO, claim.regime)
    return replace(claim, principal=item.open, interest=claim.total - item.open - claim.fee)


def _why_none(question: Question, late: Sequence[tuple[Standing, Reason | None]]) -> Reason:
    """Nothing is late, and then when it will be; or what holds all that is."""
    held = next((why or one.hard for one, why in late if why or one.hard), None)
    if held:
        return held
    coming = [one.item.payable_on for one in question.standings if one.open > 0]
    due = min((day for day in coming if day), default=None)
    code = "nothing_late" if coming else "nothing_open"
    return Reason(code, {"debtor": question.case.debtor.code, "due": due})


def chosen(
    question: Question, lines: Sequence[Line], currency: str, numbers: Collection[str] = ()
) -> list[Line]:
    """Return the lines of a currency, the named ones alone when some are, with its credits.

    What an agreement about other invoices takes of a credit is not netted again.
    """
    about = [
        line
        for line in lines
        if line.item.currency == currency
        if line.item.open < 0 or not numbers or line.item.number in numbers
    ]
    owed = {line.item.number for line in about if line.item.open > 0}
    others = [one for one in standing_nettings(question) if owed.isdisjoint(one.items)]
    return [
        line if item is line.item else replace(line, item=item, claim=_claim(item, line.claim))
        for line in about
        for item in freed([line.item], others)
    ]


def standing_agreements(question: Question) -> tuple[Agreement, ...]:
    """Return where the settlements of a question's debtor stand."""
    return agreements(
        question.case, question.setting, question.policy, question.history, question.as_of
    )


def standing_nettings(question: Question) -> tuple[Netted, ...]:
    """Return what the agreements and promises of a question's debtor take of the credits."""
    agreed = standing_agreements(question)
    return taken_by(
        question.case, question.setting, question.policy, question.history, agreed, question.as_of
    )
