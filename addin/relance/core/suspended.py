"""Suspensions in the journal: a person's, and those of imports that had an item no more."""

from collections.abc import Iterable, Sequence

from .findings import Reason
from .history import History
from .records import Event, Receivable

HOLD = "hold"  # a person has suspended the item
RELEASE = "release"  # a person has let it go
ABSENT = "absent"  # an import no longer had the item, or had it as paid: it is held
PRESENT = "present"  # an import had it again: it is open
CHANGES = (HOLD, RELEASE, ABSENT, PRESENT)


def last_change(events: Sequence[Event], number: str) -> Event | None:
    """Return the last of valid lines that suspended an item or let it go, None without one."""
    changes = (one for one in reversed(events) if one.step in CHANGES)
    return next((one for one in changes if number in one.items), None)


def has_left(item: Receivable, history: History) -> bool:
    """Tell whether an item is held because an import no longer had it: it is probably settled."""
    if item.status != "on_hold":
        return False
    last = last_change(history.events, item.number)
    return last is not None and last.step == ABSENT


def is_stated(item: Receivable, history: History) -> bool:
    """Tell whether a statement lists an item: not what is probably paid; credits ask for less."""
    return item.open <= 0 or not has_left(item, history)


def unstated(items: Iterable[Receivable], history: History) -> tuple[Reason, ...]:
    """Return what is told of the items that a statement leaves out, () when there are none."""
    numbers = tuple(item.number for item in items if not is_stated(item, history))
    return (Reason("unstated", {"numbers": numbers}),) if numbers else ()
