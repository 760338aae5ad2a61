"""What a row is (invoice, credit note, payment...) and where it stands, from its words."""

import re
from functools import cache, lru_cache
from typing import cast

from ..core.parse import parse_text
from ..core.records import STATUSES, ItemKind, PaymentMethod, Status
from .vocabulary import MEMO, fold, meanings, words

PREFIX = re.compile(r"[a-z]+")
HEAD = 24  # characters of a label that may name its kind
SHORT = 4  # letters; a shorter word at the head of a free text means nothing


@lru_cache(MEMO)
def named_kind(said: str) -> ItemKind | None:
    """Return the kind that a cell of the column "Type" names, None when it names none."""
    folded = fold(said).strip(" .")
    known = meanings("kinds")
    if folded in words("marks", "invoices"):
        return "invoice"
    return cast(ItemKind, known[folded]) if folded in known else leading_kind(said)


@lru_cache(MEMO)
def is_no_claim(said: str) -> bool:
    """Tell whether a cell of the column "Type" names what nobody owes: a quote, a pro forma."""
    folded = fold(said).strip(" .")
    return status_of(folded) == "left_out" or _no_claims().search(folded) is not None


@cache
def _no_claims() -> re.Pattern[str]:
    led, anywhere = (
        "|".join(map(re.escape, words("marks", name))) for name in ("no_claims", "pro_forma")
    )
    return re.compile(rf"(?:^(?:{led})|\b(?:{anywhere}))(?![^\W\d_])")


def leading_kind(said: str) -> ItemKind | None:
    """Return the kind that the first words of a label name: "Avoir A-12 sur facture F-3"."""
    found = _leading().match(fold(said[:HEAD])) if said else None
    return cast(ItemKind, meanings("kinds")[found[0]]) if found else None


@cache
def _leading() -> re.Pattern[str]:
    known = sorted((word for word in meanings("kinds") if len(word) >= SHORT), key=len)
    return re.compile(rf"(?:{'|'.join(map(re.escape, reversed(known)))})(?![^\W\d_])")


def is_payment_journal(said: str) -> bool:
    """Tell whether a journal's code is a bank's or a cash book's."""
    return fold(said) in words("marks", "payment_journals")


def is_opening_journal(said: str) -> bool:
    """Tell whether a journal's code is that of the opening entries of a year."""
    return fold(said) in words("marks", "opening_journals")


def credit_prefix(number: str) -> str:
    """Return the letters before a number when they mean a credit note, "" otherwise."""
    found = PREFIX.match(number.lower())
    return found[0] if found and found[0] in words("marks", "credit_prefixes") else ""


@lru_cache(MEMO)
def status_of(said: str) -> str | None:
    """Return a status of ours, "paid", "part_paid" or "left_out"; None for unknown words."""
    return meanings("statuses").get(fold(said))


@lru_cache(MEMO)
def is_part_paid(said: str) -> bool:
    """Tell whether a status says that something was paid, or may have been, and not how much."""
    meaning = status_of(said)
    if meaning is not None:
        return meaning == "part_paid"
    told = set(PREFIX.findall(fold(said)))
    return bool(told & words("marks", "settled")) and not told & words("marks", "denials")


def is_settled(said: object) -> bool:
    """Tell whether a flag "Payée" says yes."""
    return said in (True, 1) or fold(parse_text(said)) in words("statuses", "paid") | {"1"}


def is_ticked(said: str) -> bool:
    """Tell whether a flag, a reason or a day stands in a cell, and not "non"."""
    return bool(said) and fold(said) not in words("statuses", "open") | words("rows", "blank")


def as_status(meaning: str) -> Status:
    """Return a meaning of `status_of` as the status of an item."""
    return cast(Status, meaning) if meaning in STATUSES else "open"


@lru_cache(MEMO)
def method_of(said: str) -> PaymentMethod:
    """Return the payment method that a cell names, "" when it names none of ours.

    Terms may follow it: "LCR 45 jours fin de mois".
    """
    folded, known = fold(said).strip(), meanings("methods")
    found = folded if folded in known else _method_first(folded)
    return cast(PaymentMethod, known.get(found, ""))


def _method_first(folded: str) -> str:
    found = _methods().match(folded)
    return found[0] if found else ""


@cache
def _methods() -> re.Pattern[str]:
    heads = words("marks", "methods")
    known = sorted(
        (one for one in meanings("methods") if len(one) >= SHORT or one in heads), key=len
    )
    return re.compile(rf"(?:{'|'.join(map(re.escape, reversed(known)))})(?![^\W_])")


@lru_cache(MEMO)
def level_of(said: str) -> str:
    """Return the level of the last reminder as text, "" when none was sent."""
    return "" if fold(said) in words("levels", "none") else said


@lru_cache(MEMO)
def letter_of(said: str) -> str:
    """Return the letter of a match, "" when the cell says that there is none."""
    return "" if fold(said) in words("statuses", "open") | words("rows", "blank") else said
