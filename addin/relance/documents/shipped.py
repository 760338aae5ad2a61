"""The shipped templates: their names, and real files that a person can edit in Word."""

from functools import cache
from xml.sax.saxutils import escape

from ..data import text
from ..wording.letter_fields import listing
from ..wording.letters import QR_EXAMPLE
from ..wording.tongues import FRENCH, TONGUES
from .docx import pack
from .markup import elements, read
from .markup_docx import body
from .markup_text import html_body, plain_text
from .qr import png

LETTERS = (
    "avant-echeance", "rappel", "rappel-2", "relance-1", "relance-2", "mise-en-demeure",
    "mise-en-demeure-consommateur", "reclamation-acheteur-public", "premier-rappel-belgique",
    "confirmation-appel", "releve-de-compte", "remerciement", "note-de-penalites", "echeancier",
    "transaction",
)  # fmt: skip
CALL_SHEET = "fiche-appel"
SLIP = "bordereau-recommandes"
SHEETS = (CALL_SHEET, SLIP)  # what stays in the office: no address, no signature
# What is written in French alone -> why.
FRENCH_ALONE = {
    "reclamation-acheteur-public": "French administrations work in French (law of 4 August 1994)",
    CALL_SHEET: "the caller reads it",
    SLIP: "it goes with the letters to the post office, and is filed",
}
FIELD_LIST = "champs.txt"
CODE = "word/media/qr.png"  # where it stands; each letter has its own
BODY = "<!--BODY-->"
LOCALE = "<!--LOCALE-->"
# What a part of a Word file says by itself -> the file of `layouts` and its line.
RUNNING = {"<!--HEAD-->": 0, "<!--JOURNAL-->": 1, "<!--PAGE-->": 2}
# Name in the .docx file -> name in data/templates/docx, in the order of the file.
PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/header1.xml": "header1.xml",
    "word/header2.xml": "header2.xml",
    "word/footer1.xml": "footer1.xml",
    "word/document.xml": "document.xml",
}


def named(stem: str, language: str) -> str:
    """Return the name of a template in a language: `rappel` in French, `rappel.nl` in Dutch."""
    return stem if language == FRENCH.code else f"{stem}.{language}"


def parted(name: str) -> tuple[str, str]:
    """Return what a name without ending stands for: its stem, and its language.

    >>> parted("rappel.nl"), parted("rappel")
    (('rappel', 'nl'), ('rappel', 'fr'))
    """
    stem, _, language = name.partition(".")
    return stem, language or FRENCH.code


NAMES: tuple[str, ...] = (
    *(
        f"{named(name, language)}.{ending}"
        for language in TONGUES
        for name in LETTERS
        if language == FRENCH.code or name not in FRENCH_ALONE
        for ending in ("docx", "txt", "html")
    ),
    *(f"{name}.docx" for name in SHEETS),
)


@cache
def shipped(name: str) -> bytes:
    """Return a shipped template as a file, e.g. `relance-1.docx`; the same bytes each time."""
    whole, _, ending = name.rpartition(".")
    stem, language = parted(whole)
    if ending == "docx":
        return _word(stem, language)
    source = elements("layouts/message", stem, language)
    if ending == "txt":
        return plain_text(source, TONGUES[language].colon).encode()
    page = text("templates/message.html").replace(LOCALE, TONGUES[language].locale)
    return page.replace(BODY, html_body(source)).encode()


def _word(stem: str, language: str) -> bytes:
    layout = "fiche" if stem in SHEETS else "lettre"
    parts = {name: _part(file, language) for name, file in PARTS.items()}
    written = body(elements(f"layouts/{layout}", stem, language))
    parts["word/document.xml"] = parts["word/document.xml"].replace(BODY, written)
    return pack({name: part.encode() for name, part in parts.items()} | {CODE: png(QR_EXAMPLE)})


def _part(file: str, language: str) -> str:
    """Return a part of a Word file with the words and the locale of a language."""
    said = read("layouts/marges", language).splitlines()
    part = text(f"templates/docx/{file}").replace(LOCALE, TONGUES[language].locale)
    for mark, line in RUNNING.items():
        part = part.replace(mark, escape(said[line]))
    return part


def export_templates() -> dict[str, bytes]:
    """Return every shipped template by file name, in every language, and the list of the fields.

    Put in the user's folder, each stands for the shipped one from then on, so that an edited
    template is used and one that is deleted is the shipped one again.
    """
    return {name: shipped(name) for name in NAMES} | {FIELD_LIST: listing().encode()}
