"""Payment plans: equal instalments, exact sums, interest on the balance."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.errors import BadArgumentError
from relance.core.months import add_months, month_end
from relance.core.plan import PlanLine, instalments

FIRST = date(2026, 1, 31)


def test_the_last_instalment_takes_the_remainder() -> None:
    # 100.00 / 3 = 33.33 and 0.01 is left.
    assert instalments(Decimal("100.00"), 3, FIRST) == (
        PlanLine(1, date(2026, 1, 31), Decimal("33.33"), Decimal("66.67")),
        PlanLine(2, date(2026, 2, 28), Decimal("33.33"), Decimal("33.34")),
        PlanLine(3, date(2026, 3, 31), Decimal("33.34"), Decimal("0.00")),
    )


def test_one_instalment_is_the_whole_amount() -> None:
    assert instalments(Decimal("99.99"), 1, FIRST) == (
        PlanLine(1, FIRST, Decimal("99.99"), Decimal("0.00")),
    )


def test_interest_runs_on_the_balance_a_twelfth_a_year() -> None:
    # 1 % a month on 1,000.00 over 3: annuity 1000 x 0.01 / (1 - 1.01^-3) = 340.022 -> 340.02.
    # 1000.00 + 10.00 - 340.02 = 669.98; + 6.70 - 340.02 = 336.66; last 336.66 + 3.37 = 340.03.
    lines = instalments(Decimal(1000), 3, FIRST, rate=Decimal("0.12"))
    assert [str(line.amount) for line in lines] == ["340.02", "340.02", "340.03"]
    assert [str(line.balance) for line in lines] == ["669.98", "336.66", "0.00"]


def test_a_payment_decides_how_many_instalments_there_are() -> None:
    lines = instalments(Decimal(1000), None, FIRST, payment=Decimal(300))
    assert [str(line.amount) for line in lines] == ["300.00", "300.00", "300.00", "100.00"]


def test_a_payment_and_a_number_leave_the_rest_to_the_last() -> None:
    lines = instalments(Decimal(1000), 3, FIRST, payment=Decimal(200))
    assert [str(line.amount) for line in lines] == ["200.00", "200.00", "600.00"]


@pytest.mark.parametrize(
    ("amount", "n", "rate", "payment", "argument"),
    [
        ("0", 3, "0", None, "amount"),
        ("-5", 3, "0", None, "amount"),
        ("100", 0, "0", None, "instalments"),
        ("100", -1, "0", None, "instalments"),
        ("100", 601, "0", None, "instalments"),
        ("0.02", 3, "0", None, "instalments"),  # less than a cent each
        ("100", None, "0", None, "instalments"),
        ("100", 3, "-0.1", None, "rate"),
        ("100", 3, "12", None, "rate"),  # a percentage instead of a fraction
        ("100", 3, "0", "0", "payment"),
        ("100", 3, "0", "50", "payment"),  # nothing is left for the third
        ("100", 2, "0", "150", "payment"),
        ("1000", None, "0.12", "10", "payment"),  # pays the interest only, for ever
        ("1000", None, "0", "1", "payment"),  # a thousand lines
    ],
)
def test_a_plan_that_can_not_be_kept_is_refused(
    amount: str, n: int | None, rate: str, payment: str | None, argument: str
) -> None:
    wanted = None if payment is None else Decimal(payment)
    with pytest.raises(BadArgumentError) as refused:
        instalments(Decimal(amount), n, FIRST, Decimal(rate), wanted)
    assert refused.value.facts["argument"] == argument


def test_a_plan_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(BadArgumentError):
        instalments(Decimal(100), 2, date(9999, 12, 31))


def test_the_day_number_is_kept_and_a_short_month_gives_its_last_day() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2026, 1, 31), 2) == date(2026, 3, 31)
    assert add_months(date(2026, 12, 15), 1) == date(2027, 1, 15)
    assert add_months(date(2024, 2, 29), -12) == date(2023, 2, 28)
    assert month_end(date(2026, 2, 1)) == date(2026, 2, 28)


@given(st.integers(600, 10**9), st.integers(1, 60))
def test_instalments_without_interest_add_up_to_the_amount(cents: int, n: int) -> None:
    amount = Decimal(cents).scaleb(-2)
    lines = instalments(amount, n, FIRST)
    assert sum(line.amount for line in lines) == amount
    assert all(line.amount > 0 for line in lines)


@given(st.integers(10_000, 10**8), st.integers(1, 60), st.integers(0, 200))
def test_a_balance_never_grows_and_ends_at_zero(cents: int, n: int, thousandths: int) -> None:
    rate = Decimal(thousandths).scaleb(-3)
    lines = instalments(Decimal(cents).scaleb(-2), n, FIRST, rate)
    balances = [line.balance for line in lines]
    assert balances == sorted(balances, reverse=True)
    assert balances[-1] == 0
