"""VBA projects read back: ours, ours as Excel saves it, and others that Excel has saved."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings
from hypothesis import given
from hypothesis import strategies as st
from tests.tools.cfb_reader import streams
from tests.tools.excel_saved import saved_by_excel
from tests.tools.vba_reader import decompress

from relance.core.errors import BuildError
from relance.hosts.excel.build import project_reader
from relance.hosts.excel.build.cfb import compound_file
from relance.hosts.excel.build.module import module_text
from relance.hosts.excel.build.ovba import compress
from relance.hosts.excel.build.project import SHEET, WORKBOOK, Module, vba_project
from relance.hosts.excel.build.project_reader import LARGEST, read_project

Modules = Callable[[int], list[Module]]
XLWINGS = Path(xlwings.__file__).parent


def stored(module: Module) -> str:
    """Return the text of a module as a project of ours gives it back."""
    return module_text(module).decode().replace("\r\n", "\n")


def project_of(path: Path) -> bytes:
    """Return the VBA project of a workbook that comes with xlwings."""
    with zipfile.ZipFile(XLWINGS / path) as archive:
        return archive.read("xl/vbaProject.bin")


def refused(project: bytes) -> str:
    """Return why a project is refused."""
    with pytest.raises(BuildError) as error:
        read_project(project)
    return str(error.value.facts["reason"])


def test_our_project_gives_its_modules_back(modules: Modules) -> None:
    project = read_project(vba_project(modules(6)))
    found = [(one.name, one.kind, one.base, one.source) for one in project.modules]
    assert found == [(one.name, one.kind, one.base, stored(one)) for one in modules(6)]
    assert not project.is_protected


def test_source_is_found_behind_what_excel_compiled(modules: Modules) -> None:
    saved = read_project(saved_by_excel(vba_project(modules(6)), change=str))
    assert [one.name for one in saved.modules] == [one.name for one in modules(6)]
    for module, given_ in zip(saved.modules, modules(6), strict=True):
        lines = [one for one in module.source.split("\n") if "VB_ProcData" not in one]
        assert "\n".join(lines) == stored(given_)


def test_a_workbook_that_excel_has_saved_is_read() -> None:
    project = read_project(project_of(Path("quickstart.xlsm")))
    assert [(one.name, one.kind, one.base) for one in project.modules] == [
        ("ThisWorkbook", "document", WORKBOOK),
        ("Sheet1", "document", SHEET),
        ("Module1", "standard", ""),
        ("Sheet2", "document", SHEET),
    ]
    assert project.modules[2].source.startswith('Attribute VB_Name = "Module1"\nSub SampleCall()')
    assert not project.is_protected


def test_a_project_under_a_password_says_so() -> None:
    project = read_project(project_of(Path("addin", "xlwings.xlam")))
    assert project.is_protected
    assert {one.name: one.kind for one in project.modules}["Dictionary"] == "class"


@pytest.mark.parametrize(
    ("code_page", "letter", "read"),
    [(1250, "ž", "ž"), (10_000, b"\x8e", "é"), (64_999, "é", "é")],  # Mac Roman; none that exists
)
def test_texts_are_read_in_the_code_page_of_the_project(
    code_page: int, letter: str | bytes, read: str
) -> None:
    plain = Module("Module1", 'Attribute VB_Name = "Module1"\n\' X\n', "standard")
    found = streams(vba_project([plain]))
    encoding = "cp1252" if code_page == 64_999 else f"cp{code_page}"
    byte = letter if isinstance(letter, bytes) else letter.encode(encoding)
    directory = decompress(found["VBA/dir"])
    page = b"\x03\x00\x02\x00\x00\x00"
    assert page in directory
    other = re.sub(page + b"..", page + code_page.to_bytes(2, "little"), directory, flags=re.DOTALL)
    source = decompress(found["VBA/Module1"]).replace(b"X", byte)
    changed = {**found, "VBA/dir": compress(other), "VBA/Module1": compress(source)}
    assert f"' {read}\n" in read_project(compound_file(changed)).modules[0].source


def test_what_is_no_project_is_refused(modules: Modules) -> None:
    assert refused(b"") == "broken_project"
    assert refused(b"PK\3\4 not a compound file") == "broken_project"
    assert refused(compound_file({"PROJECT": b"x"})) == "broken_project"
    whole = streams(vba_project(modules(3)))
    for lacking in ("PROJECT", "VBA/dir", "VBA/Feuil1"):
        rest = {path: data for path, data in whole.items() if path != lacking}
        assert refused(compound_file(rest)) == "broken_project"
    assert refused(bytes(LARGEST + 1)) == "too_large"


def test_sources_that_unfold_without_end_are_refused(
    modules: Modules, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = vba_project(modules(6))
    monkeypatch.setattr(project_reader, "LARGEST", len(project))
    assert len(read_project(project).modules) == 6
    sources = sum(len(module_text(one)) for one in modules(6))
    monkeypatch.setattr(project_reader, "LARGEST", len(project) + sources)
    bomb = Module("Bombe", 'Attribute VB_Name = "Bombe"\n' + "' x\n" * len(project), "standard")
    assert refused(vba_project([*modules(6), bomb])) == "broken_project"


WHOLE = vba_project(
    [
        Module("ThisWorkbook", "Option Explicit\n", "document", WORKBOOK),
        Module("Module1", 'Attribute VB_Name = "Module1"\nSub Rien()\nEnd Sub\n', "standard"),
    ]
)


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_project_is_read_or_refused(at: int, damage: bytes) -> None:
    damaged = WHOLE[:at] + damage + WHOLE[at + len(damage) :]
    try:
        read_project(damaged)
    except BuildError as error:
        assert error.facts["reason"] == "broken_project"  # noqa: PT017 - both ends are right
