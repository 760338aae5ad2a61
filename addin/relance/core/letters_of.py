"""Which letter says which agreement: that of the line that was in force when it was written.

A letter never says another agreement, though that one is about the same items: what was reversed
does not come back with the letter of what was agreed on since.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from .journal import reversed_numbers
from .records import Event


def agreement_lines(events: Iterable[Event], agreement: str, letter: str) -> dict[int, int]:
    """Return the numbers of the lines of agreements by those of their letters.

    Args:
        events: all lines of one debtor, the reversed ones too, in their order.
        agreement: the step of the lines of agreements.
        letter: the step of their letters.
    """
    live: list[Event] = []
    found: dict[int, int] = {}
    for event in events:
        if event.outcome == "reversed":
            gone = reversed_numbers((event,))
            live = [one for one in live if one.number not in gone]
        elif event.step == agreement and event.direction == "in" and event.outcome == "done":
            live.append(event)
        elif event.step == letter:
            about = [one for one in live if not set(event.items).isdisjoint(one.items)]
            found.update((event.number, one.number) for one in about[-1:])
    return found


def rank_of(
    number: int, events: Sequence[Event], agreement: str, letter: str, day: date
) -> int:  # fmt: skip
    """Return the place of an agreement among those that have a letter of a day, from 1 on.

    One keeps its place however often its letter is written; what was ended or reversed since keeps
    its own too: none is given twice.

    Args:
        number: that of its line; 0 when it is about to be noted.
        events: as in `agreement_lines`.
        agreement: the step of the lines of agreements.
        letter: the step of their letters.
        day: the day of the letters.
    """
    lines = agreement_lines(events, agreement, letter)
    written = (one for one in events if one.day == day and one.outcome == "prepared")
    known = list(dict.fromkeys(lines[one.number] for one in written if one.number in lines))
    return known.index(number) + 1 if number in known else len(known) + 1
