"""Words that no template may hold, and those kept for one of them.

A letter asks for money and nothing more: it does not threaten, does not ape a bailiff, does not
speak of the debtor's name or entourage, and claims no cost that the law leaves to the creditor.
The shape of each is read on a text without accents nor capitals.

Source: C. pénal 433-13 (documents that look like a court's); CPCE L111-8 (collection costs);
C. conso. L121-6 (aggressive practices).
"""

# What a reader is told -> the shape that is looked for.
REFUSED: dict[str, str] = {
    "saisie": r"saisies?",
    "dernier avis avant": r"derniers? avis avant",
    "commissaire de justice": r"commissaires? de justice",
    "huissier": r"huissiers?",
    "plainte": r"plaintes?",
    "pénal": r"(?<!clause )(?<!clauses )pena(?:l|le|les|lement|ux)",
    "tribunal correctionnel": r"tribuna(?:l|ux) correctionnels?",
    "fichage": r"(?:fichages?|fiche(?:e|es|s)? (?:a|aupres|comme)|ficher)",
    "Banque de France": r"banque de france",
    "liste noire": r"listes? noires?",
    "publier": r"(?:publier|publierons|publication)",
    "réputation": r"reputations?",
    "mauvaise foi": r"mauvaise foi",
    "vous refusez": r"vous refusez",
    "mauvais payeur": r"mauvais payeurs?",
    "employeur": r"employeurs?",
    "conjoint": r"conjoint(?:e|s|es)?",
    "sous 24 heures": r"(?:sous|dans les|d'ici) (?:24|vingt[- ]quatre) ?h(?:eures?)?",
    "frais de dossier": r"frais de (?:gestion (?:de|du) )?dossiers?",
    "frais de relance": r"frais de (?:relances?|rappels?)",
    "frais d'avocat": r"(?:frais|honoraires) d'avocats?",
}

# Kept for the Belgian consumer's first reminder, where the law wants it.
FIRST_REMINDER = {"premier rappel": r"premiers? rappels?"}

# In front of a signature these would pass for an officer of the law.
OFFICERS = {name: REFUSED[name] for name in ("commissaire de justice", "huissier")}
