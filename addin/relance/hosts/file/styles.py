"""The number formats of a workbook: which styles show a date, and a date twin for those that don't.

A date written under another style shows 46022; its cell then gets the same style with a date
format, added to the part once.
"""

import re

from .texts import from_xml
from .xmltext import TAG, attributes, local, with_attribute, without_attribute

_FORMATS = re.compile(rb"<numFmts\b.*?</numFmts>", re.DOTALL)
_CELL_STYLES = re.compile(rb"(<cellXfs\b[^>]*>)(.*?)(</cellXfs>)", re.DOTALL)
_STYLE = re.compile(rb"<xf\b(?:[^>]*/>|.*?</xf>)", re.DOTALL)
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')

# Built-in formats that show a day (ECMA-376 part 1, 18.8.30); 18-21 and 45-47 are bare times.
_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)})
_DATE, _MOMENT = "14", "22"


def shows_a_date(format_code: str) -> bool:
    """Tell whether a format shows a day, not a bare time or a duration."""
    letters = _NOT_LETTERS.sub("", format_code.partition(";")[0]).lower()
    if "d" in letters or "y" in letters:
        return True
    return "m" in letters and not set(letters) & set("hs0#")


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


def _format_id(style: bytes) -> int:
    return int(attributes(style[: style.index(b">") + 1]).get("numFmtId", b"0"))
