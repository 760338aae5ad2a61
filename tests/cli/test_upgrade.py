"""`relance upgrade` and `relance doctor` on workbooks with macros, as Excel saves them."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.actions.older import first_release
from tests.actions.world import relance
from tests.tools import ooxml_parts, tree
from tests.tools.excel_saved import saved_by_excel
from tests.tools.vba_reader import read_project as read_strictly

from relance import data
from relance.hosts.excel.build.known import LIST, module_hashes
from relance.hosts.excel.build.package import RIBBON, archive, parts
from relance.hosts.excel.build.project import SHEET, Module, vba_project
from relance.hosts.excel.build.project_reader import read_project
from relance.hosts.excel.build.template import template_bytes
from relance.hosts.excel.build.xlwings_module import installed_version
from relance.hosts.file.book import FileBook
from relance.hosts.file.upgrade.book import GrowingBook
from relance.workbook import schema

PROJECT = "xl/vbaProject.bin"
MODULE = 'Attribute VB_Name = "RelanceRuban"\nOption Explicit\n\nPublic Sub Cliquer()\n{}End Sub\n'
BEFORE, NOW = MODULE.format(""), MODULE.format('    MsgBox "neuf"\n')
HANDLER = "Private Sub Worksheet_Change(ByVal Target As Range)\nEnd Sub\n"
Change = Callable[[list[Module]], list[Module]]


def built(folder: Path, source: str) -> bytes:
    """Return a template whose ribbon module has this source."""
    (folder / "ribbon").mkdir(parents=True)
    (folder / "RelanceRuban.bas").write_text(source, "ascii")
    (folder / "ThisWorkbook.cls").write_text("Option Explicit\n' notre classeur\n", "ascii")
    ribbon = tree.ROOT / "macros/ribbon/customUI14.xml"
    (folder / "ribbon/customUI14.xml").write_bytes(ribbon.read_bytes())
    return template_bytes(folder)


@dataclass(frozen=True)
class Shelf:
    """What two versions shipped: a workbook of the first, the second's template, both's list."""

    book: bytes
    template: bytes
    listing: str


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Return a workbook of the version before, and what this one ships: another ribbon module."""
    first, second = (tmp_path_factory.mktemp(name) / "macros" for name in ("first", "second"))
    hashes = {"0.0.9": module_hashes(built(first, BEFORE))}
    template = built(second, NOW)
    hashes["0.1.0"] = module_hashes(template)
    listing = "".join(
        f'["{version}"]\n' + "".join(f'"{name}" = "{one}"\n' for name, one in found.items())
        for version, found in hashes.items()
    )
    with first_release():
        return Shelf(template_bytes(first), template, listing)


@pytest.fixture
def old(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workbook of the version before, saved by Excel."""
    text = data.text
    monkeypatch.setattr(data, "text", lambda name: shelf.listing if name == LIST else text(name))
    monkeypatch.setattr(data, "workbook_template", lambda: shelf.template)
    path = tmp_path / "relances.xlsm"
    path.write_bytes(shelf.book)
    with_project(path, saved_by_excel)
    return path


def with_project(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change the VBA project of a workbook."""
    found = parts(path.read_bytes())
    path.write_bytes(archive({**found, PROJECT: change(found[PROJECT])}))


def with_modules(path: Path, change: Change) -> None:
    """Change the modules of a workbook, and let Excel save it."""

    def changed(project: bytes) -> bytes:
        plain = [edited(one, _without_note) for one in read_project(project).modules]
        return saved_by_excel(vba_project(change(plain)))

    with_project(path, changed)


def edited(module: Module, change: Callable[[str], str]) -> Module:
    """Return a module with its source changed."""
    return Module(module.name, change(module.source), module.kind, module.base)


def only(name: str, change: Callable[[str], str]) -> Change:
    """Return what changes the source of one module."""
    return lambda modules: [edited(one, change) if one.name == name else one for one in modules]


def foreign(*names: str) -> Change:
    """Return what adds modules of the user's."""
    code = 'Attribute VB_Name = "{}"\nSub Mien()\nEnd Sub\n'
    return lambda modules: [*modules, *(Module(n, code.format(n), "standard") for n in names)]


def noted(source: str) -> str:
    """Return a source that somebody changed."""
    return source + "' note\n"


def _of_another_version(source: str) -> str:
    return source.replace(installed_version(), "0.30.0")


def _without_note(source: str) -> str:
    return "\n".join(line for line in source.split("\n") if "Noted" not in line)


def texts(path: Path) -> dict[str, str]:
    """Return the sources of a workbook's modules, read strictly."""
    return read_strictly(parts(path.read_bytes())[PROJECT]).texts()


def refused(path: Path) -> str:
    """Return why an upgrade is refused; nothing changed and no copy was made."""
    before = path.read_bytes()
    answer = relance("upgrade", path)
    assert (answer.code, answer.out) == (1, "")
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.glob("*.xlsm")] == [path.name]
    return answer.err


def test_our_macros_are_replaced_by_those_that_are_shipped(old: Path) -> None:
    answer = relance("upgrade", old)
    assert answer.code == 0, answer
    assert "Macros remplacées : RelanceRuban." in answer.out
    assert texts(old)["RelanceRuban"] == NOW.replace("\n", "\r\n")
    assert ooxml_parts.faults(old.read_bytes()) == []
    assert relance("upgrade", old).out.startswith("Le classeur est déjà au niveau")


def test_a_sheet_of_the_user_s_keeps_its_module(old: Path) -> None:
    # What Excel does when a user adds a sheet: a part, a code name, a module.
    sheet = schema.Sheet("Mes notes", "tNotes", (schema.Column("x", "Note"),))
    with GrowingBook(old) as book:
        book.add_sheet(sheet, {})
        book.save()
    with_modules(old, lambda modules: [*modules, Module("Feuil_tNotes", "", "document", SHEET)])
    assert relance("upgrade", old).code == 0
    assert ooxml_parts.faults(old.read_bytes()) == []
    assert "Feuil_tNotes" in texts(old)
    with FileBook(old) as upgraded:
        assert upgraded.read("tNotes").headings == ("Note",)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (foreign("Module1"), "qui ne sont pas de Relance : Module1."),
        (only("Feuil2", lambda _: HANDLER), "qui ne sont pas de Relance : Feuil2."),
        (only("RelanceRuban", noted), "plus récente : RelanceRuban."),
        (only("ThisWorkbook", lambda _: HANDLER), "plus récente : ThisWorkbook."),
    ],
)
def test_somebody_s_macros_are_named_and_nothing_changes(
    old: Path, change: Change, named: str
) -> None:
    with_modules(old, change)
    told = refused(old)
    assert named in told
    assert "supprimez-les" in told


def test_foreign_and_changed_macros_are_all_named(old: Path) -> None:
    for change in (only("RelanceRuban", noted), only("ThisWorkbook", noted), foreign("M1", "M2")):
        with_modules(old, change)
    told = refused(old)
    assert "(M1, M2)" in told
    assert "(ThisWorkbook, RelanceRuban)" in told


def test_a_ribbon_that_was_changed_is_named(old: Path) -> None:
    found = parts(old.read_bytes())
    other = found[RIBBON].replace(b"/>", b' onLoad="Mien"/>')
    assert other != found[RIBBON]
    old.write_bytes(archive({**found, RIBBON: other}))
    assert "customUI14.xml" in refused(old)


def test_signed_macros_are_refused(old: Path) -> None:
    signed = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Type="urn:signature" Target="s.bin"/></Relationships>'
    found = parts(old.read_bytes())
    old.write_bytes(archive({**found, "xl/_rels/vbaProject.bin.rels": signed, "xl/s.bin": b""}))
    assert "signature" in refused(old)


def test_protected_macros_are_refused(old: Path) -> None:
    def protect(project: bytes) -> bytes:
        # A password takes 29 bytes, no password 1: the text is longer, of the same stream.
        start = project.index(b'DPB="') + 5
        end = project.index(b'"', start)
        room = project.index(b"[Host Extender Info]", end)
        longer = b"A" * (end - start + 20)
        rest = project[end:room]
        return project[:start] + longer + rest[:-20] + project[room:]

    with_project(old, protect)
    assert "mot de passe" in refused(old)


def test_macros_that_can_t_be_read_are_refused(old: Path) -> None:
    with_project(old, lambda _: b"not a compound file")
    assert "illisible" in refused(old)
    doctor = relance("doctor", old)
    assert doctor.code == 1
    assert "✗ Le projet VBA" in doctor.out


def test_a_workbook_with_macros_of_its_user_alone_keeps_them(old: Path, tmp_path: Path) -> None:
    def theirs(modules: list[Module]) -> list[Module]:
        documents = [edited(one, lambda _: "") for one in modules if one.kind == "document"]
        return foreign("Module1")(documents)

    with_modules(old, theirs)
    found = parts(old.read_bytes())
    arrows = found["_rels/.rels"].replace(b"ui/extensibility", b"ui/userCustomization")
    old.write_bytes(archive({**found, "_rels/.rels": arrows}))
    before = parts(old.read_bytes())
    answer = relance("upgrade", old)
    assert answer.code == 0, answer
    after = parts(old.read_bytes())
    assert after[PROJECT] == before[PROJECT]
    # It holds values: it gets no column that only formulas read.
    assert "Factures.Objet" in answer.out
    assert "Factures.Situation" not in answer.out
    assert "Module1" not in relance("doctor", old).out


def test_the_doctor_compares_the_version_of_xlwings(old: Path) -> None:
    relance("upgrade", old)
    doctor = relance("doctor", old)
    assert "✓ Macros pour xlwings" in doctor.out

    with_modules(old, only("xlwings", _of_another_version))
    doctor = relance("doctor", old)
    assert doctor.code == 1
    assert "✗ Les macros de" in doctor.out
    assert "xlwings 0.30.0" in doctor.out
    assert f"relance upgrade {old}" in doctor.out
    assert "Macros remplacées : xlwings." in relance("upgrade", old).out
    assert relance("doctor", old).code == 0


def test_a_library_of_another_version_is_to_be_installed_again(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relance.cli.macros.installed_version", lambda: "0.99.0")
    doctor = relance("doctor", old)
    assert doctor.code == 1
    assert f"✗ xlwings 0.99.0 au lieu de {installed_version()} : réinstallez Relance." in doctor.out


def test_the_doctor_tells_that_the_module_of_xlwings_lacks(old: Path) -> None:
    with_modules(old, lambda modules: [one for one in modules if one.name != "xlwings"])
    doctor = relance("doctor", old)
    assert doctor.code == 1
    assert "✗ Le module xlwings manque" in doctor.out


def test_a_ribbon_that_was_lost_is_a_fault_and_is_put_back(old: Path) -> None:
    """Some programs keep its part and forget what leads to it: the tab is gone."""
    relance("upgrade", old)
    found = parts(old.read_bytes())
    arrows = re.sub(rb"<Relationship [^>]*customUI[^>]*/>", b"", found["_rels/.rels"])
    assert arrows != found["_rels/.rels"]
    old.write_bytes(archive({**found, "_rels/.rels": arrows}))
    doctor = relance("doctor", old)
    assert doctor.code == 1
    assert f"✗ L'onglet Relances manque dans {old}" in doctor.out
    assert relance("upgrade", old).code == 0
    mended = parts(old.read_bytes())
    assert b"customUI" in mended["_rels/.rels"]
    assert mended[RIBBON] == found[RIBBON]
    assert "onglet Relances" not in relance("doctor", old).out


def test_the_doctor_names_foreign_macros_as_a_warning(old: Path) -> None:
    relance("upgrade", old)
    with_modules(old, only("RelanceRuban", noted))
    with_modules(old, foreign("Module1"))
    doctor = relance("doctor", old)
    assert doctor.code == 0
    assert "! Macros qui ne sont pas de Relance : Module1." in doctor.out
    assert "! Macros de Relance modifiées : RelanceRuban." in doctor.out


def test_a_new_sheet_gets_its_module(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = schema.Sheet("Neuf", "tNeuf", (schema.Column("x", "Colonne"),), since=2)
    monkeypatch.setattr(schema, "TABLES", (*schema.TABLES, later))
    assert "Neuf" in relance("doctor", old).out
    answer = relance("upgrade", old)
    assert answer.code == 0, answer
    assert "Neuf" in answer.out
    assert "Feuil_tNeuf" in texts(old)
    assert ooxml_parts.faults(old.read_bytes()) == []
    with zipfile.ZipFile(io.BytesIO(old.read_bytes())) as archive_:
        assert archive_.testzip() is None
    assert relance("upgrade", old).out.startswith("Le classeur est déjà au niveau")
