"""`record call`: what a person did on the telephone; and what every verb of `record` shares."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ..core.balances import is_balance
from ..core.decide import decide
from ..core.errors import (
    BadArgumentError,
    NothingToRecordError,
    UnknownInvoiceError,
)
from ..core.findings import Reason
from ..core.history import ANNOUNCED_BY
from ..core.money import from_cents, to_cents
from ..core.question import policy_of
from ..core.records import Case, Event, Line, Receivable
from ..core.stray import near_key
from ..wording.labels import label
from .desk import Desk
from .shape import Json, own_day
from .shape import reason as reason_json

REACHED = (
    "reached", "not_received", "awaiting_approval", "payment_sent", "promise", "dispute", "refuses",
)  # fmt: skip
NOT_REACHED = ("voicemail", "no_answer", "wrong_number")
CALL_OUTCOMES = (*REACHED, *NOT_REACHED)


@dataclass(frozen=True, slots=True)
class Entry:
    """The day of an entry and the moment at which it was typed."""

    day: date
    entered_at: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written, what was left out with its reason, and what looks like a slip."""

    events: tuple[Event, ...]
    left_out: tuple[tuple[str, Reason], ...] = ()
    doubts: tuple[Reason, ...] = ()

    def json(self) -> Json:
        """Return the events, what was left out, and the warnings."""
        return {
            "events": [
                {
                    "number": event.number,
                    "day": event.day.isoformat(),
                    "debtor": event.debtor,
                    "items": list(event.items),
                    "step": event.step or None,
                    "channel": event.channel or None,
                    "outcome": event.outcome,
                    "document": event.document or None,
                    **own_day(event),
                }
                for event in self.events
            ],
            "left_out": [
                {"debtor": debtor, "why": [reason_json(reason)]} for debtor, reason in self.left_out
            ],
            "warnings": [reason_json(doubt) for doubt in self.doubts],
        }


def call(desk: Desk, entry: Entry, debtor: str, outcome: str, note: str = "") -> Recorded:
    """Write down a call: a step done when someone was reached, an attempt when not.

    After the policy's number of unanswered attempts the step counts as done, so that a debtor
    who never answers does not stop the dunning.

    Raises:
        BadArgumentError: the outcome is not one of `CALL_OUTCOMES`.
        NothingToRecordError: the debtor has no open item.
    """
    if outcome not in CALL_OUTCOMES:
        raise BadArgumentError(argument="outcome", value=outcome)
    desk.check_day(entry.day)
    case = open_case(desk, debtor)
    draft = _call_draft(desk, debtor)
    step, items = (draft.step, draft.items) if draft else _call_due(desk, case, entry.day)
    history = desk.history_of(debtor)
    policy = policy_of(case, desk.setting)
    tried = history.unanswered(step, items) + 1
    reached = outcome in REACHED
    given_up = bool(step) and not reached and tried >= policy.values.call_attempts
    event = Event(
        number=0,
        day=entry.day,
        debtor=debtor,
        items=items,
        step=step,
        channel="phone",
        direction="out",
        outcome="done" if reached else "bounced",
        document=draft.document if draft and reached else "",
        note=f"{label('call_outcome', outcome)}. {note}".strip(),
        entered_at=entry.entered_at,
    )
    attempt = desk.ledger.log(event)
    if said := ANNOUNCED_BY.get(outcome):
        told = replace(event, step=said, channel="", direction="in", document="", note="")
        return Recorded((attempt, desk.ledger.log(told)))
    if not given_up:
        return Recorded((attempt,))
    # Without a channel: the step is done, but nobody was spoken to.
    end = replace(event, channel="", outcome="done", document=draft.document if draft else "")
    return Recorded((attempt, desk.ledger.log(end)))


def check_amount(amount: Decimal) -> None:
    """Refuse an amount of zero or less, or one with parts of a cent. Raises BadArgumentError."""
    if amount <= 0:
        raise BadArgumentError(argument="amount", value=amount)
    if amount != from_cents(to_cents(amount)):
        raise BadArgumentError(reason="parts_of_cents", argument="amount", value=amount)


def open_case(desk: Desk, debtor: str) -> Case:
    """Return a case with something to claim. Raises NothingToRecordError."""
    case = desk.case(debtor)
    if not any(item.open > 0 for item in case.items):
        raise NothingToRecordError(reason="call", debtor=debtor)
    return case


def _call_draft(desk: Desk, debtor: str) -> Event | None:
    drafts = desk.history_of(debtor).drafts
    return next((draft for draft in drafts if draft.channel == "phone"), None)


def late_items(case: Case, day: date) -> tuple[str, ...]:
    """Return the numbers of the items that are late on a day."""
    return tuple(
        item.number
        for item in case.items
        if item.open > 0 and (is_balance(item) or (item.payable_on or day) < day)
    )


def _call_due(desk: Desk, case: Case, day: date) -> tuple[str, tuple[str, ...]]:
    """The call that the policy has due, and whose items; else "" and what is late and free.

    One that the budget of contacts holds is due all the same: it has been made.
    """
    decision = decide(case, desk.setting, day)
    step = policy_of(case, desk.setting).step(decision.step)
    if step and step.document == "call_sheet" and decision.demanded:
        return step.code, tuple(line.item.number for line in decision.demanded)
    return "", tuple(line.item.number for line in decision.lines if _is_spoken_of(line))


def _is_spoken_of(line: Line) -> bool:
    """Tell whether a call of the user's own is about an item."""
    free_balance = line.item.open > 0 and is_balance(line.item) and not line.blocked
    return line.demanded or line.informed or free_balance


def find_item(desk: Desk, debtor: str, invoice: str) -> Receivable:
    """Return a debtor's open item by number. Raises UnknownInvoiceError."""
    ours = [item for item in desk.receivables if item.debtor == debtor and item.open > 0]
    for item in ours:
        if item.number == invoice:
            return item
    raise no_such_invoice(debtor, invoice, ours)


def no_such_invoice(
    debtor: str, invoice: str, items: Iterable[Receivable]
) -> UnknownInvoiceError:  # fmt: skip
    """Return the refusal of a number that none of a debtor's open items has, with what is near."""
    key = near_key(invoice)
    near = [item.number for item in items if item.open > 0 and near_key(item.number) == key]
    hint: dict[str, object] = {"near": near, "reason": "near"} if near else {}
    return UnknownInvoiceError(invoice=invoice, debtor=debtor, **hint)
