"""The macro workbook in Calc: every formula computes, and what Excel needs stays in the file."""

import io
import zipfile
from pathlib import Path

from tests.actions.world import relance
from tests.tools import office
from tests.tools.office import Office

from relance import data
from relance.actions.create import copy_template
from relance.hosts.excel.build.project_reader import read_project

RIBBON = "customUI/customUI14.xml"


def sources(project: bytes) -> dict[str, str]:
    """Return the code of each module that has any, whatever stands before it."""
    codes = {module.name: code_of(module.source) for module in read_project(project).modules}
    return {name: code for name, code in codes.items() if code}


def code_of(source: str) -> str:
    lines = [line.rstrip() for line in source.splitlines() if not line.startswith("Attribute ")]
    return "\n".join(lines).strip()


def test_the_template_computes_without_an_error(calc: Office, place: Path) -> None:
    path = place / "relances.xlsm"
    copy_template(path)
    office.give_away(place)
    calc.open(str(path))
    calc.recalculate()
    assert calc.formulas() >= 9  # one blank row
    assert calc.errors() == []
    calc.close()


def test_the_demonstration_computes_without_an_error(calc: Office, place: Path) -> None:
    """Invoices of every kind: paid, in dispute, promised, of consumers, in dollars."""
    relance("demo", "--macros", place / "demo")
    office.give_away(place)
    calc.open(str(place / "demo" / "relances.xlsm"))
    calc.recalculate()
    assert calc.formulas() >= 42 * 9  # 42 invoices
    assert calc.errors() == []
    calc.close()


def test_macros_and_ribbon_are_still_there_once_calc_has_saved(calc: Office, place: Path) -> None:
    path = place / "relances.xlsm"
    copy_template(path)
    office.give_away(place)
    calc.open(str(path))
    calc.set_formula("Paramètres", "C5", "Ateliers Brunel")
    calc.store()
    calc.close()
    with zipfile.ZipFile(path) as package:
        assert RIBBON in package.namelist()
        assert "customUI14" in package.read("_rels/.rels").decode()
        found = sources(package.read("xl/vbaProject.bin"))
    with zipfile.ZipFile(io.BytesIO(data.workbook_template())) as package:
        assert found == sources(package.read("xl/vbaProject.bin"))
    calc.open(str(path))
    assert calc.errors() == []
    calc.close()
