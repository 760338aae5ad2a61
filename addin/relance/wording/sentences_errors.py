"""French sentences of the errors (`core.errors`); `code.reason` is more precise than `code`."""

from .sentences_files import BOOKS
from .sentences_law import LAW
from .sentences_nothing import NOTHING
from .sentences_policies import POLICIES
from .sentences_templates import TEMPLATES

ERRORS: dict[str, str] = {
    **BOOKS,
    **LAW,
    **NOTHING,
    **POLICIES,
    **TEMPLATES,
    "unknown_value": (
        "Taux inconnu : la série « {name} » n'est pas renseignée au {day}."
        " Ajoutez la valeur publiée dans la feuille Taux."
    ),
    "unknown_regime": (
        "Régime inconnu ou vide : « {regime} »."
        " Indiquez par exemple FR-B2B, FR-B2C, FR-PUB, BE-B2B ou BE-B2C."
    ),
    "bad_amount": "Montant illisible : « {value} ». Saisissez par exemple 1234,56.",
    "bad_date": "Date illisible ou hors limites : « {value} ». Saisissez par exemple 30/11/2026.",
    "bad_argument": "Valeur inattendue pour {argument} : « {value} ».",
    "bad_argument.parts_of_cents": "Le montant s'arrête aux centimes : deux décimales au plus.",
    "bad_argument.amount": "Le montant doit être positif, pas « {value} ».",
    "bad_argument.by": "Le jour promis ({value}) est avant le jour de la promesse.",
    "bad_argument.settlement": "La somme acceptée ({amount}) doit être inférieure à ce qui est dû :"
    " {owed}. Donnez moins avec --amount.",
    "bad_argument.settlement_with_extras": "La somme acceptée ({amount}) doit être inférieure à ce"
    " qui est dû : {total}, soit {owed} de principal et {extras} de pénalités et indemnités. Donnez"
    " {owed} avec --amount pour ne renoncer qu'aux pénalités et indemnités, moins pour une remise.",
    "bad_argument.settlement_covered": "Les avoirs et règlements non affectés couvrent ce qui est"
    " en retard : il n'y a rien à accorder.",
    "bad_argument.settlement_stands": "L'accord du {agreed_on} tient : {amount} jusqu'au {by}, dont"
    " {paid} reçus. Sa lettre ({document}) ne peut pas être refaite telle qu'elle était, ce qui est"
    " dû a changé depuis : renvoyez celle qui a été écrite, d'une sauvegarde au besoin. Pour"
    " convenir d'autre chose, donnez une autre somme ou un autre jour ; pour y mettre fin : relance"
    " record CLASSEUR release {debtor} --reason MOTIF",
    "bad_argument.settlement_past": "Le dernier jour de l'accord ({value}) est avant le {day} :"
    " donnez un jour à venir avec --by.",
    "bad_argument.settlement_far": "Le dernier jour de l'accord ({value}) est dans plus d'un an :"
    " donnez un jour plus proche avec --by.",
    "bad_argument.settlement_insured": "Le client {value} est couvert par une assurance-crédit :"
    " une remise demande l'accord de l'assureur. Obtenu ? Ajoutez --insurer-agreed.",
    "bad_argument.settlement_not_late": "La facture {value} n'est pas en retard (échéance {due}) :"
    " un accord de règlement porte sur ce qui est échu et impayé.",
    "bad_argument.settlement_not_ours": "La facture {value} (statut « {status} ») n'est pas de"
    " celles dont une remise peut être accordée : prélevée, cédée, transmise, soldée, ou déjà"
    " réglée par un accord.",
    "bad_argument.settlement_held": "Un accord ne porte sur une facture en litige, rejetée,"
    " suspendue ou douteuse que si vous la nommez : {value}. Donnez par --invoice chaque facture à"
    " solder (parmi {numbers}).",
    "bad_argument.settlement_planned": "La facture {value} est dans l'échéancier du {agreed_on},"
    " qui court. Pour y renoncer, mettez d'abord ses lignes à l'état « annulée » (feuille"
    " Échéanciers), ou contre-passez sa ligne du journal : relance record CLASSEUR reverse NUMÉRO",
    "bad_argument.plan_settled": "Un accord de règlement du {agreed_on} court sur {numbers}"
    " ({amount} jusqu'au {by}). Pour un échéancier, mettez-y d'abord fin : relance record CLASSEUR"
    " release {value} --reason MOTIF",
    "bad_argument.settlement_sum_in": "La somme est donnée en {value} et l'accord est en"
    " {currency} : donnez les deux dans la même devise, ou changez --currency.",
    "bad_argument.settlement_currency": "Aucune facture de cet accord n'est en retard en {value},"
    " ou elles ne le sont pas toutes (devises : {currencies}). Donnez la bonne devise avec"
    " --currency, un accord par devise.",
    "bad_argument.currency": "Devise inconnue : « {value} ». Saisissez EUR, USD, GBP...",
    "bad_argument.sum_in": "Le montant est donné en {value} et --currency dit {currency} : donnez"
    " la même devise, ou le montant sans devise.",
    "bad_argument.sum_asked_in": "Le montant est donné en {value}, et c'est en {currency} qu'il est"
    " demandé.",
    "bad_argument.currency_needed": (
        "Ce qui est dû l'est en plusieurs devises ({currencies}) : donnez celle du montant avec"
        " --currency."
    ),
    "bad_argument.currency_not_owed": "Rien n'est dû en {value}. Devises : {currencies}.",
    "bad_argument.currency_of_invoice": ("La facture {invoice} est en {currency}, pas en {value}."),
    "bad_argument.promise_not_due": (
        "La facture {value} n'est échue que le {due} : une promesse porte sur ce qui est échu."
    ),
    "bad_argument.promise_not_ours": (
        "La facture {value} a le statut « {status} » : rien ne peut en être promis."
    ),
    "bad_argument.promise_planned": "La facture {value} est dans l'échéancier du {agreed_on}, qui"
    " court : ses versements ont déjà leurs dates. Pour une promesse à sa place, mettez d'abord ses"
    " lignes à l'état « annulée » (feuille Échéanciers).",
    "bad_argument.promise_settled": "La facture {value} est dans l'accord de règlement du"
    " {agreed_on}, en cours ou tenu : rien d'autre ne peut en être promis. Pour une promesse à sa"
    " place, mettez-y d'abord fin : relance record CLASSEUR release {debtor} --reason MOTIF",
    "bad_argument.promise_in_dispute": "Tout ce qui peut être promis est en litige ou refusé"
    " ({value}) : une promesse n'y met fin que pour la facture qu'elle nomme. Si le client"
    " en a promis le règlement, nommez-la : --invoice NUMÉRO.",
    "bad_argument.yes_no": "Répondez oui ou non, pas « {value} ».",
    "bad_argument.first": "La première échéance ({value}) est avant le jour de l'accord.",
    "bad_argument.instalments": "Un échéancier a au moins deux échéances, pas {value}.",
    "bad_argument.value_date": (
        "La date de valeur ({value}) est après le jour de l'écriture ({day}) : un règlement se"
        " note quand il est sur le compte."
    ),
    "bad_argument.presented_on": (
        "La présentation ({value}) est après le jour de l'écriture ({day}) : elle se note quand"
        " elle a eu lieu."
    ),
    "bad_argument.presented_too_early": (
        "La présentation ({value}) est avant l'envoi de la lettre ({sent}). Vérifiez la date, ou"
        " donnez le numéro d'une autre lettre avec --tracking."
    ),
    "bad_argument.rate": "Taux illisible : « {value} ». Saisissez par exemple 12 % ou 0,12.",
    "bad_argument.to": (
        "Adresse e-mail du client inutilisable : « {value} ». Corrigez la feuille Clients."
    ),
    "bad_argument.from": (
        "Adresse e-mail du créancier inutilisable : « {value} ». Corrigez la feuille Paramètres."
    ),
    "bad_argument.lines": "Numéros de lignes illisibles : « {value} ». Saisissez par exemple 12, ou"
    " 12-15 pour une suite.",
    "bad_argument.day": "Le {value} n'est pas encore venu.",
    "bad_argument.as_of": "Le {value} est dans plus d'un an : donnez un jour plus proche.",
    "bad_argument.tracking": "Le numéro {value} est déjà celui d'un autre recommandé.",
    "bad_argument.reason": "Donnez le motif : il est consigné au journal.",
    "bad_argument.outcome": "Résultat d'appel inconnu : « {value} ».",
    "unknown_status": (
        "Statut inconnu : « {value} ». Choisissez dans la liste : à régler, litige, suspendue,"
        " rejetée, cédée, douteuse, soldée."
    ),
    "nothing_selected": "Aucune facture à relancer dans la sélection : sélectionnez des lignes de"
    " Factures, de Clients ou de l'Agenda. Une ligne tapée sous un tableau n'en fait pas partie :"
    " agrandissez-le jusqu'à elle.",
    "nothing_selected.debtor": "Sélectionnez d'abord une ligne de Factures, de Clients ou de"
    " l'Agenda. Une ligne tapée sous un tableau n'en fait pas partie : agrandissez-le jusqu'à"
    " elle.",
    "nothing_selected.unread": "{count} ligne(s) sélectionnée(s), illisible(s) (Factures : {rows})"
    " : corrigez ce que dit leur colonne Anomalie.",
    "one_debtor": "La sélection touche plusieurs clients ({debtors}) : cette commande en"
    " demande un seul.",
    "reason_needed": "Ce choix saute des étapes du scénario ({steps}) ou vient avant leur jour :"
    " indiquez-en le motif, il sera consigné au journal.",
    "unknown_step": "Étape inconnue dans le scénario : « {step} ». Voyez la feuille Scénario.",
    "bad_terms": (
        "Conditions de règlement illisibles : « {terms} »."
        " Exemples : 30, 45 fin de mois, fin de mois 45, 30 fin de mois le 10, comptant."
    ),
    "bad_reference": "Aucune référence {kind} ne peut être faite du numéro « {number} ».",
    "intake": "Le fichier {path} ne peut pas être lu ({reason}).",
    "output_folder": "{path} ne peut pas être écrit ({detail}).",
    "output_folder.disk_full": (
        "Le disque est plein : {path} n'est pas écrit. Libérez de la place, puis recommencez :"
        " ce qui est fait ne sera pas refait."
    ),
    "output_folder.permission": (
        "Vous n'avez pas le droit d'écrire {path}. Choisissez un autre dossier avec --out."
    ),
    "output_folder.not_a_folder": (
        "{path} ne peut pas être un dossier : un fichier porte ce nom. Donnez-en un autre."
    ),
    "output_folder.missing": (
        "{path} ne peut pas être créé : le dossier qui devrait le contenir manque ou le refuse."
        " Donnez-en un autre."
    ),
    "output_folder.too_long": "Le nom {path} est trop long. Choisissez un dossier plus court.",
    "output_folder.edited": "{document} a été modifié à la main : il reste tel quel. Pour en avoir"
    " un nouveau, déplacez-le ou renommez-le.",
    "output_folder.held": "{path} est ouvert dans un autre programme : fermez-le.",
    "output_folder.io": "Le disque refuse {path} ({detail}).",
    "output_folder.not_shown": "{path} ne peut pas être affiché ({detail}). Ouvrez-le vous-même.",
    "output_folder.online": (
        "Le classeur est sur OneDrive : « {path} » ne dit pas où écrire. Donnez un chemin complet"
        " dans la feuille Paramètres ({detail}), par exemple C:\\Relances."
    ),
    "output_folder.no_templates": (
        "Le dossier des modèles {path} n'existe pas. Corrigez « Dossier des modèles » dans la"
        " feuille Paramètres, ou videz-le pour reprendre les modèles livrés."
    ),
    "output_folder.empty_templates": (
        "Aucun modèle dans {path} : rien n'a été vérifié. Écrivez-y d'abord les modèles livrés :"
        " relance templates export {typed}"
    ),
    "output_folder.address": (
        "{path} est une adresse en ligne, pas un dossier. Donnez un dossier de ce poste."
    ),
    "output_folder.no_folder": (
        "Aucun dossier de sortie : donnez-le avec --out, ou dans la feuille Paramètres."
    ),
    "journal_broken": "Le journal ne se suit plus à la ligne n° {number}.",
    "journal_broken.edited": (
        "La ligne n° {number} du journal a été modifiée à la main. Rétablissez-la ou reprenez une"
        " copie ; une erreur se corrige par une contre-passation, jamais par une retouche."
    ),
    "journal_broken.missing": (
        "La ligne n° {number} du journal manque. Rétablissez-la depuis une copie du classeur."
    ),
    "journal_broken.duplicate": "La ligne n° {number} du journal y est deux fois.",
    "journal_broken.link": (
        "La ligne n° {number} du journal ne se rattache pas à la précédente : une ligne a été"
        " insérée ou remplacée."
    ),
    "day_before_journal": (
        "Le {day} est avant le dernier jour du journal ({last})."
        " Donnez ce jour-là ou un jour suivant avec --as-of ou --day."
    ),
    "day_before_journal.line": (
        "Le {day} est avant le dernier jour du journal ({last}, ligne n° {lines})."
        " Donnez ce jour-là ou un jour suivant avec --as-of ou --day. Si c'est le jour de cette"
        " ligne qui est faux, contre-passez-la :"
        " relance record CLASSEUR reverse {lines} --day {day}"
    ),
    "day_before_journal.lines": (
        "Le {day} est avant le dernier jour du journal ({last}) ; lignes plus récentes, par"
        " numéro : {lines}. Donnez ce jour-là ou un jour suivant avec --as-of ou --day. Si c'est"
        " le jour de ces lignes qui est faux, contre-passez-les toutes :"
        " relance record CLASSEUR reverse {lines} --day {day}"
    ),
    "creditor_incomplete": (
        "Rien n'est écrit : un document doit dire qui réclame. À remplir dans la feuille"
        " Paramètres : {parameters}."
    ),
    "bad_settings": (
        "Rien n'est écrit : ce qui suit ne peut pas être lu dans la feuille Paramètres, et change"
        " ce que les lettres réclament ou qui les envoie. Corrigez ou videz : {settings}."
    ),
    "takeover_needed": (
        "Reprise d'antériorité à confirmer avant la première relance : rien n'a été écrit."
        " Lancez : relance takeover {typed} --by-age"
    ),
    "unknown_debtor": "Aucun client n'a le code « {debtor} ». Codes proches : {near}.",
    "unknown_debtor.no_near": "Aucun client n'a le code « {debtor} » : la feuille Clients est"
    " vide.",
    "unknown_invoice": "Aucune facture ouverte « {invoice} » pour le client {debtor}.",
    "unknown_invoice.near": "Aucune facture ouverte « {invoice} » pour le client {debtor}. Est-ce"
    " {near} ?",
    "already_noted": (
        "Déjà noté le {day} (ligne n° {line}). Pour le noter une seconde fois : --again."
    ),
    "already_noted.row": (
        "La feuille Règlements a déjà, ligne {line}, un règlement de ce montant et de cette date de"
        " valeur. Pour le noter une seconde fois : --again."
    ),
}
