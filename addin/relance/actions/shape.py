"""The JSON shapes of the answers: amounts with two decimals, fractions, ISO days, codes + text."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ..core.errors import RelanceError
from ..core.findings import Finding, Reason
from ..core.money import round_cents
from ..core.records import Decision, Event, Line, Totals
from ..core.told import happened_on
from ..wording.sentences import sentence

Json = dict[str, Any]


def money(amount: Decimal) -> str:
    """Return an amount as text with two decimals."""
    return str(round_cents(amount))


def day(value: date | None) -> str | None:
    """Return an ISO day, None when there is none."""
    return value.isoformat() if value else None


RATES = ("rate", "percent", "floor")  # facts that are fractions; other numbers are amounts


def plain(value: object, name: str = "") -> Any:  # noqa: ANN401 - JSON is any of these
    """Return a fact as JSON can hold it; `name` tells a rate from an amount."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value) if name in RATES else money(value)
    if isinstance(value, Mapping):
        return {str(key): plain(one, str(key)) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one, name) for one in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def reason(one: Reason) -> Json:
    """Return a reason with its sentence."""
    return {"code": one.code, "facts": plain(one.facts), "text": sentence(one.code, one.facts)}


def finding(one: Finding) -> Json:
    """Return a finding with its sentence; the row and the column are among its facts."""
    facts = {"row": one.row, "column": one.column} | dict(one.facts)
    return {"code": one.code, "facts": plain(facts), "text": sentence(one.code, facts)}


def own_day(event: Event) -> Json:
    """Return the day that a line tells beside the journal's: of a credit, of a presentation."""
    if event.outcome == "delivered":
        return {"presented_on": happened_on(event).isoformat()}
    if (event.step, event.outcome) == ("payment", "done"):
        return {"value_date": happened_on(event).isoformat()}
    return {}


def error(fault: RelanceError) -> Json:
    """Return the shape of a failure."""
    text = sentence(fault.code, fault.facts)
    return {"error": {"code": fault.code, "facts": plain(fault.facts), "text": text}}


def decision(one: Decision, book: str) -> Json:
    """Return one debtor of an agenda; sums are those of the first currency, items name theirs."""
    first = one.totals[0] if one.totals else Totals("EUR", *([Decimal(0)] * 4))
    return {
        "book": book,
        "debtor": one.debtor.code,
        "name": one.debtor.name,
        "phase": one.phase,
        "step": one.step or None,
        "proposed_step": one.proposed_step or None,
        "channel": one.channel or None,
        "items": [_item(line) for line in one.lines],
        **_sums(first),
        "next_date": day(one.next_date),
        "why": [reason(why) for why in one.why],
        "blocked_by": [reason(why) for why in one.blocked_by],
    }


def _sums(totals: Totals) -> Json:
    return {
        "open": money(totals.open),
        "claim": money(totals.claim),
        "interest": money(totals.interest),
        "fee": money(totals.fee),
        "total": money(totals.total),
    }


def _item(line: Line) -> Json:
    return {
        "number": line.item.number,
        "kind": line.item.kind,
        "due": day(line.item.due),
        "open": money(line.item.open),
        "currency": line.item.currency,
        "days_overdue": line.days_overdue,
        "demanded": line.demanded,
        "interest": money(line.claim.interest),
        "fee": money(line.claim.fee),
    }


def agenda(
    as_of: date, decided: Sequence[tuple[str, Decision]], findings: Iterable[Finding],
    alarms: Iterable[Finding],
) -> Json:  # fmt: skip
    """Return the shape of `agenda`; alarms are no anomaly of a row and stand beside them."""
    return {
        "as_of": as_of.isoformat(),
        "debtors": [decision(one, book) for book, one in decided],
        "findings": [finding(one) for one in findings],
        "alarms": [finding(one) for one in alarms],
    }
