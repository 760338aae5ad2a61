"""What a statement of account tells of agreements: what one has ended, and which ones run."""

from collections.abc import Iterable, Iterator

from .blocks import planned
from .findings import Reason
from .question import Question
from .records import Receivable
from .settling import standing_agreements

KEPT = "settlement_kept"


def agreements_of(question: Question) -> tuple[Reason, ...]:
    """Return the agreements about what is open: settlements kept or running, plans running."""
    owed = {one.item.number: one.item for one in question.standings if one.open > 0}
    settled = tuple(
        one.reason()
        for one in standing_agreements(question)
        if one.state != "lapsed" and not owed.keys().isdisjoint(one.settlement.items)
    )
    return settled + tuple(_plans(question, owed.values()))


def _plans(question: Question, owed: Iterable[Receivable]) -> Iterator[Reason]:
    """The plans that hold what is open, each once with the numbers of what it holds."""
    case, setting = question.case, question.setting
    numbers: dict[object, list[str]] = {}
    for item in owed:
        held = planned(item, case, setting, question.policy, question.as_of)
        if held:
            numbers.setdefault(held.facts["agreed_on"], []).append(item.number)
    for agreed_on, held_by in numbers.items():
        facts = {"number": ", ".join(held_by), "numbers": tuple(held_by), "agreed_on": agreed_on}
        yield Reason("planned", facts)
