"""The one-line canonical text of policies (`Regles`), so that a cell obeys the sheet `Scénario`.

Policies are joined by `|`; each is `code:` and its steps joined by `;`; the fields of a step
are joined by `,` in the order of the record. Blank text means the shipped policies.

>>> from .policy import load
>>> from_text(to_text([load("fr-b2b")]), "fr-b2b").steps == load("fr-b2b").steps
True
"""

from collections.abc import Iterable, Mapping
from functools import cache

from .errors import BadPolicyError
from .policy import Policy, Step, codes, for_regime, from_rows, load

_FIELDS = tuple(Step.__dataclass_fields__)
_WHOLE = {"phase", "offset", "latest", "bank_days", "deadline"}
_FLAGS = {"optional", "small", "court"}


def to_text(policies: Iterable[Policy]) -> str:
    """Return the canonical text of some policies."""
    return "|".join(
        f"{policy.code}:" + ";".join(_step_text(step) for step in policy.steps)
        for policy in policies
    )


def _step_text(step: Step) -> str:
    return ",".join(_field_text(getattr(step, name)) for name in _FIELDS)


def _field_text(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


@cache
def policies_from_text(text: str) -> Mapping[str, Policy]:
    """Return every policy by code: the shipped ones, those of the text instead of them.

    Raises:
        BadPolicyError: the text is not ours, or a policy contradicts itself.
    """
    found = {code: load(code) for code in codes()}
    for part in filter(None, text.strip().split("|")):
        code, colon, body = part.partition(":")
        if not colon:
            raise BadPolicyError(where="Regles", reason="not_rules_text", value=part[:40])
        rows = [_row(step) for step in body.split(";") if step]
        found[code] = from_rows(code, rows, base=found.get(code))
    return found


def _row(text: str) -> tuple[str, dict[str, object]]:
    fields = text.split(",")
    if len(fields) != len(_FIELDS):
        raise BadPolicyError(where="Regles", reason="not_rules_text", value=text[:40])
    return f"Regles, {fields[0]}", {
        name: _value(name, field) for name, field in zip(_FIELDS, fields, strict=True)
    }


def _value(name: str, field: str) -> object:
    if name in _FLAGS:
        return field == "1"
    if name not in _WHOLE:
        return field
    if not field:
        return None
    try:
        return int(field)
    except ValueError:
        raise BadPolicyError(where="Regles", reason="wrong_type", value=name) from None


def from_text(text: str, code: str) -> Policy:
    """Return one policy under the overrides of `text`. Raises BadPolicyError."""
    found = policies_from_text(text).get(code)
    if found is None:
        raise BadPolicyError(where=code, reason="unknown_policy", value=code)
    return found


def of_regime(text: str, regime: str) -> Policy:
    """Return the policy that a regime follows under the overrides of `text`."""
    return from_text(text, for_regime(regime))
