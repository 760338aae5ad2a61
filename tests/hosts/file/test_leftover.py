"""What could not follow a table that grew, told with its place and once an object."""

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.workbook.defined_name import DefinedName
from tests.actions.world import debtor, make_book, relance

from relance.core.findings import Reason
from relance.hosts.file.book import FileBook
from relance.hosts.file.leftover import told
from relance.hosts.file.package import Package
from relance.hosts.file.workbook import read_workbook

Rewrite = Callable[[Path, Mapping[str, Callable[[bytes], bytes]]], None]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET_ARROWS = "xl/worksheets/_rels/sheet1.xml.rels"
CACHE = "xl/pivotCache/pivotCacheDefinition1.xml"


def arrows(**targets: str) -> bytes:
    lines = [
        f'<Relationship Id="x{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    ]
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(lines)}</Relationships>'.encode()


def grown(path: Path) -> tuple[list[str], tuple[Reason, ...]]:
    """Append a row; return what is said to the user, and the report."""
    said: list[str] = []
    with FileBook(path, tell=said.append) as book:
        book.append("tFactures", [{"Note": "x"}])
        book.save()
        return said, book.report.not_extended


def test_the_user_is_told_what_and_where_and_what_to_do(rich_book: Path) -> None:
    name, chart, sparkline = grown(rich_book)[0]
    assert name == (
        "Le nom « Tout » s'arrête à Factures!$A$2:$G$7 : les lignes ajoutées n'y sont pas."
        " Étendez-le (Formules, Gestionnaire de noms)."
    )
    assert chart.startswith("Un graphique de la feuille Factures s'arrête à Factures!$D$2:$D$7 :")
    assert sparkline.startswith("Des sparklines de la feuille Factures")


def test_a_table_that_does_not_grow_says_nothing(rich_book: Path) -> None:
    said: list[str] = []
    with FileBook(rich_book, tell=said.append) as book:
        book.write("tFactures", "Note", {2: "x"})
        book.save()
    assert said == []


def test_a_pivot_is_called_by_its_name_and_its_sheet(simple_book: Path, rewrite: Rewrite) -> None:
    rewrite(
        simple_book,
        {
            SHEET_ARROWS: lambda old: old.replace(
                b"</Relationships>",
                f'<Relationship Id="p" Type="{OFFICE}/pivotTable"'
                ' Target="../pivotTables/pivotTable1.xml"/></Relationships>'.encode(),
            ),
            "xl/pivotTables/pivotTable1.xml": lambda _: b'<pivotTableDefinition name="Retards"/>',
            "xl/pivotTables/_rels/pivotTable1.xml.rels": lambda _: arrows(
                pivotCacheDefinition="../pivotCache/pivotCacheDefinition1.xml"
            ),
            CACHE: lambda _: (
                b'<pivotCacheDefinition><worksheetSource ref="A1:G4" sheet="Factures"/>'
                b"</pivotCacheDefinition>"
            ),
        },
    )
    ((said,), (left,)) = grown(simple_book)
    assert left.facts["where"] == "Retards (Factures)"
    assert said.startswith("Le tableau croisé dynamique Retards (Factures) s'arrête à Factures!A1:")


def test_a_part_that_can_t_be_read_keeps_its_own_name(simple_book: Path, rewrite: Rewrite) -> None:
    rewrite(simple_book, {SHEET_ARROWS: lambda _: b"<Relationships"})
    package = Package(simple_book, simple_book.read_bytes())
    rewrite(simple_book, {SHEET_ARROWS: lambda _: arrows()})
    workbook = read_workbook(Package(simple_book, simple_book.read_bytes()))
    left = [Reason("chart_not_extended", {"where": "xl/charts/chart1.xml", "range": "F!A1:A2"})]
    (found,) = told(package, workbook, left)
    assert found.facts == {"where": "xl/charts/chart1.xml", "ranges": ["F!A1:A2"]}


@pytest.mark.parametrize(
    ("name", "code"),
    [("_xlnm.Print_Area", "print_area_not_extended"), ("Mes_Factures", "name_not_extended")],
)
def test_ranges_of_one_object_are_told_together(simple_book: Path, name: str, code: str) -> None:
    package = Package(simple_book, simple_book.read_bytes())
    left = [
        Reason("name_not_extended", {"where": name, "range": one})
        for one in ("F!A2", "F!B2", "F!A2")
    ]
    (found,) = told(package, read_workbook(package), left)
    assert (found.code, found.facts["ranges"]) == (code, ["F!A2", "F!B2"])


def test_a_name_that_programs_keep_for_themselves_is_not_told(simple_book: Path) -> None:
    package = Package(simple_book, simple_book.read_bytes())
    left = [Reason("name_not_extended", {"where": "_xlnm._FilterDatabase", "range": "F!A1:B4"})]
    assert told(package, read_workbook(package), left) == ()


def test_an_import_says_it_and_a_fresh_workbook_has_nothing_to_say(tmp_path: Path) -> None:
    path, export = make_book(tmp_path / "relances.xlsx", [debtor("C1")]), tmp_path / "postes.csv"
    line = "C1;Abel;F-{0};04/11/2026;{0},00"
    export.write_text("Code client;Nom;N° facture;Échéance;Solde dû\n" + line.format(1), "utf-8")
    assert relance("import", path, export, "--by-age", "--as-of", "2026-11-23").err == ""
    book = openpyxl.load_workbook(path)
    book.defined_names["MesFactures"] = DefinedName("MesFactures", attr_text="Factures!$A$2:$F$2")
    chart = BarChart()
    chart.add_data(Reference(book["Factures"], min_col=11, min_row=2, max_row=2))
    book["Litiges"].add_chart(chart)
    book.save(path)
    export.write_text(export.read_text("utf-8") + "\n" + line.format(2), "utf-8")
    answer = relance("import", path, export, "--as-of", "2026-11-23", "--json")
    assert answer.json["files"][0]["rows"] == 2  # what is said does not disturb the answer
    assert "Le nom « MesFactures » s'arrête à Factures!$A$2:$F$2" in answer.err
    assert "Un graphique de la feuille Litiges s'arrête à 'Factures'!$K$2" in answer.err
