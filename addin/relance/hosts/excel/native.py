"""xlwings for this room, and the few facts that only Excel's own objects tell.

All else keeps to xlwings' portable calls. Excel's objects (`api`) are asked for four facts:

- `Workbook.Date1904`: whether days are counted from 1904;
- `Workbook.ReadOnly`: whether it can be saved;
- `Workbook.FullName`: where it is, a URL on OneDrive; xlwings would guess a local file for it,
  and finds the wrong one or none (xlwings issues 2017, 2554, 2652);
- `Worksheet.ProtectContents`: whether its cells can be written.
"""

import xlwings
from xlwings import App, Book, Range, Sheet
from xlwings.main import Table

__all__ = [
    "App", "Book", "Range", "Sheet", "Table", "counts_from_1904", "full_name", "is_protected",
    "is_read_only", "limit_attempts",
]  # fmt: skip

ATTEMPTS = 2_000  # a refused question costs about a millisecond


def limit_attempts() -> None:
    """Let a busy Excel refuse.

    xlwings asks again without end, and hangs while a cell is being edited (xlwings issue 1770).
    """
    windows = getattr(xlwings, "_xlwindows", None)  # on Windows only
    if windows is not None:
        windows.N_COM_ATTEMPTS = ATTEMPTS


def full_name(book: Book) -> str:
    """Return where a workbook is: a path, a URL, or its bare name when it was never saved."""
    return str(book.api.FullName)


def counts_from_1904(book: Book) -> bool:
    """Tell whether a workbook counts its days from 1904."""
    return bool(book.api.Date1904)


def is_read_only(book: Book) -> bool:
    """Tell whether a workbook was opened to be read only."""
    return bool(book.api.ReadOnly)


def is_protected(sheet: Sheet) -> bool:
    """Tell whether the cells of a sheet are protected."""
    return bool(sheet.api.ProtectContents)
