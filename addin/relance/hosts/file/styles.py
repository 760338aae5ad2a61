"""The cell styles of a workbook: which show a date, which wrap text, how big their letters are.

A date written under a style that shows none reads 46022; its cell then gets the same style with a
date format, added to the part once.
"""

import re
from dataclasses import dataclass

from ..dates import shows_a_date
from .faults import reading
from .package import Package
from .texts import from_xml
from .workbook import Workbook
from .xmltext import TAG, attributes, local, with_attribute, without_attribute

_FORMATS = re.compile(rb"<numFmts\b.*?</numFmts>", re.DOTALL)
_CELL_STYLES = re.compile(rb"(<cellXfs\b[^>]*>)(.*?)(</cellXfs>)", re.DOTALL)
_STYLE = re.compile(rb"<xf\b(?:[^>]*/>|.*?</xf>)", re.DOTALL)
_ALIGNMENT = re.compile(rb"<alignment\b[^>]*>")
_FONTS = re.compile(rb"<fonts\b[^>]*>(.*?)</fonts>", re.DOTALL)
_FONT = re.compile(rb"<font\b(?:[^>]*/>|.*?</font>)", re.DOTALL)
_SIZE = re.compile(rb"<sz\s+val=[\"']([\d.]+)")

# Built-in formats that show a day (ECMA-376 part 1, 18.8.30); 18-21 and 45-47 are bare times.
_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)})
_DATE, _MOMENT = "14", "22"
_TRUE = (b"1", b"true")
_UNKNOWN_SIZE = 11.0  # points, what Excel takes for a font that doesn't say


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how much room a text takes: `size` is 1 for letters as big as the default."""

    wraps: bool = False
    indent: int = 0  # levels
    size: float = 1.0


_PLAIN = Look()


class Styles:
    """The cell styles of one workbook; `part` is the text to save when `changed`."""

    def __init__(self, part: bytes) -> None:
        """Read the styles part; b"" when the workbook has none."""
        self.part = part
        self.changed = False
        found = _CELL_STYLES.search(part)
        self._styles = _STYLE.findall(found[2]) if found else []
        dated = self._dated_formats()
        self._twins: dict[tuple[int, str], int] = {}
        self._looks: dict[int, Look] = {}
        fonts = _FONTS.search(part)
        self._sizes = [_size(font) for font in _FONT.findall(fonts[1])] if fonts else []
        self.dates = {i for i, style in enumerate(self._styles) if _format_id(style) in dated}

    def _dated_formats(self) -> set[int]:
        dated = set(_DATES)
        block = _FORMATS.search(self.part)
        for tag in TAG.finditer(block[0] if block else b""):
            if local(tag[1]) == "numFmt":
                facts = attributes(tag[0])
                number = int(facts["numFmtId"])
                (dated.add if shows_a_date(from_xml(facts["formatCode"])) else dated.discard)(
                    number
                )
        return dated

    def dated(self, style: int, moment: bool) -> int:
        """Return a style that looks the same and shows a date; ValueError when there is none."""
        if style in self.dates:
            return style
        code = _MOMENT if moment else _DATE
        if (style, code) not in self._twins:
            self._twins[style, code] = self._twin(self._styles[style], code)
        return self._twins[style, code]

    def look(self, style: int) -> Look:
        """Return how a style shows text; one that is not there shows it plainly."""
        if style not in self._looks:
            known = style < len(self._styles)
            self._looks[style] = self._look(self._styles[style]) if known else _PLAIN
        return self._looks[style]

    def _look(self, style: bytes) -> Look:
        alignment = _ALIGNMENT.search(style)
        facts = attributes(alignment[0]) if alignment else {}
        return Look(
            wraps=facts.get("wrapText") in _TRUE,
            indent=int(facts.get("indent", b"0")),
            size=self._size(style) / self._size(self._styles[0]),
        )

    def _size(self, style: bytes) -> float:
        number = int(attributes(style[: style.index(b">") + 1]).get("fontId", b"0"))
        return self._sizes[number] if number < len(self._sizes) else _UNKNOWN_SIZE

    def _twin(self, style: bytes, code: str) -> int:
        end = style.index(b">") + 1
        tag = with_attribute(without_attribute(style[:end], "applyNumberFormat"), "numFmtId", code)
        twin = with_attribute(tag, "applyNumberFormat", "1") + style[end:]
        number = self._styles.index(twin) if twin in self._styles else self._add(twin)
        self.dates.add(number)
        return number

    def _add(self, style: bytes) -> int:
        self._styles.append(style)
        self.changed = True
        block = _CELL_STYLES.search(self.part)
        if block is None:
            raise ValueError(style)
        opening = with_attribute(block[1], "count", str(len(self._styles)))
        inside = block[2] + style
        self.part = (
            self.part[: block.start()] + opening + inside + block[3] + self.part[block.end() :]
        )
        return len(self._styles) - 1


def _size(font: bytes) -> float:
    """Return the size of a font's letters, in points."""
    found = _SIZE.search(font)
    return (float(found[1]) if found else 0.0) or _UNKNOWN_SIZE


def _format_id(style: bytes) -> int:
    return int(attributes(style[: style.index(b">") + 1]).get("numFmtId", b"0"))


def read_styles(package: Package, workbook: Workbook) -> Styles:
    """Return the styles of a workbook; one without styles has none. Raises BookError."""
    arrow = workbook.arrows.get("styles")
    if arrow is None:
        return Styles(b"")
    with reading(package.path, arrow.target):
        return Styles(package.read(arrow.target))
