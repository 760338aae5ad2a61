"""What stands below a table, looked at before the table grows over it."""

from .cells import grid
from .native import Range, Sheet

LAST_ROW = 1_048_576  # rows of an Excel sheet
_LOOK = 200  # rows looked at together, at least: a journal grows row by row


class Below:
    """The cells below a table, in its columns."""

    def __init__(self, sheet: Sheet, bottom: int, left: int, width: int) -> None:
        """Look below a row of a sheet, in columns counted from 1."""
        self._sheet, self._left, self._width = sheet, left, width
        self._free = bottom  # down to here nothing stands in the way
        self._wall = 0  # the first row where something does, 0 while none is known

    def blocked(self, last: int) -> tuple[str, int] | None:
        """Return why the table can't grow to a row, and the row in the way; None if it can."""
        if last > LAST_ROW:
            return "sheet_full", LAST_ROW
        while not self._wall and self._free < last:
            self._look(min(max(self._free + _LOOK, last), LAST_ROW))
        return ("rows_below", self._wall) if self._wall and last >= self._wall else None

    def _look(self, end: int) -> None:
        start = self._free + 1
        has_merged = self._has_merged(start, end)
        for number, formulas in enumerate(grid(self._cells(start, end).formula), start):
            if any(formulas) or (has_merged and self._has_merged(number, number)):
                self._wall = number
                return
        self._free = end

    def _has_merged(self, start: int, end: int) -> bool:
        merged: bool | None = self._cells(start, end).merge_cells  # None when some are
        return merged is not False

    def _cells(self, start: int, end: int) -> Range:
        left = self._left - 1
        return self._sheet.cells[start - 1 : end, left : left + self._width]
