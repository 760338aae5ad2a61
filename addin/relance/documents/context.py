"""From a message to the fields that templates name: texts, flags and lists, all decided here.

Field names are French because accountants write them in Word; every value is text ready to
print, a flag, or a list of such records, so that a template computes nothing. The list of the
fields with their meaning is `wording.letter_fields`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from ..core.balances import is_balance
from ..core.circumstances import OLD_DAYS
from ..core.errors import BadArgumentError
from ..core.money import ZERO
from ..core.records import WRITTEN, Event, Line, Message
from ..core.told import drafted_on, written_on
from ..wording import letters
from ..wording.letter_opening import opening
from ..wording.steps import NAMES
from ..wording.tongues import Tongue
from .awaited import is_collected
from .beside import already_noted, beside, remarks
from .calls import call
from .debits import missed
from .item_names import item_name
from .language import tongue_of, written_out
from .legal import consumers, is_consumer, law, terms
from .names import reference_of
from .parties import legal_line, local, mandate, sender, sender_address, sender_name, window
from .payment import bank
from .posting import copied, is_mail
from .tables import asks_for_payment, collected, currencies, due_now, table
from .words import officer

Fields = dict[str, object]

SENT = ("sent", "done")
NAMED = 3  # invoices named in a spoken sentence


def fields(message: Message) -> Fields:
    """Return every field of a document.

    Raises:
        BadArgumentError: the message lacks what its document must say (facts: argument, value).
    """
    _check_sender(message)
    parts: tuple[Callable[[Message], Fields], ...] = (
        _head, _people, law, _amounts, _remarks, terms, consumers, call, beside,
    )  # fmt: skip
    found: Fields = {}
    for part in parts:
        found |= part(message)
    return found


def _check_sender(message: Message) -> None:
    """Nobody signs as an officer of the law (C. pénal 433-13)."""
    creditor = message.creditor
    for argument in ("sender_name", "signatory_role"):
        value: str = getattr(creditor, argument)
        if officer(value):
            raise BadArgumentError(argument=argument, value=value)


def claims_extras(message: Message) -> bool:
    """Tell whether interest or a fixed sum is claimed by this message."""
    extras = (line.claim.interest + line.claim.fee for line in message.decision.demanded)
    return message.claims == "claimed" and sum(extras, ZERO) > 0


def _head(message: Message) -> Fields:
    decision, tongue = message.decision, tongue_of(message)
    figures, orders = tongue.figures, _orders(message.decision.demanded)
    before = _last_written(message)
    drafted, step = (drafted_on(before.document), before.step) if before else (None, "")
    return {
        "date": figures.day(decision.as_of),
        "date_longue": figures.long_day(decision.as_of),
        "lieu": sender_address(message.creditor).city,
        "reference": message.number
        or reference_of(decision.debtor.code, decision.as_of, message.kind),
        "vos_references": letters.orders(tongue, orders),
        "plusieurs_references": len(orders) > 1,
        "precedente": figures.long_day(written_on(before)) if before else "",
        "precedente_reference": reference_of(decision.debtor.code, drafted, step),
        "phrase_personnelle": _personal(message),
        "debits_attendus": missed(message),
        "etape": NAMES.get(decision.step, decision.step),
        "recommande": decision.channel == "registered_letter",
        "par_voie_electronique": is_mail(message),
        "journal": message.head,
    }


def _personal(message: Message) -> str:
    """What is particular about the case, "" when nothing is."""
    found = message.circumstance
    return opening(tongue_of(message), found.code, found.facts) if found else ""


def _orders(lines: tuple[Line, ...]) -> list[str]:
    """The order or commitment numbers of the items, each once."""
    numbers = (line.item.order_number for line in lines)
    return list(dict.fromkeys(number for number in numbers if number))


def _last_written(message: Message) -> Event | None:
    """The last reminder in writing of all that is demanded, None when there was none."""
    due = {line.item.number: line.item.due for line in message.decision.demanded if line.item.due}
    written = [event for event in message.history if _reminded(event, due, message)]
    return max(written, key=lambda event: event.day, default=None)


def _reminded(event: Event, due: Mapping[str, date], message: Message) -> bool:
    """Tell whether an earlier message reminded of some items: prevention comes before that."""
    is_written = event.channel in WRITTEN and event.outcome in SENT and event.direction != "in"
    if not is_written or event.day >= message.decision.as_of:
        return False
    day = written_on(event)
    return bool(due) and all(one in event.items and day > due[one] for one in due)


def _people(message: Message) -> Fields:
    tongue = tongue_of(message)
    creditor, debtor = message.creditor, message.decision.debtor
    name = debtor.name or debtor.code
    third_party = creditor.sender == "third_party" and creditor.country == "FR"
    return {
        "creancier": {
            "nom": creditor.name,
            "immatriculation": letters.registration(
                tongue, creditor.registration, creditor.country
            ),
            "bic": bank(message.creditor, currencies(message)),
            "email": creditor.email,
            "telephone": creditor.phone,
        },
        "client": {
            "nom": name,
            "code": debtor.code,
            "immatriculation": letters.registration(tongue, debtor.registration, debtor.country),
        },
        "expediteur_nom": sender_name(creditor),
        "expediteur": sender(creditor, tongue),
        **window(message),
        "payeur": letters.to_payer(tongue, name) if message.payer else "",
        "interlocuteur": message.contact.name,
        "signataire": creditor.signatory,
        "qualite": creditor.signatory_role,
        "mandat": creditor.sender != "creditor",
        "intervention": mandate(creditor, tongue),
        "texte_l111_8": letters.L111_8 if third_party else "",
        "mentions_pied": legal_line(creditor, tongue),
        **local(creditor),
    }


def _amounts(message: Message) -> Fields:
    tongue = tongue_of(message)
    claimed = claims_extras(message)
    money = tongue.figures.money
    demanded = message.decision.demanded
    listed = currencies(message)
    sums = [(due_now(message, one, claimed=claimed), one) for one in listed]
    interest = sum((line.claim.interest for line in demanded), ZERO) if claimed else ZERO
    fees = {money(line.claim.fee, line.item.currency) for line in demanded if line.claim.fee > 0}
    numbers = [item_name(line.item, tongue) for line in demanded]
    balance = any(is_balance(line.item) for line in demanded)
    tables = [table(message, one, claimed=claimed) for one in listed]
    return {
        "tables": tables,
        "qr": next((one["qr"] for one in tables if one["qr"]), ""),
        "prevus": [
            collected(line, tongue) for line in demanded if is_collected(message, line.item)
        ],
        "a_regler": asks_for_payment(message, claimed=claimed),
        "echue_depuis": _overdue_since(demanded, tongue),
        "plusieurs": len(demanded) > 1,
        "plusieurs_devises": len(listed) > 1,
        "numeros": ", ".join(numbers[:NAMED]) + ("..." if len(numbers) > NAMED else ""),
        "solde": balance,
        "total": tongue.both.join(money(*one) for one in sums),
        "total_en_lettres": tongue.both.join(
            filter(None, (written_out(message, sum_, one) for sum_, one in sums))
        ),
        "reclame": claimed,
        "annonce": message.claims == "announced"
        and not is_consumer(message)
        and not balance
        and any(line.claim.regime for line in demanded),  # without one, nothing is known to be due
        "demande_par_note": already_noted(message),
        "penalites_dues": interest > 0,
        "indemnites_dues": claimed and bool(fees),
        "total_penalites": _each(message, listed, lambda line: line.claim.interest),
        "total_indemnites": _each(message, listed, lambda line: line.claim.fee),
        "indemnite_unitaire": fees.pop() if len(fees) == 1 else "",
        "decompte": claimed and any(line.claim.segments for line in demanded),
        "arrete_au": tongue.figures.long_day(message.interest_until or message.decision.as_of),
    }


def _overdue_since(lines: tuple[Line, ...], tongue: Tongue) -> str:
    """The day since which the oldest item is late, "" while none has been so for long."""
    old = [line for line in lines if line.days_overdue > OLD_DAYS and line.item.payable_on]
    days = [line.item.payable_on for line in old if line.item.payable_on]
    return tongue.figures.long_day(min(days)) if days else ""


def _each(message: Message, listed: list[str], amount: Callable[[Line], Decimal]) -> str:
    """Say a sum over the demanded items, a currency after the other; those of nothing unsaid."""
    lines, tongue = message.decision.demanded, tongue_of(message)
    sums = [
        (sum((amount(line) for line in lines if line.item.currency == one), ZERO), one)
        for one in listed
    ]
    told = [one for one in sums if one[0]] or sums[:1]
    return tongue.both.join(tongue.figures.money(*one) for one in told)


def _remarks(message: Message) -> Fields:
    """Extensions and allocation, said once, and the copies that go with the document."""
    tongue, demanded = tongue_of(message), message.decision.demanded
    first = demanded[0].claim.regime if demanded else ""
    interest = "" if is_consumer(message) else letters.interest_inside(tongue, first)
    said = [
        letters.extension(
            tongue, item_name(line.item, tongue), line.item.extended_to,
            suspends=line.item.extension_suspends, interest=interest,
        )
        for line in demanded
        if line.item.extended_to
    ]  # fmt: skip
    held = copied(message)
    said += [tongue.items.statement] if message.with_statement else []
    if claims_extras(message) and any(one.item.paid and one.item.open > 0 for one in demanded):
        said.append(letters.allocation(tongue, message.creditor.allocation))
    said += remarks(message) if message.claims == "claimed" else []
    return {
        "precisions": said,
        "pieces": letters.copies(tongue, held, whole=len(held) == len(demanded)),
    }
