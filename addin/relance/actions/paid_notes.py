"""Drafts that ask again for interest and fixed sums which a penalty note has brought since."""

from ..core.history import read
from ..core.notes import about, notes_of
from ..core.question import policy_of
from ..core.records import Case, Event
from ..core.setting import Setting
from .lines import PAYMENT, RECEIVED


def asks_what_was_paid(case: Case, setting: Setting, draft: Event) -> bool:
    """Tell whether a draft claims sums of a note that was paid, in part at least, after it.

    They are in no key of a draft, because they grow every day.

    Args:
        case: the debtor.
        setting: the policies.
        draft: one of the debtor's.
    """
    step = policy_of(case, setting).step(draft.step)
    if step is None or step.claims != "claimed":
        return False
    numbers = {note.number for note in about(notes_of(case.events), draft.items)}
    return any(
        event.number > draft.number and not numbers.isdisjoint(event.items)
        for event in read(case.events).events
        if event.step in (PAYMENT, RECEIVED)
    )
