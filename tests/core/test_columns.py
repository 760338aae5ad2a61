"""Whole columns of invoices: what arrays can tell, and what they leave to a row alone."""

import sys
from datetime import date
from math import nan

import pytest

from relance.core import columns, regimes
from relance.core.columns import Figures, Rows

DUE, AS_OF = date(2026, 9, 30), date(2026, 11, 23)
NONE = (None,)


def rows(
    *amounts: float,
    due: tuple[object, ...] = (DUE,),
    as_of: tuple[object, ...] = (AS_OF,),
    claim_from: tuple[object, ...] = NONE,
    claim_until: tuple[object, ...] = NONE,
) -> Rows:
    count = max(map(len, (amounts, due, as_of, claim_from, claim_until)))
    return columns.rows(count, amounts, due, as_of, claim_from, claim_until)


def interest(code: str, table: Rows) -> Figures:
    return columns.interest(regimes.get(code), table)


def test_each_row_has_its_interest_its_fee_and_its_total() -> None:
    table = rows(3000.0, 25_000.0, due=(DUE, date(2026, 8, 31)), as_of=(AS_OF, date(2026, 11, 22)))
    law = regimes.get("FR-B2B")
    # 3,000 x 12.4 % x 54 / 365 = 55.0356; 25,000 x 12.4 % x 83 / 365 = 704.9315
    assert columns.interest(law, table) == [55_04, 704_93]
    assert columns.fee(law, table) == [40_00, 40_00]
    assert columns.total(law, table) == [3000_00 + 55_04 + 40_00, 25_000_00 + 704_93 + 40_00]


def test_one_value_serves_every_row() -> None:
    table = rows(3000.0, due=(DUE, date(2026, 11, 22), AS_OF))
    # 54 days, one day: 3,000 x 12.4 % / 365 = 1.0192; none on the due date
    assert interest("FR-B2B", table) == [55_04, 1_02, 0]
    assert columns.fee(regimes.get("FR-B2B"), table) == [40_00, 40_00, 0]


def test_days_to_claim_never_widen_the_delay() -> None:
    first, last = date(2026, 6, 1), date(2026, 4, 30)
    table = rows(
        4000.0,
        due=(date(2026, 3, 31),),
        as_of=(date(2026, 6, 30),),
        claim_from=(None, first, date(2026, 1, 1), None, None, date(2026, 7, 1)),
        claim_until=(None, None, None, last, date(2026, 12, 31), None),
    )
    # 4,000 x 12.15 %: 91 days 121.1671, 30 days 39.9452
    assert interest("FR-B2B", table) == [121_17, 39_95, 121_17, 39_95, 121_17, 0]


def test_what_a_row_lacks_is_left_to_that_row() -> None:
    table = rows(
        nan, 100.0, 100.0, 100.0, due=(DUE, None, DUE, DUE), as_of=(AS_OF, AS_OF, None, AS_OF)
    )
    law = regimes.get("FR-B2B")
    # 100 x 12.4 % x 54 / 365 = 1.8345
    assert columns.interest(law, table) == [None, None, None, 1_83]
    assert columns.fee(law, table) == [None, None, None, 40_00]
    assert columns.total(law, table) == [None, None, None, 141_83]


def test_a_blank_day_is_not_hidden_by_a_day_to_claim() -> None:
    table = rows(
        100.0, due=(None, DUE), as_of=(AS_OF, None), claim_from=(DUE,), claim_until=(AS_OF,)
    )
    assert interest("FR-B2B", table) == [None, None]


def test_a_rate_that_nobody_knows_is_left_to_its_row_and_the_fee_is_told() -> None:
    table = rows(100.0, as_of=(date(2026, 12, 31), date(2027, 1, 1)))
    # 100 x 12.4 % x 92 / 365 = 3.1255
    assert interest("FR-B2B", table) == [3_13, None]
    assert columns.fee(regimes.get("FR-B2B"), table) == [40_00, 40_00]
    assert columns.total(regimes.get("FR-B2B"), table) == [143_13, None]


def test_credit_notes_and_nothing_bear_nothing() -> None:
    table = rows(-100.0, 0.0, 0.004)
    assert interest("FR-B2B", table) == [0, 0, 0]
    assert columns.fee(regimes.get("FR-B2B"), table) == [0, 0, 0]
    assert columns.total(regimes.get("FR-B2B"), table) == [-100_00, 0, 0]


@pytest.mark.parametrize("code", ["FR-PUB", "UK-B2B", "NL-B2B"])
def test_interest_that_does_not_add_up_day_by_day_is_left_to_each_row(code: str) -> None:
    assert interest(code, rows(100.0, 200.0)) == [None, None]
    assert columns.total(regimes.get(code), rows(100.0, 200.0)) == [None, None]


def test_a_consumer_owes_from_the_first_day_to_claim_only() -> None:
    table = rows(
        820.0,
        due=(date(2026, 10, 1),),
        as_of=(date(2026, 11, 17), date(2026, 11, 16), date(2026, 11, 17)),
        claim_from=(date(2026, 11, 17), date(2026, 11, 17), None),
    )
    law = regimes.get("BE-B2C")
    assert columns.fee(law, table) == [81_00, 0, 0]  # 65 + 5 % x (820 - 500), after the wait
    day, before, unasked = columns.interest(law, table)
    assert (day, before, unasked) == (
        law.interest_cents(820_00, *[date(2026, 11, 17)] * 2),
        0,
        None,
    )


def test_some_rows_are_taken_in_order() -> None:
    table = rows(3000.0, -1.0, 25_000.0, due=(DUE, DUE, date(2026, 8, 31)))
    some = table.at([2, 0])
    assert some.amounts.tolist() == [25_000.0, 3000.0]
    assert some.due.tolist() == [date(2026, 8, 31), DUE]
    assert table.at(range(3)) is table


def test_arrays_are_had_where_numpy_is(monkeypatch: pytest.MonkeyPatch) -> None:
    columns.has_arrays.cache_clear()
    assert columns.has_arrays()
    columns.has_arrays.cache_clear()
    monkeypatch.setitem(sys.modules, "numpy", None)  # an import of it fails
    assert not columns.has_arrays()
    columns.has_arrays.cache_clear()
