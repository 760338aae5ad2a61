"""Which bank holds which account: a BIC is told with an account of its bank, and no other."""

import re
from collections.abc import Iterator

from .records import Creditor

_LIST = re.compile(r"[;,\n]")
# Source: ISO 9362 (bank, country, place, branch).
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
# Countries whose banks have accounts of another: the territories that share its numbers, and
# Monaco with France, whose banks hold accounts of both. Source: IBAN registry (SWIFT).
_SHARED: dict[str, tuple[str, ...]] = {
    "FR": ("MC", "GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF", "BL", "MF", "TF"),
    "MC": ("FR",),
    "GB": ("GG", "JE", "IM"),
    "FI": ("AX",),
}
# Where a country's account numbers tell the bank: what follows the two check digits.
BANK_CODE: dict[str, int] = {"FR": 5, "BE": 3, "DE": 8, "LU": 3, "NL": 4}


def bic_of(creditor: Creditor, currency: str) -> str:
    """Return the BIC of the creditor's account in a currency, "" when it is not known.

    They are written as the accounts are: "EUR:AGRIFRPP ; USD:BPOTBEB1". A single one without a
    currency is that of the first account of its country, and of the accounts that the same bank
    holds.
    """
    accounts = {code: _compact(iban) for code, iban in creditor.ibans}
    named = {code: bic for code, bic in reversed(_listed(creditor.bic)) if code}
    single = next((bic for code, bic in _listed(creditor.bic) if not code), "")
    if currency not in accounts:
        return ""
    if currency in named:
        return named[currency] if may_hold(named[currency], accounts[currency]) else ""
    others = [iban for code, iban in accounts.items() if code not in named]
    own = next((iban for iban in others if may_hold(single, iban)), "")
    return single if own and _same_bank(accounts[currency], own) else ""


def may_hold(bic: str, iban: str) -> bool:
    """Tell whether a BIC is one, of a bank that may hold an account.

    >>> may_hold("AGRIFRPP", "FR76 3000"), may_hold("XX", "FR76 3000"), may_hold("BPOTBEB1", "FR76")
    (True, False, False)
    """
    country, code = _compact(iban)[:2], _compact(bic)
    return is_bic(code) and (code[4:6] == country or code[4:6] in _SHARED.get(country, ()))


def is_bic(text: str) -> bool:
    """Tell whether a text has the shape of a BIC: 8 or 11 signs, a country's letters inside."""
    return _BIC.fullmatch(_compact(text)) is not None


def unfit(creditor: Creditor) -> Iterator[tuple[str, str]]:
    """Yield (BIC, IBAN) for each BIC that is not told: no BIC (IBAN ""), or not that account's."""
    accounts = {code: _compact(iban) for code, iban in creditor.ibans}
    named = [code for code, _ in _listed(creditor.bic)]
    for code, bic in _listed(creditor.bic):
        asked = [
            iban for one, iban in accounts.items() if (one == code if code else one not in named)
        ]
        if not is_bic(bic):
            yield bic, ""
        elif asked and not any(may_hold(bic, iban) for iban in asked):
            yield bic, asked[0]


def _listed(text: str) -> list[tuple[str, str]]:
    """Return (currency, BIC) of each that is written, the currency "" where it is not told."""
    parts = [part.rpartition(":") for part in _LIST.split(text) if part.strip()]
    return [(_compact(code), _compact(bic)) for code, _, bic in parts]


def _same_bank(one: str, other: str) -> bool:
    end = 4 + BANK_CODE.get(other[:2], len(other))
    return one[:2] == other[:2] and one[4:end] == other[4:end]


def _compact(text: str) -> str:
    return "".join(text.split()).upper()
