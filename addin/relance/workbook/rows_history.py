"""`Journal`, `Promesses`, `Échéanciers`, `Litiges`, `Règlements` -> records."""

from datetime import date
from decimal import Decimal
from typing import Any

from ..core.money import ZERO
from ..core.parse import FIRST_YEAR
from ..core.records import Dispute, Event, Instalment, Payment, PaymentPlan, Promise
from . import schema
from .reading import Found, Made, Read, TableLike, collect
from .values import currency, items

SINCE_EVER = date(FIRST_YEAR, 1, 1)


def events(table: TableLike) -> Found[Event]:
    """Read `Journal`. Raises MissingColumnError."""
    records, findings = collect(schema.JOURNAL, table, _event)
    return tuple(sorted(records, key=lambda event: event.number)), tuple(findings)


def _event(row: Read) -> Made[Event]:
    lacking = row.missing("number", "day", "debtor", "outcome")
    if lacking or row.faults:
        return None, lacking
    return Event(**{**row.values, "items": items(row.values.get("items", ""))}), []


def promises(table: TableLike) -> Found[Promise]:
    """Read `Promesses`; a promise without its own day counts from the day it is for.

    The currency is "" when none is given: its items tell it.

    Raises:
        MissingColumnError: a heading of ours is not there.
    """
    records, findings = collect(schema.PROMISES, table, _promise)
    return tuple(records), tuple(findings)


def _promise(row: Read) -> Made[Promise]:
    lacking = row.missing("debtor", "amount", "by")
    if lacking or row.bad("debtor", "amount", "by"):
        return None, lacking
    values = row.values
    given = values.get("currency", "")
    code = currency(given)
    kept = {"kept": True, "broken": False}.get(values.get("state", ""))
    made_on = values.get("made_on", values["by"])
    listed = items(values.get("items", ""))
    promise = Promise(
        values["debtor"], values["amount"], values["by"], made_on, listed, kept, code, row.row
    )
    strange = [row.finding("currency", "bad_currency", value=given)] if given and not code else []
    return promise, strange


def plans(table: TableLike) -> Found[PaymentPlan]:
    """Read `Échéanciers`: the lines of one debtor agreed on one day are one plan.

    A number that comes back is the line of another plan of that day; so are cancelled lines.

    Raises:
        MissingColumnError: a heading of ours is not there.
    """
    rows, findings = collect(schema.PLANS, table, _plan_line)
    groups: dict[tuple[Any, ...], list[list[Read]]] = {}
    for row in rows:
        values = row.values
        cancelled = values.get("state") == "cancelled"
        of_day = groups.setdefault((values["debtor"], values.get("agreed_on"), cancelled), [[]])
        number = values.get("number")
        if number is not None and number in [one.values.get("number") for one in of_day[-1]]:
            of_day.append([])
        of_day[-1].append(row)
    return tuple(_plan(lines) for of_day in groups.values() for lines in of_day), tuple(findings)


def _plan_line(row: Read) -> Made[Read]:
    lacking = row.missing("debtor", "day", "amount")
    return (None if lacking or row.bad("debtor", "day", "amount") else row), lacking


def _plan(rows: list[Read]) -> PaymentPlan:
    ordered = sorted(rows, key=lambda row: (row.values["day"], row.values.get("number", 0)))
    instalments = tuple(_instalment(place, row) for place, row in enumerate(ordered, 1))
    listed = dict.fromkeys(item for row in rows for item in items(row.values.get("items", "")))
    first = ordered[0].values
    agreed = first.get("agreed_on") or first["day"]
    cancelled = first.get("state") == "cancelled"
    return PaymentPlan(first["debtor"], agreed, instalments, tuple(listed), cancelled)


def _instalment(place: int, row: Read) -> Instalment:
    values = row.values
    settled = values["amount"] if values.get("state") == "paid" else ZERO
    paid = values.get("paid", settled)
    return Instalment(values.get("number", place), values["day"], values["amount"], paid, row.row)


def disputes(table: TableLike) -> Found[Dispute]:
    """Read `Litiges`; a dispute whose first day is not known counts from ever.

    Raises:
        MissingColumnError: a heading of ours is not there.
    """
    records, findings = collect(schema.DISPUTES, table, _dispute)
    return tuple(records), tuple(findings)


def _dispute(row: Read) -> Made[Dispute]:
    lacking = row.missing("debtor", "invoice")
    if lacking:
        return None, lacking
    given = {"reason": "", "opened_on": SINCE_EVER, **row.values}
    return Dispute(row=row.row, **given), []


def payments(table: TableLike) -> Found[Payment]:
    """Read `Règlements`; a payment that is not above zero is left out.

    The currency is "" when none is given: its invoice tells it.

    Raises:
        MissingColumnError: a heading of ours is not there.
    """
    records, findings = collect(schema.PAYMENTS, table, _payment)
    return tuple(records), tuple(findings)


def _payment(row: Read) -> Made[Payment]:
    lacking = row.missing("debtor", "amount", "value_date")
    amount = row.values.get("amount", Decimal(1))
    given = row.values.get("currency", "")
    code = currency(given)
    if amount <= 0:
        lacking.append(row.finding("amount", "payment_sign", value=amount))
    if given and not code:
        lacking.append(row.finding("currency", "bad_currency", value=given))
    if lacking or row.faults:
        return None, lacking
    return Payment(row=row.row, **{**row.values, "currency": code}), []
