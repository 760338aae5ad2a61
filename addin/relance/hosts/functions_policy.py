"""Bodies of the functions that ask the policy: which step comes next for one item, and why.

The rule is `core.steps`. A cell knows one item and no journal, so calendar days only, and the
short path of a debtor "à vérifier" never: a person ticks it on the sheet `Clients`.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..core.errors import BadArgumentError
from ..core.policy import Policy, Step
from ..core.policy_text import of_regime, policies_from_text
from ..core.records import SPOKEN
from ..core.steps import NOTHING_DONE, first_call_day, position_of, upcoming
from ..wording import functions_steps as words
from ..wording.steps import name, under
from .cells import MEMO, read_text

OPEN = "open"


def read_rules(cell: object) -> str:
    """Return the one-line text of the user's policies once it was found sound; "" for a blank.

    Raises:
        BadPolicyError: the text is not ours, or a policy contradicts itself.
    """
    text = read_text(cell) or ""
    policies_from_text(text)
    return text


@lru_cache(MEMO)
def policy_of(regime: str, rules: str, profile: str = "") -> Policy:
    """Return the policy that a regime follows, as the debtor's profile bends it."""
    return of_regime(rules, regime).bent(profile)


def phase_by_age(due: date, as_of: date, regime: str, rules: str) -> int | str:
    """Return the phase where age alone puts an item, "" before the first step."""
    phase = policy_of(regime, rules).phase_by_age((as_of - due).days)
    return "" if phase is None else phase


class Standing(NamedTuple):
    """Where one item stands: the next step (None when all are done) and its day, an ordinal."""

    policy: Policy
    position: int
    step: Step | None
    day: int
    why: str


def phase(
    due: date, as_of: date, last: str | int, last_date: date | None, status: str,
    regime: str, rules: str,
) -> int | str:  # fmt: skip
    """Return the phase of the step to do now, "" when there is none."""
    step = _to_do(due, as_of, last, last_date, status, "", regime, rules)
    return step.phase if step else ""


def step(
    due: date, as_of: date, last: str | int, last_date: date | None, channel: str, status: str,
    profile: str, regime: str, rules: str,
) -> str:  # fmt: skip
    """Return the code of the step to do now, "" when there is none."""
    found = _to_do(due, as_of, last, last_date, status, profile, regime, rules)
    return found.code if found else ""


def action(
    due: date, as_of: date, last: str | int, last_date: date | None, channel: str, status: str,
    profile: str, regime: str, rules: str,
) -> str:  # fmt: skip
    """Return the step to do now in words, "" when there is none."""
    found = _to_do(due, as_of, last, last_date, status, profile, regime, rules)
    if found is None:
        return ""
    opposite = "email" if channel in SPOKEN else "phone"
    taken = opposite if found.channel == "other" else found.channel
    return words.action(under(found.code, regime), found.document, found.channel, taken)


def next_date(
    due: date, as_of: date, last: str | int, last_date: date | None, channel: str, status: str,
    profile: str, regime: str, rules: str,
) -> date | str:  # fmt: skip
    """Return the day of the next step, past when it is to be done; "" when there is none."""
    if status != OPEN:
        return ""
    standing = _standing(due, as_of, last, last_date, profile, regime, rules)
    return date.fromordinal(standing.day) if standing.step else ""


def why(
    due: date, as_of: date, last: str | int, last_date: date | None, channel: str, status: str,
    profile: str, regime: str, rules: str,
) -> str:  # fmt: skip
    """Return the rule and the dates behind the next step."""
    if status != OPEN:
        return words.held(status)
    policy, position, step, ordinal, rule = _standing(
        due, as_of, last, last_date, profile, regime, rules
    )
    done = policy.steps[position].code if position > NOTHING_DONE else ""
    last_step = name(under(done, regime)) if done else ""
    if step is None:
        return words.finished(policy.code, last_step, last_date)
    day = date.fromordinal(ordinal)
    when, coming = words.when(day, as_of >= day), name(under(step.code, regime))
    if rule == "by_profile":
        return words.by_profile(coming, profile, due, when)
    if rule == "by_age":
        return words.by_age(coming, (day - due).days, due, when)
    if position == NOTHING_DONE:
        return words.first(coming, step.offset, due, when)
    if step.anchor == "due" or last_date is None:
        return words.by_due(coming, step.offset, due, when)
    if step.anchor == "presented":
        wait = (day - last_date).days - step.bank_days
        return words.by_posting(coming, wait, step.bank_days, last_step, last_date, when)
    return words.by_delay(coming, (day - last_date).days, last_step, last_date, when)


def _to_do(
    due: date, as_of: date, last: str | int, last_date: date | None, status: str,
    profile: str, regime: str, rules: str,
) -> Step | None:  # fmt: skip
    standing = _standing(due, as_of, last, last_date, profile, regime, rules)
    return standing.step if status == OPEN and as_of.toordinal() >= standing.day else None


def _standing(
    due: date, as_of: date, last: str | int, last_date: date | None, profile: str, regime: str,
    rules: str,
) -> Standing:  # fmt: skip
    policy = policy_of(regime, rules, profile)
    position = position_of(policy, last)
    if position > NOTHING_DONE and last_date is None and policy.steps[position].phase > 0:
        raise BadArgumentError(argument="last_date", value="")
    done_on = last_date.toordinal() if last_date else None
    coming = upcoming(policy, position, due.toordinal(), done_on, as_of.toordinal())
    if coming.why == "finished":
        return Standing(policy, position, None, coming.day, coming.why)
    step = policy.steps[coming.place]
    if profile and step.document == "call_sheet":
        allowed = first_call_day(policy, profile, due).toordinal()
        if allowed > coming.day:
            return Standing(policy, position, step, allowed, "by_profile")
    return Standing(policy, position, step, coming.day, coming.why)
