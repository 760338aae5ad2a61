"""A function as Calc calls it: what comes in, what is kept, what goes out."""

from datetime import date

import pytest

from relance.hosts import functions
from relance.hosts.calc.answers import NOT_AVAILABLE, WRONG_VALUE, Rows, as_rows, as_text, is_error
from relance.hosts.calc.functions import MOST_KEPT, Body, called


def of(name: str) -> Body:
    """Return a function as Calc calls it; a block is its rows."""
    return called(name, lambda: getattr(functions, name), lambda rows: rows)


def day(text: str) -> float:
    """Return a day as a cell holds it."""
    return float(date.fromisoformat(text).toordinal() - date(1899, 12, 30).toordinal())


DUE, TODAY = day("2026-09-30"), day("2026-11-23")


def test_days_and_amounts_come_as_numbers() -> None:
    # 3000 x 12.4 % x 54 days / 365 = 55.04
    assert of("DUNNING_DAYS")(DUE, TODAY) == 54.0
    assert of("DUNNING_INTEREST")(3000.0, DUE, TODAY) == 55.04


def test_a_day_goes_out_as_its_serial_number() -> None:
    assert of("DUNNING_DUE_DATE")(day("2026-08-31"), 30.0) == DUE


def test_what_was_omitted_takes_its_default() -> None:
    assert of("DUNNING_PHASE")(day("2026-11-01"), day("2026-12-25"), None, None, None) == 1.0


def test_a_blank_cell_is_zero_and_read_as_blank() -> None:
    phase = of("DUNNING_PHASE")
    assert phase(day("2026-11-01"), day("2026-12-25"), 0.0, 0.0, 0.0) == 1.0
    assert phase(0.0, TODAY) == ""


def test_an_amount_of_nothing_is_no_blank_row() -> None:
    interest = of("DUNNING_INTEREST")
    assert interest(0.0, DUE, TODAY) == 0.0
    assert interest(0.0, 0.0, TODAY) == ""


def test_a_regime_that_is_blank_is_refused_as_everywhere() -> None:
    assert is_error(of("DUNNING_INTEREST")(1000.0, DUE, TODAY, 0.0))  # type: ignore[arg-type]


def test_a_refusal_is_an_error_of_numbers_and_a_sentence_of_texts() -> None:
    assert of("DUNNING_DAYS")("demain", TODAY) is NOT_AVAILABLE
    assert str(of("DUNNING_STEP")("demain", TODAY)).startswith("#RELANCE : ")


def test_ranges_give_rows_to_numbers_and_are_refused_to_texts() -> None:
    dues = ((day("2026-11-30"),), (day("2026-10-31"),), ("",))
    assert of("DUNNING_DAYS")(dues, TODAY) == ((-7.0,), (23.0,), ("",))
    assert of("DUNNING_BUCKET")(dues, TODAY) is WRONG_VALUE


def test_a_block_is_rows_even_when_it_is_one_cell() -> None:
    plan = of("DUNNING_PLAN")(900.0, 3.0, day("2026-12-01"))
    assert isinstance(plan, tuple)
    assert plan[0] == ("N°", "Date", "Montant", "Solde")
    assert of("DUNNING_EXPLAIN")("abc", DUE, TODAY)[0][0].startswith("#RELANCE")  # type: ignore[index]


def test_the_same_question_is_answered_once() -> None:
    asked: list[object] = []

    def body(due_date: object) -> float:
        asked.append(due_date)
        return 1.0

    days = called("DUNNING_DAYS", lambda: body, lambda rows: rows)
    assert [days(1.0), days(1.0), days(2.0), days("1")] == [1.0] * 4
    assert asked == [1.0, 2.0, "1"]


def test_answers_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relance.hosts.calc.functions.MOST_KEPT", 2)
    asked: list[object] = []

    def body(due_date: object) -> float:
        asked.append(due_date)
        return 1.0

    days = called("DUNNING_DAYS", lambda: body, lambda rows: rows)
    for place in (1.0, 2.0, 3.0, 1.0):
        days(place)
    assert asked == [1.0, 2.0, 3.0, 1.0]
    assert MOST_KEPT > 100_000  # of a column as long as the bench's


def test_rows_hold_what_cells_can_hold() -> None:
    rows: Rows = as_rows([[None, True, date(2026, 11, 30)], ["a", 2, 0.5]], as_text)
    assert rows == (("", 1.0, 46356.0), ("a", 2.0, 0.5))
