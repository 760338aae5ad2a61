"""French sentences of the policies (scénarios) that are refused, with the line at fault."""

POLICIES: dict[str, str] = {
    "bad_policy": "Scénario refusé ({where}) : {reason} « {value} ».",
    "bad_policy.not_toml": "Scénario refusé ({where}) : le fichier n'est pas du TOML ({value}).",
    "bad_policy.not_found": "Le fichier de scénario {where} ne peut pas être lu ({value}).",
    "bad_policy.missing": "Scénario refusé ({where}) : « {value} » manque.",
    "bad_policy.wrong_type": "Scénario refusé ({where}) : « {value} » n'a pas le bon type.",
    "bad_policy.unknown_key": "Scénario refusé ({where}) : « {value} » n'est pas reconnu.",
    "bad_policy.unknown_policy": (
        "Scénario inconnu : « {value} ». Scénarios livrés : fr-b2b, fr-b2c, fr-pub, be-b2b, be-b2c."
    ),
    "bad_policy.no_steps": "Scénario refusé ({where}) : il n'a aucune étape.",
    "bad_policy.blank_code": (
        "Scénario refusé ({where}) : code d'étape vide ou avec un séparateur."
    ),
    "bad_policy.duplicate_step": (
        "Scénario refusé ({where}) : l'étape « {value} » y est deux fois."
    ),
    "bad_policy.phase_goes_back": (
        "Scénario refusé ({where}) : la phase {value} revient en arrière."
    ),
    "bad_policy.first_step_needs_due": (
        "Scénario refusé ({where}) : la première étape doit compter à partir de l'échéance."
    ),
    "bad_policy.presented_without_notice": (
        "Scénario refusé ({where}) : « {value} » attend une présentation, mais aucune mise en"
        " demeure ne la précède."
    ),
    "bad_policy.bad_phase": "Scénario refusé ({where}) : phase {value}, attendue de 0 à 4.",
    "bad_policy.bad_channel": "Scénario refusé ({where}) : canal inconnu « {value} ».",
    "bad_policy.bad_document": "Scénario refusé ({where}) : document inconnu « {value} ».",
    "bad_policy.bad_anchor": "Scénario refusé ({where}) : point de départ inconnu « {value} ».",
    "bad_policy.bad_claims": "Scénario refusé ({where}) : réclamation inconnue « {value} ».",
    "bad_policy.negative_offset": "Scénario refusé ({where}) : délai négatif ({value}).",
    "bad_policy.late_prevention": (
        "Scénario refusé ({where}) : une étape de prévention vient au plus tard le jour de"
        " l'échéance ({value})."
    ),
    "bad_policy.reminder_before_late": (
        "Scénario refusé ({where}) : une relance ne vient pas avant le lendemain de l'échéance"
        " ({value})."
    ),
    "bad_policy.negative_bank_days": "Scénario refusé ({where}) : jours bancaires négatifs.",
    "bad_policy.latest_before_offset": (
        "Scénario refusé ({where}) : « au plus tard » ({value}) est avant le délai."
    ),
    "bad_policy.notice_needs_deadline": (
        "Scénario refusé ({where}) : une mise en demeure doit accorder un délai."
    ),
    "bad_policy.notice_needs_registered": (
        "Scénario refusé ({where}) : une mise en demeure part en recommandé, pas par « {value} »."
    ),
    "bad_policy.code_changes_meaning": (
        "Scénario refusé ({where}) : le code « {value} » du scénario livré désigne une autre sorte"
        " d'étape dans le journal. Donnez à celle-ci un code à vous."
    ),
    "bad_policy.no_free_reminder": (
        "Scénario refusé ({where}) : un particulier belge reçoit d'abord un rappel gratuit. Ajoutez"
        " en phase 1 une étape par e-mail ou par lettre, sans réclamation (livre XIX)."
    ),
    "bad_policy.claims_before_reminder": (
        "Scénario refusé ({where}) : « {value} » réclame ou annonce des sommes, mais un particulier"
        " belge ne doit que le principal jusqu'au premier rappel compris (livre XIX)."
    ),
    "bad_policy.short_path_without_reminder": (
        "Scénario refusé ({where}) : le parcours court passe « {value} », le premier rappel gratuit"
        " d'un particulier belge. Mettez oui pour lui dans « Petits montants »."
    ),
    "bad_policy.claims_before_notice": (
        "Scénario refusé ({where}) : « {value} » réclame ou annonce des sommes, mais un particulier"
        " ne doit que le principal avant la mise en demeure (articles 1231-6 et 1344-1 du code"
        " civil)."
    ),
    "bad_policy.notice_out_of_phase": (
        "Scénario refusé ({where}) : une mise en demeure appartient à la phase 3, pas {value}."
    ),
    "bad_policy.call_needs_phone": (
        "Scénario refusé ({where}) : une fiche d'appel demande le téléphone, pas « {value} »."
    ),
    "bad_policy.channel_without_document": (
        "Scénario refusé ({where}) : un canal est donné, mais aucun document."
    ),
    "bad_policy.court_too_early": (
        "Scénario refusé ({where}) : le tribunal n'est évoqué qu'à partir de la phase 2."
    ),
    "bad_policy.not_rules_text": "Règles illisibles ({where}) : « {value} ».",
}
