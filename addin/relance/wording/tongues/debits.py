"""What a reminder says of debits and bills that should have come: what is known, and no more.

The workbook knows that a debit was due and that its money has not come; not whether it was
presented, nor whether a bank has refused it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Debits:
    """One language: by means of payment, about one invoice or several, and what to do."""

    one: Mapping[str, str]
    several: Mapping[str, str]
    missed: str


FRENCH = Debits(
    one={
        "direct_debit": "La facture {numbers} devait être réglée par prélèvement le {day}",
        "bill": "La facture {numbers} devait être réglée par effet de commerce (LCR) le {day}",
    },
    several={
        "direct_debit": "Les factures {numbers} devaient être réglées par prélèvement",
        "bill": "Les factures {numbers} devaient être réglées par effet de commerce (LCR)",
    },
    missed=(
        "{said} ; sauf erreur de notre part, nous n'avons pas reçu ce règlement. Si votre compte a"
        " été débité, ou pour convenir d'un autre moyen de paiement, merci de nous contacter."
    ),
)
DUTCH = Debits(
    one={
        "direct_debit": "Factuur {numbers} zou op {day} via domiciliëring worden betaald",
        "bill": "Factuur {numbers} zou op {day} met een wissel (LCR) worden betaald",
    },
    several={
        "direct_debit": "De facturen {numbers} zouden via domiciliëring worden betaald",
        "bill": "De facturen {numbers} zouden met een wissel (LCR) worden betaald",
    },
    missed=(
        "{said}; behoudens vergissing onzerzijds hebben wij deze betaling niet ontvangen. Werd uw"
        " rekening gedebiteerd, of wilt u een ander betaalmiddel afspreken, neem dan contact met"
        " ons op."
    ),
)
GERMAN = Debits(
    one={
        "direct_debit": "Die Rechnung {numbers} sollte am {day} per Lastschrift bezahlt werden",
        "bill": "Die Rechnung {numbers} sollte am {day} per Wechsel (LCR) bezahlt werden",
    },
    several={
        "direct_debit": "Die Rechnungen {numbers} sollten per Lastschrift bezahlt werden",
        "bill": "Die Rechnungen {numbers} sollten per Wechsel (LCR) bezahlt werden",
    },
    missed=(
        "{said}; sofern kein Irrtum unsererseits vorliegt, ist diese Zahlung nicht bei uns"
        " eingegangen. Wurde Ihr Konto belastet oder möchten Sie eine andere Zahlungsart"
        " vereinbaren, melden Sie sich bitte bei uns."
    ),
)
ENGLISH = Debits(
    one={
        "direct_debit": "Invoice {numbers} was to be paid by direct debit on {day}",
        "bill": "Invoice {numbers} was to be paid by bill of exchange (LCR) on {day}",
    },
    several={
        "direct_debit": "Invoices {numbers} were to be paid by direct debit",
        "bill": "Invoices {numbers} were to be paid by bill of exchange (LCR)",
    },
    missed=(
        "{said}; unless we are mistaken, we have not received this payment. If your account was"
        " debited, or to agree on another means of payment, please contact us."
    ),
)
