"""Errors of Excel are known by their numbers, and each has its French sentence."""

import re
from collections.abc import Callable

import pytest
from tests.tools.fake_dynamic import no_member
from tests.tools.xlwings_engine import BUSY, CALL_REJECTED
from tests.tools.xlwings_ranges import NO_CELLS, REFUSED, ComError

from relance.core.errors import BookError
from relance.hosts.excel import refusals
from relance.hosts.excel.refusals import asking, not_needed, reason_of
from relance.wording.sentences import SENTENCES, sentence

LISTED = re.findall(r"\w+(?=[,.])", (refusals.__doc__ or "").partition("Reasons:")[2])


class ExcelBusyError(Exception):
    """As xlwings raises it, under the same name."""


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (BUSY, "excel_busy"),
        (CALL_REJECTED, "excel_busy"),
        (ComError(-2147417846, "", top=True), "excel_busy"),  # "retry later"
        (ExcelBusyError(), "excel_busy"),
        (REFUSED, "excel_refused"),
        (NO_CELLS, "excel_refused"),
        (TypeError("This object does not support enumeration"), "excel_busy"),
        (TypeError("unsupported operand"), None),
        (AttributeError("x"), None),
        (ValueError("x"), None),
        (OSError(5, "x"), None),
    ],
)
def test_an_error_is_known_by_its_number(error: Exception, reason: str | None) -> None:
    assert reason_of(error) == reason


def test_a_refusal_of_our_own_passes_unchanged() -> None:
    ours = BookError(path="a", reason="protected", detail="b")
    with pytest.raises(BookError) as raised, asking("x", "y"):
        raise ours
    assert raised.value is ours


def test_what_is_only_shown_may_fail_but_a_fault_of_ours_may_not() -> None:
    with not_needed():
        raise REFUSED
    with pytest.raises(ValueError, match="x"), not_needed():
        raise ValueError("x")


@pytest.mark.parametrize("reason", LISTED)
def test_a_reason_has_its_own_sentence_that_names_the_workbook(reason: str) -> None:
    assert f"book.{reason}" in SENTENCES
    told = sentence("book", {"path": "relances.xlsm", "reason": reason, "detail": "Factures!A2"})
    assert "relances.xlsm" in told
    assert "?" not in told


@pytest.mark.parametrize("reason", ["excel_refused", "half_written"])
def test_a_refusal_without_a_place_names_none(reason: str) -> None:
    told = sentence("book", {"path": "relances.xlsm", "reason": reason, "detail": ""})
    assert "renseigné" not in told


def unanswered() -> None:
    no_member("FullName")  # raised in pywin32


def misspelt() -> None:
    raise AttributeError("full_nam")


@pytest.mark.parametrize(("ask", "reason"), [(unanswered, "excel_busy"), (misspelt, None)])
def test_a_name_that_pywin32_does_not_find_is_told_from_one_of_ours(
    ask: Callable[[], None], reason: str | None
) -> None:
    with pytest.raises(AttributeError) as raised:
        ask()
    assert reason_of(raised.value) == reason
