"""A workbook open in Excel, read and changed through xlwings."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Self

from ...actions.book import Cell, Table
from ...core.errors import BookError
from ...wording import screen
from ...workbook import schema
from ..headings import missing_table
from . import native
from .areas import rows_within, visible_areas
from .keys import Escape
from .names import NamedCells
from .quiet import quiet
from .refusals import asking, not_needed, refusal
from .selection import selected_cells
from .tableview import TableView
from .writing import Writer

_OURS = {sheet.table.lower() for sheet in schema.TABLES}


class ExcelBook:
    """A workbook open in Excel; implements `actions.book.Book`.

    Changes are noted, and Excel is told of them by `save` alone: a verb that fails half-way
    leaves no cell behind, a workbook that saves itself (OneDrive) keeps nothing half done, and
    each column is written in blocks. What is read shows the changes noted so far. `save` first
    asks for all that can be refused without writing, then writes, the journal last: a line is
    never in the sheet before what it tells of, and one that is lacking comes back from the
    output folder. A cell with a formula is left to Excel, which computes before the workbook is
    saved; until then it reads as what was noted.
    """

    def __init__(self, book: native.Book, escape: Escape) -> None:
        """Take a workbook that is open.

        Args:
            book: the workbook.
            escape: the key that stops a verb.

        Raises:
            BookError: it was never saved, counts its days from 1904, or Excel is busy.
        """
        self._book, self._escape = book, escape
        self._views: dict[str, TableView] = {}
        self._is_held = self._is_unsaved = self._has_status = False
        self._path = ""
        with asking(screen.THIS_WORKBOOK):
            self._path = native.full_name(book)
            if not {"/", "\\"} & set(self._path):
                raise refusal(self._path, "unsaved")
            if native.counts_from_1904(book):
                raise refusal(self._path, "date1904")
            self._names = NamedCells(self._path, book)
            self._tables = {
                table.name.lower(): table for sheet in book.sheets for table in sheet.tables
            }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the status bar back to Excel; changes that were not saved are gone."""
        if self._has_status:
            self._show(False)

    @property
    def path(self) -> str:
        """Where the workbook is: a path, or a URL when it is on OneDrive."""
        return self._path

    def has(self, name: str) -> bool:
        """Tell whether the workbook has a table or a named cell of that name."""
        return name.lower() in self._tables or self._names.has(name)

    def read(self, table: str) -> Table:
        """Read a table, with the changes made so far.

        Raises:
            MissingTableError: there is none of that name.
            BookError: Excel is busy.
        """
        return self._view(table).rows()

    def selected(self) -> tuple[tuple[str, int], ...]:
        """Return the selected rows of our tables as (table, row), in sheet order.

        Hidden, filtered and blank rows and rows outside our tables are left out; several areas
        may be selected.
        """
        with asking(self._path):
            found = {(row, view.name) for view, row in self._selected()}
        return tuple((table, row) for row, table in sorted(found))

    def write(self, table: str, column: str, values: Mapping[int, Cell]) -> None:
        """Note cells of one column by row number.

        Raises:
            MissingColumnError: the table has no such heading.
            BookError: a row is outside the table, a value does not fit a cell, or the workbook
                is read only.
        """
        view = self._view(table)
        self._hold()
        view.write(column, values)

    def append(self, table: str, rows: Sequence[Mapping[str, Cell]]) -> tuple[int, ...]:
        """Note new rows by heading and return their numbers; blank rows at the end come first.

        Raises:
            MissingColumnError: the table has no such heading.
            BookError: there is no room below the table, a value does not fit a cell, or the
                workbook is read only.
        """
        view = self._view(table)
        self._hold()
        with asking(self._path, table):
            return view.append(rows)

    def get(self, name: str) -> Cell:
        """Read a named value; None when it is blank or not there."""
        return self._names.get(name)

    def set(self, name: str, value: Cell) -> None:
        """Note a named value.

        Raises:
            BookError: no single cell has that name, the value does not fit a cell, or the
                workbook is read only.
        """
        self._names.check(name, value)
        self._hold()
        self._names.note(name, value)

    def save(self) -> None:
        """Write what was noted, let Excel compute, and save the workbook.

        Raises:
            BookError: a sheet is protected, Excel refuses a cell or is busy, or the file can't
                be written. When a part may have been written, it says to close without saving.
        """
        if self._is_noted():
            self._write()
        if self._is_unsaved:
            with asking(self._path, refused="not_saved"):
                self._book.app.calculate()
                self._book.save()
            self._is_unsaved = False

    def progress(self, done: int, total: int, text: str) -> None:
        """Show in the status bar how far a verb is; Excel has its bar back at the end."""
        if done == 0:
            self._escape.forget()  # what was pressed before it began does not stop it
        self._show(screen.progress(done, total, text) if done < total else False)

    def tell(self, text: str) -> None:
        """Say something to the user."""
        with asking(self._path), self._escape.unheard():
            self._book.app.alert(text, screen.TITLE, "ok", "info")

    def ask(self, question: str) -> bool:
        """Ask a yes or no question; False when the box is closed otherwise."""
        with asking(self._path), self._escape.unheard():
            return self._book.app.alert(question, screen.TITLE, "yes_no") == "yes"

    def _view(self, table: str) -> TableView:
        key = table.lower()
        if key not in self._tables:
            raise missing_table(table, self._path)
        if key not in self._views:
            with asking(self._path, table):
                self._views[key] = TableView(self._path, self._tables[key])
        return self._views[key]

    def _hold(self) -> None:
        """Refuse the first change of a workbook that can't be saved."""
        if not self._is_held:
            with asking(self._path):
                if native.is_read_only(self._book):
                    raise refusal(self._path, "read_only")
            self._is_held = True

    def _selected(self) -> Iterator[tuple[TableView, int]]:
        selection = selected_cells(self._path, self._book)
        if selection is None or selection.sheet.book.name != self._book.name:
            return
        areas = visible_areas(selection)
        for key in self._tables:
            if key in _OURS and self._tables[key].parent.name == selection.sheet.name:
                view = self._view(key)
                rows = rows_within(areas, view.lines, view.columns)
                yield from ((view, row.number) for row in view.rows().rows if row.number in rows)

    def _is_noted(self) -> bool:
        return any(view.changes for view in self._views.values()) or bool(self._names.noted())

    def _write(self) -> None:
        """Write what was noted, and read anew what Excel computes from it."""
        changed = [view for view in self._views.values() if view.changes]
        changed.sort(key=lambda view: view.name == schema.JOURNAL.table)
        writer = Writer(self._path)
        with self._telling_of_halves(writer), asking(self._path), quiet(self._book.app):
            writer.write(changed, self._names.noted())
        self._is_unsaved = True
        self._views.clear()
        self._names.forget()

    @contextmanager
    def _telling_of_halves(self, writer: Writer) -> Iterator[None]:
        """Say so when Excel stopped after it may have taken a part."""
        try:
            yield
        except BookError as error:
            reason = str(error.facts["reason"])
            if not writer.touched or reason == "not_as_written":
                raise
            raise refusal(self._path, "half_written", str(error.facts["detail"])) from error

    def _show(self, status: str | bool) -> None:
        with not_needed():
            self._book.app.status_bar = status
            self._has_status = status is not False
