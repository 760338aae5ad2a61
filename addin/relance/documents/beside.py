"""Fields of the documents beside the policy: statement, penalty note, plan, settlement."""

from decimal import Decimal

from ..core.money import ZERO
from ..core.question import strictest
from ..core.records import Instalment, Message
from ..core.setting import regime_code
from ..wording import letter_accounts
from ..wording.tongues import Tongue
from .breakdown import withheld_of
from .item_names import item_name
from .language import tongue_of, written_out
from .payment import coming_instalment
from .tables import Row, currencies, due_now, extras


def beside(message: Message) -> Row:
    """Return the fields that only these documents fill; blank in all others."""
    return _penalties(message) | _plan(message) | _settlement(message) | _agreements(message)


def _agreements(message: Message) -> Row:
    """What a statement says of agreements about its invoices, and of notes beside its balance."""
    stated = message.decision.why if message.kind == "statement" else ()
    return {"accords": [letter_accounts.beside_balance(tongue_of(message), one) for one in stated]}


def _penalties(message: Message) -> Row:
    decision, tongue = message.decision, tongue_of(message)
    money = tongue.figures.money
    is_note, lines = message.kind == "penalty_note", decision.demanded
    adds = is_note or message.kind == "settlement"
    sums = [
        money(sum((extras(line) for line in lines if line.item.currency == one), ZERO), one)
        for one in currencies(message)
    ]
    regime = next((line.claim.regime for line in lines), "")
    return {
        "numero_note": message.number if is_note else "",
        "total_accessoires": tongue.both.join(sums) if adds else "",
        "sans_tva": letter_accounts.without_vat(tongue, regime) if is_note else "",
        "reste_ouvert": is_note and any(line.item.open > 0 for line in lines),
        "payees_en_retard": is_note and any(line.item.open == 0 for line in lines),
        "note_a_regler": "",
        "credit_au_compte": "",
        **(_thanks(message) if message.kind == "thanks" else {}),
    }


def _thanks(message: Message) -> Row:
    """What is still to be paid beside the principal that came, and what we hold of the debtor."""
    tongue, lines = tongue_of(message), message.decision.demanded
    money = tongue.figures.money
    rests = {number: money(rest, currency) for number, currency, rest in message.note_rests}
    claimed = tongue.both.join(money(sum_, currency) for currency, sum_ in message.left_claimed)
    debtor = message.decision.debtor
    regime = strictest(regime_code(line.item, debtor, message.creditor) for line in lines)
    left = letter_accounts.left_to_pay(
        tongue, message.notes, rests, claimed, message.claimed_on, regime, len(lines)
    )
    held = tongue.both.join(money(sum_, currency) for currency, sum_ in message.in_favour)
    return {
        "note_a_regler": left,
        "credit_au_compte": letter_accounts.credit_held(tongue, held, apart=bool(left)),
    }


def remarks(message: Message) -> list[str]:
    """Say what else was written about the sums that a document claims, and what was paid of them.

    A reader who lays two documents side by side must not add them up.
    """
    tongue = tongue_of(message)
    is_note = message.kind == "penalty_note"
    said = letter_accounts.notes_included(tongue, message.notes, replaced=is_note)
    if message.claimed_on:
        said.append(letter_accounts.letter_included(tongue, message.claimed_on))
    if message.thanked_on:
        said.append(letter_accounts.after_thanks(tongue, message.thanked_on))
    for currency in currencies(message):
        received = _received(message, currency)
        if received:
            amount = tongue.figures.money(received, currency)
            said.append(letter_accounts.deducted(tongue, amount))
    return said


def already_noted(message: Message) -> str:
    """Say that what a message announces was claimed by a note, of all its invoices or some."""
    if not message.noted:
        return ""
    demanded = [line.item for line in message.decision.demanded]
    named = [item for item in demanded if item.number in message.noted]
    tongue = tongue_of(message)
    numbers = [] if len(named) == len(demanded) else [item_name(item, tongue) for item in named]
    return letter_accounts.already_noted(tongue, message.notes, numbers)


def _received(message: Message, currency: str) -> Decimal:
    """What payments of notes have taken off interest and fixed sums."""
    lines = (line for line in message.decision.demanded if line.item.currency == currency)
    amounts = (reason.facts["amount"] for reason in withheld_of(lines, "paid_on_note"))
    return sum((one for one in amounts if isinstance(one, Decimal)), ZERO)


def _plan(message: Message) -> Row:
    plan, tongue = message.plan, tongue_of(message)
    currency = next(iter(currencies(message)), "EUR")
    lines = plan.instalments if plan else ()
    coming = coming_instalment(plan) if plan else None
    total = sum((one.amount for one in lines), ZERO)
    blank = dict.fromkeys(("numero", "date", "montant", "paye"), "")
    replaced = [tongue.figures.long_day(day) for day in message.plans_replaced]
    return {
        "convenu_le": tongue.figures.long_day(plan.agreed_on) if plan else "",
        "termes": [_term(one, currency, tongue) for one in lines],
        "prochain": _coming(coming, currency, tongue) if coming else blank,
        "total_termes": tongue.figures.money(total, currency) if lines else "",
        "echeancier_remplace": tongue.both.join(replaced),
        "echeanciers_remplaces": len(replaced) > 1,
    }


def _term(one: Instalment, currency: str, tongue: Tongue) -> Row:
    day, money = tongue.figures.day, tongue.figures.money
    return {
        "numero": str(one.number),
        "date": day(one.day),
        "montant": money(one.amount, currency),
        "paye": money(one.came, currency),
    }


def _coming(one: Instalment, currency: str, tongue: Tongue) -> Row:
    """The next instalment as a sentence asks for it: its day in words, what is left of its sum."""
    return _term(one, currency, tongue) | {
        "date": tongue.figures.long_day(one.day),
        "montant": tongue.figures.money(one.amount - one.came, currency),
    }


def _settlement(message: Message) -> Row:
    amount, currency = message.settled_for, next(iter(currencies(message)), "EUR")
    tongue = tongue_of(message)
    lines = message.decision.demanded if amount else ()
    whole = due_now(message, currency, claimed=False)
    regime = next((line.claim.regime for line in lines), "")
    interest = any(line.claim.interest > 0 for line in lines)
    fees = sum(line.claim.fee > 0 for line in lines)
    return {
        "accessoires": letter_accounts.extras(tongue, regime, interest=interest, fees=fees),
        "principal_entier": bool((interest or fees) and amount == whole),
        "accord_remplace": tongue.figures.long_day(message.replaces) if message.replaces else "",
        "somme_convenue": tongue.figures.money(amount, currency) if amount else "",
        "somme_en_lettres": written_out(message, amount, currency) if amount else "",
    }
