"""Sentences that documents are made of, where a template can't say them alone.

The prose of a letter is in its template (`data/templates`), where a user can rewrite it. Here is
what depends on the law that applies, on the sender, or on one item.
"""

from datetime import date
from decimal import Decimal

from .amounts import NBSP, day, number

# What a document is called, in its file's name.
LABELS: dict[str, str] = {
    "avant-echeance": "avant-echeance",
    "rappel": "rappel",
    "relance-1": "relance-1",
    "relance-2": "relance-2",
    "mise-en-demeure": "mise-en-demeure",
    "mise-en-demeure-consommateur": "mise-en-demeure",
    "premier-rappel-belgique": "premier-rappel",
    "confirmation-appel": "confirmation-appel",
    "fiche-appel": "fiche-appel",
}

# The texts behind interest and fixed sum, by regime.
LEGAL_BASIS: dict[str, str] = {
    "FR-B2B": "articles L441-10, II et D441-5 du code de commerce",
    "FR-B2C": "articles 1231-6 et 1344-1 du code civil",
    "FR-PUB": ("articles L2192-13, R2192-31 et D2192-35 du code de la commande publique"),
    "BE-B2B": (
        "articles 5 et 6 de la loi du 2 août 2002 concernant la lutte contre le retard de paiement"
        " dans les transactions commerciales"
    ),
    "BE-B2C": "livre XIX du Code de droit économique",
    "LU-B2B": (
        "loi modifiée du 18 avril 2004 relative aux délais de paiement et aux intérêts de retard"
    ),
}

INTEREST_NAMES: dict[str, str] = {
    "FR-B2B": "Pénalités de retard",
    "FR-PUB": "Intérêts moratoires",
}
INTEREST_NAME = "Intérêts de retard"
SHORT_INTEREST_NAMES = {"FR-B2B": "Pénalités"}
SHORT_INTEREST_NAME = "Intérêts"

COUNTRIES: dict[str, str] = {
    "FR": "FRANCE",
    "BE": "BELGIQUE",
    "LU": "LUXEMBOURG",
    "DE": "ALLEMAGNE",
    "NL": "PAYS-BAS",
    "ES": "ESPAGNE",
    "IT": "ITALIE",
    "GB": "ROYAUME-UNI",
    "CH": "SUISSE",
}

ITEM_PREFIXES: dict[str, str] = {
    "credit_note": "Avoir ",
    "down_payment": "Acompte ",
    "retention": "Retenue ",
    "payment": "Règlement ",
}

BALANCE_NAME = "Solde du compte, sans détail de factures"

ON_BEHALF_OF = "au nom et pour le compte de :"

CONTACT_ROLES = ("Comptabilité", "Décideur", "Standard")

# Article L111-8, paragraphs 2 and 3, word for word as R124-4, 5° wants it.
L111_8 = (
    "« Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier,"
    " sauf s'ils concernent un acte dont l'accomplissement est prescrit par la loi au créancier."
    " Toute stipulation contraire est réputée non écrite, sauf disposition législative contraire."
    " Cependant, le créancier qui justifie du caractère nécessaire des démarches entreprises pour"
    " recouvrer sa créance peut demander au juge de l'exécution de laisser tout ou partie des frais"
    " ainsi exposés à la charge du débiteur de mauvaise foi. »"
)

CALL_RULES = (
    "Du lundi au vendredi, de 9 h à 19 h, hors jours fériés ; un appel par jour au plus, deux"
    " tentatives par semaine. Ne jamais menacer. S'arrêter dès que la personne conteste ou demande"
    " à ne plus être appelée, et le noter. Notes : des faits seulement, le client peut les lire."
)


def subject(creditor: str, debtor_code: str) -> str:
    """Return the subject of an e-mail: it tells neither a debt nor an amount."""
    return f"{creditor} – votre compte client {debtor_code}".strip()


def interest_name(regime: str) -> str:
    """Return how interest is called under a regime."""
    return INTEREST_NAMES.get(regime, INTEREST_NAME)


def rate(value: Decimal) -> str:
    """Return a yearly rate as a letter prints it, two decimals at least: "12,40 %"."""
    places = max(2, -int((value * 100).normalize().as_tuple().exponent))
    return f"{number(value * 100, places)}{NBSP}%"


def rate_phrase(value: Decimal | None, *, legal: bool, contract: bool) -> str:
    """Say the rate of interest.

    Args:
        value: a fraction a year, None when the day's rate is not on record: no figure then.
        legal: it is the legal rate of interest (consumers), not that of late payments.
        contract: it is the contract's.
    """
    kind = "au taux d'intérêt légal" if legal else "au taux contractuel annuel"
    if value is None:
        return kind if legal or contract else "au taux prévu par la loi"
    if legal or contract:
        return f"{kind} ({rate(value)} l'an)" if legal else f"{kind} de {rate(value)}"
    return f"au taux annuel de {rate(value)}"


def basis(regimes: tuple[str, ...]) -> str:
    """Return the texts behind interest and fixed sum, for the regimes of the items."""
    return " ; ".join(dict.fromkeys(LEGAL_BASIS[code] for code in regimes if code in LEGAL_BASIS))


def clause(article: str) -> str:
    """Return the article of the terms that is quoted, "" when none."""
    if not article:
        return ""
    named = article if article.lower().startswith("art") else f"article {article}"
    return f"{named} de nos conditions générales"


def phone_line(phone: str) -> str:
    """Return a phone number with its name, "" without one."""
    return f"Tél. {phone}" if phone else ""


def vat_line(number: str) -> str:
    """Return a VAT number with its name, "" without one."""
    return f"TVA {number}" if number else ""


def registration(value: str, country: str) -> str:
    """Return an identification number with its name: "SIREN 123 456 789"."""
    digits = "".join(letter for letter in value if letter.isdigit())
    if not digits:
        return value
    if country == "BE" and len(digits) in (9, 10):
        padded = digits.zfill(10)
        return f"N° d'entreprise {padded[:4]}.{padded[4:7]}.{padded[7:]}"
    if country == "FR" and len(digits) in (9, 14):
        groups = (digits[:3], digits[3:6], digits[6:9], digits[9:])
        name = "SIREN" if len(digits) == 9 else "SIRET"
        return f"{name} {NBSP.join(group for group in groups if group)}"
    return value


def extension(invoice: str, until: date, *, suspends: bool, interest: str) -> str:
    """Say that a later day was granted, and whether interest (its name) runs meanwhile."""
    said = f"{invoice} : un délai vous a été accordé jusqu'au {day(until)}"
    if not interest:
        return f"{said}."
    if suspends:
        return f"{said} ; les {interest} ne courent pas pendant ce délai."
    return f"{said} ; les {interest} courent depuis l'échéance d'origine."


def allocation(rule: str) -> str:
    """Say how part payments are allocated (article 1343-1 of the French civil code)."""
    if rule == "interest":
        return (
            "Les règlements partiels sont imputés d'abord sur les intérêts, puis sur le principal."
        )
    return "Les règlements partiels sont imputés d'abord sur le principal."


def intervention(sender: str, creditor: str, reference: str, since: str) -> str:
    """Say for whom the letter is sent, when it is not sent by the creditor.

    Args:
        sender: creditor, accountant or third_party.
        creditor: the creditor's name and address.
        reference: the mandate's reference.
        since: the mandate's day as text, "" when not given.
    """
    if sender == "creditor":
        return ""
    mandate = f"mandat {reference}".strip() + (f" du {since}" if since else "")
    said = f"Nous vous écrivons au nom et pour le compte de {creditor} ({mandate})."
    if sender == "third_party":
        return f"{said} Nous exerçons une activité de recouvrement amiable."
    return said


def sold(number: str, issued: date | None) -> str:
    """Say what an invoice is for when nobody has described it."""
    dated = f" du {day(issued)}" if issued else ""
    return f"prestations ou fournitures objet de la facture n° {number}{dated}"


def to_payer(debtor: str) -> str:
    """Tell a payer why they are written to."""
    return f"Nous nous adressons à vous en qualité de payeur, pour le compte de {debtor}."


def ask_for(payer: str, debtor: str) -> str:
    """Tell a caller whom to ask for when someone pays in the debtor's place."""
    return f"Demander {payer}, qui règle pour le compte de {debtor}."


def at_the_home_of(name: str) -> str:
    """Return the line of an address at someone else's."""
    return f"chez {name}"


def copies(numbers: list[str]) -> str:
    """Name the copies that go with a letter."""
    if len(numbers) == 1:
        return f"copie de la facture {numbers[0]}"
    return f"copies des factures {', '.join(numbers)}" if numbers else ""


def days(count: int, *, calendar: bool = False) -> str:
    """Return a delay in words: "8 jours", "14 jours calendrier"."""
    return f"{count}{NBSP}jour{'s' if count > 1 else ''}{' calendrier' if calendar else ''}"
