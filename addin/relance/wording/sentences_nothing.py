"""What is said when there was nothing to record (`NothingToRecordError`)."""

NOTHING: dict[str, str] = {
    "nothing_to_record": "Rien à enregistrer pour {debtor}.",
    "nothing_to_record.sent": "Aucun brouillon n'attend d'être confirmé ({debtor}).",
    "nothing_to_record.no_registered": "Aucun recommandé n'attend d'être posté.",
    "nothing_to_record.unpostable": "Aucun recommandé à poster. Réglé, modifié, retenu ou écrit il"
    " y a trop longtemps : {documents}.",
    "nothing_to_record.none_sent": "Aucun brouillon n'attend d'être confirmé.",
    "nothing_to_record.agreed": (
        "Aucun brouillon n'attend d'être confirmé. Accord de règlement ou échéancier : il vaut dès"
        " qu'il est noté, l'envoi de sa lettre n'est pas à confirmer. Pas encore partie ? Envoyez"
        " {documents}."
    ),
    "nothing_to_record.withdrawn": (
        "Rien n'est confirmé pour {debtor} : {document} du {day} a été retiré, ne l'envoyez pas."
        " S'il était déjà parti : relance record CLASSEUR sent {debtor} --gone"
    ),
    "nothing_to_record.withdrawn_agreed": (
        "Rien n'est confirmé pour {debtor} : {document} du {day} a été retiré, ne l'envoyez pas."
        " S'il était déjà parti : relance record CLASSEUR sent {debtor} --gone\n"
        "L'accord ou l'échéancier, lui, vaut dès qu'il est noté : l'envoi de sa lettre n'est pas à"
        " confirmer. Pas encore partie ? Envoyez {documents}."
    ),
    "nothing_to_record.call": "Le client {debtor} ne doit rien : rien à noter.",
    "nothing_to_record.dispute": "Aucun litige ouvert sur cette facture du client {debtor}.",
    "nothing_to_record.delivered": (
        "Aucun recommandé envoyé, ou aucun de ce numéro, pour le client {debtor}."
        " Confirmez d'abord son envoi : relance record CLASSEUR sent {debtor} --tracking NUMERO."
    ),
    "nothing_to_record.bounced": "Aucun message envoyé au client {debtor} : rien n'a pu revenir.",
    "nothing_to_record.reverse": (
        "La ligne n° {line} n'est pas dans le journal, ou elle est déjà contre-passée."
    ),
    "nothing_to_record.matched": (
        "Le règlement de la ligne n° {of} a été rapproché d'un export à la ligne n° {line}."
        " Contre-passez les deux : relance record CLASSEUR reverse {numbers}"
    ),
    "nothing_to_record.hold": (
        "Rien à suspendre pour le client {debtor} : ses factures sont réglées, déjà suspendues,"
        " en litige ou d'un autre statut."
    ),
    "nothing_to_record.release": "Aucune de ces factures du client {debtor} n'est suspendue.",
    "nothing_to_record.takeover": (
        "La reprise d'antériorité est déjà confirmée : elle ne l'est qu'une fois."
    ),
}
