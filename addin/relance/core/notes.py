"""Penalty notes in the journal: their numbers, which of them stand, and what was paid on them.

A note claims interest and fixed sums of some invoices up to its day. Nothing is asked for twice:
a later claim for the same invoices runs to its own day, *includes* what a note has claimed and
says so; what was paid on a note is deducted everywhere; what a note has claimed for an invoice
that is settled since is never claimed again. A note that nobody confirmed as sent is replaced by
the next one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from .findings import Reason
from .history import DONE, History, read
from .money import ZERO
from .records import Claim, Event, Payment, Receivable
from .told import written_on

NOTE = "penalty_note"  # in the journal
PREFIX = "NP-"
ENDS_NOTE = ("replaced", "cancelled", "bounced")
Owed = Callable[[Receivable, date], Decimal]


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was written; `is_sent` once a person has confirmed it."""

    number: str
    day: date
    document: str
    items: tuple[str, ...]
    is_sent: bool = False
    stands: bool = True  # neither replaced nor cancelled since


def notes_of(events: Iterable[Event]) -> tuple[Note, ...]:
    """Return the notes of a debtor's journal that nobody has reversed, oldest first."""
    known = tuple(events)
    if not any(event.step == NOTE for event in known):
        return ()
    numbers, found = numbers_of(known), dict[str, Note]()
    for event in read(known).events:
        document = event.document
        if event.step != NOTE:
            continue
        if event.outcome == "prepared":
            found[document] = Note(numbers[document], event.day, document, event.items)
        elif document in found and event.outcome in DONE:
            found[document] = replace(found[document], is_sent=True)
        elif document in found and event.outcome in ENDS_NOTE:
            found[document] = replace(found[document], stands=False)
    return tuple(found.values())


def standing_notes(events: Iterable[Event]) -> tuple[Note, ...]:
    """Return the notes that are neither reversed, replaced nor cancelled, oldest first."""
    return tuple(note for note in notes_of(events) if note.stands)


def told_notes(events: Iterable[Event], day: date) -> tuple[Note, ...]:
    """Return the notes that a message of a day may speak of: those that the debtor has.

    They were sent, or were written that very day and go out beside it; one of before that nobody
    has confirmed may never have left.
    """
    known = standing_notes(event for event in events if event.day <= day)
    return tuple(note for note in known if note.is_sent or note.day == day)


def numbers_of(events: Iterable[Event]) -> dict[str, str]:
    """Return the number of each note by its document, reversed ones too: none is given twice.

    A series of their own, never that of an invoice: the debtor, the day, then a rank from the
    second note of that day on. The e-mail of a note and its letter have one.
    """
    numbers: dict[str, str] = {}
    of_days: dict[date, dict[str, str]] = {}
    for event in sorted(events, key=lambda one: one.number):
        if event.step == NOTE and event.outcome == "prepared":
            known = of_days.setdefault(event.day, {})
            number = _number(event.debtor, event.day, len(known) + 1)
            form = event.document.rpartition(".")[0]
            numbers.setdefault(event.document, known.setdefault(form, number))
    return numbers


def number_for(events: Iterable[Event], debtor: str, day: date, key: str) -> str:
    """Return the number of a note to be written: the same one when it was written before.

    Args:
        events: the debtor's journal.
        debtor: the debtor's code.
        day: the day of the note.
        key: the key of its document, of which its file's name holds the beginning.
    """
    known = tuple(events)
    numbers = numbers_of(known)
    days = {event.document: event.day for event in known if event.document in numbers}
    of_the_day = [document for document in numbers if days[document] == day]
    same = next((one for one in of_the_day if is_of_key(one, key)), None)
    if same:
        return numbers[same]
    return _number(debtor, day, len({numbers[document] for document in of_the_day}) + 1)


def is_of_key(document: str, key: str) -> bool:
    """Tell whether the name of a document has the beginning of a key."""
    return f"-{key[:6]}." in document


def _number(debtor: str, day: date, rank: int) -> str:
    return f"{PREFIX}{debtor}-{day:%Y%m%d}" + (f"-{rank}" if rank > 1 else "")


def about(notes: Iterable[Note], numbers: Iterable[str]) -> tuple[Note, ...]:
    """Return the notes that claim something for one of these invoices."""
    named = set(numbers)
    return tuple(note for note in notes if not named.isdisjoint(note.items))


def paid_on(note: Note, payments: Iterable[Payment], as_of: date, currency: str) -> Decimal:
    """Return what payments that name a note's number have brought until a day."""
    return sum(
        (
            one.amount
            for one in payments
            if one.invoice == note.number and one.value_date <= as_of and one.currency == currency
        ),
        ZERO,
    )


def names_a_note(payments: Iterable[Payment]) -> bool:
    """Tell whether one of some payments names a note instead of an invoice."""
    return any(one.invoice.startswith(PREFIX) for one in payments)


def paid_extras(
    notes: Iterable[Note], payments: Sequence[Payment], items: Sequence[Receivable], as_of: date,
    owed: Owed,
) -> dict[str, Decimal]:  # fmt: skip
    """Return how much of each item's interest and fixed sum was paid on notes, by its number.

    Args:
        notes: all notes, replaced ones too: a debtor may pay any of those they received.
        payments: the debtor's.
        items: what the notes may list, in the order in which a payment settles them.
        as_of: payments until that day count.
        owed: interest and fixed sum of an item on a day.
    """
    paid: dict[str, Decimal] = {}
    places: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        places.setdefault(item.number, []).append(place)
    for note in notes:
        left: dict[str, Decimal] = {}
        listed = sorted(place for number in set(note.items) for place in places.get(number, ()))
        for item in (items[place] for place in listed):
            money = item.currency
            rest = left.setdefault(money, paid_on(note, payments, as_of, money))
            before = paid.get(item.number, ZERO)
            share = max(ZERO, min(rest, owed(item, note.day) - before))
            if share:
                left[money], paid[item.number] = rest - share, before + share
    return paid


def without(claim: Claim, paid: Decimal, item: Receivable) -> Claim:
    """Return a claim less what was paid of it on a note: the fixed sum first, then interest."""
    if paid <= 0:
        return claim
    fee = min(paid, claim.fee)
    interest = min(paid - fee, claim.interest)
    facts = {
        "number": item.number, "amount": fee + interest, "interest": interest,
        "currency": item.currency,
    }  # fmt: skip
    reason = Reason("paid_on_note", facts)
    return replace(
        claim, interest=claim.interest - interest, fee=claim.fee - fee,
        withheld=(*claim.withheld, reason),
    )  # fmt: skip


def extras(claim: Claim) -> Decimal:
    """Return what an item owes beside its principal."""
    return claim.interest + claim.fee


def thanked_on(history: History, numbers: Iterable[str]) -> date | None:
    """Return the last day on which the debtor was thanked for one of some invoices."""
    named = set(numbers)
    thanks = (event for event in history.events if event.step == "thanks")
    days = (written_on(event) for event in thanks if not named.isdisjoint(event.items))
    return max(days, default=None)
