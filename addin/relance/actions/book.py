"""The seam between a verb and a spreadsheet: two small protocols, three hosts.

`Book` is the workbook; `Desktop` is the person in front of it, where there is one. Tables and
headings are named in `workbook.schema`. A row is named by its sheet row, counted as the user
sees it. Nothing is on disk before `save`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

Cell = str | int | float | bool | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number in the sheet and its cells by heading."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands: its headings in order, and its rows (blank rows left out)."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


class Book(Protocol):
    """A workbook of ours in some spreadsheet program, or closed on disk."""

    @property
    def path(self) -> str:
        """Where the workbook is, as the user knows it."""
        ...

    def has(self, name: str) -> bool:
        """Tell whether the workbook has a table or a named cell of that name."""
        ...

    def read(self, table: str) -> Table:
        """Read a table, with the changes made so far. Raises MissingTableError."""
        ...

    def selected(self) -> tuple[tuple[str, int], ...]:
        """Return the visible selected rows as (table, row), in sheet order."""
        ...

    def write(self, table: str, column: str, values: Mapping[int, Cell]) -> None:
        """Write cells of one column by row number. Raises MissingColumnError."""
        ...

    def append(self, table: str, rows: Sequence[Mapping[str, Cell]]) -> tuple[int, ...]:
        """Append rows by heading and return their row numbers. Raises MissingColumnError."""
        ...

    def get(self, name: str) -> Cell:
        """Read a named value (`AsOf`, `Regles`, ...); None when blank or not there."""
        ...

    def set(self, name: str, value: Cell) -> None:
        """Write a named value. Raises BookError when the name is not there."""
        ...

    def save(self) -> None:
        """Put all changes on disk at once; a kill before it leaves the old workbook."""
        ...

    def progress(self, done: int, total: int, text: str) -> None:
        """Show how far a verb is."""
        ...

    def tell(self, text: str) -> None:
        """Say something to the user."""
        ...

    def ask(self, question: str) -> bool:
        """Ask a yes or no question; False where nobody can answer."""
        ...


class Desktop(Protocol):
    """What a click may ask of the person in front of the workbook, and show."""

    def ask_text(self, question: str, default: str = "") -> str | None:
        """Ask for a text; None when the user cancels, "" when the answer is left blank."""
        ...

    def choose(self, question: str, options: Sequence[str]) -> int | None:
        """Let the user choose; the place in `options` counted from 0, None when cancelled."""
        ...

    def pick_files(self, title: str) -> tuple[str, ...]:
        """Let the user pick files and return their paths; none when cancelled."""
        ...

    def show(self, sheet: str) -> None:
        """Bring a sheet to the front; nothing happens when the user has removed it."""
        ...

    def open_path(self, path: str) -> None:
        """Open a folder, or a document in its program. Raises OutputFolderError."""
        ...

    def to_pdf(self, documents: Sequence[str], folder: str) -> None:
        """Make a PDF of each Word document in a folder, as the user's program shows it.

        Args:
            documents: paths of `.docx` files; they stay as they are.
            folder: where each `name.docx` becomes `name.pdf`; one that can't be read is left out.

        Raises:
            PdfError: no program on this computer can make it.
        """
        ...

    def stopped(self) -> bool:
        """Tell whether the user has asked to stop (Escape) since the last time."""
        ...

    def calls(self) -> tuple[int, int] | None:
        """Return how often functions in cells called Python; None where nobody counts.

        Since the workbook was opened, and in the last calculation that asked one of them.
        """
        ...
