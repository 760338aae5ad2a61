"""What follows from the steps of a policy: their days, and the paths that differ from the usual."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from .meaning import NOTICE
from .policy_values import Values

if TYPE_CHECKING:
    from .policy import Policy, Step


def ages_of(steps: tuple["Step", ...]) -> tuple[int, ...]:
    """Return the age of an item when each step comes, if every step is done on its day."""
    ages: list[int] = []
    for step in steps:
        base = 0 if step.anchor == "due" or not ages else ages[-1]
        ages.append(base + step.offset + step.bank_days)
    return tuple(ages)


def delays_of(steps: tuple["Step", ...], values: Values) -> tuple[int, ...]:
    """Return the days from the day on which the step before was done to each step.

    A step that counts from the presentation of a notice waits, when none is recorded, for the
    longer of its own delay and the notice's deadline after the days at the post office.
    """
    delays: list[int] = []
    deadline: int | None = None
    for step in steps:
        wait = step.offset
        if step.anchor == "presented" and deadline is not None:
            wait = max(wait, deadline + values.postal_days)
        delays.append(wait + step.bank_days)
        deadline = step.deadline if step.document == NOTICE else deadline
    return tuple(delays)


@cache
def bent(policy: "Policy", profile: str) -> "Policy":
    """Return a policy as a profile bends it: steps skipped, the first call earlier."""
    bend = policy.bends[profile]
    skipped = {policy.index[code] for code in bend.skip if code in policy.index}
    steps = tuple(step for i, step in enumerate(policy.steps) if i not in skipped)
    if bend.first_call_offset is not None:
        call = next((s for s in steps if s.document == "call_sheet"), None)
        steps = tuple(
            replace(step, offset=bend.first_call_offset) if step is call else step for step in steps
        )
    return replace(policy, steps=steps)


@cache
def short(policy: "Policy") -> "Policy":
    """Return the path of small totals: its steps once, then the last again every year."""
    steps = tuple(step for step in policy.steps if step.small)
    return replace(policy, steps=steps, repeat_last=policy.values.yearly_days)
