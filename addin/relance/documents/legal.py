"""Fields that come from the law and the policy: texts, rates, delays, consumers."""

from datetime import date, timedelta
from decimal import Decimal

from ..core.contract import agreed_rate
from ..core.errors import BadArgumentError
from ..core.fees import fees_left_out
from ..core.law import fact
from ..core.money import ZERO
from ..core.records import Message
from ..wording import letters
from ..wording.letter_rates import rate_phrase
from .language import tongue_of
from .payment import pending
from .tables import Row, currencies

DATELESS = ("formal_notice", "call_sheet", "statement", "thanks", "plan")
BELGIAN_WAIT = "be_b2c_wait_days"
FRENCH_CONSUMER = "FR-B2C"


def is_consumer(message: Message) -> bool:
    """Tell whether the debtor is written to as a consumer."""
    return bool(message.consumer)


def law(message: Message) -> Row:
    """Return the fields that depend on the law: its texts, the rate, how interest is called."""
    tongue = tongue_of(message)
    codes = tuple(line.claim.regime for line in message.decision.demanded)
    first = codes[0] if codes else ""
    agreed = agreed_rate(first, message.creditor) if first else None
    rates = _rates(message, agreed)
    return {
        "fondement": letters.basis(tongue, codes) or _sources(message),
        "taux_texte": rate_phrase(
            tongue,
            rates,
            legal=message.consumer == FRENCH_CONSUMER,
            contract=agreed is not None and rates == (agreed,),
        ),
        "nom_interets": letters.interest_name(tongue, first),
        "titre_interets": letters.interest_heading(tongue, first),
        "clause_article": letters.clause(tongue, message.creditor.clause_article),
        "indemnite_devise": _fee_currency(message),
        "article_1344": _cites_french_code(message, codes),
        "saisine": message.warn_court,
    }


def _fee_currency(message: Message) -> str:
    """The currency of the invoices that bear a fixed sum, "" where all of them bear it."""
    left = fees_left_out(message.claims, message.decision.demanded)
    return str(left[0].facts["fee_in"]) if left else ""


def _rates(message: Message, agreed: Decimal | None) -> tuple[Decimal, ...]:
    """The rates by which interest was counted, each once; when it is only announced, is running.

    A public buyer's rate is frozen, a semester's is not, the law caps a contract's: what the
    figures rest on is told, not the rate of the day; but a consumer's notice starts interest.
    """
    if message.rate_unknown and agreed is None:
        return ()
    starts = message.kind == "formal_notice" and message.consumer == FRENCH_CONSUMER
    demanded = () if starts else message.decision.demanded
    parts = [part for line in demanded for part in line.claim.segments]
    if message.claims != "claimed":
        end = max((part.last for part in parts), default=None)
        parts = [part for part in parts if part.last == end]
    counted = sorted(parts, key=lambda part: part.first)
    of_the_day = (agreed if agreed is not None else message.rate,)
    found = [part.rate for part in counted] or [one for one in of_the_day if one is not None]
    return tuple(dict.fromkeys(found))


def _cites_french_code(message: Message, codes: tuple[str, ...]) -> bool:
    """Tell whether the notice rests on article 1344 of the French civil code.

    The law of the debt decides, not the creditor's seat; public buyers have texts of their own.
    Without a regime, both sides must be French. No article of another law is on record.
    """
    laws = {code.partition("-")[0] for code in codes if code}
    if not laws:
        laws = {message.creditor.country, message.decision.debtor.country or "FR"}
    return laws == {"FR"} and not any(code.endswith("-PUB") for code in codes)


def _sources(message: Message) -> str:
    """The texts behind the rates, for a regime that has no sentence of its own."""
    parts = (part for line in message.decision.demanded for part in line.claim.segments)
    return letters.records(tongue_of(message), (part.source for part in parts))


def terms(message: Message) -> Row:
    """Return the one day or delay that is asked for, and what is offered.

    Raises:
        BadArgumentError: the message gives neither (facts: argument, value).
    """
    end = _last_day(message)
    if end is None and message.kind not in DATELESS:
        raise BadArgumentError(argument="reply_by", value=None)
    if message.kind == "formal_notice" and not message.deadline_days:
        raise BadArgumentError(argument="deadline_days", value=message.deadline_days)
    return {
        "date_limite": tongue_of(message).figures.long_day(end or message.decision.as_of),
        "delai": _delay(message),
        "plan": message.offer_plan,
        "remise": message.offer_discount,
    }


def _last_day(message: Message) -> date | None:
    """The one day that a document asks for."""
    if message.free_reminder and message.claim_from:
        return message.claim_from - timedelta(days=1)
    if message.kind == "confirmation":
        days = [promise.by for promise in pending(message)]
        return min(days, default=message.reply_by)  # the QR code has the sum of that day
    return message.reply_by


def _delay(message: Message) -> str:
    tongue = tongue_of(message)
    if message.free_reminder:
        return letters.days(tongue, fact(BELGIAN_WAIT).whole, calendar=True)
    return letters.days(tongue, message.deadline_days) if message.deadline_days else ""


def consumers(message: Message) -> Row:
    """Return the fields of a consumer's letters."""
    clause = message.creditor.consumer_clause and message.indemnity > 0
    currency = next(iter(currencies(message)), "EUR")
    clause = clause and currency == "EUR"  # its tiers are in euros
    announced = message.indemnity if clause else ZERO
    return {
        "acheteur_public": message.decision.debtor.kind == "public",
        "consommateur": is_consumer(message),
        "consommateur_fr": message.consumer == FRENCH_CONSUMER,
        "clause_consommateur": clause,
        "indemnite_annoncee": tongue_of(message).figures.money(announced, currency),
    }
