"""What a call sheet says of what happened beside the contacts: payments, promises, agreements."""

from datetime import date
from decimal import Decimal

from .amounts import day, money
from .labels import label

PAYMENT, PROMISE, PLAN, DISPUTE = "règlement", "promesse", "échéancier", "litige"
SETTLEMENT = "accord de règlement"
CONTACT = "contact"  # outside of the steps
NAMED = 4  # invoices of one line
PASSED = "jour passé"  # the bank's data may not tell yet whether it was kept


def named(numbers: list[str]) -> str:
    """Return the invoices of a line: of many, the first and how many others."""
    if len(numbers) <= NAMED:
        return ", ".join(numbers)
    return f"{', '.join(numbers[: NAMED - 1])} et {len(numbers) - NAMED + 1} autres"


def payment(amount: Decimal, currency: str, *, matched: bool) -> str:
    """Return what was received, and whether nobody knows for which invoice."""
    return money(amount, currency) + ("" if matched else ", non affecté")


def promise(amount: Decimal, currency: str, by: date, kept: bool | None, as_of: date) -> str:
    """Return what was promised, for when, and what became of it."""
    state = label("promise_state", {None: "pending", True: "kept", False: "broken"}[kept])
    if kept is None and by < as_of:
        state = PASSED
    return f"{money(amount, currency)} pour le {day(by)} ({state})"


def plan(total: Decimal, paid: Decimal, count: int, currency: str, *, cancelled: bool) -> str:
    """Return what was agreed, and what has come of it."""
    what = f"{money(total, currency)} en {count} échéance{'s' if count > 1 else ''}"
    return f"{what}, annulé" if cancelled else f"{what}, {money(paid, currency)} réglés"


def settlement(amount: Decimal, owed: Decimal, currency: str, by: date, as_of: date) -> str:
    """Return what is accepted in the place of what is owed, and until when."""
    passed = f" ({PASSED})" if by < as_of else ""
    return f"{money(amount, currency)} au lieu de {money(owed, currency)}, le {day(by)}{passed}"


def dispute(reason: str, resolved: date | None) -> str:
    """Return why an invoice is contested, and since when it is not any more."""
    end = f"résolu le {day(resolved)}" if resolved else "ouvert"
    return f"{reason} ({end})" if reason else end
