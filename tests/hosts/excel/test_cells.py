"""What Excel gives and what it is given."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from relance.hosts.excel.areas import runs
from relance.hosts.excel.cells import (
    GENERAL,
    TEXT,
    as_cell,
    given,
    grid,
    is_as_meant,
    is_formula,
    kept,
    needed_format,
)

DAY = date(2026, 1, 31)
NOON = datetime.fromisoformat("2026-01-31T12:00")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        ("", None),
        ("000123", "000123"),
        (7.0, 7),
        (7.5, 7.5),
        (1e300, 1e300),
        (Decimal("1200.5000"), 1200.5),
        (True, True),
        (datetime.fromisoformat("2026-01-31"), DAY),
        (NOON, NOON),
        (-2146826243, "#VALUE!"),  # #SPILL!, which xlwings does not know
        (7, 7),
    ],
)
def test_what_excel_gives_is_read_as_every_book_reads_it(value: object, cell: object) -> None:
    assert as_cell(value) == cell
    assert type(as_cell(value)) is type(cell)


def test_what_no_cell_can_hold_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError):
        as_cell(object())


def test_excel_keeps_doubles() -> None:
    assert kept(Decimal("0.1")) == 0.1
    assert kept(10**17 + 1) == 10**17
    assert kept(True) is True


@pytest.mark.parametrize(
    ("held", "meant", "same"),
    [
        (100.0, 100, True),
        (0.1, Decimal("0.1"), True),
        (None, "", True),
        (None, None, True),
        (1.0, True, False),
        ("1", 1, False),
        (1.0, "1", False),
        (datetime.fromisoformat("2026-01-31"), DAY, True),
        (NOON, DAY, False),
        (Decimal("2518.6235"), 2518.62345, True),  # a currency cell tells four digits
        (Decimal("2518.6236"), 2518.62345, False),
        (Decimal("1"), "1", False),
    ],
)
def test_a_cell_holds_what_was_meant_or_not(held: object, meant: str, same: bool) -> None:
    assert is_as_meant(held, meant) is same


@pytest.mark.parametrize(
    ("value", "own", "needed", "gives"),
    [
        ("12E5", TEXT, None, "12E5"),
        ("12E5", GENERAL, None, "'12E5"),
        ("12E5", "0.00", None, "'12E5"),
        ("'t Zand", TEXT, GENERAL, "''t Zand"),
        ("'t Zand", GENERAL, None, "''t Zand"),
        ("", GENERAL, None, ""),
        (None, TEXT, None, None),
        (7, TEXT, GENERAL, 7.0),
        (Decimal("1.20"), "0.00", None, 1.2),
        (True, TEXT, GENERAL, True),
        (DAY, TEXT, "dd/mm/yyyy", datetime.fromisoformat("2026-01-31")),
        (DAY, GENERAL, "dd/mm/yyyy", datetime.fromisoformat("2026-01-31")),
        (DAY, "[$-40C]d mmmm yyyy", None, datetime.fromisoformat("2026-01-31")),
        (NOON, "0", "dd/mm/yyyy hh:mm", NOON),
        (datetime.fromisoformat("2026-01-31T12:00+02:00"), "d/m/yy", None, NOON),
    ],
)
def test_what_excel_is_given_and_under_which_format(
    value: str, own: str, needed: str | None, gives: object
) -> None:
    assert needed_format(value, own) == needed
    found = given(value, needed or own)
    assert found == gives
    assert type(found) is type(gives)


def test_a_formula_is_told_from_a_text_that_looks_like_one() -> None:
    assert is_formula("=A1", 5.0)
    assert is_formula("=A1", None)
    assert not is_formula("=A1", "=A1")  # Excel shows a text as it is
    assert not is_formula("", None)
    assert not is_formula(5.0, 5.0)


def test_a_block_is_a_grid_whatever_its_size() -> None:
    assert grid(5) == [[5]]
    assert grid(((1, 2),)) == ((1, 2),)


def test_runs_of_rows() -> None:
    assert list(runs([])) == []
    assert list(runs({9, 3, 2, 4, 7})) == [range(2, 5), range(7, 8), range(9, 10)]
