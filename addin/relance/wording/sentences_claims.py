"""French sentences of what a claim leaves out, and of payment terms that are too long."""

CLAIMS: dict[str, str] = {
    "no_notice": "Facture {number} : les intérêts d'un particulier courent à partir de la"
    " présentation de la mise en demeure.",
    "no_clause": "Facture {number} : sans clause indemnitaire réciproque dans le contrat, un"
    " consommateur belge ne doit que le principal.",
    "no_first_reminder": "Facture {number} : rien de plus que le principal avant le premier rappel"
    " gratuit et ses quatorze jours.",
    "waiting_period": "Facture {number} : le délai du premier rappel court encore, rien de plus que"
    " le principal avant le {free}.",
    "rate_unknown": "Facture {number} : taux inconnu au {day} ; intérêts arrêtés au {known_until},"
    " à parfaire. Complétez la feuille Taux.",
    "clause_reducible": "Facture {number} : clause pénale du contrat à la place du forfait légal ;"
    " le juge peut la réduire.",
    "contract_rate_below_floor": "Le taux du contrat ({rate}) est sous le plancher légal du {day} :"
    " {floor}, trois fois le taux d'intérêt légal (C. com. L441-10, II). Il est appliqué tel quel,"
    " donc sans rien réclamer de trop. Corrigez-le dans Paramètres, ou effacez-le : le taux de la"
    " loi s'applique.",
    "floor_unknown": "Le taux d'intérêt légal du {day} est inconnu : le plancher du taux du contrat"
    " n'a pas pu être vérifié. Complétez la feuille Taux.",
    "paid_on_note": "Facture {number} : {amount} de pénalités et d'indemnité déjà réglés sur une"
    " note de pénalités, déduits.",
    "fee_other_currency": "Facture {number} : l'indemnité forfaitaire n'est pas réclamée. La loi la"
    " fixe en {fee_in}, la facture est en {currency} et rien n'est converti ; elle reste due,"
    " demandez-la à part.",
    "fees_left_out": "Sans indemnité forfaitaire : {numbers}. La loi la fixe en {fee_in}, et rien"
    " n'est converti en {currency} ; elle reste due, demandez-la à part.",
    "interest_stopped": "Facture {number} : les intérêts s'arrêtent au jugement d'ouverture du"
    " {opened_on}.",
    "fee_lost": "Facture {number} : pas d'indemnité forfaitaire, le jugement d'ouverture du"
    " {opened_on} interdisait le paiement à l'échéance.",
    "procedure_undated": "Facture {number} : saisissez la date d'ouverture de la procédure, rien"
    " n'est calculé sans elle.",
    "unconfirmed": "Le régime {regime} repose sur des données à confirmer dans"
    " Paramètres ({names}).",
    "terms_too_long": "Échéance du {due} trop lointaine : le {latest} au plus tard ({law}).",
    "terms_too_long.end_of_month": "Échéance du {due} trop lointaine : le {latest} au plus tard, ou"
    " le {end_of_month} si « 45 jours fin de mois » est convenu ({law}).",
}
