"""Which bank holds which account: a BIC is told with an account of its bank, and no other."""

import re

from .records import Creditor

_LIST = re.compile(r"[;,\n]")
# Where a country's account numbers tell the bank: what follows the two check digits.
BANK_CODE: dict[str, int] = {"FR": 5, "BE": 3, "DE": 8, "LU": 3, "NL": 4}


def bic_of(creditor: Creditor, currency: str) -> str:
    """Return the BIC of the creditor's account in a currency, "" when it is not known.

    They are written as the accounts are: "EUR:AGRIFRPP ; USD:BPOTBEB1". A single one without a
    currency is that of the first account of its country, else of the first, and of the accounts
    that the same bank holds.
    """
    accounts = {code: _compact(iban) for code, iban in creditor.ibans}
    parts = [part.partition(":") for part in _LIST.split(creditor.bic) if part.strip()]
    named = {_compact(code): after.strip() for code, colon, after in parts if colon}
    single = next((before.strip() for before, colon, _ in parts if not colon), "")
    if currency in named or not accounts.get(currency):
        return named.get(currency, "")
    others = [iban for code, iban in accounts.items() if code not in named]
    at_home = [iban for iban in others if iban[:2] == _compact(single)[4:6]]
    return single if _same_bank(accounts[currency], (at_home or others)[0]) else ""


def _same_bank(one: str, other: str) -> bool:
    end = 4 + BANK_CODE.get(other[:2], len(other))
    return one[:2] == other[:2] and one[4:end] == other[4:end]


def _compact(text: str) -> str:
    return "".join(text.split()).upper()
