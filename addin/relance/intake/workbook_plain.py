"""Sheets of an .xlsx in pure Python, where calamine can't be: LibreOffice's own Python.

The cells are those that calamine gives: numbers are floats, a day without an hour is a date, an
error or a blank is "".
"""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from ..core.errors import IntakeError

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Area = tuple[tuple[int, int], tuple[int, int]]
WORKBOOK = "xl/workbook.xml"  # an .ods or an .xlsb has none
ERROR = "e"
# What openpyxl raises over a part that is missing or is not what it should be.
FAULTS = (
    OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip


class Sheet(NamedTuple):
    """One sheet: its rows from the first cell on, and its merged areas, counted from 0."""

    name: str
    hidden: bool
    rows: list[list[object]]
    merged: list[Area]


def sheets(name: str, content: bytes) -> list[Sheet]:
    """Return the sheets of an .xlsx.

    Raises:
        IntakeError: another kind of workbook (reason needs_xlsx), one that can't be read, or no
            library to read it (needs_csv).
    """
    _refuse(name, content)
    try:
        from openpyxl import load_workbook
    except ImportError as fault:
        raise IntakeError(path=name, reason="needs_csv") from fault
    try:
        with warnings.catch_warnings():  # what it does not read: validations, headers, styles
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
        return [_sheet(one) for one in book.worksheets]
    except FAULTS as fault:
        raise IntakeError(path=name, reason="not_a_table", detail=str(fault)) from fault


def _refuse(name: str, content: bytes) -> None:
    """Refuse what only calamine reads, and a part that declares what it would expand to."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.namelist()
        if "mimetype" in parts or "xl/workbook.bin" in parts:
            raise IntakeError(path=name, reason="needs_xlsx")
        texts = (package.read(part) for part in parts if part.endswith((".xml", ".rels")))
        if WORKBOOK not in parts or any(b"<!DOCTYPE" in text for text in texts):
            raise IntakeError(path=name, reason="not_a_table")


def _sheet(sheet: "Worksheet") -> Sheet:
    rows = [[_value(cell) for cell in cells] for cells in sheet.iter_rows()]
    merged = [
        ((area.min_row - 1, area.min_col - 1), (area.max_row - 1, area.max_col - 1))
        for area in sheet.merged_cells.ranges
    ]
    return Sheet(sheet.title, sheet.sheet_state != "visible", list(_trimmed(rows)), merged)


def _value(cell: "Cell | MergedCell") -> object:
    said = cell.value
    if said is None or cell.data_type == ERROR:
        return ""
    if isinstance(said, datetime):
        midnight = not (said.hour or said.minute or said.second or said.microsecond)
        return date(said.year, said.month, said.day) if midnight else said
    return float(said) if isinstance(said, int) and not isinstance(said, bool) else said


def _trimmed(rows: Sequence[list[object]]) -> Iterator[list[object]]:
    """Give the rows without the blank ones at the end, nor the blank columns on the right."""
    filled = [
        (at, max(place for place, one in enumerate(cells) if one != ""))
        for at, cells in enumerate(rows)
        if any(one != "" for one in cells)
    ]
    deepest = max((at for at, _ in filled), default=-1)
    widest = max((place for _, place in filled), default=-1)
    yield from (cells[: widest + 1] for cells in rows[: deepest + 1])
