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
    "dernier avis avant": (
        r"derniere?s? avis avant|ultimes? avis|(?:derniere?|ultime)s? (?:avertissement|sommation)s?"
    ),
    "commissaire de justice": r"commissaires? de justice",
    "huissier": (  # but for a name: « M. Huissier », « Huissier & Fils »
        r"(?<!m\. )(?<!mme )(?<!monsieur )(?<!madame )huissi(?:er|ere)s?"
        r"(?! (?:&|et) (?:fils|cie)(?!\w))"
    ),
    "plainte": r"plaintes?(?! (?:de|du) (?:bois|carton))",
    "pénal": r"(?<!clause )(?<!clauses )pena(?:l|le|les|lement|ux)",
    "tribunal correctionnel": r"tribuna(?:l|ux) correctionnels?",
    "fichage": r"(?:fichages?|fiche(?:e|es|s)? (?:a|aupres|comme)|fich(?:er|erons|era|ons)|ficp)",
    "Banque de France": r"banque de france",
    "liste noire": r"listes? noires?",
    "publier": (
        r"publi(?:er|erons|era|erait|ons|ez|e|es|ee|ees|ant|cations?|quement)"
        r"(?! (?:au|par (?:la|le|arrete)) )"
    ),
    "réputation": r"reputations?",
    "mauvaise foi": r"mauvaise foi",
    "vous refusez": r"vous (?:vous )?(?:refusez|refusiez|avez refuse)|refusez-vous",
    "mauvais payeur": r"mauvais(?:es?)? paye(?:urs?|uses?)",
    "employeur": r"employeurs?",
    "conjoint": r"conjoint(?:e|s|es)?",
    "sous 24 heures": (
        r"(?:sous|dans (?:les|un delai de)|d'ici|en|avant) (?:24|vingt[- ]?quatre) ?h(?:eures?)?"
    ),
    "frais de dossier": (
        r"frais (?:de (?:gestion|traitement)|administratifs)"
        r"|frais de (?:gestion (?:de|du) )?dossiers?"
    ),
    "frais de relance": r"frais de (?:relances?|rappels?|mises? en demeure|contentieux|sommation)",
    "frais d'avocat": r"(?:frais|honoraires) (?:d'|de (?:notre |l')?)(?:avocats?|conseils?)",
}

DUTCH: dict[str, str] = {
    "beslag": r"(?:loon|derden)?beslag(?:en|leggingen|legging|name)?",
    "laatste waarschuwing": r"(?:laatste|ultieme) (?:waarschuwing|verwittiging|sommatie)(?:en)?",
    "gerechtsdeurwaarder": r"(?:gerechts)?deurwaarders?",
    "klacht": r"klacht(?:en)?",
    "strafrechtelijk": r"straf(?:rechtelijke?|baar|bare|recht)",
    "correctionele rechtbank": r"correctionele rechtban(?:k|ken)",
    "kredietcentrale": r"(?:krediet)?centrale voor kredieten|kredietcentrale|gefichee?rd",
    "Nationale Bank": r"nationale bank",
    "zwarte lijst": r"zwarte lijst(?:en)?",
    "bekendmaken": (
        r"bekend ?(?:te )?maken|openbaar (?:te )?(?:maken|gemaakt)|publice(?:ren|ert)"
        r"|gepubliceerd|publicaties?"
    ),
    "reputatie": r"reputatie|goede naam",
    "kwade trouw": r"(?:kwade|slechte) trouw",
    "u weigert": r"u weigert|weigert u|u weigerde",
    "wanbetaler": r"wanbetalers?|slechte betalers?",
    "werkgever": r"werkgevers?",
    "echtgenoot": r"echtgeno(?:ot|te|ten)",
    "binnen 24 uur": r"binnen (?:de )?(?:24|vierentwintig) ?u(?:ur|ren)?",
    "dossierkosten": r"(?:dossier|administratie)kosten",
    "herinneringskosten": r"(?:herinnerings|aanmanings|rappel)kosten",
    "advocaatkosten": r"advoca(?:at|ten)kosten|kosten van (?:een|de|onze) advocaat|erelo(?:on|nen)",
}

GERMAN: dict[str, str] = {
    "Pfändung": r"(?:lohn|konto|gehalts)?pfand(?:ung|ungen|en|et)|gepfandet|beschlagnahm\w+",
    "letzte Warnung": (
        r"letzt(?:e[nr]?|maligen?) warnung(?:en)?|letzte[nr]? (?:mahnung|aufforderung) vor"
    ),
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
    "final notice": r"(?:final|last) (?:notice|warning)s?|final demands?",
    "bailiff": r"bailiffs?|(?:enforcement|judicial) (?:officer|agent)s?",
    "press charges": r"complaint to the police|press(?:ing)? charges",
    "criminal": r"criminal(?:ly)?",
    "credit bureau": r"credit (?:bureaus?|blacklist|reference agenc(?:y|ies))",
    "blacklist": r"black[- ]?list(?:s|ed|ing)?",
    "publish": r"publi(?:sh(?:ed|es|ing)?|cation)",
    "reputation": r"reputations?|good name",
    "bad faith": r"bad faith",
    "you refuse": r"you (?:are refusing|refused?|have refused)",
    "bad payer": r"bad (?:payer|debtor)s?|defaulters?",
    "employer": r"employers?",
    "spouse": r"spouses?|husband|wife",
    "within 24 hours": r"(?:within|in) (?:24|twenty[- ]?four) ?h(?:ours|rs|r)?",
    "administration fee": r"administrati(?:on|ve) (?:fees?|charges?)",
    "reminder fee": r"(?:reminder|collection|chasing) (?:fees?|charges?)",
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

# What a court is asked comes with the second letter at the earliest, and only where the policy says
# so: before, it is a threat.
EARLY = (
    "avant-echeance", "rappel", "rappel-2", "relance-1", "premier-rappel-belgique",
    "confirmation-appel", "releve-de-compte", "remerciement", "note-de-penalites", "echeancier",
)  # fmt: skip
COURT: dict[str, dict[str, str]] = {
    "fr": {
        "juridiction": (
            r"juridictions?|tribuna(?:l|ux)|poursuites?(?! d[eu'])|en justice"
            r"|voies? (?:judiciaires?|de droit)|action judiciaire|service contentieux"
            r"|assign(?:er|ons|erons|era|ations?)|poursuivrons|injonctions? de payer|juges?"
            r"|(?:notre|nos|un) avocats?"
        ),
    },
    "nl": {
        "rechtbank": (
            r"rechtban(?:k|ken)|gerechtelijke? (?:stappen|weg|procedures?)"
            r"|dagvaard\w*"
            r"|(?<!mevrouw )(?<!mevrouw de )(?<!heer )(?<!heer de )(?<!mr\. )rechters?"
        )
    },
    "de": {
        "Gericht": (
            r"gericht(?:e|en|s|lich\w*)?|mahnbescheid\w*|rechtliche schritte"
            r"|(?:ver)?klagen?|(?<!herr )(?<!herrn )(?<!frau )richter"
        )
    },
    "en": {
        "court": (
            r"(?<!mr )(?<!ms )(?<!mrs )courts?"
            r"|legal (?:action|proceedings)|su(?:e|ing) you|lawsuits?"
            r"|(?<!mr )(?<!ms )(?<!mrs )judges?|litigation"
        )
    },
}

# In front of a signature these would pass for an officer of the law, in whatever language.
OFFICERS: dict[str, str] = {
    "commissaire de justice": FRENCH["commissaire de justice"],
    "huissier": FRENCH["huissier"],
    "gerechtsdeurwaarder": DUTCH["gerechtsdeurwaarder"],
    "Gerichtsvollzieher": GERMAN["Gerichtsvollzieher"],
    "bailiff": ENGLISH["bailiff"],
}
