"""French sentences of the findings: what is wrong with one row of the user's."""

FINDINGS: dict[str, str] = {
    "duplicate_number": "Le numéro {number} y est plusieurs fois.",
    "missing_number": "Numéro de facture manquant.",
}
