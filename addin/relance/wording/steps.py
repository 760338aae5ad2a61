"""What each step asks of a person, in words."""

PUBLIC_CLAIM = "public_claim"  # what a French public buyer gets in the place of a formal notice

ACTIONS: dict[str, str] = {
    "pre": "Rappel courtois avant l'échéance",
    "check": "Vérifier l'état d'avancement de la facture",
    "mail-1": "Premier message courtois",
    "call-1": "Appeler la comptabilité, confirmer par écrit",
    "letter-1": "Lettre de relance",
    "call-2": "Appeler le décideur",
    "letter-2": "Lettre de relance pressante",
    "notice": "Mise en demeure en recommandé (LRAR)",
    PUBLIC_CLAIM: "Réclamation à l'ordonnateur en recommandé (LRAR)",
    "handover": "Décider de la transmission au contentieux",
    "confirmation": "Confirmer l'appel par écrit",
}

NAMES: dict[str, str] = {
    "pre": "rappel avant échéance",
    "check": "vérification",
    "mail-1": "premier message",
    "call-1": "premier appel",
    "letter-1": "lettre de relance",
    "call-2": "appel au décideur",
    "letter-2": "lettre pressante",
    "notice": "mise en demeure",
    PUBLIC_CLAIM: "réclamation",
    "handover": "transmission",
    "confirmation": "confirmation d'appel",
    "statement": "relevé de compte",
    "thanks": "remerciement",
    "penalty_note": "note de pénalités",
    "plan_letter": "confirmation d'échéancier",
    "settlement": "accord de règlement",
    "settlement_letter": "lettre d'accord de règlement",
}


def under(step: str, regime: str) -> str:
    """Return the code by which a step is named under a regime: a public buyer gets a claim."""
    return PUBLIC_CLAIM if (step, regime) == ("notice", "FR-PUB") else step


def name(step: str) -> str:
    """Return a step's name within a sentence; its own code for a step that the user made."""
    return f"« {NAMES.get(step, step)} »"


def action(step: str) -> str:
    """Return what a step asks to do; its own code for a step that the user made."""
    return ACTIONS.get(step, step)
