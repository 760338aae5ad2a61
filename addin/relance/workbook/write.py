"""Records -> cells by heading, ready for `Book.append`; what `rows` reads back unchanged."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ..core.records import (
    Creditor,
    Debtor,
    Dispute,
    Event,
    Instalment,
    Payment,
    PaymentPlan,
    Promise,
    Receivable,
)
from ..wording import labels
from . import schema
from .rows_creditor import ADDRESS, FIELDS, SENDER_ADDRESS

if TYPE_CHECKING:
    from ..core.policy import Policy

Cell = str | int | Decimal | date | None
Cells = dict[str, Cell]


def cells(sheet: schema.Sheet, values: Mapping[str, object]) -> Cells:
    """Return values by key as cells by heading: labels for codes, None for blanks.

    Args:
        sheet: the sheet whose columns they are.
        values: by key; codes where the column is a choice, tuples where it is a list.

    Raises:
        KeyError: a key is not one of the sheet's.
    """
    return {sheet.heading(key): cell(sheet.column(key), value) for key, value in values.items()}


def cell(column: schema.Column | schema.Parameter, value: object) -> Cell:
    """Return one value as a cell of a column or of a parameter."""
    if value is None or value in ("", ()):
        return None
    if isinstance(value, bool):
        return labels.label("yes_no", "yes") if value else None
    if isinstance(value, tuple):
        return "; ".join(str(part) for part in value)
    if isinstance(value, int | Decimal | date):
        return value
    return labels.label(column.family, str(value)) if column.kind == "choice" else str(value)


def _fields(record: object, *left_out: str) -> dict[str, object]:
    names = type(record).__dataclass_fields__  # type: ignore[attr-defined]
    return {name: getattr(record, name) for name in names if name not in ("row", *left_out)}


def receivable(item: Receivable, debtor_name: str = "") -> Cells:
    """Return the row of an item; the computed columns are left to `Actualiser`."""
    return cells(schema.INVOICES, {**_fields(item), "debtor_name": debtor_name})


def debtor(record: Debtor, note: str = "") -> Cells:
    """Return the row of a debtor; a kind that is not given shows as "à préciser"."""
    values = _fields(record, "payables", "decision_maker", "address", "procedure")
    for prefix, person in (("payables", record.payables), ("decision", record.decision_maker)):
        values |= {f"{prefix}_{key}": value for key, value in _fields(person).items()}
    values |= _fields(record.address, "country")
    procedure = _fields(record.procedure, "kind")
    values |= {f"procedure_{key}": value for key, value in procedure.items()}
    row = cells(schema.DEBTORS, {**values, "procedure": record.procedure.kind, "note": note})
    kind = schema.DEBTORS.column("kind")
    return {**row, kind.heading: labels.label(kind.family, record.kind)}


def event(record: Event) -> Cells:
    """Return the row of an event."""
    return cells(schema.JOURNAL, _fields(record))


def promise(record: Promise) -> Cells:
    """Return the row of a promise."""
    state = {None: "pending", True: "kept", False: "broken"}[record.kept]
    return cells(schema.PROMISES, {**_fields(record, "kept"), "state": state})


def plan(record: PaymentPlan) -> tuple[Cells, ...]:
    """Return the rows of a payment plan, one an instalment."""
    return tuple(_instalment(record, line) for line in record.instalments)


def _instalment(record: PaymentPlan, line: Instalment) -> Cells:
    state = "cancelled" if record.cancelled else "paid" if line.paid >= line.amount else "due"
    agreed = {"debtor": record.debtor, "agreed_on": record.agreed_on, "items": record.items}
    return cells(schema.PLANS, {**agreed, **_fields(line, "untold"), "state": state})


def dispute(record: Dispute) -> Cells:
    """Return the row of a dispute."""
    return cells(schema.DISPUTES, _fields(record))


def payment(record: Payment) -> Cells:
    """Return the row of a payment."""
    return cells(schema.PAYMENTS, _fields(record))


def policy(record: "Policy") -> tuple[Cells, ...]:
    """Return the rows of a policy, one a step."""
    return tuple(
        cells(schema.POLICY, {**_fields(step, "code"), "policy": record.code, "step": step.code})
        for step in record.steps
    )


def creditor(record: Creditor) -> Cells:
    """Return the named values of the creditor, by defined name."""
    values = {name: getattr(record, field) for name, field in FIELDS.items()}
    values |= {name: getattr(record.address, field) for name, field in ADDRESS.items()}
    values |= {name: getattr(record.sender_address, key) for name, key in SENDER_ADDRESS.items()}
    values["CreancierPays"] = record.country
    values["Ibans"] = tuple(f"{currency}:{iban}" for currency, iban in record.ibans)
    return {
        parameter.name: parameter_cell(parameter, values[parameter.name])
        for parameter in schema.PARAMETERS
        if parameter.name in values
    }


def parameter_cell(parameter: schema.Parameter, value: object) -> Cell:
    """Return a value as the cell of a parameter, where "no" is said in full."""
    if value is False:
        return labels.label("yes_no", "no")
    return cell(parameter, value)
