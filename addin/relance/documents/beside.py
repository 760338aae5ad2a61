"""Fields of the documents beside the policy: statement, penalty note, plan, settlement."""

from ..core.money import ZERO
from ..core.records import Instalment, Message
from ..wording import letter_accounts
from ..wording.amounts import day, money
from ..wording.in_words import amount_in_words
from .tables import Row, currencies, extras, note_number


def beside(message: Message) -> Row:
    """Return the fields that only these documents fill; blank in all others."""
    return _penalties(message) | _plan(message) | _settlement(message)


def _penalties(message: Message) -> Row:
    decision = message.decision
    is_note, lines = message.kind == "penalty_note", decision.demanded
    sums = [
        money(sum((extras(line) for line in lines if line.item.currency == one), ZERO), one)
        for one in currencies(message)
    ]
    regimes = [line.claim.regime for line in decision.demanded]
    return {
        "numero_note": note_number(decision.debtor.code, decision.as_of) if is_note else "",
        "total_accessoires": " et ".join(sums) if is_note else "",
        "sans_tva": letter_accounts.without_vat(regimes[0] if regimes else "") if is_note else "",
        "reste_ouvert": is_note and any(line.item.open > 0 for line in decision.demanded),
    }


def _plan(message: Message) -> Row:
    plan = message.plan
    currency = next(iter(currencies(message)), "EUR")
    lines = plan.instalments if plan else ()
    coming = next((one for one in lines if one.paid < one.amount), lines[-1] if lines else None)
    blank = dict.fromkeys(("numero", "date", "montant", "paye"), "")
    return {
        "convenu_le": day(plan.agreed_on) if plan else "",
        "termes": [_term(one, currency) for one in lines],
        "prochain": _term(coming, currency) if coming else blank,
        "total_termes": money(sum((one.amount for one in lines), ZERO), currency) if lines else "",
    }


def _term(one: Instalment, currency: str) -> Row:
    return {
        "numero": str(one.number),
        "date": day(one.day),
        "montant": money(one.amount, currency),
        "paye": money(one.paid, currency),
    }


def _settlement(message: Message) -> Row:
    amount, currency = message.settled_for, next(iter(currencies(message)), "EUR")
    reader = message.addressed.country or message.creditor.country
    return {
        "somme_convenue": money(amount, currency) if amount else "",
        "somme_en_lettres": amount_in_words(amount, currency, reader) if amount else "",
    }
