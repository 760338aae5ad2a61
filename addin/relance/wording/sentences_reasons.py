"""French sentences of the reasons: why a step is due, and what holds a reminder back."""

REASONS: dict[str, str] = {
    "first_step": (
        "La facture {number}, échue le {due}, a {days} jour(s) de retard et n'a pas encore été"
        " relancée : étape {step}."
    ),
    "prevention": "La facture {number} vient à échéance le {due} : rappel courtois.",
    "by_delay": (
        "Facture {number} : {offset} jour(s) après l'étape {last_step} du {last_date}, l'étape"
        " {step} est venue le {day}."
    ),
    "by_delay.no_last_date": (
        "Facture {number} : après l'étape {last_step}, de date inconnue, l'étape {step} est venue"
        " le {day}."
    ),
    "after_presentation": (
        "Facture {number} : recommandé présenté le {since}, + {granted} jour(s) + {bank_days}"
        " jour(s) ouvré(s) : étape {step} venue le {day}."
    ),
    "after_posting": (
        "Facture {number} : présentation du recommandé non enregistrée ; envoi le {since},"
        " + {granted} jour(s) + {bank_days} jour(s) ouvré(s) : étape {step} venue le {day}."
    ),
    "after_free_reminder": (
        "Facture {number} : premier rappel gratuit envoyé le {since}, délai de {granted} jour(s)"
        " passé : étape {step} venue le {day}."
    ),
    "by_age": (
        "Facture {number}, échue le {due} : son ancienneté ({days} jour(s)) atteint la phase de"
        " l'étape {step} le {day}."
    ),
    "finished": "Toutes les étapes du scénario ont été faites.",
    "call_unconfirmed": "L'appel du {day} (étape {step}) doit être confirmé par écrit.",
    "call_unconfirmed.no_step": "L'appel du {day} doit être confirmé par écrit.",
    "draft_waiting": "{the_document} du {day} attend ({document}) : confirmez l'envoi, ou annulez"
    " la saisie.",
    "draft_waiting.call": "{the_document} du {day} attend ({document}) : notez l'appel, ou annulez"
    " la saisie.",
    "draft_waiting.tried": "{the_document} du {day} sert encore ({document}) : l'appel du {tried}"
    " n'a pas abouti. Rappelez, puis notez l'appel, ou annulez la saisie.",
    "draft_without": "N'y est pas demandé : {numbers}, à relancer ensuite.",
    "draft_void": "{the_document} du {day} ({document}) n'est plus {to_do} : facture réglée,"
    " modifiée ou suspendue.",
    "draft_void.too_old": "{the_document} du {day} ({document}) n'est plus {to_do} : les délais"
    " accordés seraient écourtés. relance run --redo en écrit un nouveau.",
    "no_email": "Aucune adresse e-mail valable pour {debtor} : lettre à la place.",
    "email_returned": "L'e-mail à {debtor} est revenu le {day} : lettre à la place. Corrigez son"
    " adresse dans la feuille Clients.",
    "to_payer": "Message adressé au payeur {payer}.",
    "notice_not_to_payer": "Recommandé adressé au client lui-même, pas au payeur {payer} :"
    " il ne vaut que pour celui qui le reçoit.",
    "no_phone": "Aucun numéro de téléphone pour {debtor} : à chercher avant l'appel.",
    "no_address": "L'adresse postale de {debtor} est incomplète : complétez la feuille Clients.",
    "disputed": "Facture {number} en litige.",
    "overpaid_rest.note": "La note de pénalités {invoice} est réglée. Ce qui la dépasse, {amount},"
    " est noté non affecté : il sera déduit de toute demande dans cette devise.",
    "stray_row": "Facture {number} : la ligne {row} de la feuille {sheet} (« {value} ») la vise"
    " peut-être. Corrigez cette ligne ; rien n'est relancé d'ici là.",
    "stray_payment": "Facture {number} : la ligne {row} de la feuille {sheet} (« {value} ») l'a"
    " peut-être réglée. Corrigez cette ligne ; rien n'est demandé d'ici là.",
    "unread_row": "Facture {number} : la ligne {row} de la feuille {sheet}, à corriger, la vise"
    " peut-être. Complétez cette ligne ; rien n'est relancé d'ici là.",
    "unread_payment": "Facture {number} : la ligne {row} de la feuille {sheet}, à corriger, l'a"
    " peut-être réglée. Complétez cette ligne ; rien n'est demandé d'ici là.",
    "on_hold": "Facture {number} suspendue.",
    "on_hold.absent": "Facture {number} suspendue par un import : l'export ne l'a plus, la dit"
    " payée ou la donne dans une autre devise. Notez son règlement, corrigez-la ou levez la"
    " suspension.",
    "unstated": "Hors du relevé de compte, car plus dans l'export : {numbers}. Encore dû ? Levez la"
    " suspension, puis refaites le relevé.",
    "not_on_hold": "Facture {number} : elle n'est pas suspendue.",
    "held_by_row": "Facture {number} : elle reste suspendue tant que sa ligne {row} de Factures est"
    " à corriger ({columns}).",
    "refused": "Facture {number} rejetée : à corriger avant toute relance.",
    "assigned": "Facture {number} cédée : le paiement revient au cessionnaire.",
    "doubtful": "Facture {number} douteuse : pas de relance courante.",
    "closed": "Facture {number} soldée.",
    "not_owed": "{number} vient en déduction de ce que doit le client : rien à demander dessus.",
    "planned": "Facture {number} comprise dans un échéancier respecté.",
    "planned.untold": "Facture {number} comprise dans l'échéancier du {agreed_on}, compte tenu de"
    " {amount} de la feuille Règlements : reportez-les en « Réglé » de la feuille Échéanciers s'ils"
    " n'y sont pas, ou annulez ses lignes s'il n'est pas tenu.",
    "insolvent": "Facture {number} : procédure collective.",
    "handed_over": "Facture {number} transmise au contentieux.",
    "promised": "Promesse de règlement en cours pour le {by} (facture {number}).",
    "settlement": "Accord de règlement jusqu'au {by} ({numbers}) : {paid} reçus sur les {amount}"
    " convenus, rien n'est demandé d'ici là.",
    "settlement_kept": "Accord de règlement tenu, {paid} reçus à temps (terme : {by} ; {numbers}) :"
    " le reste n'est plus demandé, à passer en avoir ou en geste commercial.",
    "settlement_unsure": "Accord de règlement jusqu'au {by} ({numbers}) : les {amount} semblent"
    " payés, à une date inconnue. À vérifier ; rien n'est demandé d'ici là.",
    "retention": "Retenue de garantie {number} : jamais demandée avant sa libération.",
    "no_due": "Facture {number} sans échéance.",
    "extended": "Échéance de la facture {number} reportée au {until}.",
    "held": "Dossier suivi personnellement : aucune relance automatique.",
    "procedure": "Créance {number} née avant l'ouverture de la procédure ({kind}, {opened_on}) :"
    " à déclarer, pas à relancer.",
    "procedure.no_opened_on": "Créance {number} : procédure en cours ({kind}), sans date"
    " d'ouverture ; saisissez-la, rien n'est relancé d'ici là.",
    "by_debit": "Facture {number} réglée par {method} : pas de relance avant le {until}.",
    "bank_data": "Les relevés bancaires s'arrêtent au {until}, avant l'échéance de la facture"
    " {number} : attendre le {free} ou saisir les relevés.",
    "bank_data_unknown": "Date des derniers relevés bancaires non renseignée : la facture {number}"
    " attend le {free}.",
    "kind_missing": "Type du client à préciser (professionnel, particulier, public) : ni"
    " pénalités, ni relance pressante, ni mise en demeure d'ici là.",
    "undescribed": "Facture {number} : saisissez ce qui a été vendu (colonne Objet de la feuille"
    " Factures). Le premier rappel d'un consommateur belge doit le décrire ; il attend, et rien"
    " d'autre ne part d'ici là.",
    "due_estimated": "L'échéance de la facture {number} est estimée : à confirmer avant une mise en"
    " demeure ou des pénalités.",
    "down_payment": "Acompte {number} : relance possible, mais ni mise en demeure ni pénalités.",
    "reminders_only": "Acheteur public, sous droit belge : rappels seulement.",
    "policy_unlawful": "Le scénario {policy} n'est pas permis pour ce particulier : la loi veut un"
    " premier rappel écrit et gratuit en Belgique, et ailleurs ni intérêts ni frais annoncés avant"
    " la mise en demeure. Corrigez-le, ou changez le scénario du client.",
    "procedure_unverified": "Procédures collectives non vérifiées depuis {days} jour(s) (dernière"
    " vérification : {verified_on}) : consultez le BODACC ou RegSol, puis saisissez la date dans"
    " « Procédures vérifiées le ».",
    "procedure_unverified.no_verified_on": "Procédures collectives jamais vérifiées : consultez le"
    " BODACC ou RegSol, puis saisissez la date dans « Procédures vérifiées le ».",
    "do_not_contact": "Le client {debtor} est marqué « ne pas contacter ».",
    "not_worked": "Le {day} n'est pas un jour ouvré : report au {free}.",
    "covered_by_credits": "Les avoirs et règlements non affectés couvrent la demande ({credits}).",
    "covered_by_credits.net": "Rien à demander : les avoirs et règlements non affectés ({credits})"
    " couvrent ce qui le serait. Compte : {owed} de factures, solde {open}.",
    "below_tolerance": "Total trop faible pour un contact ({total}).",
    "below_minimum": "Total sous le minimum ({total}) : parcours court, puis un rappel par an.",
    "debit_announced": "La facture {number} sera prélevée ou encaissée le {due} : l'annoncer, sans"
    " rien demander.",
    "debit_ahead": "Facture {number}, {method} du {due} : rien à demander avant le {until}. Le"
    " scénario n'annonce pas les prélèvements ; pour l'annoncer, bouton E-mail du classeur.",
    "prevention_small": "Total trop faible pour un rappel avant l'échéance ({total}).",
    "prevention_known": "Client connu et sans difficulté : pas de rappel avant l'échéance.",
    "indicative": "Le régime {regime} est indicatif : validez-le dans Paramètres avant d'écrire.",
    "mandate_missing": "Envoi pour le compte d'un tiers : saisissez la référence et la date du"
    " mandat dans Paramètres avant d'écrire à {debtor}.",
    "sender_address_missing": "Envoi par un tiers : son adresse doit figurer sur la lettre (article"
    " R124-4 du code des procédures civiles d'exécution). Saisissez-la dans Paramètres avant"
    " d'écrire à {debtor}.",
    "registration_missing": "Consommateur belge {debtor} : la loi veut le numéro d'entreprise du"
    " créancier (livre XIX). Saisissez-le dans Paramètres avant de lui écrire.",
    "collector_unregistered": "Consommateur belge {debtor} : seul le créancier, ou un recouvreur"
    " inscrit, peut lui écrire.",
    "interval": "Dernier contact le {last} : {interval} jour(s) entre deux messages, soit le"
    " {free}.",
    "call_today": "Un appel a déjà eu lieu le {day} : un seul par jour.",
    "weekly_budget": "Déjà {attempts} contact(s) en sept jours : reprise le {free}.",
    "said_dispute": "Facture {number} : litige annoncé à l'appel du {day}, à noter par"
    " relance record CLASSEUR dispute {debtor} --invoice {number} --reason MOTIF.",
    "said_promise": "Facture {number} : règlement promis à l'appel du {day}, à noter par"
    " relance record CLASSEUR promise {debtor} --amount MONTANT --by JOUR.",
    "said_payment": "Facture {number} : règlement annoncé à l'appel du {day}, attendu jusqu'au"
    " {free}.",
    "takeover": "Reprise d'antériorité à confirmer (relance takeover CLASSEUR --by-age) ;"
    " prochaine étape ensuite : {step}.",
    "needs_person": "L'étape {step} est décidée par une personne : rien n'est écrit.",
    "already_written": "{a_document} du {day} attend ({document}). Confirmez l'envoi :"
    " relance record CLASSEUR sent {debtor} ; ou contre-passez sa ligne du journal.",
    "already_written.call": "{a_document} du {day} attend ({document}). Notez l'appel :"
    " relance record CLASSEUR call {debtor} ; ou contre-passez sa ligne du journal.",
    "already_written.tried": "{a_document} du {day} sert encore ({document}) : l'appel du {tried}"
    " n'a pas abouti. Rappelez, puis notez-le : relance record CLASSEUR call {debtor} ; ou"
    " contre-passez la ligne de la fiche.",
    "already_written.lost": "{a_document} du {day} attend, mais le fichier n'est plus dans le"
    " dossier ({document}). Parti : relance record CLASSEUR sent {debtor} ; sinon contre-passez sa"
    " ligne du journal.",
    "not_confirmed": "{a_document} du {day} attend une confirmation ({document}). Parti :"
    " relance record CLASSEUR sent {debtor} ; sinon refaites ce document : relance run CLASSEUR"
    " --redo.",
    "not_confirmed.withdrawn": "{a_document} du {day} n'est plus à envoyer ({document}). Déjà"
    " parti ? relance record CLASSEUR sent {debtor} --gone ; sinon refaites ce document : relance"
    " run CLASSEUR --redo.",
    "not_reached": "Non écrit : le travail s'est arrêté avant.",
    "not_selected": "Écarté par les options choisies.",
    "no_regime": "Aucun régime ne s'applique : principal seul.",
    "bank_stale": "Relevés bancaires saisis jusqu'au {until} seulement : vérifiez avant d'envoyer.",
    "not_late": "La facture {number}, échéance {due}, n'est pas encore en retard.",
    "delay_runs": "Facture {number} : le délai accordé par notre dernier courrier court jusqu'au"
    " {until}.",
    "email_missing": "Aucune adresse e-mail valable pour {debtor} : complétez la feuille Clients ou"
    " choisissez Lettre.",
    "first_reminder_missing": "Facture {number} : un consommateur belge reçoit d'abord le premier"
    " rappel gratuit, par e-mail ou par lettre.",
    "no_such_step": "Le scénario du client n'a pas d'étape de ce genre ({kind_}).",
    "no_penalties": "Aucune pénalité à noter pour ce client : rien n'a été réglé en retard à une"
    " date notée, la loi ne les permet pas encore, ou ses factures attendent (promesse, échéancier,"
    " litige, suspension).",
    "note_surplus": "Le compte est créditeur de {credits} : dites d'abord à quoi cette somme se"
    " rapporte (feuille Règlements, ou votre comptabilité), elle couvre peut-être les pénalités.",
    "interest_first": "Imputé d'abord sur les intérêts, et dû en plus du solde : {amount}.",
    "note_left": "Reste à régler à part : la note de pénalités n° {note} du {day} ({amount}).",
    "note_included": "Comprend ce que demandait la note de pénalités n° {note} du {day} : ces"
    " sommes ne s'y ajoutent pas.",
    "edited_by_hand": "{document} a été modifié à la main : il reste tel quel. Pour en avoir un"
    " nouveau, déplacez-le ou renommez-le.",
    "edited_by_hand.pdf": "{document} a été modifié à la main : il reste tel quel, et le PDF à côté"
    " ne dit pas la même chose. Pour en avoir un nouveau, déplacez-le ou renommez-le.",
    "statement_unchanged": "Rien n'a changé depuis le relevé du {day} ({document}) : un par mois"
    " suffit. Nommez le client pour en écrire un autre.",
    "nothing_to_thank": "Rien à remercier : ce que demandait la dernière relance n'est pas"
    " entièrement réglé, ou le client a déjà été remercié.",
    "thanks_unmatched": "Pas encore de remerciement : des avoirs ou des règlements sans facture"
    " couvrent ce qui est en retard, mais rien ne dit quelles factures ils règlent. Affectez-les"
    " d'abord (feuille Règlements, ou votre comptabilité).",
    "plan_missed": "L'échéancier du {agreed_on} n'est pas tenu : aucune lettre ne le confirme plus."
    " Si vous en accordez un nouveau, notez-le d'abord.",
    "no_plan": "Aucun échéancier en cours : notez-le d'abord.",
    "nothing_open": "Rien n'est dû par ce client.",
    "nothing_late": "Aucune facture du client {debtor} n'est en retard (prochaine échéance {due}) :"
    " un accord de règlement porte sur ce qui est échu et impayé.",
    "nothing_late.no_due": "Aucune facture du client {debtor} n'est en retard : un accord de"
    " règlement porte sur ce qui est échu et impayé.",
    "by_hand": "Choisi à la main : étape {step}.",
    "balance_only": "Solde sans détail par facture : fiche d'appel seulement.",
    "balance_again": "Solde sans détail par facture, dernier appel le {last_date} : à rappeler"
    " depuis le {day}.",
}
