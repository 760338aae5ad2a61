"""Columns of amounts owed: whatever a row holds, its answer is the one that it has alone."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance.core import bulk, columns
from relance.core.claim import claim
from relance.core.columns import WORTH_ARRAYS
from relance.core.index import over_a_year
from relance.core.records import Creditor, Debtor, Receivable
from relance.core.regimes import REGIMES, floating
from relance.hosts import functions_columns, functions_rows
from relance.hosts.functions import (
    DUNNING_FEE,
    DUNNING_INTEREST,
    DUNNING_TABLE,
    DUNNING_TOTAL,
)

OWED = (DUNNING_INTEREST, DUNNING_FEE, DUNNING_TOTAL)
AS_OF = "2026-11-23"
EVENING = datetime.fromisoformat("2026-09-30 18:05")

AMOUNTS = st.one_of(
    st.integers(-(10**6), 10**9).map(lambda cents: cents / 100),
    st.integers(0, 10**7).map(lambda n: n / 1000),  # half cents
    st.integers(-1000, 10**6),
    st.floats(),  # huge, infinite, not a number
    st.sampled_from(
        [None, "", " ", "1 234,50 €", "abc", "#N/A", "#RELANCE : montant", True, 0, -0.0,
         10**14, 10**15, 10**400, 1e14, 999_999_999_999_999.9, 1e15, Decimal("12.345")]
    ),
)  # fmt: skip
DAYS = st.one_of(
    st.dates(date(2012, 6, 1), date(2027, 3, 1)),  # from before the record to after it
    st.dates(date(2016, 1, 1), date(2026, 12, 31)).map(lambda day: (day - date(1899, 12, 30)).days),
    st.floats(42_000, 46_400),
    st.sampled_from(
        [None, "", 0, 0.0, "30/09/2026", "2026-09-30", EVENING, "32/13/2026",
         "#REF!", True, date(1999, 12, 31), date(2062, 1, 1), 46_000.75, float("nan"), 1e9]
    ),
)  # fmt: skip
BOUNDS = st.one_of(st.just(""), st.just(""), DAYS)
LAWS = st.tuples(
    st.sampled_from([*REGIMES, "FR-B2B", "FR-B2B", "FR-B2B", " be-b2b ", "", None, "XX", "#N/A"]),
    st.sampled_from(["", "", "", None, 0.15, "15 %", 2, "abc"]),
    st.sampled_from(["", "", None, "fr_b2b_rate@2027-01-01=0.365", "xx", "#N/A"]),
)
Row = tuple[object, ...]  # as the arguments of the functions


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """Rows under a few laws."""
    drawn = st.tuples(AMOUNTS, DAYS, st.one_of(st.just(AS_OF), DAYS), BOUNDS, BOUNDS)
    laws = draw(st.lists(LAWS, min_size=1, max_size=3))
    return [
        (amount, due, as_of, code, rate, first, last, rates)
        for code, rate, rates in laws
        for amount, due, as_of, first, last in draw(st.lists(drawn, min_size=1, max_size=12))
    ]


def in_columns(function: Callable[..., object], rows: list[Row], least: int) -> list[Any]:
    """Call a function on columns, with arrays from a number of rows on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RELANCE_STRICT", "1")  # no fault of ours is made up for row by row
        for module in (functions_rows, functions_columns):
            patch.setattr(module, "WORTH_ARRAYS", least)
        answers = function(*([[cell] for cell in column] for column in zip(*rows, strict=True)))
    if len(rows) == 1:  # a range of one cell is a cell
        return [answers]
    assert isinstance(answers, list)
    return [answer for (answer,) in answers]


def typed(answers: list[Any]) -> list[tuple[type, object]]:
    return [(type(answer), answer) for answer in answers]


@settings(deadline=None)
@given(tables())
def test_a_column_answers_what_each_row_answers_alone(rows: list[Row]) -> None:
    for function in OWED:
        alone = typed([function(*row) for row in rows])
        assert typed(in_columns(function, rows, least=2)) == alone
        assert typed(in_columns(function, rows, least=10**9)) == alone


@settings(max_examples=30, deadline=None)
@given(tables())
def test_without_numpy_the_answers_are_the_same(rows: list[Row]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(functions_rows, "has_arrays", lambda: False)
        patch.delattr(bulk, "interest")  # nothing of the arrays is called
        walked = [in_columns(function, rows, least=2) for function in OWED]
    assert [in_columns(function, rows, least=2) for function in OWED] == walked


def test_single_cells_serve_every_row() -> None:
    count = WORTH_ARRAYS
    # 3,000 x 12.4 % x 54 / 365 = 55.0356
    assert DUNNING_INTEREST([3000.0] * count, "2026-09-30", AS_OF) == [55.04] * count
    assert DUNNING_TOTAL(3000, ["2026-09-30"] * count, AS_OF) == [3095.04] * count
    # 3,000 x 10.5 % x 54 / 365 = 46.6027
    regimes = ["FR-B2B", "BE-B2B"] * count
    assert DUNNING_INTEREST(3000, "2026-09-30", AS_OF, regimes) == [55.04, 46.6] * count
    assert DUNNING_INTEREST([3000.0] * count, "2026-09-30", "#N/A") == ["#N/A"] * count
    # 31 days at 12.4 % and one at 36.5 %: 105.3151 + 10.00
    own = "fr_b2b_rate@2027-01-01=0.365"
    late = DUNNING_INTEREST([10_000.0] * count, "2026-11-30", "2027-01-01", rates=own)
    assert late == [115.32] * count


def test_a_block_keeps_its_rows_and_columns() -> None:
    block = DUNNING_FEE([[100.0, -5.0, None]] * WORTH_ARRAYS, "2026-09-30", AS_OF)
    assert isinstance(block, list)
    assert block[0][:2] == [40.0, 0.0]
    assert len(block) == WORTH_ARRAYS
    assert block[0][2] == "#RELANCE : il manque le montant."


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many rows each call of the kernel of `bench/` takes."""
    kernel, counts = bulk.interest_cents, []

    def counting(index: Any, cents: Any, first: Any, last: Any) -> Any:
        counts.append(len(cents))
        return kernel(index, cents, first, last)

    monkeypatch.setattr(bulk, "interest_cents", counting)
    return counts


def test_columns_and_tables_go_through_the_kernel_of_the_bench(counted: list[int]) -> None:
    count = 2 * WORTH_ARRAYS
    amounts, due = [3000.0] * count, [date(2026, 9, 30)] * count
    DUNNING_INTEREST(amounts, due, AS_OF)
    DUNNING_TOTAL(amounts, due, AS_OF)
    table = [
        ["Échéance", "Montant TTC"],
        *([day, amount] for day, amount in zip(due, amounts, strict=True)),
    ]
    rows = DUNNING_TABLE(table, AS_OF)
    assert counted == [count] * 3
    assert isinstance(rows, list)
    assert rows[1] == rows[count]
    assert rows[count][6:9] == [55.04, 40.0, 3095.04]


def test_a_few_rows_of_one_law_are_not_worth_arrays(counted: list[int]) -> None:
    rows = WORTH_ARRAYS - 1
    laws = ["FR-B2B"] * rows + ["BE-B2B"] * rows
    answers = DUNNING_INTEREST(3000, "2026-09-30", AS_OF, laws)
    assert answers == [55.04] * rows + [46.6] * rows
    assert DUNNING_INTEREST([3000] * rows, "2026-09-30", AS_OF) == [55.04] * rows
    assert counted == []


def test_the_agenda_rounds_by_the_formula_of_the_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    owed: list[int] = []

    def seen(weighed: int) -> int:
        owed.append(weighed)
        return over_a_year(weighed)

    monkeypatch.setattr(floating, "over_a_year", seen)
    item = Receivable("A1", "C1", due=date(2026, 9, 30), amount=Decimal(3000))
    found = claim(item, Debtor("C1", kind="business"), Creditor(), (), date(2026, 11, 23))
    assert owed == [3000_00 * 124_000 * 54]  # cents x millionths of a year's rate x days
    assert found.interest == Decimal("55.04")


def test_a_fault_of_ours_in_a_column_leaves_each_row_its_answer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*given: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(columns, "rows", broken)
    column = [3000.0] * WORTH_ARRAYS
    monkeypatch.setenv("RELANCE_STRICT", "1")
    with pytest.raises(ZeroDivisionError):
        DUNNING_INTEREST(column, "2026-09-30", AS_OF)
    monkeypatch.delenv("RELANCE_STRICT")
    assert DUNNING_INTEREST(column, "2026-09-30", AS_OF) == [55.04] * WORTH_ARRAYS
    assert "ZeroDivisionError" in caplog.text


LOADED = """
import sys
from relance.hosts import functions
functions.DUNNING_INTEREST([3000.0] * (count - 1), "2026-09-30", "2026-11-23")
small = "numpy" in sys.modules
functions.DUNNING_INTEREST([3000.0] * count, "2026-09-30", "2026-11-23")
print(small, "numpy" in sys.modules)
"""


def test_numpy_is_loaded_by_the_first_large_column_only() -> None:
    code = f"count = {columns.WORTH_ARRAYS}\n{LOADED}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
