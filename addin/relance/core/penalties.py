"""What a penalty note lists: interest and fixed sums of invoices paid late, or late and open.

What it takes over from earlier notes, and when there is nothing new to claim, is decided here;
`core.notes` reads the journal. An invoice that is settled is claimed for once: its sums do not
grow any more. An open one is listed anew, to the day. Which of the two an invoice is depends on
the day of the note: money that came later is not there yet, and money that is matched with no
invoice counts for the one whose interest it stops.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from .blocks import in_procedure
from .credits import Shares
from .findings import Reason
from .money import ZERO
from .netting import shares_on
from .notes import Note, about, standing_notes
from .question import Question
from .records import Line, Receivable
from .standing import claim_of, paid_on_notes

NOT_SURE = ("indicative", "unconfirmed")  # rates and sums that nobody has ticked
Found = tuple[list[Line], Reason]


def penalised(
    question: Question, settled: Sequence[Receivable], *, with_open: bool,
    waived: Collection[str] = (),
) -> Found:  # fmt: skip
    """Return the lines of a note, and the reason when there are none.

    A note takes over the whole of those that nobody confirmed as sent, and of those that it
    brings up to date: the debtor has one to pay.

    Args:
        question: the debtor and the day.
        settled: the debtor's items of which nothing is open any more.
        with_open: what is still open is a reason for a note, not only what was paid late.
        waived: numbers of what a settlement has ended: neither listed, nor a reason for a note.
    """
    owing = _owing(question, settled)
    lines = {line.item.number: line for line in owing if line.item.number not in waived}
    notes = standing_notes(question.case.events)
    matched = {item.number for item in settled}
    fresh = [
        number
        for number, line in lines.items()
        if (with_open or (number in matched and line.item.open == 0))
        if not _is_claimed(line, notes, question)
    ]
    none = Reason("no_penalties", {})
    if not fresh:
        return [], none
    taken = {number for note in replaced_by(notes, fresh) for number in note.items}
    listed = [line for number, line in lines.items() if number in taken or number in fresh]
    surplus = _surplus(question, {line.item.currency for line in listed})
    return ([], surplus) if surplus else (listed, none)


def replaced_by(notes: Iterable[Note], numbers: Collection[str]) -> tuple[Note, ...]:
    """Return the notes that one about some invoices takes the place of."""
    known = tuple(notes)
    same = about(known, numbers)
    return tuple(note for note in known if not note.is_sent or note in same)


def _owing(question: Question, settled: Sequence[Receivable]) -> Iterable[Line]:
    """The line of each item that bears something, less what was paid on notes, by due date."""
    hard = {standing.item.number for standing in question.standings if standing.hard}
    owing = [item for item in question.case.items if item.open > 0 and item.number not in hard]
    paid = [
        item
        for item in settled
        if item.status in ("open", "closed") and not in_procedure(item, question.case)
        if not item.is_due_before_issue  # it would bear interest from a wrong day
    ]
    received = paid_on_notes(
        question.case, question.setting, question.history, question.as_of, paid
    )  # fmt: skip
    shares = shares_on(question.case, question.setting, question.history, question.as_of)
    owing = sorted([*owing, *paid], key=lambda item: (item.due or question.as_of, item.number))
    for item in owing:
        line = _line(item, question, shares, received)
        if line is not None:
            yield line


def _line(
    item: Receivable, question: Question, shares: Shares, paid: Mapping[str, Decimal]
) -> Line | None:  # fmt: skip
    """The line of an item that bears interest or a fixed sum by law, None when it bears none."""
    case, day = question.case, question.as_of
    claim = claim_of(
        item, case, question.setting, question.history, day, True, shares, paid
    )  # fmt: skip
    if any(one.code in NOT_SURE for one in claim.withheld):
        return None
    if claim.interest + claim.fee <= 0:
        return None
    due, then = item.payable_on, _on_the_day(item, question, shares)
    owed = replace(claim, principal=claim.principal + then.open - item.open)
    return Line(then, owed, (day - due).days if due else 0, demanded=True)


def _on_the_day(item: Receivable, question: Question, shares: Shares) -> Receivable:
    """An item with what had come for it by the day of the note, matched with it or not."""
    later = sum(
        (
            one.amount
            for one in question.case.payments
            if (one.invoice, one.currency) == (item.number, item.currency)
            if one.value_date > question.as_of
        ),
        ZERO,
    )
    unmatched = (one for one in shares.get(item, ()) if one.value_date <= question.as_of)
    came = max(item.paid - later, ZERO) + sum((one.amount for one in unmatched), ZERO)
    return replace(item, paid=came)


def _is_claimed(line: Line, notes: Iterable[Note], question: Question) -> bool:
    """Tell whether a note has claimed all that an item bears.

    An open item bears more every day: only a note that left today has claimed it all.
    """
    last = line.claim.last_day
    for note in about(notes, (line.item.number,)):
        if line.item.open == 0 and (last is None or last <= note.day):
            return True
        if note.is_sent and note.day >= question.as_of:
            return True
    return False


def _surplus(question: Question, currencies: Collection[str]) -> Reason | None:
    """Why a note waits: we hold money of the debtor, which may be what it would ask for."""
    for currency in sorted(currencies):
        sums = (one.open for one in question.case.items if one.currency == currency)
        balance = sum(sums, ZERO)
        if balance < 0:
            return Reason("note_surplus", {"credits": -balance, "currency": currency})
    return None
