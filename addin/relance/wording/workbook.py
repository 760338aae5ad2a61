"""What the workbook itself says to its user, in French: titles, helps, messages of validation."""

TITLE = "Relance"
AS_OF = "Situation arrêtée au"
FIGURES_NOTE = "Montants en euros."
OTHER_CURRENCIES = "Autres devises ouvertes : "

DAY_TITLE = "Votre journée"
DAY: tuple[tuple[str, str], ...] = (
    (
        "Actualiser",
        "Importez les factures, les clients et les relevés bancaires, puis actualisez : les "
        "retards, les phases et la file du jour sont recalculés.",
    ),
    (
        "Relire l'agenda",
        "Chaque ligne dit quoi faire, par quel canal et pourquoi. Corrigez un statut, notez un "
        "litige ou une promesse : la ligne s'adapte.",
    ),
    (
        "Préparer, envoyer, confirmer",
        "Relance prépare les messages et n'envoie rien. Confirmez ce qui est parti : c'est ce "
        "qui fait avancer le scénario.",
    ),
)
BALANCE_TITLE = "Balance âgée"
BALANCE_AXIS = "Reste dû TTC (€)"
ALARMS_TITLE = "Alertes"
QUEUE_TITLE = "À relancer d'abord"
SHEETS_TITLE = "Dans ce classeur"
SHEETS: dict[str, str] = {
    "Factures": "ce qui est dû, facture par facture",
    "Clients": "qui doit, comment le joindre, ce qui est particulier",
    "Journal": "tout ce qui a été fait, tenu par Relance",
    "Agenda": "la file du jour, avec ses raisons",
    "Balance âgée": "le reste dû par client et par ancienneté",
    "Promesses": "les promesses de règlement",
    "Échéanciers": "les paiements échelonnés convenus",
    "Litiges": "les factures contestées",
    "Règlements": "les paiements reçus",
    "Scénario": "les étapes, leurs délais et leurs canaux",
    "Taux": "les taux connus, leur source, ceux à valider",
    "Paramètres": "le créancier, l'envoi, les dossiers",
}
LEGEND_INPUT = "en-tête foncé : à remplir"
LEGEND_COMPUTED = "en-tête clair : tenu par Relance"

PARAMETERS_TITLE = "Paramètres"
PARAMETERS_ADDED = "Ajouté par une mise à niveau"
PARAMETERS_INTRO = "Ce que les lettres disent du créancier, et ce que Relance doit savoir."
PARAMETER_HELP: dict[str, str] = {
    "CreancierNom": "Tel qu'il doit figurer en tête des lettres.",
    "CreancierForme": "Exemple : SARL au capital de 8 000 €.",
    "CreancierPays": "Décide du régime des pénalités entre professionnels.",
    "Pme": "En Belgique, décide du premier jour des intérêts d'un consommateur.",
    "Ibans": "Un par devise, séparés par un point-virgule. Exemple : EUR:FR76... ; USD:BE68...",
    "Bic": "Un seul, sauf avec plusieurs banques : un par devise, comme les IBAN. Exemple :"
    " EUR:AGRIFRPP ; USD:GKCCBEBB",
    "LienPaiement": "Imprimée dans les lettres. Exemple : https://paiement.fr/{reference}, où"
    " {reference} devient la référence du règlement.",
    "BanqueJusquau": "Une facture échue après ce jour attend que la banque soit à jour.",
    "Imputation": "Sur quoi un paiement partiel s'impute, et ce que la lettre en dit.",
    "TauxContractuel": "Taux annuel de vos conditions générales. Vide : le taux légal du régime.",
    "ClausePenale": "Pourcentage du montant, si vos conditions générales le prévoient. Un"
    " consommateur belge en doit au plus le plafond légal.",
    "ClauseArticle": "Cité dans les lettres. Exemple : 12.",
    "ClauseIndemnitaire": "Sans elle, aucune indemnité n'est réclamée à un consommateur belge. Avec"
    " elle : la clause pénale ci-dessus, ou le plafond légal quand elle est vide.",
    "Expediteur": "Un mandataire écrit « au nom et pour le compte de » ; référence et date du "
    "mandat sont alors obligatoires.",
    "ReservePropriete": "« oui » : une alerte rappelle de revendiquer la marchandise.",
    "ExpediteurAdresse": "Obligatoire en France pour un tiers qui recouvre : elle est imprimée en "
    "tête de la lettre.",
    "Signataire": "Nom au bas des lettres.",
    "Appelant": "Nom sur les fiches d'appel.",
    "Langue": "Langue des documents destinés aux clients dont celle n'est pas renseignée ; la "
    "fiche d'appel est toujours en français.",
    "ReleveJoint": "Jamais ; s'il est utile : le client a plus de pièces ouvertes que le message "
    "n'en cite ; toujours.",
    "DossierSortie": "Où les brouillons et les lettres sont écrits.",
    "DossierModeles": "Vos modèles de lettres. Vide : ceux de Relance.",
    "DossierFactures": "Les copies à joindre : seules celles de ce dossier partent.",
    "SeuilMinimum": "En dessous, un client reçoit peu de messages, puis un par an.",
    "RegimesValides": "Codes des règles que vous avez vérifiées, séparés par un point-virgule.",
    "Reprise": "« à confirmer » après un premier import, « confirmée » ensuite.",
    "AsOf": "Jour des calculs, inscrit à chaque actualisation.",
    "UdfActives": "« non » garde les dernières valeurs sans recalculer.",
    "Regles": "Copie du Scénario pour les fonctions des cellules.",
    "TauxLocaux": "Copie des taux que vous avez validés ou ajoutés.",
    "Identifiant": "Distingue ce classeur d'un autre dans un dossier de sortie partagé.",
}

VALIDATION_TITLE = "Relance"
CHOOSE_FROM_LIST = "Choisissez une valeur de la liste."
COUNTRY_HINT = "Ce pays n'est pas dans la liste : gardez un code de deux lettres."
DATE_EXPECTED = "Une date est attendue, de 2000 à 2061 (jj/mm/aaaa)."
AMOUNT_EXPECTED = "Un montant est attendu, sans symbole."
RATE_EXPECTED = "Un taux annuel est attendu, de 0 à 100 %."
INTEGER_EXPECTED = "Un nombre entier est attendu."

PRINT_FOOTER = "Relance"
PAGE = "Page"
