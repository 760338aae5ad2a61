"""Which waiting letters must not be posted any more: one rule for the printer and the slip."""

from datetime import date

from ..core.records import Case, Event
from .desk import Desk
from .drafts import is_cut_short, is_void


def unfit(desk: Desk, case: Case, draft: Event, day: date) -> str:
    """Return why a letter must not be posted on a day, "" when it may.

    Returns:
        `void` when it is paid, changed or held; `too_old` when the days that it grants would be
        cut short.
    """
    if is_void(desk, case, draft, day):
        return "void"
    return "too_old" if is_cut_short(desk, draft, day) else ""
