"""The list before the letters of a file to print: what is inside, so that nothing gets lost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from ..core.errors import NotPrintableError
from ..core.records import Address, Creditor
from ..data import text
from ..wording import printing
from ..wording.amounts import day as shown_day
from ..wording.amounts import money
from ..wording.tongues import FRENCH
from .markup import read
from .parties import legal_line
from .tables import Row
from .template import Compiled
from .typesetting import document, typeset

NAME = 60  # signs of a name, two lines of its column: the code tells the rest


@dataclass(frozen=True, slots=True)
class Listed:
    """A letter of the list; `principal` is what it asks for by currency."""

    name: str
    code: str
    address: Address
    kind: str
    pages: int
    registered: bool
    principal: tuple[tuple[str, Decimal], ...]


def list_pdf(creditor: Creditor, letters: Sequence[Listed], day: date) -> bytes:
    """Return the list as PDF; a sign that the typeface lacks is a question mark in it.

    Raises:
        MissingExtraError: typst is not installed.
    """
    said = _said(creditor, letters, day)
    try:
        return typeset(_source(), said, day)
    except NotPrintableError as fault:
        lacking = fault.facts["signs"]
        signs = "".join(lacking) if isinstance(lacking, tuple) else ""
        table = str.maketrans(dict.fromkeys(signs, "?"))
        known = [replace(letter, name=letter.name.translate(table)) for letter in letters]
        return typeset(_source(), _said(creditor, known, day), day)


def _said(creditor: Creditor, letters: Sequence[Listed], day: date) -> Row:
    sheets = sum((letter.pages + 1) // 2 for letter in letters)
    return {
        "creancier": {"nom": creditor.name}, "expediteur_nom": creditor.name,
        "date": shown_day(day),
        "mentions_pied": legal_line(creditor, FRENCH),
        "resume": printing.summary(
            len(letters), sum(letter.registered for letter in letters), sheets
        ),
        "lignes": [
            _row(number, letter, creditor.country)
            for number, letter in enumerate(letters, start=1)
        ],
    }  # fmt: skip


@cache
def _source() -> Compiled:
    *_, page = read("layouts/marges", FRENCH.code).splitlines()
    margins = (printing.HEAD, "", page)
    return document(printing.TITLE, text("templates/typst/liste.typ"), "liste", margins)


def _row(number: int, letter: Listed, home: str) -> Row:
    abroad = letter.address.country not in ("", home)
    country = f"{letter.address.country} " if abroad else ""
    return {
        "rang": str(number), "nom": _short(letter.name), "code": letter.code,
        "code_postal": country + letter.address.postcode, "pages": str(letter.pages),
        "document": printing.document(letter.kind, registered=letter.registered),
        "principal": " + ".join(money(amount, currency) for currency, amount in letter.principal),
    }  # fmt: skip


def _short(name: str) -> str:
    """Return a name, cut between words where it is long; dots say that it goes on."""
    if len(name) <= NAME:
        return name
    begin = name[:NAME]
    return f"{begin.rpartition(' ')[0] or begin}…"
