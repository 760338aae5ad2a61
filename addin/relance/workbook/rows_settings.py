"""`Taux` and `Scénario` -> rows that the law and the policies check."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..core.errors import BadPolicyError
from . import schema
from .reading import Found, Made, Read, TableLike, collect, read


class RateRow(NamedTuple):
    """One line of `Taux`; `where` names it in an error, `rate` is a fraction a year."""

    where: str
    series: str
    start: date | None
    rate: Decimal | None
    status: str
    source: str
    confirmed: bool


def rates(table: TableLike) -> Found[RateRow]:
    """Read `Taux`: every line that names a series. Raises MissingColumnError."""
    records, findings = collect(schema.RATES, table, _rate)
    return tuple(records), tuple(findings)


def _rate(row: Read) -> Made[RateRow]:
    lacking = row.missing("series")
    if lacking or row.faults:
        return None, lacking
    values = row.values
    return RateRow(
        row.where, values["series"], values.get("start"), values.get("rate"),
        values.get("status", ""), values.get("source", ""), values.get("confirmed", False),
    ), []  # fmt: skip


def policies(table: TableLike) -> dict[str, list[tuple[str, dict[str, object]]]]:
    """Read `Scénario` as the rows that `core.policy.from_rows` takes, by policy code.

    Raises:
        MissingColumnError: a heading of ours is not there.
        BadPolicyError: a cell can't be read: a policy is never applied in part.
    """
    found: dict[str, list[tuple[str, dict[str, object]]]] = {}
    for row in read(schema.POLICY, table):
        for fault in row.faults:
            raise BadPolicyError(where=row.where, reason="wrong_type", value=fault.column)
        for fault in row.missing("policy", "step"):
            raise BadPolicyError(where=row.where, reason="missing", value=fault.column)
        cells = {key: value for key, value in row.values.items() if key not in ("policy", "step")}
        cells = {"document": "", **cells, "code": row.values["step"]}
        found.setdefault(row.values["policy"], []).append((row.where, cells))
    return found
