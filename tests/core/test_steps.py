"""The one rule of steps: worked examples of phases, boundaries first."""

from datetime import date, timedelta

import pytest

from relance.core.errors import BadArgumentError, UnknownStepError
from relance.core.policy import Policy, from_rows, load
from relance.core.steps import first_call_day, position_of, upcoming

FR = load("fr-b2b")
DUE = date(2026, 11, 1)


def phase(as_of: str, last_step: str | int = 0, last_date: str = "", policy: Policy = FR) -> object:
    last = date.fromisoformat(last_date).toordinal() if last_date else None
    day = date.fromisoformat(as_of).toordinal()
    coming = upcoming(policy, position_of(policy, last_step), DUE.toordinal(), last, day)
    return policy.steps[coming.place].phase if coming.is_due(day) else ""


@pytest.mark.parametrize(
    ("as_of", "last", "last_date", "expected"),
    [
        ("2026-12-25", 0, "", 1),  # never reminded: the first reminder, however old
        ("2026-12-14", 1, "2026-12-10", ""),  # call-1 comes 5 days after mail-1: 15 December
        ("2026-12-15", 1, "2026-12-10", 2),
        ("2026-12-15", "call-1", "2026-12-07", 2),  # letter-1: 7 + 8 = 15 December
        ("2026-12-14", "call-1", "2026-12-07", ""),
        ("2026-12-08", 2, "2026-12-01", ""),  # notice: 1 + 8 = 9 December
        ("2026-12-09", 2, "2026-12-01", 3),
        ("2026-11-20", 2, "2026-11-10", ""),  # 19 days old: too young for a notice (36)
        ("2026-10-25", 0, "", 0),  # J-7
        ("2026-10-24", 0, "", ""),
        ("2026-11-01", 0, "", 0),  # the due date itself is still prevention
        ("2026-11-02", 0, "", 1),  # the day after
        ("2027-03-01", 4, "2026-12-20", ""),  # handed over: nothing left
    ],
)
def test_phases_of_design(as_of: str, last: str | int, last_date: str, expected: object) -> None:
    assert phase(as_of, last, last_date) == expected


def test_prevention_is_skipped_once_the_item_is_late_but_kept_when_done() -> None:
    assert phase("2026-11-02", "pre", "2026-10-26") == 1
    assert phase("2026-10-30", "pre", "2026-10-26") == ""  # mail-1 waits for 2 November


def test_the_same_rule_by_age_says_why() -> None:
    day = date(2026, 11, 20).toordinal()
    last = date(2026, 11, 10).toordinal()
    coming = upcoming(FR, position_of(FR, 2), DUE.toordinal(), last, day)
    assert (coming.why, date.fromordinal(coming.day)) == ("by_age", date(2026, 12, 7))  # 1 Nov + 36


def test_a_small_total_comes_again_after_a_year() -> None:
    short = FR.short()
    assert phase("2027-12-10", "letter-1", "2026-12-11", short) == ""
    assert phase("2027-12-11", "letter-1", "2026-12-11", short) == 2  # 365 days later
    assert upcoming(short, 1, DUE.toordinal(), None, DUE.toordinal() + 99).why == "finished"


def test_a_step_done_on_an_unknown_day_is_an_error() -> None:
    with pytest.raises(BadArgumentError):
        phase("2026-12-15", 1)


@pytest.mark.parametrize("last", ["letter-9", 5, -1])
def test_an_unknown_step_is_refused(last: str | int) -> None:
    with pytest.raises(UnknownStepError):
        position_of(FR, last)


@pytest.mark.parametrize("last", ["", 0])
def test_a_blank_last_step_means_nothing_sent(last: str | int) -> None:
    assert position_of(FR, last) == -1


@pytest.mark.parametrize(
    ("last", "last_date", "day"),
    [
        ("", "", "2026-11-09"),  # the first step: 1 November + 5 + 3
        ("first", "2026-11-10", "2026-11-24"),  # from the due date again: 1 + 20 + 3
    ],
)
def test_a_step_that_counts_from_the_due_date_keeps_its_bank_days(
    last: str, last_date: str, day: str
) -> None:
    rows: list[dict[str, object]] = [
        {"code": "first", "phase": 1, "offset": 5, "bank_days": 3, "anchor": "due"},
        {"code": "second", "phase": 1, "offset": 20, "bank_days": 3, "anchor": "due"},
    ]
    policy = from_rows("own", [(f"ligne {n}", row) for n, row in enumerate(rows, 1)])
    first_day = date.fromisoformat(day)
    assert phase((first_day - timedelta(days=1)).isoformat(), last, last_date, policy) == ""
    assert phase(day, last, last_date, policy) == 1


@pytest.mark.parametrize(("profile", "day"), [("forgot", 11), ("", 1), ("unknown", 1)])
def test_a_good_payer_is_not_called_before_ten_days(profile: str, day: int) -> None:
    assert first_call_day(FR, profile, DUE) == date(2026, 11, day)
