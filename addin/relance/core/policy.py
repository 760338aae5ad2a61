"""Policies (scénarios): the ordered steps of a dunning, as data, checked before use.

TOML files and the sheet `Scénario` give the same rows, so a contradiction is refused with the
line or the cell where it stands. What a step means for one item on a day is in `core.steps`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal, cast

from .. import data
from .errors import BadPolicyError
from .meaning import NO_MARKS, Marks, former_codes, joined, marks_of
from .policy_check import check_steps
from .policy_law import check_law
from .policy_values import Bend, Values, read_bends, read_values, usual_bends, usual_values
from .policy_variants import ages_of, bent, delays_of, short
from .records import Claims, DocumentKind

Anchor = Literal["due", "previous", "presented"]
PolicyChannel = Literal["email", "letter", "registered_letter", "phone", "visit", "other", "none"]


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a policy; `offset` counts days from `anchor`, `latest` from the due date.

    `bank_days` are added to the offset, `deadline` is what the document grants in days, `small`
    keeps the step for small totals and `court` allows the sentence on the competent court.
    """

    code: str
    phase: int
    offset: int
    anchor: Anchor = "previous"
    latest: int | None = None
    bank_days: int = 0
    channel: PolicyChannel = "email"
    document: DocumentKind = "email"
    claims: Claims = "none"
    deadline: int | None = None
    contact: str = "payables"
    optional: bool = False
    small: bool = False
    court: bool = False


@dataclass(frozen=True)
class Policy:
    """An ordered set of steps; `starts[i]` is the age at which the phase of step i begins.

    `delays[i]` is the days from the step before to step i when nothing shortens them. `former`
    gives the code of the step that took the place of one of another code; `index` knows both.
    """

    code: str
    steps: tuple[Step, ...]
    regimes: tuple[str, ...] = ()
    values: Values = field(default_factory=usual_values)
    bends: Mapping[str, Bend] = field(default_factory=usual_bends)
    repeat_last: int = 0  # days after which the last step comes again; 0 = never
    former: Mapping[str, str] = field(default_factory=dict)
    marks: Marks = NO_MARKS  # codes by what they mean, those of steps that are left out too
    index: Mapping[str, int] = field(init=False, repr=False, compare=False)
    ages: tuple[int, ...] = field(init=False, repr=False, compare=False)
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    delays: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compute the tables that every row of a sheet asks for."""
        ages = ages_of(self.steps)
        first = {
            step.phase: age for step, age in reversed(list(zip(self.steps, ages, strict=True)))
        }
        index = {step.code: i for i, step in enumerate(self.steps)}
        old = {code: index[now] for code, now in self.former.items() if now in index}
        object.__setattr__(self, "index", {**old, **index})
        object.__setattr__(self, "ages", ages)
        object.__setattr__(self, "marks", self.marks.joined(marks_of(self.steps)))
        object.__setattr__(self, "starts", tuple(first[step.phase] for step in self.steps))
        object.__setattr__(self, "delays", delays_of(self.steps, self.values))

    def step(self, code: str) -> Step | None:
        """Return a step by its code, None when the policy has none of that name."""
        found = self.index.get(code)
        return None if found is None else self.steps[found]

    def has_claimed(self, code: str) -> bool:
        """Tell whether a step that was done claims interest and fixed sums, by any of its codes."""
        step = self.step(code)
        return step is not None and step.claims == "claimed"

    def phase_by_age(self, days_overdue: int) -> int | None:
        """Return the phase where age alone puts an item, None before the first step."""
        reached = [
            step.phase for step, start in zip(self.steps, self.starts, strict=True)
            if start <= days_overdue
        ]  # fmt: skip
        highest = max(reached, default=None)
        return None if highest == 0 and days_overdue > 0 else highest

    def last_of_phase(self, phase: int) -> int:
        """Return the index of the last step whose phase is at most `phase`, -1 when none."""
        return max((i for i, step in enumerate(self.steps) if step.phase <= phase), default=-1)

    def bent(self, profile: str, evasion_confirmed: bool = False) -> "Policy":
        """Return the policy as the debtor's profile bends it.

        Args:
            profile: forgot | cannot | delays | evades, or "" for none.
            evasion_confirmed: a person ticked the short path; else *evades* changes nothing.
        """
        if profile not in self.bends or (profile == "evades" and not evasion_confirmed):
            return self
        return bent(self, profile)

    def short(self) -> "Policy":
        """Return the path of small totals: its steps once, then the last again every year."""
        return short(self)

    def __hash__(self) -> int:
        """Hash by identity of content that matters, so that variants are cached."""
        return hash((self.code, self.steps, self.values, self.repeat_last))


def from_rows(
    code: str,
    rows: Iterable[tuple[str, Mapping[str, object]]],
    base: Policy | None = None,
    regimes: tuple[str, ...] = (),
) -> Policy:
    """Build a policy from rows, refusing what contradicts itself.

    Args:
        code: the policy's code, e.g. `fr-b2b`.
        rows: (where, cells) pairs; `where` is the line or the cell that an error names.
        base: the policy whose values and bends are kept, when rows override one of ours.
        regimes: the regimes that follow it.

    Raises:
        BadPolicyError: a row contradicts itself or another (facts: where, reason, value).
    """
    placed = [(where, _step(where, cells)) for where, cells in rows]
    check_steps(placed)
    steps = tuple(step for _, step in placed)
    if base is None:
        check_law(placed, regimes)
        return Policy(code, steps, regimes)
    check_law(placed, {*regimes, *base.regimes}, base)
    return replace(
        base,
        steps=steps,
        regimes=regimes or base.regimes,
        former=former_codes(base.steps, steps),
    )


def _step(where: str, cells: Mapping[str, object]) -> Step:
    known = {name: cells[name] for name in Step.__dataclass_fields__ if cells.get(name) is not None}
    unknown = set(cells) - set(Step.__dataclass_fields__) - {"policy"}
    if unknown:
        raise BadPolicyError(where=where, reason="unknown_key", value=sorted(unknown)[0])
    for name in ("code", "phase", "offset"):
        if name not in known:
            raise BadPolicyError(where=where, reason="missing", value=name)
    for name, value in known.items():
        if not isinstance(value, _TYPES[name]) or (name in _WHOLE and isinstance(value, bool)):
            raise BadPolicyError(where=where, reason="wrong_type", value=name)
    return Step(**cast(dict[str, Any], known))


_WHOLE = ("phase", "offset", "latest", "bank_days", "deadline")
_FLAGS = ("optional", "small", "court")
_TYPES: dict[str, type] = {
    name: int if name in _WHOLE else bool if name in _FLAGS else str
    for name in Step.__dataclass_fields__
}


def from_toml(text: str, name: str) -> Policy:
    """Read a user's policy from TOML text; errors name the file and the line.

    It keeps the values and the regimes of the shipped policy of its code, where it gives none.

    Raises:
        BadPolicyError: the text is not TOML, or the policy contradicts itself.
    """
    table = _table(text, name)
    code = str(table.get("code", ""))
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[steps]]"]
    places = [f"{name}, ligne {line}" for line in lines]
    return _from_table(table, places, name, load(code) if code in codes() else None)


def _table(text: str, name: str) -> Mapping[str, Any]:
    import tomllib  # here: the Python of an office may be 3.10, and is given no file of a user

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadPolicyError(where=name, reason="not_toml", value=str(fault)) from None


def _from_table(
    table: Mapping[str, Any], places: Sequence[str], name: str, base: Policy | None
) -> Policy:
    rows = [*zip(places, table.get("steps", []), strict=False)]
    regimes = tuple(table.get("regimes", ()))
    bare = from_rows(str(table.get("code", "")), rows, base, regimes)
    if not bare.code:
        raise BadPolicyError(where=name, reason="missing", value="code")
    values = read_values(name, table.get("values", {}), bare.values)
    return replace(bare, values=values, bends=read_bends(table.get("profiles", {}), bare.bends))


@cache
def load(code: str) -> Policy:
    """Return a shipped policy by its code. Raises BadPolicyError when there is none."""
    if code not in codes():
        raise BadPolicyError(where=code, reason="unknown_policy", value=code)
    table = data.tables(f"policies/{code}")
    steps = range(1, len(table["steps"]) + 1)
    return _from_table(table, [f"{code}, étape {number}" for number in steps], code, None)


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of the shipped policies."""
    return data.names("policies")


@cache
def for_regime(regime: str) -> str:
    """Return the code of the policy that a regime follows. Raises BadPolicyError when none."""
    for code in codes():
        if regime in load(code).regimes:
            return code
    raise BadPolicyError(where=regime, reason="unknown_policy", value=regime)


@cache
def shipped_marks() -> Marks:
    """Return the codes of the shipped steps by what they mean."""
    return joined(load(code).marks for code in codes())
