"""Values by first day: boundaries, unknown days, and the user's own values."""

from datetime import date
from decimal import Decimal

import pytest

from relance.core.dated import DatedSeries, Status, Step, Value, check, next_step
from relance.core.errors import BadLawError, UnknownValueError


def value(day: str, amount: str | None, status: Status = "verified") -> Value:
    number = None if amount is None else Decimal(amount)
    return Value(date.fromisoformat(day), number, status, ("demo",))


def demo(*values: Value, until: str = "2025-12-31", step: Step = "semester") -> DatedSeries:
    return DatedSeries(
        "demo", "Demo", "law", "fraction a year", step, values, date.fromisoformat(until)
    )


TWO = demo(value("2025-01-01", "0.10"), value("2025-07-01", "0.20"))


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        ("2025-01-01", "0.10"),  # first day on record
        ("2025-06-30", "0.10"),  # last day of the first semester
        ("2025-07-01", "0.20"),  # the rate belongs to the day
        ("2025-12-31", "0.20"),  # last day on record
    ],
)
def test_a_value_holds_from_its_first_day_to_the_next(day: str, rate: str) -> None:
    assert TWO.on(date.fromisoformat(day)) == Decimal(rate)


@pytest.mark.parametrize("day", ["2024-12-31", "2026-01-01"])
def test_a_day_outside_the_record_is_refused_not_guessed(day: str) -> None:
    with pytest.raises(UnknownValueError) as refused:
        TWO.on(date.fromisoformat(day))
    assert refused.value.facts == {"name": "demo", "day": date.fromisoformat(day)}


def test_an_unknown_semester_is_refused_and_the_next_one_is_not() -> None:
    series = demo(value("2025-01-01", None, "unknown"), value("2025-07-01", "0.20"))
    with pytest.raises(UnknownValueError):
        series.on(date(2025, 6, 30))
    assert series.on(date(2025, 7, 1)) == Decimal("0.20")


def test_a_value_from_memory_counts_as_unknown_until_it_is_confirmed() -> None:
    series = demo(value("2025-01-01", "0.10", "from_memory"), value("2025-07-01", "0.20"))
    with pytest.raises(UnknownValueError):
        series.on(date(2025, 1, 1))
    assert series.confirmed().on(date(2025, 1, 1)) == Decimal("0.10")
    assert series.confirmed().at(date(2025, 1, 1)).status == "user"


def test_a_delay_is_cut_where_the_value_changes() -> None:
    cut = TWO.periods(date(2025, 6, 29), date(2025, 7, 1))
    assert [(p.first, p.last, p.days, p.amount) for p in cut] == [
        (date(2025, 6, 29), date(2025, 6, 30), 2, Decimal("0.10")),
        (date(2025, 7, 1), date(2025, 7, 1), 1, Decimal("0.20")),
    ]


def test_a_delay_that_ends_before_it_begins_has_no_period() -> None:
    assert TWO.periods(date(2025, 7, 1), date(2025, 6, 30)) == ()


def test_a_delay_names_the_first_day_that_nobody_knows() -> None:
    with pytest.raises(UnknownValueError) as refused:
        TWO.periods(date(2025, 12, 30), date(2026, 2, 1))
    assert refused.value.facts["day"] == date(2026, 1, 1)


def test_the_last_known_day_leaves_out_an_unknown_end() -> None:
    assert TWO.last_known == date(2025, 12, 31)
    open_end = demo(value("2025-01-01", "0.10"), value("2025-07-01", None, "unknown"))
    assert open_end.last_known == date(2025, 6, 30)
    assert demo(value("2025-01-01", None, "unknown")).last_known is None


@pytest.mark.parametrize(
    ("day", "step", "after"),
    [
        ("2026-01-01", "semester", "2026-07-01"),
        ("2026-06-30", "semester", "2026-07-01"),
        ("2026-07-01", "semester", "2027-01-01"),
        ("2026-12-31", "until changed", "2027-01-01"),
        ("2026-01-01", "year", "2027-01-01"),
        ("2026-12-31", "year", "2027-01-01"),
    ],
)
def test_the_law_gives_its_next_value_on_the_next_semester_or_year(
    day: str, step: Step, after: str
) -> None:
    assert next_step(date.fromisoformat(day), step) == date.fromisoformat(after)


# The user's own values


def test_an_own_value_in_a_semester_series_holds_for_that_semester_only() -> None:
    own = TWO.with_value(date(2025, 1, 1), Decimal("0.15"))
    assert own.on(date(2025, 6, 30)) == Decimal("0.15")
    assert own.on(date(2025, 7, 1)) == Decimal("0.20")


def test_an_own_value_from_the_middle_of_a_semester_leaves_the_days_before() -> None:
    own = TWO.with_value(date(2025, 8, 1), Decimal("0.25"))
    assert own.on(date(2025, 7, 31)) == Decimal("0.20")
    assert own.on(date(2025, 12, 31)) == Decimal("0.25")


def test_an_own_value_beyond_the_record_extends_it_to_the_end_of_its_semester() -> None:
    own = TWO.with_value(date(2026, 1, 1), Decimal("0.30"))
    assert own.on(date(2026, 6, 30)) == Decimal("0.30")
    assert own.known_until == date(2026, 6, 30)
    with pytest.raises(UnknownValueError):
        own.on(date(2026, 7, 1))


def test_an_own_value_far_beyond_the_record_leaves_the_semester_between_unknown() -> None:
    own = TWO.with_value(date(2026, 7, 1), Decimal("0.30"))
    with pytest.raises(UnknownValueError) as refused:
        own.periods(date(2025, 12, 31), date(2026, 7, 1))
    assert refused.value.facts["day"] == date(2026, 1, 1)
    assert own.on(date(2026, 12, 31)) == Decimal("0.30")


def test_an_own_value_before_the_record_holds_for_its_semester_only() -> None:
    own = TWO.with_value(date(2024, 1, 1), Decimal("0.05"))
    assert own.on(date(2024, 6, 30)) == Decimal("0.05")
    with pytest.raises(UnknownValueError):
        own.on(date(2024, 7, 1))
    assert own.on(date(2025, 1, 1)) == Decimal("0.10")


def test_an_own_value_in_a_yearly_series_extends_it_to_the_end_of_the_year() -> None:
    yearly = demo(value("2025-01-01", "0.045"), step="year")
    assert yearly.with_value(date(2026, 1, 1), Decimal("0.05")).known_until == date(2026, 12, 31)


def test_an_own_value_in_a_series_until_changed_holds_to_the_next_one_on_record() -> None:
    changes = demo(value("2020-01-01", "0.01"), value("2025-03-01", "0.02"), step="until changed")
    own = changes.with_value(date(2021, 1, 1), Decimal("0.03"))
    assert own.on(date(2025, 2, 28)) == Decimal("0.03")
    assert own.on(date(2025, 3, 1)) == Decimal("0.02")


# What is refused


@pytest.mark.parametrize(
    ("series", "reason"),
    [
        (demo(value("2024-07-01", "0.1"), value("2025-07-01", "0.2")), "hole"),
        (demo(value("2025-01-01", "0.1")), "hole"),  # the last semester is missing
        (demo(value("2025-07-01", "0.2"), value("2025-01-01", "0.1")), "unsorted"),
        (demo(value("2025-07-01", "0.2"), value("2025-07-01", "0.1")), "unsorted"),
        (demo(value("2025-01-01", "0.1"), until="2024-12-31"), "known_until"),
        (demo(value("2024-01-01", "0.1"), step="year"), "hole"),
        (demo(), "no_value"),
    ],
)
def test_a_series_that_skips_a_semester_is_refused(series: DatedSeries, reason: str) -> None:
    with pytest.raises(BadLawError) as refused:
        check(series)
    assert refused.value.facts["reason"] == reason
    assert refused.value.facts["name"] == "demo"


def test_a_hole_names_the_semester_that_lacks() -> None:
    with pytest.raises(BadLawError) as refused:
        check(demo(value("2024-01-01", "0.1"), value("2025-07-01", "0.2")))
    assert refused.value.facts["day"] == date(2024, 7, 1)


def test_an_unknown_semester_that_says_so_is_accepted() -> None:
    check(demo(value("2025-01-01", "0.1"), value("2025-07-01", None, "unknown")))
