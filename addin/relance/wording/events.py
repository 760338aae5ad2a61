"""One line for one event, as a summary tells it."""

import re
from datetime import date

from ..core.history import TAKEOVER
from ..core.parse import parse_amount
from ..core.plan import days_replaced
from ..core.records import Event
from ..core.told import happened_on
from . import amounts
from .labels import label
from .run import called
from .steps import ACTIONS, NAMES, PUBLIC_CLAIM, action

_TOLD = re.compile(r"([\d.]+(?: \+ [\d.]+)*)(?: / [\d.]+)? ([A-Z]{3})(?: (\d{4}-\d\d-\d\d)$)?")
_HEARD = {
    "said_dispute": "litige annoncé, à noter : relances suspendues d'ici là",
    "said_promise": "promesse annoncée, à noter : relances suspendues d'ici là",
    "said_payment": "règlement annoncé, relances suspendues quelques jours",
    "promise": "promesse de règlement notée",
    "dispute": "litige ouvert",
    "dispute_resolved": "litige résolu",
    "payment": "règlement noté",
    "received": "règlement reçu par un import",
    "matched": "règlement noté, retrouvé dans un import",
    "known": "règlement noté, remplacé par celui d'un import",
    "absent": "absente du dernier export ou payée selon lui, suspendue",
    "present": "revenue dans l'export, à régler",
    "plan": "échéancier noté",
    "hold": "suspendue",
    "release": "suspension levée",
    "settlement": "accord de règlement noté",
    "settlement.replaced": "accord de règlement remplacé",
    "settlement.cancelled": "accord de règlement levé, le tout redevient dû",
}


_NAMES = {
    "said_dispute": "litige annoncé",
    "said_promise": "promesse annoncée",
    "said_payment": "règlement annoncé",
    "promise": "promesse de règlement",
    "dispute": "litige",
    "payment": "règlement",
    "plan": "échéancier",
    "takeover": "reprise d'antériorité",
}


def step_name(step: str) -> str:
    """Return how a line of the journal is called: a step of a policy, or a fact."""
    return _NAMES.get(step) or NAMES.get(step, step)


def step_of(event: Event) -> str:
    """Return the step of an event, as the document of that line is called."""
    is_claim = called("formal_notice", event.document) == PUBLIC_CLAIM
    return PUBLIC_CLAIM if event.step == "notice" and is_claim else event.step


def numbered(number: str) -> str:
    """Return the note of the line of a document that has a number of its own."""
    return f"n° {number}"


def told(event: Event) -> str:
    """Return what an event says, e.g. for the summary after `record`."""
    items = f" ({', '.join(event.items)})" if event.items else ""
    if event.outcome == "reversed":
        return f"{event.day:%d/%m/%Y}  {event.debtor} : ligne {event.document} contre-passée"
    if event.direction == "in":
        named = _HEARD.get(f"{event.step}.{event.outcome}") or _HEARD.get(event.step, event.step)
        what = named + _replaces(event) + _amount(event)
    elif event.outcome == "sent" and not event.channel:
        what = "citée pour information dans le message envoyé, compte comme premier rappel"
    elif event.outcome == "done" and event.step not in ("", TAKEOVER) and not event.channel:
        what = f"{action(event.step)} : sans réponse, étape tenue pour faite"
    else:
        step = step_of(event)
        named = ACTIONS.get(step) or step_name(step)
        name = named if event.step else label("channel", event.channel)
        what = f"{name} : {label('outcome', event.outcome)}"
    return f"{event.day:%d/%m/%Y}  {event.debtor} : {what}{_own_day(event)}{items}"


def _replaces(event: Event) -> str:
    """The plans that a plan takes the place of."""
    days = days_replaced(event.document) if event.step == "plan" else ()
    return "".join(f", remplace l'échéancier du {amounts.day(day)}" for day in days)


def _amount(event: Event) -> str:
    """The amount that an event tells in its currency, and the day of a promise."""
    found = _TOLD.match(event.document)
    if not found:
        return ""
    sums, currency, by = found.groups()
    shown = " + ".join(amounts.money(parse_amount(one), currency) for one in sums.split(" + "))
    until = f" pour le {amounts.day(date.fromisoformat(by))}" if by else ""
    return f" : {shown}{until}"


def _own_day(event: Event) -> str:
    """The day of what the event tells, when it is not that of the journal."""
    happened = happened_on(event)
    if happened == event.day:
        return ""
    before = ", date de valeur" if event.direction == "in" else " le"
    return f"{before} {amounts.day(happened)}"
