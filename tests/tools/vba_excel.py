"""Excel's objects where the interpreter of VBA lacks what the macros ask.

The calling cell, the help of functions, sheets that are not calculated, and cells that wait.
"""

from collections.abc import Callable
from typing import Any

from pyopenvba.apps.excel._bridge import ExcelBridge
from pyopenvba.apps.excel._model import Application, Range, Worksheet
from pyopenvba.interpreter import EMPTY, MISSING, VBAErrorValue, member, method, setter

NO_CALLER = VBAErrorValue(2023)  # what Application.Caller is to a macro that no cell calls


class Program(Application):
    """Application."""

    vba_type_name = "Application"

    def __init__(self) -> None:
        """Start with no formula being calculated."""
        super().__init__()
        self.caller: Any = NO_CALLER
        self.described: dict[str, tuple[str, str, list[str]]] = {}

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

    def global_object(self, name: str) -> Any:
        """Return what a name means."""
        return self.start() if name == "xlpy" else super().global_object(name)
