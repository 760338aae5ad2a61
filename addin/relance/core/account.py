"""What a statement of account tells beside its lines: agreements, and notes that stay to be paid.

An agreement has ended some invoices, or asks for another sum in their place. A penalty note claims
what is no principal: it is in no balance of invoices, and comes beside it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from .agreed_money import left_of_promises
from .blocks import in_procedure, is_about, planned, runs
from .findings import Reason
from .history import DONE, read
from .informed import had_by
from .money import ZERO
from .netting import shares_on
from .notes import Note, about, extras, standing_notes
from .question import Question, whole_policy
from .records import Line, Receivable
from .settled_by import Netted
from .settlements import spared
from .settling import standing_agreements, standing_nettings
from .standing import claim_of, paid_on_notes
from .told import written_on

KEPT = "settlement_kept"
NOTE_LEFT = "note_left"
INTEREST_FIRST = "interest_first"
OWED_ELSEWHERE = ("assigned", "handed_over")  # statuses of what is another's to claim
# What is asked for in its own way.
RUNNING = ("settlement", "settlement_unsure", "planned", "promised")


class NoteLeft(NamedTuple):
    """What is left of a penalty note, a sum a currency; `is_whole`: all that it asked for."""

    note: Note
    sums: tuple[tuple[str, Decimal], ...]
    is_whole: bool


def agreements_of(question: Question) -> tuple[Reason, ...]:
    """Return what is agreed about what is open: settlements kept or running, plans, promises."""
    owed = {one.item.number: one.item for one in question.standings if one.open > 0}
    settled = [
        one
        for one in standing_agreements(question)
        if one.state != "lapsed" and not owed.keys().isdisjoint(one.settlement.items)
    ]
    plans = _plans(question, owed.values())
    covered = {number for one in settled for number in one.settlement.items}
    free = [
        item
        for item in owed.values()
        if item.number not in covered and item.status not in (*OWED_ELSEWHERE, "closed")
        if not planned(item, question.case, question.setting, question.policy, question.as_of)
    ]
    return (*(one.reason() for one in settled), *plans, *_promises(question, free))


def _plans(question: Question, owed: Iterable[Receivable]) -> Iterator[Reason]:
    """The plans that hold what is open, each once with the numbers of what it holds."""
    case, setting = question.case, question.setting
    found: dict[object, tuple[Reason, list[Receivable]]] = {}
    for item in owed:
        held = planned(item, case, setting, question.policy, question.as_of)
        if held:
            same = item.currency, held.facts["agreed_on"]
            found.setdefault(same, (held, []))[1].append(item)
    netted = standing_nettings(question) if found else ()
    for reason, items in found.values():
        yield _telling(reason, items, items, netted)


def _promises(question: Question, free: Sequence[Receivable]) -> Iterator[Reason]:
    """The promises that run on some items, each with what is still to come of it.

    What is promised twice is in the first promise: the balance holds it once. A promise whose money
    has come announces nothing, nor does one more than what is left of it beside other agreements.
    """
    case, setting, day = question.case, question.setting, question.as_of
    told: set[str] = set()
    waited = left_of_promises(case, setting, question.policy, question.history, day)
    for promise, left in waited.items():
        found = [item for item in free if is_about(promise.items, promise.currency, item)]
        if not found or not left or not runs(promise, setting, question.policy, day):
            continue
        new = [item for item in found if item.number not in told]
        told |= {item.number for item in found}
        if set(promise.items) - {item.number for item in found}:
            left = min(left, sum((item.open for item in found), ZERO))
        facts = {
            "amount": left, "by": promise.by, "currency": promise.currency,
            "agreed_on": promise.made_on,
        }  # fmt: skip
        yield _telling(Reason("promised", facts), found, new, standing_nettings(question))


def _telling(
    reason: Reason, items: Sequence[Receivable], new: Sequence[Receivable],
    netted: Iterable[Netted],
) -> Reason:  # fmt: skip
    """An agreement with the numbers of what it holds, and what is open on those not told before."""
    numbers = tuple(item.number for item in items)
    about = {item.number for item in new}
    used = [one.used for one in netted if not about.isdisjoint(one.items)]
    taken = sum((share.amount for shares in used for share in shares), ZERO)
    left = sum((item.open for item in new), ZERO) - taken
    facts = {"number": ", ".join(numbers), "numbers": numbers, "open": left}
    return Reason(reason.code, {**reason.facts, **facts})


def notes_left(question: Question, settled: Sequence[Receivable]) -> tuple[Reason, ...]:
    """Return the penalty notes that went out and are not paid, with what is left of each.

    Args:
        question: the debtor and the day.
        settled: the debtor's items of which nothing is open any more.
    """
    sent = [note for note in standing_notes(question.history.lines) if note.is_sent]
    return tuple(
        Reason(NOTE_LEFT, {"note": one.note.number, "day": one.note.day, "amount": amount,
                           "currency": currency} | _claimed_on(question, one.note))
        for one in left_of(question, settled, sent)
        for currency, amount in one.sums
    )  # fmt: skip


def paid_to_interest(question: Question, lines: Iterable[Line]) -> tuple[Reason, ...]:
    """Return what payments put on interest first, a currency each: it stays due as principal.

    A statement's balance is that of the invoices, as the books have it.

    Args:
        question: the debtor and the day.
        lines: what the statement lists.

    Source: Code civil, art. 1343-1.
    """
    listed = {(line.item.number, line.item.row) for line in lines}
    sums = dict[str, Decimal]()
    for one in question.standings:
        item, more = one.item, max(one.claim.principal - one.item.open, ZERO)
        if (item.number, item.row) in listed:
            sums[item.currency] = sums.get(item.currency, ZERO) + more
    return tuple(
        Reason(INTEREST_FIRST, {"amount": amount, "currency": currency})
        for currency, amount in sums.items()
        if amount
    )


def _claimed_on(question: Question, note: Note) -> dict[str, object]:
    """The day of the last letter to a statement's reader that claimed all that a note asks for."""
    case, notices = question.case, question.setting.marks.notices
    policy = whole_policy(case, question.setting)
    days = [
        written_on(event)
        for event in had_by(case, "statement", notices, question.history.contacts)
        if policy.has_claimed(event.step) and event.outcome in DONE
        if set(note.items) <= set(event.items)
    ]
    last = max(days, default=None)
    return {"claimed_on": last} if last and last >= note.day else {}


def left_of(
    question: Question, settled: Sequence[Receivable], notes: Sequence[Note]
) -> tuple[NoteLeft, ...]:
    """Return what is left of some penalty notes, those alone of which something is.

    One that a later note has taken over is in that one. What a settlement that holds waives is not
    owed, what is another's is not to be paid to us, and what was born before proceedings is
    declared (C. com. L622-7).

    Args:
        question: the debtor and the day.
        settled: the debtor's items of which nothing is open any more.
        notes: the notes that count, oldest first.
    """
    last = [note for i, note in enumerate(notes) if not about(notes[i + 1 :], note.items)]
    if not last:
        return ()
    case, setting, history = question.case, question.setting, question.history
    received = paid_on_notes(case, setting, history, question.as_of, settled)
    waived = spared(standing_agreements(question))
    items = (*case.items, *settled)
    found = (_left(note, question, items, received, waived) for note in last)
    return tuple(one for one in found if one.sums)


def _left(
    note: Note, question: Question, items: Iterable[Receivable],
    received: Mapping[str, Decimal], waived: Collection[str],
) -> NoteLeft:  # fmt: skip
    """What a note asked for less what it has brought and what is waived, currency by currency."""
    sums, is_whole = dict[str, Decimal](), True
    for item, asked in _asked(note, question, items):
        rest = max(asked - received.get(item.number, ZERO), ZERO)
        gone = item.number in waived or item.status in OWED_ELSEWHERE
        rest = ZERO if gone or in_procedure(item, question.case) else rest
        is_whole = is_whole and rest == asked
        sums[item.currency] = sums.get(item.currency, ZERO) + rest
    return NoteLeft(note, tuple((money, sum_) for money, sum_ in sums.items() if sum_), is_whole)


def _asked(
    note: Note, question: Question, items: Iterable[Receivable]
) -> Iterator[tuple[Receivable, Decimal]]:
    """What a note asked for each item on its day: what was agreed on since does not change it."""
    case, setting, day = question.case, question.setting, note.day
    then = read(event for event in question.history.events if event.day <= day)
    shares = shares_on(case, setting, then, day)
    for item in items:
        if item.number in note.items:
            yield item, extras(claim_of(item, case, setting, then, day, False, shares, {}))
