"""Values between cells and our functions, through the real `call_udf` of xlwings."""

import sys
from typing import Any

import pytest
from tests.tools.apart import apart
from tests.tools.fake_excel import ERRORS

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="stands in for pywin32, which is there"
)


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    told: dict[str, Any] = apart("tests.hosts.excel.crossing", "answers")
    return told


@pytest.mark.parametrize("given", ["serial", "day", "text"])
def test_a_day_is_a_day_however_it_comes(answers: dict[str, Any], given: str) -> None:
    assert answers[given] == 54  # 30/09 to 23/11/2026


@pytest.mark.parametrize("given", ["currency", "number"])
def test_an_amount_is_an_amount(answers: dict[str, Any], given: str) -> None:
    assert answers[given] == 55.04  # 3000 x 54 days, as in the doctest of the functions


def test_a_blank_row_answers_blank(answers: dict[str, Any]) -> None:
    assert answers["blank"] == answers["blank cell"] == ""


def test_an_argument_left_out_takes_its_default_and_a_blank_one_does_not(
    answers: dict[str, Any],
) -> None:
    assert answers["omitted"] == 0.124
    assert answers["passed blank"].startswith("#RELANCE : Régime")


@pytest.mark.parametrize("given", ["range", "range by Value2"])
def test_a_range_answers_row_by_row(answers: dict[str, Any], given: str) -> None:
    *answered, refused = answers[given]
    assert answered == [[54], [54], [54], [""], ["#N/A"]]
    assert refused[0].startswith("#RELANCE : Date illisible")  # True is no day


def test_a_range_of_one_row_answers_one_row(answers: dict[str, Any]) -> None:
    assert answers["row"] == [54, 0, ""]


def test_ranges_of_other_sizes_are_refused(answers: dict[str, Any]) -> None:
    assert answers["sizes"] == "#RELANCE : les plages n'ont pas la même taille."


def test_days_come_out_as_days(answers: dict[str, Any]) -> None:
    assert answers["day out"] == "2026-10-01"  # the first reminder, the day after the due date
    assert answers["days out"][0] == ["2026-01-01"]


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_stays_that_error(answers: dict[str, Any], error: str) -> None:
    assert answers[error] == error


def test_a_refusal_is_a_french_sentence(answers: dict[str, Any]) -> None:
    assert answers["refused"].startswith("#RELANCE : Date illisible ou hors limites")
    assert answers["refused block"].startswith("#RELANCE : ")


def test_a_table_spills_under_its_headings(answers: dict[str, Any]) -> None:
    headings, row = answers["table"]
    assert dict(zip(headings, row, strict=True))["Jours de retard"] == 54
