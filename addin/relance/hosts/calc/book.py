"""A workbook open in Calc, read and changed through UNO."""

from collections.abc import Mapping, Sequence

from ...actions.book import Cell, Table
from ...core.errors import MissingTableError
from ...wording import screen
from ...workbook import schema
from ..values import UnwritableError, as_read, checked
from .cells import Formats, put_changed, read
from .dialogs import Dialogs
from .document import (
    UndoStep,
    areas_of,
    check_usable,
    named_cell,
    path_of,
    quiet,
    refusal,
    tables,
)
from .office import Document, Range
from .table import CalcTable, Keys

_OURS = {sheet.table.lower() for sheet in schema.TABLES}
# What every verb that writes brings up to date.
_WRITTEN = {
    sheet.table.lower()
    for sheet in (schema.JOURNAL, schema.AGENDA, schema.AGED_BALANCE, schema.INVOICES)
}


class CalcBook:
    """A workbook open in Calc; implements `actions.book.Book`.

    Changes are noted, and Calc is told of them by `save` alone: a verb that fails half-way leaves
    no cell behind. All that is written until `close` is one step for Undo. A cell with a formula
    is left to Calc, which computes before the workbook is saved; until then it reads as what was
    noted.
    """

    def __init__(self, document: Document, dialogs: Dialogs, title: str = screen.TITLE) -> None:
        """Take a document that is open.

        Args:
            document: of Calc.
            dialogs: what can be said to the person in front of it.
            title: of the step in the list of Undo.

        Raises:
            BookError: it was never saved, or counts its days from 1904.
        """
        self._document, self._dialogs, self._title = document, dialogs, title
        self._path = path_of(document)
        check_usable(document, self._path)
        self._formats = Formats(document)
        self._tables = tables(document)
        self._views: dict[str, CalcTable] = {}
        self._keys: dict[str, Keys] = {}
        self._places: dict[str, Range | None] = {}
        self._names: dict[str, Cell] = {}
        self._is_unsaved = False
        self._step: UndoStep | None = None

    def close(self) -> None:
        """Give the status bar and Undo back to Calc; changes that were not saved are gone."""
        if self._step is not None:
            self._step.end()
            self._step = None
        self._dialogs.end_progress()

    @property
    def path(self) -> str:
        """Where the workbook is: a path, or a URL when it is on a server."""
        return self._path

    def has(self, name: str) -> bool:
        """Tell whether the workbook has a table or a named cell of that name."""
        return name.lower() in self._tables or self._place(name) is not None

    def read(self, table: str) -> Table:
        """Read a table, with the changes made so far. Raises MissingTableError."""
        return self._view(table).rows()

    def selected(self) -> tuple[tuple[str, int], ...]:
        """Return the selected rows of our tables as (table, row), in sheet order.

        Hidden, filtered and blank rows and rows outside our tables are left out; several areas
        may be selected.
        """
        areas = areas_of(self._document.getCurrentSelection())
        found: set[tuple[int, str]] = set()
        for key in self._tables.keys() & _OURS:
            view = self._view(key)
            within = [area for area in areas if area.Sheet == view.place]
            filled = {row.number for row in view.rows().rows} if within else set()
            found |= {(row, view.name) for row in view.seen(within) if row in filled}
        return tuple((table, row) for row, table in sorted(found))

    def write(self, table: str, column: str, values: Mapping[int, Cell]) -> None:
        """Note cells of one column by row number.

        Raises:
            MissingColumnError: the table has no such heading.
            BookError: a row is outside the table, a value does not fit a cell, or the workbook
                is read only.
        """
        view = self._view(table)
        self.check_writable()
        view.write(column, values)

    def append(self, table: str, rows: Sequence[Mapping[str, Cell]]) -> tuple[int, ...]:
        """Note new rows by heading and return their numbers; blank rows at the end come first.

        Raises:
            MissingColumnError: the table has no such heading.
            BookError: there is no room below the table, a value does not fit a cell, or the
                workbook is read only.
        """
        view = self._view(table)
        self.check_writable()
        return view.append(rows)

    def get(self, name: str) -> Cell:
        """Read a named value; None when it is blank or not there."""
        if name.lower() in self._names:
            return as_read(self._names[name.lower()])
        place = self._place(name)
        return None if place is None else read(place, self._formats)[0][0]

    def set(self, name: str, value: Cell) -> None:
        """Note a named value.

        Raises:
            BookError: no single cell has that name, the value does not fit a cell, or the
                workbook is read only.
        """
        if self._place(name) is None:
            raise refusal(self._path, "no_such_name", name)
        try:
            checked(value)
        except UnwritableError as error:
            raise refusal(self._path, str(error), name) from error
        self.check_writable()
        self._names[name.lower()] = value

    def save(self) -> None:
        """Write what was noted, let Calc compute, and save the workbook.

        Raises:
            BookError: a sheet is protected, rows were moved in it while the verb worked, or the
                file can't be written.
        """
        changed = [view for view in self._views.values() if view.changes or view.is_short]
        if changed or self._names:
            self._write(changed)
        if self._is_unsaved:
            self._store()

    def check_writable(self) -> None:
        """Refuse a workbook that can't be saved. Raises BookError."""
        if self._document.isReadonly():
            raise refusal(self._path, "read_only")

    def check_unprotected(self) -> None:
        """Refuse a workbook of which a sheet that every verb writes is protected.

        Before anything else: a document that is on disk can't be unwritten.

        Raises:
            BookError: facts `detail` (the sheet).
        """
        for key in self._tables.keys() & _WRITTEN:
            sheet = self._view(key).sheet
            if sheet.isProtected():
                raise refusal(self._path, "protected", sheet.Name)

    def progress(self, done: int, total: int, text: str) -> None:
        """Show in the status bar how far a verb is; Calc has its bar back at the end."""
        if done < total:
            self._dialogs.progress(done, total, screen.progress(done, total, text))
        else:
            self._dialogs.end_progress()

    def tell(self, text: str) -> None:
        """Say something to the user."""
        self._dialogs.tell(text)

    def ask(self, question: str) -> bool:
        """Ask a yes or no question; False when the box is closed otherwise."""
        return self._dialogs.ask(question)

    def _view(self, table: str) -> CalcTable:
        key = table.lower()
        if key not in self._tables:
            raise MissingTableError(table=table, path=self._path)
        if key not in self._views:
            name = self._tables[key]
            view = CalcTable(self._document, self._path, name, self._formats)
            self._check_still(view)
            self._views[key] = view
        return self._views[key]

    def _check_still(self, view: CalcTable) -> None:
        """Refuse a table that was sorted meanwhile: a verb keeps the numbers of its rows."""
        keys = view.keys(view.bottom)
        if self._keys.setdefault(view.name.lower(), keys) != keys:
            raise refusal(self._path, "moved", view.sheet.Name)

    def _place(self, name: str) -> Range | None:
        if name.lower() not in self._places:
            self._places[name.lower()] = named_cell(self._document, name)
        return self._places[name.lower()]

    def _write(self, changed: list[CalcTable]) -> None:
        """Write tables, the journal last, then named cells; all that may refuse comes first."""
        changed.sort(key=lambda view: view.name == schema.JOURNAL.table)
        cells = [(self._places[name], value) for name, value in self._names.items()]
        sheets = [view.sheet for view in changed]
        sheets += [cell.getSpreadsheet() for cell, _ in cells if cell is not None]
        for sheet in sheets:
            if sheet.isProtected():
                raise refusal(self._path, "protected", sheet.Name)
        for view in self._views.values():
            self._check_still(view)
        self._step = self._step or UndoStep(self._document, self._title)
        try:
            with quiet(self._document):
                for cell, value in cells:
                    put_changed(cell, {0: value}, self._formats)
                for view in changed:
                    view.put_noted()
                    self._keys[view.name.lower()] = view.keys(view.last)
        except BaseException:
            self._step.take_back()
            self._step = None
            raise
        self._is_unsaved = True
        self._views.clear()
        self._names.clear()

    def _store(self) -> None:
        self._document.calculate()
        try:
            self._document.store()
        except Exception as error:  # an error of the office, which has no type of ours
            raise refusal(self._path, "not_saved", str(error)) from error
        self._is_unsaved = False
