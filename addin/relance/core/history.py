"""What the journal says of one debtor: steps done an item, contacts, drafts that wait.

An event never changes; another one voids it: `reversed` names the number ("#12") in its
document field, `bounced` names the document that did not arrive. What hangs on a voided message is
void with it: its presentation, and what it reminded of by the way.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from .journal import reversed_numbers
from .records import SPOKEN, WRITTEN, Channel, Event
from .told import dated, told

ENDS_DRAFT = ("sent", "done", "replaced", "cancelled", "bounced")
DONE = ("sent", "done")
CONFIRMATION = "confirmation"
TAKEOVER = "takeover"
# Said on the telephone; the lines of a dispute, a promise or a payment take their place.
NOTED = ("dispute", "promise", "payment", "plan")
AGREED = ("promise", "plan")
ANNOUNCED_BY = {  # outcome of the call -> step of the line
    "dispute": "said_dispute",
    "promise": "said_promise",
    "payment_sent": "said_payment",
}
ANNOUNCED = tuple(ANNOUNCED_BY.values())
# Documents beside the policy: sent or not, they are no contact and no step.
STEPS_BESIDE = ("statement", "thanks", "penalty_note", "plan_letter", "settlement")
ItemStep = tuple[str, str]


@dataclass(frozen=True, slots=True)
class History:
    """The valid events of one debtor, read once."""

    events: tuple[Event, ...] = ()
    lines: tuple[Event, ...] = ()  # those too that another one has voided
    done: dict[ItemStep, date] = field(default_factory=dict)  # (item, step) -> last day
    first: dict[ItemStep, date] = field(default_factory=dict)  # (item, step) -> first day
    contacts: tuple[Event, ...] = ()  # outgoing, unanswered calls too, oldest first
    drafts: tuple[Event, ...] = ()  # written and neither sent, done, replaced nor cancelled
    taken: dict[str, tuple[str, date]] = field(default_factory=dict)  # item -> step taken over
    named: frozenset[str] = frozenset()  # items of which the journal, not the sheet, tells the step

    @property
    def last_channel(self) -> Channel:
        """Channel of the last contact, "" when there was none; a call without answer is none."""
        made = (event.channel for event in reversed(self.contacts) if not _unanswered(event))
        return next(made, "")

    def last_call_to_confirm(self) -> Event | None:
        """The last call that reached someone and that no writing has followed."""
        for event in reversed(self.contacts):
            if event.channel in WRITTEN:
                return None
            if event.channel in SPOKEN and event.outcome == "done":
                return event
        return None

    def announced(self, item: str) -> Event | None:
        """Return what the debtor has announced for an item and nobody has noted since.

        A dispute ends with the line of one that the call was about, which says of which invoice,
        or with what the debtor agrees to pay of the item: money that came, and another item's
        agreement, end none. What else was said ends with the line of one of the call's items.
        """
        noted: list[Event] = []
        for event in reversed(self.events):
            if event.step in NOTED and event.direction == "in":
                noted.append(event)
            elif event.step in ANNOUNCED and item in event.items:
                return None if any(_ends(one, event, item) for one in noted) else event
        return None

    def unanswered(self, step: str, items: Collection[str]) -> int:
        """Count the calls for a step that reached nobody, since these items last had it done."""
        days = [day for (item, code), day in self.done.items() if code == step and item in items]
        since = max(days, default=None)
        return sum(
            1
            for event in self.contacts
            if event.step == step and _unanswered(event) and not set(items).isdisjoint(event.items)
            if since is None or event.day > since
        )


NO_HISTORY = History()


def read(events: Iterable[Event]) -> History:
    """Return the history that some events of one debtor tell, in the order of their numbers."""
    ordered = tuple(sorted(events, key=lambda event: event.number))
    if not ordered:
        return NO_HISTORY
    void = _void_numbers(ordered)
    valid = tuple(event for event in ordered if event.number not in void) if void else ordered
    first, done = _days(valid)
    return History(
        events=valid,
        lines=ordered,
        done=done,
        first=first,
        contacts=tuple(event for event in valid if _is_contact(event)),
        drafts=_live_drafts(valid),
        taken=_taken(valid),
        named=frozenset(item for event in ordered if _tells_step(event) for item in event.items),
    )


def _void_numbers(events: tuple[Event, ...]) -> set[int]:
    void = reversed_numbers(events)
    void |= _came_back(void, events)
    return void | _hanging_on(void, events)


def _came_back(void: set[int], events: tuple[Event, ...]) -> set[int]:
    """What did not arrive; a registered letter that was presented did, though nobody fetched it."""
    sent: dict[str, set[int]] = {}  # document -> the lines that say it was sent
    presented: set[str] = set()
    back: set[int] = set()
    for event in events:
        document = told(event.document)[0]
        if not document or event.number in void:
            continue
        if event.outcome in DONE:
            sent.setdefault(document, set()).add(event.number)
            presented.discard(document)
        elif event.outcome == "delivered" and event.channel == "registered_letter":
            presented |= {document} & sent.keys()
        elif event.outcome == "bounced" and document not in presented:
            back |= sent.get(document, set())
    return back


def _hanging_on(void: set[int], events: tuple[Event, ...]) -> set[int]:
    """A message that was not sent was not presented, and has reminded of nothing by the way."""
    message: dict[object, int] = {}  # document -> number of the line that says it was sent
    followers: set[int] = set()
    for event in events:
        document = told(event.document)[0] or (event.step, event.items)
        if event.outcome == "sent" and event.channel:
            message[document] = event.number
        elif event.outcome in ("sent", "delivered") and message.get(document) in void:
            followers.add(event.number)
    return followers


def valid_events(events: "Iterable[Event] | History") -> tuple[Event, ...]:
    """Return the events that nothing has voided, in order; a history has read them already."""
    return events.events if isinstance(events, History) else read(events).events


def _days(events: tuple[Event, ...]) -> tuple[dict[ItemStep, date], dict[ItemStep, date]]:
    """First and last day on which each step was done for each item."""
    first: dict[ItemStep, date] = {}
    last: dict[ItemStep, date] = {}
    for event in events:
        if _tells_step(event):
            for item in event.items:
                key = (item, event.step)
                first[key] = min(event.day, first.get(key, event.day))
                last[key] = max(event.day, last.get(key, event.day))
    return first, last


def _tells_step(event: Event) -> bool:
    ours = event.outcome in DONE and event.direction != "in"
    return ours and event.step not in ("", CONFIRMATION, *STEPS_BESIDE)


def taken_over(step: str, day: date) -> str:
    """Return how a take-over event names the step reached before Relance, and its day."""
    return dated(step, day)


def _taken(events: tuple[Event, ...]) -> dict[str, tuple[str, date]]:
    taken: dict[str, tuple[str, date]] = {}
    for event in events:
        if event.step == TAKEOVER and event.outcome == "done":
            step, day = told(event.document)
            if day:
                taken |= dict.fromkeys(event.items, (step, day))
    return taken


def _ends(noted: Event, said: Event, item: str) -> bool:
    """Tell whether a line that came later takes the place of what was said of an item.

    Money without an invoice may be that which was announced.
    """
    is_about = not set(said.items).isdisjoint(noted.items)
    if said.step != ANNOUNCED_BY["dispute"]:
        return is_about or not noted.items
    agreed = noted.step in AGREED and item in noted.items
    return agreed or (noted.step == "dispute" and is_about)


def _is_contact(event: Event) -> bool:
    made = event.outcome in DONE or _unanswered(event)
    ours = event.direction != "in" and event.step not in (TAKEOVER, *STEPS_BESIDE)
    return bool(made and event.channel and ours)


def _unanswered(event: Event) -> bool:
    """A call that reached nobody is a `bounced` one: an attempt, not a step done."""
    return event.outcome == "bounced" and event.channel in SPOKEN


def _live_drafts(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """A draft is ended by a later event of its document; the same document may be drafted anew."""
    live: dict[str, Event] = {}
    for event in events:
        if event.outcome == "draft":
            live[event.document] = event
        elif event.outcome in ENDS_DRAFT:
            live.pop(event.document, None)
    return tuple(live.values())
