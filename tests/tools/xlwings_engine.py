"""Excel for tests: what xlwings asks of it, answered from a file that openpyxl reads.

Code that keeps to xlwings' portable API runs unmodified on it, without Excel and without a
licence key. It is as awkward as Excel where that matters (see `xlwings_ranges`), counts what it
is asked, and fails where a test says so.

    excel = Excel()
    book = excel.open(path)                 # an xlwings.Book
    excel.select("Factures", "A2:B3,A6")
    excel.answers = ["yes"]                 # to alerts; without one nobody answers
    excel.fault = lambda asked: ...         # raise ComError(...) to refuse
    excel.is_bare = True                    # objects as pywin32 hands them to a server

xlwings wraps Excel's objects in something that asks again and tells a busy Excel from a member
that is not there. Bare ones do not: a call that is rejected while pywin32 asks for the number of
a name raises AttributeError (see `fake_dynamic`).
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import xlwings
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from tests.tools.fake_dynamic import UNKNOWN_NAME, no_member
from tests.tools.xlwings_ranges import (
    REFUSED,
    Area,
    CleanedEngine,
    ComError,
    Range,
    no_fault,
    parse_areas,
)
from tests.tools.xlwings_tables import Table, Tables

BUSY = ComError(-2146777998, "")  # a cell is being edited
CALL_REJECTED = ComError(-2147418111, "L'appel a été rejeté par l'appelé.", top=True)
WHOLE_SHEET = (1, 1, 1_048_576, 16_384)


class Excel:
    """One Excel with its workbooks; an xlwings app to the code under test."""

    engine = CleanedEngine()
    pid, hwnd, version, path = 1, 7, "16.0", ""
    visible = interactive = True

    def __init__(self) -> None:
        """Start without a workbook."""
        self.opened: list[Book] = []
        self.calls: Counter[str] = Counter()
        self.written: list[str] = []  # where values were assigned, in order: "Factures!A2:A9"
        self.fault: Callable[[str], None] = no_fault
        self.is_bare = False
        self.carries_formulas_on = True  # AutoCorrect: calculated columns
        self.on_calculate: Callable[[], None] = lambda: None
        self.macros: dict[str, Callable[..., object]] = {}
        self.ran: list[tuple[str, Sequence[object]]] = []
        self.alerts: list[tuple[str, str, str]] = []
        self.answers: list[str] = []
        self.statuses: list[object] = []
        self._settings: dict[str, object] = {
            "screen_updating": True, "display_alerts": True, "enable_events": True,
            "calculation": "automatic", "status_bar": False,
        }  # fmt: skip
        self._selection: Range | Picture | None = None

    def called(self, what: str) -> None:
        """Count a question to Excel, and refuse it if the test says so."""
        self.calls[what] += 1
        try:
            self.fault(what)
        except ComError as error:
            if self.is_bare and error.hresult == CALL_REJECTED.hresult:
                no_member(what)
            raise

    def open(self, path: Path | str, wb: openpyxl.Workbook | None = None) -> xlwings.Book:
        """Open a workbook as it is on disk, or one that was just made."""
        self.opened.append(Book(self, path, wb))
        return xlwings.Book(impl=self.opened[-1])

    def select(self, sheet: str, address: str) -> None:
        """Select cells of the last workbook, as the user does."""
        self._selection = self.opened[-1].sheets(sheet).range(address)

    def select_picture(self) -> None:
        """Select a picture, which hides the cells that were selected."""
        self._selection = Picture()

    @property
    def api(self) -> "Native":
        self.called("selection")
        return Native(Selection=self._selection)

    @property
    def settings(self) -> dict[str, object]:
        """Return what the user finds afterwards: screen, events, calculation..."""
        return dict(self._settings)

    @property
    def selection(self) -> Range | None:
        try:
            self.called("address")
        except ComError:  # so does xlwings
            return None
        return self._selection if isinstance(self._selection, Range) else None

    @property
    def books(self) -> "Books":
        return Books(self)

    def calculate(self) -> None:
        self.called("calculate")
        self.on_calculate()

    def alert(self, prompt: str, title: str, buttons: str, mode: object, callback: object) -> str:
        self.called("alert")
        self.alerts.append((prompt, title, buttons))
        return self.answers.pop(0) if self.answers else "cancel"

    def run(self, macro: str, args: Sequence[object]) -> object:
        """Run a macro: "'classeur.xlsm'!Module.Name" is looked up by "Module.Name"."""
        self.called("run")
        self.ran.append((macro, tuple(args)))
        name = macro.rpartition("!")[2]
        if name not in self.macros:
            raise REFUSED
        return self.macros[name](*args)

    def _setting(name: str) -> Any:  # type: ignore[misc]  # noqa: N805
        def get(self: "Excel") -> object:
            return self._settings[name]

        def put(self: "Excel", value: object) -> None:
            self.called(f"set {name}")
            if name == "status_bar":
                self.statuses.append(value)
            self._settings[name] = value

        return property(get, put)

    screen_updating = _setting("screen_updating")
    display_alerts = _setting("display_alerts")
    enable_events = _setting("enable_events")
    calculation = _setting("calculation")
    status_bar = _setting("status_bar")


class Books:
    """The workbooks of an Excel."""

    def __init__(self, app: Excel) -> None:
        self.app = app

    @property
    def active(self) -> "Book":
        return self.app.opened[-1]

    def __iter__(self) -> Iterator["Book"]:
        return iter(self.app.opened)

    def __len__(self) -> int:
        return len(self.app.opened)


class Native(SimpleNamespace):
    """The objects behind xlwings' `api`, as far as they are asked."""


class Picture:
    """Something that is selected and has no cells."""

    @property
    def Address(self) -> str:  # noqa: N802  Excel's name
        raise ComError(UNKNOWN_NAME, "Nom inconnu.", top=True)


class Book:
    """A workbook open in this Excel."""

    def __init__(self, app: Excel, path: Path | str, wb: openpyxl.Workbook | None) -> None:
        self.app = app
        self.wb: Any = wb or openpyxl.load_workbook(path, keep_vba=str(path).endswith("m"))
        self._cached = openpyxl.Workbook() if wb else openpyxl.load_workbook(path, data_only=True)
        self.results: dict[tuple[str, str], object] = {}
        self.native = Native(
            Date1904=self.wb.epoch == CALENDAR_MAC_1904,
            ReadOnly=False,
            FullName=os.path.abspath(path),
        )
        self._path = path
        self.saves = 0

    def result(self, sheet: str, cell: str) -> object:
        """Return the value of a formula cell: calculated here, or as the file has it."""
        if (sheet, cell) in self.results:
            return self.results[sheet, cell]
        known = self._cached[sheet] if sheet in self._cached.sheetnames else None
        return known[cell].value if known is not None else None

    @property
    def api(self) -> Native:
        self.app.called("facts")
        return self.native

    @property
    def name(self) -> str:
        return os.path.basename(str(self._path))

    @property
    def fullname(self) -> str:
        return os.path.abspath(self._path)

    @property
    def sheets(self) -> "Sheets":
        return Sheets(self)

    @property
    def names(self) -> "Names":
        return Names(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        self.app.called("save")
        self.saves += 1
        self.wb.save(self._path)


class Sheets:
    """The sheets of a workbook."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @property
    def active(self) -> "Sheet":
        return Sheet(self.book, self.book.wb.active)

    def __call__(self, key: str | int) -> "Sheet":
        wb = self.book.wb
        if isinstance(key, str) and key not in wb.sheetnames:
            raise REFUSED
        return Sheet(self.book, wb.worksheets[key - 1] if isinstance(key, int) else wb[key])

    def __iter__(self) -> Iterator["Sheet"]:
        return (Sheet(self.book, found) for found in self.book.wb.worksheets)

    def __len__(self) -> int:
        return len(self.book.wb.worksheets)


class Sheet:
    """One sheet."""

    def __init__(self, book: Book, ws: Any) -> None:
        self.book, self.ws = book, ws

    @property
    def app(self) -> Excel:
        return self.book.app

    @property
    def api(self) -> Native:
        return Native(ProtectContents=self.ws.protection.sheet)

    @property
    def name(self) -> str:
        return str(self.ws.title)

    @property
    def index(self) -> int:
        return int(self.book.wb.worksheets.index(self.ws)) + 1

    @property
    def tables(self) -> Tables:
        return Tables(self)

    @property
    def cells(self) -> Range:
        return Range(self, [WHOLE_SHEET])

    def activate(self) -> None:
        self.app.called("activate")
        if self.ws.sheet_state != "visible":
            raise REFUSED
        self.book.wb.active = self.ws

    def range(self, first: Range | str | Area | tuple[int, int], last: object = None) -> Range:
        if isinstance(first, Range) and isinstance(last, Range):
            a, b = first.areas[0], last.areas[0]
            row, column = min(a[0], b[0]), min(a[1], b[1])
            bottom, right = max(a[0] + a[2], b[0] + b[2]), max(a[1] + a[3], b[1] + b[3])
            return Range(self, [(row, column, bottom - row, right - column)])
        if isinstance(first, Range):
            return first
        if isinstance(first, str):
            return Range(self, parse_areas(first))
        return Range(self, [first if len(first) == 4 else (*first, 1, 1)])

    def table_at(self, row: int, column: int) -> Table | None:
        """Return the table that holds a cell."""
        return next((found for found in self.tables if found.range.holds(row, column)), None)


class Names:
    """The defined names of a workbook; Excel finds them whatever their case."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def _found(self, key: str) -> DefinedName | None:
        known: dict[str, DefinedName] = self.book.wb.defined_names
        return next((found for name, found in known.items() if name.lower() == key.lower()), None)

    def contains(self, key: str) -> bool:
        raise AssertionError("a busy Excel answers no: look the name up")

    def __call__(self, key: str) -> "Name":
        self.book.app.called("name")
        found = self._found(key)
        if found is None:
            raise REFUSED
        return Name(self.book, found)


class Name:
    """One defined name."""

    def __init__(self, book: Book, found: DefinedName) -> None:
        self.book, self._found = book, found

    @property
    def name(self) -> str:
        return str(self._found.name)

    @property
    def refers_to_range(self) -> Range:
        """Return its cells; a name for a constant or for #REF! has none, as in Excel."""
        places = list(self._found.destinations)
        if len(places) != 1 or places[0][0] not in self.book.wb.sheetnames:
            raise REFUSED
        sheet, address = places[0]
        return self.book.sheets(sheet).range(address)
