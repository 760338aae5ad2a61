"""A workbook that knows whether it holds changes that are not saved."""

from collections.abc import Mapping, Sequence

from ..book import Book, Cell, Table


class Watched:
    """Implements `actions.book.Book` over another: an open workbook shows changes before a save."""

    def __init__(self, book: Book) -> None:
        """Bind the workbook; it counts as saved."""
        self._book = book
        self.is_changed = False

    @property
    def path(self) -> str:
        """Where the workbook is."""
        return self._book.path

    def has(self, table: str) -> bool:
        """Tell whether the workbook has that table."""
        return self._book.has(table)

    def read(self, table: str) -> Table:
        """Read a table."""
        return self._book.read(table)

    def selected(self) -> tuple[tuple[str, int], ...]:
        """Return the selected rows."""
        return self._book.selected()

    def write(self, table: str, column: str, values: Mapping[int, Cell]) -> None:
        """Write cells of one column."""
        self.is_changed = self.is_changed or bool(values)
        self._book.write(table, column, values)

    def append(self, table: str, rows: Sequence[Mapping[str, Cell]]) -> tuple[int, ...]:
        """Append rows."""
        self.is_changed = self.is_changed or bool(rows)
        return self._book.append(table, rows)

    def get(self, name: str) -> Cell:
        """Read a named value."""
        return self._book.get(name)

    def set(self, name: str, value: Cell) -> None:
        """Write a named value."""
        self.is_changed = True
        self._book.set(name, value)

    def save(self) -> None:
        """Put all changes on disk."""
        self._book.save()
        self.is_changed = False

    def progress(self, done: int, total: int, text: str) -> None:
        """Show how far a verb is."""
        self._book.progress(done, total, text)

    def tell(self, text: str) -> None:
        """Say something."""
        self._book.tell(text)

    def ask(self, question: str) -> bool:
        """Ask a yes or no question."""
        return self._book.ask(question)
