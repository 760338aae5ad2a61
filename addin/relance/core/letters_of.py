"""Which letter says which agreement: that of the line that was in force when it was written.

A letter never says another agreement, though that one is about the same items: what was reversed
does not come back with the letter of what was agreed on since.
"""

from collections.abc import Iterable

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
