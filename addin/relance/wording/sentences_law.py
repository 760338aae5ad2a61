"""French sentences of what the record of the law, or the sheet `Taux`, can't be used for."""

LAW: dict[str, str] = {
    "bad_law": "Taux ou règle inutilisable : {name} ({reason}, {day}). Vérifiez la feuille Taux.",
    "bad_law.unknown_name": (
        "Taux ou règle inutilisable : « {name} » n'existe pas."
        " Reprenez un nom de la colonne Série de la feuille Taux."
    ),
    "bad_law.rate": (
        "Taux ou règle inutilisable : le taux de « {name} » au {day} doit être entre 0 % et 100 %,"
        " par exemple 2,75 %."
    ),
    "bad_law.entry": (
        "Taux ou règle inutilisable : « {name} ». Attendu : série@AAAA-MM-JJ=taux,"
        " par exemple fr_legal_other@2026-07-01=0.0275"
    ),
    "bad_law.twice": "La série « {name} » a deux taux à partir du {day} : gardez une seule ligne"
    " dans la feuille Taux.",
    "bad_law.hole": "La série « {name} » saute une période au {day} : ajoutez sa valeur.",
    "bad_law.unsorted": "La série « {name} » n'est pas dans l'ordre des dates, au {day}.",
    "bad_law.known_until": "La série « {name} » va au-delà de sa date de fin ({day}).",
    "bad_law.no_value": "La série « {name} » n'a aucune valeur.",
    "bad_law.published": "La série « {name} » ne donne pas le taux publié au {day}.",
    "bad_law.tiers": "Le barème « {name} » n'est pas croissant, au {day}.",
    "bad_law.unit": "L'unité de « {name} » manque ou n'est pas connue, au {day}.",
    "bad_law.sources": "Aucune source connue pour « {name} », au {day}.",
    "bad_law.status": "Statut inconnu pour « {name} », au {day}.",
    "bad_law.step": "Périodicité inconnue pour la série « {name} ».",
    "bad_law.value": "La valeur de « {name} » au {day} n'est pas utilisable.",
}
