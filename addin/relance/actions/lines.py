"""The lines of the journal that tell more than a reminder: their steps, and what each is for."""

from collections.abc import Iterable

from ..core.history import TAKEOVER, valid_events
from ..core.records import Event
from ..core.suspended import ABSENT, PRESENT

PAYMENT = "payment"
PROMISE = "promise"
PLAN = "plan"
DISPUTE = "dispute"
RESOLVED = "dispute_resolved"
RECEIVED = "received"  # a payment that an import has brought: Payé has grown
MATCHED = "matched"  # the payment took the number of what it pays, one row an item
KNOWN = "known"  # the payment left `Règlements`: the export tells it itself

# Lines of an import or of a take-over, which means nothing without all that it writes, and which
# can be run again.
REPEATABLE = (ABSENT, PRESENT, RECEIVED, MATCHED, KNOWN, TAKEOVER)


def is_repeatable(event: Event) -> bool:
    """Tell whether a line comes back when its verb is run again; its reversal does not."""
    return event.step in REPEATABLE and event.outcome == "done"


def with_line(events: Iterable[Event], line: Event) -> tuple[Event, ...]:
    """Return the events that hold, and a line that is being reversed, in their order."""
    held = {event.number: event for event in valid_events(events)}
    return tuple(event for _, event in sorted((held | {line.number: line}).items()))
