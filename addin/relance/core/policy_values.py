"""The figures of a policy beside its steps, and how profiles bend it.

A policy gives those that it chooses, the habits of the trade (`data/habits.toml`) the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from .errors import BadPolicyError
from .habits import section


@dataclass(frozen=True, slots=True)
class Values:
    """The figures of a policy beside its steps: days, counts and amounts (see the TOML file)."""

    minimum_interval: int
    weekly_attempts: int
    call_attempts: int
    bank_data_days: int
    unknown_bank_days: int
    debit_bank_days: int
    tolerance: Decimal
    minimum_total: Decimal
    yearly_days: int
    balance_days: int
    pre_minimum: Decimal
    announce_debits: bool
    plan_from: Decimal
    discount_from: Decimal
    discount_age: int
    procedure_check_days: int
    postal_days: int
    announced_days: int
    confirmation_days: int
    draft_days: int
    reply_days: int
    letter_days: int


@dataclass(frozen=True, slots=True)
class Bend:
    """How a debtor's profile bends the policy."""

    written_only_until: int = 0
    first_call_offset: int | None = None
    skip: tuple[str, ...] = ()
    plan_first: bool = False


@cache
def usual_values() -> Values:
    """Return the values of a policy that gives none."""
    return Values(**_exact(section("values")))


@cache
def usual_bends() -> Mapping[str, Bend]:
    """Return the bends of a policy that gives none."""
    return {profile: Bend(**cells) for profile, cells in section("profiles").items()}


def read_values(name: str, cells: Mapping[str, Any], base: Values) -> Values:
    """Return the values that a TOML table gives over others.

    Args:
        name: the file, which an error names.
        cells: the table `values`.
        base: the values of which a part is given.

    Raises:
        BadPolicyError: a key is not one of ours.
    """
    unknown = set(cells) - set(Values.__dataclass_fields__)
    if unknown:
        raise BadPolicyError(where=name, reason="unknown_key", value=sorted(unknown)[0])
    return replace(base, **_exact(cells))


def _exact(cells: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: Decimal(value) if isinstance(value, str) else value for key, value in cells.items()
    }


def read_bends(
    profiles: Mapping[str, Mapping[str, Any]], base: Mapping[str, Bend]
) -> dict[str, Bend]:
    """Return the bends that a TOML table gives, beside those of other profiles."""
    return {**base, **{profile: _bend(cells) for profile, cells in profiles.items()}}


def _bend(cells: Mapping[str, Any]) -> Bend:
    read: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in cells.items()
    }
    return Bend(**read)
