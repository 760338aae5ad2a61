"""One cell at a time, as the spreadsheets give them."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.errors import (
    BadAmountError,
    BadArgumentError,
    BadDateError,
    RelanceError,
    UnknownRegimeError,
    UnknownStatusError,
)
from relance.core.money import to_cents
from relance.hosts import cells

DAY = date(2026, 11, 30)  # serial 46356: 2026-01-01 is 46023, and 333 days later


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime(2026, 11, 30, 23, 59),  # noqa: DTZ001  cells have no time zone
        datetime(2026, 11, 30, tzinfo=UTC),
        46356,
        46356.0,
        46356.75,
        Decimal("46356.0000"),  # a date cell in the currency format
        "30/11/2026",
        " 2026-11-30 ",
        "46356",
    ],
)
def test_a_day_is_read_whatever_the_spreadsheet_makes_of_it(cell: object) -> None:
    assert cells.read_day(cell) == DAY


@pytest.mark.parametrize("cell", [None, "", "  ", 0, 0.0, -0.0, Decimal(0)])
def test_an_empty_cell_and_the_day_0_are_blank(cell: object) -> None:
    assert cells.read_day(cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        False, True, 0.5, -1, 36525, 59172.0, math.nan, math.inf, "31/02/2026", "x", "0", [46356],
        date(1999, 12, 31), date(2062, 1, 1), b"46356", Decimal("sNaN"), 1j, {},
    ],
)  # fmt: skip  # 36525 is 1999-12-31, 59172 is 2062-01-01: the days next to the window
def test_what_is_not_a_day_from_2000_to_2061_is_refused(cell: object) -> None:
    with pytest.raises(BadDateError):
        cells.read_day(cell)


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        (1234.5, 123450),
        (0.1 + 0.2, 30),
        (1.005, 101),  # as it is printed: one and a half hundredth, away from zero
        (-1.005, -101),
        (math.nextafter(1.005, 0), 100),  # 1.0049999999999997
        (7, 700),
        (0, 0),
        (-0.0, 0),
        (10**14, 10**16),
        (Decimal("12.3450"), 1235),
        ("1 234,50 €", 123450),
        ("(12,00)", -1200),
    ],
)
def test_an_amount_is_read_in_cents_as_it_is_printed(cell: object, cents: int) -> None:
    assert cells.read_cents(cell) == cents


@pytest.mark.parametrize("cell", [None, "", " "])
def test_a_blank_is_no_amount(cell: object) -> None:
    assert cells.read_cents(cell) is None


@pytest.mark.parametrize("cell", [True, "1.234", "x", math.nan, math.inf, 1e15, 10**15, DAY, []])
def test_what_is_not_an_amount_is_refused(cell: object) -> None:
    with pytest.raises(BadAmountError):
        cells.read_cents(cell)


@given(st.floats(-1e15, 1e15, exclude_min=True, exclude_max=True))
def test_the_quick_way_to_cents_gives_what_the_printed_number_says(amount: float) -> None:
    assert cells.read_cents(amount) == to_cents(Decimal(repr(amount)))


@given(st.integers(-(10**13), 10**13), st.sampled_from([-math.inf, math.inf]))
def test_the_neighbours_of_a_two_decimal_number_round_to_it(cents: int, towards: float) -> None:
    neighbour = math.nextafter(cents / 100, towards)
    assert cells.read_cents(neighbour) == to_cents(Decimal(repr(neighbour))) == cents


@pytest.mark.parametrize(
    ("cell", "code"), [("FR-B2B", "FR-B2B"), (" be-b2c ", "BE-B2C"), ("ch", "CH")]
)
def test_a_regime_is_read_whatever_its_case(cell: str, code: str) -> None:
    assert cells.read_regime(cell) == code


@pytest.mark.parametrize("cell", [None, "", " ", "FR", "FR-B2", 0, True, DAY, [], {}])
def test_a_blank_or_unknown_regime_is_refused(cell: object) -> None:
    with pytest.raises(UnknownRegimeError):
        cells.read_regime(cell)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (None, "open"), ("", "open"), (" ", "open"), ("à régler", "open"), ("open", "open"),
        ("LITIGE", "disputed"), ("suspendue", "on_hold"), ("rejetée", "refused"),
        ("cédée", "assigned"), ("douteuse", "doubtful"), ("soldée", "closed"),
        ("promesse", "promised"), ("échéancier", "planned"), ("procedure collective", "insolvent"),
        ("transmise", "handed_over"),
    ],
)  # fmt: skip
def test_a_status_is_read_by_its_label_or_its_code(cell: object, code: str) -> None:
    assert cells.read_status(cell) == code


@pytest.mark.parametrize("cell", ["payée ?", 0, 3.0, True, []])
def test_another_status_is_refused(cell: object) -> None:
    with pytest.raises(UnknownStatusError):
        cells.read_status(cell)


@pytest.mark.parametrize(
    ("cell", "step"),
    [
        (None, ""), ("", ""), (0, ""), (0.0, ""), ("0", ""), (Decimal(0), ""), (1, 1), (2.0, 2),
        ("3", 3), (" call-1 ", "call-1"), (-1, -1),
    ],
)  # fmt: skip
def test_a_last_step_is_a_code_a_phase_or_nothing(cell: object, step: str | int) -> None:
    assert cells.read_step(cell) == step


@pytest.mark.parametrize("cell", [True, False, 1.5, math.nan, "#N/A", [], DAY])
def test_another_last_step_is_refused(cell: object) -> None:
    with pytest.raises(RelanceError):
        cells.read_step(cell)


@pytest.mark.parametrize(
    ("cell", "rate"), [(0.12, "0.12"), ("12 %", "0.12"), ("0,12", "0.12"), (0, "0"), (1, "1")]
)
def test_a_contract_rate_is_a_fraction_or_a_percentage(cell: object, rate: str) -> None:
    assert cells.read_rate(cell) == Decimal(rate)


@pytest.mark.parametrize("cell", [12, -0.01, "12", "abc", True, math.nan])
def test_a_rate_above_1_is_a_slip(cell: object) -> None:
    with pytest.raises(BadAmountError):
        cells.read_rate(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "#N/A", "#VALEUR!", "#VALUE!", "#DIV/0!", "#NOM?", "#REF!", "#NUL!", "#PROPAGATION!",
        "Err:502", " #N/A ", "#RELANCE : il manque le montant.",
    ],
)  # fmt: skip
def test_an_error_of_a_spreadsheet_is_known(cell: str) -> None:
    assert cells.is_error(cell)


@pytest.mark.parametrize("cell", [None, "", "#2026-001", "# 12", "Erreur", "FA#1!", 0, math.nan])
def test_an_invoice_number_is_no_error(cell: object) -> None:
    assert not cells.is_error(cell)


@pytest.mark.parametrize("read", [cells.read_text, cells.read_word, cells.read_code("profile")])
def test_an_error_is_never_read_as_words(read: Callable[[object], object]) -> None:
    with pytest.raises(BadArgumentError):
        read("#N/A")


def test_an_identifier_keeps_its_zeros() -> None:
    assert cells.read_text(" 000123 ") == "000123"
    assert cells.read_text(123.0) == "123"
    assert cells.read_text("  ") is None
