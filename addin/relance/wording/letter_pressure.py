"""Pressure that no letter puts on a person: lists, homes, goods, directors, people around them.

A firm's debt is not its director's; goods are taken by an officer with a title alone; nobody is put
on a list of bad payers by a creditor.
Source: C. conso. L121-6 and CDE VI.101 (aggressive practices); CPCE L111-2 (a title); CDE XIX.11.
"""

# As in letter_words: what a reader is told -> the shape, without accents nor capitals.
_NEAR = r"[^.;!?|]{0,40}?"

_FR_AROUND = (
    r"(?:vos|votre|les|des) (?:\w+ )?(?:voisin\w*|clients?|clientele|fournisseurs?|banquiers?"
    r"|banque|famille|proches|partenaires?|salaries?|concurrents?|confreres)"
)
_FR_GOODS = (
    r"(?:vos|votre) (?:\w+ )?(?:machines?|materiels?|vehicules?|meubles?|mobilier|biens?|stocks?"
    r"|equipements?|marchandises?|outils?|outillage|voitures?|camions?|ordinateurs?)"
)
_FR_CHIEF = r"(?:dirigeante?s?|gerante?s?|presidente?s?|directeurs?|directrices?|administrateurs?)"
_NL_AROUND = (
    r"uw (?:\w+ )?(?:buren|klanten|klant|leveranciers?|bank|familie|partners?|personeel|collega's)"
)
_NL_GOODS = (
    r"uw (?:\w+ )?(?:machines?|materiaal|voertuig(?:en)?|meubels?|goederen|voorraad|auto(?:'s)?"
    r"|wagens?|inboedel|toestellen)"
)
_DE_AROUND = (
    r"ihr(?:e[nmr]?)? (?:\w+ )?(?:nachbarn?|kunden?|lieferanten?|\w*bank|familie|partner"
    r"|mitarbeiter|kollegen)"
)
_DE_GOODS = r"ihre? (?:\w+ )?(?:maschinen?|fahrzeuge?|mobel|waren?|gerate?|autos?|ausrustung|wagen)"
_EN_AROUND = (
    r"your (?:\w+ )?(?:neighbou?rs?|customers?|clients?|suppliers?|bank|family|partners?|staff"
    r"|colleagues|competitors)"
)
_EN_GOODS = (
    r"your (?:\w+ )?(?:machines?|machinery|equipment|vehicles?|goods|stock|furniture|cars?|vans?"
    r"|tools)"
)

PRESSURE: dict[str, dict[str, str]] = {
    "fr": {
        "fichier des impayés": (
            r"fichiers? (?:\w+ )?(?:des |d'|de )(?:\w+ )?(?:impay\w+|incidents?|debit\w+|paye\w+)"
            rf"|(?:inscri|signal|declar)\w+{_NEAR}(?:au|aux|dans (?:le|un)|sur (?:le"
            rf"|un)) (?:fichiers?"
            r"|registres?|listes?)(?! (?:clients?|joint\w*|des clients|commerc\w*))"
        ),
        "nous savons où vous habitez": (
            r"(?:nous savons|on sait|je sais) (?:bien |parfaitement "
            r"|tres bien )?ou (?:vous (?:habit|"
            r"viv|travaill|trouv|loge|etes)\w*|se trouv\w+|est|sont)"
            r"|nous connaissons votre (?:adresse personnelle|domicile)"
        ),
        "nous passerons chez vous": (
            r"(?<!comme convenu, )nous (?:passerons|viendrons|nous (?:rendrons|deplacerons"
            rf"|presenterons))(?!{_NEAR}{_NEAR}comme convenu){_NEAR}"
            r"(?:chez vous|vous (?:voir|visiter|rendre visite)"
            r"|a votre (?:\w+ )?(?:domicile|porte|bureau|magasin|siege|adresse"
            r"|entreprise)|dans vos (?:locaux|bureaux)|sur place)"
            r"|(?:un|une|notre|nos|des) (?:agent|employe|representant|collaborateur|enqueteur)\w*"
            rf" (?:passer|viendr|se rendr|se presenter)(?:a|ont)(?!{_NEAR}{_NEAR}comme convenu)"
            rf"{_NEAR}(?:chez vous|vous (?:voir|visiter|rendre visite)"
            r"|a votre (?:\w+ )?(?:domicile|porte))"
        ),
        "vos biens seront enlevés": (
            rf"{_FR_GOODS} (?:\w+ )?(?:seront|sera|seraient|serait|vont etre|va etre) (?:\w+ )?"
            r"(?:enlev|saisi|emport|repri|retir|vend|bloqu|confisqu|recuper|immobilis)\w*"
            r"|(?:nous|et) (?:enleverons|emporterons|reprendrons|saisirons|recupererons"
            r"|confisquerons"
            r"|ferons (?:saisir|enlever|vendre|confisquer)"
            rf"|viendrons {_NEAR}(?:enlever|reprendre|chercher|saisir))(?: tous| toutes)?{_NEAR}"
            rf"{_FR_GOODS}"
            r"|(?:vos comptes|votre compte (?:bancaire|courant|en banque)) (?:\w+ )?(?:seront|sera"
            r"|vont etre|va etre) (?:\w+ )?(?:saisi|bloqu|gele|confisqu)\w*"
        ),
        "suites personnelles": (
            rf"(?:votre|vos|le|la|les) {_FR_CHIEF} (?:\w+ )?(?:s'expos|risqu|encour|engag|repondr"
            rf"|sera|seront){_NEAR}(?:personnel\w*|responsab\w+|poursui\w+|suites|consequences)"
            r"|(?:suites?|consequences?) personnelles?|patrimoine personnel"
            r"|responsabilite personnelle"
        ),
        "vos voisins l'apprendront": (
            rf"{_FR_AROUND} (?:\w+ )?(?:l'|en |le |de |cela )?(?:apprendr|saur|decouvrir|entendr)"
            r"(?:a|ont|aient|ait)(?: parler)?"
        ),
    },
    "nl": {
        "lijst van wanbetalers": (
            r"(?:lijst|register|bestand) van (?:\w+ )?(?:wanbetalers|betalers|schuldenaars"
            r"|onbetaalde)"
        ),
        "wij weten waar u woont": r"(?:wij|we) weten (?:heel goed )?waar (?:u|uw)",
        "wij komen bij u langs": (
            rf"(?:wij|we) (?:komen|zullen|gaan)(?!{_NEAR}{_NEAR}zoals afgesproken)"
            rf"{_NEAR}(?:bij u (?:thuis|langs)|aan (?:de|uw) deur"
            r"|langs(?:komen)?|in uw (?:zaak|winkel|kantoor))|komen (?:wij|we) (?:\w+ )?bij u"
            r"|(?:onze|een) (?:medewerker|vertegenwoordiger|agent)s? (?:komt|komen|zal|zullen)"
            rf"(?!{_NEAR}{_NEAR}zoals afgesproken){_NEAR}(?:bij u (?:thuis|langs)|aan uw deur"
            r"|u (?:bezoeken|opzoeken))"
        ),
        "uw goederen worden weggehaald": (
            rf"{_NL_GOODS} (?:wordt|worden|zal|zullen){_NEAR}(?:weggehaald|meegenomen|opgehaald"
            r"|verkocht|afgenomen|verwijderd|weggenomen)"
        ),
        "persoonlijke gevolgen": (
            r"persoonlijke (?:gevolgen|aansprakelijkheid)|persoonlijk aansprakelijk"
            rf"|uw (?:zaakvoerder|bestuurder|directeur)s?{_NEAR}(?:riskeert|stelt zich bloot)"
        ),
        "uw buren zullen het vernemen": (
            rf"{_NL_AROUND} (?:(?:zal|zullen|gaan|gaat){_NEAR}(?:vernemen|horen|weten|ontdekken"
            r"|lezen)|(?:verneemt|vernemen) (?:dit|het))"
        ),
    },
    "de": {
        "Liste der Schuldner": (
            r"(?:liste|register|kartei|datei) (?:der|von"
            r"|saumiger) ?(?:\w+ )?(?:schuldner|zahler)\w*"
        ),
        "wir wissen, wo Sie wohnen": r"wir wissen(?: genau)?,? wo (?:sie|ihr)",
        "wir kommen bei Ihnen vorbei": (
            rf"wir (?:kommen|werden)(?!{_NEAR}{_NEAR}wie vereinbart)"
            rf"{_NEAR}(?:bei ihnen (?:zu hause|vorbei\w*"
            rf"|vorsprechen|erscheinen)"
            r"|zu ihnen nach hause|vor ihrer tur)"
            r"|(?:unser|ein) (?:mitarbeiter|vertreter) (?:kommt|wird)"
            rf"(?!{_NEAR}{_NEAR}wie vereinbart)"
            rf"{_NEAR}(?:bei ihnen (?:zu hause|vorbei\w*)|zu ihnen nach hause"
            r"|sie (?:besuchen|aufsuchen))"
        ),
        "Ihre Waren werden abgeholt": (
            rf"{_DE_GOODS} (?:wird|werden){_NEAR}(?:abgeholt|weggenommen|mitgenommen|entfernt"
            r"|verkauft|abtransportiert)"
        ),
        "persönliche Folgen": (
            r"personliche[nr]? (?:folgen|konsequenzen|haftung)|personlich haft\w+"
        ),
        "Ihre Nachbarn werden es erfahren": (
            rf"{_DE_AROUND} (?:(?:wird|werden){_NEAR}(?:erfahren|horen|wissen|lesen)|erfahren)"
        ),
    },
    "en": {
        "list of bad payers": (
            r"(?:register|list|file|database) of (?:\w+ )?(?:payers|debtors|debts|defaulters)"
        ),
        "we know where you live": r"we know (?:exactly )?where (?:you|your)",
        "we will come to your home": (
            rf"we (?:will|shall|are going to) (?:\w+ )?(?:come|visit|call|turn up|drop){_NEAR}"
            r"(?:your (?:home|house|premises|office|door|place|shop)|to you in person|visit you)"
            rf"|we (?:will|shall) (?:\w+ )?visit you(?!{_NEAR}as agreed)"
            r"|(?:our|an?) (?:agent|representative|employee|collector)s? (?:will|shall) (?:\w+ )?"
            rf"(?:(?:visit|come|call)(?!{_NEAR}{_NEAR}as agreed){_NEAR}your (?:home|house|door)"
            rf"|visit you(?!r|{_NEAR}{_NEAR}as agreed))"
        ),
        "your goods will be removed": (
            rf"{_EN_GOODS} (?:will|shall|may) be (?:\w+ )?(?:removed|taken|sold|repossessed"
            r"|collected|impounded|seized)"
            r"|we (?:will|shall|are going to) (?:\w+ )?(?:seize|impound|repossess|confiscate)"
            rf"{_NEAR}{_EN_GOODS}"
        ),
        "personal consequences": (
            r"personal (?:consequences|liability)|personally liable"
            r"|your (?:managing )?(?:director|manager|owner)s? (?:\w+ )?(?:risks?|faces?)"
        ),
        "your neighbours will hear": (
            rf"{_EN_AROUND} (?:will|shall|may|might|are going to) (?:\w+ )?(?:hear|learn|know"
            r"|find out|discover|read)"
        ),
    },
}  # fmt: skip
