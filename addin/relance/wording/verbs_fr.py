"""What the ribbon and the toolbar say in French: label, screentip and supertip of each verb."""

TAB = "Relances"

GROUPS: dict[str, str] = {
    "data": "Données",
    "today": "Aujourd'hui",
    "selection": "Sélection",
    "follow_up": "Suivi",
    "analysis": "Analyse",
    "support": "Aide",
}

VERBS: dict[str, tuple[str, str, str]] = {
    "import": (
        "Importer",
        "Importer des exports",
        "Lit des exports de postes ouverts, montre ce qui est compris et l'écart avec leur total,"
        " puis met les factures à jour.",
    ),
    "check": (
        "Contrôler les données",
        "Contrôler le classeur",
        "Vérifie les tables, le journal et chaque ligne ; remplit la colonne Anomalie.",
    ),
    "stamp": (
        "Arrêter au...",
        "Arrêter la situation à une date",
        "Demande un jour et recalcule à ce jour les retards, les pénalités et la file.",
    ),
    "agenda": (
        "File du jour",
        "Voir qui relancer aujourd'hui",
        "Actualise et montre la feuille Agenda : quoi faire, pour qui et pourquoi.",
    ),
    "preview": (
        "Aperçu",
        "Voir ce qui serait écrit",
        "Dit quels documents la journée demande et qui est laissé de côté, sans rien écrire.",
    ),
    "run": (
        "Préparer les relances",
        "Écrire les documents du jour",
        "Écrit les brouillons, lettres et fiches d'appel du jour et les note au journal. Rien"
        " n'est envoyé. Échap arrête entre deux clients.",
    ),
    "email": (
        "E-mail",
        "E-mail pour la sélection",
        "Écrit un brouillon d'e-mail par client sélectionné (Factures, Clients ou Agenda). Rien"
        " n'est envoyé.",
    ),
    "call_sheet": (
        "Fiche d'appel",
        "Fiche d'appel pour la sélection",
        "Écrit une fiche par client sélectionné : les faits, les sommes, les questions.",
    ),
    "letter": (
        "Lettre",
        "Lettre pour la sélection",
        "Écrit une lettre par client sélectionné. Si elle saute des étapes, un motif est demandé.",
    ),
    "notice": (
        "Mise en demeure",
        "Mise en demeure pour la sélection",
        "Écrit une mise en demeure à envoyer en recommandé. Si elle saute des étapes, un motif est"
        " demandé et consigné.",
    ),
    "pdf": (
        "Lettres en PDF",
        "Faire un PDF des lettres en attente",
        "Fait un PDF de chaque lettre ou mise en demeure en attente (de la sélection, sinon"
        " toutes), telle qu'elle est dans Word : à imprimer, à poster.",
    ),
    "statement": (
        "Relevé de compte",
        "Relevé de compte pour la sélection",
        "Écrit un relevé par client sélectionné : tout ce qui est ouvert, par ancienneté, copies"
        " jointes. Il ne demande rien et ne compte pas comme relance.",
    ),
    "penalty_note": (
        "Note de pénalités",
        "Note de pénalités pour la sélection",
        "Écrit une note par client sélectionné : pénalités et indemnités des factures réglées en"
        " retard ou encore ouvertes, sans TVA et sans le principal.",
    ),
    "thanks": (
        "Remerciement",
        "Remercier d'un règlement",
        "Écrit à chaque client sélectionné qui a réglé tout ce que demandait la dernière relance.",
    ),
    "slip": (
        "Bordereau de dépôt",
        "Bordereau des recommandés à poster",
        "Écrit la liste des recommandés qui attendent, avec une colonne pour les numéros de suivi.",
    ),
    "sent": (
        "Confirmer l'envoi",
        "Confirmer que des brouillons sont partis",
        "Demande la date et les numéros de suivi ; c'est ce qui fait avancer le scénario.",
    ),
    "call": (
        "Compte rendu d'appel",
        "Noter un appel et son résultat",
        "Pour le client de la ligne sélectionnée : le résultat et une note, au journal.",
    ),
    "promise": (
        "Promesse de règlement",
        "Noter une promesse",
        "Pour le client de la ligne sélectionnée : un montant et un jour. Les relances attendent"
        " ce jour.",
    ),
    "payment": (
        "Règlement reçu",
        "Noter un règlement",
        "Pour le client de la ligne sélectionnée : la facture, le montant, la date de valeur.",
    ),
    "dispute": (
        "Litige",
        "Ouvrir ou résoudre un litige",
        "Pour la facture sélectionnée : plus de relance tant que le litige est ouvert.",
    ),
    "hold": (
        "Suspendre",
        "Suspendre des factures",
        "Plus de relance sur les factures sélectionnées jusqu'à la levée ; le motif est consigné.",
    ),
    "release": (
        "Lever la suspension",
        "Remettre des factures à régler",
        "Les factures suspendues de la sélection sont de nouveau relancées.",
    ),
    "reverse": (
        "Annuler la saisie",
        "Contre-passer une ligne du journal",
        "La ligne reste, une autre l'annule ; ce qu'elle avait écrit ailleurs est repris.",
    ),
    "aged_balance": (
        "Balance âgée",
        "Voir la balance âgée",
        "Actualise et montre le reste dû par client et par ancienneté.",
    ),
    "doctor": (
        "Diagnostic",
        "Vérifier l'installation et le classeur",
        "Python, xlwings, taux connus, classeur : ce qui va, ce qui ne va pas et le remède.",
    ),
    "upgrade": (
        "Mettre à niveau",
        "Mettre ce classeur à niveau",
        "Dit si ce classeur est d'une version ancienne, et comment le mettre à niveau.",
    ),
    "guide": (
        "Guide",
        "Ouvrir le guide",
        "La prise en main et l'installation, en français.",
    ),
}
