"""The ribbon of a lab: what Excel hands to its callbacks, and what xlwings and Windows answer them.

A small module of VBA stands in for xlwings and for the functions of Visual Basic that ask the
machine; it asks `Machine`.
"""

from typing import Any

from pyopenvba.interpreter import EMPTY, NULL, VBAArray, VBAInt, VBAObject, VBARuntimeError, method
from tests.tools.vba_lab import SERVER_FAULT, Lab
from tests.tools.vba_table import Table, invoices

STAND_INS = """\
Attribute VB_Name = "Machine_"
Public Function RunPython(PythonCommand As String)
    RunPython = Machine.RunPython(PythonCommand)
End Function
Public Function GetConfig(configKey As String, Optional default As String = "")
    GetConfig = Machine.GetConfig(configKey)
End Function
Public Function Dir(chemin As String) As String
    Dir = Machine.Dir(chemin)
End Function
Public Function StrPtr(texte As Variant) As Long
    StrPtr = Machine.StrPtr(texte)
End Function
Public Function Etat(ByVal controle As Object) As Variant
    Actif controle, Etat
End Function
Public Function Mots(ByVal controle As Object) As Variant
    Dim un As Variant, deux As Variant, trois As Variant
    Libelle controle, un
    Bulle controle, deux
    Aide controle, trois
    Mots = un & "|" & deux & "|" & trois
End Function
"""
PYTHON = r"C:\Python313\pythonw.exe"


class Cancelled(str):
    """What InputBox answers when the user gives up: a text that is nowhere."""

    __slots__ = ()


class Machine(VBAObject):
    """xlwings and Windows: what they are asked, and what they answer."""

    vba_type_name = "Machine"

    def __init__(self) -> None:
        """Start where everything works."""
        self.ran: list[str] = []
        self.answer: Any = EMPTY  # of RunPython: what it is when all went well
        self.fault = ""  # why Python can't be reached
        self.interpreter = PYTHON
        self.config_fault = ""  # why the settings can't be read
        self.files = [PYTHON]
        self.drive_fault = ""

    @method
    def RunPython(self, command: Any) -> Any:  # noqa: N802  xlwings' name
        """Keep the command."""
        self.ran.append(command)
        if self.fault:
            raise VBARuntimeError(SERVER_FAULT, self.fault)
        return self.answer

    @method
    def GetConfig(self, key: Any) -> Any:  # noqa: N802  xlwings' name
        """The interpreter; nothing else is asked."""
        assert key == "INTERPRETER_WIN"
        if self.config_fault:
            raise VBARuntimeError(SERVER_FAULT, self.config_fault)
        return self.interpreter

    @method
    def Dir(self, path: Any) -> Any:  # noqa: N802  Visual Basic's name
        """The name of a file, "" when there is none."""
        if self.drive_fault:
            raise VBARuntimeError(52, self.drive_fault)
        return path.rpartition("\\")[2] if path in self.files else ""

    @method
    def StrPtr(self, text: Any) -> Any:  # noqa: N802  Visual Basic's name
        """Where a text is; nowhere when the user gave up."""
        return VBAInt(0 if isinstance(text, Cancelled) else 1, "Long")


class Ribbon(VBAObject):
    """IRibbonUI."""

    vba_type_name = "IRibbonUI"

    def __init__(self) -> None:
        """Start as Excel hands it over."""
        self.invalidated = 0

    @method
    def Invalidate(self) -> Any:  # noqa: N802  Excel's name
        """Ask the states of all buttons anew."""
        self.invalidated += 1
        return EMPTY


class Control(VBAObject):
    """IRibbonControl."""

    vba_type_name = "IRibbonControl"

    def __init__(self, id_: str, tag: str) -> None:
        """Take what customUI14.xml says of a button."""
        self.values = {"id": id_, "tag": tag}

    def vba_get(self, name: str, args: Any = (), named: Any = None) -> Any:
        """Return its id or its tag."""
        return self.values[name.lower()]


class Screen:
    """A workbook with a table of ours, its ribbon, and the person in front of it."""

    def __init__(self, *, loaded: bool = True) -> None:
        """Open the workbook; `loaded` tells whether Excel has handed its ribbon over."""
        self.lab = Lab()
        self.machine, self.ribbon = Machine(), Ribbon()
        self.lab.bridge.objects["machine"] = self.machine
        self.lab.load(STAND_INS)
        ask = self.lab.interpreter.ask_for_input
        self.lab.interpreter.ask_for_input = (  # type: ignore[method-assign]
            lambda *given: Cancelled() if self._gives_up() else ask(*given)
        )
        self.table = Table(self.lab, invoices(20))
        self.book: Any = self.lab.workbook
        self.book.path = "/classeurs"
        self.program: Any = self.lab.application
        self.shown(("Factures", "Z1"))
        if loaded:
            self.run("Charger", self.ribbon)

    def _gives_up(self) -> bool:
        answers = self.lab.interpreter.answers
        given_up = bool(answers) and answers[0] is NULL
        if given_up:
            answers.pop(0)
            self.lab.dialogs.append(("InputBox", "", "", 0))
        return given_up

    def run(self, name: str, *given: Any) -> Any:
        """Call a macro."""
        return self.lab.interpreter.run(name, list(given))

    def shown(self, selected: tuple[str, str]) -> None:
        """Bring a sheet to the front, then select cells of it; Excel tells the workbook of both."""
        self.program.chart = None
        sheet, address = selected
        if self.book.active_sheet.name != sheet:
            self.lab.sheet(sheet).sheet.vba_get("Activate")
        self.lab.range(sheet, address).vba_get("Select")

    def is_enabled(self, needs: str) -> bool:
        """Return what Excel is answered for a button that needs this."""
        return bool(self.run("Etat", Control("x", f"{needs}|a|b|c|d|e|f")))

    def click(self, verb: str = "letter") -> list[str]:
        """Click on a button; return what boxes said."""
        before = len(self.lab.dialogs)
        self.run("Cliquer", Control(verb, "book|a|b|c|d|e|f"))
        return [box[1] for box in self.lab.dialogs[before:]]


def paths(*found: str) -> VBAArray:
    """Return what GetOpenFilename answers for some files."""
    return VBAArray([(1, len(found))], items=list(found))
