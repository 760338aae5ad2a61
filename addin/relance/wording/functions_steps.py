"""The next step of one item in words: what to do, and the rule and dates behind it."""

from datetime import date
from functools import lru_cache

from .amounts import day as french_day
from .labels import label
from .steps import ACTIONS

shown = lru_cache(1 << 16)(french_day)  # a column shows the same days again and again

DOCUMENTS = {
    "email": "Envoyer un e-mail",
    "letter": "Envoyer une lettre",
    "formal_notice": "Mise en demeure",
    "call_sheet": "Appeler",
}


def action(step: str, document: str, asked: str, channel: str) -> str:
    """Return what a step asks to do.

    Args:
        step: the step's code; one that the user made is told by its document.
        document: the kind of document that the step needs, "" when none.
        asked: the channel that the policy asks for: a channel, "other" or "none".
        channel: the channel that this comes to, "" when there is none.
    """
    words = ACTIONS.get(step) or DOCUMENTS.get(document) or step
    if asked != "other" or channel == "phone":
        return words
    return f"Relancer par {label('channel', channel)} (le dernier contact était un appel)"


def held(status: str) -> str:
    """Return why a status other than open holds every step."""
    return f"Statut « {label('status', status)} » : aucune étape tant qu'il dure."


def finished(policy: str, last_step: str, last_date: date | None) -> str:
    """Return why no step is left."""
    on = f" le {shown(last_date)}" if last_date else ""
    return f"Scénario {policy} : la dernière étape ({last_step}) a été faite{on}."


def when(day: date, is_due: bool) -> str:
    """Return when a step is to be done: since a day, or on a day to come."""
    return f"à faire depuis le {shown(day)}" if is_due else f"à faire le {shown(day)}"


def first(step: str, offset: int, due: date, when: str) -> str:
    """Return why the first step comes on its day: days counted from the due date."""
    return f"Échéance {shown(due)}, rien d'envoyé : {step} (J{offset:+d}) {when}."


def by_due(step: str, offset: int, due: date, when: str) -> str:
    """Return why a step counted from the due date comes on its day."""
    return f"Échéance {shown(due)} : {step} (J{offset:+d}) {when}."


def by_delay(step: str, days: int, last_step: str, last_date: date, when: str) -> str:
    """Return why a step comes on its day: days counted from the step before."""
    return f"Après {last_step} du {shown(last_date)}, + {days} jours : {step} {when}."


def by_posting(
    step: str, days: int, bank_days: int, last_step: str, last_date: date, when: str
) -> str:
    """Return why a step comes after a notice whose presentation a cell can't know."""
    return (
        f"Après {last_step} du {shown(last_date)} (une cellule ne connaît pas la présentation),"
        f" + {days} + {bank_days} jours : {step} {when}."
    )


def by_age(step: str, age: int, due: date, when: str) -> str:
    """Return why a step waits for the age of its phase."""
    return f"Échéance {shown(due)} : {step} demande {age} jours de retard, {when}."


def by_profile(step: str, profile: str, due: date, when: str) -> str:
    """Return why a profile puts off the first call."""
    name = label("profile", profile)
    return f"Échéance {shown(due)}, profil « {name} » : pas d'appel plus tôt, {step} {when}."
