"""A fresh workbook, read back by another library."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from relance.core.records import Address, Creditor, Debtor, Receivable
from relance.wording.labels import LABELS, choices
from relance.workbook import rows, schema, write
from relance.workbook.build import book_bytes, build_book

ITEMS = (
    Receivable(
        "000123", "C1", issued=date(2026, 10, 1), due=date(2026, 10, 31),
        amount=Decimal("1234567.89"), paid=Decimal("0.01"), status="disputed", row=2,
    ),
    Receivable("12E5", "=C1+1", due=date(2026, 11, 30), amount=Decimal("10"), row=3),
)  # fmt: skip
ROWS = {
    "tFactures": [write.receivable(item, "Dupont & Fils") for item in ITEMS],
    "tClients": [write.debtor(Debtor("C1", "Dupont & Fils", "business"))],
}
FIGURES: dict[str, object] = {
    "KpiOuvert": Decimal("1234577.88"),
    "KpiArrete": date(2026, 11, 30),
    "File1Client": "Dupont & Fils",
}
CREDITOR = Creditor(
    name="Atelier Marin", address=Address(country="FR"), contract_rate=Decimal("0.15")
)


def reopened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content))


@pytest.fixture(scope="module")
def book() -> Workbook:
    return reopened(book_bytes(write.creditor(CREDITOR), ROWS, FIGURES))


def named(book: Workbook, name: str) -> Any:
    ((sheet, place),) = book.defined_names[name].destinations
    return book[sheet][place.replace("$", "")]


def test_the_sheets_stand_in_the_order_of_the_work(book: Workbook) -> None:
    assert book.sheetnames == [
        "Accueil", "Factures", "Clients", "Journal", "Agenda", "Balance âgée", "Promesses",
        "Échéanciers", "Litiges", "Règlements", "Scénario", "Taux", "Paramètres", "Textes",
    ]  # fmt: skip
    assert book.active is not None
    assert book.active.title == "Accueil"
    assert book["Textes"].sheet_state == "hidden"


@pytest.mark.parametrize("sheet", schema.TABLES, ids=lambda sheet: sheet.table)
def test_each_sheet_holds_its_table_with_our_headings(book: Workbook, sheet: schema.Sheet) -> None:
    worksheet = book[sheet.name]
    (table,) = worksheet.tables.values()
    assert table.name == sheet.table
    headings = [column.heading for column in sheet.shown(computing=False).columns]
    assert [column.name for column in table.tableColumns] == headings
    assert [cell.value for cell in worksheet[1]][: len(headings)] == headings
    assert table.autoFilter is not None


def test_an_empty_table_has_one_blank_row(book: Workbook) -> None:
    assert book["Journal"].tables["tJournal"].ref == "A1:N2"
    assert not any(cell.value for cell in book["Journal"][2])


def test_what_was_written_reads_back_to_the_records(
    book: Workbook, table: Callable[..., Any]
) -> None:
    headings = [cell.value for cell in book["Factures"][1]]
    read = [
        dict(zip(headings, [cell.value for cell in row], strict=True))
        for row in book["Factures"].iter_rows(min_row=2)
    ]
    assert rows.receivables(table(schema.INVOICES, *read)) == (ITEMS, ())


def test_text_is_never_a_formula_or_a_number(book: Workbook) -> None:
    cells = {cell.value: cell for row in book["Factures"].iter_rows(min_row=2) for cell in row}
    assert cells["=C1+1"].data_type == "s"
    assert cells["000123"].number_format == "@"


@pytest.mark.parametrize(
    ("key", "number_format"),
    [("number", "@"), ("due", "dd/mm/yyyy"), ("amount", "#,##0.00"), ("days", "0")],
)
def test_each_kind_has_its_number_format(book: Workbook, key: str, number_format: str) -> None:
    keys = [column.key for column in schema.INVOICES.columns]
    assert book["Factures"].cell(2, keys.index(key) + 1).number_format == number_format


def test_each_list_of_a_table_is_validated_on_every_row_to_come(book: Workbook) -> None:
    for sheet in schema.TABLES:
        lists = {
            str(rule.sqref): rule.formula1
            for rule in book[sheet.name].data_validations.dataValidation
            if rule.type == "list"
        }
        wanted = {
            f"{letter}2:{letter}1048576": f"Liste_{column.family}"
            for place, column in enumerate(sheet.columns, 1)
            if column.family and not sheet.ours and not column.computed
            for letter in [get_column_letter(place)]
        }
        assert lists == wanted


def test_each_list_shows_the_labels_of_its_family(book: Workbook) -> None:
    lists = [name for name in book.defined_names if name.startswith("Liste_")]
    assert lists
    for name in lists:
        ((sheet, place),) = book.defined_names[name].destinations
        shown = [row[0].value for row in book[sheet][place.replace("$", "")]]
        assert tuple(shown) == choices(name.removeprefix("Liste_"))


def test_each_parameter_has_its_name_and_its_first_value(book: Workbook) -> None:
    values = {p.name: named(book, p.name).value for p in schema.PARAMETERS}
    assert values["CreancierNom"] == "Atelier Marin"
    assert values["CreancierPays"] == "FR"
    assert values["TauxContractuel"] == 0.15
    assert values["SeuilMinimum"] == 50
    assert values["SchemaVersion"] == schema.SCHEMA_VERSION
    assert values["ClauseIndemnitaire"] == "non"
    assert values["AsOf"] is None
    assert rows.creditor(values.get) == (CREDITOR, ())


def test_each_figure_of_the_home_sheet_has_its_name(book: Workbook) -> None:
    queue = [f"File{n}{q.name}" for n in range(1, schema.QUEUE_LINES + 1) for q in schema.QUEUE]
    alarms = [schema.ALARM_NAME.format(n) for n in range(1, schema.ALARM_LINES + 1)]
    for name in [figure.name for figure in schema.FIGURES] + queue + alarms:
        assert named(book, name).coordinate
    assert named(book, "KpiOuvert").value == 1234577.88
    assert named(book, "KpiArrete").value == datetime(2026, 11, 30)  # noqa: DTZ001
    assert named(book, "File1Client").value == "Dupont & Fils"
    assert named(book, "KpiDso").value is None


def test_the_chart_follows_the_named_buckets(book: Workbook) -> None:
    first, last = (named(book, f"KpiTranche{n}").row for n in (0, len(LABELS["bucket"]) - 1))
    column = named(book, "KpiTranche0").column_letter
    for sheet in ("Accueil", "Balance âgée"):
        worksheet: Any = book[sheet]
        (chart,) = worksheet._charts  # openpyxl shows the charts nowhere else
        values = chart.series[0].val.numRef.f
        assert values == f"Accueil!${column}${first}:${column}${last}"


def test_every_sheet_prints_on_a4_with_its_headings(book: Workbook) -> None:
    """Tables lie flat; the settings stand on one page, so that no title is alone at its foot."""
    for worksheet in book.worksheets[:-1]:
        setup, is_upright = worksheet.page_setup, worksheet.title == schema.PARAMETERS_SHEET
        assert setup.paperSize == 9
        assert setup.orientation == ("portrait" if is_upright else "landscape")
    settings = book[schema.PARAMETERS_SHEET]
    fitting = settings.sheet_properties.pageSetUpPr
    assert fitting is not None
    assert fitting.fitToPage
    assert (settings.page_setup.fitToHeight or 1) == 1  # 1 is what the format means by nothing
    for sheet in schema.TABLES:
        assert book[sheet.name].print_title_rows == "$1:$1"
        assert str(book[sheet.name].freeze_panes)[-1] == "2"


def test_a_column_is_wide_enough_for_its_largest_amount_and_each_word_of_its_heading(
    book: Workbook,
) -> None:
    for sheet in schema.TABLES:
        for place, column in enumerate(sheet.columns, 1):
            letter = get_column_letter(place)
            width = book[sheet.name].column_dimensions[letter].width or 0
            assert width > max(len(word) for word in column.heading.split())
    assert book["Factures"].column_dimensions["K"].width > len("1 234 567,89")


def test_the_hashes_of_the_journal_are_folded(book: Workbook) -> None:
    assert book["Journal"].column_dimensions["L"].hidden
    assert not book["Journal"].column_dimensions["K"].hidden


def test_headings_that_relance_keeps_are_lighter(book: Workbook) -> None:
    keys = [column.key for column in schema.INVOICES.columns]
    shades = [
        book["Factures"].cell(1, keys.index(key) + 1).fill.fgColor.rgb for key in ("due", "open")
    ]
    assert shades[0] != shades[1]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    build_book(tmp_path / "a.xlsx", write.creditor(CREDITOR), ROWS, FIGURES)
    again = book_bytes(write.creditor(CREDITOR), ROWS, FIGURES)
    assert (tmp_path / "a.xlsx").read_bytes() == again


def test_a_computing_book_holds_formulas_with_their_cached_values() -> None:
    formulas = {"tFactures": {"Reste dû TTC": "=[@[Montant TTC]]-[@Payé]"}}
    cells = [{**row, "Reste dû TTC": Decimal("1.5")} for row in ROWS["tFactures"]]
    content = book_bytes(rows={"tFactures": cells}, formulas=formulas)
    place = [column.key for column in schema.INVOICES.columns].index("open") + 1
    cell = reopened(content)["Factures"].cell(3, place)
    assert cell.value == "=[[#This Row],[Montant TTC]]-[[#This Row],Payé]"
    cached = openpyxl.load_workbook(BytesIO(content), data_only=True)["Factures"].cell(3, place)
    assert cached.value == 1.5
    column = reopened(content)["Factures"].tables["tFactures"].tableColumns[place - 1]
    assert column.calculatedColumnFormula is not None


def test_a_host_may_finish_the_book() -> None:
    content = book_bytes(finish=lambda workbook: workbook.add_worksheet("xlwings.conf"))
    assert reopened(content).sheetnames[-1] == "xlwings.conf"
