"""The sentence after a letter's opening that follows the case: facts and days, no reproach.

It never says what we think of the debtor, nor how they are ranked.
"""

OPENINGS: dict[str, str] = {
    "part_payment": "Nous vous remercions de votre règlement de {amount} reçu le {day} ; il reste"
    " un solde à régler.",
    "part_payment.no_day": "Nous vous remercions de votre règlement de {amount} ; il reste un solde"
    " à régler.",
    "part_payments": "Nous vous remercions de vos règlements ({amount} au total, le dernier reçu le"
    " {day}) ; il reste un solde à régler.",
    "part_payments.no_day": "Nous vous remercions de vos règlements ({amount} au total) ; il reste"
    " un solde à régler.",
    "broken_promise": "Vous nous aviez annoncé un règlement de {amount} pour le {by} ; sauf erreur"
    " de notre part, il ne nous est pas parvenu.",
    "after_call": "Nous faisons suite à notre échange du {day}.",
    "first_delay": "Vos factures précédentes sont réglées, et nous vous en remercions ; il s'agit"
    " sans doute d'un simple oubli.",
}
