"""Heights of rows that hold wrapped text, so that no text is cut where nobody fits the row.

Excel and LibreOffice fit a row again when it is edited, as long as nobody set its height; but
LibreOffice shows a row that comes without a height one line high, its text over the next rows.
"""

from collections.abc import Mapping
from math import ceil

from ...actions.book import Cell
from .cells import style_of
from .measure import line_count
from .ranges import column_bytes, column_index
from .reader import Values, raw_cells
from .styles import Look, Styles
from .xmltext import TAG, attributes, local, with_attribute, without_attribute

TALLEST = 409.0  # points, the most that Excel takes
DEFAULT_HEIGHT = 15.0  # points
DEFAULT_WIDTH = 9.14  # digits, margins included
COLUMNS = 16_384  # of a sheet
MARGINS = 0.71  # digits that a column's width counts and its text can't use
INDENT = 1.3  # digits, of one level
STEP = 0.75  # points, of one dot on a usual screen

_TRUE = (b"1", b"true")


class Heights:
    """Gives the rows of one sheet the height of their wrapped text."""

    def __init__(self, head: bytes, styles: Styles, values: Values) -> None:
        """Learn the sheet.

        Args:
            head: the sheet part up to its rows.
            styles: what tells which cells wrap.
            values: what turns the text of a cell into its value.
        """
        self._styles = styles
        self._values = values
        self._default = DEFAULT_HEIGHT
        self._default_width = DEFAULT_WIDTH
        self._widths: dict[int, float] = {}
        self._is_idle = b"wrapText" not in styles.part
        for tag in TAG.finditer(head):
            if local(tag[1]) == "sheetFormatPr":
                self._learn_defaults(attributes(tag[0]))
            elif local(tag[1]) == "col":
                self._learn_columns(attributes(tag[0]))

    def _learn_defaults(self, facts: Mapping[str, bytes]) -> None:
        self._default = float(facts.get("defaultRowHeight", b"0")) or DEFAULT_HEIGHT
        self._default_width = float(facts.get("defaultColWidth", b"0")) or DEFAULT_WIDTH
        self._is_idle |= facts.get("customHeight") in _TRUE

    def _learn_columns(self, facts: Mapping[str, bytes]) -> None:
        first, last = int(facts["min"]), min(int(facts["max"]), COLUMNS)
        width = float(facts.get("width", self._default_width))
        shown = 0.0 if facts.get("hidden") in _TRUE else width
        self._widths.update(dict.fromkeys(range(first - 1, last), shown))

    def fitted(self, row: bytes, number: int, written: Mapping[int, Cell]) -> bytes:
        """Return a row as high as its wrapped text asks.

        A height that somebody set stays, and so does that of a row where no wrapped cell changes.

        Args:
            row: as XML, each cell starting with its reference.
            number: of the row.
            written: what was just written in it, by sheet column.
        """
        if self._is_idle:
            return row
        start = row.index(b"<row")
        end = row.index(b">", start) + 1
        tag = row[start:end]
        if b" ht=" in tag:
            is_due = any(self._look(row, number, column).wraps for column in written)
        else:  # what was there is content with one line
            texts = ((at, value) for at, value in written.items() if isinstance(value, str))
            is_due = any(
                self._lines(value, at, self._look(row, number, at)) > 1 for at, value in texts
            )
        return row[:start] + self._sized(tag, row) + row[end:] if is_due else row

    def _look(self, row: bytes, number: int, column: int) -> Look:
        start = row.find(b'<c r="%b%d"' % (column_bytes(column), number))
        style = style_of(row[start : row.index(b">", start)]) if start >= 0 else None
        return self._styles.look(style or 0)

    def _sized(self, tag: bytes, row: bytes) -> bytes:
        """Return the opening tag of a row with the height that its cells ask."""
        if attributes(tag).get("customHeight") in _TRUE:
            return tag
        height = max(self._height(*cell) for cell in raw_cells(row))
        if height <= self._default:
            return without_attribute(tag, "ht")
        return with_attribute(tag, "ht", f"{min(ceil(height / STEP) * STEP, TALLEST):g}")

    def _height(self, letters: bytes, facts: bytes, text: bytes) -> float:
        look = self._styles.look(style_of(facts) or 0)
        value = self._values[facts](text) if look.wraps and text else None
        return self._lines(value, column_index(letters.decode()), look) * look.size * self._default

    def _lines(self, value: Cell, column: int, look: Look) -> int:
        width = self._widths.get(column, self._default_width)
        if not look.wraps or not isinstance(value, str) or not width:
            return 1  # a number never breaks, and a hidden column asks for nothing
        return line_count(value, (width - MARGINS - INDENT * look.indent) / look.size)
