"""The tables of a document, one a currency: items, credits, other sums, breakdown of interest."""

from datetime import date
from decimal import Decimal

from ..core.calendar import bank_day
from ..core.money import ZERO
from ..core.records import Line, Message, Receivable
from ..wording import letter_accounts, letter_standing
from ..wording.tongues import Tongue
from .aged import aged
from .awaited import (
    agreed_part,
    in_agreement,
    is_collected,
    is_held,
    is_transferred,
    note_alone,
    note_currencies,
)
from .breakdown import breakdown
from .item_names import item_name
from .language import tongue_of
from .payment import AGREED, agreed, payment, payment_reference, promised

Row = dict[str, object]
NIL = "–"
WHOLE = 12  # signs of an order that the narrowest column of items holds on a line


def currencies(message: Message) -> list[str]:
    """Return the currencies of the demanded items, in the order of the decision's totals.

    A statement tells what we owe too, though nothing else of its currency is open.
    """
    demanded = {line.item.currency for line in message.decision.demanded}
    if message.kind == "statement":
        demanded |= {line.item.currency for line in credits_of(message)} | note_currencies(message)
    known = [totals.currency for totals in message.decision.totals if totals.currency in demanded]
    return known + sorted(demanded - set(known))


def credits_of(message: Message) -> tuple[Line, ...]:
    """Return the credits and unallocated payments to show; the decision's when none are named."""
    return message.credits or tuple(line for line in message.decision.lines if line.item.open < 0)


def table(message: Message, currency: str, *, claimed: bool) -> Row:
    """Return one currency's table; interest and fee count only when they are claimed."""
    tongue = tongue_of(message)
    money = tongue.figures.money
    lines = [line for line in message.decision.demanded if line.item.currency == currency]
    credit = [line for line in credits_of(message) if line.item.currency == currency]
    principal = sum((_owed(line, claimed) for line in [*lines, *credit]), ZERO)
    interest = sum((line.claim.interest for line in lines), ZERO) if claimed else ZERO
    fee = sum((line.claim.fee for line in lines), ZERO) if claimed else ZERO
    return {
        "devise": currency,
        "lignes": [
            item_row(line, tongue, claimed, is_collected(message, line.item)) for line in lines
        ],
        "deductions": [_deduction(line.item, tongue) for line in credit],
        "principal": money(principal, currency),
        "en_faveur": principal < 0,
        "penalites": _unless_nil(money(interest, currency), interest),
        "penalites_dues": interest > 0,
        "indemnites": _unless_nil(money(fee, currency), fee),
        "indemnites_dues": fee > 0,
        "total": money(principal + interest + fee, currency),
        "accessoires": money(interest + fee, currency),
        "tranches": aged(message, currency),
        "autres": [
            item_row(line, tongue)
            for line in message.decision.lines
            if line.informed and line.item.currency == currency
        ],
        "autres_demandees": _asked_before(message, currency),
        **breakdown(lines if claimed else (), currency, tongue),
        **_payment(message, currency, interest + fee, claimed=claimed),
    }


def _payment(message: Message, currency: str, extra: Decimal, *, claimed: bool) -> Row:
    """How a table is paid: where a debit takes all of it, or we owe it, no account is told."""
    lines = [line for line in message.decision.demanded if line.item.currency == currency]
    taken = any(not is_transferred(message, line) for line in lines)
    left = to_transfer(message, currency, claimed=claimed)
    asked, reference = _asked(message, currency, left, extra), _reference(message, lines)
    if note := note_alone(message, currency):
        (left, reference), asked, taken = note, note[0], True
    told: Row = payment(message.creditor, currency, asked, reference)
    if left <= 0 and (taken or message.kind == "statement"):
        told = dict.fromkeys(told, "")
    due = tongue_of(message).figures.money(left, currency)
    return {**told, "a_virer": due if taken and left > 0 else ""}


def _asked_before(message: Message, currency: str) -> str:
    """Say which of the other sums due an earlier message has demanded."""
    tongue = tongue_of(message)
    items = {
        line.item.number: item_name(line.item, tongue)
        for line in message.decision.lines
        if line.informed and line.item.currency == currency
    }
    told = [(items[one], day, mail) for one, day, mail in message.asked_before if one in items]
    return letter_accounts.asked_before(tongue, told)


def _unless_nil(said: str, amount: Decimal) -> str:
    """Return an amount, a dash for nothing: what the law gives in euros is no "0,00 USD"."""
    return said if amount else NIL


def due_now(message: Message, currency: str, *, claimed: bool) -> Decimal:
    """Return what the message asks for in a currency."""
    lines = [line for line in message.decision.demanded if line.item.currency == currency]
    credit = [line for line in credits_of(message) if line.item.currency == currency]
    principal = sum((_owed(line, claimed) for line in [*lines, *credit]), ZERO)
    extra = sum((line.claim.interest + line.claim.fee for line in lines), ZERO)
    return principal + extra if claimed else principal


def to_transfer(message: Message, currency: str, *, claimed: bool) -> Decimal:
    """Return what of it a debtor pays by transfer: whoever pays a debit too pays twice.

    Nor is what comes as agreed: an instalment, the sum of a settlement; nor what a statement lists
    and nobody may ask for yet.
    """
    taken = (
        _owed(line, claimed)
        for line in message.decision.demanded
        if line.item.currency == currency and not in_agreement(message, line.item)
        if is_collected(message, line.item) or is_held(message, line)
    )
    other = sum(taken, ZERO) + agreed_part(message, currency)
    return due_now(message, currency, claimed=claimed) - other


def asks_for_payment(message: Message, *, claimed: bool) -> bool:
    """Tell whether anything is left to be transferred by a debtor whom we don't owe as much."""
    asked = any(is_transferred(message, line) for line in message.decision.demanded)
    sums = (to_transfer(message, one, claimed=claimed) for one in currencies(message))
    is_due = (asked and any(one > 0 for one in sums)) or bool(note_currencies(message))
    return is_due and not message.enclosed


def _owed(line: Line, claimed: bool) -> Decimal:
    """What is asked as principal: more than the open amount when payments went to interest."""
    return line.claim.principal if claimed and line.demanded else line.item.open


def extras(line: Line) -> Decimal:
    """Return what an item owes beside its principal."""
    return line.claim.interest + line.claim.fee


def _reference(message: Message, lines: list[Line]) -> str:
    """What the debtor writes on the transfer: a penalty note has a number of its own."""
    decision = message.decision
    if message.kind == "penalty_note":
        return message.number
    asked = [line for line in lines if is_transferred(message, line)]
    return payment_reference(decision.debtor.code, asked)


def _asked(message: Message, currency: str, left: Decimal, accessories: Decimal) -> Decimal:
    """What the QR code of a transfer asks for; nothing where the document names no one sum."""
    if message.kind == "penalty_note":
        return accessories
    if message.kind in AGREED:
        return agreed(message) if currency == next(iter(currencies(message))) else ZERO
    return promised(message, currency) or left


def collected(line: Line, tongue: Tongue) -> str:
    """Say on which day an item will be taken from the debtor's account."""
    item = line.item
    return letter_accounts.collected(
        tongue, item_name(item, tongue), tongue.figures.money(item.open, item.currency),
        _taken_on(item), bill=item.payment_method == "bill",
    )  # fmt: skip


def _taken_on(item: Receivable) -> date | None:
    """Return the day on which a bank takes an item: none does on a weekend.

    A bill that is due on a French holiday is payable on the day after (C. com. L511-81).
    """
    holidays = ("FR",) if item.payment_method == "bill" else ()
    return bank_day(item.payable_on, *holidays) if item.payable_on else None


def item_row(line: Line, tongue: Tongue, claimed: bool = False, taken: bool = False) -> Row:
    """Return an item as a row: every cell is text."""
    item, currency = line.item, line.item.currency
    day, money = tongue.figures.day, tongue.figures.money
    order = tongue.items.order.format(number=item.order_number) if item.order_number else ""
    if len(order) <= WHOLE:  # a narrow column breaks before it, not inside
        order = order.replace(" ", "\u00a0")
    return {
        "numero": item_name(item, tongue) + (f" ({order})" if order else ""),
        "date": day(item.issued) if item.issued else "",
        "echeance": day(item.due) if item.due else "",
        "situation": letter_standing.situation(
            tongue,
            line.days_overdue if item.payable_on else None,
            disputed=any(reason.code == "disputed" for reason in line.blocked),
            taken=(item.payment_method, _taken_on(item)) if taken else None,
            put_off=item.extended_to,
        ),
        "retard": str(max(line.days_overdue, 0)),
        "montant": money(item.amount, currency),
        "paye": money(item.paid, currency),
        "reste_du": money(_owed(line, claimed), currency),
        "penalites": _unless_nil(money(line.claim.interest, currency), line.claim.interest),
        "indemnite": _unless_nil(money(line.claim.fee, currency), line.claim.fee),
        "objet": item.description or tongue.items.sold,
    }


def _deduction(item: Receivable, tongue: Tongue) -> Row:
    return {
        "numero": item_name(item, tongue),
        "date": tongue.figures.day(item.issued) if item.issued else "",
        "montant": tongue.figures.money(item.open, item.currency),
    }
