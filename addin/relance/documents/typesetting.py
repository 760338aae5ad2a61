"""typst: from the source of a document to PDF/A-2a and PDF/UA-1, tagged.

typst comes with the extra `pdf` and is imported here alone, when the first document is set. The
same source gives the same bytes: the document's day stands for the clock, and the typeface is
shipped.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ..core.errors import MissingExtraError, NotPrintableError
from ..data import place, text
from ..wording.tongues import FRENCH
from .markup_typst import as_string, typst_value
from .template import Compiled, Fields, compiled, environment

if TYPE_CHECKING:
    import typst

STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
MARGINS = ("SUITE", "JOURNAL", "PAGE")  # where the head of a document has its margins' words
LOOK = "commun.typ"  # a file of its own: typst reads it once, not once a letter
TITLE = "TITRE"  # where it has what the document is about
UNPRINTABLE = re.compile(r"(?:the text|contains the codepoint) `\"(.+?)\"`")


def check_extra() -> None:
    """Raise MissingExtraError when typst is not installed."""
    _compiler()


def document(title: str, body: str, name: str, margins: Sequence[str]) -> Compiled:
    """Return the source of a document, ready for its fields.

    Args:
        title: what it is about, as the inside of a typst string.
        body: its content.
        name: what it is called in errors.
        margins: the lines of `layouts/marges`: head of the pages but the first, journal, page.
    """
    env = environment(finalize=typst_value)
    head = text("templates/typst/lettre.typ").replace(TITLE, title)
    for mark, line in zip(MARGINS, margins, strict=True):
        head = head.replace(mark, as_string(line))
    return compiled(env, env.parse(head + body), f"{name}.typ")


def typeset(source: Compiled, said: Fields, day: date, language: str = FRENCH.code) -> bytes:
    """Return a document as PDF.

    Args:
        source: as `document` gave it.
        said: its fields.
        day: its day, which dates the file too.
        language: fr, nl, de or en.

    Raises:
        MissingExtraError: typst is not installed.
        NotPrintableError: the typeface lacks a sign, or PDF/A forbids it (facts: signs).
    """
    compiler = _compiler()
    around = {"langue_pdf": language, "annee": day.year, "mois": day.month, "jour": day.day}
    content = source.render({**said, **around}).encode()
    files = {"main.typ": content, LOOK: text(f"templates/typst/{LOOK}").encode()}
    try:
        # Its stubs do not know that it takes files by name.
        made = compiler.compile(files, format="pdf", pdf_standards=STANDARDS)  # type: ignore[type-var]
    except RuntimeError as fault:
        signs = dict.fromkeys(UNPRINTABLE.findall(f"{fault} {getattr(fault, 'diagnostic', '')}"))
        if not signs:
            raise
        raise NotPrintableError(signs=tuple(signs)) from None
    return made if isinstance(made, bytes) else b""


@cache
def _compiler() -> "typst.Compiler":
    """Return the one compiler, with the shipped typeface and typst's own, no others."""
    try:
        import typst
    except ImportError:
        raise MissingExtraError(extra="pdf") from None
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(place("fonts"))])
    return typst.Compiler(font_paths=fonts)
