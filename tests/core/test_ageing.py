"""Days overdue and ageing buckets."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.ageing import USUAL_LIMITS, bounds, bucket, days_overdue, limits_from_text
from relance.core.errors import BadArgumentError
from relance.wording.buckets import bucket_label
from relance.wording.labels import LABELS

DUE = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("as_of", "days"),
    [("2026-09-29", -1), ("2026-09-30", 0), ("2026-10-01", 1), ("2026-11-23", 54)],
)
def test_days_overdue_are_none_on_the_due_date_and_negative_before(as_of: str, days: int) -> None:
    assert days_overdue(DUE, date.fromisoformat(as_of)) == days


def test_a_payment_stops_the_count_on_its_own_day() -> None:
    assert days_overdue(DUE, date(2026, 11, 23), paid_on=date(2026, 10, 10)) == 10
    assert days_overdue(DUE, date(2026, 11, 23), paid_on=date(2026, 9, 30)) == 0


def test_a_payment_after_the_day_of_the_question_is_not_known_yet() -> None:
    assert days_overdue(DUE, date(2026, 10, 5), paid_on=date(2026, 10, 10)) == 5


def test_a_due_date_on_a_sunday_is_late_on_monday() -> None:
    # SC35: no text extends a contractual payment date (31 May 2026 is a Sunday).
    assert days_overdue(date(2026, 5, 31), date(2026, 6, 1)) == 1


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (-3, "0 Non échu"),
        (0, "0 Non échu"),
        (1, "1 De 1 à 30 j"),
        (30, "1 De 1 à 30 j"),
        (31, "2 De 31 à 60 j"),
        (60, "2 De 31 à 60 j"),
        (61, "3 De 61 à 90 j"),
        (90, "3 De 61 à 90 j"),
        (91, "4 Plus de 90 j"),
    ],
)
def test_the_last_day_of_a_bucket_is_within_it(days: int, label: str) -> None:
    assert bucket_label(bucket(DUE, DUE + timedelta(days=days))) == label


def test_the_usual_labels_are_those_of_the_validation_list() -> None:
    labels = [bucket_label(index) for index in range(len(USUAL_LIMITS) + 2)]
    assert labels == list(LABELS["bucket"].values())


def test_other_limits_give_other_buckets() -> None:
    limits = limits_from_text("15; 45")
    assert bucket(DUE, DUE + timedelta(days=16), limits) == 2
    labels = [bucket_label(index, limits) for index in range(4)]
    assert labels == ["0 Non échu", "1 De 1 à 15 j", "2 De 16 à 45 j", "3 Plus de 45 j"]


@pytest.mark.parametrize("text", ["", "30;;60", "a", "30;30", "60;30", "0;30", "-30", "1.5", "²"])
def test_limits_that_do_not_rise_are_refused(text: str) -> None:
    with pytest.raises(BadArgumentError) as refused:
        limits_from_text(text)
    assert refused.value.facts["argument"] == "limits"


def test_limits_of_a_caller_are_checked_too() -> None:
    with pytest.raises(BadArgumentError):
        bucket(DUE, DUE, (60, 30))


@pytest.mark.parametrize("index", [-1, 5])
def test_a_bucket_that_does_not_exist_has_no_label(index: int) -> None:
    with pytest.raises(BadArgumentError):
        bucket_label(index)


def test_the_bucket_that_is_not_due_has_no_bounds() -> None:
    with pytest.raises(BadArgumentError):
        bounds(0)


@given(st.integers(1, 2000), st.sets(st.integers(1, 500), min_size=1, max_size=6).map(sorted))
def test_every_late_day_is_within_the_bounds_of_its_bucket(days: int, limits: list[int]) -> None:
    found = bucket(DUE, DUE + timedelta(days=days), tuple(limits))
    first, last = bounds(found, tuple(limits))
    assert first <= days
    assert last is None or days <= last
