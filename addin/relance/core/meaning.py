"""What a step means to the law and to the trade, whatever its code.

A step that is renamed in the sheet `Scénario` does what it did: its meaning follows from its phase,
its document and its place. The journal holds codes alone, so a policy remembers by which codes
its steps have gone: its own, and those of the shipped policy that it replaces.
"""

import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .records import WRITTEN

if TYPE_CHECKING:
    from .policy import Step

REMINDER_PHASE, RELANCE_PHASE, NOTICE_PHASE, LAST_PHASE = 1, 2, 3, 4
NOTICE = "formal_notice"
BELGIAN_CONSUMER = "BE-B2C"  # the regime under which a first reminder in writing is free
FREE_REMINDER = "premier-rappel"  # what the free first reminder is called in its file's name
_CALLED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}_([a-z0-9-]+)_")
Role = tuple[int, str, int]


class Marks(NamedTuple):
    """The codes of the steps that the law or the journal asks for, former ones among them.

    `first_reminders` may be a Belgian consumer's free first reminder; after `ends` an item is no
    longer ours to dun.
    """

    first_reminders: frozenset[str] = frozenset()
    notices: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()

    def joined(self, other: "Marks") -> "Marks":
        """Return the codes of both."""
        return Marks(*(ours | theirs for ours, theirs in zip(self, other, strict=True)))


NO_MARKS = Marks()


def marks_of(steps: Sequence["Step"]) -> Marks:
    """Return the codes of some steps by what they mean."""
    first = first_reminder(steps)
    return Marks(
        frozenset([first.code] if first else []),
        frozenset(step.code for step in steps if step.document == NOTICE),
        frozenset(step.code for step in steps if step.phase == LAST_PHASE),
    )


def joined(marks: Iterable[Marks]) -> Marks:
    """Return the codes of several policies together."""
    found = NO_MARKS
    for one in marks:
        found = found.joined(one)
    return found


def first_reminder(steps: Iterable["Step"]) -> "Step | None":
    """Return the first reminder that is always written, None when there is none.

    The law wants a durable medium (Code de droit économique, art. XIX.2): a step whose channel is
    "other" may become a call.
    """
    return next(
        (step for step in steps if step.phase == REMINDER_PHASE and _form(step) == "written"), None
    )


def may_be_free(document: str) -> bool:
    """Tell whether a first reminder may have been the free one, by its document in the journal.

    A consumer may have been taken for a firm when it went: an ordinary reminder says nothing of
    what the law wants. A name that tells no kind, as of a letter written elsewhere, is believed.
    """
    found = _CALLED.match(document)
    return found is None or found[1] == FREE_REMINDER


def is_first_free(steps: Sequence["Step"]) -> bool:
    """Tell whether a first reminder in writing is there, and nothing is claimed up to it."""
    first = first_reminder(steps)
    upto = itertools.takewhile(lambda step: step is not first, steps)
    return first is not None and all(step.claims == "none" for step in (*upto, first))


def former_codes(before: Sequence["Step"], now: Sequence["Step"]) -> dict[str, str]:
    """Return the codes that are no more, each with the code of the step that took its place.

    Of the steps whose code is not in both, two are the same when they are the n-th of their form
    (written, spoken, notice) in their phase; a step that nothing took the place of is left out.

    Args:
        before: the steps of the policy that is replaced.
        now: the steps that replace them.
    """
    kept = {step.code for step in before} & {step.code for step in now}
    places = {role: step.code for role, step in _roles(now, kept)}
    return {step.code: places[role] for role, step in _roles(before, kept) if role in places}


def _roles(steps: Sequence["Step"], kept: Collection[str]) -> list[tuple[Role, "Step"]]:
    seen: dict[tuple[int, str], int] = {}
    found = []
    for step in steps:
        if step.code not in kept:
            kind = (step.phase, _form(step))
            seen[kind] = seen.get(kind, 0) + 1
            found.append(((*kind, seen[kind]), step))
    return found


def _form(step: "Step") -> str:
    if step.document == NOTICE:
        return "notice"
    if step.channel in WRITTEN:
        return "written"
    return "none" if step.channel == "none" else "spoken"
