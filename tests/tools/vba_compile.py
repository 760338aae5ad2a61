"""What can be told of a VBA project's compilation without Excel, by two checkers.

Each tells faults that the other misses. xlwings' own module is replaced by its signatures, since
one checker does not understand the genuine text.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pyvbaanalysis import analyze_loose_files
from vbalidator import precheck

XLWINGS = """\
Attribute VB_Name = "xlwings"
Option Explicit
Public Function RunPython(PythonCommand As String) As Long
    RunPython = 0
End Function
Public Function XLPy() As Object
    Set XLPy = Nothing
End Function
Public Function GetConfig(configKey As String, Optional default As String = "") As Variant
    GetConfig = default
End Function
"""
DOCUMENT = "ThisWorkbook"  # under that name, one checker takes it for the whole of Excel's object
STAND_IN = "Classeur"


def faults(modules: Mapping[str, str]) -> Iterator[str]:
    """Tell what is wrong with modules, given by file name ("x.bas", "x.cls"); the slow one last."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in {**modules, "xlwings.bas": XLWINGS}.items():
            renamed = file.replace(DOCUMENT, STAND_IN)
            (folder / renamed).write_text(
                text.replace(f'VB_Name = "{DOCUMENT}"', f'VB_Name = "{STAND_IN}"'), "ascii"
            )
        yield from _blocks(folder)
        yield from _members(folder)


def _members(folder: Path) -> list[str]:
    paths = sorted(str(path) for path in folder.iterdir())
    return [
        f"{module}: {one.message}"
        for module, found in analyze_loose_files(paths).items()
        for one in found
        if one.severity.value in ("error", "warning")
    ]


def _blocks(folder: Path) -> list[str]:
    report = precheck(str(folder), host="excel", strict=False)
    told = [*report.errors, *report.warnings]
    return [f"{one['file']}: {one['message']}" for one in told]
