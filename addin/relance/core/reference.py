"""Payment references that banks check: RF (ISO 11649) and the Belgian structured communication.

>>> make("539007547034")
'RF18539007547034'
>>> make("0909337554", "OGM")
'+++090/9337/55493+++'
"""

import re

from .errors import BadArgumentError, BadReferenceError

RF_LONGEST = 21  # characters after "RF" and the two check digits: ISO 11649
_RF = re.compile(r"RF[0-9]{2}[0-9A-Z]{1,21}")
_OGM = re.compile(r"[+*]{3}([0-9]{3})/([0-9]{4})/([0-9]{5})[+*]{3}")
OGM_DIGITS = 10  # before the two check digits


def make(number: str, kind: str = "RF") -> str:
    """Return the payment reference of an invoice or a customer.

    Args:
        number: the number; leading zeros count, separators do not.
        kind: "RF" or "OGM".

    Raises:
        BadReferenceError: nothing usable in the number, or too long for the kind.
        BadArgumentError: unknown kind.
    """
    makers = {"RF": rf, "OGM": ogm}
    if kind.upper() not in makers:
        raise BadArgumentError(argument="kind", value=kind)
    return makers[kind.upper()](number)


def rf(number: str) -> str:
    """Return the RF creditor reference of a number, without blanks.

    Letters become capitals; what is neither a plain letter nor a figure is left out.

    Source: ISO 11649; check digits ISO 7064 mod 97-10.

    Raises:
        BadReferenceError: nothing is left, or more than 21 characters.
    """
    body = re.sub(r"[^0-9A-Z]", "", number.upper())
    if not 0 < len(body) <= RF_LONGEST:
        raise BadReferenceError(number=number, kind="RF")
    return f"RF{98 - _mod_97(body + 'RF00'):02}{body}"


def is_rf(text: str) -> bool:
    """Tell whether a text is an RF creditor reference whose check digits hold; blanks are allowed.

    >>> is_rf("RF18 5390 0754 7034"), is_rf("RF19539007547034")
    (True, False)
    """
    compact = "".join(text.split()).upper()
    return bool(_RF.fullmatch(compact)) and _mod_97(compact[4:] + compact[:4]) == 1


def is_ogm(text: str) -> bool:
    """Tell whether a text is a Belgian structured communication whose check digits hold.

    >>> is_ogm("+++090/9337/55493+++"), is_ogm("+++090/9337/55494+++")
    (True, False)
    """
    found = _OGM.fullmatch("".join(text.split()))
    digits = "".join(found.groups()) if found else ""
    return bool(digits) and f"{_ogm_check(digits[:OGM_DIGITS]):02}" == digits[OGM_DIGITS:]


def _mod_97(text: str) -> int:
    """Letters count from A = 10 to Z = 35."""
    return int("".join(str(int(character, 36)) for character in text)) % 97


def ogm(number: str) -> str:
    """Return the Belgian structured communication of a number's figures, +++ddd/dddd/ddddd+++.

    Source: Febelfin; check digits = the ten figures modulo 97, 97 instead of 0.

    Raises:
        BadReferenceError: no figure, or more than ten.
    """
    digits = re.sub(r"[^0-9]", "", number)
    if not 0 < len(digits) <= OGM_DIGITS:
        raise BadReferenceError(number=number, kind="OGM")
    padded = digits.zfill(OGM_DIGITS)
    full = f"{padded}{_ogm_check(padded):02}"
    return f"+++{full[:3]}/{full[3:7]}/{full[7:]}+++"


def _ogm_check(digits: str) -> int:
    return int(digits) % 97 or 97
