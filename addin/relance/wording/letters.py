"""Sentences that documents are made of, where a template can't say them alone.

The prose of a letter is in its template (`data/templates`), where a user can rewrite it. Here is
what depends on the law that applies, on the sender, or on one item, in the language of the
document (`tongues`). What only a caller reads is in French.
"""

import re
from collections.abc import Iterable
from datetime import date

from ..core.meaning import FREE_REMINDER
from .figures import NBSP
from .tongues import Tongue
from .typography import elided, french, whole

# What a document is called, in its file's name.
LABELS: dict[str, str] = {
    "avant-echeance": "avant-echeance",
    "rappel": "rappel",
    "rappel-2": "rappel-2",
    "relance-1": "relance-1",
    "relance-2": "relance-2",
    "mise-en-demeure": "mise-en-demeure",
    "mise-en-demeure-consommateur": "mise-en-demeure",
    "reclamation-acheteur-public": "reclamation",
    "premier-rappel-belgique": FREE_REMINDER,
    "confirmation-appel": "confirmation-appel",
    "fiche-appel": "fiche-appel",
    "releve-de-compte": "releve",
    "remerciement": "remerciement",
    "note-de-penalites": "note-de-penalites",
    "echeancier": "echeancier",
    "transaction": "accord",
    "bordereau-recommandes": "bordereau",
}

QR_ALTERNATIVE = "QR code (SEPA)"  # what is read aloud, in every language
QR_EXAMPLE = "Relance : le QR code du virement"  # in a template; each letter has its own

NAMED_ORDERS = 3  # on a line of references
NAMED_COPIES = 6
ASK_FOR = "Demander {payer}, qui règle pour le compte de {debtor}."
CONTACT_ROLES = ("Comptabilité", "Décideur", "Standard")

# Article L111-8, paragraphs 2 and 3, word for word as R124-4, 5° wants it.
L111_8 = french(
    "« Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier,"
    " sauf s'ils concernent un acte dont l'accomplissement est prescrit par la loi au créancier."
    " Toute stipulation contraire est réputée non écrite, sauf disposition législative contraire."
    " Cependant, le créancier qui justifie du caractère nécessaire des démarches entreprises pour"
    " recouvrer sa créance peut demander au juge de l'exécution de laisser tout ou partie des frais"
    " ainsi exposés à la charge du débiteur de mauvaise foi. »"
)

CALL_RULES = french(
    "Du lundi au vendredi, de 9 h à 19 h, hors jours fériés ; un appel par jour au plus, deux"
    " tentatives par semaine. Ne jamais menacer. S'arrêter dès que la personne conteste ou demande"
    " à ne plus être appelée, et le noter. Notes : des faits seulement, le client peut les lire."
)


ARTICLE = re.compile(r"art(?:icle|ikel|\.)?\s+(?=\d)", re.IGNORECASE)
RECORD_KEYS = re.compile(r" \([A-Za-z0-9, ]+\)$")  # of no use to a reader

# What a QR code is for those who can't see it, by language.
SCAN_TO_PAY: dict[str, str] = {
    "fr": "Code QR de virement SEPA : IBAN {iban}, montant {amount}",
    "nl": "QR-code voor een SEPA-overschrijving: IBAN {iban}, bedrag {amount}",
    "de": "QR-Code für eine SEPA-Überweisung: IBAN {iban}, Betrag {amount}",
    "en": "QR code of a SEPA transfer: IBAN {iban}, amount {amount}",
}


def subject(tongue: Tongue, creditor: str, debtor_code: str) -> str:
    """Return the subject of an e-mail: it tells neither a debt nor an amount."""
    return tongue.subject.format(creditor=creditor, code=debtor_code).strip()


def interest_name(tongue: Tongue, regime: str) -> str:
    """Return how interest is called under a regime."""
    return tongue.law.interest_of.get(regime, tongue.law.interest)


def interest_inside(tongue: Tongue, regime: str) -> str:
    """Return how interest is called within a sentence."""
    name = interest_name(tongue, regime)
    return name if tongue.law.nouns_in_capitals else name.lower()


def interest_heading(tongue: Tongue, regime: str) -> str:
    """Return how a narrow column of interest is headed."""
    return tongue.law.interest_short_of.get(regime, tongue.law.interest_short)


def basis(tongue: Tongue, regimes: tuple[str, ...]) -> str:
    """Return the texts behind interest and fixed sum, for the regimes of the items."""
    texts = tongue.law.basis
    return tongue.law.between.join(dict.fromkeys(texts[code] for code in regimes if code in texts))


def records(tongue: Tongue, sources: Iterable[str]) -> str:
    """Return the texts behind rates, as the claim's segments have them, without their keys."""
    texts = (RECORD_KEYS.sub("", source) for source in sources)
    known = tongue.law.records
    return tongue.law.between.join(dict.fromkeys(known.get(text, text) for text in texts))


def clause(tongue: Tongue, article: str) -> str:
    """Return the article of the terms that is quoted, "" when none."""
    if not article:
        return ""
    number = ARTICLE.sub("", article, count=1)
    is_named = number.lower().startswith("art")
    named = number if is_named else tongue.article.format(number=number)
    return tongue.clause.format(article=named)


def phone_line(tongue: Tongue, phone: str) -> str:
    """Return a phone number with its name, "" without one."""
    return whole(tongue.parties.phone.format(phone=phone)) if phone else ""


def vat_line(tongue: Tongue, number: str) -> str:
    """Return a VAT number with its name, "" without one."""
    return whole(tongue.parties.vat.format(number=number)) if number else ""


def registration(tongue: Tongue, value: str, country: str) -> str:
    """Return an identification number with its name: "SIREN 123 456 789"."""
    digits = "".join(letter for letter in value if letter.isdigit())
    if not digits:
        return value
    if country == "BE" and len(digits) in (9, 10):
        padded = digits.zfill(10)
        grouped = f"{padded[:4]}.{padded[4:7]}.{padded[7:]}"
        return whole(tongue.parties.company_number.format(number=grouped))
    if country == "FR" and len(digits) in (9, 14):
        groups = (digits[:3], digits[3:6], digits[6:9], digits[9:])
        name = "SIREN" if len(digits) == 9 else "SIRET"
        return NBSP.join((name, *(group for group in groups if group)))
    return value


def extension(tongue: Tongue, number: str, until: date, *, suspends: bool, interest: str) -> str:
    """Say that a later day was granted, and whether interest (its name) runs meanwhile."""
    items = tongue.items
    said = items.extension.format(number=number, day=tongue.figures.long_day(until))
    if not interest:
        return f"{said}."
    runs = items.extension_suspends if suspends else items.extension_runs
    return runs.format(said=said, interest=interest)


def allocation(tongue: Tongue, rule: str) -> str:
    """Say how part payments are allocated (article 1343-1 of the French civil code)."""
    return tongue.items.allocation[rule]


def intervention(tongue: Tongue, sender: str, creditor: str, reference: str, since: str) -> str:
    """Say for whom the letter is sent, when it is not sent by the creditor.

    Args:
        tongue: the language.
        sender: creditor, accountant or third_party.
        creditor: the creditor's name and address.
        reference: the mandate's reference.
        since: the mandate's day as text, "" when not given.
    """
    if sender == "creditor":
        return ""
    parties = tongue.parties
    mandate = parties.mandate.format(reference=reference).strip()
    dated = parties.mandate_since.format(mandate=mandate, since=since) if since else mandate
    said = elided(parties.intervention, "creditor", creditor).format(
        creditor=creditor, mandate=dated
    )
    return f"{said} {parties.collector}" if sender == "third_party" else said


def to_payer(tongue: Tongue, debtor: str) -> str:
    """Tell a payer why they are written to."""
    return elided(tongue.parties.to_payer, "debtor", debtor).format(debtor=debtor)


def ask_for(payer: str, debtor: str) -> str:
    """Tell a caller whom to ask for when someone pays in the debtor's place."""
    return elided(ASK_FOR, "debtor", debtor).format(payer=payer, debtor=debtor)


def at_the_home_of(tongue: Tongue, name: str) -> str:
    """Return the line of an address at someone else's."""
    return tongue.parties.at_the_home_of.format(name=name)


def copies(tongue: Tongue, numbers: list[str], *, whole: bool = False) -> str:
    """Name the copies that go with a letter; those of a long table (`whole`) by their count."""
    if whole and len(numbers) > NAMED_COPIES:
        return tongue.items.copies_of_table.format(count=len(numbers))
    said = tongue.items.copy if len(numbers) == 1 else tongue.items.copies
    return said.format(numbers=", ".join(numbers)) if numbers else ""


def scan_to_pay(language: str, iban: str, amount: str) -> str:
    """Say what a payment's QR code is, to those who can't see it."""
    return SCAN_TO_PAY[language].format(iban=iban, amount=amount)


def orders(tongue: Tongue, numbers: list[str]) -> str:
    """Name the debtor's order numbers; the table of the letter has them when they are many."""
    return ", ".join(numbers) if len(numbers) <= NAMED_ORDERS else tongue.items.see_table


def days(tongue: Tongue, count: int, *, calendar: bool = False) -> str:
    """Return a delay in words: "8 jours", "14 jours calendrier"."""
    delays = tongue.delays
    one, many = (
        (delays.calendar_day, delays.calendar_days) if calendar else (delays.day, delays.days)
    )
    return (many if count > 1 else one).format(count=count)
