"""French sentences of the dialogs of a spreadsheet: questions, counts, summaries.

`IN_A_SPREADSHEET` words anew, for someone who has buttons, what `sentences` says to someone who
has the command line.
"""

CLICKS: dict[str, str] = {
    # what is told
    "at_work": "Un autre clic est encore au travail : attendez son résumé, puis recommencez.",
    "click_more": "... et {count} autre(s) ligne(s).",
    "click_more_debtors": "... et {count} autre(s) client(s).",
    "click_findings": "{count} ligne(s) à corriger : voyez la colonne Anomalie et « Contrôler les"
    " données ».",
    "click_dated": "{title} au {day}",
    "click_other_day": "La situation est arrêtée au {stamped} ; les documents sont datés"
    " d'aujourd'hui, {day}.",
    "click_unread": "{count} ligne(s) illisible(s), laissée(s) de côté (Factures : {rows}) : voyez"
    " la colonne Anomalie.",
    "click_not_reached": "Arrêté : {count} client(s) non traité(s). Un nouveau clic reprend où il"
    " s'est arrêté.",
    "click_next": "Documents dans {folder}. Relisez, envoyez, puis cliquez sur « Confirmer"
    " l'envoi ».",
    "click_next_beside": "Documents dans {folder}. Relisez, puis envoyez : ils ne font pas avancer"
    " les relances, il n'y a rien à confirmer.",
    "click_next_slip": "Bordereau dans {folder}. Après le dépôt, cliquez sur « Confirmer l'envoi »"
    " et donnez les numéros de suivi.",
    "click_next_call": "Fiches dans {folder}. Appelez, puis cliquez sur « Compte rendu d'appel ».",
    "click_preview_next": "Essai : rien n'est écrit. Suite : « Préparer les relances ».",
    "click_stamped": "Situation arrêtée au {day} : {count} client(s) à relancer. Voyez « File du"
    " jour ».",
    "click_debtors": "{count} client(s)",
    "click_taken_over": "Reprise d'antériorité confirmée.",
    "click_takeover_types": "Reste à faire : {count} client(s) sans type (professionnel,"
    " particulier, public) dans la feuille Clients ({debtors}). Complétez la colonne Type, puis"
    " « Préparer les relances » propose la reprise d'antériorité, qui ne se fait qu'une fois.",
    "click_takeover_waits": "Reprise d'antériorité non confirmée : « Préparer les relances » la"
    " proposera de nouveau.",
    "click_imported_next": "Suite : « File du jour ».",
    "click_next_promise": "Suite : notez-la avec « Promesse de règlement ».",
    "click_next_dispute": "Suite : ouvrez-le avec « Litige ».",
    "click_upgrade": "Enregistrez et fermez ce classeur, puis lancez dans une invite de commandes :"
    ' relance upgrade "{path}"',
    "click_upgrade_macros": "Si vous venez de mettre Relance à jour, ses macros se remplacent"
    " aussi : enregistrez et fermez le classeur, puis lancez dans une invite de commandes :"
    ' relance upgrade "{path}"',
    "click_no_guide": "Le guide n'est pas installé avec Relance : il est dans le dossier docs/guide"
    " du projet.",
    "drafts_waiting": "{count} brouillon(s) à confirmer",
    "confirmed": "{count} confirmé(s)",
    "notes_waiting": "dont {count} note(s) de pénalités",
    "confirmed_stale": "{count} périmé(s)",
    "confirmed_registered": "{count} recommandé(s) à saisir",
    "confirmed_not_gone": "{count} non parti(s)",
    "confirmed_held": "{count} suspendu(s) depuis, non confirmé(s)",
    "pdf_not_reached": "Arrêté : {count} lettre(s) sans PDF. Un nouveau clic les reprend toutes.",
    "pdf_next": "PDF dans {folder}. Imprimez, postez, puis « Confirmer l'envoi ».",
    "nothing_to_record.pdf_selected": "Aucune lettre n'attend pour la sélection. « Lettre » ou"
    " « Mise en demeure » en écrit une.",
    # what is asked
    "ask_pdf": "Faire {count} PDF ? Rien n'est envoyé.",
    "ask_write": "Écrire {count} document(s) ? Rien n'est envoyé.",
    "click_replaces": " ; remplace le brouillon du {day} ({document})",
    "click_dropped": "{debtor} : le brouillon remplacé demandait aussi {numbers}, ce document non.",
    "ask_redo": "{count} brouillon(s) non confirmé(s), du {days} : {debtors}. Ce qui est parti se"
    " confirme d'abord : « Confirmer l'envoi ». Refaire quand même ?",
    "ask_redo_no": "Non : rien n'est écrit",
    "ask_redo_yes": "Oui : refaire ces documents",
    "ask_folder": "Dossier où écrire les documents (retenu dans la feuille Paramètres) :",
    "ask_reason": "Ce choix saute des étapes du scénario ({steps}) ou vient avant leur jour. Motif,"
    " consigné au journal :",
    "ask_reason_early": "Ce choix vient avant le jour prévu par le scénario. Motif, consigné au"
    " journal :",
    "ask_stamp": "Arrêter la situation au (jj/mm/aaaa) :",
    "ask_today": "La situation est arrêtée au {day}. L'actualiser au {today} ?",
    "ask_takeover": "Premier import : Relance propose de tenir ces étapes pour déjà faites, d'après"
    " l'export ou l'ancienneté.\n{lines}\nConfirmer cette reprise ? Elle ne se fait qu'une fois.",
    "ask_takeover_first": "aucune étape faite : {count} client(s)",
    "ask_import": "Importer ?",
    "import_seen": "{file} : {rows} ligne(s), {items} facture(s), {payments} règlement(s),"
    " {findings} anomalie(s).",
    "ask_whole": "Ces fichiers contiennent-ils tous les postes ouverts ?",
    "ask_whole_yes": "Oui : les {count} factures qui n'y sont plus seront suspendues",
    "ask_whole_yes.one": "Oui : la facture qui n'y est plus sera suspendue",
    "ask_whole_yes.none": "Oui : aucune facture ouverte n'y manque",
    "ask_whole_no": "Non : extrait, rien d'absent n'est suspendu",
    "pick_exports": "Exports de postes ouverts à importer",
    "ask_scope": "Confirmer l'envoi :",
    "ask_scope_all": "de tous les brouillons ({count})",
    "ask_scope_selected": "de ceux de la sélection ({count})",
    "ask_scope_others": "Aucun brouillon n'attend pour la sélection. Confirmer l'envoi des autres"
    " ({count}) ?",
    "ask_scope_others_no": "Non : rien n'est confirmé",
    "ask_scope_others_yes": "Oui : confirmer les autres ({count})",
    "ask_sent_day": "{counts}. Envoyés le (jj/mm/aaaa) :",
    "ask_tracking": "N° de suivi du recommandé pour {debtor}, {document}. Vide : le laisser de"
    " côté.",
    "ask_gone": "Brouillon {document} ({debtor}) : depuis, un règlement, un litige ou un autre"
    " motif l'a retiré ou suspendu. Était-il déjà parti ?",
    "ask_gone_old": "{count} brouillon(s) parti(s) à la date du document ? Un envoi le {sent} en"
    " écourterait les délais.",
    "ask_outcome": "Appel à {debtor}. Résultat :",
    "ask_note": "Note (facultative) : des faits seulement, le client peut la lire.",
    "ask_promised": "Promesse de {debtor} sur {count} facture(s) ({numbers}). Montant promis en"
    " {currency} :",
    "ask_promised_by": "Pour le (jj/mm/aaaa) :",
    "ask_paid_invoice": "Règlement de {debtor}. N° de la facture réglée (vide : non affecté) :",
    "ask_paid": "Montant reçu en {currency} :",
    "ask_currency": "Ces factures sont en plusieurs devises. Laquelle ?",
    "ask_again": "Déjà noté le {day} (ligne n° {line}) : noter encore ?",
    "ask_again_row": "La feuille Règlements a déjà, ligne {line}, un règlement de ce montant et de"
    " cette date de valeur : noter encore ?",
    "ask_doubt": "{text} Noter quand même ?",
    "ask_value_date": "Crédité le (jj/mm/aaaa) :",
    "ask_disputed": "Litige de {debtor}. N° de la facture contestée :",
    "ask_dispute_reason": "Motif du litige :",
    "ask_resolve": "Un litige est ouvert sur la facture {invoice} depuis le {since} ({motive})."
    " Est-il résolu ?",
    "ask_resolve.no_motive": "Un litige est ouvert sur la facture {invoice} depuis le {since}."
    " Est-il résolu ?",
    "ask_resolve.no_since": "Un litige est ouvert sur la facture {invoice}. Est-il résolu ?",
    "ask_hold": "À suspendre : {counts}. Motif, consigné au journal :",
    "ask_release": "Suspension à lever : {counts}. Motif (facultatif) :",
    "ask_release_and_end": "Suspension à lever : {counts}. Un accord de règlement porte sur ces"
    " factures : il prend fin aussi, et le tout redevient dû. Motif, consigné au journal :",
    "ask_end_settlement": "Accord de règlement à lever : {counts}. Le tout redevient dû. Motif,"
    " consigné au journal :",
    "ask_lines": "N° des lignes du journal à contre-passer (12, ou 12-15 pour une suite) :",
    "ask_reverse": "Motif de l'annulation (facultatif) :",
}

IN_A_SPREADSHEET: dict[str, str] = {
    "draft_old": "Le brouillon {document} du {day} n'est pas confirmé au {sent} : les délais qu'il"
    " accorde seraient écourtés. « Préparer les relances » propose de le refaire.",
    "draft_void.too_old": "{the_document} du {day} ({document}) n'est plus {to_do} : les délais"
    " accordés seraient écourtés. « Préparer les relances » propose de le refaire.",
    "letter_too_old": "{document} : écrite il y a trop longtemps, les délais qu'elle accorde ne"
    " tiennent plus. Pas de PDF. « Préparer les relances » propose de la refaire.",
    "draft_old.note": "La note {document} du {day} n'est pas confirmée au {sent} : le délai qu'elle"
    " accorde serait écourté. « Note de pénalités » la remplace.",
    "said_dispute": "Facture {number} : litige annoncé à l'appel du {day}, à noter par le bouton"
    " Litige.",
    "said_promise": "Facture {number} : règlement promis à l'appel du {day}, à noter par le bouton"
    " Promesse de règlement.",
    "bad_argument.promise_settled": "La facture {value} est dans l'accord de règlement du"
    " {agreed_on}, en cours ou tenu : rien d'autre ne peut en être promis. Pour une promesse à sa"
    " place, mettez-y d'abord fin : sélectionnez cette facture, puis « Lever la suspension ».",
    "bad_argument.promise_in_dispute": "Tout ce qui peut être promis est en litige ou refusé"
    " ({value}) : une promesse n'y met fin que pour la facture choisie. Si le client en a"
    " promis le règlement, sélectionnez sa ligne dans Factures, puis « Promesse de règlement ».",
    "promise_but_disputed": "La promesse ne porte pas sur ce qui est en litige ou refusé"
    " ({numbers}). Si le client en a promis le règlement aussi, contre-passez cette saisie, puis"
    " sélectionnez chaque facture et « Promesse de règlement ».",
    "bad_argument.plan_settled": "Un accord de règlement du {agreed_on} court sur {numbers}"
    " ({amount} jusqu'au {by}). Pour un échéancier, mettez-y d'abord fin : sélectionnez ces"
    " factures, puis « Lever la suspension ».",
    "settlement_to_check": "{name} : les {amount} de l'accord de règlement semblent payés, à une"
    " date inconnue. Payés le {by} au plus tard ? Passez le reste ({open} : {numbers}) en avoir ou"
    " en geste commercial. Payés après ? Sélectionnez ces factures, puis « Lever la suspension ».",
    "draft_held": "Le brouillon {document} du {day} n'est pas confirmé : depuis, un litige, une"
    " promesse ou un autre motif suspend ses factures. Ne l'envoyez pas ; s'il était déjà parti,"
    " sélectionnez son client, puis « Confirmer l'envoi ».",
    "draft_stale": "Le brouillon {document} du {day} est périmé (factures réglées ou modifiées) :"
    " « Préparer les relances » le remplace.",
    "draft_stale.post": "Le brouillon {document} du {day} est périmé (factures réglées ou"
    " modifiées) : ne l'envoyez pas. S'il était déjà parti, sélectionnez son client, puis"
    " « Confirmer l'envoi ».",
    "tracking_missing": "Recommandé {document} : son numéro de suivi reste à saisir.",
    "tracking_missing.gone": "Recommandé {document} : son numéro de suivi reste à saisir.",
    "tracking_many": "Recommandé {document} : ce numéro est déjà celui d'un autre recommandé.",
    "unmatched_exact": "Règlement non affecté de {amount} : il correspond à la facture"
    " {numbers}. Annulez la saisie et donnez ce numéro pour l'affecter.",
    "import_held": "{count} facture(s) absente(s) du fichier, suspendue(s) : {numbers}. Réglées ?"
    " Notez-les avec « Règlement reçu ». Le fichier était un extrait ? « Lever la suspension ».",
    "import_takeover": "Premier import : « Préparer les relances » propose de confirmer les étapes"
    " déjà faites.",
    "doctor_drafts": "{count} brouillon(s) à confirmer : « Confirmer l'envoi ».",
    "doctor_call_sheets": "{count} fiche(s) d'appel sans compte rendu : « Compte rendu d'appel ».",
    "doctor_void": "{count} brouillon(s) à ne plus envoyer : « Préparer les relances » en range"
    " les fichiers.",
    "next_confirm": "Suite : « Confirmer l'envoi » ({count} brouillon(s)).",
    "next_call": "Suite : « Compte rendu d'appel » ({count} fiche(s)).",
    "next_import": "Suite : « Importer ».",
    "statement_left_out": "Relevé de compte non joint à l'e-mail : il ne peut pas être établi tel"
    " qu'il dise la même chose. « Relevé de compte » dit pourquoi.",
    "already_written": "{a_document} du {day} attend : « Confirmer l'envoi », sinon « Annuler la"
    " saisie » ({document}).",
    "already_written.call": "{a_document} du {day} attend : « Compte rendu d'appel », sinon"
    " « Annuler la saisie » ({document}).",
    "already_written.tried": "{a_document} du {day} sert encore ({document}) : l'appel du {tried}"
    " n'a pas abouti. Rappelez, puis « Compte rendu d'appel » ; sinon « Annuler la saisie ».",
    "already_written.lost": "{a_document} du {day} attend, mais le fichier n'est plus dans le"
    " dossier. Parti ? « Confirmer l'envoi ». Sinon : « Annuler la saisie » ({document}).",
    "not_confirmed": "{a_document} du {day} n'a pas de confirmation. Parti ? « Confirmer l'envoi »."
    " Sinon « Préparer les relances » propose de refaire ce document ({document}).",
    "not_confirmed.withdrawn": "{a_document} du {day} n'est plus à envoyer ({document}). Déjà"
    " parti ? Sélectionnez ce client, puis « Confirmer l'envoi ». Sinon « Préparer les relances »"
    " propose de refaire ce document.",
    "draft_perhaps_gone": "Déjà parti ? Sélectionnez ce client, puis « Confirmer l'envoi ».",
    "doctor_takeover": "Reprise à confirmer : « Préparer les relances » la propose.",
    "takeover": "Reprise d'antériorité à confirmer ; prochaine étape ensuite : {step}.",
    "takeover_needed": "Reprise d'antériorité à confirmer avant la première relance : rien n'a été"
    " écrit. « Préparer les relances » la propose.",
    "takeover_kind": "{count} client(s) sans type (professionnel, particulier, public) : la reprise"
    " peut proposer moins pour eux. Complétez d'abord la colonne Type de la feuille Clients."
    " Clients : {debtors}.",
    "nothing_to_record.matched": "Le règlement de la ligne n° {of} a été rapproché d'un export à"
    " la ligne n° {line} : contre-passez les deux ensemble ({numbers}).",
    "template_fault.unknown_name": "Aucun document ne se sert d'un modèle nommé {file} : retirez-le"
    " du dossier des modèles, ou donnez-lui le nom de celui qu'il remplace.",
    "output_folder.permission": "Vous n'avez pas le droit d'écrire {path}. Donnez un autre dossier"
    " de sortie dans la feuille Paramètres.",
    "output_folder.no_folder": "Donnez le dossier où écrire les documents.",
    "output_folder.missing": "{path} ne peut pas être créé : le dossier qui devrait le contenir"
    " manque ou le refuse. Donnez-en un autre dans la feuille Paramètres.",
    "day_before_journal": "Le {day} est avant le dernier jour du journal ({last}) : donnez ce"
    " jour-là ou un jour suivant.",
    "day_before_journal.line": "Le {day} est avant le dernier jour du journal ({last}, ligne n°"
    " {lines}). Si c'est le jour de cette ligne qui est faux : « Annuler la saisie ».",
    "day_before_journal.lines": "Le {day} est avant le dernier jour du journal ({last}, lignes"
    " {lines}). Si c'est leur jour qui est faux : « Annuler la saisie », toutes ensemble.",
    "nothing_to_record.pdf": "Aucune lettre n'attend : rien à mettre en PDF. « Préparer les"
    " relances » écrit celles du jour, « Lettre » celles de la sélection.",
    "nothing_to_record.sent": "Aucun brouillon n'attend d'être confirmé.",
    "upgrade_none": "Feuilles, colonnes et paramètres : le classeur est au niveau de cette version"
    " de Relance.",
    "other_book": "Rien n'est écrit : le dossier {folder} tient le journal de {other}, qui existe"
    " toujours, et ce classeur en est une copie. Pour y travailler à part, donnez-lui un autre"
    " dossier de sortie dans la feuille Paramètres.",
    "other_book.unknown": "Rien n'est écrit : le dossier {folder} tient le journal de {other}, que"
    " l'on ne peut pas joindre d'ici (lecteur débranché, réseau coupé, dossier renommé ?), et ce"
    " classeur en est peut-être une copie. Rendez l'autre accessible, ou donnez un autre dossier de"
    " sortie à celui-ci dans la feuille Paramètres.",
    "other_book.behind": "Rien n'est écrit : le dossier {folder} tient le journal de {other}, qui"
    " n'y est plus, et ce classeur n'a pas les dernières lignes de ce journal : c'est peut-être une"
    " ancienne copie. Travaillez dans le bon classeur. Si celui-ci le remplace, ces lignes y seront"
    " remises.",
    "other_book.restored": "Rien n'est écrit : ce classeur n'a pas encore servi, et le dossier"
    " {folder} tient le journal d'un autre, qui était à la même place : c'est peut-être une copie"
    " d'avant la première relance. Remettez alors une copie plus récente. Si c'est un nouveau"
    " classeur, donnez-lui un autre dossier de sortie dans la feuille Paramètres.",
}
