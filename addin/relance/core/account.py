"""What a statement of account tells beside its lines: agreements, and notes that stay to be paid.

An agreement has ended some invoices, or asks for another sum in their place. A penalty note claims
what is no principal: it is in no balance of invoices, and comes beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from .blocks import planned
from .findings import Reason
from .money import ZERO
from .notes import Note, about, extras, standing_notes
from .question import Question
from .records import Receivable
from .settlements import spared
from .settling import standing_agreements
from .standing import claim_of, paid_on_notes

KEPT = "settlement_kept"
NOTE_LEFT = "note_left"
RUNNING = ("settlement", "settlement_unsure", "planned")  # what is asked for in its own way


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


def notes_left(question: Question, settled: Sequence[Receivable]) -> tuple[Reason, ...]:
    """Return the penalty notes that went out and are not paid, with what is left of each.

    One that a later note has taken over is in that one, and what a settlement that holds waives is
    not owed.

    Args:
        question: the debtor and the day.
        settled: the debtor's items of which nothing is open any more.
    """
    sent = [note for note in standing_notes(question.history.lines) if note.is_sent]
    last = [note for i, note in enumerate(sent) if not about(sent[i + 1 :], note.items)]
    if not last:
        return ()
    waived = spared(standing_agreements(question))
    items = [one for one in (*question.case.items, *settled) if one.number not in waived]
    return tuple(reason for note in last for reason in _left(note, question, items, settled))


def _left(
    note: Note, question: Question, items: Iterable[Receivable], settled: Sequence[Receivable]
) -> Iterator[Reason]:  # fmt: skip
    """What is left of a note, currency by currency: what it asked for less what it has brought."""
    case, setting, history = question.case, question.setting, question.history
    received = paid_on_notes(case, setting, history, question.as_of, settled)
    sums: dict[str, Decimal] = {}
    for item in items:
        if item.number in note.items:
            asked = extras(claim_of(item, case, setting, history, note.day, paid={}))
            rest = max(asked - received.get(item.number, ZERO), ZERO)
            sums[item.currency] = sums.get(item.currency, ZERO) + rest
    for currency, amount in sums.items():
        if amount:
            facts = {"note": note.number, "day": note.day, "amount": amount, "currency": currency}
            yield Reason(NOTE_LEFT, facts)
