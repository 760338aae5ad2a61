"""The macro workbook: built from text, committed as built, sound to every checker we have."""

import io
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from tests.actions.world import MONDAY, debtor, invoice, relance
from tests.tools import ooxml, tree
from tests.tools.vba_reader import read_project

from relance import data
from relance.actions.create import copy_template
from relance.actions.desk import open_desk
from relance.actions.refresh import refresh
from relance.core.errors import BuildError
from relance.hosts.excel.build.package import RIBBON, parts
from relance.hosts.excel.build.template import differing_parts, template_bytes
from relance.hosts.file.book import FileBook
from relance.wording.sentences import sentence
from relance.workbook import schema, write
from relance.workbook.formulas import invoice_formulas

MACROS = tree.ROOT / "macros"
PROJECT = "xl/vbaProject.bin"
LARGEST = 150_000  # bytes


@pytest.fixture(scope="module")
def built() -> bytes:
    """Return the template as the sources make it now."""
    return template_bytes(MACROS)


def test_the_committed_template_is_the_one_that_the_sources_make(built: bytes) -> None:
    assert differing_parts(built, (tree.ROOT / data.TEMPLATE).read_bytes()) == ()
    checked = subprocess.run(
        [sys.executable, "-m", "relance", "build-template", "--check"],
        env=os.environ | {"PYTHONPATH": str(tree.ROOT / "addin")},
        capture_output=True, check=False, cwd=tree.ROOT,
    )  # fmt: skip
    assert (checked.returncode, checked.stderr) == (0, b"")


def test_the_same_sources_give_the_same_bytes(built: bytes) -> None:
    assert template_bytes(MACROS) == built
    command = (
        "import sys; from pathlib import Path;"
        "from relance.hosts.excel.build.template import template_bytes;"
        "sys.stdout.buffer.write(template_bytes(Path(sys.argv[1])))"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", command, str(MACROS)],
        env=os.environ | {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"},
        capture_output=True, check=True,
    )  # fmt: skip
    assert elsewhere.stdout == built


def test_a_source_that_has_changed_is_seen(built: bytes, tmp_path: Path) -> None:
    (tmp_path / "ribbon").mkdir()
    for path in (*MACROS.glob("*.bas"), *MACROS.glob("*.cls"), MACROS / "ribbon/customUI14.xml"):
        target = tmp_path / path.relative_to(MACROS)
        target.write_bytes(path.read_bytes())
    (tmp_path / "ThisWorkbook.cls").write_text("Option Explicit\n' changed\n", "ascii")
    assert differing_parts(built, template_bytes(tmp_path)) == (PROJECT,)
    (tmp_path / "ThisWorkbook.cls").unlink()
    with pytest.raises(BuildError) as missing:
        template_bytes(tmp_path)
    assert "ThisWorkbook.cls" in sentence(missing.value.code, missing.value.facts)


def test_it_is_small_enough_to_be_sent(built: bytes) -> None:
    assert len(built) <= LARGEST


def test_every_checker_finds_it_sound(built: bytes, tmp_path: Path) -> None:
    assert ooxml.faults(built, tmp_path / "modele.xlsm") == []


def test_its_vba_project_holds_the_sources_and_nothing_else(built: bytes) -> None:
    texts = read_project(parts(built)[PROJECT]).texts()
    sources = {path.stem for path in MACROS.glob("*.bas")}
    documents = {"ThisWorkbook", *(f"Feuil{n}" for n in range(1, len(schema.TABLES) + 5))}
    assert set(texts) == sources | documents | {"xlwings"}
    for path in MACROS.glob("*.bas"):
        assert texts[path.stem].replace("\r\n", "\n") == path.read_text("ascii")
    assert "Redistribution and use in source and binary forms" in texts["xlwings"]


def test_excel_does_not_compute_at_opening(built: bytes) -> None:
    workbook = parts(built)["xl/workbook.xml"].decode()
    assert 'calcId="191029"' in workbook
    assert "fullCalcOnLoad" not in workbook


def test_factures_computes_and_the_other_sheets_hold_values(built: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(built), keep_vba=True)
    formulas = {
        sheet.title: sum(
            cell.data_type == "f" and "tFactures[" in str(cell.value)
            for row in sheet.iter_rows()
            for cell in row
        )
        for sheet in book.worksheets
    }
    assert {name: count for name, count in formulas.items() if count} == {
        "Factures": len(invoice_formulas())
    }
    assert book["xlwings.conf"].sheet_state != "visible"
    cached = openpyxl.load_workbook(io.BytesIO(built), data_only=True)["Factures"]
    assert {cell.value for cell in cached[2]} <= {None, ""}


def test_the_file_book_changes_it_and_keeps_macros_and_ribbon(tmp_path: Path) -> None:
    path = tmp_path / "relances.xlsm"
    copy_template(path)
    before = parts(path.read_bytes())
    with FileBook(path) as book:
        one = debtor("C1")
        book.append("tClients", [write.debtor(one)])
        late = invoice("F-1", "C1", date(2026, 9, 30), "3000.00")
        book.append("tFactures", [write.receivable(late, one.name)])
        refresh(open_desk(book), MONDAY, stamp=True)
        book.save()
    after = parts(path.read_bytes())
    assert set(before) - set(after) <= {"xl/calcChain.xml"}
    assert after[PROJECT] == before[PROJECT]
    assert after[RIBBON] == before[RIBBON]
    untouched = [name for name in before if name in after and before[name] == after[name]]
    assert len(untouched) > len(before) // 2
    assert ooxml.faults(path.read_bytes(), tmp_path / "apres.xlsm") == []
    with FileBook(path) as book:
        (row,) = book.read("tFactures").rows
    # 3 000 x 12.4 % x 54 days / 365 = 55.04
    assert (row.cells["Pénalités de retard"], row.cells["Jours de retard"]) == (55.04, 54)


def test_a_new_macro_book_is_the_template_with_its_own_first_values(tmp_path: Path) -> None:
    path = tmp_path / "relances.xlsm"
    assert relance("new", path, "--name", "Atelier", "--country", "BE").code == 0
    with FileBook(path) as book:
        assert (book.get("CreancierNom"), book.get("CreancierPays")) == ("Atelier", "BE")
        first = book.get("Identifiant")
        assert book.get("UdfActives") == "oui"
    assert relance("new", path).code == 1
    other = tmp_path / "autre.xlsm"
    relance("new", other)
    with FileBook(other) as book:
        assert book.get("Identifiant") not in (None, "", first)


def test_the_template_is_found_in_the_wheel_and_in_a_checkout() -> None:
    command = (
        "import sys; from relance import data;sys.stdout.buffer.write(data.workbook_template())"
    )
    expected = (tree.ROOT / data.TEMPLATE).read_bytes()
    assert data.workbook_template() == expected  # what the tests run: the unpacked wheel
    checkout = subprocess.run(
        [sys.executable, "-c", command], env=os.environ | {"PYTHONPATH": str(tree.ROOT / "addin")},
        capture_output=True, check=True, cwd=tree.ROOT,
    )  # fmt: skip
    assert checkout.stdout == expected


def test_a_package_is_read_whole(built: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(built)) as file:
        assert file.testzip() is None
