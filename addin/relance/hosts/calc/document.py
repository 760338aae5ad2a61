"""A document of Calc: where it is, its tables and named cells, what keeps it from being written."""

from collections.abc import Iterator
from contextlib import contextmanager

import uno

from ...core.errors import BookError
from .office import Address, Component, Document, Range, Sheet

_MANY_AREAS = "com.sun.star.sheet.SheetCellRanges"
_ONE_AREA = "com.sun.star.table.CellRange"
_DAY_ZERO = (1899, 12, 30)


def path_of(document: Document) -> str:
    """Return where a document is: a path, a URL, or "" when it was never saved."""
    url: str = document.getURL()
    return str(uno.fileUrlToSystemPath(url)) if url.startswith("file:") else url


def refusal(path: str, reason: str, detail: str = "") -> BookError:
    """Return the error to raise: `reason` is a code, `detail` a sheet, a cell or a name."""
    return BookError(path=path, reason=reason, detail=detail)


def check_usable(document: Document, path: str) -> None:
    """Refuse a document that no verb can work on.

    Raises:
        BookError: it was never saved, or counts its days from another day than 30/12/1899.
    """
    if not path:
        raise refusal(document.getTitle(), "unsaved")
    zero = document.NullDate
    if (zero.Year, zero.Month, zero.Day) != _DAY_ZERO:
        raise refusal(path, "date1904")


def sheet_at(document: Document, place: int) -> Sheet:
    """Return a sheet by its place."""
    return document.Sheets.getByIndex(place)


def tables(document: Document) -> dict[str, str]:
    """Return the names of the tables by their names in lower case."""
    return {name.lower(): name for name in document.DatabaseRanges.getElementNames()}


def named_cell(document: Document, name: str) -> Range | None:
    """Return the cell of a name; None when no single cell has it."""
    known = {one.lower(): one for one in document.NamedRanges.getElementNames()}
    if name.lower() not in known:
        return None
    cells = document.NamedRanges.getByName(known[name.lower()]).getReferredCells()
    if cells is None:
        return None
    area = cells.getRangeAddress()
    single = area.StartRow == area.EndRow and area.StartColumn == area.EndColumn
    return cells.getCellByPosition(0, 0) if single else None


def areas_of(selection: Component) -> list[Address]:
    """Return the areas of a selection; none when it is a chart or a drawing."""
    if selection is None or not hasattr(selection, "supportsService"):
        return []
    if selection.supportsService(_MANY_AREAS):
        return list(selection.getRangeAddresses())
    return [selection.getRangeAddress()] if selection.supportsService(_ONE_AREA) else []


class UndoStep:
    """One step for the user's Undo, of all that a click writes."""

    def __init__(self, document: Document, title: str) -> None:
        """Begin a step, under the title that the list of Undo shows."""
        self._undo = document.getUndoManager()
        self._before = len(self._undo.getAllUndoActionTitles())
        self._undo.enterUndoContext(title)
        self._is_open = True

    def end(self) -> None:
        """End the step; one without changes leaves no trace."""
        if self._is_open:
            self._is_open = False
            self._undo.leaveUndoContext()

    def take_back(self) -> None:
        """End the step and undo it: something failed on the way."""
        self.end()
        if len(self._undo.getAllUndoActionTitles()) > self._before:
            self._undo.undo()


@contextmanager
def quiet(document: Document) -> Iterator[None]:
    """Keep a document from redrawing and computing while its cells are written."""
    computes = document.isAutomaticCalculationEnabled()
    document.lockControllers()
    try:
        document.enableAutomaticCalculation(False)
        try:
            yield
        finally:
            document.enableAutomaticCalculation(computes)
    finally:
        document.unlockControllers()
