"""The tables of a document, one a currency: items, credits, other sums, breakdown of interest."""

from decimal import Decimal

from ..core.balances import is_balance
from ..core.money import ZERO
from ..core.records import Line, Message, Receivable, Segment
from ..wording.letters import rate, records, sold
from ..wording.tongues import Tongue
from .language import tongue_of
from .payment import payment

Row = dict[str, object]


def currencies(message: Message) -> list[str]:
    """Return the currencies of the demanded items, in the order of the decision's totals."""
    demanded = {line.item.currency for line in message.decision.demanded}
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
    segments = [(line, part) for line in lines for part in line.claim.segments] if claimed else []
    return {
        "devise": currency,
        "lignes": [item_row(line, tongue, claimed) for line in lines],
        "deductions": [_deduction(line.item, tongue) for line in credit],
        "principal": money(principal, currency),
        "penalites": money(interest, currency),
        "indemnites": money(fee, currency),
        "total": money(principal + interest + fee, currency),
        "autres": [
            item_row(line, tongue)
            for line in message.decision.lines
            if line.informed and line.item.currency == currency
        ],
        "decompte": [_segment_row(line, part, tongue) for line, part in segments],
        "sources": records(tongue, (part.source for _, part in segments)),
        **payment(message, currency, principal + interest + fee, lines),
    }


def due_now(message: Message, currency: str, *, claimed: bool) -> Decimal:
    """Return what the message asks for in a currency."""
    lines = [line for line in message.decision.demanded if line.item.currency == currency]
    credit = [line for line in credits_of(message) if line.item.currency == currency]
    principal = sum((_owed(line, claimed) for line in [*lines, *credit]), ZERO)
    extra = sum((line.claim.interest + line.claim.fee for line in lines), ZERO)
    return principal + extra if claimed else principal


def _owed(line: Line, claimed: bool) -> Decimal:
    """What is asked as principal: more than the open amount when payments went to interest."""
    return line.claim.principal if claimed and line.demanded else line.item.open


def item_row(line: Line, tongue: Tongue, claimed: bool = False) -> Row:
    """Return an item as a row: every cell is text."""
    item, currency = line.item, line.item.currency
    day, money = tongue.figures.day, tongue.figures.money
    order = tongue.items.order.format(number=item.order_number) if item.order_number else ""
    return {
        "numero": item_name(item, tongue) + (f" ({order})" if order else ""),
        "date": day(item.issued) if item.issued else "",
        "echeance": day(item.due) if item.due else "",
        "retard": str(max(line.days_overdue, 0)),
        "montant": money(item.amount, currency),
        "paye": money(item.paid, currency),
        "reste_du": money(_owed(line, claimed), currency),
        "penalites": money(line.claim.interest, currency),
        "indemnite": money(line.claim.fee, currency),
        "objet": item.description or sold(tongue, item_name(item, tongue), item.issued),
    }


def item_name(item: Receivable, tongue: Tongue) -> str:
    """Return an item's number, with what it is when it is not an invoice."""
    if is_balance(item):
        return tongue.items.balance
    return f"{tongue.items.prefixes.get(item.kind, '')}{item.number}"


def _deduction(item: Receivable, tongue: Tongue) -> Row:
    return {
        "numero": item_name(item, tongue),
        "date": tongue.figures.day(item.issued) if item.issued else "",
        "montant": tongue.figures.money(item.open, item.currency),
    }


def _segment_row(line: Line, part: Segment, tongue: Tongue) -> Row:
    currency = line.item.currency
    day, money = tongue.figures.day, tongue.figures.money
    return {
        "numero": item_name(line.item, tongue),
        "du": day(part.first),
        "au": day(part.last),
        "jours": str(part.days),
        "base": money(part.principal, currency),
        "taux": rate(tongue, part.rate),
        "interets": money(part.interest, currency),
    }
