"""The fields of a template and what each stands for: the list that goes with exported templates.

`a.b` is written so in a tag; under a list, the names are those of one of its elements.
"""

INTRODUCTION = """\
Champs des modèles de Relance
=============================

Dans un modèle, {{ champ }} est remplacé par sa valeur. Un paragraphe qui ne contient que
{%p if champ %} ... {%p endif %} n'apparaît que si le champ est rempli ; une ligne de tableau entre
{%tr for ligne in table.lignes %} et {%tr endfor %} est répétée. Dans un texte (.txt, .html), on
écrit {% if ... %} et {% for ... %}, seuls sur leur ligne.

Le nom d'un modèle dit sa langue : rappel.docx est en français, rappel.nl.docx en néerlandais,
rappel.de.docx en allemand, rappel.en.docx en anglais. La langue est celle du client (colonne
Langue de Clients), sinon celle de Paramètres. Les montants, les dates et les phrases que les
champs apportent sont dans cette langue. La fiche d'appel n'existe qu'en français.

Un modèle ne calcule rien : les montants et les dates arrivent déjà écrits. Pour contrôler vos
modèles : relance templates check. Pour reprendre un modèle d'origine, supprimez le vôtre.
"""

FIELDS: dict[str, str] = {
    "date": "jour du document : 23/11/2026",
    "date_longue": "jour du document en lettres : 23 novembre 2026",
    "lieu": "ville du créancier",
    "reference": "référence du document",
    "vos_references": "numéros de commande ou d'engagement",
    "precedente": "jour du dernier courrier envoyé",
    "precedente_reference": "référence de ce courrier",
    "etape": "code de l'étape",
    "recommande": "oui ou non : recommandé avec avis de réception",
    "par_voie_electronique": "oui ou non : envoi par e-mail",
    "journal": "début de l'empreinte du journal",
    "creancier.nom": "dénomination du créancier",
    "creancier.immatriculation": "SIREN ou numéro d'entreprise",
    "creancier.bic": "BIC",
    "creancier.email": "e-mail",
    "creancier.telephone": "téléphone",
    "client.nom": "nom du client",
    "client.code": "code client",
    "client.immatriculation": "SIREN ou numéro d'entreprise du client",
    "expediteur_nom": "qui écrit : le créancier ou son mandataire",
    "expediteur": "liste : les lignes du bloc expéditeur",
    "destinataire": "liste : les lignes de l'adresse (six au plus)",
    "payeur": "phrase dite à celui qui règle à la place du client",
    "interlocuteur": "personne à qui l'on s'adresse",
    "signataire": "qui signe",
    "qualite": "en quelle qualité",
    "mandat": "oui ou non : envoyé au nom et pour le compte du créancier",
    "intervention": "phrase du mandat",
    "texte_l111_8": "texte de l'article L111-8 (tiers chargé du recouvrement)",
    "mentions_pied": "mentions légales du créancier",
    "fondement": "textes qui fondent pénalités et indemnité",
    "taux_texte": "le taux, en toutes lettres ; sans chiffre quand il n'est pas connu",
    "nom_interets": "Pénalités de retard, Intérêts de retard ou Intérêts moratoires",
    "titre_interets": "Pénalités ou Intérêts",
    "clause_article": "article des conditions générales",
    "article_1344": "oui ou non : la dette relève du code civil français (article 1344)",
    "saisine": "oui ou non : le scénario annonce la saisine de la juridiction",
    "tables": "liste : un tableau par devise",
    "tables.devise": "code de la devise",
    "tables.lignes": "liste : les factures demandées",
    "tables.lignes.numero": "numéro, avec le numéro de commande s'il est connu",
    "tables.lignes.date": "date de la facture",
    "tables.lignes.echeance": "échéance",
    "tables.lignes.retard": "jours de retard",
    "tables.lignes.montant": "montant TTC",
    "tables.lignes.paye": "déjà payé",
    "tables.lignes.reste_du": "reste dû TTC",
    "tables.lignes.penalites": "pénalités ou intérêts",
    "tables.lignes.indemnite": "indemnité forfaitaire",
    "tables.lignes.objet": "ce qui a été vendu (colonne Objet)",
    "tables.deductions": "liste : avoirs et règlements non affectés",
    "tables.deductions.numero": "numéro",
    "tables.deductions.date": "date",
    "tables.deductions.montant": "montant, négatif",
    "tables.principal": "principal, avoirs et règlements déduits",
    "tables.penalites": "total des pénalités ou intérêts",
    "tables.indemnites": "total des indemnités",
    "tables.total": "principal, pénalités et indemnités",
    "tables.autres": "liste : autres sommes échues, pour information (mêmes champs que lignes)",
    "tables.decompte": "liste : une ligne par facture et par période de taux",
    "tables.decompte.numero": "facture",
    "tables.decompte.du": "premier jour",
    "tables.decompte.au": "dernier jour",
    "tables.decompte.jours": "nombre de jours",
    "tables.decompte.base": "somme qui porte intérêt",
    "tables.decompte.taux": "taux annuel",
    "tables.decompte.interets": "intérêts de la période",
    "tables.sources": "textes qui fixent les taux",
    "tables.iban": "IBAN du créancier dans cette devise",
    "tables.reference": "référence à rappeler sur le virement",
    "tables.lien": "adresse de la page de paiement en ligne (Paramètres)",
    "tables.qr": "ce que dit le QR code du virement, en euros seulement",
    "qr": "ce que dit le QR code du virement, hors de la boucle des devises",
    "plusieurs": "oui ou non : plusieurs factures",
    "plusieurs_devises": "oui ou non : plusieurs devises",
    "numeros": "les premiers numéros de factures",
    "solde": "oui ou non : le solde du compte, dont les factures ne sont pas connues",
    "total": "la somme demandée, par devise",
    "reclame": "oui ou non : pénalités ou indemnité sont réclamées",
    "annonce": "oui ou non : elles sont seulement annoncées",
    "penalites_dues": "oui ou non : des pénalités sont réclamées",
    "total_penalites": "total des pénalités, par devise",
    "total_indemnites": "total des indemnités, par devise",
    "indemnite_unitaire": "indemnité par facture",
    "decompte": "oui ou non : un décompte est joint",
    "arrete_au": "jour auquel les pénalités sont arrêtées",
    "precisions": "liste : délais accordés, imputation des règlements",
    "pieces": "copies jointes",
    "date_limite": "le jour demandé",
    "delai": "le délai accordé : 8 jours",
    "plan": "oui ou non : un échéancier est proposé",
    "remise": "oui ou non : une remise peut être étudiée",
    "consommateur": "oui ou non : le client est un particulier",
    "consommateur_fr": "oui ou non : un particulier, droit français",
    "clause_consommateur": "oui ou non : clause indemnitaire (Belgique)",
    "indemnite_annoncee": "indemnité annoncée par le premier rappel (Belgique)",
    "appelant": "qui appelle",
    "demander": "qui demander quand un payeur règle à la place du client (fiche d'appel)",
    "contacts": "liste : qui appeler",
    "contacts.role": "comptabilité, décideur ou standard",
    "contacts.nom": "nom",
    "contacts.telephone": "téléphone",
    "contacts.email": "e-mail",
    "banque_au": "jour des derniers relevés bancaires, s'ils sont anciens (fiche d'appel)",
    "historique": "liste : les derniers contacts",
    "historique.date": "jour",
    "historique.etape": "étape",
    "historique.canal": "canal",
    "historique.resultat": "résultat",
    "historique.factures": "factures",
    "promesses": "liste : promesses de règlement",
    "promesses.montant": "montant promis",
    "promesses.date": "pour le",
    "promesses.faite_le": "faite le",
    "promesses.etat": "en attente, tenue ou non tenue",
    "date_appel": "jour du dernier appel",
    "regles_appel": "règles d'un appel",
}


def listing() -> str:
    """Return the list of the fields as a text to read beside the templates."""
    width = max(map(len, FIELDS))
    return INTRODUCTION + "\n" + "".join(
        f"{name:<{width}}  {meaning}\n" for name, meaning in FIELDS.items()
    )  # fmt: skip
