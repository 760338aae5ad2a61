"""How a table is paid: the account, the reference to quote, the QR code of the transfer."""

from decimal import Decimal

from ..core.balances import is_balance
from ..core.banks import bic_of
from ..core.links import payment_link
from ..core.money import ZERO
from ..core.records import Creditor, Instalment, Line, Message, PaymentPlan, Promise
from .qr import epc_payload

REFERENCE_LENGTH = 140  # free text of a SEPA transfer
NAMED = 3  # invoices named in a payment reference
AGREED = ("thanks", "plan", "settlement")  # documents that ask for another sum than what is open


def payment(creditor: Creditor, currency: str, asked: Decimal, reference: str) -> dict[str, object]:
    """Return the fields of a payment in a currency.

    Args:
        creditor: who is paid.
        currency: of the payment.
        asked: the sum of the QR code; 0 for none.
        reference: what the debtor quotes.
    """
    iban, bic = creditor.iban(currency), bic_of(creditor, currency)
    return {
        "iban": spaced(iban),
        "bic": bic,
        "reference": reference,
        "lien": payment_link(creditor.payment_link, reference),
        "qr": epc_payload(creditor.name, iban, bic, asked, currency, reference, reference),
    }


def bank(creditor: Creditor, currencies: list[str]) -> str:
    """Return the BIC of the accounts to pay to, "" where they are of several banks."""
    listed = currencies or [code for code, _ in creditor.ibans[:1]]
    banks = {bic_of(creditor, one) for one in listed if creditor.iban(one)}
    return banks.pop() if len(banks) == 1 else ""


def promised(message: Message, currency: str) -> Decimal:
    """Return what the confirmation of a call asks for: what is to come of the first promise."""
    if message.kind != "confirmation":
        return ZERO
    promises = [one for one in pending(message) if one.currency == currency]
    first = min(promises, key=lambda one: one.by, default=None)
    return first.amount - came(message, first) if first else ZERO


def agreed(message: Message) -> Decimal:
    """Return what an agreement asks for next: the coming instalment, the sum of a settlement."""
    if message.settled_for is not None:
        return message.settled_for
    coming = coming_instalment(message.plan) if message.plan else None
    return coming.amount - coming.came if coming else ZERO


def coming_instalment(plan: PaymentPlan) -> Instalment | None:
    """Return the first instalment that is not settled, else the last."""
    lines = plan.instalments
    return next((one for one in lines if not one.is_paid), lines[-1] if lines else None)


def pending(message: Message) -> list[Promise]:
    """Return the promises that still run on the day of the message."""
    as_of = message.decision.as_of
    return [one for one in message.promises if one.kept is None and one.by >= as_of]


def came(message: Message, promise: Promise) -> Decimal:
    """Return what has come of a promise that the message counts on."""
    return message.came.get(promise, ZERO)


def spaced(iban: str) -> str:
    r"""Return an IBAN in groups of four, as it is printed; "" stays "".

    >>> spaced("FR7630006000011234567890189").replace("\u00a0", " ")
    'FR76 3000 6000 0112 3456 7890 189'
    """
    compact = "".join(iban.split()).upper()
    return "\u00a0".join(compact[at : at + 4] for at in range(0, len(compact), 4))


def payment_reference(debtor: str, lines: list[Line]) -> str:
    """Return what the debtor writes on the transfer: the invoice's reference, else its number."""
    if len(lines) == 1 and lines[0].item.reference:
        return lines[0].item.reference
    named = [line.item.number for line in lines if not is_balance(line.item)]
    numbers = named if len(named) <= NAMED else []
    return " ".join([debtor, *numbers])[:REFERENCE_LENGTH]
