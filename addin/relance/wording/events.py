"""One line for one event, as a summary tells it."""

from ..core.records import Event
from ..core.told import happened_on
from . import amounts
from .labels import label
from .steps import NAMES, action

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
    "absent": "absente du dernier export, suspendue",
    "present": "revenue dans l'export, à régler",
    "plan": "échéancier noté",
    "hold": "suspendue",
    "release": "suspension levée",
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


def told(event: Event) -> str:
    """Return what an event says, e.g. for the summary after `record`."""
    items = f" ({', '.join(event.items)})" if event.items else ""
    if event.outcome == "reversed":
        return f"{event.day:%d/%m/%Y}  {event.debtor} : ligne {event.document} contre-passée"
    if event.direction == "in":
        what = _HEARD.get(event.step, event.step)
    elif event.outcome == "sent" and not event.channel:
        what = "citée pour information dans le message envoyé, compte comme premier rappel"
    else:
        named = _NAMES.get(event.step) or action(event.step)
        name = named if event.step else label("channel", event.channel)
        what = f"{name} : {label('outcome', event.outcome)}"
    return f"{event.day:%d/%m/%Y}  {event.debtor} : {what}{_own_day(event)}{items}"


def _own_day(event: Event) -> str:
    """The day of what the event tells, when it is not that of the journal."""
    happened = happened_on(event)
    if happened == event.day:
        return ""
    before = ", date de valeur" if event.direction == "in" else " le"
    return f"{before} {amounts.day(happened)}"
