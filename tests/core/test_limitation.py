"""Limitation: the last day to sue, from completion of the service."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance.core.errors import BadArgumentError, UnknownRegimeError, UnknownValueError
from relance.core.limitation import last_day

DONE = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("regime", "nature", "last"),
    [
        ("FR-B2B", "", "2031-03-31"),  # 5 years
        ("FR-B2B", "transport", "2027-03-31"),  # 1 year
        ("FR-B2C", "", "2028-03-31"),  # 2 years
        ("FR-B2C", "transport", "2027-03-31"),
        ("FR-PUB", "", "2030-12-31"),  # 4 years from 1 January 2027
        ("BE-B2B", "general", "2036-03-31"),
        ("BE-B2B", "periodic", "2031-03-31"),
        ("BE-B2B", "", "2031-03-31"),  # the shortest between firms: to be checked
        ("BE-PUB", "", "2031-03-31"),
        ("BE-B2C", "general", "2036-03-31"),
        ("BE-B2C", "periodic", "2031-03-31"),
        ("BE-B2C", "care", "2028-03-31"),
        ("BE-B2C", "goods", "2027-03-31"),
        ("BE-B2C", "", "2027-03-31"),  # the shortest: to be checked
    ],
)
def test_each_regime_has_its_years(regime: str, nature: str, last: str) -> None:
    assert last_day(DONE, regime, nature=nature) == date.fromisoformat(last)


def test_a_public_claim_runs_from_the_first_day_of_the_next_year() -> None:
    assert last_day(date(2026, 1, 1), "FR-PUB") == date(2030, 12, 31)
    assert last_day(date(2026, 12, 31), "FR-PUB") == date(2030, 12, 31)
    assert last_day(date(2027, 1, 1), "FR-PUB") == date(2031, 12, 31)


def test_a_leap_day_ends_on_the_last_of_february() -> None:
    assert last_day(date(2024, 2, 29), "FR-B2B") == date(2029, 2, 28)


def test_an_acknowledgment_starts_it_anew() -> None:
    assert last_day(DONE, "FR-B2B", acknowledged_on=date(2027, 6, 15)) == date(2032, 6, 15)
    assert last_day(DONE, "FR-PUB", acknowledged_on=date(2027, 6, 15)) == date(2031, 12, 31)


def test_an_acknowledgment_before_the_service_is_refused() -> None:
    with pytest.raises(BadArgumentError):
        last_day(DONE, "FR-B2B", acknowledged_on=date(2026, 3, 30))


@pytest.mark.parametrize(("regime", "nature"), [("FR-B2B", "care"), ("BE-B2B", "goods")])
def test_a_nature_that_the_regime_does_not_know_is_refused(regime: str, nature: str) -> None:
    with pytest.raises(BadArgumentError) as refused:
        last_day(DONE, regime, nature=nature)
    assert refused.value.facts == {"argument": "nature", "value": nature}


@pytest.mark.parametrize("regime", ["", "FR"])
def test_an_unknown_regime_is_refused(regime: str) -> None:
    with pytest.raises(UnknownRegimeError):
        last_day(DONE, regime)


def test_a_country_without_a_limitation_on_record_is_not_guessed() -> None:
    with pytest.raises(UnknownValueError):
        last_day(DONE, "LU-B2B")


def test_a_last_day_beyond_the_calendar_is_refused() -> None:
    for regime in ("FR-B2B", "FR-PUB"):
        with pytest.raises(BadArgumentError):
            last_day(date(9998, 3, 31), regime)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(["FR-B2B", "BE-B2C"]))
def test_the_last_day_never_comes_a_year_before(done: date, regime: str) -> None:
    assert (last_day(done, regime) - done).days >= 365
