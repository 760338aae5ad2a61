"""Words by which a letter would pass for an invoice, or add VAT to what bears none.

A reminder, a statement and a penalty note are no invoices: taken for one they are recorded and paid
twice, and whoever states VAT owes it. Interest and fixed sums for late payment bear none.
Source: CGI 283, 3 and Code de la TVA 51, § 1, 3° (whoever mentions VAT owes it); Code de la TVA 28,
3° (no VAT on interest for late payment).
"""

# As in letter_words: what a reader is told -> the shape, without accents nor capitals.
AS_INVOICE: dict[str, dict[str, str]] = {
    "fr": {
        "vaut facture": (
            r"(?:vau(?:t|dra)|valant|valent|(?:tien(?:t|nent|dra)|tenant) lieu de"
            r"|f(?:ait|aisant|era) office de|en guise de|constitu(?:e|era|ant) (?:une |votre )?)"
            r" ?(?:une |de )?(?:nouvelle )?factures?(?! impayee)"
        ),
        "TVA en sus": (
            r"tva[^.;|]{0,25} en (?:sus|plus)|(?:majoree?s?|augmentee?s?|plus|outre|ajouter)"
            r" (?:de )?(?:la )?tva|tva (?:a |de |au taux de )?\d+(?:[.,]\d+)? ?%|tva applicable"
            r"|assujettie?s? a la tva|soumise?s? a la tva|tva incluse|dont tva"
        ),
    },
    "nl": {
        "geldt als factuur": (
            r"(?:geldt|gelden|dient|dienen|fungeert) als (?:een )?(?:nieuwe )?fac(?:tuur|turen)"
        ),
        "btw erbij": (
            r"(?:vermeerderd|verhoogd) met (?:de )?(?:\d+ ?% )?btw|plus (?:\d+ ?% )?btw"
            r"|btw (?:van )?\d+(?:[.,]\d+)? ?%|\d+ ?% btw|btw (?:extra|in meer)"
        ),
    },
    "de": {
        "gilt als Rechnung": (
            r"(?:gilt|gelten|dient|dienen) (?:zugleich |gleichzeitig )?als (?:neue )?"
            r"rechnung(?:en)?"
        ),
        "zuzüglich MwSt.": (
            r"(?:zuzuglich|zzgl\.?|plus) (?:der )?(?:gesetzlichen? )?(?:\d+ ?% )?"
            r"(?:mwst|ust|mehrwertsteuer|umsatzsteuer)"
            r"|(?:mwst|ust|mehrwertsteuer|umsatzsteuer)\.? (?:von )?\d+(?:[.,]\d+)? ?%"
            r"|\d+ ?% (?:mwst|ust|mehrwertsteuer|umsatzsteuer)"
        ),
    },
    "en": {
        "serves as an invoice": (
            r"(?:serves?|serving|counts?|stands?|treated) as (?:an |your )?(?:new )?(?:vat )?"
            r"invoices?"
            r"|constitutes? (?:an|your) invoice|in lieu of (?:an )?invoice"
        ),
        "plus VAT": (
            r"(?:plus|subject to|exclusive of) (?:\d+ ?% )?vat|vat (?:at |of )?\d+(?:[.,]\d+)? ?%"
            r"|\d+ ?% vat|vat (?:will be|is) added"
        ),
    },
}
