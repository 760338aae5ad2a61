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
    "rounded_sum": "{value} a plus de deux décimales : {taken} est retenu. Corrigez la cellule ou"
    " sa formule, par exemple =ARRONDI(...;2).",
    "negative_paid": "Paiement négatif sur la facture {number} : ligne suspendue.",
    "due_before_issue": "Facture {number} : échéance du {due} antérieure à la date de facture du"
    " {issued}. Elle est suspendue : corrigez l'une des deux dates.",
    "duplicate_debtor": "Le code client {debtor} y est plusieurs fois : première ligne retenue.",
    "bad_email": "Adresse e-mail inutilisable : « {value} » (accent, espace, faute de frappe ?)."
    " Elle est ignorée.",
    "bad_iban": "IBAN refusé : « {value} » (clé de contrôle fausse). Il n'est pas imprimé.",
    "no_iban": "« {value} » n'est pas un IBAN : il n'est pas imprimé. Saisissez par exemple"
    " EUR:FR76...",
    "iban_twice": "Deux IBAN en {currency} : {used} est imprimé, « {value} » ne l'est pas."
    " Gardez-en un par devise.",
    "bad_bic": "BIC refusé : « {value} ». Un BIC a 8 ou 11 signes, dont les deux lettres du pays en"
    " 5e et 6e place. Il n'est pas imprimé.",
    "bic_elsewhere": "BIC refusé : « {value} » n'est pas d'une banque du pays de l'IBAN {iban}."
    " Il n'est pas imprimé.",
    "bad_link": "Page de paiement refusée : « {value} ». Saisissez une adresse qui commence par"
    " https:// ; elle n'est pas imprimée.",
    "clause_unused": "La clause pénale n'est réclamée à aucun client : Relance ne s'en sert qu'en"
    " droit belge. En France, les lettres réclament les pénalités de retard et, entre"
    " professionnels, l'indemnité forfaitaire ; réclamez la clause à part, ou videz la case.",
    "bad_rate": "Taux refusé : « {value} ». Saisissez-le avec son signe, par exemple 12 % ou 1 %"
    " (ou 0,12 et 0,01) ; à partir de 50 %, il n'est pas retenu.",
    "iban_blank": "Aucun IBAN en {currency} : les lettres renvoient aux coordonnées bancaires des"
    " factures.",
    "registration_blank": "Vide : les documents ne portent aucun numéro d'immatriculation.",
    "signatory_blank": "Vide : les lettres ne sont signées d'aucun nom.",
    "description_missing": "Facture {number} : dites ce qui a été vendu (colonne Objet), le premier"
    " rappel d'un consommateur belge doit le décrire.",
    "sender_address_blank": "L'adresse de l'expéditeur mandaté manque : celle du créancier est"
    " imprimée à sa place en tête des lettres.",
    "payer_unlisted": "Le payeur « {payer} » n'est ni le code ni le nom d'un client : ses messages"
    " partent à l'adresse du client {debtor}.",
    "payer_of_consumer": "Le payeur « {payer} » ne reçoit rien : un particulier, ou un client dont"
    " le type est à préciser, est relancé lui-même.",
    "payer_held": "Le payeur « {payer} » ne reçoit rien : le client {debtor} est relancé lui-même,"
    " voyez la ligne du payeur.",
    "payment_currency": "Règlement de {amount} noté sur la facture {number}, qui est en {own} : il"
    " n'est pas compté, et la facture n'est pas relancée. Corrigez la ligne {line} de la feuille"
    " Règlements : la devise, ou ce que la banque a crédité en {own}.",
    "payment_sign": "Un règlement est un montant positif, pas « {value} ».",
    "stray_debtor": "Aucun client n'a le code « {value} ». Est-ce {near} ? La ligne n'est comptée"
    " nulle part, et ce qu'elle peut viser n'est pas relancé tant qu'elle n'est pas corrigée.",
    "stray_debtor.no_near": "Aucun client n'a le code « {value} » : la ligne n'est comptée nulle"
    " part. Corrigez-la, ou ajoutez le client.",
    "stray_invoice": "Le client {debtor} n'a pas de facture « {value} ». Est-ce {near} ? La ligne"
    " n'est comptée nulle part, et ce qu'elle peut viser n'est pas relancé tant qu'elle n'est pas"
    " corrigée.",
    "stray_invoice.no_near": "Le client {debtor} n'a pas de facture « {value} » : la ligne n'est"
    " comptée nulle part, et le client n'est pas relancé tant qu'elle n'est ni corrigée, ni"
    " supprimée.",
    "same_invoice": (
        "Facture {number} de {debtor} : même numéro, même échéance et même montant que celle de"
        " {other}. Elle est suspendue, pour n'être réclamée qu'une fois : si c'est la même, mettez"
        " son statut à « soldée », sinon à « à régler »."
    ),
    "note_booked": (
        "La note de pénalités {number} est dans le fichier : elle n'est pas importée comme une"
        " facture, elle serait demandée deux fois. Ce qui en est réglé est noté dans la feuille"
        " Règlements."
    ),
    "currency_kept": "Facture {number} : en {theirs} dans le fichier, en {ours} dans Factures. Rien"
    " n'en est repris ; corrigez Devise dans Factures, ou le fichier, avant toute relance.",
    "instalment_kept": "Facture {number} du fichier, échéance du {due} : prise pour {ours} de"
    " Factures.",
    "instalment_kept.no_due": "Facture {number} du fichier, sans échéance : prise pour {ours} de"
    " Factures.",
}
