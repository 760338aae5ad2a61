"""Macros of a workbook replaced by those of a template; its own sheets keep their modules."""

from collections.abc import Callable, Mapping

import pytest
from tests.tools.excel_saved import saved_by_excel
from tests.tools.vba_reader import read_project as read_strictly

from relance.core.errors import BuildError
from relance.hosts.excel.build.known import RIBBON_NAME
from relance.hosts.excel.build.package import RIBBON, archive
from relance.hosts.excel.build.project import SHEET, WORKBOOK, Module, vba_project
from relance.hosts.excel.build.project_reader import Project, read_project
from relance.hosts.excel.build.renewal import CHART, Renewal, renewed
from relance.wording.sentences import sentence

Standard = Callable[..., Module]

OPENING = "Private Sub Workbook_Open()\n    RelanceRuban.Ouvrir\nEnd Sub\n"
NEW = "Sub Ouvrir()\nEnd Sub\n"
OLD = "Sub Cliquer()\nEnd Sub\n"
UI = b"<customUI/>"
CODES = {"ThisWorkbook": "workbook", "Feuil1": "worksheet"}


def documents(*names: str) -> list[Module]:
    """Return the modules of a workbook and of its sheets, without code."""
    sheets = [Module(name, "", "document", SHEET) for name in names]
    return [Module("ThisWorkbook", "", "document", WORKBOOK), *sheets]


def project(*modules: Module) -> Project:
    """Return a project as Excel has saved it."""
    return read_project(saved_by_excel(vba_project(modules)))


@pytest.fixture
def template(standard: Standard) -> bytes:
    """Return a template of two sheets, whose module is new."""
    book = Module("ThisWorkbook", OPENING, "document", WORKBOOK)
    sheets = documents("Feuil1", "Feuil2")[1:]
    macros = vba_project([book, *sheets, standard("RelanceRuban", NEW)])
    return archive({"xl/vbaProject.bin": macros, RIBBON: UI})


def renewal(
    template: bytes, old: Project, codes: Mapping[str, str] = CODES, ribbon: bytes | None = UI
) -> Renewal:
    """Return a renewal that is due."""
    found = renewed(old, ribbon, codes, template)
    assert found is not None
    return found


def texts(found: Renewal) -> dict[str, str]:
    """Return the code of each module, read strictly, without attributes."""
    project = read_strictly(found.project)
    assert project.name == "Relance"
    return {
        name: "".join(
            line for line in text.splitlines(keepends=True) if not line.startswith("Attribute")
        ).replace("\r\n", "\n")
        for name, text in project.texts().items()
    }


def test_modules_are_replaced_added_and_taken_out(standard: Standard, template: bytes) -> None:
    retired = standard("RelanceVieux")
    found = renewal(template, project(*documents("Feuil1"), standard("RelanceRuban", OLD), retired))
    assert texts(found) == {
        "ThisWorkbook": OPENING,
        "Feuil1": "Option Explicit\n",
        "RelanceRuban": NEW,
    }
    assert (found.ribbon, found.names) == (UI, ("ThisWorkbook", "RelanceRuban", "RelanceVieux"))


def test_the_sheets_of_the_workbook_keep_their_modules_and_no_other_comes(
    standard: Standard, template: bytes
) -> None:
    mine = Module("Graphe", "", "document", CHART)
    old = project(*documents("Feuil1", "Feuil7"), mine, standard("RelanceRuban", OLD))
    codes = {**CODES, "Feuil7": "worksheet", "Graphe": "chartsheet", "Feuil_tNeuf": "worksheet"}
    found = renewal(template, old, codes)
    assert list(texts(found)) == [
        *("ThisWorkbook", "Feuil1", "Feuil7", "Graphe", "Feuil_tNeuf"),
        "RelanceRuban",
    ]
    bases = {one.name: one.base for one in read_project(found.project).modules}
    assert (bases["Graphe"], bases["Feuil_tNeuf"]) == (CHART, SHEET)


def test_a_chart_that_the_project_lacks_gets_the_class_of_charts(template: bytes) -> None:
    found = renewal(template, project(*documents("Feuil1")), {**CODES, "Graphe": "chartsheet"})
    assert {one.name: one.base for one in read_project(found.project).modules}["Graphe"] == CHART


def test_documents_stay_where_a_program_lost_the_code_names(template: bytes) -> None:
    found = renewal(template, project(*documents("Feuil1", "Feuil2")), codes={})
    assert list(texts(found))[:3] == ["ThisWorkbook", "Feuil1", "Feuil2"]


def test_our_code_goes_into_a_workbook_under_another_name(template: bytes) -> None:
    book = Module("CeClasseur", "", "document", WORKBOOK)
    codes = {"CeClasseur": "workbook", "Feuil1": "worksheet"}
    found = texts(renewal(template, project(book, *documents("Feuil1")[1:]), codes))
    assert found["CeClasseur"] == OPENING
    assert "ThisWorkbook" not in found


def test_nothing_is_due_once_it_was_done(standard: Standard, template: bytes) -> None:
    found = renewal(template, project(*documents("Feuil1"), standard("RelanceRuban", OLD)))
    for saved in (found.project, saved_by_excel(found.project)):
        assert renewed(read_project(saved), UI, CODES, template) is None


def test_a_new_sheet_asks_for_its_module_though_no_code_changes(template: bytes) -> None:
    done = renewal(template, project(*documents("Feuil1"))).project
    found = renewal(template, read_project(done), {**CODES, "Feuil2": "worksheet"})
    assert (found.names, "Feuil2" in texts(found)) == ((), True)


@pytest.mark.parametrize("ribbon", [None, b"<customUI onLoad='Relance.Ancien'/>"])
def test_a_ribbon_that_lacks_or_differs_is_replaced(template: bytes, ribbon: bytes | None) -> None:
    done = renewal(template, project(*documents("Feuil1"))).project
    found = renewal(template, read_project(done), ribbon=ribbon)
    assert (found.names, found.ribbon) == ((RIBBON_NAME,), UI)


def test_a_code_name_that_we_can_t_write_is_named_when_macros_change(
    standard: Standard, template: bytes
) -> None:
    codes = {**CODES, "Été": "worksheet"}
    with pytest.raises(BuildError) as refused:
        renewed(project(*documents("Feuil1")), UI, codes, template)
    assert "« Été »" in sentence(refused.value.code, refused.value.facts)
