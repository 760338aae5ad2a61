"""The settlements of a workbook and their letters: which hold, and which nobody must send."""

from collections.abc import Collection, Iterator

from ..core.beside import STEPS
from ..core.decide import asked
from ..core.history import read
from ..core.letters_of import agreement_lines
from ..core.records import Event, Outcome, Receivable, Settlement
from ..core.settlements import LETTER, SETTLEMENT, agreed, letters_by_settlement, terms
from ..core.settling import standing_agreements
from .desk import Desk
from .lines import PLAN
from .plans import plans_told
from .record import Entry

PLAN_LETTER = STEPS["plan"]


def live(desk: Desk, debtor: str) -> tuple[Settlement, ...]:
    """Return the settlements of a debtor that nobody has ended, paid or not, lapsed or not."""
    return agreed(desk.history_of(debtor))


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
    return letters_by_settlement(desk.history_of(one.debtor))[one.number][-1]


def logged_with(desk: Desk, one: Settlement) -> tuple[Event, ...]:
    """Return the lines of a settlement without its letter: what it ended, then its terms."""
    return _back_to_first(desk, one.debtor, one.number)


def first_with(desk: Desk, one: Settlement, letter: Event) -> Event:
    """Return the first of the lines that were logged with a letter: of what it ended, of terms."""
    last = one.number if letter.number == one.number + 1 else letter.number
    return _back_to_first(desk, one.debtor, last)[0]


def _back_to_first(desk: Desk, debtor: str, number: int) -> tuple[Event, ...]:
    """A line, after those that made room for it."""
    lines = {event.number: event for event in desk.events_of(debtor)}
    first = number
    while (before := lines.get(first - 1)) and _makes_room(before):
        first -= 1
    return tuple(lines[place] for place in range(first, number + 1))


def _makes_room(event: Event) -> bool:
    return event.step in (SETTLEMENT, LETTER) and event.outcome == "replaced"


def replaced_by(desk: Desk, one: Settlement) -> tuple[Settlement, ...]:
    """Return the settlements whose place one took, for its letter to say so when made again."""
    lines = logged_with(desk, one)
    known = [event for event in desk.events_of(one.debtor) if event.number < lines[0].number]
    ended = {event.items for event in lines[:-1]}
    return tuple(before for before in agreed(read(known)) if before.items in ended)


def ended_letters(desk: Desk) -> dict[str, str]:
    """Return the letters of agreements that have ended, with their debtors.

    A lapsed settlement keeps its letter: it was sent. One that was written again in the same words,
    under the same name, holds.
    """
    steps = (LETTER, PLAN_LETTER)
    letters = [one for one in desk.ledger.events if one.step in steps and one.outcome == "prepared"]
    codes = dict.fromkeys(one.debtor for one in letters)
    held = {name for code in codes for name in (*_settled_by(desk, code), *_planned_by(desk, code))}
    return {one.document: one.debtor for one in letters if one.document not in held}


def _settled_by(desk: Desk, debtor: str) -> Iterator[str]:
    """The letters of the settlements that hold."""
    said = letters_by_settlement(desk.history_of(debtor))
    for one in live(desk, debtor):
        yield from (letter.document for letter in said[one.number])


def _planned_by(desk: Desk, debtor: str) -> Iterator[str]:
    """The letters of plans, but those of a plan that was reversed, cancelled or replaced.

    A plan that was typed into the sheet has no line.
    """
    history = desk.history_of(debtor)
    lines = agreement_lines(history.lines, PLAN, PLAN_LETTER)
    made = {event.number: event for event in history.events if event.step == PLAN}
    for event in history.events:
        if event.step != PLAN_LETTER:
            continue
        line = made.get(lines.get(event.number, 0))
        ended = line is not None and any(one.cancelled for one in plans_told(desk, line))
        if not ended and (line or event.number not in lines):
            yield event.document


def ending(one: Settlement, outcome: Outcome, entry: Entry, note: str = "") -> Event:
    """Return the line that ends a settlement: `replaced` by another, or `cancelled`."""
    return Event(
        number=0, day=entry.day, debtor=one.debtor, items=one.items, step=SETTLEMENT,
        direction="in", outcome=outcome,
        document=terms(one.amount, one.owed, one.currency, one.by), note=note,
        entered_at=entry.entered_at,
    )  # fmt: skip
