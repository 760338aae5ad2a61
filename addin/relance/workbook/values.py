"""One cell -> one value: the reader of each kind of column.

A cell that can't be read raises; `reading` makes a finding of it.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache

from ..core.errors import BadAmountError, BadArgumentError, UnknownStatusError
from ..core.parse import parse_amount, parse_date, parse_integer, parse_rate, parse_text
from ..wording import labels
from .schema import CellKind, Column, Parameter

Parser = Callable[[object], object]

TRUE_WORDS = {"oui", "o", "vrai", "x", "yes", "true", "1"}
FALSE_WORDS = {"non", "n", "faux", "no", "false", "0"}
EURO_NAMES = {"€", "EURO", "EUROS"}
_COUNTRY = re.compile("[A-Z]{2}")
_CURRENCY = re.compile("[A-Z]{3}")
TOO_MUCH = Decimal("0.5")  # of a yearly rate or a share; 0.5 is 0.5 % without its sign
_LIST = re.compile(r"[;\n]+|,\s+")


def parser(column: Column | Parameter) -> Parser:
    """Return the function that reads the cells of a column or of a parameter."""
    if isinstance(column, Parameter) and column.kind == "rate":
        return percent if "%" in column.label else agreed
    return _choice(column.family) if column.kind == "choice" else _PARSERS[column.kind]


@cache
def _choice(family: str) -> Parser:
    special = {"status": _status, "country": country}.get(family)
    if special is not None:
        return special
    return lambda cell: _code(family, parse_text(cell))


@lru_cache(1 << 12)
def _code(family: str, text: str) -> str:
    return labels.code(family, text)


def _status(cell: object) -> str:
    try:
        return _code("status", parse_text(cell))
    except BadArgumentError:
        raise UnknownStatusError(value=cell) from None


def country(cell: object) -> str:
    """Return the two letters of a country, by its French name or by any two letters.

    Raises:
        BadArgumentError: neither (facts: argument, value).
    """
    text = parse_text(cell)
    if _COUNTRY.fullmatch(text.upper()):
        return text.upper()
    return _code("country_name", text)


def currency(text: str) -> str:
    """Return the three letters of a currency, "" when the text has none."""
    name = "EUR" if text.upper() in EURO_NAMES else text.upper()
    return name if _CURRENCY.fullmatch(name) else ""


def flag(cell: object) -> bool:
    """Return yes or no as a person writes it: oui, vrai, x, 1, a ticked cell.

    Raises:
        BadArgumentError: neither yes nor no (facts: argument, value).
    """
    word = labels.fold(parse_text(cell))
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise BadArgumentError(argument="yes_no", value=cell)


def agreed(cell: object) -> Decimal:
    """Return a figure of a contract as a fraction, where 1 may be 1 % whose sign was left out.

    Raises:
        BadAmountError: not a number from 0 to under one half (facts: value).
    """
    rate = parse_rate(cell)
    if rate >= TOO_MUCH:
        raise BadAmountError(value=cell)
    return rate


def percent(cell: object) -> Decimal:
    """Return a share of an amount where the label says "%": 10, "10", "10 %" and 0.1 are the same.

    Raises:
        BadAmountError: as `agreed`; 1 alone may be 1 % or all of it (facts: value).
    """
    text = cell.strip() if isinstance(cell, str) else ""
    if text and not text.endswith("%"):
        cell = parse_amount(text, "," if "," in text else ".")
    if not isinstance(cell, str) and (number := parse_amount(cell)) > 1:
        cell = number / 100
    return agreed(cell)


def items(text: str) -> tuple[str, ...]:
    """Return the identifiers of a cell such as "FA 12; FA 13" (or by line, or comma and blank)."""
    return tuple(part.strip() for part in _LIST.split(text) if part.strip())


_PARSERS: dict[CellKind, Parser] = {
    "text": parse_text,
    "long_text": parse_text,
    "hash": parse_text,
    "date": parse_date,
    "money": parse_amount,
    "rate": parse_rate,
    "integer": parse_integer,
    "flag": flag,
}
