"""What contradicts itself in a policy: each rule is one function that names a reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .errors import BadPolicyError
from .meaning import LAST_PHASE, NOTICE, NOTICE_PHASE, RELANCE_PHASE

if TYPE_CHECKING:
    from .policy import Step

Placed = tuple[str, "Step"]

CHANNELS = ("email", "letter", "registered_letter", "phone", "visit", "other", "none")
DOCUMENTS = ("", "email", "letter", "formal_notice", "call_sheet")
ANCHORS = ("due", "previous", "presented")
CLAIMS = ("none", "announced", "claimed")
CALLS = ("phone", "visit", "other")
PHASES = range(LAST_PHASE + 1)


def check_steps(placed: Sequence[Placed]) -> None:
    """Refuse steps that contradict themselves or each other.

    Raises:
        BadPolicyError: facts `where` (line or cell), `reason`, `value`.
    """
    if not placed:
        raise BadPolicyError(where="", reason="no_steps", value="")
    for where, step in placed:
        for reason, name, wrong in _faults(step):
            if wrong:
                raise BadPolicyError(where=where, reason=reason, value=getattr(step, name))
    _check_order(placed)


def _check_order(placed: Sequence[Placed]) -> None:
    seen: set[str] = set()
    phase, age = min(PHASES), 0
    for position, (where, step) in enumerate(placed):
        if step.code in seen:
            raise BadPolicyError(where=where, reason="duplicate_step", value=step.code)
        if step.phase < phase:
            raise BadPolicyError(where=where, reason="phase_goes_back", value=step.phase)
        if position == 0 and step.anchor != "due":
            raise BadPolicyError(where=where, reason="first_step_needs_due", value=step.anchor)
        if step.anchor == "presented" and not _has_notice(placed[:position]):
            raise BadPolicyError(where=where, reason="presented_without_notice", value=step.code)
        age = (0 if step.anchor == "due" else age) + step.offset + step.bank_days
        if step.phase > min(PHASES) and age < 1:
            raise BadPolicyError(where=where, reason="reminder_before_late", value=step.offset)
        seen.add(step.code)
        phase = step.phase


def _has_notice(before: Sequence[Placed]) -> bool:
    return any(step.document == NOTICE for _, step in before)


def _faults(step: "Step") -> list[tuple[str, str, bool]]:
    """The rules of one step: reason, field at fault, and whether it is at fault."""
    late = step.phase > min(PHASES)
    notice = step.document == NOTICE
    call = step.document == "call_sheet"
    return [
        ("blank_code", "code", not step.code.strip() or bool(set(step.code) & set(" ,;|:"))),
        ("bad_phase", "phase", step.phase not in PHASES),
        ("bad_channel", "channel", step.channel not in CHANNELS),
        ("bad_document", "document", step.document not in DOCUMENTS),
        ("bad_anchor", "anchor", step.anchor not in ANCHORS),
        ("bad_claims", "claims", step.claims not in CLAIMS),
        ("negative_offset", "offset", step.offset < 0 and (late or step.anchor != "due")),
        ("late_prevention", "offset", not late and step.offset > 0),
        ("negative_bank_days", "bank_days", step.bank_days < 0),
        ("latest_before_offset", "latest", step.latest is not None and step.latest < step.offset),
        ("notice_needs_deadline", "deadline", notice and (step.deadline or 0) < 1),
        ("notice_out_of_phase", "phase", notice and step.phase != NOTICE_PHASE),
        ("notice_needs_registered", "channel", notice and step.channel != "registered_letter"),
        ("call_needs_phone", "channel", call and step.channel not in CALLS),
        ("channel_without_document", "document", step.channel != "none" and not step.document),
        ("court_too_early", "court", step.court and step.phase < RELANCE_PHASE),
    ]
