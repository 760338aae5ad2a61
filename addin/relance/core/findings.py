"""Findings and reasons: what is wrong with a row, and why a decision was taken.

A bad row never stops a run: forty good invoices are worth a reminder even when the
forty-first has no due date. Neither record holds a sentence: `wording` makes it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule behind a decision: a code and the facts that its sentence needs."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


def present(*reasons: Reason | None) -> tuple[Reason, ...]:
    """Return the reasons that there are, in their order."""
    return tuple(reason for reason in reasons if reason)


def distinct(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return reasons, the first of each code."""
    seen: dict[str, Reason] = {}
    for reason in reasons:
        seen.setdefault(reason.code, reason)
    return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem on one row: `row` counts as the user sees it, 0 when it is the whole file."""

    row: int
    column: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
