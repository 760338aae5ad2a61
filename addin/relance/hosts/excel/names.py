"""Named cells of an open workbook, with the values noted so far."""

from ...actions.book import Cell
from ..values import UnwritableError, checked
from .cells import as_cell, kept
from .native import Book, Range
from .refusals import asking, reason_of, refusal


class NamedCells:
    """The cells that have a name of their own; each is looked up once."""

    def __init__(self, path: str, book: Book) -> None:
        """Look in a workbook; nothing is read yet."""
        self._path, self._book = path, book
        self._places: dict[str, Range | None] = {}
        self._noted: dict[str, Cell] = {}

    def has(self, name: str) -> bool:
        """Tell whether a single cell has that name."""
        return self._place(name) is not None

    def get(self, name: str) -> Cell:
        """Return a value; None when it is blank or not there."""
        if name.lower() in self._noted:
            return kept(self._noted[name.lower()])
        place = self._place(name)
        with asking(self._path, name):
            return None if place is None else as_cell(place.options(err_to_str=True).value)

    def check(self, name: str, value: Cell) -> None:
        """Refuse a value that can't be written. Raises BookError."""
        if self._place(name) is None:
            raise refusal(self._path, "no_such_name", name)
        try:
            checked(value)
        except UnwritableError as error:
            raise refusal(self._path, str(error), name) from error

    def note(self, name: str, value: Cell) -> None:
        """Note a value that was checked."""
        self._noted[name.lower()] = value

    def noted(self) -> list[tuple[Range, Cell]]:
        """Return the cells that are noted, with their values."""
        places = ((self._places[name], value) for name, value in self._noted.items())
        return [(place, value) for place, value in places if place is not None]

    def forget(self) -> None:
        """Drop what was noted."""
        self._noted.clear()

    def _place(self, name: str) -> Range | None:
        """Return the cell of a name; None when no single cell has it."""
        key = name.lower()
        if key not in self._places:
            with asking(self._path, name):
                self._places[key] = _single_cell(self._book, name)
        return self._places[key]


def _single_cell(book: Book, name: str) -> Range | None:
    """Look a name up; None for a name of no cell, of several, or that is not there.

    Not `name in book.names`: xlwings takes a busy Excel for an Excel without that name.
    """
    try:
        place = book.names[name].refers_to_range
    except Exception as error:
        if reason_of(error) != "excel_refused":
            raise
        return None
    return place if place.shape == (1, 1) else None
