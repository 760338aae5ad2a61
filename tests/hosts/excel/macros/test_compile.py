"""The macros compile, as far as can be told without Excel."""

import pytest
from tests.tools.tree import ROOT
from tests.tools.vba_compile import faults

MACROS = {
    path.name: path.read_text("ascii")
    for path in sorted((ROOT / "macros").iterdir())
    if path.suffix in (".bas", ".cls")
}

# What breaks a project only when a user opens it: (module, text, what it becomes).
PLANTED = {
    "a variable that is not declared": ("RelanceCache", "Dim reste As", "Dim rest As"),
    "a constant misspelt": ("RelanceCache", "CVErr(xlErrNA)", "CVErr(xlErrNAA)"),
    "a block If left open": ("RelanceCache", "    End If\n    cle = Join", "    cle = Join"),
    "a loop left open": ("RelanceCache", "    Next place\n", ""),
    "a Select left open": ("RelanceHote", "    End Select\n", ""),
    "a procedure left open": ("RelanceHote", "Horloge = Timer\nEnd Function", "Horloge = Timer"),
    "an Else without If": (
        "RelanceCache", "    Else\n        mEchecs =", "End If\nElse\n        mEchecs =",
    ),
    "a member that Excel has not": ("RelanceHote", "cellules.Value2", "cellules.Valeur2"),
    "a procedure that is not there": ("RelanceCache", "LireTable table,", "LireTables table,"),
    "a procedure of another module that is not there": (
        "RelanceCache", "RelanceHote.TextePanne", "RelanceHote.TexteDePanne",
    ),
    "too few arguments": (
        "RelanceCache", "AppelerPython(fonction, valeurs, reponse)", "AppelerPython(fonction)",
    ),
    "too many arguments": ("RelanceAide", '"AideFonctions")', '"AideFonctions", 1)'),
    "a type that is not there": ("RelanceHote", "corps As Range", "corps As Plage"),
    "two procedures of one name": ("RelanceHote", "Function TextePanne()", "Function Horloge()"),
    "a variable declared twice": (
        "RelanceCache", "maintenant As Double", "maintenant As Double, depuis As Long",
    ),
    "a label that is not there": ("RelanceHote", "On Error GoTo echec", "On Error GoTo echecs"),
    "an event that asks what is not there": ("ThisWorkbook", "SignalerPanne", "DirePanne"),
}  # fmt: skip


def test_two_checkers_find_nothing_wrong() -> None:
    assert list(faults(MACROS)) == []


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_told(fault: str) -> None:
    module, old, new = PLANTED[fault]
    (name,) = (file for file in MACROS if file.startswith(f"{module}."))
    assert old in MACROS[name]
    assert next(faults(MACROS | {name: MACROS[name].replace(old, new, 1)}), None)
