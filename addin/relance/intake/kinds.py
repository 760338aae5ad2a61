"""What a row is (invoice, credit note, payment...) and where it stands, from its words."""

import re
from functools import lru_cache
from typing import cast, get_args

from ..core.parse import parse_text
from ..core.records import ItemKind, PaymentMethod, Status
from .vocabulary import MEMO, fold, meanings, words

PREFIX = re.compile(r"[a-z]+")
SHORT = 4  # letters; a shorter word at the head of a free text means nothing
_KINDS = frozenset(get_args(ItemKind))


@lru_cache(MEMO)
def named_kind(said: str) -> ItemKind | None:
    """Return the kind that a cell of the column "Type" names, None when it names none."""
    folded = fold(said).strip(" .")
    known = meanings("kinds")
    if folded in known:
        return _kind(known[folded])
    return leading_kind(said)


@lru_cache(MEMO)
def leading_kind(said: str) -> ItemKind | None:
    """Return the kind that the first words of a label name: "Avoir A-12 sur facture F-3"."""
    folded = fold(said)
    known = meanings("kinds")
    found = [
        word
        for word in known
        if len(word) >= SHORT and folded.startswith(word) and not folded[len(word) :][:1].isalpha()
    ]
    return _kind(known[max(found, key=len)]) if found else None


def _kind(meaning: str) -> ItemKind | None:
    return cast(ItemKind, meaning) if meaning in _KINDS else None


def is_payment_journal(said: str) -> bool:
    """Tell whether a journal's code is a bank's or a cash book's."""
    return fold(said) in words("kinds", "payment_journals")


@lru_cache(MEMO)
def credit_prefix(number: str) -> str:
    """Return the letters before a number when they mean a credit note, "" otherwise."""
    found = PREFIX.match(fold(number))
    return found[0] if found and found[0] in words("kinds", "credit_prefixes") else ""


@lru_cache(MEMO)
def status_of(said: str) -> str | None:
    """Return a status of ours, "paid" or "left_out"; None when the text is not known."""
    return meanings("statuses").get(fold(said))


def is_settled(said: object) -> bool:
    """Tell whether a flag "Payée" says yes."""
    return said in (True, 1) or fold(parse_text(said)) in words("statuses", "paid") | {"1"}


def as_status(meaning: str) -> Status:
    """Return a meaning of `status_of` as the status of an item."""
    return cast(Status, meaning) if meaning in get_args(Status) else "open"


@lru_cache(MEMO)
def method_of(said: str) -> PaymentMethod:
    """Return the payment method that a cell names, "" when it names none of ours."""
    return cast(PaymentMethod, meanings("methods").get(fold(said), ""))


@lru_cache(MEMO)
def level_of(said: str) -> str:
    """Return the level of the last reminder as text, "" when none was sent."""
    return "" if fold(said) in words("levels", "none") else said
