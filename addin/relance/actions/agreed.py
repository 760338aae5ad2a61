"""The settlements of a workbook and their letters: which hold, and which nobody must send."""

from collections.abc import Collection, Iterator

from ..core.decide import asked
from ..core.history import read
from ..core.records import Event, Outcome, Receivable, Settlement
from ..core.settlements import LETTER, SETTLEMENT, agreed, terms
from ..core.settling import standing_agreements
from .desk import Desk
from .record import Entry


def live(desk: Desk, debtor: str) -> tuple[Settlement, ...]:
    """Return the settlements of a debtor that nobody has ended, paid or not, lapsed or not."""
    return agreed(read(desk.events_of(debtor)))


def holding(desk: Desk, entry: Entry, debtor: str) -> tuple[Settlement, ...]:
    """Return those that hold their items on the day of an entry."""
    question = asked(desk.case(debtor), desk.setting, entry.day)
    found = standing_agreements(question)
    return tuple(one.settlement for one in found if one.state != "lapsed")


def about(found: Collection[Settlement], items: Collection[Receivable]) -> tuple[Settlement, ...]:
    """Return the settlements that cover one of some items."""
    numbers = {item.number for item in items}
    return tuple(one for one in found if not numbers.isdisjoint(one.items))


def letter_of(desk: Desk, one: Settlement) -> Event:
    """Return the line of the last letter that says a settlement."""
    return [event for event in _letters(desk, one.debtor) if _says(event, one)][-1]


def _letters(desk: Desk, debtor: str) -> Iterator[Event]:
    events = read(desk.events_of(debtor)).events
    return (event for event in events if event.step == LETTER)


def _says(letter: Event, one: Settlement) -> bool:
    return letter.number > one.number and letter.items == one.items


def ended_letters(desk: Desk) -> dict[str, str]:
    """Return the letters of settlements that have ended, with their debtors.

    A lapsed one keeps its letter: it was sent. One that was written again in the same words, under
    the same name, holds.
    """
    letters = [
        one for one in desk.ledger.events if one.step == LETTER and one.outcome == "prepared"
    ]
    codes = dict.fromkeys(one.debtor for one in letters)
    held = {
        letter.document
        for code in codes
        for one in live(desk, code)
        for letter in _letters(desk, code)
        if _says(letter, one)
    }
    return {one.document: one.debtor for one in letters if one.document not in held}


def ending(one: Settlement, outcome: Outcome, entry: Entry, note: str = "") -> Event:
    """Return the line that ends a settlement: `replaced` by another, or `cancelled`."""
    return Event(
        number=0, day=entry.day, debtor=one.debtor, items=one.items, step=SETTLEMENT,
        direction="in", outcome=outcome,
        document=terms(one.amount, one.owed, one.currency, one.by), note=note,
        entered_at=entry.entered_at,
    )  # fmt: skip
