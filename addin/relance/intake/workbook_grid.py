"""Sheets of a workbook, values only: a formula gives what it last showed.

Read with calamine, which is many times faster, else in pure Python: LibreOffice has no calamine.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..core.errors import IntakeError
from .grid import Grid, is_empty
from .workbook_plain import Area, sheets

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_CELLS = 20_000_000  # a sheet is held whole in memory
MAX_BYTES = 300 << 20  # unpacked
_FAR_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?:[^>]*[^/>])?>')


def workbook_grids(name: str, content: bytes) -> tuple[Grid, ...]:
    """Return the sheets of a workbook, hidden ones marked.

    Raises:
        IntakeError: truncated, encrypted, too_large, not_a_table; without calamine
            needs_xlsx or needs_csv (facts: path, reason).
    """
    _guard(name, content)
    try:
        return _with_calamine(name, content)
    except ImportError:
        return tuple(_filled(*one) for one in sheets(name, content))


def _with_calamine(name: str, content: bytes) -> tuple[Grid, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(_grids(book))
    except (CalamineError, OSError, ValueError) as fault:
        reason = "encrypted" if isinstance(fault, PasswordError) else "not_a_table"
        raise IntakeError(path=name, reason=reason, detail=str(fault)) from fault


def _grids(book: "CalamineWorkbook") -> list[Grid]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        _grid(book.get_sheet_by_name(sheet.name), sheet.visible != SheetVisibleEnum.Visible)
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _grid(sheet: "CalamineSheet", hidden: bool) -> Grid:
    if not sheet.height:
        return Grid(sheet.name, (), hidden)
    rows: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    return _filled(sheet.name, hidden, rows, sheet.merged_cell_ranges or ())


def _filled(name: str, hidden: bool, rows: list[list[object]], merged: Sequence[Area]) -> Grid:
    _fill_down(rows, merged)
    return Grid(name, tuple(enumerate(rows, 1)), hidden)


def _fill_down(rows: list[list[object]], areas: Sequence[Area]) -> None:
    """Repeat the text of a merged cell on the rows it covers; a number would count twice."""
    for (top, left), (bottom, _) in areas:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        said = rows[top][left]
        if isinstance(said, str) and not is_empty(said):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = said


def _guard(name: str, content: bytes) -> None:
    """Refuse a broken package, and one that would not fit in memory once unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            large = sum(part.file_size for part in parts) > MAX_BYTES
            sheets = [part for part in parts if "worksheets/sheet" in part.filename]
            large = large or any(_cells(package.read(part)) > MAX_CELLS for part in sheets)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as fault:
        raise IntakeError(path=name, reason="truncated") from fault
    except RuntimeError as fault:  # a password on the package
        raise IntakeError(path=name, reason="encrypted") from fault
    if large:
        raise IntakeError(path=name, reason="too_large")


def _cells(sheet: bytes) -> int:
    """Return how many cells a sheet spans: one stray cell far away makes it huge."""
    widest = deepest = 0
    for column, row in _FAR_CELL.findall(sheet):
        widest = max(widest, _column(column))
        deepest = max(deepest, int(row))
    return widest * deepest


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
