"""Rows typed in other sheets that can't be read: whom they name is asked for nothing meanwhile."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.actions.test_strays import ITEMS, SHEETS, Row, asked, book
from tests.actions.world import MONDAY, desk_of, relance

NOBODY = {"C4": [], "C5": ["F-5"]}
BOTH = {"C4": ["F-4", "G-4"], "C5": ["F-5"]}


@pytest.mark.parametrize(
    ("table", "cells", "code"),
    [
        ("tReglements", {"value_date": "31/09/2026"}, "bad_date"),
        ("tReglements", {"amount": None}, "missing_value"),
        ("tReglements", {"amount": "mille"}, "bad_amount"),
        ("tReglements", {"currency": "XX"}, "bad_currency"),
        ("tLitiges", {"invoice": None}, "missing_value"),
        ("tPromesses", {"by": None}, "missing_value"),
        ("tEcheanciers", {"day": "31/09/2026"}, "bad_date"),
    ],
)
def test_a_row_that_can_not_be_read_holds_whom_it_names(
    tmp_path: Path, table: str, cells: Row, code: str
) -> None:
    """The invoice is paid, disputed or promised, and only a date or a number is missing."""
    row, _ = SHEETS[table]
    path = book(tmp_path, table, {**row, **cells})
    assert [one.code for one in desk_of(path).findings] == [code]
    assert asked(path) == NOBODY


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("tReglements", {"amount": -1000}),  # given back: the invoice is to be paid again
        ("tLitiges", {"invoice": None, "resolved_on": date(2026, 11, 20)}),
        ("tPromesses", {"by": None, "state": "tenue"}),
        ("tEcheanciers", {"day": None, "state": "annulée"}),
    ],
)
def test_a_row_that_is_over_or_no_money_holds_nobody(
    tmp_path: Path, table: str, cells: Row
) -> None:
    row, _ = SHEETS[table]
    assert asked(book(tmp_path, table, {**row, **cells})) == BOTH


@pytest.mark.parametrize(
    ("table", "cells"),
    [("tReglements", {"value_date": "31/09/2026"}), ("tLitiges", {"opened_on": None})],
)
def test_a_row_about_what_is_paid_holds_nobody(tmp_path: Path, table: str, cells: Row) -> None:
    row, _ = SHEETS[table]
    paid = [replace(ITEMS[0], paid=Decimal(1000)), *ITEMS[1:]]
    assert asked(book(tmp_path, table, {**row, **cells}, items=paid)) == {
        "C4": ["G-4"], "C5": ["F-5"],
    }  # fmt: skip


def test_a_cell_beside_that_can_not_be_read_holds_nobody(tmp_path: Path) -> None:
    """The row is read without it: the dispute of F-4 alone holds."""
    row, _ = SHEETS["tLitiges"]
    path = book(tmp_path, "tLitiges", {**row, "opened_on": "31/09/2026"})
    assert [one.code for one in desk_of(path).findings] == ["bad_date"]
    assert asked(path) == {"C4": ["G-4"], "C5": ["F-5"]}


def test_no_statement_goes_beside_a_payment_that_can_not_be_read(tmp_path: Path) -> None:
    row, _ = SHEETS["tReglements"]
    path = book(tmp_path, "tReglements", {**row, "value_date": "31/09/2026"})
    said = relance("statement", path, "C4", "--as-of", MONDAY, "--out", tmp_path / "out")
    assert said.code == 1, said
    assert "la ligne 2 de la feuille Règlements, à corriger" in said.out + said.err
