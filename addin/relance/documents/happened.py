"""What happened with a debtor, as a call sheet lists it: contacts, payments, promises, agreements.

The sheet is read by the caller alone, who must not ask for what has been paid or agreed upon.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from ..core.money import ZERO
from ..core.records import Event, Message, PaymentPlan
from ..wording import letter_happened as words
from ..wording.events import step_name, step_of
from ..wording.labels import label
from .item_names import item_name
from .language import tongue_of
from .tables import Row

CONTACTS = 8  # shown on a call sheet
FACTS = 8  # of all other sorts together

Dated = tuple[date, Row]


def happened(message: Message) -> list[Row]:
    """Return the last contacts and facts up to the day of the sheet, oldest first."""
    until = message.decision.as_of
    agreements = chain(_promises(message), _plans(message), _settlements(message))
    facts = chain(_payments(message), agreements, _disputes(message))
    known = sorted((one for one in facts if one[0] <= until), key=_day)[-FACTS:]
    contacts = [(event.day, _contact(event, message)) for event in message.history[-CONTACTS:]]
    return [row for _, row in sorted([*contacts, *known], key=_day)]


def _day(dated: Dated) -> date:
    return dated[0]


def _contact(event: Event, message: Message) -> Row:
    channel, outcome = label("channel", event.channel), label("outcome", event.outcome)
    step = step_name(step_of(event)) or words.CONTACT
    return _row(message, event.day, step, outcome, event.items, channel)


def _payments(message: Message) -> Iterator[Dated]:
    for one in message.payments:
        what = words.payment(one.amount, one.currency, matched=bool(one.invoice))
        items = (one.invoice,) if one.invoice else ()
        yield one.value_date, _row(message, one.value_date, words.PAYMENT, what, items)


def _promises(message: Message) -> Iterator[Dated]:
    for one in message.promises:
        as_of = message.decision.as_of
        what = words.promise(one.amount, one.currency, one.by, one.kept, as_of)
        yield one.made_on, _row(message, one.made_on, words.PROMISE, what, one.items)


def _plans(message: Message) -> Iterator[Dated]:
    for one in message.plans:
        total = sum((part.amount for part in one.instalments), ZERO)
        paid = sum((part.came for part in one.instalments), ZERO)
        what = words.plan(
            total, paid, len(one.instalments), _currency(one, message), cancelled=one.cancelled
        )
        yield one.agreed_on, _row(message, one.agreed_on, words.PLAN, what, one.items)


def _currency(plan: PaymentPlan, message: Message) -> str:
    """A plan is in the currency of its items, euros when they are all paid."""
    codes = (one.item.currency for one in message.decision.lines if one.item.number in plan.items)
    return next(codes, "EUR")


def _settlements(message: Message) -> Iterator[Dated]:
    for one in message.settlements:
        as_of = message.decision.as_of
        what = words.settlement(one.amount, one.owed, one.currency, one.by, as_of)
        yield one.agreed_on, _row(message, one.agreed_on, words.SETTLEMENT, what, one.items)


def _disputes(message: Message) -> Iterator[Dated]:
    for one in message.disputes:
        what = words.dispute(one.reason, one.resolved_on)
        yield one.opened_on, _row(message, one.opened_on, words.DISPUTE, what, (one.invoice,))


def _row(
    message: Message, day: date, step: str, result: str, items: Iterable[str], channel: str = ""
) -> Row:
    tongue = tongue_of(message)
    names = {line.item.number: item_name(line.item, tongue) for line in message.decision.lines}
    return {
        "date": tongue.figures.day(day),
        "etape": step,
        "canal": channel,
        "resultat": result,
        "factures": words.named([names.get(number, number) for number in items]),
    }
