"""French sentences of the findings: what is wrong with one row of the user's."""

FINDINGS: dict[str, str] = {
    "duplicate_number": "Le numéro {number} y est plusieurs fois : lignes suspendues.",
    "missing_number": "Numéro de facture manquant : ligne laissée de côté.",
    "missing_debtor": "Code client manquant : ligne laissée de côté.",
    "missing_amount": "Montant manquant : ligne laissée de côté.",
    "missing_value": "Valeur manquante : ligne laissée de côté.",
    "bad_number": "Numéro de facture inutilisable : « {number} » (point-virgule ou virgule).",
    "bad_choice": "« {value} » n'est pas dans la liste proposée.",
    "bad_currency": "Devise inconnue : « {value} ». Saisissez EUR, USD, GBP...",
    "credit_sign": "Avoir {number} saisi en positif : compté en négatif.",
    "overpaid": "La facture {number} est payée au-delà de son montant ({paid} pour {amount}).",
    "negative_paid": "Paiement négatif sur la facture {number} : ligne suspendue.",
    "duplicate_debtor": "Le code client {debtor} y est plusieurs fois : première ligne retenue.",
    "bad_email": "Adresse e-mail illisible : « {value} ». Elle est ignorée.",
    "bad_iban": "IBAN refusé : « {value} » (clé de contrôle fausse). Il n'est pas imprimé.",
    "payment_sign": "Un règlement est un montant positif, pas « {value} ».",
}
