"""Fields of the documents beside the policy: statement, penalty note, plan, settlement."""

from ..core.money import ZERO
from ..core.records import Instalment, Message
from ..wording import letter_accounts
from ..wording.tongues import Tongue
from .language import tongue_of, written_out
from .payment import coming_instalment
from .tables import Row, currencies, extras, note_number


def beside(message: Message) -> Row:
    """Return the fields that only these documents fill; blank in all others."""
    return _penalties(message) | _plan(message) | _settlement(message)


def _penalties(message: Message) -> Row:
    decision, tongue = message.decision, tongue_of(message)
    money = tongue.figures.money
    is_note, lines = message.kind == "penalty_note", decision.demanded
    sums = [
        money(sum((extras(line) for line in lines if line.item.currency == one), ZERO), one)
        for one in currencies(message)
    ]
    regime = next((line.claim.regime for line in lines), "")
    return {
        "numero_note": note_number(decision.debtor.code, decision.as_of) if is_note else "",
        "total_accessoires": tongue.both.join(sums) if is_note else "",
        "sans_tva": letter_accounts.without_vat(tongue, regime) if is_note else "",
        "reste_ouvert": is_note and any(line.item.open > 0 for line in lines),
    }


def _plan(message: Message) -> Row:
    plan, tongue = message.plan, tongue_of(message)
    currency = next(iter(currencies(message)), "EUR")
    lines = plan.instalments if plan else ()
    coming = coming_instalment(plan) if plan else None
    total = sum((one.amount for one in lines), ZERO)
    blank = dict.fromkeys(("numero", "date", "montant", "paye"), "")
    return {
        "convenu_le": tongue.figures.long_day(plan.agreed_on) if plan else "",
        "termes": [_term(one, currency, tongue) for one in lines],
        "prochain": _coming(coming, currency, tongue) if coming else blank,
        "total_termes": tongue.figures.money(total, currency) if lines else "",
    }


def _term(one: Instalment, currency: str, tongue: Tongue) -> Row:
    day, money = tongue.figures.day, tongue.figures.money
    return {
        "numero": str(one.number),
        "date": day(one.day),
        "montant": money(one.amount, currency),
        "paye": money(one.paid, currency),
    }


def _coming(one: Instalment, currency: str, tongue: Tongue) -> Row:
    """The next instalment, which a sentence names: its day is in words, unlike in the table."""
    return _term(one, currency, tongue) | {"date": tongue.figures.long_day(one.day)}


def _settlement(message: Message) -> Row:
    amount, currency = message.settled_for, next(iter(currencies(message)), "EUR")
    tongue = tongue_of(message)
    return {
        "somme_convenue": tongue.figures.money(amount, currency) if amount else "",
        "somme_en_lettres": written_out(message, amount, currency) if amount else "",
    }
