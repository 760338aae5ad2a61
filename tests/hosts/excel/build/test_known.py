"""The list of our macros: what the template holds now, and what versions before have shipped."""

import tomllib

import pytest
from tests.tools import tree

from relance import __version__, data
from relance.core.errors import BuildError
from relance.hosts.excel.build import known
from relance.hosts.excel.build.fingerprint import fingerprint, ribbon_fingerprint
from relance.hosts.excel.build.known import RIBBON_NAME, listed, module_hashes, shipped
from relance.hosts.excel.build.package import RIBBON, archive, parts
from relance.hosts.excel.build.project import SHEET, WORKBOOK, Module, vba_project
from relance.hosts.excel.build.xlwings_module import xlwings_module

CODE = 'Attribute VB_Name = "RelanceRuban"\nSub Cliquer()\nEnd Sub\n'
OPENING = "Private Sub Workbook_Open()\nEnd Sub\n"
OLD = '["0.0.9"]\n"RelanceRuban" = "old"\n'


@pytest.fixture
def template() -> bytes:
    """Return a package with macros and nothing else."""
    modules = [
        Module("ThisWorkbook", OPENING, "document", WORKBOOK),
        Module("Feuil1", "Option Explicit\n", "document", SHEET),
        Module("RelanceRuban", CODE, "standard"),
        xlwings_module(),
    ]
    return archive({"xl/vbaProject.bin": vba_project(modules), RIBBON: b"<customUI/>"})


def test_the_list_holds_the_macros_of_the_template_that_is_shipped() -> None:
    # After a change of macros: relance build-template.
    versions = tomllib.loads(data.text(known.LIST))
    assert versions[__version__] == module_hashes(data.workbook_template())


def test_the_list_is_as_the_build_writes_it() -> None:
    text = data.text(known.LIST)
    assert listed(text, data.workbook_template()) == text
    assert tree.PACKAGE.joinpath("data", known.LIST).read_text("utf-8") == text


def test_each_macro_with_code_is_listed_under_its_name(template: bytes) -> None:
    assert module_hashes(template) == {
        "ThisWorkbook": fingerprint(OPENING),
        "RelanceRuban": fingerprint(CODE),
        RIBBON_NAME: ribbon_fingerprint(b"<customUI/>"),
    }


def test_a_build_adds_its_version_and_keeps_those_before(template: bytes) -> None:
    text = listed(OLD, template)
    assert tomllib.loads(text) == {
        "0.0.9": {"RelanceRuban": "old"},
        __version__: module_hashes(template),
    }
    assert listed(text, template) == text
    assert text.startswith("# ")


def test_a_macro_is_known_by_what_any_version_shipped(
    template: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "text", lambda name: listed(OLD, template))
    assert known.known()["relanceruban"] == {"old", fingerprint(CODE)}


def test_a_template_without_macros_is_refused(template: bytes) -> None:
    for lacking in ("xl/vbaProject.bin", RIBBON):
        rest = {name: part for name, part in parts(template).items() if name != lacking}
        with pytest.raises(BuildError) as refused:
            shipped(archive(rest))
        assert refused.value.facts == {"reason": "broken_package", "value": lacking}
