"""Files made for the tests: invented names, one small workbook or text a case."""

import io
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from relance.intake.grid import Grid
from relance.intake.workbook_grid import workbook_grids

Rows = Sequence[Sequence[object]]
Workbook = Callable[..., bytes]
Merge = tuple[int, int, int, int, str]


def _write(sheet: xlsxwriter.worksheet.Worksheet, rows: Rows, day: object) -> None:
    for at, cells in enumerate(rows):
        for place, one in enumerate(cells):
            if isinstance(one, datetime | date):
                sheet.write_datetime(at, place, datetime(one.year, one.month, one.day), day)  # noqa: DTZ001
            elif isinstance(one, tuple):  # a formula and the value it last showed
                sheet.write_formula(at, place, one[0], None, one[1])
            elif isinstance(one, str):
                sheet.write_string(at, place, one)
            elif one is not None:
                sheet.write(at, place, one)


def _build(
    rows: Rows,
    merged: Sequence[Merge] = (),
    others: Sequence[tuple[str, Rows]] = (),
    hidden: Sequence[str] = (),
) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, lines in (*others, ("Export", rows)):
        sheet = book.add_worksheet(name)
        _write(sheet, lines, day)
        if name == "Export":
            for top, left, bottom, right, text in merged:
                sheet.merge_range(top, left, bottom, right, text)
            sheet.activate()
        if name in hidden:
            sheet.hide()
    book.close()
    content = buffer.getvalue()
    assert without_calamine(content) == workbook_grids("x", content)
    return content


def without_calamine(content: bytes) -> tuple[Grid, ...]:
    """Read a workbook as LibreOffice's Python does, which has no calamine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "python_calamine", None)
        return workbook_grids("x", content)


@pytest.fixture(scope="session")
def workbook() -> Workbook:
    """Give a maker of workbooks: rows, merged areas, other sheets, names of hidden sheets.

    Each of them reads the same with calamine and without.
    """
    return _build
