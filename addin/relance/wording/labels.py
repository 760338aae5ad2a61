"""French labels of every code that a user reads or picks from a list, both ways.

>>> label("status", "on_hold")
'suspendue'
>>> code("status", "LITIGE")
'disputed'
"""

import unicodedata
from functools import cache

from ..core.ageing import USUAL_LIMITS
from ..core.errors import BadArgumentError
from .buckets import bucket_label
from .tongues import TONGUES

LABELS: dict[str, dict[str, str]] = {
    "item_kind": {
        "invoice": "facture",
        "credit_note": "avoir",
        "down_payment": "acompte",
        "retention": "retenue de garantie",
        "payment": "règlement non affecté",
    },
    "debtor_kind": {
        "": "à préciser",
        "business": "professionnel",
        "consumer": "particulier",
        "public": "public",
        "other": "autre (association, copropriété...)",
    },
    "status": {
        "open": "à régler",
        "disputed": "litige",
        "on_hold": "suspendue",
        "refused": "rejetée",
        "assigned": "cédée",
        "doubtful": "douteuse",
        "closed": "soldée",
        "promised": "promesse",
        "planned": "échéancier",
        "insolvent": "procédure collective",
        "handed_over": "transmise",
    },
    "payment_method": {
        "transfer": "virement",
        "direct_debit": "prélèvement",
        "bill": "effet (LCR)",
        "cheque": "chèque",
        "card": "carte",
    },
    "channel": {
        "email": "e-mail",
        "letter": "lettre",
        "registered_letter": "recommandé (LRAR)",
        "phone": "téléphone",
        "visit": "visite",
    },
    "policy_channel": {
        "email": "e-mail",
        "letter": "lettre",
        "registered_letter": "recommandé (LRAR)",
        "phone": "téléphone",
        "visit": "visite",
        "other": "autre canal",
        "none": "aucun",
    },
    "profile": {
        "": "indéterminé",
        "forgot": "oubli",
        "cannot": "difficulté",
        "delays": "retardataire",
        "evades": "à vérifier",
    },
    "outcome": {
        "prepared": "préparé",
        "draft": "brouillon",
        "sent": "envoyé",
        "done": "fait",
        "delivered": "présenté",
        "bounced": "non abouti",
        "replaced": "remplacé",
        "cancelled": "annulé",
        "reversed": "contre-passé",
    },
    "direction": {"out": "sortant", "in": "entrant"},
    "phase": {
        "0": "0 Prévention",
        "1": "1 Rappel",
        "2": "2 Relance",
        "3": "3 Mise en demeure",
        "4": "4 Transmission",
    },
    "yes_no": {"yes": "oui", "no": "non"},
    "sender": {
        "creditor": "le créancier",
        "accountant": "l'expert-comptable mandaté",
        "third_party": "un autre tiers",
    },
    "enclosing": {"never": "jamais", "useful": "s'il est utile", "always": "toujours"},
    "allocation": {"principal": "principal d'abord", "interest": "intérêts d'abord"},
    "procedure": {
        "": "aucune",
        "sauvegarde": "sauvegarde",
        "redressement": "redressement judiciaire",
        "liquidation": "liquidation judiciaire",
        "surendettement": "surendettement",
        "prj": "réorganisation judiciaire (BE)",
        "faillite": "faillite (BE)",
        "rcd": "règlement collectif de dettes (BE)",
        "conciliation": "conciliation",
        "mandat_ad_hoc": "mandat ad hoc",
    },
    "call_outcome": {
        "reached": "joint",
        "not_received": "facture non reçue",
        "awaiting_approval": "en attente de validation",
        "payment_sent": "règlement parti",
        "promise": "promesse de règlement",
        "dispute": "litige",
        "refuses": "refuse de payer",
        "voicemail": "messagerie",
        "no_answer": "pas de réponse",
        "wrong_number": "numéro erroné",
    },
    "promise_state": {"pending": "en attente", "kept": "tenue", "broken": "non tenue"},
    "plan_state": {"due": "à venir", "paid": "réglée", "missed": "impayée", "cancelled": "annulée"},
    "takeover": {"pending": "à confirmer", "done": "confirmée"},
    "regime": {
        code: code
        for code in (
            "FR-B2B", "FR-B2C", "FR-PUB", "BE-B2B", "BE-B2C", "BE-PUB", "LU-B2B",
            "DE-B2B", "DE-B2C", "NL-B2B", "ES-B2B", "IT-B2B", "UK-B2B", "CH",
        )
    },
    "policy": {code: code for code in ("fr-b2b", "fr-b2c", "fr-pub", "be-b2b", "be-b2c")},
    "country": {code: code for code in ("FR", "BE", "LU", "DE", "NL", "ES", "IT", "GB", "CH")},
    "country_name": {
        "FR": "France",
        "BE": "Belgique",
        "LU": "Luxembourg",
        "DE": "Allemagne",
        "NL": "Pays-Bas",
        "ES": "Espagne",
        "IT": "Italie",
        "GB": "Royaume-Uni",
        "CH": "Suisse",
    },
    "language": {code_: code_ for code_ in TONGUES},
    "anchor": {"due": "échéance", "previous": "étape précédente", "presented": "présentation"},
    "policy_document": {
        "email": "e-mail",
        "letter": "lettre",
        "formal_notice": "mise en demeure",
        "call_sheet": "fiche d'appel",
    },
    "claims": {
        "none": "rien de plus",
        "announced": "annoncé",
        "claimed": "pénalités + indemnité",
    },
    "law_status": {
        "verified": "vérifié",
        "derived": "calculé",
        "from_memory": "de mémoire",
        "unknown": "inconnu",
    },
    "contact": {"payables": "comptabilité", "decision_maker": "décideur", "officer": "mandataire"},
    "bucket": {str(index): bucket_label(index) for index in range(len(USUAL_LIMITS) + 2)},
}  # fmt: skip


def fold(text: str) -> str:
    """Return a text without accents, case or needless blanks, to compare what people type."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(plain.lower().split())


def label(family: str, code_: str) -> str:
    """Return the French label of a code; the code itself when the family has no such code."""
    return LABELS[family].get(code_, code_)


@cache
def _codes(family: str) -> dict[str, str]:
    known = {fold(text): code_ for code_, text in LABELS[family].items()}
    return {fold(code_): code_ for code_ in LABELS[family]} | known


def code(family: str, text: str) -> str:
    """Return the code of what a user typed: a label or a code, accents and case aside.

    Raises:
        BadArgumentError: nothing in the family reads so (facts: argument, value).
    """
    found = _codes(family).get(fold(text))
    if found is None:
        raise BadArgumentError(argument=family, value=text)
    return found


def choices(family: str) -> tuple[str, ...]:
    """Return the labels of a family, for a validation list."""
    return tuple(LABELS[family].values())
