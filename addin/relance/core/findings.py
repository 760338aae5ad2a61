"""Findings and reasons: what is wrong with a row, and why a decision was taken.

A bad row never stops a run: forty good invoices are worth a reminder even when the
forty-first has no due date. Neither record holds a sentence: `wording` makes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule behind a decision: a code and the facts that its sentence needs."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem on one row: `row` counts as the user sees it, 0 when it is the whole file."""

    row: int
    column: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
