"""French sentences for a fact that is blank: `code.no_fact`, without a word that fills the gap."""

BLANKS: dict[str, str] = {
    "place.no_column": "ligne {row} : ",
    "place_in.no_column": "{sheet}, ligne {row} : ",
    "bad_date.no_value": "Date manquante. Saisissez par exemple 30/11/2026.",
    "bad_amount.no_value": "Montant manquant. Saisissez par exemple 1234,56.",
    "amounts_disagree.no_number": (
        "Montant {amount} et reste dû {open} ne s'accordent pas ; le reste dû du fichier est"
        " retenu."
    ),
    "no_amount.no_number": "Ligne sans montant ni numéro de facture : laissée de côté.",
    "no_debtor.no_number": "Ligne sans client ni numéro de facture ({open}) : laissée de côté.",
    "no_number.no_label": "Ligne sans numéro de facture ni libellé ({open}) : laissée de côté.",
    "odd_sign.no_number": (
        "Avoir ou règlement sans numéro au débit ({open}) : laissé de côté, à vérifier (rejet,"
        " annulation ?)."
    ),
    "open_blank.no_number": (
        "Ligne de {amount} sans numéro de facture ni reste dû dans le fichier : laissée de côté."
    ),
    "settled_disagrees.no_number": (
        "Ligne réglée le {value} selon le fichier, mais reste dû {open} : le reste dû est retenu,"
        " à vérifier avant toute relance."
    ),
    "no_claim.no_numbers": (
        "Nature « {value} » ({count} ligne(s)) : rien n'est encore dû. Laissé de côté, ne sera pas"
        " relancé."
    ),
    "status_left_out.no_numbers": (
        "Statut « {value} » ({count} ligne(s)) : laissé de côté, ne sera pas relancé."
    ),
    "part_paid.no_number": (
        "Ligne « {status} », sans dire combien : suspendue. Indiquez le payé dans Factures, puis"
        " mettez « à régler » en Statut."
    ),
    "settled_held.no_number": (
        "Ligne réglée le {value} selon le fichier, qui n'a pas de reste dû : montant moins payé"
        " laisse {open}. Suspendue, à vérifier."
    ),
    "settled_later.no_number": (
        "Date de règlement {value} après le jour de l'import ; ce n'est pas encore un règlement,"
        " la ligne reste à régler."
    ),
    "shifted_row.no_number": (
        "Ligne à {fields} champs au lieu de {expected} (séparateur dans un nom ?), sans numéro de"
        " facture : laissée de côté."
    ),
    "status_disagrees.no_number": (
        "Ligne « {status} » mais reste dû {open} : suspendue, à vérifier."
    ),
    "total_differs.no_file": (
        "Le fichier ne donne pas de total ; lu : {read} ; lignes laissées de côté : {difference}."
    ),
}  # fmt: skip
