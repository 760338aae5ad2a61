"""What a workbook that Excel has saved is checked for before a release."""

import re
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.tools import saved_book
from tests.tools.excel_saved import saved_by_excel
from tests.tools.tree import ROOT

from relance.hosts.excel.build.module import SHEET, Module
from relance.hosts.excel.build.package import RIBBON, archive, parts
from relance.hosts.excel.build.project import vba_project
from relance.hosts.excel.build.project_reader import read_project
from relance.workbook.build import book_bytes

Change = Callable[[bytes], bytes]
VBA = "xl/vbaProject.bin"
TEMPLATE = parts((ROOT / "workbook_template.xlsm").read_bytes())


def told(path: Path, package: bytes, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Run the command on a file: how it ends, and what it says is wrong."""
    path.write_bytes(package)
    ended = saved_book.main([str(path)])
    lines = capsys.readouterr().out.splitlines()
    return ended, [line.strip("- ") for line in lines if line.startswith(("wrong  this", "     "))]


def changed(changes: Mapping[str, Change | None]) -> bytes:
    """The template with other parts, None for one that is gone."""
    kept = {name: part for name, part in TEMPLATE.items() if name not in changes}
    new = {name: change(TEMPLATE[name]) for name, change in changes.items() if change}
    return archive({**kept, **new})


def replaced(old: bytes, new: bytes) -> Change:
    """A change of a part in which `old` stands."""

    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new)

    return change


def with_modules(change: Callable[[list[Module]], list[Module]]) -> Change:
    """A change of the VBA project."""
    return lambda part: vba_project(change(list(read_project(part).modules)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "essai.xlsm"


def test_the_template_passes_and_the_command_says_what_it_looked_at(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(archive(TEMPLATE))
    assert saved_book.main([str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    looked = ("parts, none", "content types", "relationships", "VBA project", "modules of Relance")
    assert all(
        line.startswith("ok ") and what in line
        for line, what in zip(lines, (*looked, "code names", "ribbon"), strict=False)
    )
    assert lines[-1] == f"{path}: nothing wrong"


def test_what_excel_has_compiled_and_written_otherwise_passes(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(path, changed({VBA: saved_by_excel}), capsys) == (0, [])


def test_modules_of_the_user_are_named_and_are_not_wrong(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = Module("Calculs", 'Attribute VB_Name = "Calculs"\nSub A()\nEnd Sub\n', "standard")
    path.write_bytes(changed({VBA: with_modules(lambda ours: [*ours, own])}))
    assert saved_book.main([str(path)]) == 0
    assert "as shipped; the user's: Calculs" in capsys.readouterr().out


WRONG: dict[str, tuple[dict[str, Change | None], str]] = {
    "no ribbon relationship": (
        {"_rels/.rels": lambda part: re.sub(rb"<Relationship [^>]*/ui/ext[^>]*/>", b"", part)},
        f"_rels/.rels: no relationship of the kind ui/extensibility to {RIBBON}",
    ),
    "no ribbon": ({RIBBON: None}, f"_rels/.rels: {RIBBON} is not there"),
    "no relationship of the macros": (
        {"xl/_rels/workbook.xml.rels": replaced(b"vbaProject.bin", b"vbaProjet.bin")},
        "xl/_rels/workbook.xml.rels: xl/vbaProjet.bin is not there",
    ),
    "a workbook without macros by its type": (
        {"[Content_Types].xml": replaced(b"vnd.ms-excel.sheet.macroEnabled", b"vnd.plain.sheet")},
        "xl/workbook.xml has the content type application/vnd.plain.sheet.main+xml",
    ),
    "a part without type": (
        {"[Content_Types].xml": replaced(b'Extension="bin"', b'Extension="bim"')},
        f"{VBA} has no content type",
    ),
    "a sheet under another code name": (
        {"xl/worksheets/sheet2.xml": replaced(b'"Feuil2"', b'"Feuil99"')},
        "no module for the code name feuil99",
    ),
    "a module without its sheet": (
        {VBA: with_modules(lambda ours: [*ours, Module("Feuil99", "\n", "document", SHEET)])},
        "no sheet for the module feuil99",
    ),
    "a module that was changed": (
        {VBA: lambda part: saved_by_excel(part, lambda text: text.replace("Timer", "Timer + 1"))},
        "RelanceHote is not as shipped",
    ),
    "a button that nobody answers": (
        {RIBBON: replaced(b"RelanceRuban.Cliquer", b"RelanceRuban.Clique")},
        "nobody answers RelanceRuban.Clique",
    ),
    "another xlwings": (
        {VBA: lambda part: saved_by_excel(part, lambda text: text.replace("0.37.8", "0.33.1"))},
        "module of xlwings 0.33.1, installed 0.37.8",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_said_and_ends_with_one(
    path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    changes, fault = WRONG[what]
    ended, faults = told(path, changed(changes), capsys)
    assert ended == 1
    assert fault in faults


@pytest.mark.parametrize(
    ("package", "fault"),
    [
        (b"", "this is not a workbook"),
        (b"Nom;Montant\nDurand;100\n", "this is not a workbook"),
        (archive({"[Content_Types].xml": b"<Types/>"}), "_rels/.rels is missing"),
        (archive({**TEMPLATE, "xl/workbook.xml": b"<workbook"}), "a part is not XML"),
        (archive({**TEMPLATE, VBA: b"nothing"}), f"{VBA}: "),
        (book_bytes(rows={}), "the workbook has no macros"),
        (archive(TEMPLATE)[:50_000], "this is not a workbook"),
    ],
    ids=["blank", "text", "zip", "cut part", "no project", "values", "cut file"],
)
def test_what_is_no_macro_workbook_is_a_sentence(
    path: Path, capsys: pytest.CaptureFixture[str], package: bytes, fault: str
) -> None:
    path.write_bytes(package)
    assert saved_book.main([str(path)]) == 1
    *_, line, last = capsys.readouterr().out.splitlines()
    assert line.startswith("wrong  ")
    assert fault in line
    assert last == f"{path}: 1 wrong"


def test_a_damaged_part_is_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = bytearray(archive(TEMPLATE))
    at = package.index(b"xl/workbook.xml") + 60
    package[at] ^= 0xFF
    path.write_bytes(package)
    assert saved_book.main([str(path)]) == 1
    assert "wrong  " in capsys.readouterr().out


def test_a_file_that_is_not_there_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert saved_book.main([str(path)]) == 1
    assert path.name in capsys.readouterr().out


def test_without_a_file_it_tells_how_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    assert saved_book.main([]) == 2
    assert "tests.tools.saved_book" in capsys.readouterr().out


def test_every_command_of_the_check_list_of_a_release_is_there() -> None:
    text = (ROOT / "docs/release.md").read_text("utf-8")
    named = set(re.findall(r"py(?:thon)? -m (tests[\w.]*|bench[\w.]*)", text))
    assert "tests.tools.saved_book" in named
    for name in named:
        found = find_spec(name)
        assert found is not None
        if found.submodule_search_locations:
            found = find_spec(f"{name}.__main__")
            assert found is not None
        elif found.origin:
            assert '__name__ == "__main__"' in Path(found.origin).read_text("utf-8")
