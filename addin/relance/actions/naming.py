"""What documents and steps are called: a claim to a public buyer is no formal notice."""

from collections.abc import Iterable
from dataclasses import replace

from ..core.findings import Reason
from ..core.records import Decision, Event
from ..documents.language import is_to_public_buyer
from ..wording.run import DOCUMENT_NAMES, called
from ..wording.steps import PUBLIC_CLAIM, action
from .desk import Desk
from .drafts import kind_of

NOTICE_STEP = "notice"
STEP_FACTS = ("step", "last_step")


def called_of(desk: Desk, draft: Event) -> str:
    """Return what a draft is called, as the letter itself has it."""
    return called(kind_of(desk, draft), draft.document)


def document_name(decision: Decision) -> str:
    """Return the name of the document that a decision asks for."""
    is_claim = decision.document == "formal_notice" and is_to_public_buyer(decision)
    return DOCUMENT_NAMES[PUBLIC_CLAIM if is_claim else decision.document]


def action_of(decision: Decision) -> str:
    """Return what a decision asks to do, "" when nothing."""
    step = decision.step or decision.proposed_step
    return action(_step(decision, step)) if step else ""


def reasons_of(decision: Decision, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return reasons of a decision, the steps in them as they are called there."""
    return tuple(replace(one, facts={**one.facts, **_steps(decision, one)}) for one in reasons)


def _steps(decision: Decision, reason: Reason) -> dict[str, str]:
    named = {name: reason.facts[name] for name in STEP_FACTS if name in reason.facts}
    return {name: _step(decision, str(step)) for name, step in named.items() if step}


def _step(decision: Decision, step: str) -> str:
    return PUBLIC_CLAIM if step == NOTICE_STEP and is_to_public_buyer(decision) else step
