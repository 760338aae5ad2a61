"""Whose the macros of a workbook are."""

from collections.abc import Callable

import pytest
from tests.tools.excel_saved import saved_by_excel

from relance.hosts.excel.build import ownership
from relance.hosts.excel.build.fingerprint import fingerprint, ribbon_fingerprint
from relance.hosts.excel.build.known import RIBBON_NAME
from relance.hosts.excel.build.ownership import Verdict, judge
from relance.hosts.excel.build.project import SHEET, WORKBOOK, Module, vba_project
from relance.hosts.excel.build.project_reader import Project, read_project
from relance.hosts.excel.build.xlwings_module import installed_version, xlwings_module

RIBBON = b"<customUI/>"
OPENING = "Private Sub Workbook_Open()\nEnd Sub\n"
SHOWN = 'Sub Cliquer()\n    MsgBox "Relance"\nEnd Sub\n'
BEFORE = 'Sub Cliquer()\n    MsgBox "relance"\nEnd Sub\n'
HANDLER = "Private Sub Worksheet_Change(ByVal Target As Range)\nEnd Sub\n"
Standard = Callable[..., Module]


@pytest.fixture(autouse=True)
def _shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two versions were shipped, with a ribbon module of another text each."""
    found = {
        "relanceruban": frozenset(map(fingerprint, (BEFORE, SHOWN))),
        "thisworkbook": frozenset([fingerprint(OPENING)]),
        RIBBON_NAME.lower(): frozenset([ribbon_fingerprint(RIBBON)]),
    }
    monkeypatch.setattr(ownership, "known", lambda: found)


def book(opening: str = OPENING, sheet: str = "", *others: Module) -> list[Module]:
    """Return the modules of a workbook with one sheet."""
    return [
        Module("ThisWorkbook", opening, "document", WORKBOOK),
        Module("Feuil1", sheet, "document", SHEET),
        *others,
    ]


def judged(modules: list[Module], ribbon: bytes | None = RIBBON) -> Verdict:
    """Return the verdict on modules, the same before and after Excel has saved them."""
    project = vba_project(modules)
    plain, saved = read_project(project), read_project(saved_by_excel(project))
    assert judge(saved, ribbon) == judge(plain, ribbon)
    return judge(plain, ribbon)


@pytest.mark.parametrize("text", [SHOWN, BEFORE])
def test_macros_of_any_version_are_ours(standard: Standard, text: str) -> None:
    found = judged(book(OPENING, "Option Explicit\n", standard("RelanceRuban", text)))
    assert found == Verdict(True, (), (), "")


def test_a_module_that_is_not_ours_is_named_and_so_is_the_code_of_a_sheet(
    standard: Standard,
) -> None:
    ours = standard("RelanceRuban", SHOWN)
    found = judged(book(OPENING, HANDLER, ours, standard("Module1"), Module("Mien", "", "class")))
    assert found == Verdict(True, ("Feuil1", "Module1", "Mien"), (), "")


def test_one_of_ours_that_somebody_changed_is_named(standard: Standard) -> None:
    mine = standard("relanceRuban", SHOWN.replace("Relance", "Bonjour"))
    found = judged(book(OPENING + HANDLER, "", mine), b"<customUI onLoad='x'/>")
    assert found == Verdict(True, (), ("ThisWorkbook", "relanceRuban", RIBBON_NAME), "")


def test_the_module_of_xlwings_is_ours_whatever_its_version(standard: Standard) -> None:
    genuine = xlwings_module()
    found = judged(book(OPENING, "", standard("RelanceRuban", SHOWN), genuine))
    assert found == Verdict(True, (), (), installed_version())
    older = Module("xlwings", genuine.source.replace(installed_version(), "0.30.1"), "standard")
    assert judged(book(OPENING, "", older)).xlwings == "0.30.1"


def test_a_module_that_only_bears_the_name_of_xlwings_is_not(standard: Standard) -> None:
    assert judged(book(OPENING, "", standard("xlwings"))).foreign == ("xlwings",)


def test_a_workbook_of_somebody_else_is_not_ours(standard: Standard) -> None:
    # ThisWorkbook bears the name of one of ours, as in every workbook.
    found = judged(book(HANDLER, "", standard("Module1"), xlwings_module()), ribbon=None)
    assert not found.are_ours
    assert not judged(book("", ""), ribbon=None).are_ours


def test_our_ribbon_alone_tells_that_a_workbook_is_ours() -> None:
    assert judge(Project((), is_protected=False), RIBBON) == Verdict(True, (), (), "")


def test_without_a_ribbon_nothing_of_it_is_changed(standard: Standard) -> None:
    assert judged(book(OPENING, "", standard("RelanceRuban", SHOWN)), None).changed == ()
