"""The sheets, tables and headings of a workbook of ours: each is named here and nowhere else.

`key` is the name used by `rows` (usually the record's field), `heading` is what the user sees.
`rows` reads a table by heading, so a user may move or add columns but not rename ours.
One list of declarations, kept together so that a heading can be found in one place.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ..wording.labels import LABELS

SCHEMA_VERSION = 2

CellKind = Literal[
    "text", "date", "money", "rate", "integer", "choice", "flag", "long_text", "hash"
]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `family` is a list of `wording.labels`; `computed` columns are ours.

    A column that came `since` a later version is optional: older workbooks do without it.
    """

    key: str
    heading: str
    kind: CellKind = "text"
    width: int = 14
    family: str = ""
    computed: bool = False
    since: int = 1
    feeds: bool = False  # computed, folded: what a row's formulas can't know by themselves

    @property
    def optional(self) -> bool:
        """Tell whether a workbook of ours may lack it."""
        return self.since > 1 or self.feeds

    @property
    def folded(self) -> bool:
        """Tell whether the column is folded away: for checks and formulas, not for reading."""
        return self.kind == "hash" or self.feeds


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with one table; `table` is the Excel table name that `Book` uses.

    `ours` marks a sheet that Relance keeps: nobody types in it. A workbook older than `since` may
    lack the sheet.
    """

    name: str
    table: str
    columns: tuple[Column, ...]
    ours: bool = False
    since: int = 1

    def column(self, key: str) -> Column:
        """Return the column of a key."""
        return _columns(self.table)[key]

    def heading(self, key: str) -> str:
        """Return the heading of a key."""
        return _columns(self.table)[key].heading

    def shown(self, computing: bool) -> "Sheet":
        """Return the sheet of a book that computes in its cells, or of one that holds values."""
        return (
            self
            if computing
            else replace(self, columns=tuple(column for column in self.columns if not column.feeds))
        )

    @property
    def inputs(self) -> tuple[Column, ...]:
        """The columns that are read: all but the computed ones."""
        return tuple(column for column in self.columns if not column.computed)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One line of `Paramètres`: `name` is the defined name, `default` the first value.

    `section` is the title printed above the first line of a section. A workbook older than
    `since` may lack the name.
    """

    name: str
    label: str
    kind: CellKind = "text"
    default: str = ""
    family: str = ""
    section: str = ""
    since: int = 1


# What `refresh` knows and the formulas of a row do not: journal, client, contract, payments. A book
# of values has no formulas and does without them.
FEEDING: tuple[Column, ...] = (
    Column("bears", "Régime appliqué", "text", 12, computed=True, feeds=True),
    Column("follows", "Scénario appliqué", "text", 12, computed=True, feeds=True),
    Column("situation", "Situation", "text", 16, computed=True, feeds=True),
    Column("applied_profile", "Profil appliqué", "text", 14, computed=True, feeds=True),
    Column("agreed_rate", "Taux convenu", "rate", 10, computed=True, feeds=True),
    Column("claim_from", "Réclamable à compter du", "date", 14, computed=True, feeds=True),
    Column("interest_gap", "Pénalités : écart", "money", 12, computed=True, feeds=True),
    Column("fee_gap", "Indemnité : écart", "money", 12, computed=True, feeds=True),
)

INVOICES = Sheet(
    "Factures",
    "tFactures",
    (
        Column("number", "N° facture", width=18),
        Column("debtor", "Code client", width=12),
        Column("debtor_name", "Client", width=30),
        Column("kind", "Nature", "choice", 16, "item_kind"),
        Column("issued", "Date facture", "date", 12),
        Column("performed_on", "Prestation achevée le", "date", 14),
        Column("due", "Échéance", "date", 12),
        Column("extended_to", "Échéance reportée au", "date", 14),
        Column("extension_suspends", "Intérêts suspendus jusqu'au report", "flag", 16, "yes_no"),
        Column("due_is_estimated", "Échéance estimée", "flag", 12, "yes_no"),
        Column("amount", "Montant TTC", "money", 15),
        Column("paid", "Payé", "money", 15),
        Column("currency", "Devise", width=8),
        Column("vat", "dont TVA", "money", 13),
        Column("payment_method", "Mode de règlement", "choice", 16, "payment_method"),
        Column("terms", "Conditions de règlement", width=20),
        Column("status", "Statut", "choice", 16, "status"),
        Column("regime", "Régime", "choice", 12, "regime"),
        Column("last_step", "Dernière étape", width=14),
        Column("last_step_date", "Date dernière étape", "date", 14),
        Column("reference", "Référence de paiement", width=24),
        Column("order_number", "N° commande / engagement", width=20),
        Column("description", "Objet", width=30, since=2),
        Column("copy", "Copie de la facture", width=28),
        Column("open", "Reste dû TTC", "money", 15, computed=True),
        Column("days", "Jours de retard", "integer", 10, computed=True),
        Column("bucket", "Tranche", "text", 16, computed=True),
        Column("phase", "Phase", "integer", 8, computed=True),
        Column("step", "Étape à faire", "text", 14, computed=True),
        Column("next_date", "Prochaine date", "date", 14, computed=True),
        Column("interest", "Pénalités de retard", "money", 14, computed=True),
        Column("fee", "Indemnité forfaitaire", "money", 14, computed=True),
        Column("total", "Total exigible", "money", 15, computed=True),
        Column("finding", "Anomalie", "long_text", 80, computed=True),
        *FEEDING,
    ),
)

DEBTORS = Sheet(
    "Clients",
    "tClients",
    (
        Column("code", "Code client", width=12),
        Column("name", "Client", width=30),
        Column("kind", "Type", "choice", 16, "debtor_kind"),
        Column("country", "Pays", "choice", 8, "country"),
        Column("language", "Langue", "choice", 8, "language"),
        Column("registration", "SIREN / n° d'entreprise", width=18),
        Column("payables_name", "Contact comptabilité", width=22),
        Column("payables_email", "E-mail comptabilité", width=30),
        Column("payables_phone", "Téléphone comptabilité", width=18),
        Column("decision_name", "Décideur", width=22),
        Column("decision_email", "E-mail décideur", width=30),
        Column("decision_phone", "Téléphone décideur", width=18),
        Column("emails", "Autres e-mails", width=26),
        Column("phone", "Téléphone", width=18),
        Column("street", "Adresse", width=30),
        Column("extra", "Complément", width=20),
        Column("postcode", "Code postal", width=11),
        Column("city", "Ville", width=22),
        Column("payer", "Payeur", width=14),
        Column("procedure", "Procédure", "choice", 22, "procedure"),
        Column("procedure_opened_on", "Ouverte le", "date", 12),
        Column("procedure_published_on", "Publiée le", "date", 12),
        Column("procedure_officer", "Mandataire", width=24),
        Column("procedure_verified_on", "Procédures vérifiées le", "date", 14),
        Column("profile", "Profil", "choice", 14, "profile"),
        Column("evasion_confirmed", "Voie courte validée", "flag", 12, "yes_no"),
        Column("policy", "Scénario", "choice", 10, "policy"),
        Column("first_channel", "Premier canal", "choice", 14, "channel"),
        Column("minimum_interval", "Intervalle minimum (jours)", "integer", 12),
        Column("do_not_contact", "Ne pas contacter", "flag", 12, "yes_no"),
        Column("insurance", "Assurance-crédit", width=18),
        Column("surety", "Caution", width=18, since=2),
        Column("credit_limit", "Plafond de crédit", "money", 14),
        Column("note", "Note", "long_text", 40),
    ),
)

JOURNAL = Sheet(
    "Journal",
    "tJournal",
    (
        Column("number", "N°", "integer", 7),
        Column("day", "Jour", "date", 12),
        Column("entered_at", "Saisi le", "text", 26),
        Column("debtor", "Code client", width=12),
        Column("items", "Factures", width=30),
        Column("step", "Étape", width=14),
        Column("channel", "Canal", "choice", 18, "channel"),
        Column("direction", "Sens", "choice", 10, "direction"),
        Column("outcome", "Résultat", "choice", 14, "outcome"),
        Column("document", "Document", "long_text", 44),
        Column("note", "Note", "long_text", 40),
        Column("previous", "Empreinte précédente", "hash", 56),
        Column("sha256", "SHA-256", "hash", 56),
        Column("hash", "Empreinte", "hash", 56),
    ),
    ours=True,
)

AGENDA = Sheet(
    "Agenda",
    "tAgenda",
    (
        Column("debtor", "Code client", width=12),
        Column("debtor_name", "Client", width=30),
        Column("phase", "Phase", "text", 18),
        Column("step", "Étape", "text", 12),
        Column("action", "À faire", "long_text", 34),
        Column("channel", "Canal", "text", 18),
        Column("currency", "Devise", width=8),
        Column("claim", "Montant demandé", "money", 15),
        Column("interest", "Pénalités", "money", 13),
        Column("fee", "Indemnités", "money", 13),
        Column("total", "Total", "money", 15),
        Column("next_date", "Prochaine date", "date", 14),
        Column("why", "Pourquoi", "long_text", 90),
        Column("blocked_by", "Bloqué par", "long_text", 70),
    ),
    ours=True,
)

BUCKETS = ("not_due", "to_30", "to_60", "to_90", "over_90")  # of `core.ageing`, in order

AGED_BALANCE = Sheet(
    "Balance âgée",
    "tBalance",
    (
        Column("debtor", "Code client", width=12),
        Column("debtor_name", "Client", width=30),
        Column("currency", "Devise", width=8),
        *(
            Column(key, text, "money", 15)
            for key, text in zip(BUCKETS, LABELS["bucket"].values(), strict=True)
        ),
        Column("undated", "Non ventilé", "money", 15, since=2),
        Column("credits", "Avoirs et acomptes", "money", 15),
        Column("total", "Total", "money", 15),
    ),
    ours=True,
)

PROMISES = Sheet(
    "Promesses",
    "tPromesses",
    (
        Column("debtor", "Code client", width=12),
        Column("amount", "Montant promis", "money", 15),
        Column("currency", "Devise", width=8, since=2),
        Column("by", "Pour le", "date", 12),
        Column("made_on", "Reçue le", "date", 12),
        Column("items", "Factures", width=30),
        Column("state", "État", "choice", 12, "promise_state"),
        Column("note", "Note", "long_text", 40),
    ),
)

PLANS = Sheet(
    "Échéanciers",
    "tEcheanciers",
    (
        Column("debtor", "Code client", width=12),
        Column("agreed_on", "Convenu le", "date", 12),
        Column("number", "N°", "integer", 6),
        Column("day", "Date", "date", 12),
        Column("amount", "Montant", "money", 14),
        Column("paid", "Réglé", "money", 14),
        Column("items", "Factures", width=30),
        Column("state", "État", "choice", 12, "plan_state"),
    ),
)

DISPUTES = Sheet(
    "Litiges",
    "tLitiges",
    (
        Column("debtor", "Code client", width=12),
        Column("invoice", "N° facture", width=18),
        Column("reason", "Motif", "long_text", 40),
        Column("opened_on", "Ouvert le", "date", 12),
        Column("resolved_on", "Résolu le", "date", 12),
    ),
)

PAYMENTS = Sheet(
    "Règlements",
    "tReglements",
    (
        Column("value_date", "Date de valeur", "date", 12),
        Column("debtor", "Code client", width=12),
        Column("amount", "Montant", "money", 15),
        Column("currency", "Devise", width=8),
        Column("invoice", "N° facture", width=18),
        Column("note", "Note", "long_text", 40),
    ),
)

POLICY = Sheet(
    "Scénario",
    "tScenario",
    (
        Column("policy", "Scénario", width=10),
        Column("step", "Étape", width=12),
        Column("phase", "Phase", "integer", 8),
        Column("offset", "Délai (jours)", "integer", 10),
        Column("anchor", "À compter de", "choice", 18, "anchor"),
        Column("latest", "Au plus tard (jours)", "integer", 12),
        Column("bank_days", "+ jours bancaires", "integer", 10),
        Column("channel", "Canal", "choice", 18, "policy_channel"),
        Column("document", "Document", "choice", 18, "policy_document"),
        Column("claims", "Réclame", "choice", 16, "claims"),
        Column("deadline", "Délai accordé (jours)", "integer", 12),
        Column("contact", "Interlocuteur", "choice", 16, "contact"),
        Column("optional", "Facultative", "flag", 12, "yes_no"),
        Column("small", "Petits montants", "flag", 11, "yes_no"),
        Column("court", "Évoque le tribunal", "flag", 11, "yes_no"),
    ),
)

RATES = Sheet(
    "Taux",
    "tTaux",
    (
        Column("series", "Série", width=22),
        Column("label", "Libellé", "long_text", 40),
        Column("start", "À partir du", "date", 12),
        Column("rate", "Taux annuel", "rate", 12),
        Column("status", "Statut", "choice", 14, "law_status"),
        Column("source", "Source", "long_text", 110),
        Column("confirmed", "Validé par l'utilisateur", "flag", 14, "yes_no"),
    ),
)

TABLES: tuple[Sheet, ...] = (
    INVOICES, DEBTORS, JOURNAL, AGENDA, AGED_BALANCE, PROMISES, PLANS, DISPUTES, PAYMENTS, POLICY,
    RATES,
)  # fmt: skip

# The tables that a person types in, in lower case: rows right under them are rows of them.
TYPED_IN = frozenset(sheet.table.lower() for sheet in TABLES if not sheet.ours)

# What is computed, or shipped: a sheet of these that was deleted can be made anew.
REBUILT: tuple[Sheet, ...] = (AGENDA, POLICY, RATES)

PARAMETERS_SHEET = "Paramètres"
HOME_SHEET = "Accueil"
INTERPRETER = "XlInterpreteur"  # in macro books: the Python that Excel starts, a named cell
TEXTS_SHEET = "Textes"  # hidden: the lists of the validations

PARAMETERS: tuple[Parameter, ...] = (
    Parameter("CreancierNom", "Dénomination", section="Le créancier"),
    Parameter("CreancierForme", "Forme juridique et capital"),
    Parameter("CreancierImmatriculation", "SIREN / n° d'entreprise"),
    Parameter("CreancierTVA", "N° de TVA"),
    Parameter("CreancierPays", "Pays", "choice", "FR", "country"),
    Parameter("CreancierAdresse", "Adresse"),
    Parameter("CreancierComplement", "Complément d'adresse"),
    Parameter("CreancierCodePostal", "Code postal"),
    Parameter("CreancierVille", "Ville"),
    Parameter("CreancierEmail", "E-mail"),
    Parameter("CreancierTelephone", "Téléphone"),
    Parameter("Pme", "Petite ou moyenne entreprise", "flag", "oui", "yes_no"),
    Parameter("Ibans", "IBAN", "long_text", section="Banque"),
    Parameter("Bic", "BIC"),
    Parameter("LienPaiement", "Page de paiement en ligne", since=2),
    Parameter("BanqueJusquau", "Relevés bancaires saisis jusqu'au", "date"),
    Parameter(
        "Imputation", "Imputation des paiements", "choice", "principal d'abord", "allocation"
    ),
    Parameter(
        "TauxContractuel", "Taux contractuel de pénalités", "rate", section="Conditions générales"
    ),
    Parameter("ClausePenale", "Clause pénale (% du montant)", "rate"),
    Parameter("ClausePenaleMinimum", "Clause pénale : minimum", "money"),
    Parameter("ClausePenaleMaximum", "Clause pénale : maximum", "money"),
    Parameter("ClauseArticle", "Article des conditions générales"),
    Parameter(
        "ReservePropriete", "Clause de réserve de propriété", "flag", "non", "yes_no", since=2
    ),
    Parameter(
        "ClauseIndemnitaire", "Clause indemnitaire réciproque (consommateurs belges)", "flag",
        "non", "yes_no",
    ),
    Parameter(
        "Expediteur", "Qui envoie ?", "choice", "le créancier", "sender", section="Envoi"
    ),
    Parameter("MandatReference", "Mandat : référence"),
    Parameter("MandatDate", "Mandat : date", "date"),
    Parameter("ExpediteurNom", "Expéditeur mandaté : dénomination"),
    Parameter("ExpediteurImmatriculation", "Expéditeur mandaté : immatriculation"),
    Parameter("ExpediteurAdresse", "Expéditeur mandaté : adresse", since=2),
    Parameter("ExpediteurComplement", "Expéditeur mandaté : complément d'adresse", since=2),
    Parameter("ExpediteurCodePostal", "Expéditeur mandaté : code postal", since=2),
    Parameter("ExpediteurVille", "Expéditeur mandaté : ville", since=2),
    Parameter("Signataire", "Signataire"),
    Parameter("SignataireQualite", "Qualité du signataire"),
    Parameter("Appelant", "Personne qui appelle"),
    Parameter("Langue", "Langue", "choice", "fr", "language"),
    Parameter(
        "ReleveJoint", "Relevé de compte joint aux e-mails", "choice", "s'il est utile",
        "enclosing", since=2,
    ),
    Parameter("DossierSortie", "Dossier de sortie", section="Dossiers"),
    Parameter("DossierModeles", "Dossier des modèles"),
    Parameter("DossierFactures", "Dossier des copies de factures"),
    Parameter(
        "SeuilMinimum", "Total minimum d'un client pour le parcours complet", "money", "50",
        section="Règles",
    ),
    Parameter("RegimesValides", "Règles « de mémoire » validées"),
    Parameter("Reprise", "Reprise d'antériorité"),
    Parameter("AsOf", "Arrêté au", "date", section="Tenu par Relance"),
    Parameter("UdfActives", "Fonctions actives dans les cellules", "flag", "oui", "yes_no"),
    Parameter(
        "CacheActif", "Appels à Python groupés par colonne", "flag", "oui", "yes_no", since=2
    ),
    Parameter("Regles", "Règles (texte canonique du Scénario)", "long_text"),
    Parameter("TauxLocaux", "Taux locaux (texte canonique de Taux)", "long_text"),
    Parameter("Identifiant", "Identifiant du classeur"),
    Parameter("SchemaVersion", "Version du classeur", "integer", str(SCHEMA_VERSION)),
)  # fmt: skip

# Figures of `Accueil` (and one of `Balance âgée`): named cells that `Actualiser` and `run` rewrite.
FIGURES: tuple[Parameter, ...] = (
    Parameter("KpiArrete", "Arrêté au", "date"),
    Parameter("KpiOuvert", "Reste dû net d'avoirs", "money"),
    Parameter("KpiEchu", "Échu avant avoirs", "money"),
    Parameter("KpiARelancer", "Clients à relancer", "integer"),
    Parameter("KpiDemande", "À demander aujourd'hui", "money"),
    Parameter("KpiBloques", "Clients bloqués", "integer"),
    Parameter("KpiDso", "DSO (jours)", "integer"),
    Parameter("KpiAutresDevises", "Autres devises"),
    *(Parameter(f"KpiTranche{code}", text, "money") for code, text in LABELS["bucket"].items()),
    Parameter("KpiNonVentile", "Non ventilé", "money", since=2),
    Parameter("KpiCredits", "Avoirs et acomptes", "money", since=2),
    Parameter("KpiTotal", "Total", "money", since=2),
    Parameter("BalanceDso", "DSO (jours)", "integer"),
)
QUEUE_LINES = 6  # lines of the queue on `Accueil`: File1Client ... File6Prochaine
QUEUE: tuple[Parameter, ...] = (
    Parameter("Client", "Client"),
    Parameter("Action", "À faire"),
    Parameter("Montant", "Montant", "money"),
    Parameter("Prochaine", "Pour le", "date"),
)
ALARM_LINES = 4  # lines of the alarms on `Accueil`: Alerte1 ... Alerte4
ALARM_NAME = "Alerte{}"


@cache
def _columns(table: str) -> dict[str, Column]:
    return {column.key: column for column in sheet(table).columns}


@cache
def sheet(table: str) -> Sheet:
    """Return the sheet of a table name."""
    return next(found for found in TABLES if found.table == table)
