"""xlwings for this room, and the few facts that only Excel's own objects tell.

All else keeps to xlwings' portable calls. Excel's objects (`api`) are asked for six facts:

- `Workbook.Date1904`: whether days are counted from 1904;
- `Workbook.ReadOnly`: whether it can be saved;
- `Workbook.FullName`: where it is, a URL on OneDrive; xlwings would guess a local file for it,
  and finds the wrong one or none (xlwings issues 2017, 2554, 2652);
- `Worksheet.ProtectContents` and `Range.Locked`: whether cells can be written;
- `Application.Selection`: what is selected, be it a chart.
"""

import xlwings
from xlwings import App, Book, Range, Sheet
from xlwings.main import Table

__all__ = [
    "App", "Book", "Range", "Sheet", "Table", "counts_from_1904", "full_name", "is_locked",
    "is_protected", "is_read_only", "patient", "selected_address",
]  # fmt: skip

ATTEMPTS = 2_000  # a refused question costs about a millisecond


def patient(book: Book) -> Book:
    """Return a workbook that asks a busy Excel again, but not without end.

    The server that our macros call has the calling workbook bare, as pywin32 made it: a busy
    Excel refuses at once, and often as if it had no such property. xlwings wraps its own
    workbooks in something that asks again: so is this one. That one would ask without end, and
    hang while a cell is being edited (xlwings issue 1770).
    """
    windows = getattr(xlwings, "_xlwindows", None)  # on Windows only
    if windows is None or not isinstance(book.impl, windows.Book):
        return book
    windows.N_COM_ATTEMPTS = ATTEMPTS
    wrapper = windows.COMRetryObjectWrapper
    if isinstance(book.api, wrapper):
        return book
    return Book(impl=windows.Book(xl=wrapper(book.api)))


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
    """Tell whether the cells of a sheet are protected, but for those that are not locked."""
    return bool(sheet.api.ProtectContents)


def is_locked(cell: Range) -> bool:
    """Tell whether a cell can't be written once its sheet is protected."""
    return bool(cell.api.Locked)


def selected_address(app: App) -> str | None:
    """Return where the selected cells are; None when nothing is selected.

    What is selected and has no address, a chart or a picture, is refused.
    """
    selection = app.api.Selection
    return None if selection is None else str(selection.Address)
