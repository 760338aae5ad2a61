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
champs apportent sont dans cette langue. N'existent qu'en français : la fiche
d'appel, le bordereau de dépôt et la réclamation à un acheteur public, dont l'ordonnateur est
français.

Un modèle ne calcule rien : les montants et les dates arrivent déjà écrits. Pour contrôler vos
modèles : relance templates check. Pour reprendre un modèle d'origine, supprimez le vôtre.
"""

FIELDS: dict[str, str] = {
    "date": "jour du document : 23/11/2026",
    "date_longue": "jour du document en lettres : 23 novembre 2026",
    "lieu": "ville du créancier",
    "reference": "référence du document",
    "vos_references": "numéros de commande ou d'engagement ; au-delà de trois, un renvoi au"
    " tableau",
    "plusieurs_references": "oui ou non : plusieurs numéros de commande",
    "precedente": "date que porte le dernier courrier envoyé ; jour d'envoi d'un e-mail",
    "precedente_reference": "référence de ce courrier",
    "debits_attendus": "phrase : factures qu'un prélèvement ou un effet devait régler, et dont le"
    " règlement n'est pas venu",
    "phrase_personnelle": "phrase propre au dossier : merci d'un acompte, accord non tenu,"
    " promesse, appel, premier retard ; vide sinon",
    "etape": "code de l'étape",
    "recommande": "oui ou non : recommandé avec avis de réception",
    "par_voie_electronique": "oui ou non : envoi par e-mail",
    "journal": "début de l'empreinte du journal",
    "creancier.nom": "dénomination du créancier",
    "creancier.immatriculation": "SIREN ou numéro d'entreprise",
    "creancier.bic": "BIC ; vide quand le document a des comptes de plusieurs banques",
    "creancier.email": "e-mail",
    "creancier.telephone": "téléphone",
    "client.nom": "nom du client",
    "client.code": "code client",
    "client.immatriculation": "SIREN ou numéro d'entreprise du client",
    "expediteur_nom": "qui écrit : le créancier ou son mandataire",
    "expediteur": "liste : les lignes du bloc expéditeur",
    "destinataire": "liste : les lignes de l'adresse (six au plus)",
    "destinataire_entier": "nom du destinataire, quand l'adresse n'en montre qu'une partie",
    "payeur": "phrase dite à celui qui règle à la place du client",
    "interlocuteur": "personne à qui l'on s'adresse",
    "signataire": "qui signe",
    "qualite": "en quelle qualité",
    "mandat": "oui ou non : envoyé au nom et pour le compte du créancier",
    "intervention": "phrase du mandat",
    "texte_l111_8": "texte de l'article L111-8 (tiers chargé du recouvrement)",
    "mentions_pied": "mentions légales du créancier",
    "ttc": "TTC, ou TVAC pour un créancier belge",
    "avis_reception": "avis de réception, ou accusé de réception en Belgique",
    "libelle_reference": "Référence à rappeler, ou Communication en Belgique",
    "creancier_etranger": "oui ou non : le créancier n'est pas en France",
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
    "tables.lignes.situation": "non échue, échue depuis tant de jours, reportée, à"
    " prélever ou en litige (relevé)",
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
    "tables.en_faveur": "oui ou non : le solde est en faveur du client",
    "tables.penalites": "total des pénalités ou intérêts ; un tiret quand il n'y en a pas",
    "tables.penalites_dues": "oui ou non : des pénalités sont réclamées dans cette devise",
    "tables.indemnites": "total des indemnités ; un tiret quand il n'y en a pas",
    "tables.indemnites_dues": "oui ou non : une indemnité est réclamée dans cette devise",
    "tables.total": "principal, pénalités et indemnités",
    "tables.accessoires": "pénalités et indemnités, sans le principal",
    "tables.a_virer": "somme à virer, quand le reste sera prélevé ou présenté ; vide sinon",
    "tables.tranches": "liste : le reste dû par ancienneté (relevé de compte)",
    "tables.tranches.nom": "tranche",
    "tables.tranches.montant": "reste dû de la tranche",
    "tables.autres": "liste : autres sommes échues, pour information (mêmes champs que lignes)",
    "tables.autres_demandees": "phrase : quels courriers demandaient déjà ces autres sommes",
    "tables.decompte": "liste : une ligne par facture et par période de taux",
    "tables.decompte.numero": "facture",
    "tables.decompte.du": "premier jour",
    "tables.decompte.au": "dernier jour",
    "tables.decompte.jours": "nombre de jours",
    "tables.decompte.base": "somme qui porte intérêt",
    "tables.decompte.taux": "taux annuel",
    "tables.decompte.interets": "intérêts de la période",
    "tables.interets_regles": "ce qui est déjà réglé des intérêts du décompte, négatif, ou vide",
    "tables.sources": "textes qui fixent les taux",
    "tables.iban": "IBAN du créancier dans cette devise ; vide, avec la référence, quand rien"
    " n'est à virer",
    "tables.bic": "BIC de ce compte",
    "tables.reference": "référence à rappeler sur le virement",
    "tables.lien": "adresse de la page de paiement en ligne (Paramètres)",
    "tables.qr": "ce que dit le QR code du virement, en euros seulement",
    "qr": "ce que dit le QR code du virement, hors de la boucle des devises",
    "prevus": "liste : les phrases « sera prélevé le », « sera présenté » (avant l'échéance)",
    "a_regler": "oui ou non : une somme reste à régler, ni prélevée ni couverte par un avoir",
    "echue_depuis": "la plus ancienne échéance, quand elle est passée depuis plus de 30 jours",
    "plusieurs": "oui ou non : plusieurs factures",
    "plusieurs_devises": "oui ou non : plusieurs devises",
    "numeros": "les premiers numéros de factures",
    "solde": "oui ou non : le solde du compte, dont les factures ne sont pas connues",
    "total": "la somme demandée, par devise",
    "total_en_lettres": "la même somme en toutes lettres (septante, nonante en Belgique) ;"
    " vide dans les autres langues, où ce n'est pas l'usage",
    "reclame": "oui ou non : pénalités ou indemnité sont réclamées",
    "annonce": "oui ou non : elles sont seulement annoncées",
    "demande_par_note": "phrase : elles ont déjà été demandées par une note de pénalités",
    "penalites_dues": "oui ou non : des pénalités sont réclamées",
    "indemnites_dues": "oui ou non : une indemnité est réclamée",
    "total_penalites": "total des pénalités, par devise",
    "total_indemnites": "total des indemnités, par devise",
    "indemnite_unitaire": "indemnité par facture",
    "indemnite_devise": "monnaie des factures qui portent une indemnité (EUR) ; vide quand toutes"
    " en portent",
    "decompte": "oui ou non : un décompte est joint",
    "arrete_au": "jour auquel les pénalités sont arrêtées",
    "precisions": "liste : délais accordés, imputation des règlements, ce qu'une note de pénalités"
    " ou un courrier demandait déjà et qui ne s'ajoute pas",
    "pieces": "copies jointes",
    "date_limite": "le jour demandé",
    "delai": "le délai accordé : 8 jours",
    "plan": "oui ou non : un échéancier est proposé",
    "remise": "oui ou non : une remise peut être étudiée",
    "acheteur_public": "oui ou non : le client est un acheteur public",
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
    "historique": "liste : les derniers contacts, règlements, promesses, litiges et échéanciers",
    "historique.date": "jour",
    "historique.etape": "étape, ou ce qui est arrivé",
    "historique.canal": "canal",
    "historique.resultat": "résultat, ou montant",
    "historique.factures": "factures",
    "promesses": "liste : promesses de règlement",
    "promesses.montant": "montant promis",
    "promesses.recu": "ce qui en est déjà reçu, dans une confirmation d'appel ; vide sinon",
    "promesses.reste": "ce qui en reste à recevoir",
    "promesses.date": "pour le",
    "promesses.faite_le": "faite le",
    "promesses.etat": "en attente, tenue ou non tenue",
    "date_appel": "jour du dernier appel",
    "regles_appel": "règles d'un appel",
    "numero_note": "numéro de la note de pénalités",
    "total_accessoires": "pénalités et indemnités de la note ou de l'accord, par devise",
    "sans_tva": "pourquoi la note de pénalités est sans TVA",
    "reste_ouvert": "oui ou non : une facture de la note reste à régler",
    "payees_en_retard": "oui ou non : une facture de la note a été réglée après son échéance",
    "note_a_regler": "phrase d'un remerciement : notes de pénalités, et sommes réclamées par une"
    " lettre, qui restent à régler",
    "credit_au_compte": "phrase d'un remerciement : le crédit du client, qui n'est affecté à rien",
    "convenu_le": "jour où l'échéancier a été convenu",
    "termes": "liste : les versements de l'échéancier",
    "termes.numero": "rang du versement",
    "termes.date": "à régler le",
    "termes.montant": "montant du versement",
    "termes.paye": "ce qui en est déjà réglé",
    "total_termes": "total de l'échéancier",
    "echeancier_remplace": "jour où a été convenu l'échéancier que celui-ci remplace ; les jours"
    " quand il en remplace plusieurs",
    "echeanciers_remplaces": "oui ou non : il en remplace plusieurs",
    "prochain.numero": "rang du prochain versement",
    "prochain.date": "jour du prochain versement",
    "prochain.montant": "ce qui reste à verser du prochain versement",
    "prochain.paye": "ce qui en est déjà réglé",
    "accords": "liste : ce qu'un relevé dit des accords, échéanciers, promesses et notes",
    "somme_convenue": "somme acceptée par l'accord de règlement",
    "somme_en_lettres": "la même somme en toutes lettres ; vide dans les autres langues",
    "accessoires": "ce que la loi ajoute au principal et que l'accord comprend (pénalités de"
    " retard et indemnités forfaitaires) ; vide quand elle n'y ajoute rien",
    "principal_entier": "oui ou non : l'accord ne renonce qu'aux pénalités et indemnités",
    "accord_remplace": "jour de l'accord que celui-ci remplace",
    "nombre_plis": "nombre de recommandés du bordereau : 3 plis",
    "plis": "liste : les recommandés du bordereau de dépôt",
    "plis.rang": "rang",
    "plis.nom": "destinataire",
    "plis.adresse": "son adresse",
    "plis.reference": "référence de la lettre",
}


def listing() -> str:
    """Return the list of the fields as a text to read beside the templates."""
    width = max(map(len, FIELDS))
    return INTRODUCTION + "\n" + "".join(
        f"{name:<{width}}  {meaning}\n" for name, meaning in FIELDS.items()
    )  # fmt: skip
