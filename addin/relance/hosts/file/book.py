"""A closed workbook, .xlsx or .xlsm, read and changed on disk without any spreadsheet program.

Only the parts that change are written; every other part keeps its bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...actions.book import Cell, Table
from ...core.errors import RelanceError
from ...wording.sentences import sentence
from ..headings import missing_table
from ..values import UnwritableError, as_read, checked
from . import save as disk
from .faults import reading, refusal
from .guards import snapshot
from .locks import Lock, check_others, take
from .package import Package
from .reader import Values
from .saving import Report, Saving
from .scan import read_places, scan_table
from .strings import shared_strings
from .structure import Structure
from .styles import read_styles
from .tableview import SheetChanges, TableView
from .workbook import Place, read_workbook

if TYPE_CHECKING:
    from typing import Self

Progress = Callable[[int, int, str], None]


class FileBook:
    """A workbook closed on disk; implements `actions.book.Book`.

    It is read when it is made, and locked from its first change (or from the start) to `close`.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        writing: bool = False,
        recalculate: bool = False,
        progress: Progress | None = None,
        tell: Callable[[str], None] | None = None,
        ask: Callable[[str], bool] | None = None,
    ) -> None:
        """Open a workbook.

        Args:
            path: an .xlsx or .xlsm file.
            writing: lock it at once rather than at the first change.
            recalculate: ask the next spreadsheet program to compute every formula at opening.
            progress: shows how far a verb is (done, total, text); silent without one.
            tell: says something to the user; silent without one.
            ask: asks a yes or no question; the answer is no without one.

        Raises:
            BookError: it can't be read, or not be edited safely.
            BookLockedError: `writing`, and someone else holds it.
        """
        self._given_path = str(path)
        self._path = Path(path).resolve()
        self._recalculate = recalculate
        self._progress, self._tell, self._ask = progress, tell, ask
        self._lock: Lock | None = None
        self.report = Report()
        try:
            if writing and self._path.is_file():
                self._take()
            self._load()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Self":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the lock; changes that were not saved are gone."""
        if self._lock:
            self._lock.release()
            self._lock = None

    @property
    def path(self) -> str:
        """Where the workbook is, as it was given."""
        return self._given_path

    def has(self, name: str) -> bool:
        """Tell whether the workbook has a table or a named cell of that name."""
        return name.lower() in {*self._workbook.tables, *self._workbook.names}

    def read(self, table: str) -> Table:
        """Read a table, with the changes made so far. Raises MissingTableError."""
        return self._view(table).table()

    def selected(self) -> tuple[tuple[str, int], ...]:
        """Return nothing: a closed workbook has no selection."""
        return ()

    def write(self, table: str, column: str, values: Mapping[int, Cell]) -> None:
        """Write cells of one column by row number.

        Raises:
            MissingColumnError: the table has no such heading.
            BookError: a row is outside the table, or a value does not fit a cell.
            BookLockedError: someone else holds the workbook.
        """
        view = self._view(table)
        self._hold()
        view.write(column, values)

    def append(self, table: str, rows: Sequence[Mapping[str, Cell]]) -> tuple[int, ...]:
        """Append rows by heading and return their numbers; blank rows at the end are used first.

        Raises:
            MissingColumnError: the table has no such heading.
            BookError: there is no room below the table, or a value does not fit a cell.
            BookLockedError: someone else holds the workbook.
        """
        view = self._view(table)
        self._hold()
        return view.append(rows)

    def get(self, name: str) -> Cell:
        """Read a named value; None when it is blank or not there."""
        place = self._workbook.names.get(name.lower())
        if place is None:
            return None
        changed = self._changes_of(place.sheet).values.get(place.row, {})
        if place.column in changed:
            return as_read(changed[place.column])
        if place not in self._places:
            self._read_places(place.sheet)
        return self._places[place]

    def set(self, name: str, value: Cell) -> None:
        """Write a named value.

        Raises:
            BookError: no single cell has that name, or the value does not fit a cell.
            BookLockedError: someone else holds the workbook.
        """
        place = self._workbook.names.get(name.lower())
        if place is None:
            raise refusal(self._path, "no_such_name", name)
        try:
            checked(value)
        except UnwritableError as error:
            raise refusal(self._path, str(error), name) from error
        self._hold()
        self._changes_of(place.sheet).values.setdefault(place.row, {})[place.column] = value

    def save(self) -> None:
        """Put all changes on disk at once, and tell what could not follow a table that grew.

        A kill before it leaves the old workbook.

        Raises:
            BookError: a formula answers for several cells, or the disk refuses.
            BookChangedError: someone else changed the file since it was read.
            BookLockedError: a spreadsheet program has opened it since.
        """
        if not any(changes.values for changes in self._changes.values()) and not self._structure:
            return
        check_others(self._path)
        saving = Saving(
            self._package, self._workbook, self._styles, self._cell_values(), self._changes,
            [*self._views.values()], self._structure,
        )  # fmt: skip
        disk.save(self._package, saving.plan(self._recalculate), self._snapshot)
        self.report = saving.report()
        for left in self.report.not_extended:
            self.tell(sentence(left.code, left.facts))
        self._load()

    def progress(self, done: int, total: int, text: str) -> None:
        """Show how far a verb is."""
        if self._progress:
            self._progress(done, total, text)

    def tell(self, text: str) -> None:
        """Say something to the user."""
        if self._tell:
            self._tell(text)

    def ask(self, question: str) -> bool:
        """Ask a yes or no question; False where nobody can answer."""
        return bool(self._ask and self._ask(question))

    def _load(self) -> None:
        self._snapshot = snapshot(self._path)
        self._package = Package(self._path, self._snapshot.data)
        self._workbook = read_workbook(self._package)
        self._styles = read_styles(self._package, self._workbook)
        self._values: Values | None = None
        self._views: dict[str, TableView] = {}
        self._places: dict[Place, Cell] = {}
        self._changes: dict[str, SheetChanges] = {}
        self._structure = Structure()

    def _hold(self) -> None:
        """Lock the workbook before its first change."""
        if self._lock is None:
            self._take()
            try:
                disk.check_unchanged(self._path, self._snapshot)
            except RelanceError:
                self.close()
                raise

    def _take(self) -> None:
        self._lock = take(self._path)
        disk.clear_remains(self._path)

    def _view(self, table: str) -> TableView:
        part = self._workbook.tables.get(table.lower())
        if part is None:
            raise missing_table(table, self._given_path)
        if part.part not in self._views:
            values, wall = self._cell_values(), self._workbook.next_table(part)
            with reading(self._path, part.sheet):
                scan = scan_table(self._package, part, values, wall)
            changes = self._changes_of(part.sheet)
            self._views[part.part] = TableView(self._path, part, scan, changes)
        return self._views[part.part]

    def _changes_of(self, sheet: str) -> SheetChanges:
        return self._changes.setdefault(sheet, SheetChanges())

    def _cell_values(self) -> Values:
        if self._values is None:
            arrow = self._workbook.arrows.get("sharedStrings")
            part = self._package.read(arrow.target) if arrow else b""
            with reading(self._path, "sharedStrings"):
                self._values = Values(shared_strings(part), self._styles.dates)
        return self._values

    def _read_places(self, sheet: str) -> None:
        values = self._cell_values()
        places = [place for place in self._workbook.names.values() if place.sheet == sheet]
        with reading(self._path, sheet):
            self._places.update(read_places(self._package, sheet, places, values))
