"""The macros of a closed workbook: what is read of them, and others put in their place."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.actions.older import macro_book
from tests.tools import ooxml_parts

from relance.hosts.excel.build.package import RIBBON, parts
from relance.hosts.file.upgrade.book import GrowingBook
from relance.hosts.file.upgrade.macros import Macros, macros_of
from relance.workbook import schema

Parts = Callable[[Path], dict[str, bytes]]
Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]
Make = Callable[..., Path]

PROJECT = "xl/vbaProject.bin"
UI = b'<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"><ribbon/></customUI>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a macro workbook."""
    path = tmp_path / "relances.xlsm"
    path.write_bytes(macro_book())
    return path


def found(path: Path) -> Macros:
    """Return the macros of a workbook that has some."""
    macros = macros_of(path)
    assert macros is not None
    return macros


def put(path: Path, project: bytes = b"project", ribbon: bytes = UI) -> None:
    """Put other macros into a workbook."""
    with GrowingBook(path) as book:
        book.put_macros(project, ribbon)
        book.save()


def test_the_project_the_ribbon_and_the_code_names_are_read(path: Path) -> None:
    macros, package = found(path), parts(path.read_bytes())
    assert (macros.project, macros.ribbon) == (package[PROJECT], package[RIBBON])
    count = len(schema.TABLES) + 4
    sheets = {f"Feuil{number}": "worksheet" for number in range(1, count + 1)}
    assert macros.codes == {"ThisWorkbook": "workbook", **sheets}
    assert list(macros.codes)[:2] == ["ThisWorkbook", "Feuil1"]
    assert not macros.is_signed


def test_a_workbook_of_values_has_none(make: Make) -> None:
    assert macros_of(make()) is None


def test_a_chart_sheet_has_a_code_name_and_a_sheet_may_lack_it(
    path: Path, rewrite: Rewrite
) -> None:
    relations = "xl/_rels/workbook.xml.rels"
    kind = b'relationships/worksheet" Target="worksheets/sheet3.xml"'
    rewrite(
        path,
        {
            relations: lambda part: part.replace(kind, kind.replace(b'worksheet"', b'chartsheet"')),
            "xl/worksheets/sheet2.xml": lambda part: part.replace(b' codeName="Feuil2"', b""),
            "xl/workbook.xml": lambda part: part.replace(b' codeName="ThisWorkbook"', b""),
        },
    )
    codes = found(path).codes
    assert codes["Feuil3"] == "chartsheet"
    assert "Feuil2" not in codes
    assert "workbook" not in codes.values()


def test_a_signature_is_seen(path: Path, rewrite: Rewrite) -> None:
    signature = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/'
        b'vbaProjectSignature" Target="vbaProjectSignature.bin"/></Relationships>'
    )
    rewrite(path, {"xl/_rels/vbaProject.bin.rels": lambda _: signature})
    assert found(path).is_signed


def test_only_the_two_parts_are_replaced(path: Path, parts_of: Parts) -> None:
    before = parts_of(path)
    put(path)
    after = parts_of(path)
    assert {name for name in after if after[name] != before.get(name)} == {PROJECT, RIBBON}
    assert (after[PROJECT], after[RIBBON]) == (b"project", UI)
    assert set(after) == set(before)


def test_a_ribbon_is_added_where_there_is_none(
    path: Path, rewrite: Rewrite, parts_of: Parts
) -> None:
    def without(part: bytes) -> bytes:
        start = part.index(b'<Relationship Id="rIdRibbon"')
        return part[:start] + part[part.index(b"/>", start) + 2 :]

    rewrite(path, {"_rels/.rels": without})
    assert found(path).ribbon is None
    put(path)
    assert found(path).ribbon == UI
    assert b'Target="customUI/customUI14.xml"' in parts_of(path)["_rels/.rels"]


def test_a_ribbon_of_office_2007_is_not_ours(path: Path, rewrite: Rewrite) -> None:
    old = UI.replace(b"2009/07", b"2006/01")
    rewrite(path, {RIBBON: lambda _: old})
    assert found(path).ribbon is None


def test_the_type_of_a_ribbon_is_declared_where_xml_is_not(
    path: Path, rewrite: Rewrite, parts_of: Parts
) -> None:
    default = b'<Default Extension="xml" ContentType="application/xml"/>'
    rewrite(
        path,
        {
            "[Content_Types].xml": lambda part: part.replace(default, b""),
            "_rels/.rels": lambda part: part.replace(b"ui/extensibility", b"ui/other"),
        },
    )
    put(path)
    assert b'PartName="/customUI/customUI14.xml"' in parts_of(path)["[Content_Types].xml"]


def test_a_new_sheet_has_a_code_name_that_the_project_is_told(path: Path) -> None:
    with GrowingBook(path) as book:
        later = schema.Sheet("Neuf", "tNeuf", (schema.Column("x", "X"),))
        book.add_sheet(later, {})
        macros = book.macros()
        assert macros is not None
        assert list(macros.codes.items())[-1] == ("Feuil_tNeuf", "worksheet")
        book.save()
    assert list(found(path).codes)[-1] == "Feuil_tNeuf"
    (fault,) = ooxml_parts.faults(path.read_bytes())  # the project was not made again
    assert fault.startswith("code names")
