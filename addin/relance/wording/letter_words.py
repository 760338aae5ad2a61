"""Words that no template may hold, and those kept for one of them.

A letter asks for money and nothing more: it does not threaten, does not ape a bailiff, does not
speak of the debtor's name or entourage, and claims no cost that the law leaves to the creditor.
Each language has the same meanings; the shape of each is read on a text without accents nor
capitals.

Source: C. pénal 433-13 (documents that look like a court's); CPCE L111-8 (collection costs);
C. conso. L121-6 (aggressive practices).
"""

# What a reader is told -> the shape that is looked for.
FRENCH: dict[str, str] = {
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

DUTCH: dict[str, str] = {
    "beslag": r"(?:loon)?beslag(?:en|leggingen|legging)?",
    "laatste waarschuwing": r"laatste (?:waarschuwing|verwittiging)(?:en)?",
    "gerechtsdeurwaarder": r"(?:gerechts)?deurwaarders?",
    "klacht": r"klacht(?:en)?",
    "strafrechtelijk": r"straf(?:rechtelijke?|baar|bare|recht)",
    "correctionele rechtbank": r"correctionele rechtban(?:k|ken)",
    "kredietcentrale": r"(?:krediet)?centrale voor kredieten|kredietcentrale|gefichee?rd",
    "Nationale Bank": r"nationale bank",
    "zwarte lijst": r"zwarte lijst(?:en)?",
    "bekendmaken": r"bekend ?(?:te )?maken|openbaar (?:te )?maken|publiceren|publicatie",
    "reputatie": r"reputatie|goede naam",
    "kwade trouw": r"(?:kwade|slechte) trouw",
    "u weigert": r"u weigert|weigert u",
    "wanbetaler": r"wanbetalers?|slechte betalers?",
    "werkgever": r"werkgevers?",
    "echtgenoot": r"echtgeno(?:ot|te|ten)",
    "binnen 24 uur": r"binnen (?:de )?(?:24|vierentwintig) ?u(?:ur|ren)?",
    "dossierkosten": r"dossierkosten",
    "herinneringskosten": r"(?:herinnerings|aanmanings|rappel)kosten",
    "advocaatkosten": r"advoca(?:at|ten)kosten|kosten van (?:een|de|onze) advocaat|erelo(?:on|nen)",
}

GERMAN: dict[str, str] = {
    "Pfändung": r"(?:lohn|konto)?pfand(?:ung|ungen|en)|beschlagnahm\w+",
    "letzte Warnung": r"letzte[nr]? (?:warnung|mahnung vor|aufforderung vor)",
    "Gerichtsvollzieher": r"gerichtsvollzieher(?:s|in)?",
    "Strafanzeige": r"(?:straf)?anzeige erstatten|strafanzeigen?",
    "strafrechtlich": r"strafrechtlich(?:e|en|er|es)?|strafbar(?:e|en|er)?",
    "Strafgericht": r"strafgericht(?:e|s)?",
    "Schufa": r"schufa",
    "Schuldnerverzeichnis": r"schuldnerverzeichnis(?:se|ses)?",
    "schwarze Liste": r"schwarzen? listen?",
    "veröffentlichen": r"veroffentlich(?:en|ung|ungen|t)",
    "Ihr Ruf": r"(?:ihr(?:en|em|es)?|guten?) ruf(?:es|s)?|reputation",
    "böswillig": r"boswillig\w*|bosglaubig\w*",
    "Sie weigern sich": r"sie weigern sich|weigern sie sich",
    "schlechter Zahler": r"schlechter? zahler|zahlungsunwillig\w*",
    "Arbeitgeber": r"arbeitgeber(?:s|n|in)?",
    "Ehegatte": r"ehe(?:gatten?|gattin|partner|partnerin|mann|frau)",
    "binnen 24 Stunden": r"(?:binnen|innerhalb von|in) (?:24|vierundzwanzig) (?:stunden|std)",
    "Bearbeitungsgebühr": r"bearbeitungs(?:gebuhr(?:en)?|kosten)",
    "Mahngebühr": r"mahn(?:gebuhr(?:en)?|kosten|spesen)",
    "Anwaltskosten": r"(?:rechts)?anwalts(?:kosten|gebuhr(?:en)?|honorare?)",
}

ENGLISH: dict[str, str] = {
    "seizure": r"seizures?|distraint|garnishment|attachment of (?:earnings|wages)",
    "final notice": r"(?:final|last) (?:notice|warning)",
    "bailiff": r"bailiffs?|(?:enforcement|judicial) (?:officer|agent)s?",
    "press charges": r"complaint to the police|press(?:ing)? charges",
    "criminal": r"criminal(?:ly)?",
    "credit bureau": r"credit (?:bureaus?|blacklist|reference agenc(?:y|ies))",
    "blacklist": r"black[- ]?list(?:s|ed)?",
    "publish": r"publish(?:ed|ing)?",
    "reputation": r"reputations?|good name",
    "bad faith": r"bad faith",
    "you refuse": r"you (?:are refusing|refuse)",
    "bad payer": r"bad (?:payer|debtor)s?|defaulters?",
    "employer": r"employers?",
    "spouse": r"spouses?|husband|wife",
    "within 24 hours": r"(?:within|in) (?:24|twenty[- ]four) ?h(?:ours|rs)?",
    "administration fee": r"administrati(?:on|ve) (?:fees?|charges?)",
    "reminder fee": r"(?:reminder|collection) (?:fees?|charges?)",
    "legal fees": r"(?:lawyer|solicitor|attorney|legal)'?s?'? (?:fees|costs)",
}

REFUSED: dict[str, dict[str, str]] = {
    "fr": FRENCH, "nl": DUTCH, "de": GERMAN, "en": ENGLISH,
}  # fmt: skip

# Kept for the Belgian consumer's first reminder, where the law wants it.
FIRST_REMINDER: dict[str, dict[str, str]] = {
    "fr": {"premier rappel": r"premiers? rappels?"},
    "nl": {"eerste herinnering": r"eerste (?:herinnering|aanmaning)(?:en)?"},
    "de": {"erste Mahnung": r"erste[nr]? (?:mahnung|zahlungserinnerung)"},
    "en": {"first reminder": r"first reminders?"},
}

# In front of a signature these would pass for an officer of the law, in whatever language.
OFFICERS: dict[str, str] = {
    "commissaire de justice": FRENCH["commissaire de justice"],
    "huissier": FRENCH["huissier"],
    "gerechtsdeurwaarder": DUTCH["gerechtsdeurwaarder"],
    "Gerichtsvollzieher": GERMAN["Gerichtsvollzieher"],
    "bailiff": ENGLISH["bailiff"],
}
