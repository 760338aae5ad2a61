"""Excel's objects where the interpreter of VBA lacks what the macros ask.

The calling cell, the help of functions, sheets that are not calculated, cells that wait, days from
1904, and what the ribbon asks: the selection, Excel's language, files, whether it is ready.
"""

from collections.abc import Callable
from typing import Any

from pyopenvba._a1 import Area
from pyopenvba.apps.excel._bridge import ExcelBridge
from pyopenvba.apps.excel._model import Application, Range, Workbook, Worksheet
from pyopenvba.interpreter import (
    EMPTY,
    MISSING,
    NOTHING,
    VBAErrorValue,
    VBAInt,
    VBAObject,
    member,
    method,
    setter,
)

NO_CALLER = VBAErrorValue(2023)  # what Application.Caller is to a macro that no cell calls
FRENCH, ENGLISH = 0x40C, 0x809  # of France, of Great Britain


class Chart(VBAObject):
    """What is selected when it is not cells."""

    vba_type_name = "ChartArea"


class Languages(VBAObject):
    """Application.LanguageSettings."""

    vba_type_name = "LanguageSettings"

    def __init__(self) -> None:
        """Start in French."""
        self.menus = FRENCH

    @member
    def LanguageID(self, Id: Any) -> Any:  # noqa: N802, N803  Excel's names
        """The language of the menus; nothing else is asked."""
        assert int(Id) == 2
        return VBAInt(self.menus, "Long")


class Program(Application):
    """Application."""

    vba_type_name = "Application"

    def __init__(self) -> None:
        """Start with no formula being calculated."""
        super().__init__()
        self.caller: Any = NO_CALLER
        self.described: dict[str, tuple[str, str, list[str]]] = {}
        self.chart: Any = None  # selected instead of cells
        self.languages = Languages()
        self.is_ready = True
        self.cancel_key: Any = VBAInt(1, "Long")
        self.cancel_keys: list[int] = []  # all that it was set to
        self.picked: Any = False  # what GetOpenFilename answers
        self.asked_files: list[tuple[str, str, bool]] = []
        self.full_calculations = 0

    @member
    def Selection(self) -> Any:  # noqa: N802  Excel's name
        """The selected cells, or the chart."""
        sheet: Any = self.vba_get("ActiveSheet")
        return sheet.selection if self.chart is None else self.chart

    @method
    def Intersect(self, Arg1: Any, Arg2: Any) -> Any:  # noqa: N802, N803  Excel's names
        """What the first area of a range has in common with any area of another."""
        one: Area = Arg2.first
        for area in Arg1.areas:
            top, bottom = max(area.top, one.top), min(area.bottom, one.bottom)
            left, right = max(area.left, one.left), min(area.right, one.right)
            if top <= bottom and left <= right and Arg1.sheet is Arg2.sheet:
                return Range(Arg1.sheet, [Area(top, left, bottom, right, Arg1.sheet.name)])
        return NOTHING

    @member
    def Ready(self) -> Any:  # noqa: N802  Excel's name
        """False while a cell is being edited."""
        return self.is_ready

    @member
    def LanguageSettings(self) -> Any:  # noqa: N802  Excel's name
        """The languages of Office."""
        return self.languages

    @member
    def EnableCancelKey(self) -> Any:  # noqa: N802  Excel's name
        """What Escape does to a macro."""
        return self.cancel_key

    @setter("EnableCancelKey")
    def set_cancel_key(self, value: Any) -> None:
        """Change what Escape does."""
        self.cancel_key = value
        self.cancel_keys.append(int(value))

    @method
    def GetOpenFilename(  # noqa: N802  Excel's name
        self,
        FileFilter: Any = MISSING,  # noqa: N803
        Title: Any = MISSING,  # noqa: N803
        MultiSelect: Any = MISSING,  # noqa: N803
    ) -> Any:
        """Let the user pick files: an array of paths, False when they give up."""
        self.asked_files.append((FileFilter, Title, bool(MultiSelect)))
        return self.picked

    @method
    def CalculateFull(self) -> Any:  # noqa: N802  Excel's name
        """Calculate every cell of every workbook; here it is counted."""
        self.full_calculations += 1
        return EMPTY

    @member
    def Caller(self) -> Any:  # noqa: N802  Excel's name
        """The cell whose formula is being calculated."""
        return self.caller

    @method
    def MacroOptions(  # noqa: N802  Excel's name
        self,
        Macro: Any = MISSING,  # noqa: N803
        Description: Any = MISSING,  # noqa: N803
        Category: Any = MISSING,  # noqa: N803
        ArgumentDescriptions: Any = MISSING,  # noqa: N803
    ) -> Any:
        """Keep the help of a function; Excel takes the workbook for changed then."""
        self.active_book.vba_set("Saved", False)  # type: ignore[union-attr]
        self.described[Macro] = (Description, Category, list(ArgumentDescriptions.elements()))
        return EMPTY


class Calculable(Worksheet):
    """Worksheet.EnableCalculation, which Excel does not save."""

    @member
    def EnableCalculation(self) -> Any:  # noqa: N802  Excel's name
        """Whether Excel calculates the sheet."""
        return self.__dict__.get("calculated", True)

    @setter("EnableCalculation")
    def set_calculated(self, value: Any) -> None:
        """Stop or start the calculation of the sheet."""
        self.__dict__["calculated"] = bool(value)


Worksheet._vba_members["enablecalculation"] = Calculable._vba_members["enablecalculation"]


class Dated(Workbook):
    """Workbook.Date1904 and ReadOnly, which the tests set."""

    @member
    def Date1904(self) -> Any:  # noqa: N802  Excel's name
        """Whether days are counted from 1904."""
        return self.__dict__.get("from_1904", False)

    @member
    def ReadOnly(self) -> Any:  # noqa: N802  Excel's name
        """Whether the workbook can't be saved under its name."""
        return self.__dict__.get("is_read_only", False)


for _name in ("date1904", "readonly"):
    Workbook._vba_members[_name] = Dated._vba_members[_name]

WAITING: set[tuple[str, int, int]] = set()  # sheet, row, column of cells not yet calculated
_read = Range._read


def _read_calculated(self: Range, row: int, column: int, *, raw: bool = False) -> object:
    """A cell that waits reads as empty."""
    if WAITING and (self.sheet.name, row, column) in WAITING:
        return EMPTY
    return _read(self, row, column, raw=raw)


Range._read = _read_calculated  # type: ignore[method-assign]


class Bridge(ExcelBridge):
    """The names that macros see without declaring them."""

    def __init__(self, application: Application, start: Callable[[], Any]) -> None:
        """Add XLPy, which starts Python, to Excel's names."""
        super().__init__(application)
        self.start = start
        self.objects: dict[str, Any] = {}  # by name in lower case, what a test adds

    def global_object(self, name: str) -> Any:
        """Return what a name means."""
        if name in self.objects:
            return self.objects[name]
        return self.start() if name == "xlpy" else super().global_object(name)
