"""What a verb shows and asks meanwhile."""

import contextlib

import pytest
from tests.hosts.excel.world import SERIES, Open, failing
from tests.tools.xlwings_engine import BUSY


def test_progress_is_shown_in_the_status_bar_which_excel_has_back(opened: Open) -> None:
    excel, book = opened(SERIES)
    with book:
        book.progress(12, 340, "Dupont SARL")
        book.progress(340, 340, "")
        book.progress(1, 2, "x" * 500)
    first, second, third, last = excel.statuses
    assert first == "Relances : 12 / 340 – Dupont SARL"
    assert (second, last) == (False, False)
    assert len(str(third)) == 200


def test_the_status_bar_is_given_back_whatever_happens(opened: Open) -> None:
    excel, book = opened(SERIES)
    book.progress(0, 2, "")
    with contextlib.suppress(ZeroDivisionError), book:
        raise ZeroDivisionError
    assert excel.statuses == ["Relances : 0 / 2", False]


def test_a_status_bar_that_can_not_be_set_stops_nothing(opened: Open) -> None:
    excel, book = opened(SERIES)
    failing(excel, "set status_bar", BUSY)
    book.progress(1, 2, "x")
    book.close()


@pytest.mark.parametrize(("answer", "expected"), [("yes", True), ("no", False), ("cancel", False)])
def test_questions_are_asked_and_things_are_said(opened: Open, answer: str, expected: bool) -> None:
    excel, book = opened(SERIES)
    excel.answers = [answer]
    assert book.ask("Continuer ?") is expected
    book.tell("Fini.")
    assert excel.alerts == [("Continuer ?", "Relance", "yes_no"), ("Fini.", "Relance", "ok")]
