"""What the law wants of the policy that a regime follows: a policy that loses it is refused.

A Belgian consumer owes nothing before a free first reminder in writing (Code de droit économique,
art. XIX.2 and XIX.4). Other consumers owe nothing before the formal notice (C. civ. 1231-6;
CPCE L111-8).
"""

import itertools
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from .errors import BadPolicyError
from .meaning import BELGIAN_CONSUMER, LAST_PHASE, NOTICE, first_reminder, is_first_free

if TYPE_CHECKING:
    from .policy import Policy, Step

Placed = tuple[str, "Step"]
OWED_FROM_NOTICE = ("FR-B2C", "DE-B2C")


def check_law(
    placed: Sequence[Placed], regimes: Collection[str], base: "Policy | None" = None
) -> None:
    """Refuse steps that lose what the law wants of them.

    Args:
        placed: the steps, each with the line or the cell that an error names.
        regimes: the regimes that follow the policy.
        base: the shipped policy that the steps replace: its codes stand in journals, so those
            that the law looks for keep their meaning.

    Raises:
        BadPolicyError: facts `where`, `reason`, `value`.
    """
    if base is not None:
        _check_codes(placed, regimes, base)
    if BELGIAN_CONSUMER in regimes:
        _check_free_reminder(placed)
    if not set(regimes).isdisjoint(OWED_FROM_NOTICE):
        _check_claims_after_notice(placed)


def _check_codes(placed: Sequence[Placed], regimes: Collection[str], base: "Policy") -> None:
    first, first_before = _first(placed), first_reminder(base.steps)
    for where, step in placed:
        before = base.step(step.code)
        if before is None:
            continue
        changed = _to_the_law(before) != _to_the_law(step)
        if BELGIAN_CONSUMER in regimes:
            changed |= (before is first_before) != (step is first)
        if changed:
            raise BadPolicyError(where=where, reason="code_changes_meaning", value=step.code)


def _to_the_law(step: "Step") -> tuple[bool, bool]:
    return step.document == NOTICE, step.phase == LAST_PHASE


def _first(placed: Sequence[Placed]) -> "Step | None":
    return first_reminder(step for _, step in placed)


def _check_free_reminder(placed: Sequence[Placed]) -> None:
    first = _first(placed)
    if first is None:
        raise BadPolicyError(where=placed[0][0], reason="no_free_reminder", value=BELGIAN_CONSUMER)
    place = next(place for place, (_, step) in enumerate(placed) if step is first)
    for where, step in placed[: place + 1]:
        if step.claims != "none":
            raise BadPolicyError(where=where, reason="claims_before_reminder", value=step.code)
    if not first.small and any(step.small for _, step in placed):
        where = placed[place][0]
        raise BadPolicyError(where=where, reason="short_path_without_reminder", value=first.code)


def _check_claims_after_notice(placed: Sequence[Placed]) -> None:
    early = early_claim(step for _, step in placed)
    for where, step in placed:
        if step is early:
            raise BadPolicyError(where=where, reason="claims_before_notice", value=step.code)


def early_claim(steps: Iterable["Step"]) -> "Step | None":
    """Return the first step before the formal notice that announces or claims, None without one."""
    before = itertools.takewhile(lambda step: step.document != NOTICE, steps)
    return next((step for step in before if step.claims != "none"), None)


def suits(steps: Sequence["Step"], regime: str) -> bool:
    """Tell whether steps keep the law of a regime: a debtor may be given a policy made for others.

    Args:
        steps: those of the debtor's path, as it is bent.
        regime: the code of the regime of one of their items.
    """
    if regime == BELGIAN_CONSUMER:
        return is_first_free(steps)
    return regime not in OWED_FROM_NOTICE or early_claim(steps) is None
