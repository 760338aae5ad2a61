"""Runs in the office's own Python: does what a test asks in a running office, over UNO.

The test writes requests to our standard input and reads answers from our standard output, both
pickled: a name of a method and its arguments; whether it went well, and what came of it.
"""

import pickle
import sys
import threading
import time
from pathlib import Path
from typing import Any

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.beans import PropertyValue

from relance.core.errors import RelanceError
from relance.hosts.calc.book import CalcBook
from relance.hosts.calc.scripted import Scripted

PATIENCE = 60.0  # seconds for the office to answer
LONGEST = 200.0  # seconds for a verb
_FORMULAS, _ERRORS = 16, 4
_DOWN = 0


class Driver:
    """One office, and the document that is open in it."""

    def __init__(self, port: int, dialogs: str) -> None:
        self._dialogs = dialogs
        self._context = _connected(port)
        self._desktop = self._service("com.sun.star.frame.Desktop")
        self._document: Any = None
        self._book: Any = None

    def open(self, path: str, read_only: bool = False) -> None:
        """Open a workbook; its macros do not run."""
        options = {"MacroExecutionMode": 0, "ReadOnly": read_only}
        self._load(uno.systemPathToFileUrl(path), _options(**options))

    def new(self) -> None:
        """Open a blank workbook."""
        self._load("private:factory/scalc", ())

    def close(self) -> None:
        """Close the workbook without saving."""
        self._document.setModified(False)
        self._document.close(True)
        self._document = None

    def save_as(self, path: str, kind: str) -> None:
        """Save a copy, as Calc's filter of that name writes it."""
        options = _options(FilterName=kind, Overwrite=True)
        self._document.storeToURL(uno.systemPathToFileUrl(path), options)

    def store(self) -> None:
        """Save."""
        self._document.store()

    def tables(self) -> list[str]:
        """Return the names of the tables."""
        return list(self._document.DatabaseRanges.getElementNames())

    def table(self, name: str) -> tuple[int, int, int, int]:
        """Return first row, last row, first column, last column of a table, from 0."""
        area = self._document.DatabaseRanges.getByName(name).getDataArea()
        return area.StartRow, area.EndRow, area.StartColumn, area.EndColumn

    def errors(self) -> list[tuple[str, str, str]]:
        """Return every formula cell that shows an error: its place, formula and text."""
        return [
            (cell.AbsoluteName, cell.Formula, cell.String)
            for cells in self._used()
            for cell in _each(cells.queryFormulaCells(_ERRORS), cells.getSpreadsheet())
        ]

    def formulas(self) -> int:
        """Return how many cells hold a formula."""
        found = [cells.queryContentCells(_FORMULAS).getRangeAddresses() for cells in self._used()]
        return sum(
            (one.EndRow - one.StartRow + 1) * (one.EndColumn - one.StartColumn + 1)
            for addresses in found
            for one in addresses
        )

    def values(self, sheet: str, address: str) -> tuple[tuple[object, ...], ...]:
        """Return what cells hold."""
        rows: tuple[tuple[object, ...], ...] = self._cells(sheet, address).getDataArray()
        return rows

    def text(self, sheet: str, address: str) -> str:
        """Return what a cell shows."""
        return str(self._cells(sheet, address).getCellByPosition(0, 0).getString())

    def formula(self, sheet: str, address: str) -> str:
        """Return the formula of a cell, in English."""
        return str(self._cells(sheet, address).getCellByPosition(0, 0).getFormula())

    def set_formula(self, sheet: str, address: str, formula: str) -> None:
        """Type into a cell."""
        self._cells(sheet, address).getCellByPosition(0, 0).setFormula(formula)

    def set_array(self, sheet: str, address: str, formula: str) -> None:
        """Type an array formula."""
        self._cells(sheet, address).setArrayFormula(formula)

    def put_rows(self, sheet: str, rows: list[list[object]]) -> None:
        """Fill cells from A1 on, and give no function a chance to compute meanwhile."""
        area = self._document.Sheets.getByName(sheet).getCellRangeByPosition(
            0, 0, len(rows[0]) - 1, len(rows) - 1
        )
        area.setDataArray(tuple(map(tuple, rows)))

    def fill_down(self, sheet: str, column: str, formula: str, count: int) -> float:
        """Fill a column with a formula on the main thread; return the seconds it takes."""
        cells = self._cells(sheet, f"{column}1:{column}{count}")

        def filled() -> float:
            return _timed(lambda: (cells.getCellByPosition(0, 0).setFormula(formula),
                                   cells.fillAuto(_DOWN, 1)))  # fmt: skip

        return float(self._on_main(filled))

    def open_warm(self, path: str, sheet: str, address: str) -> float:
        """Open a workbook, compute it and read a cell; return the seconds."""
        start = time.perf_counter()
        self.open(path)
        self._on_main(self._document.calculateAll)
        self.values(sheet, address)
        return time.perf_counter() - start

    def hide(self, sheet: str, address: str) -> None:
        """Hide rows."""
        self._cells(sheet, address).getRows().IsVisible = False

    def protect(self, sheet: str) -> None:
        """Protect a sheet."""
        self._document.Sheets.getByName(sheet).protect("")

    def select(self, sheet: str, *addresses: str) -> None:
        """Select areas of a sheet."""
        found = self._document.createInstance("com.sun.star.sheet.SheetCellRanges")
        for address in addresses:
            found.addRangeAddress(self._cells(sheet, address).getRangeAddress(), False)
        self._controller().setActiveSheet(self._document.Sheets.getByName(sheet))
        self._controller().select(found)

    def click(self, verb: str) -> None:
        """Dispatch a verb as menu and toolbar do."""
        helper = self._service("com.sun.star.frame.DispatchHelper")
        target = self._controller().getFrame(), f"relance:{verb}", "", 0, ()
        self._on_main(lambda: helper.executeDispatch(*target), LONGEST)

    def click_aside(self, verb: str) -> None:
        """Dispatch a verb whose boxes wait for a person."""
        self._clicked = threading.Thread(target=self.click, args=(verb,), daemon=True)
        self._clicked.start()

    def end_click(self) -> None:
        """Wait for the verb to end."""
        self._clicked.join(PATIENCE)
        assert not self._clicked.is_alive(), "the verb still waits"

    def undo(self) -> list[str]:
        """Undo one step; return the titles of those that stood in the list."""
        manager = self._document.getUndoManager()
        titles = list(manager.getAllUndoActionTitles())
        manager.undo()
        return titles

    def undo_titles(self) -> list[str]:
        """Return the steps that can be undone, the last first."""
        return list(self._document.getUndoManager().getAllUndoActionTitles())

    def recalculate(self) -> float:
        """Compute every cell on the office's main thread, as for a user; return the seconds."""
        return float(self._on_main(lambda: _timed(self._document.calculateAll)))

    def book(self, method: str, *arguments: object) -> object:
        """Call a method of the book of this document; made anew when another is opened."""
        if self._book is None:
            self._book = CalcBook(self._document, Scripted(self._dialogs))
        if method == "path":
            return self._book.path
        return getattr(self._book, method)(*arguments)

    def fail_midway(self, table: str, heading: str) -> None:
        """Write two cells and fail between them."""
        book = CalcBook(self._document, Scripted(self._dialogs), "Échec")
        book.write(table, heading, {2: "A", 3: _Unwritable()})
        book.save()

    def quit(self) -> None:
        """End the office."""
        self._desktop.terminate()

    def _load(self, url: str, options: tuple[Any, ...]) -> None:
        """Open a document on the main thread, as for a user: our component stays quick there."""
        if self._document is not None:
            self.close()
        target = url, "_blank", 0, options
        self._document = self._on_main(lambda: self._desktop.loadComponentFromURL(*target))
        assert self._document is not None, url
        self._book = None

    def _service(self, name: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)

    def _controller(self) -> Any:
        return self._document.getCurrentController()

    def _cells(self, sheet: str, address: str) -> Any:
        return self._document.Sheets.getByName(sheet).getCellRangeByName(address)

    def _used(self) -> list[Any]:
        found = []
        for place in range(self._document.Sheets.getCount()):
            sheet = self._document.Sheets.getByIndex(place)
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(False)
            end = cursor.getRangeAddress()
            found.append(sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow))
        return found

    def _on_main(self, action: Any, patience: float = PATIENCE) -> Any:
        """Run something while the office's main thread waits for it: its calls run there.

        On another thread, as calls through a socket are, our component would wait for the
        office while the office waits for Python.
        """
        callback = _Callback(action)
        self._service("com.sun.star.awt.AsyncCallback").addCallback(callback, None)
        deadline = time.monotonic() + patience
        while not callback.is_done:
            assert time.monotonic() < deadline, "the office does not answer"
            self._context.getServiceManager()  # fails when the office is dead
            time.sleep(0.001)
        if callback.error is not None:
            raise callback.error
        return callback.value


class _Callback(unohelper.Base, XCallback):  # type: ignore[misc]  # UNO has no types
    def __init__(self, action: Any) -> None:
        self._action, self.value, self.is_done = action, None, False
        self.error: Exception | None = None

    def notify(self, _: object) -> None:
        try:
            self.value = self._action()
        except Exception as error:
            self.error = error
        self.is_done = True


class _Unwritable(str):
    """A text that the office can't take."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise ValueError

    __hash__ = str.__hash__


def _timed(action: Any) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _each(ranges: Any, sheet: Any) -> Any:
    for one in ranges.getRangeAddresses():
        for row in range(one.StartRow, one.EndRow + 1):
            for column in range(one.StartColumn, one.EndColumn + 1):
                yield sheet.getCellByPosition(column, row)


def _options(**values: object) -> tuple[Any, ...]:
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def _connected(port: int) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    url = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(url)
        except Exception:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def main() -> None:
    """Answer requests until there are no more."""
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may stand between two answers
    driver = Driver(int(sys.argv[1]), sys.argv[2])
    Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
    while True:
        try:
            method, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301  from our own test
        except EOFError:
            return
        try:
            answer = True, getattr(driver, method)(*arguments)
        except RelanceError as error:  # its facts make it anew over there
            answer = False, (type(error), error.facts)
        except Exception as error:
            answer = False, (RuntimeError, {"args": repr(error)})
        answers.write(pickle.dumps(answer))
        answers.flush()


if __name__ == "__main__":
    main()
