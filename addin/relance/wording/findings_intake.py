"""French sentences of what importing a file may report: findings, then refusals (`intake.reason`).

Each says what was seen, and what the user can do about it. The codes that a workbook's rows share
(`bad_amount`, `bad_date`, `due_before_issue`, `no_due`...) have theirs elsewhere.
"""

FINDINGS: dict[str, str] = {
    "amounts_disagree": (
        "Facture {number} : montant {amount} et reste dû {open} ne s'accordent pas ;"
        " le reste dû du fichier est retenu."
    ),
    "bad_characters": (
        "{count} caractères illisibles dans le fichier (lu en {encoding}) : vérifiez les noms."
    ),
    "bad_email": "Adresse e-mail inutilisable pour {debtor} : « {value} ».",
    "date_order_assumed": (
        "Rien ne montre si le jour ou le mois vient en premier : lu jour/mois. Vérifiez une date."
    ),
    "duplicate_row": (
        "Facture {number} : ligne répétée à l'identique, déjà lue ligne {first} ; comptée une"
        " seule fois ({open} laissés de côté)."
    ),
    "future_date": "Facture {number} datée du {value}, après le jour de l'import.",
    "group_total_differs": "Total de {debtor} dans le fichier : {file} ; lu : {read}.",
    "instalments": "Facture {number} : {count} échéances, numérotées {number}/1, {number}/2...",
    "ledger_unbalanced": (
        "Débits ({debit}) et crédits ({credit}) du fichier ne sont pas égaux : il est incomplet,"
        " refaites l'export."
    ),
    "letter_held": (
        "Lettrage {letter} de {debtor} non soldé ({open}) : factures suspendues, à vérifier."
    ),
    "letter_partial": (
        "Lettrage {letter} de {debtor}, en minuscules : partiel ({open} à régler), les lignes"
        " restent ouvertes."
    ),
    "letter_unbalanced": (
        "Lettrage {letter} de {debtor} mais reste dû {open} dans le fichier : les lignes restent"
        " ouvertes, à vérifier avant toute relance."
    ),
    "lines_added": (
        "Facture {number} sur {count} lignes de mêmes dates : une seule facture, montants"
        " additionnés ({amount})."
    ),
    "no_amount": "Ligne sans montant (facture {number}) : laissée de côté.",
    "no_claim": (
        "Nature « {value} » ({count} ligne(s)) : rien n'est encore dû. Laissé de côté, ne sera pas"
        " relancé : {numbers}."
    ),
    "no_debtor": "Facture {number} sans client ({open}) : laissée de côté.",
    "no_number": "Ligne sans numéro de facture ({label}, {open}) : laissée de côté.",
    "odd_sign": (
        "Avoir ou règlement {number} au débit ({open}) : laissé de côté, à vérifier"
        " (rejet, annulation ?)."
    ),
    "open_blank": (
        "Facture {number} de {amount} sans reste dû dans le fichier : laissée de côté."
    ),
    "part_paid": (
        "Facture {number} « {status} », sans dire combien : suspendue. Indiquez le payé dans"
        " Factures, puis mettez « à régler » en Statut."
    ),
    "payments_disagree": (
        "Facture {number} : les règlements listés ({payments}) ne font pas le payé ({paid})."
    ),
    "repeated_rows": (
        "{count} lignes répètent une facture déjà lue (détail de lignes ?) : comptée une fois."
    ),
    "same_number": (
        "Numéro {number} sur {count} lignes de dates ou de natures différentes : {count} postes"
        " distincts, {number}/1, {number}/2... (une indemnité forfaitaire par facture)."
    ),
    "settled_disagrees": (
        "Facture {number} réglée le {value} selon le fichier, mais reste dû {open} : le reste dû"
        " est retenu, à vérifier avant toute relance."
    ),
    "settled_held": (
        "Facture {number} réglée le {value} selon le fichier, qui n'a pas de reste dû : montant"
        " moins payé laisse {open}. Suspendue, à vérifier. À relancer ? Mettez « à régler » en"
        " Statut dans Factures."
    ),
    "settled_in_total": "Le total du fichier compte aussi {amount} de factures réglées.",
    "settled_later": (
        "Facture {number} : date de règlement {value} après le jour de l'import ; ce n'est pas"
        " encore un règlement, elle reste à régler."
    ),
    "several_currencies": "Plusieurs devises ({currencies}) : les totaux sont par devise.",
    "shifted_row": (
        "Ligne à {fields} champs au lieu de {expected} (séparateur dans un nom ?), facture"
        " {number} : laissée de côté."
    ),
    "status_disagrees": (
        "Facture {number} « {status} » mais reste dû {open} : suspendue, à vérifier."
    ),
    "status_left_out": (
        "Statut « {value} » ({count} ligne(s)) : laissé de côté, ne sera pas relancé : {numbers}."
    ),
    "total_differs": "Total du fichier : {file} ; lu : {read} ; écart : {difference}.",
    "two_names": "Le code client {debtor} porte plusieurs noms : {names}.",
    "unknown_currency": (
        "Devise inconnue : « {value} ». La facture est suspendue et notée en euros : corrigez sa"
        " devise et son statut dans Factures."
    ),
    "unknown_of_debtor": (
        "{heading} de {debtor} : « {value} » n'est pas compris. Complétez la colonne de ce nom dans"
        " Clients, avant toute relance."
    ),
    "unlisted_kind": (
        "Nature inconnue « {value} » ({count} ligne(s)) : suspendu, à vérifier. Une facture à"
        " relancer ? Mettez « à régler » en Statut dans Factures."
    ),
    "unlisted_method": (
        "Mode de règlement inconnu « {value} » ({count} ligne(s)) : laissé vide. Un prélèvement ou"
        " un effet ? Indiquez-le dans Factures, avant toute relance : elle demande un virement."
    ),
    "unlisted_status": (
        "Statut inconnu « {value} » ({count} ligne(s)) : pris comme « à régler »."
    ),
}  # fmt: skip

REFUSALS: dict[str, str] = {
    "intake.binary": "Le fichier {path} n'est pas un tableau (contenu binaire).",
    "intake.empty": "Le fichier {path} est vide.",
    "intake.encrypted": (
        "Le fichier {path} est protégé par un mot de passe. Enregistrez-en une copie sans"
        " mot de passe."
    ),
    "intake.html": (
        "Le fichier {path} est une page web. Ouvrez-le dans le tableur et enregistrez-le en .xlsx."
    ),
    "intake.missing": "Le fichier {path} n'existe pas.",
    "intake.needs_csv": (
        "Aucune bibliothèque ne lit le classeur {path} ici : ouvrez-le et enregistrez-le en CSV."
    ),
    "intake.needs_xlsx": (
        "Le fichier {path} ne se lit pas dans ce format ici : ouvrez-le et enregistrez-le en .xlsx."
    ),
    "intake.no_amount_column": (
        "Aucune colonne de montant TTC ou de solde dans {path}. Titres lus : {detail}."
    ),
    "intake.no_customer_account": (
        "Aucun compte de clients (411, ou 400 en Belgique) dans {path} : rien n'y est à relancer."
    ),
    "intake.no_debtor_column": (
        "Aucune colonne ni ligne de client dans {path}. Titres lus : {detail}."
    ),
    "intake.no_header": (
        "Aucune ligne de titres reconnue dans {path} (N° facture, échéance, solde...)."
    ),
    "intake.no_invoice_column": (
        "Aucune colonne de numéro de facture dans {path}. Titres lus : {detail}."
    ),
    "intake.not_a_table": "Le fichier {path} n'est pas un tableau (ni CSV, ni classeur).",
    "intake.old_xls": (
        "Le fichier {path} est un ancien classeur .xls. Enregistrez-le en .xlsx ou en CSV."
    ),
    "intake.pdf": "Le fichier {path} est un PDF. Exportez l'échéancier en Excel ou en CSV.",
    "intake.suppliers": (
        "Le fichier {path} liste des fournisseurs : ce sont vos dettes, pas vos créances."
    ),
    "intake.too_large": "Le fichier {path} est trop grand pour être lu en entier.",
    "intake.truncated": "Le fichier {path} est incomplet ou abîmé. Refaites l'export.",
    "intake.unreadable": "Le fichier {path} ne peut pas être ouvert.",
}  # fmt: skip
