"""French sentences of the summaries after a verb."""

VERBS: dict[str, str] = {
    "recovered": "Repris d'un travail interrompu : {count} ligne(s) remise(s) au journal.",
    "recovered_aside": "{count} brouillon(s) remplacé(s) ou annulé(s), rangé(s) dans perimes/.",
    "recovered_dropped": "Travail interrompu : {count} document(s) non écrit(s), à refaire.",
    "recovered_again": "Travail interrompu : un import ou une reprise d'antériorité n'avait pas été"
    " enregistré ({count} ligne(s) du journal écartée(s)), à refaire.",
    "place": "ligne {row}, {column} : ",
    "place_in": "{sheet}, ligne {row}, {column} : ",
    "place_parameter": "{sheet}, {column} : ",
    "and_more": "  ... et {count} autre(s) anomalie(s).",
    "agenda_title": "File du jour, arrêtée au {day}",
    "agenda_summary": "{count} client(s) à relancer. Suite : relance run CLASSEUR --out DOSSIER",
    "agenda_written": "{count} client(s) à relancer, tout est préparé.",
    "agenda_none": "Aucun client à relancer.",
    "next_confirm": "Suite : {count} brouillon(s) à confirmer : relance record CLASSEUR sent",
    "next_call": "Suite : {count} appel(s) à noter : relance record CLASSEUR call CLIENT",
    "next_import": "Suite : relance import CLASSEUR FICHIER",
    "next_none": "Rien d'autre à faire.",
    "held_by": "Bloqué : {text}",
    "template_built": "{path} écrit ({size} octets).",
    "template_same": "{path} est à jour.",
    "template_differs": "{path} n'est pas celui des sources : relance build-template."
    " Parties : {parts}",
    "run_title": "Relances du {day}",
    "run_dry": "Relances du {day} (essai : rien n'est écrit)",
    "run_more": "Et {count} autre(s) document(s) : tous sont dans la feuille Journal.",
    "run_next": "Documents dans {folder}. Relisez, envoyez, puis confirmez :"
    " relance record CLASSEUR sent",
    "copies_too_large": "{count} copie(s) non jointe(s), l'e-mail serait trop lourd : {names}."
    " À envoyer à part.",
    "statement_left_out": "Relevé de compte non joint à l'e-mail : il ne peut pas être établi tel"
    " qu'il dise la même chose. Voyez pourquoi : relance statement CLASSEUR {debtor}",
    "copies_empty": "{count} copie(s) vide(s), non jointe(s) : {names}.",
    "copies_no_document": "{count} fichier(s) non joint(s), qui n'est pas un document à envoyer"
    " (PDF, image, XML, tableur ou texte, sans macros) : {names}.",
    "copies_outside": "{count} copie(s) hors du dossier des copies de factures, non jointe(s) :"
    " {names}. Copiez-les dans ce dossier, ou indiquez-en un plus large dans Paramètres"
    " (Dossier des copies de factures).",
    "copies_no_folder": "{count} copie(s) non jointe(s) : {names}. Remplissez"
    " « Dossier des copies de factures » dans Paramètres.",
    "copies_missing": "{count} copie(s) introuvable(s), non jointe(s) : {names}.",
    "copies_unread": "{count} copie(s) illisible(s), non jointe(s) : {names}.",
    "beside_next": "Documents dans {folder}. Relisez, puis envoyez : ils ne font pas avancer les"
    " relances.",
    "settlement_noted": "Aucune relance sur {numbers} jusqu'au {by}. Payés ce jour-là au plus tard,"
    " les {amount} suffisent ; sinon le tout redevient dû. Refusé, ou écrit par erreur :"
    " relance record CLASSEUR release {debtor} --reason MOTIF",
    "settlement_replaced": "Accord du {agreed_on} remplacé ({amount} jusqu'au {by}, {numbers}) :"
    " sa lettre est rangée dans perimes/. Déjà envoyée ? Prévenez le client que la nouvelle la"
    " remplace.",
    "plan_replaced": "Échéancier du {agreed_on} remplacé : ses lignes passent à l'état"
    " « annulée ». Sa lettre est déjà envoyée ? Prévenez le client que le nouveau la remplace.",
    "plan_resumed": "L'échéancier du {agreed_on}, qui avait été remplacé, court de nouveau : sa"
    " lettre est à refaire. S'il ne vaut plus, mettez ses lignes à l'état « annulée » (feuille"
    " Échéanciers).",
    "settlement_in_dispute": "En litige, et dans cet accord : {numbers}. Le litige reste ouvert :"
    " notez-le résolu une fois l'accord tenu.",
    "settlement_again": "Accord déjà noté le {agreed_on}, jusqu'au {by} : rien n'est écrit une"
    " seconde fois.",
    "settlement_remade": "L'accord du {agreed_on} tient : {amount} jusqu'au {by}, dont {paid}"
    " reçus. Sa lettre manquait : elle est refaite telle qu'elle était, rien d'autre n'est"
    " convenu.",
    "draft_ended": "{the_document} du {day} n'est plus {to_do} : fichier rangé dans perimes/"
    " ({document}).",
    "draft_ended.left": "{the_document} du {day} n'est plus {to_do} : supprimez son fichier du"
    " dossier, il est peut-être ouvert ({document}).",
    "draft_ended.gone": "{the_document} du {day} n'est plus {to_do}. Son fichier n'est pas dans le"
    " dossier des documents : ôtez-le de l'endroit où il est ({document}).",
    "note_replaced": "La note de pénalités n° {note} du {day} est remplacée : fichier rangé dans"
    " perimes/ ({document}). Si elle est déjà partie, la nouvelle le dit au client.",
    "note_replaced.left": "La note de pénalités n° {note} du {day} est remplacée : supprimez son"
    " fichier du dossier, il est peut-être ouvert ({document}).",
    "note_to_replace": "La note de pénalités n° {note} du {day} serait remplacée.",
    "note_waived": "L'accord renonce à la note de pénalités n° {note} du {day}, qui n'est plus à"
    " envoyer : fichier rangé dans perimes/ ({document}).",
    "note_waived.left": "L'accord renonce à la note de pénalités n° {note} du {day}, qui n'est plus"
    " à envoyer : supprimez son fichier du dossier, il est peut-être ouvert ({document}).",
    "note_to_waive": "La note de pénalités n° {note} du {day} ne serait plus à envoyer.",
    "note_rest": "La note n° {note} portait aussi sur {numbers}, hors de l'accord. Pour une autre"
    " note : relance penalty-note CLASSEUR {debtor}",
    "draft_perhaps_gone": "Déjà parti ? Confirmez-le : relance record CLASSEUR sent {debtor}"
    " --gone",
    "draft_withdrawn": "{document} du {day} a été retiré, il n'est pas confirmé : ne l'envoyez pas."
    " S'il était déjà parti : relance record CLASSEUR sent {debtor} --gone",
    "gone_of_whom": "Donnez le client dont le brouillon retiré était déjà parti.",
    "draft_not_gone": "Non parti, non confirmé : {document} du {day}. Ne l'envoyez pas.",
    "file_set_aside": "Brouillon rangé dans perimes/ : {document}",
    "draft_held": "Le brouillon {document} du {day} n'est pas confirmé : depuis, un litige, une"
    " promesse, « ne pas contacter » ou un autre motif le retient. Ne l'envoyez pas ; s'il"
    " était déjà parti : relance record CLASSEUR sent {debtor} --gone",
    "draft_old": "Le brouillon {document} du {day} n'est pas confirmé au {sent} : les délais qu'il"
    " accorde seraient écourtés. relance run --redo l'écrit de nouveau ; s'il est bien parti ainsi,"
    " confirmez-le par son client : relance record CLASSEUR sent {debtor}",
    "draft_old.note": "La note {document} du {day} n'est pas confirmée au {sent} : le délai qu'elle"
    " accorde serait écourté. relance penalty-note CLASSEUR {debtor} la remplace ; si elle est bien"
    " partie ainsi : relance record CLASSEUR sent {debtor}",
    "rate_replaced": "le taux « {name} » au {day} est de {percent} % au lieu des {shipped} %"
    " livrés : vérifiez cette ligne de la feuille Taux.",
    "file_left": "Brouillon périmé à supprimer du dossier, il est peut-être ouvert : {document}",
    "draft_stale": "Le brouillon {document} du {day} est périmé (factures réglées ou modifiées) :"
    " relancez relance run pour le remplacer.",
    "draft_stale.post": "Le brouillon {document} du {day} est périmé (factures réglées ou"
    " modifiées) : ne l'envoyez pas. S'il était déjà parti : relance record CLASSEUR sent {debtor}"
    " --gone",
    "draft_reversed": "Brouillon {document} contre-passé : ne l'envoyez pas.",
    "rows_gone": "Ligne {number} contre-passée, mais ce qu'elle avait écrit dans les"
    " autres feuilles n'y est plus tel quel : vérifiez-le et corrigez-le à la main.",
    "tracking_missing": "Recommandé {document} : donnez son numéro de suivi : relance record"
    " CLASSEUR sent {debtor} --tracking NUMERO",
    "tracking_missing.gone": "Recommandé {document} : donnez son numéro de suivi : relance record"
    " CLASSEUR sent {debtor} --gone --tracking NUMERO",
    "tracking_many": "Recommandé {document} : plusieurs recommandés attendent, donnez le client"
    " avec son numéro : relance record CLASSEUR sent {debtor} --tracking NUMERO.",
    "balance_has_items": "Le client {debtor} a déjà des factures détaillées : le solde du fichier"
    " ({amount}) n'est pas ajouté.",
    "unmatched_exact": "Règlement non affecté de {amount} : il correspond à la facture {numbers}."
    " Pour l'affecter, mettez ce numéro à sa ligne dans la feuille Règlements ; ne le notez pas"
    " une seconde fois.",
    "unmatched": "Règlement non affecté de {amount} : il sera déduit de toute demande dans cette"
    " devise.",
    "settlement_first": "De ces {amount} sans facture, {taken} sont comptés pour l'accord de"
    " règlement en cours, et non pour l'échéancier. C'était un versement de l'échéancier ?"
    " Contre-passez cette saisie, puis notez le règlement sur une facture de l'échéancier.",
    "overpaid_rest": "La facture {invoice} est soldée. Ce qui la dépasse, {amount}, est noté non"
    " affecté : il sera déduit de toute demande dans cette devise.",
    "overpaid_rest_exact": "La facture {invoice} est soldée. Ce qui la dépasse, {amount}, est noté"
    " non affecté : il sera déduit de toute demande dans cette devise. Il correspond à la facture"
    " {numbers} : pour l'affecter, mettez ce numéro à sa ligne dans la feuille Règlements.",
    "promise_high": "La promesse de {amount} est plus du double de ce qui est dû ({owed}).",
    "promise_above": "La promesse de {amount} dépasse ce qui est dû ({owed}), même avec les"
    " pénalités et indemnités ({total}).",
    "promise_but_disputed": "La promesse ne porte pas sur ce qui est en litige ou refusé"
    " ({numbers}). Si le client en a promis le règlement aussi, contre-passez cette saisie et"
    " nommez chaque facture : --invoice NUMÉRO.",
    "promise_far": "La promesse est pour le {by}, dans plus d'un an.",
    "paid_before_invoice": "La date de valeur ({day}) est avant la date de la facture {number}"
    " ({issued}).",
    "payment_found": "Règlement de {amount} du {day}, client {debtor}, noté sans"
    " facture : retrouvé dans l'export ({numbers}), il n'est plus déduit une seconde fois.",
    "payment_like_absent": "Règlement de {amount} du {day}, client {debtor}, noté sans"
    " facture : c'est le montant de ce qui n'est plus dans l'export et reste suspendu ({numbers})."
    " Si c'est ce qu'il règle, écrivez le numéro dans la feuille Règlements, ligne {line}, colonne"
    " N° facture (une ligne par facture) ; sinon ne changez rien : il reste déduit de toute"
    " demande.",
    "payment_doubt": "Règlement de {amount} du {day}, client {debtor}, noté sans"
    " facture : peut-être déjà compté dans l'export, qui change {numbers}. Cherchez-le dans le"
    " compte du client. S'il y est, écrivez le numéro de ce qu'il règle dans la feuille"
    " Règlements, ligne {line}, colonne N° facture (une ligne par facture) ; sinon ne changez"
    " rien : il reste déduit de toute demande.",
    "paid_behind": "Les règlements notés ({noted}) dépassent la colonne Payé ({paid}) pour la"
    " facture {number} : le plus élevé est retenu.",
    "debtor_not_listed": "Le client {debtor} n'est pas dans la feuille Clients.",
    "unexpected": "Erreur inattendue n° {number}. Le détail technique est dans {log}.",
    "interest_summary": "{days} jour(s) de retard au {until} ({regime})\n"
    "Pénalités de retard : {interest}\nIndemnité forfaitaire : {fee}\nTotal : {total}",
    "bad_argument.rate_of_law": "Aucun taux contractuel en régime {value} : un acheteur public ou"
    " un consommateur doit le taux de la loi. Retirez --rate.",
    "bad_argument.plan_insured": "Le client {value} est couvert par une assurance-crédit : un"
    " échéancier demande l'accord de l'assureur. Obtenu ? Ajoutez --insurer-agreed.",
    "nothing_to_record.plan": "Rien à étaler pour le client {debtor} : aucune facture à régler hors"
    " litige, suspension et retenue de garantie. Notez sur sa facture un litige dit au téléphone :"
    " il tient toutes celles de l'appel.",
    "interrupted": "Interrompu.",
    "only_unknown": "--only : « {kind_} » inconnu ; choix : {kinds}.",
    "dispute_reason": "Donnez le motif du litige avec --reason.",
    "new_done": "Classeur créé : {path}. Remplissez la feuille Paramètres, puis :"
    " relance import {typed} FICHIER",
    "import_done": "{file} : {rows} ligne(s) lue(s), {added} facture(s) ajoutée(s), {updated}"
    " mise(s) à jour, {unchanged} inchangée(s).",
    "import_done_aside": "{file} : {rows} ligne(s) lue(s), {added} facture(s) ajoutée(s), {updated}"
    " mise(s) à jour, {unchanged} inchangée(s), {aside} laissée(s) de côté.",
    "import_total": "Total ouvert {total}, total du fichier {file_total}, écart {difference}.",
    "import_total_unknown": "Total ouvert {total} ; le fichier ne donne pas de total.",
    "import_layout": "Compris : {kind}, {encoding}, titres ligne {header_row}.",
    "import_ledger": "Grand livre : débits {debit}, crédits {credit} ; {count} ligne(s) d'autres"
    " comptes que les clients, laissée(s) de côté.",
    "settled_left": "{count} facture(s) réglée(s) dans le fichier, non importée(s).",
    "columns_ignored": "{count} colonne(s) non lue(s) : {columns}.",
    "cells_filled": "Ajouté dans les cellules vides : {filled}.",
    "import_held": "{count} facture(s) absente(s) du fichier, suspendue(s) : {numbers}. Réglées ?"
    " Notez-les avec relance record, ou importez avec --partial un fichier incomplet.",
    "import_released": "{count} facture(s) revenue(s) dans le fichier, de nouveau à régler :"
    " {numbers}.",
    "import_takeover": "Premier import : confirmez les étapes déjà faites avec"
    " relance takeover {typed} --by-age.",
    "absent": "La facture {number} n'est plus dans le dernier export : réglée ?",
    "takeover_done": "Reprise confirmée pour {count} client(s).",
    "takeover_step": "Étape {step} tenue pour faite : {count} client(s).",
    "takeover_none": "Aucune étape faite : {count} client(s).",
    "takeover_more": "... et {count} autre(s). Toutes : relance takeover {typed} --json",
    "takeover_proposed": "{debtor} : étape {step} tenue pour faite le {day} ({items}).",
    "takeover_first": "{debtor} : {items}, aucune étape faite.",
    "takeover_kind": "La reprise propose moins pour {count} client(s) sans type (professionnel,"
    " particulier, public), et elle ne se confirme qu'une fois. Complétez d'abord la colonne Type"
    " de la feuille Clients, puis : relance takeover {typed}. Clients : {debtors}.",
    "takeover_reminder": "{count} particulier(s) belge(s) : la reprise ne tient compte d'aucune"
    " étape, car le premier rappel gratuit doit partir d'ici. Clients : {debtors}.",
    "takeover_kind_done": "La reprise a proposé moins pour {count} client(s) sans type"
    " (professionnel, particulier, public), et elle ne se refait pas. Complétez la colonne Type de"
    " la feuille Clients avant la prochaine relance. Clients : {debtors}.",
    "takeover_reminder_done": "{count} particulier(s) belge(s) : la reprise n'a tenu compte"
    " d'aucune étape, car le premier rappel gratuit doit partir d'ici. Clients : {debtors}.",
    "takeover_preview": "Proposition seulement. Confirmez avec : relance takeover {typed} --by-age",
    "upgrade_done": "Classeur mis à niveau. Copie de l'ancien : {copy}",
    "upgrade_added": "Ajouté : {parts}.",
    "upgrade_macros": "Macros remplacées : {names}.",
    "upgrade_options": "Facultatif, absent de ce classeur : {parts}. Ajoutez-le avec"
    " relance upgrade CLASSEUR.",
    "upgrade_none": "Le classeur est déjà au niveau de cette version.",
    "check_ok": "Journal cohérent : {count} ligne(s). Tables et colonnes complètes.",
    "template_kept": "{name} : gardé tel quel (déjà présent).",
    "template_written": "{name} : écrit.",
    "templates_ok": "{count} modèle(s) vérifié(s), rien à corriger.",
    "demo_done": "Classeur : {book}. Documents : {folder}.",
    "doctor_python": "Python {version}.",
    "doctor_xlwings": "xlwings {version}, la version attendue par les classeurs.",
    "doctor_xlwings_wrong": "xlwings {version} au lieu de {wanted} : réinstallez Relance.",
    "doctor_numpy": "numpy {version} : calculs en masse rapides.",
    "doctor_numpy_absent": "numpy absent : tout fonctionne, plus lentement sur de gros classeurs"
    " (pip install relance[fast]).",
    "doctor_pdf": "typst {version} : lettres en PDF.",
    "doctor_pdf_absent": "typst absent : tout fonctionne, sauf les lettres en PDF"
    " (pip install relance[pdf]).",
    "doctor_rates": "Taux connus jusqu'au {until} au moins.",
    "doctor_drafts": "{count} brouillon(s) à confirmer : relance record CLASSEUR sent",
    "doctor_call_sheets": "{count} fiche(s) d'appel sans compte rendu : relance record CLASSEUR"
    " call CLIENT",
    "doctor_void": "{count} brouillon(s) à ne plus envoyer : relance run CLASSEUR en range les"
    " fichiers.",
    "doctor_takeover": "Reprise à confirmer : relance takeover {typed} --by-age",
    "doctor_missing": "{part} manque dans {path}. Créez un classeur avec relance new et recopiez"
    " vos lignes, ou rétablissez le titre.",
    "doctor_macros": "Macros pour xlwings {version}, la version installée.",
    "doctor_macros_xlwings": "Les macros de {path} sont faites pour xlwings {wanted}, et xlwings"
    " {version} est installé : mettez le classeur à niveau avec relance upgrade {typed}",
    "doctor_macros_no_xlwings": "Le module xlwings manque dans les macros de {path} : remettez-le"
    " avec relance upgrade {typed}",
    "doctor_macros_no_ribbon": "L'onglet Relances manque dans {path} : remettez-le avec"
    " relance upgrade {typed}",
    "doctor_sheet_lost": "La feuille {part} manque dans {path} : remettez-la avec"
    " relance upgrade {typed}",
    "doctor_macros_foreign": "Macros qui ne sont pas de Relance : {names}. Avant une mise à niveau,"
    " il faudra les exporter et les supprimer du classeur.",
    "doctor_macros_changed": "Macros de Relance modifiées : {names}. Avant une mise à niveau, il"
    " faudra les exporter et les supprimer du classeur.",
    "doctor_finding": "{text}",
    "doctor_more": "... et {count} autre(s) anomalie(s) de même nature.",
}
