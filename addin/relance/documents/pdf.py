"""Letters as PDF: the print copies of the Word files, by the shipped layout."""

from datetime import date
from decimal import Decimal
from functools import cache

from ..core.records import Message
from ..wording.letters import scan_to_pay
from ..wording.tongues import FRENCH, TONGUES
from .context import fields
from .language import tongue_of
from .markup import elements, read
from .markup_typst import document_title, typst_body
from .qr import matrix
from .qr_svg import svg
from .render import template_name
from .shipped import SHEETS
from .tables import Row
from .template import Compiled, Fields
from .typesetting import document, typeset

AMOUNT = 7  # its line in the payload of a payment's code


def letter_pdf(message: Message) -> bytes:
    """Return the letter of a message as PDF, by the shipped layout; same message, same bytes.

    Raises:
        MissingExtraError: typst is not installed.
        NotPrintableError: the typeface lacks a sign of the text (facts: signs).
        BadArgumentError: the message lacks what its document must say.
    """
    tongue = tongue_of(message)
    stem = template_name(message)
    return template_pdf(stem, fields(message), message.decision.as_of, tongue.code)


def template_pdf(stem: str, said: Fields, day: date, language: str = FRENCH.code) -> bytes:
    """Return a letter as PDF, by the name of its template and its fields.

    Raises:
        MissingExtraError, NotPrintableError: as `letter_pdf`.
    """
    tables = said["tables"]
    drawn = [{**one, **_code(one, language)} for one in tables] if isinstance(tables, list) else []
    return typeset(_source(stem, language), {**said, "tables": drawn}, day, language)


@cache
def _source(stem: str, language: str) -> Compiled:
    layout = "fiche" if stem in SHEETS else "lettre"
    written = elements(f"layouts/{layout}", stem, language)
    margins = read("layouts/marges", language).splitlines()
    return document(document_title(written), typst_body(written), stem, margins)


def _code(table: Row, language: str) -> Row:
    """The code of a payment as a drawing, and what it is for those who can't see it."""
    payload = str(table["qr"])
    if not payload:
        return {"code_svg": "", "code_dit": ""}
    amount = Decimal(payload.split("\n")[AMOUNT].removeprefix("EUR"))
    shown = TONGUES[language].figures.money(amount, "EUR")
    told = scan_to_pay(language, str(table["iban"]), shown)
    return {"code_svg": svg(matrix(payload)), "code_dit": told}
