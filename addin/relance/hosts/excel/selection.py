"""What is selected in Excel, when it is cells."""

from .native import App, Book, Range, selected_address
from .refusals import asking, reason_of, refusal


def selected_cells(path: str, book: Book) -> Range | None:
    """Return the selected cells; None when a chart, a picture or nothing is selected.

    Not `Book.selection`: it counts the cells, and a sheet has more of them than Excel can count.

    Args:
        path: the workbook, for an error.
        book: any workbook of the Excel that is asked.

    Raises:
        BookError: Excel is busy.
    """
    with asking(path):
        app = book.app
        if not _are_cells(app):
            return None
        found = app.impl.selection
    if found is None:  # so does xlwings tell of a busy Excel
        raise refusal(path, "excel_busy")
    return Range(impl=found)


def _are_cells(app: App) -> bool:
    """Tell whether what is selected has an address: a chart has none."""
    try:
        return selected_address(app) is not None
    except Exception as error:
        if reason_of(error) != "excel_refused":
            raise
        return False
