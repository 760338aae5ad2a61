"""French help of the DUNNING_* functions, and what their cells answer in words.

>>> missing("due_date")
"#RELANCE : il manque l'échéance."
>>> refusal("bad_date", {"value": "31/02/2026"})[:40]
'#RELANCE : Date illisible ou hors limite'
"""

from collections.abc import Mapping

from ..core.ageing import USUAL_LIMITS
from .sentences import sentence

REFUSAL = "#RELANCE : "
LONGEST = 250  # characters: longer texts in an array are cut by some versions of Excel
LONGEST_FACT = 60

SUMMARIES: dict[str, str] = {
    "DUNNING_DUE_DATE": "Échéance d'une facture d'après ses conditions de règlement.",
    "DUNNING_DAYS": "Jours de retard : 0 le jour de l'échéance, négatif avant.",
    "DUNNING_BUCKET": "Tranche d'ancienneté, par exemple « 2 De 31 à 60 j ».",
    "DUNNING_PHASE_BY_AGE": (
        "Phase où la seule ancienneté place la créance : 0 prévention, 1 rappel, 2 relance,"
        " 3 mise en demeure, 4 transmission."
    ),
    "DUNNING_PHASE": (
        "Phase de l'étape à faire maintenant, vide s'il n'y a rien à faire : 0 prévention,"
        " 1 rappel, 2 relance, 3 mise en demeure, 4 transmission."
    ),
    "DUNNING_STEP": "Code de l'étape à faire maintenant, vide s'il n'y a rien à faire.",
    "DUNNING_ACTION": "Étape à faire maintenant, en clair ; vide s'il n'y a rien à faire.",
    "DUNNING_NEXT_DATE": "Jour de la prochaine étape, passé si elle est à faire.",
    "DUNNING_WHY": "Règle et dates qui expliquent la prochaine étape.",
    "DUNNING_RATE": "Taux annuel des pénalités de retard ce jour-là (fraction : 0,124 = 12,4 %).",
    "DUNNING_FLOOR": (
        "Taux contractuel minimum en France : 3 fois l'intérêt légal (fraction : 0,0786 = 7,86 %)."
    ),
    "DUNNING_INTEREST": "Pénalités de retard courues à la date d'arrêté, arrondies une fois.",
    "DUNNING_FEE": "Indemnité forfaitaire de recouvrement d'une facture payée en retard.",
    "DUNNING_TOTAL": "Montant, pénalités de retard et indemnité forfaitaire.",
    "DUNNING_EXPLAIN": "Détail des pénalités : du, au, jours, taux, intérêts, source.",
    "DUNNING_CLAIM_FROM": (
        "Premier jour où un particulier peut devoir intérêts ou indemnité, d'après le rappel ou la"
        " mise en demeure ; vide entre professionnels."
    ),
    "DUNNING_LIMITATION": "Dernier jour pour agir en justice (prescription).",
    "DUNNING_REFERENCE": "Référence de paiement : RF (ISO 11649) ou communication structurée OGM.",
    "DUNNING_PLAN": "Échéancier : numéro, date, montant, solde.",
    "DUNNING_HOLIDAYS": "Jours fériés d'une année, pour NB.JOURS.OUVRES.",
    "DUNNING_TABLE": "Toutes les colonnes calculées d'un tableau de factures avec ses titres.",
}

_REGIME = "Régime : FR-B2B, FR-B2C, FR-PUB, BE-B2B, BE-B2C, LU-B2B... Omis : FR-B2B."
_RULES = "Règles du classeur (Regles). Omis : scénario livré."
_RATES = "Taux du classeur (TauxLocaux). Omis : taux livrés."

ARGUMENTS: dict[str, str] = {
    "invoice_date": "Date de la facture.",
    "terms": "Conditions : « 30 », « 45 fin de mois », « fin de mois 45 », « comptant »...",
    "country": "Pays : FR (omis) ou BE.",
    "due_date": "Échéance.",
    "as_of": "Date d'arrêté (AsOf).",
    "paid_on": "Date de paiement, si la facture est payée.",
    "limits": f"Limites des tranches en jours. Omis : {';'.join(map(str, USUAL_LIMITS))}.",
    "regime": _REGIME,
    "rules": _RULES,
    "last_phase": "Dernière étape faite : son code, ou n si la phase n est faite. Vide : rien.",
    "last_step": "Code de la dernière étape faite, ou n si la phase n est faite. Vide : rien.",
    "last_date": "Date de la dernière étape faite.",
    "last_channel": "Canal du dernier contact : e-mail, lettre, téléphone...",
    "status": "Statut : vide ou « à régler » ; litige, suspendue, promesse... : rien à faire.",
    "profile": "Profil : oubli, difficulté, retardataire, à vérifier. Vide : indéterminé.",
    "on_date": "Jour du taux.",
    "rates": _RATES,
    "amount": "Montant restant dû TTC.",
    "rate": "Taux contractuel (0,12 ou 12 %). Vide : taux légal du régime.",
    "claim_from": "Premier jour compté. Vide : lendemain de l'échéance ; particuliers : rien.",
    "claim_until": "Dernier jour compté. Vide : date d'arrêté.",
    "sent_on": "Jour de l'envoi du rappel, ou de la présentation de la mise en demeure.",
    "channel": "Canal : e-mail, lettre, recommandé (LRAR).",
    "performed_on": "Jour d'achèvement de la prestation ou de livraison.",
    "acknowledged_on": "Dernière reconnaissance de dette ou dernier acompte.",
    "nature": "FR : transport. BE : general, periodic, care, goods. Vide : le plus court.",
    "number": "Numéro de la facture ou du client.",
    "kind": "RF (omis) ou OGM.",
    "instalments": "Nombre de mensualités ; vide si la mensualité est donnée.",
    "first_date": "Date de la première mensualité.",
    "payment": "Mensualité souhaitée. Vide : mensualités égales.",
    "year": "Année.",
    "receivables": "Tableau des factures, titres compris.",
}

NAMES: dict[str, str] = {
    "invoice_date": "la date de la facture",
    "terms": "les conditions de règlement",
    "country": "le pays",
    "due_date": "l'échéance",
    "as_of": "la date d'arrêté",
    "limits": "les limites des tranches",
    "last_phase": "la dernière étape",
    "last_step": "la dernière étape",
    "last_date": "la date de la dernière étape",
    "profile": "le profil",
    "on_date": "le jour",
    "amount": "le montant",
    "rate": "le taux",
    "sent_on": "la date d'envoi",
    "channel": "le canal",
    "performed_on": "la date d'achèvement",
    "acknowledged_on": "la date de reconnaissance",
    "nature": "la nature de la créance",
    "number": "le numéro",
    "kind": "le genre de référence",
    "instalments": "le nombre de mensualités",
    "first_date": "la date de la première mensualité",
    "payment": "la mensualité",
    "year": "l'année",
    "receivables": "le tableau des factures",
}

EXPLAIN_HEADINGS = ["Du", "Au", "Jours", "Taux", "Intérêts", "Source"]
PLAN_HEADINGS = ["N°", "Date", "Montant", "Solde"]


def argument_help(function: str, argument: str) -> str:
    """Return the French help of one argument of a function."""
    if function == "DUNNING_PLAN" and argument == "rate":
        return "Taux annuel (0,05 ou 5 %). Omis : sans intérêts."
    if function == "DUNNING_PLAN" and argument == "amount":
        return "Montant à échelonner."
    return ARGUMENTS[argument]


def refusal(code: str, facts: Mapping[str, object]) -> str:
    """Return what a cell answers when its row can't be computed."""
    if code == "bad_argument" and facts.get("value") == "":
        return missing(str(facts["argument"]))
    shown = {name: _short(value) for name, value in facts.items()}
    if "argument" in facts:
        shown["argument"] = NAMES.get(str(facts["argument"]), facts["argument"])
    return (REFUSAL + sentence(code, shown))[:LONGEST]


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > LONGEST_FACT:
        return f"{value[:LONGEST_FACT]}…"
    return value


def missing(argument: str) -> str:
    """Return what a cell answers when an argument is blank on a filled row."""
    return f"{REFUSAL}il manque {NAMES.get(argument, argument)}."


def shapes_differ() -> str:
    """Return what a cell answers to ranges of different shapes."""
    return f"{REFUSAL}les plages n'ont pas la même taille."


def single_cells_only() -> str:
    """Return what a cell answers when a range is given for one value."""
    return f"{REFUSAL}cette fonction prend une cellule par argument, pas une plage."


def unexpected(number: str) -> str:
    """Return what a cell answers to a fault of ours, logged under that number."""
    return f"{REFUSAL}erreur inattendue n° {number}."
