"""Due dates, days, buckets, limitation, references and holidays, as cells ask for them."""

import inspect
from datetime import date
from typing import Any

import pytest

from relance.core.ageing import USUAL_LIMITS, limits_from_text
from relance.hosts.functions import (
    DUNNING_BUCKET,
    DUNNING_DAYS,
    DUNNING_DUE_DATE,
    DUNNING_HOLIDAYS,
    DUNNING_LIMITATION,
    DUNNING_REFERENCE,
)
from relance.wording.labels import LABELS


def test_the_usual_limits_of_a_cell_are_those_of_the_sheets() -> None:
    shown = inspect.signature(DUNNING_BUCKET).parameters["limits"].default
    assert limits_from_text(shown) == USUAL_LIMITS


def listed(answer: object) -> list[list[Any]]:
    """The answer as the rows that it must be."""
    assert isinstance(answer, list)
    return answer


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        ("30", "2026-04-09"),
        (30.0, "2026-04-09"),
        ("30 nets", "2026-04-09"),
        ("45 fin de mois", "2026-04-30"),  # 10 March + 45 = 24 April, then the month's end
        ("fin de mois 45", "2026-05-15"),  # 31 March + 45
        ("30 fin de mois le 10", "2026-05-10"),  # 9 April, 30 April, next 10th
        ("comptant", "2026-03-10"),
    ],
)
def test_a_due_date_follows_the_terms(terms: object, due: str) -> None:
    assert DUNNING_DUE_DATE("10/03/2026", terms) == date.fromisoformat(due)


def test_a_column_of_terms_gives_a_column_of_due_dates() -> None:
    answers = DUNNING_DUE_DATE([["2026-03-10"], [None], ["2026-03-10"]], [["30"], ["30"], ["?"]])
    assert listed(answers)[:2] == [[date(2026, 4, 9)], [""]]
    assert "Conditions de règlement illisibles" in listed(answers)[2][0]


def test_the_country_has_a_calendar_here() -> None:
    assert DUNNING_DUE_DATE("2026-03-10", "30", "be") == date(2026, 4, 9)
    assert "Valeur inattendue pour le pays" in str(DUNNING_DUE_DATE("2026-03-10", "30", "DE"))


@pytest.mark.parametrize(
    ("as_of", "paid_on", "days"),
    [
        ("2026-11-01", "", 0),  # the due date itself
        ("2026-10-31", "", -1),
        ("2026-11-02", "", 1),
        ("2026-12-31", "2026-11-11", 10),  # paid: the count stops
        ("2026-12-31", "2026-10-30", -2),  # paid early
        ("2026-11-05", "2026-11-11", 4),  # not paid yet on that day
        ("2026-11-05", None, 4),
    ],
)
def test_days_are_counted_from_the_due_date(as_of: str, paid_on: object, days: int) -> None:
    assert DUNNING_DAYS("2026-11-01", as_of, paid_on) == days


def test_a_leap_day_is_a_day() -> None:
    assert DUNNING_DAYS("2028-02-28", "2028-03-01") == 2


@pytest.mark.parametrize(
    ("as_of", "place"),
    [
        ("2026-10-01", "0"), ("2026-11-01", "0"), ("2026-11-02", "1"), ("2026-12-01", "1"),
        ("2026-12-02", "2"), ("2026-12-31", "2"), ("2027-01-01", "3"), ("2027-01-30", "3"),
        ("2027-01-31", "4"),
    ],
)  # fmt: skip
def test_a_bucket_ends_on_its_limit(as_of: str, place: str) -> None:
    # 1 November + 30 = 1 December, + 60 = 31 December, + 90 = 30 January
    assert DUNNING_BUCKET("2026-11-01", as_of) == LABELS["bucket"][place]


def test_other_limits_make_other_labels() -> None:
    limits = [DUNNING_BUCKET("2026-11-01", day, "15;45") for day in ("2026-11-16", "2026-11-17")]
    assert limits == ["1 De 1 à 15 j", "2 De 16 à 45 j"]
    assert DUNNING_BUCKET("2026-11-01", "2026-12-17", "15;45") == "3 Plus de 45 j"
    assert DUNNING_BUCKET("2026-11-01", "2026-12-17", 30) == "2 Plus de 30 j"


@pytest.mark.parametrize("limits", ["60;30", "0;30", "a", "30;;60", "-1", True, "30;30"])
def test_limits_that_do_not_rise_are_refused(limits: object) -> None:
    assert "Valeur inattendue pour les limites" in str(
        DUNNING_BUCKET("2026-11-01", "2026-12-17", limits)
    )


def test_limitation_keeps_the_day_number() -> None:
    assert DUNNING_LIMITATION("2026-03-31") == date(2031, 3, 31)
    assert DUNNING_LIMITATION("2026-03-31", "FR-B2C") == date(2028, 3, 31)
    assert DUNNING_LIMITATION("2026-03-31", "FR-PUB") == date(2030, 12, 31)
    assert DUNNING_LIMITATION("2026-03-31", "FR-B2B", "", "Transport") == date(2027, 3, 31)
    assert DUNNING_LIMITATION("2026-03-31", "FR-B2B", "2027-05-02") == date(2032, 5, 2)


def test_limitation_refuses_a_nature_that_the_law_does_not_know() -> None:
    answer = DUNNING_LIMITATION("2026-03-31", "FR-B2B", "", "voyage")
    assert answer == "#RELANCE : Valeur inattendue pour la nature de la créance : « voyage »."


def test_references_are_those_that_banks_check() -> None:
    assert DUNNING_REFERENCE("539007547034") == "RF18539007547034"
    assert DUNNING_REFERENCE("0909337554", "ogm") == "+++090/9337/55493+++"
    assert DUNNING_REFERENCE([["539007547034"], [""], ["é"]], None) == [
        ["RF18539007547034"],
        [""],
        ["#RELANCE : Aucune référence RF ne peut être faite du numéro « é »."],
    ]
    assert "le genre de référence" in str(DUNNING_REFERENCE("1", "IBAN"))


def test_holidays_spill_one_a_row() -> None:
    rows = listed(DUNNING_HOLIDAYS(2026))
    assert len(rows) == 11
    assert rows[0] == [date(2026, 1, 1)]
    assert [date(2026, 4, 6)] in rows  # Easter Monday
    assert [date(2026, 7, 21)] in listed(DUNNING_HOLIDAYS(2026.0, "BE"))


@pytest.mark.parametrize("year", [1999, 2062, 10**12, "abc", 2026.5])
def test_a_year_out_of_range_is_refused(year: object) -> None:
    assert str(DUNNING_HOLIDAYS(year)).startswith("#RELANCE : ")


def test_a_blank_year_is_blank() -> None:
    assert DUNNING_HOLIDAYS("") == ""
