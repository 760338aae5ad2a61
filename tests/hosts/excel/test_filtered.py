"""Hidden and filtered rows: written like the others, and never selected."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.table import Table
from tests.hosts.excel.world import SERIES, Open, failing, on_disk, row
from tests.tools.xlwings_engine import BUSY, CALL_REJECTED
from tests.tools.xlwings_ranges import ComError

from relance.core.errors import BookError


def hiding(*rows: int, columns: str = "") -> Any:
    """Hide rows and columns of Factures."""

    def change(book: Any) -> None:
        for number in rows:
            book["Factures"].row_dimensions[number].hidden = True
        for letter in columns:
            book["Factures"].column_dimensions[letter].hidden = True

    return change


def test_the_excel_of_these_tests_scrambles_what_is_written_over_filtered_rows(
    opened: Open,
) -> None:
    excel, _ = opened([row(f"F{n}") for n in range(2, 7)], hiding(3, 4))
    cells = excel.opened[0].sheets("Factures").range("C2:C6")
    cells.raw_value = [[5], [4], [3], [2], [1]]
    assert cells.raw_value == ((5,), (100,), (100,), (5,), (5,))  # as in xlwings issue 747


def test_hidden_rows_are_written_one_by_one_and_the_others_run_by_run(
    opened: Open, path: Any
) -> None:
    excel, book = opened(SERIES, hiding(3, 5))
    book.write("tFactures", "Montant TTC", {number: number for number in range(2, 8)})
    book.append("tFactures", [{"Montant TTC": 8}, {"Montant TTC": 9}])
    book.save()
    assert on_disk(path, "Montant TTC") == {number: number for number in range(2, 10)}
    assert excel.written == [
        "Factures!C2", "Factures!C4", "Factures!C6:C9", "Factures!C3", "Factures!C5",
    ]  # fmt: skip


def test_a_table_that_is_wholly_hidden_is_written(opened: Open, path: Any) -> None:
    _, book = opened(SERIES, hiding(*range(2, 8), columns="B"))
    book.write("tFactures", "Note", {3: "=a", 5: "12"})
    book.save()
    assert on_disk(path, "Note") == {2: None, 3: "=a", 4: None, 5: "12", 6: None, 7: None}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    hidden=st.sets(st.integers(2, 13)),
    columns=st.sets(st.sampled_from("ABCF")),
    values=st.dictionaries(st.integers(2, 13), st.sampled_from(["000123", "=1", 7, 7.5, None])),
)
def test_whatever_is_hidden_each_cell_holds_what_was_meant(
    opened: Open, path: Any, hidden: set[int], columns: set[str], values: dict[int, Any]
) -> None:
    _, book = opened(
        [row(f"F{n}") for n in range(2, 14)], hiding(*hidden, columns="".join(columns))
    )
    for column in ("N° facture", "Note"):
        book.write("tFactures", column, values)
    book.write("tFactures", "Payé", {number: 1 for number in range(2, 14)})
    book.save()
    before = {number: f"F{number}" for number in range(2, 14)}
    assert on_disk(path, "N° facture") == before | values
    assert on_disk(path, "Note") == dict.fromkeys(before) | values


# Selections.


def test_selected_rows_are_those_that_are_seen_and_filled_in_sheet_order(opened: Open) -> None:
    rows = [*SERIES, [None] * 6, row("F9")]
    excel, book = opened(rows, hiding(4, columns="B"))
    excel.select("Factures", "A9,C6:F8,A2:B5")
    assert book.selected() == tuple(("tFactures", number) for number in (2, 3, 5, 6, 7, 9))


@pytest.mark.parametrize(
    ("sheet", "address", "numbers"),
    [
        ("Factures", "B3", [3]),
        ("Factures", "A1:F1", []),  # the headings
        ("Factures", "A8:F20", []),  # below
        ("Factures", "G2:H9", []),  # beside
        ("Factures", "F1:G3", [2, 3]),
        ("Factures", "A4:XFD4", [4]),  # the whole row
        ("Factures", "C1:C1048576", [2, 3, 4, 5, 6, 7]),  # the whole column
        ("Factures", "A1:XFD1048576", [2, 3, 4, 5, 6, 7]),  # the whole sheet
        ("Paramètres", "A1:XFD1048576", []),
        ("Paramètres", "A1:F9", []),
        ("Libre", "A1:C9", []),  # a table, but not one of ours
    ],
)
def test_what_is_outside_our_tables_is_left_out(
    opened: Open, sheet: str, address: str, numbers: list[int]
) -> None:
    def change(book: Any) -> None:
        free = book.create_sheet("Libre")
        free.append(["a", "b"])
        free.append([1, 2])
        free.add_table(Table(displayName="Tableau1", ref="A1:B2"))

    excel, book = opened(SERIES, change)
    excel.select(sheet, address)
    assert book.selected() == tuple(("tFactures", number) for number in numbers)


def test_two_tables_of_one_sheet_are_told_apart(opened: Open) -> None:
    def change(book: Any) -> None:
        sheet = book["Factures"]
        sheet["H1"], sheet["H2"], sheet["H3"] = "Code client", "C1", "C2"
        sheet.add_table(Table(displayName="tClients", ref="H1:H3"))

    excel, book = opened([row("F2")], change)
    excel.select("Factures", "A2:H3")
    assert book.selected() == (("tClients", 2), ("tFactures", 2), ("tClients", 3))


def test_nothing_seen_in_the_selection_is_nothing(opened: Open) -> None:
    excel, book = opened(SERIES, hiding(3, 4))
    excel.select("Factures", "A3:A4")
    assert book.selected() == ()


def test_the_rows_of_a_whole_sheet_are_those_that_are_seen(opened: Open) -> None:
    excel, book = opened(SERIES, hiding(3, 5, columns="BD"))
    excel.select("Factures", "A1:XFD1048576")
    assert book.selected() == tuple(("tFactures", number) for number in (2, 4, 6, 7))


def test_a_picture_is_nothing_selected(opened: Open) -> None:
    excel, book = opened(SERIES)
    excel.select_picture()
    assert book.selected() == ()


def test_nothing_selected_or_a_selection_elsewhere_is_nothing(opened: Open, tmp_path: Any) -> None:
    excel, book = opened(SERIES)
    assert book.selected() == ()
    other = tmp_path / "autre.xlsx"
    excel.opened[0].wb.save(other)
    excel.open(other)
    excel.select("Factures", "A2")  # of the other workbook, which is in front
    assert book.selected() == ()


@pytest.mark.parametrize("is_bare", [False, True])
@pytest.mark.parametrize("error", [BUSY, CALL_REJECTED])
@pytest.mark.parametrize("asked", ["selection", "address", "visible cells"])
def test_a_busy_excel_is_not_taken_for_an_empty_selection(
    opened: Open, asked: str, error: ComError, is_bare: bool
) -> None:
    excel, book = opened(SERIES)
    excel.is_bare = is_bare
    excel.select("Factures", "A2")
    failing(excel, asked, error)
    with pytest.raises(BookError) as refused:
        book.selected()
    assert refused.value.facts["reason"] == "excel_busy"
