"""Sentences of what tells an account: debits to come, statement, penalty note, posting slip."""

from datetime import date

from .amounts import NBSP, day
from .buckets import bucket_label
from .letters import days
from .tongues import FRENCH


def collected(invoice: str, amount: str, on: date | None, *, bill: bool) -> str:
    """Say that an invoice will be paid by a debit or a bill, and on which day."""
    what = f"Le montant de {amount} (facture {invoice}) sera"
    when = f" le {day(on)}" if on else " à son échéance"
    return (
        f"{what} présenté à votre banque{when} (effet, LCR)." if bill else f"{what} prélevé{when}."
    )


def situation(days_overdue: int | None, *, disputed: bool) -> str:
    """Say where an item of a statement stands; None for one without a due date."""
    if disputed:
        return "en litige"
    if days_overdue is None:
        return ""
    return f"échue, {days(FRENCH, days_overdue)}" if days_overdue > 0 else "non échue"


def bucket_name(index: int) -> str:
    """Return the name of an ageing bucket as a debtor reads it, without its leading figure."""
    return bucket_label(index).partition(" ")[2].replace(" j", f"{NBSP}jours")


def without_vat(regime: str) -> str:
    """Say why penalties bear no VAT, and that their note is no invoice."""
    article = " (article 28, 3° du Code de la TVA)" if regime.startswith("BE-") else ""
    return (
        "Les intérêts ou pénalités de retard et l'indemnité sont hors du champ de la TVA"
        f"{article} : cette note n'est pas une facture."
    )


def packets(count: int) -> str:
    """Return how many letters a posting slip lists."""
    return f"{count}{NBSP}pli{'s' if count > 1 else ''}"
