"""The committed macros in an interpreter of VBA, over a small workbook and the real functions.

The interpreter knows much of Excel's object model but not all: `vba_excel` adds what the macros
ask beyond it. `XLPy` is the real server of xlwings over `fake_pywin32`, and counts its calls.
"""

import os
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.interpreter import Interpreter, VBAObject, VBARuntimeError, method
from tests.tools import fake_pywin32
from tests.tools.vba_excel import NO_CALLER, Bridge, Program
from tests.tools.vba_syntax import readable
from tests.tools.vba_values import to_python, to_vba

# Elsewhere when a fault is planted in them.
MACROS = Path(os.environ.get("RELANCE_MACROS", Path(__file__).parents[2] / "macros"))
MODULES = ("RelanceHote", "RelanceCache", "RelanceFonctions", "RelanceAide", "RelanceRuban")
SERVER_FAULT = -2147352567
NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001  the clock of Visual Basic has no zone


class Server(VBAObject):
    """What XLPy gives: the real server of xlwings. `fault` tells why it does not answer."""

    vba_type_name = "XLPython"

    def __init__(self) -> None:
        """Start without a call."""
        self.calls: list[tuple[str, int]] = []  # function, rows asked for
        self.tried = 0
        self.fault = ""

    @method
    def CallUDF(self, module: Any, name: Any, arguments: Any) -> Any:  # noqa: N802  xlwings' name
        """Answer a call, as COM takes it across."""
        self.tried += 1
        if self.fault:
            raise VBARuntimeError(SERVER_FAULT, self.fault)
        assert module == "relance.hosts.excel.functions"
        given = [to_python(one) for one in arguments.elements()]
        self.calls.append((name, max((len(one) for one in given if type(one) is tuple), default=1)))
        return to_vba(fake_pywin32.call(name, *given))


class Lab(ExcelApplication):
    """A workbook whose macros are ours."""

    def __init__(self) -> None:
        """Open an empty workbook with the committed macros."""
        self.server = Server()
        self.unreachable = ""  # why xlwings can't start Python: its DLL, the interpreter
        self.started = 0
        self.application: Any = Program()
        self.bridge = Bridge(self.application, self._start)
        self.interpreter = self.application.interpreter = Interpreter(self.bridge)
        self.freeze_clock(NOON)  # a machine that is busy is not idle
        self.add_workbook()
        for name in MODULES:
            self.load(source(name))
        self.workbook.code_name = "ThisWorkbook"
        # The interpreter connects no events: `after_calculate` and others call what they would.
        events = re.sub("VERSION(.*\n)+?END\n", "", source("ThisWorkbook", ".cls"))
        self.load(events.replace("WithEvents ", ""), kind="document")

    def _start(self) -> Any:
        self.started += 1
        if self.unreachable:
            raise VBARuntimeError(SERVER_FAULT, self.unreachable)
        return self.server

    def load(self, text: str, kind: str = "standard") -> None:
        """Add a module."""
        readable(self.add_module(text, kind=kind).parsed)

    def range(self, sheet: str, address: str) -> Any:
        """Return the object of some cells."""
        return self.sheet(sheet).sheet.vba_get("Range", [address])

    def call(self, caller: Any, name: str, *arguments: Any) -> Any:
        """Return what a function answers in a cell."""
        self.application.caller = caller
        try:
            return self.interpreter.run(name, list(arguments))
        finally:
            self.application.caller = NO_CALLER

    def open(self) -> None:  # type: ignore[override]
        """Tell the workbook that it has been opened."""
        self._event("Workbook_Open")

    def activate(self) -> None:
        """Tell the workbook that it has come to the front."""
        self._event("Workbook_Activate")

    def after_calculate(self) -> None:
        """Tell the workbook that Excel has calculated."""
        self._event("mExcel_AfterCalculate")

    def changed(self, cells: Any) -> None:
        """Tell the workbook that cells have changed."""
        self._event("Workbook_SheetChange", cells.vba_get("Worksheet"), cells)

    def _event(self, name: str, *given: Any) -> None:
        document = self.workbook.vba_document
        document.vba_get(name, list(given))


def source(name: str, suffix: str = ".bas") -> str:
    """Return the text of a committed module."""
    return (MACROS / f"{name}{suffix}").read_text("ascii")
