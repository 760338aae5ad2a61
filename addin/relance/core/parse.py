"""What people put in cells and files, read as amounts, days, rates, integers and identifiers.

Refuse rather than guess: an amount read a thousand times too small is worse than a row reported.

>>> parse_amount("1.842,50"), parse_amount("(12,00)")
(Decimal('1842.50'), Decimal('-12.00'))
>>> parse_date("31/12/26")
datetime.date(2026, 12, 31)
"""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from operator import index
from typing import SupportsIndex

from .errors import BadAmountError, BadArgumentError, BadDateError

LIMIT = 10**15  # a larger amount is a slip of the keyboard, and would not fit in exact cents
FIRST_YEAR = 2000
LAST_YEAR = 2061  # with two figures: 00 to 61
EPOCH = date(1899, 12, 30)  # day 0 of Excel from March 1900 on
FIRST_SERIAL = (date(FIRST_YEAR, 1, 1) - EPOCH).days
LAST_SERIAL = (date(LAST_YEAR, 12, 31) - EPOCH).days
MEMO = 1 << 16

_SPACES = re.compile(r"[\s\u2060\ufeff]+")
CURRENCY = re.compile(r"€|\$|£|EUROS?|EUR|USD|GBP|CHF", re.IGNORECASE)
_SIGNED = re.compile(r"([^0-9.,]*)([0-9.,' ]*[0-9])([^0-9.,]*)")
_SIGNS = {("", ""): "", ("+", ""): "", ("", "+"): "", ("-", ""): "-", ("", "-"): "-"}
_SIGNS |= {("(", ")"): "-"}
_NUMBER = re.compile(
    r"(?P<whole>[0-9]+|[0-9]{1,3}(?:(?P<group>[ '.,])[0-9]{3})(?:(?P=group)[0-9]{3})*)?"
    r"(?:(?P<point>[.,])(?P<cents>[0-9]+))?"
)
_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}")
_TIME = r"(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})" + _TIME)
_YEAR_FIRST = re.compile(r"([0-9]{4})([/.-]?)([0-9]{2})\2([0-9]{2})" + _TIME)
_RUN = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}")
_SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")


def is_blank(value: object) -> bool:
    """Tell whether a cell says nothing: None, or a text of blanks only."""
    return value is None or (isinstance(value, str) and not value.strip())


def parse_amount(value: object, decimal: str = "") -> Decimal:
    """Return the exact amount that a cell or a text says.

    A float is read as it is printed (0.1 is one tenth). In a text the last separator is the
    decimal one; spaces of any width and apostrophes group thousands; the sign may lead, trail
    or be a pair of parentheses; a currency may stand on either side.

    Args:
        value: a number or a text; blanks are refused, see `is_blank`.
        decimal: "," or "." when the file says which one it uses; "" refuses "1.234" and "1,234".

    Returns:
        The amount, signed, with the decimals that were given.

    Raises:
        BadAmountError: not an amount, ambiguous, or not below 10**15 (facts: value).
    """
    if isinstance(value, str):
        return _text_amount(value, decimal)
    amount = _number(value)
    if amount is None or not -LIMIT < amount < LIMIT:
        raise BadAmountError(value=value)
    return amount


def parse_rate(value: object) -> Decimal:
    """Return a yearly rate as a fraction: 0.124 and "12,4 %" are the same.

    Raises:
        BadAmountError: not a number from 0 to 1 (facts: value).
    """
    if isinstance(value, str):
        text = value.strip()
        point = "," if "," in text else "."
        rate = parse_amount(text.removesuffix("%"), point)
        rate = rate / 100 if text.endswith("%") else rate
    else:
        rate = parse_amount(value)
    if not 0 <= rate <= 1:
        raise BadAmountError(value=value)
    return rate


def parse_integer(value: object) -> int:
    """Return a whole number.

    Raises:
        BadAmountError: not a whole number (facts: value).
    """
    amount = parse_amount(value)
    if amount != int(amount):
        raise BadAmountError(value=value)
    return int(amount)


def parse_lines(text: str) -> tuple[int, ...]:
    """Return the numbers of lines that a text names, rising: "3", "3 7-12", "#3".

    Raises:
        BadArgumentError: not numbers, or a run that goes down (facts: argument, value).
    """
    numbers: set[int] = set()
    for word in text.replace("#", " ").split():
        found = _RUN.fullmatch(word)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if last < first:
            raise BadArgumentError(argument="lines", value=text)
        numbers |= set(range(first, last + 1))
    if not numbers:
        raise BadArgumentError(argument="lines", value=text)
    return tuple(sorted(numbers))


def parse_date(value: object) -> date:
    """Return the civil day that a cell or a text says, from 2000 to 2061.

    Texts: 31/12/2026, 31.12.26, 2026-12-31, 20261231, each with a time or not, or a serial of
    Excel (1900 system). The month never comes first.

    Raises:
        BadDateError: not a day, or one out of that window (facts: value).
    """
    if isinstance(value, datetime):
        day: date | None = value.date()
    elif isinstance(value, date):
        day = value
    elif isinstance(value, str):
        day = _text_date(value)
    else:
        day = _serial_date(value)
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadDateError(value=value)
    return day


def parse_text(value: object) -> str:
    """Return a cell as the identifier or words that the user sees: 123.0 is "123", None is "".

    Text is kept as it is but for the blanks around it ("000123" and "12E5" survive).
    """
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds").removesuffix(" 00:00:00")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value():
        return f"{value:.0f}"
    return str(value)


def has_iban_shape(text: str) -> bool:
    """Tell whether a text is written as an IBAN is, whatever its check digits."""
    return _IBAN.fullmatch("".join(text.split()).upper()) is not None


def is_iban(text: str) -> bool:
    """Tell whether a text is an IBAN whose check digits hold; blanks are allowed.

    Source: ISO 13616; check digits ISO 7064 mod 97-10, letters count from A = 10 to Z = 35.
    """
    compact = "".join(text.split()).upper()
    if not has_iban_shape(compact):
        return False
    return int("".join(str(int(sign, 36)) for sign in compact[4:] + compact[:4])) % 97 == 1


def _number(value: object) -> Decimal | None:
    if isinstance(value, float):
        return Decimal(float.__repr__(value)) if -LIMIT < value < LIMIT else None
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    if isinstance(value, SupportsIndex) and not isinstance(value, bool):
        return Decimal(index(value))
    return None


@lru_cache(MEMO)
def _text_amount(text: str, decimal: str) -> Decimal:
    plain = CURRENCY.sub("", text.replace("\u2212", "-").replace("\u2019", "'"))
    parts = _SIGNED.fullmatch(_SPACES.sub(" ", plain).strip())
    if parts is None or len(text) > 60:
        raise BadAmountError(value=text)
    before, body, after = (part.strip() for part in parts.groups())
    sign = _SIGNS.get((before, after))
    number = _plain_number(body, decimal)
    if sign is None or number is None or len(number) > 30 or not Decimal(number) < LIMIT:
        raise BadAmountError(value=text)
    return Decimal(sign + number)


def _plain_number(body: str, decimal: str) -> str | None:
    """Return "1234.5" for "1 234,5" or "1,234.5"; None when it can't be read one way only."""
    ambiguous = _AMBIGUOUS.fullmatch(body)
    if ambiguous:
        if not decimal:
            return None
        return body.replace(ambiguous[1], "." if ambiguous[1] == decimal else "")
    read = _NUMBER.fullmatch(body)
    if read is None or read["group"] == (read["point"] or ""):
        return None
    whole = re.sub("[^0-9]", "", read["whole"] or "0")
    return f"{whole}.{read['cents']}" if read["cents"] else whole


@lru_cache(MEMO)
def _text_date(text: str) -> date | None:
    plain = text.strip()
    if read := _DAY_FIRST.fullmatch(plain):
        year = int(read[4]) if len(read[4]) == 4 else 2000 + int(read[4])
        return _civil(year, int(read[3]), int(read[1]))
    if read := _YEAR_FIRST.fullmatch(plain):
        return _civil(int(read[1]), int(read[3]), int(read[4]))
    if read := _SERIAL.fullmatch(plain):
        return _serial_date(int(read[1]))
    return None


def _civil(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _serial_date(value: object) -> date | None:
    number = value if isinstance(value, float) else _number(value)
    if number is None or not FIRST_SERIAL <= number < LAST_SERIAL + 1:
        return None
    return _day_of(int(number))


@lru_cache(LAST_SERIAL - FIRST_SERIAL + 1)
def _day_of(serial: int) -> date:
    return EPOCH + timedelta(days=serial)
