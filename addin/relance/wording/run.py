"""What a run did, counted in words."""

from collections.abc import Mapping

from .letters import LABELS
from .steps import PUBLIC_CLAIM

DOCUMENT_NAMES: dict[str, str] = {
    "email": "e-mail",
    "letter": "lettre",
    "formal_notice": "mise en demeure",
    PUBLIC_CLAIM: "réclamation",
    "call_sheet": "fiche d'appel",
    "confirmation": "confirmation d'appel",
    "statement": "relevé de compte",
    "thanks": "remerciement",
    "penalty_note": "note de pénalités",
    "plan": "confirmation d'échéancier",
    "settlement": "accord de règlement",
    "slip": "bordereau de dépôt",
}
_PLURALS: dict[str, str] = {
    "email": "e-mails",
    "letter": "lettres",
    "formal_notice": "mises en demeure",
    PUBLIC_CLAIM: "réclamations",
    "call_sheet": "fiches d'appel",
    "confirmation": "confirmations d'appel",
    "statement": "relevés de compte",
    "thanks": "remerciements",
    "penalty_note": "notes de pénalités",
    "plan": "confirmations d'échéancier",
    "settlement": "accords de règlement",
    "slip": "bordereaux de dépôt",
}

THE_DOCUMENT: dict[str, str] = {
    "email": "L'e-mail",
    "letter": "La lettre",
    "formal_notice": "La mise en demeure",
    PUBLIC_CLAIM: "La réclamation",
    "call_sheet": "La fiche d'appel",
    "confirmation": "La confirmation d'appel",
    "statement": "Le relevé de compte",
    "thanks": "Le remerciement",
    "penalty_note": "La note de pénalités",
    "plan": "La confirmation d'échéancier",
    "settlement": "L'accord de règlement",
    "slip": "Le bordereau de dépôt",
}
A_DOCUMENT: dict[str, str] = {
    "email": "Un e-mail",
    "letter": "Une lettre",
    "formal_notice": "Une mise en demeure",
    PUBLIC_CLAIM: "Une réclamation",
    "call_sheet": "Une fiche d'appel",
    "confirmation": "Une confirmation d'appel",
    "statement": "Un relevé de compte",
    "thanks": "Un remerciement",
    "penalty_note": "Une note de pénalités",
    "plan": "Une confirmation d'échéancier",
    "settlement": "Un accord de règlement",
    "slip": "Un bordereau de dépôt",
}
TO_DO: dict[str, str] = {kind: "à envoyer" for kind in DOCUMENT_NAMES} | {"call_sheet": "à suivre"}


def called(kind: str, file: str) -> str:
    """Return what a document of a kind is called: a claim to a public buyer by its own name.

    >>> called("formal_notice", "2026-11-23_reclamation_ville-1f2e3d.docx")
    'public_claim'
    """
    is_claim = f"_{LABELS['reclamation-acheteur-public']}_" in file
    return PUBLIC_CLAIM if kind == "formal_notice" and is_claim else kind


def counted(counts: Mapping[str, int], left_out: int, dry_run: bool) -> str:
    """Return e.g. "3 e-mails, 1 lettre écrits ; 2 clients laissés de côté."."""
    parts = [
        f"{count} {_PLURALS[kind] if count > 1 else DOCUMENT_NAMES[kind]}"
        for kind, count in counts.items()
    ]
    verb = "à écrire" if dry_run else "en brouillon"
    done = f"{', '.join(parts)} {verb}" if parts else "Rien à écrire"
    left = f" ; {left_out} client{'s' if left_out > 1 else ''} laissé{'s' if left_out > 1 else ''}"
    return f"{done}{f'{left} de côté' if left_out else ''}. Rien n'a été envoyé."
