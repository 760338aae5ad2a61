"""The shipped templates' own markup: each letter is written once, for Word, HTML and plain text.

    {% if urgent %}          a tag alone on its line: stands for a whole paragraph or row
    @factures                the block `blocks/factures.txt` in this place
    ---                      in a body, what follows stands at `@suite`: below the signature
    # Title                  ## Heading                - bullet
    [objet] Text             a paragraph of that style
    Text with **bold**       a paragraph
    |= 34 22 30>             a table: widths of its columns in mm, > for amounts;
                             qr:table.qr at the end: beside the QR code of that field, on paper
    |! N° | Date | Montant   its heading row;  | a | b | c  a row;  |+ a | b | c  a total row;
    |_ Label | ; | ;         a row left high to write in; |~ one higher, to sign in
    |q QR code | words       a row about the code: on paper, when there is one

A blank line ends a table. Spaces before : ; ? ! and inside guillemets hold, as French wants them;
French apostrophes are curved.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..data import text
from ..wording.tongues import FRENCH
from ..wording.typography import french, unbroken
from .repair import TAG

ALONE = re.compile(r"\{%(?:(?!%\}).)*%\}")
STYLED = re.compile(r"\[([a-z_]+)\]\s*(.*)")
PREFIXES = {"## ": "intertitre", "# ": "titre", "- ": "puce"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that stands for a whole paragraph, or a whole row inside a table."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one style; `**` opens and closes bold."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: `kind` is heading, total, tall, signed, code or blank."""

    kind: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its width in millimetres, and whether it holds amounts."""

    width: int
    amount: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its look (factures or fiche), its columns, its rows and the tags between them.

    `code` is the field of the QR code that stands beside it on paper, "" when there is none.
    """

    look: str
    columns: tuple[Column, ...]
    rows: tuple[Row | Tag, ...]
    code: str = ""


Element = Tag | Paragraph | Table
CODE = "qr:"
PARTS = ("corps", "suite")  # of a body: above the signature, and below it
BELOW = "---\n"
SIGNED, HELD = "signature_espace", "signature_tenue"
ROWS = {"|!": "heading", "|+": "total", "|_": "tall", "|~": "signed", "|q": "code", "|": ""}


def elements(name: str, body: str = "", language: str = "fr") -> list[Element]:
    """Return the elements of a file of `data/templates`, its blocks in place.

    Args:
        name: the file, e.g. `layouts/lettre`.
        body: the file that stands for `@corps`, and for `@suite` where it has more.
        language: French is in `data/templates`, each other one in a folder of its own there.
    """
    found = _elements(iter(_lines(name, body, language)))
    below = body and BELOW in read(f"bodies/{body}", language)
    return [_held(one) if below else one for one in found]


def _held(element: Element) -> Element:
    """The signature stays with what stands below it: the reader's own is never alone on a page."""
    if isinstance(element, Paragraph) and element.style == SIGNED:
        return replace(element, style=HELD)
    return element


def without_code(table: Table) -> Table:
    """Return a table where there is no QR code: neither the code nor its row."""
    rows = tuple(row for row in table.rows if isinstance(row, Tag) or row.kind != "code")
    return replace(table, rows=rows, code="")


def read(name: str, language: str) -> str:
    """Return a file of `data/templates` in a language, e.g. `layouts/lettre`."""
    folder = "templates" if language == FRENCH.code else f"templates/{language}"
    return text(f"{folder}/{name}.txt")


def _lines(name: str, body: str, language: str) -> Iterator[str]:
    yield from _text_lines(read(name, language), body, language)


def _text_lines(text: str, body: str, language: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith("@"):
            block = line[1:].strip()
            yield from _included(block, body, language)
            yield ""
        else:
            yield _printed(line.rstrip(), language)


def _included(block: str, body: str, language: str) -> Iterator[str]:
    if block not in PARTS:
        yield from _lines(f"blocks/{block}", body, language)
        return
    parts = read(f"bodies/{body}", language).split(BELOW)
    if PARTS.index(block) < len(parts):
        yield from _text_lines(parts[PARTS.index(block)], body, language)


def _printed(line: str, language: str) -> str:
    """Return a line as it is printed: what stands in its tags is no text."""
    print_ = french if language == FRENCH.code else unbroken
    words, tags = TAG.split(line), TAG.findall(line)
    return "".join(print_(text) + tag for text, tag in zip(words, [*tags, ""], strict=True))


def _elements(lines: Iterator[str]) -> Iterator[Element]:
    for line in lines:
        if line.startswith("|="):
            yield _table(line, lines)
        elif ALONE.fullmatch(line):
            yield Tag(line)
        elif line:
            yield _paragraph(line)


def _paragraph(line: str) -> Paragraph:
    styled = STYLED.fullmatch(line)
    if styled:
        return Paragraph(styled[1], styled[2])
    for prefix, style in PREFIXES.items():
        if line.startswith(prefix):
            return Paragraph(style, line.removeprefix(prefix))
    # What announces a table or a list stays with it.
    return Paragraph("lie" if line.endswith(":") else "", line)


def _table(first: str, lines: Iterator[str]) -> Table:
    """Read a table up to the blank line after it."""
    words = first[2:].split()
    look = words.pop(0) if words[0].isalpha() else "factures"
    code = words.pop().removeprefix(CODE) if words[-1].startswith(CODE) else ""
    columns = tuple(Column(int(word.rstrip(">")), word.endswith(">")) for word in words)
    rows: list[Row | Tag] = []
    for line in lines:
        if not line:
            break
        rows.append(Tag(line) if ALONE.fullmatch(line) else _row(line))
    return Table(look, columns, tuple(rows), code)


def _row(line: str) -> Row:
    mark = next(mark for mark in ROWS if line.startswith(mark))
    cells = tuple(cell.strip() for cell in line.removeprefix(mark).split(" |"))
    return Row(ROWS[mark], cells)
