"""The one rule of steps: what comes next for one item, and on which day.

Days are ordinals here (`date.toordinal`), because a column of 100,000 cells asks this question.
Calendar days only: moving to a worked day is the agenda's business.
"""

from datetime import date
from typing import NamedTuple

from .errors import BadArgumentError, UnknownStepError
from .policy import Policy

NOTHING_DONE = -1


class Upcoming(NamedTuple):
    """The next step of one item: its place in the policy, its day (ordinal) and why that day.

    `why` is `by_delay` (the step's own delay decides), `by_age` (the item is too young for the
    phase) or `finished` (place is then the number of steps, and day 0).
    """

    place: int
    day: int
    why: str

    def is_due(self, as_of: int) -> bool:
        """Tell whether the step is to be done on that day (a missed day is caught up)."""
        return self.why != "finished" and as_of >= self.day


def upcoming(policy: Policy, position: int, due: int, last: int | None, as_of: int) -> Upcoming:
    """Return the next step of an item.

    Args:
        policy: the policy, already bent by the debtor's profile.
        position: index of the last step done, -1 when none.
        due: due date (the extension when there is one), ordinal.
        last: day on which the last step was done, ordinal; None when not known.
        as_of: the day of the question, ordinal; prevention is skipped once it is late.

    Raises:
        BadArgumentError: a step was done and its day is not given.
    """
    index = position + 1
    while index < len(policy.steps) and policy.steps[index].phase == 0 and as_of > due:
        index += 1
    if index >= len(policy.steps):
        return _repeated(policy, last)
    own = _own_day(policy, index, position, due, last)
    young = due + policy.starts[index]
    if own >= young:
        return Upcoming(index, own, "by_delay")
    return Upcoming(index, young, "by_age")


def _own_day(policy: Policy, index: int, position: int, due: int, last: int | None) -> int:
    step = policy.steps[index]
    if step.anchor == "due" or position == NOTHING_DONE:
        return due + step.offset + step.bank_days
    if last is None:
        raise BadArgumentError(argument="last_date", value="")
    return last + policy.delays[index]


def _repeated(policy: Policy, last: int | None) -> Upcoming:
    if policy.repeat_last and last is not None and policy.steps:
        return Upcoming(len(policy.steps) - 1, last + policy.repeat_last, "by_delay")
    return Upcoming(len(policy.steps), 0, "finished")


def position_of(policy: Policy, last_step: str | int) -> int:
    """Return the index of the last step done, from a step's code or a phase wholly done.

    Args:
        policy: the policy.
        last_step: a step's code; or n, every step of phase n done; "" or 0, nothing sent.

    Raises:
        UnknownStepError: the policy has no such step or phase.
    """
    if last_step in ("", 0):
        return NOTHING_DONE
    if isinstance(last_step, str):
        if last_step not in policy.index:
            raise UnknownStepError(step=last_step)
        return policy.index[last_step]
    if not 0 < last_step <= policy.steps[-1].phase:
        raise UnknownStepError(step=last_step)
    return policy.last_of_phase(last_step)


def first_call_day(policy: Policy, profile: str, due: date) -> date:
    """Return the first day on which the profile lets the debtor be called."""
    bend = policy.bends.get(profile)
    return date.fromordinal(due.toordinal() + (bend.written_only_until if bend else 0))
