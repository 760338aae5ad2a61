"""Rows of a sheet part rewritten one by one: only the cells that change, the rest as it is."""

import re
from collections.abc import Collection, Iterator, Mapping

from ...actions.book import Cell
from ..values import UnwritableError
from .cells import cell, rewritten, style_of
from .heights import Heights
from .models import Model
from .ranges import Area, cell_name, column_bytes, column_index, parse_area
from .reader import any_cells
from .sections import rows
from .styles import Styles

_SPANS = re.compile(rb"\sspans=[\"'][^\"']*[\"']")
_SPILL = re.compile(rb"<f\b(?=[^>]*\st=\"(?:array|dataTable)\")[^>]*?\sref=\"([A-Z0-9:$]+)\"")
_LETTERS = re.compile(rb'<c r="([A-Z]+)')
_REFERENCE = re.compile(rb"\sr=[\"'][^\"']*[\"']")

Values = Mapping[int, Mapping[int, Cell]]  # by row, by column


class RowEditor:
    """Edits the blocks of one sheet in order; rows that the sheet lacks are put in."""

    def __init__(
        self,
        values: Values,
        models: Mapping[int, Model],
        tables: Collection[Area],
        styles: Styles,
        heights: Heights,
    ) -> None:
        """Plan the edits.

        Args:
            values: what to write.
            models: the pattern of each new row of a table, by row.
            tables: the data of the sheet's tables, where a bare cell looks like the one above.
            styles: where a date twin may be added.
            heights: what fits a row to the text written in it.
        """
        self._values = values
        self._models = models
        self._tables = tables
        self._styles = styles
        self._heights = heights
        self._waiting = sorted({*values, *models}, reverse=True)
        self._spills: list[Area] = []
        self._last = 0
        self._above = b""

    def block(self, block: bytes) -> bytes:
        """Return a block of rows with its edits. Raises CellRefusedError."""
        if not self._waiting:
            return block
        done: list[bytes] = []
        for number, row in rows(block, self._last):
            done.extend(self._missing_rows(number))
            self._last = number
            self._above = self._row(number, row)
            done.append(self._above)
        return b"".join(done)

    def rest(self) -> bytes:
        """Return the rows that come after the sheet's last one."""
        return b"".join(self._missing_rows(None))

    def _missing_rows(self, before: int | None) -> Iterator[bytes]:
        while self._waiting and (before is None or self._waiting[-1] < before):
            number = self._waiting[-1]
            model = self._models.get(number)
            start = b'<row r="%d"' % number + (model.attributes if model else b"")
            self._above = self._row(number, start + b"></row>")
            yield self._above

    def _row(self, number: int, row: bytes) -> bytes:
        if b'"array"' in row or b'"dataTable"' in row:
            areas = [parse_area(found.decode()) for found in _SPILL.findall(row)]
            self._spills.extend(area for area in areas if area)
        if not self._waiting or self._waiting[-1] != number:
            return row
        self._waiting.pop()
        row = _regular(row, number)
        written = self._values.get(number, {})
        for column, value in written.items():
            row = self._placed(row, number, column, value)
        if model := self._models.get(number):
            for column in model.columns:
                if column not in written:
                    row = self._completed(row, number, column, model)
        return self._heights.fitted(row, number, written)

    def _placed(self, row: bytes, number: int, column: int, value: Cell) -> bytes:
        """Return the row with a value written."""
        name = b"%b%d" % (column_bytes(column), number)
        try:
            if self._spills and any(area.holds(number, column) for area in self._spills):
                raise UnwritableError("formula")
            model = self._models.get(number)
            formula = model.formula(column, number) if model else b""
            style = model.styles.get(column, 0) if model else 0
            start = row.find(b'<c r="%b"' % name)
            if start < 0 and value in (None, "") and not model:
                return row
            if start < 0:
                style = style if model else self._style_above(number, column)
                return _inserted(row, column, cell(name, value, style, formula, self._styles))
            end = _cell_end(row, start)
            new = rewritten(row[start:end], name, value, style, formula, self._styles)
            return row[:start] + new + row[end:]
        except UnwritableError as error:
            raise CellRefusedError(str(error), cell_name(number, column)) from error

    def _completed(self, row: bytes, number: int, column: int, model: Model) -> bytes:
        """Return a new row with the style and formula of a cell that is given no value."""
        name = b"%b%d" % (column_bytes(column), number)
        formula = model.formula(column, number)
        style = model.styles.get(column, 0)
        start = row.find(b'<c r="%b"' % name)
        if start < 0:
            new = cell(name, None, style, formula, self._styles)
            return _inserted(row, column, new) if style or formula else row
        end = _cell_end(row, start)
        if not formula or b"<f" in row[start:end]:
            return row
        new = rewritten(row[start:end], name, None, style, formula, self._styles)
        return row[:start] + new + row[end:]

    def _style_above(self, number: int, column: int) -> int:
        if not any(area.holds(number - 1, column) for area in self._tables):
            return 0
        letters = column_bytes(column)
        cells = (old for found, old in any_cells(self._above) if found == letters)
        old = next(cells, b">")
        return style_of(old[: old.index(b">")]) or 0


class CellRefusedError(Exception):
    """A cell can't be written (`reason`, `name`); the book adds its path."""

    def __init__(self, reason: str, name: str) -> None:
        """Keep the reason code and the cell's reference."""
        super().__init__(reason, name)
        self.reason = reason
        self.name = name


def _cell_end(row: bytes, start: int) -> int:
    tag_end = row.index(b">", start)
    if row[tag_end - 1 : tag_end] == b"/":
        return tag_end + 1
    return row.index(b"</c>", tag_end) + len(b"</c>")


def _inserted(row: bytes, column: int, new: bytes) -> bytes:
    at = len(row) - len(b"</row>")
    for found in _LETTERS.finditer(row):
        other = column_index(found[1].decode())
        if other == column:
            raise ValueError(new)
        if other > column:
            at = found.start()
            break
    return row[:at] + new + row[at:]


def _regular(row: bytes, number: int) -> bytes:
    """Return the row open, without spans, each cell starting with its reference."""
    start = row.index(b"<row")
    end = row.index(b">", start) + 1
    tag, inside = row[start:end], row[end:]
    if b"spans" in tag:
        tag = _SPANS.sub(b"", tag)
    if tag.endswith(b"/>"):
        tag, inside = tag[:-2] + b">", b"</row>"
    if inside.count(b"<c") != inside.count(b'<c r="'):
        inside = b"".join(_with_references(inside, number)) + b"</row>"
    return row[:start] + tag + inside


def _with_references(row: bytes, number: int) -> Iterator[bytes]:
    for letters, old in any_cells(row):
        end = old.index(b">")
        tag = _REFERENCE.sub(b"", old[:end])
        yield b'<c r="%b%d"' % (letters, number) + tag[len(b"<c") :] + old[end:]
