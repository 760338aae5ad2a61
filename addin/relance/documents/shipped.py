"""The shipped templates: their names, and real files that a person can edit in Word."""

from functools import cache

from ..data import text
from ..wording.letter_fields import listing
from .docx import pack
from .markup import elements
from .markup_docx import body
from .markup_text import html_body, plain_text

LETTERS = (
    "avant-echeance", "rappel", "relance-1", "relance-2", "mise-en-demeure",
    "mise-en-demeure-consommateur", "premier-rappel-belgique", "confirmation-appel",
)  # fmt: skip
CALL_SHEET = "fiche-appel"
NAMES: tuple[str, ...] = (
    *(f"{name}.{ending}" for name in LETTERS for ending in ("docx", "txt", "html")),
    f"{CALL_SHEET}.docx",
)
FIELD_LIST = "champs.txt"
BODY = "<!--BODY-->"
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


@cache
def shipped(name: str) -> bytes:
    """Return a shipped template as a file, e.g. `relance-1.docx`; the same bytes each time."""
    stem, _, ending = name.rpartition(".")
    if ending == "docx":
        return _word(stem)
    source = elements("layouts/message", stem)
    if ending == "txt":
        return plain_text(source).encode()
    return text("templates/message.html").replace(BODY, html_body(source)).encode()


def _word(stem: str) -> bytes:
    layout = "fiche" if stem == CALL_SHEET else "lettre"
    parts = {name: text(f"templates/docx/{file}") for name, file in PARTS.items()}
    written = body(elements(f"layouts/{layout}", stem))
    parts["word/document.xml"] = parts["word/document.xml"].replace(BODY, written)
    return pack({name: part.encode() for name, part in parts.items()})


def export_templates() -> dict[str, bytes]:
    """Return every shipped template by file name, and the list of the fields.

    Put in the user's folder, each stands for the shipped one from then on, so that an edited
    template is used and one that is deleted is the shipped one again.
    """
    return {name: shipped(name) for name in NAMES} | {FIELD_LIST: listing().encode()}
