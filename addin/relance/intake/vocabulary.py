"""The words of exports (data/intake): headings, row labels, kinds, statuses, months, currencies.

>>> phrase("N° de pièce"), phrase("Solde dû (EUR)"), phrase("DateEcheance")
('n piece', 'solde du', 'date echeance')
>>> is_bucket("31 à 60 jours"), is_bucket("Non échu"), is_bucket("Facture")
(True, True, False)
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ..data import tables
from ..wording.labels import fold as plain

MEMO = 1 << 15

_PLAIN = str.maketrans({"–": "-", "—": "-", "\u2212": "-", "\u2011": "-", "’": "'", "‘": "'"})
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_DAY = re.compile(r"(?:\b(?:au|le|as of|per|op)\s+)?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")
_TOKEN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Headings:
    """What each known heading means; `strong` holds (key, rank), a lower rank is surer."""

    strong: dict[str, tuple[str, int]]
    weak: tuple[tuple[str, tuple[str, ...]], ...]
    within: tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(MEMO)
def fold(value: str) -> str:
    """Return a text without accents, case or needless blanks; dashes and quotes made plain."""
    return plain(value.translate(_PLAIN))


@cache
def _tables() -> Mapping[str, Any]:
    return tables("intake/words")


@cache
def words(section: str, name: str, *, as_written: bool = False) -> frozenset[str]:
    """Return a list of `words.toml`, folded unless codes are wanted as they are written."""
    known: list[str] = _tables()[section][name]
    return frozenset(known if as_written else map(fold, known))


@cache
def meanings(section: str) -> dict[str, str]:
    """Return a section of `words.toml` turned round: folded word -> its meaning."""
    table = _tables()[section]
    return {
        fold(word) or word: code
        for code, known in table.items()
        if isinstance(known, list)
        for word in known
    }


@cache
def ledger_columns() -> dict[str, str]:
    """Return the headings of a ledger of all accounts: our key -> comparable heading."""
    return {key: phrase(heading) for key, heading in _tables()["ledger"]["columns"].items()}


@cache
def headings_of_ledger(name: str) -> frozenset[str]:
    """Return a list of comparable headings of a ledger: "all" its marks, or "unread"."""
    return frozenset(map(phrase, _tables()["ledger"]["marks"][name]))


@cache
def ledger_accounts(name: str) -> tuple[str, ...]:
    """Return how accounts begin: "france", "belgium", "doubtful", "treasury"."""
    return tuple(_tables()["ledger"][name])


@cache
def letters(name: str) -> frozenset[str]:
    """Return a set of characters of the section `letters`."""
    return frozenset(_tables()["letters"][name])


@lru_cache(MEMO)
def phrase(heading: str) -> str:
    """Return what a heading says, ready to compare: no accents, small words, currency or date."""
    same = _tables()["headings"]["same"]
    split = fold(_CAMEL.sub(" ", heading.replace("º", "°")))
    tokens = _TOKEN.findall(_DAY.sub(" ", split))
    known = " ".join(same.get(token, token) for token in tokens).split()
    money, small = words("headings", "money"), words("headings", "small")
    kept = [word for word in known if word not in money and not _long_number(word)]
    return " ".join([*(word for word in kept[:-1] if word not in small), *kept[-1:]])


def _long_number(word: str) -> bool:
    return word.isdigit() and len(word) > 2


@cache
def headings() -> Headings:
    """Return the table of headings, read once."""
    strong: dict[str, tuple[str, int]] = {}
    meant: Mapping[str, Mapping[str, list[str]]] = tables("intake/headings")
    for key, table in meant.items():
        known = [word for tongue in ("fr", "nl", "en") for word in table.get(tongue, [])]
        for rank, word in enumerate(known):
            strong.setdefault(phrase(word), (key, rank))
    return Headings(strong, _phrases(meant, "weak"), _phrases(meant, "within"))


def _phrases(
    meant: Mapping[str, Mapping[str, list[str]]], name: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (key, tuple(phrase(word) for word in table[name]))
        for key, table in meant.items()
        if name in table
    )


@cache
def _bucket_pattern() -> re.Pattern[str]:
    table = _tables()["buckets"]
    known = [re.escape(fold(word)) for word in table["words"]]
    return re.compile("|".join(f"(?:{one})" for one in [*table["patterns"], *known]))


@lru_cache(MEMO)
def is_bucket(heading: str) -> bool:
    """Tell whether a heading or a section row names an ageing bucket."""
    return _bucket_pattern().fullmatch(fold(heading).strip(" .:")) is not None


@lru_cache(MEMO)
def is_blank_word(value: str) -> bool:
    """Tell whether a text only holds the place of nothing: "-", "n/a", "00/00/0000"."""
    return fold(value) in words("rows", "blank")
