"""The calling workbook in a busy Excel and with anything selected, through the real xlwings."""

import sys
from typing import Any

import pytest
from tests.tools.apart import apart

from relance.hosts.excel import native

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="stands in for pywin32, which is there"
)


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    told: dict[str, Any] = apart("tests.hosts.excel.calling", "answers")
    return told


def test_the_bare_workbook_of_the_server_is_wrapped_once(answers: dict[str, Any]) -> None:
    assert answers["bare is bare"] == answers["twice"] == "CDispatch"
    assert answers["patient"] == "COMRetryObjectWrapper"


def test_an_excel_that_is_busy_for_a_moment_is_asked_again(answers: dict[str, Any]) -> None:
    assert answers["asked twice"] == ["relance.xlsm", 3]


def test_an_excel_that_stays_busy_is_told_in_the_end(answers: dict[str, Any]) -> None:
    told, rejections = answers["asked for ever"]
    assert told == "excel_busy"
    assert native.ATTEMPTS <= rejections <= 3 * native.ATTEMPTS


@pytest.mark.parametrize("question", ["get", "set", "call", "selection"])
@pytest.mark.parametrize("way", ["bare refused", "refused"])
def test_whatever_is_asked_a_busy_excel_is_told_from_a_fault(
    answers: dict[str, Any], way: str, question: str
) -> None:
    assert answers[way][question] == "excel_busy"


@pytest.mark.parametrize(
    ("selected", "shape"),
    [("nothing", None), ("picture", None), ("cells", [3, 2]), ("sheet", [1_048_576, 16_384])],
)
def test_cells_are_told_from_anything_else_that_is_selected(
    answers: dict[str, Any], selected: str, shape: object
) -> None:
    assert answers["selected"][selected] == shape
