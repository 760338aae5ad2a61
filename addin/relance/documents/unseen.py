"""Words that a template holds and that nobody reads: hidden, white on white, or too small.

A letter whose mandatory statement is there but not to be seen has lost it; and what is hidden from
the printer is there for whoever opens the file. Such words are refused, wherever they come from:
the run, its style, the style of its paragraph.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

SMALLEST = 10  # half-points: 5 points
LOWEST = 80  # twentieths of a point, of a line of exact height
PALE = 0xE6  # of each colour, 255 is white
SILENT = re.compile(r"\{%.*?%\}|\{#.*?#\}|\s", re.DOTALL)  # what prints nothing
OFF = ("0", "false", "off", "none")
Attributes = dict[str, str]


@dataclass(slots=True)
class Look:
    """How a run looks, so far as it can be unseen; None where nothing is said."""

    hidden: bool | None = None
    pale: bool | None = None
    small: bool | None = None
    shaded: bool | None = None

    def over(self, below: "Look") -> "Look":
        """Return this look where it says something, else the one below."""
        pairs = (
            (self.hidden, below.hidden), (self.pale, below.pale),
            (self.small, below.small), (self.shaded, below.shaded),
        )  # fmt: skip
        return Look(*(other if own is None else own for own, other in pairs))

    def read(self, name: str, said: Attributes) -> None:
        """Take note of one property."""
        value = said.get("w:val", "")
        if name in ("w:vanish", "w:specVanish"):
            self.hidden = value not in OFF
        elif name == "w:color":
            self.pale = _is_pale(value)
        elif name == "w:sz":
            self.small = _is_below(value, SMALLEST)
        elif name == "w:shd":
            self.shaded = not _is_blank(said.get("w:fill", "auto")) or None
        elif name == "w:highlight":
            self.shaded = value not in ("none", "white") or None
        elif name == "w:spacing" and said.get("w:lineRule") == "exact":
            self.small = _is_below(said.get("w:line", ""), LOWEST) or None


def _is_below(number: str, least: int) -> bool:
    return re.fullmatch(r"[0-9]{1,9}", number) is not None and int(number) < least


def _is_pale(colour: str) -> bool:
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        return False
    return all(int(colour[at : at + 2], 16) >= PALE for at in (0, 2, 4))


def _is_blank(fill: str) -> bool:
    return fill.lower() == "auto" or _is_pale(fill)


@dataclass(slots=True)
class _Style:
    look: Look = field(default_factory=Look)
    parent: str = ""


class _Styles:
    """The styles of a document, each with what it takes from the one that it is based on."""

    def __init__(self, xml: str) -> None:
        self.own: dict[str, _Style] = {}
        self.default = ""
        current = _Style()
        for name, said in _elements(xml):
            if name == "w:style":
                current = self.own[said.get("w:styleId", "")] = _Style()
                if said.get("w:type") == "paragraph" and said.get("w:default") in ("1", "true"):
                    self.default = said.get("w:styleId", "")
            elif name == "w:basedOn":
                current.parent = said.get("w:val", "")
            else:
                current.look.read(name, said)

    def look(self, name: str) -> Look:
        """Return how a style looks with all those below it."""
        found, seen = Look(), set[str]()
        while name in self.own and name not in seen:
            seen.add(name)
            found = found.over(self.own[name].look)
            name = self.own[name].parent
        return found


def _elements(xml: str) -> Iterator[tuple[str, Attributes]]:
    found: list[tuple[str, Attributes]] = []
    reader = expat.ParserCreate("UTF-8")
    reader.StartElementHandler = lambda name, said: found.append((name, said))
    try:
        reader.Parse(xml.encode(), True)
    except expat.ExpatError:
        return
    yield from found


@dataclass(slots=True)
class _Box:
    """An element that has a look: a table, a cell, a paragraph or a run."""

    name: str
    look: Look = field(default_factory=Look)
    style: Look = field(default_factory=Look)


class _Reader:
    """Follow a part and keep the unseen words of each paragraph."""

    def __init__(self, styles: _Styles) -> None:
        self.styles, self.boxes, self.path = styles, list[_Box](), list[str]()
        self.rows, self.count, self.drawn = list[int](), 0, 0
        self.unseen: dict[int, str] = {}

    def start(self, name: str, said: Attributes) -> None:
        self.path.append(name)
        if name in ("w:tbl", "w:tc", "w:p", "w:r"):
            self.boxes.append(_Box(name))
        if name == "w:p":
            self.count += 1
            self.rows.append(self.count)
            self.boxes[-1].style = self.styles.look(self.styles.default)
        self.drawn += name == "w:txbxContent"
        if name in ("w:pStyle", "w:rStyle", "w:tblStyle") and self.boxes:
            self.boxes[-1].style = self.styles.look(said.get("w:val", ""))
        elif self.boxes and self._is_own():
            self.boxes[-1].look.read(name, said)

    def _is_own(self) -> bool:
        """A paragraph's mark (w:pPr/w:rPr) and a control's next text say nothing of its words."""
        return self.path[-2:-1] != ["w:rPr"] or self.path[-3:-2] == ["w:r"]

    def end(self, name: str) -> None:
        self.path.pop()
        if self.boxes and name == self.boxes[-1].name:
            self.boxes.pop()
        if name == "w:p":
            self.rows.pop()
        self.drawn -= name == "w:txbxContent"

    def text(self, said: str) -> None:
        if self.path[-1:] == ["w:t"] and self.rows and self._is_unseen():
            row = self.rows[-1]
            self.unseen[row] = self.unseen.get(row, "") + said

    def _is_unseen(self) -> bool:
        look, shaded = Look(), False
        for box in reversed(self.boxes):
            both = box.look.over(box.style)
            shaded = shaded or bool(both.shaded)
            look = look.over(both)
        # a box drawn by hand may have a colour of its own, which is not read here
        pale = bool(look.pale) and not shaded and not self.drawn
        return bool(look.hidden) or bool(look.small) or pale


def unseen(xml: str, styles: str) -> Mapping[int, str]:
    """Return the words of a Word part that nobody reads, by paragraph, counted from 1.

    Args:
        xml: the part, well formed.
        styles: the part with the styles of the document, "" when there is none.
    """
    reader = _Reader(_Styles(styles))
    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.Parse(xml.encode(), True)
    return {row: said for row, said in reader.unseen.items() if SILENT.sub("", said)}


# In the HTML of an e-mail.
STYLE = re.compile(
    r"<(?!/|!)\w+\s[^<>]*?(?:style\s*=\s*(?:\"[^\"<]*?|'[^'<]*?)(?:display\s*:\s*none"
    r"|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*[0-4](?:px|pt)?\s*[;\"']"
    r"|(?<!-)color\s*:\s*(?:#fff\b|#ffffff|white)(?![^<>]*background))|hidden(?=[\s>=]))",
    re.IGNORECASE,
)


def unseen_html(text: str) -> Iterator[int]:
    """Yield the lines of an HTML text where an element is not shown to its reader."""
    for found in STYLE.finditer(text):
        yield text.count("\n", 0, found.start()) + 1
