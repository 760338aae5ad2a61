"""The call cache: how often Python is called, and that every cell shows what a direct call gives.

The committed macros run in an interpreter; they call the real functions through the real server
of xlwings, with pywin32 stood in for. `stories` says what happens, this says what must come out.
"""

import sys
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest
from tests.tools.apart import apart
from tests.tools.vba_lab import source

from relance.hosts import functions
from relance.hosts.functions_answers import NUMBERS
from relance.wording.functions import SUMMARIES, argument_help
from relance.wording.labels import label
from relance.wording.macros import TEXTS

STORIES = "tests.hosts.excel.macros.stories"
COLUMNS = 6
NA = ["Error", 2042]
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="stands in for pywin32, which is there"
)


@cache
def story(name: str, *given: int) -> dict[str, Any]:
    told: dict[str, Any] = apart(STORIES, name, *given)
    return told


def rows(calls: Iterable[tuple[str, int]], function: str = "") -> list[int]:
    """The rows that each call asked for."""
    return [count for name, count in calls if not function or name == function]


# --- Calls and answers ---


def test_four_hundred_rows_of_six_columns_take_twelve_calls() -> None:
    told = story("a_whole_table", 400)
    assert told["differences"] == []
    assert told["changed"] == 400 * COLUMNS
    assert len(told["calls"]) == 2 * COLUMNS  # the first cell of a column, then the column
    assert sum(rows(told["calls"])) <= 400 * COLUMNS  # no question is asked twice


def test_the_order_of_the_cells_does_not_matter() -> None:
    told = story("in_any_order", 150)
    assert told["differences"] == []
    assert len(told["calls"]) == 2 * COLUMNS


def test_the_edit_of_a_row_asks_for_that_row_alone() -> None:
    assert rows(story("edits", 120)["row"]["calls"]) == [1] * COLUMNS
    assert story("edits", 120)["row"]["differences"] == []


@pytest.mark.parametrize(
    ("edit", "columns"),
    [("rules", 2), ("rates", 1), ("day", 6), ("error", 2), ("mended", 2)],
)
def test_a_change_for_all_rows_takes_two_calls_a_column(edit: str, columns: int) -> None:
    told = story("edits", 120)[edit]
    assert told["differences"] == []
    assert told["changed"] > 10  # of 120 rows: it does change what cells show
    assert len(told["calls"]) == 2 * columns


def test_values_that_look_alike_share_no_answer() -> None:
    told = story("look_alikes")
    assert set(told["by value"].values()) == {1}  # its own call, then none the second time
    assert told["texts with the separator"] == 2


# --- When a column is asked for ---


def test_a_cell_that_waits_for_another_does_not_ask() -> None:
    told = story("waiting")
    assert told["asked early"] == []
    assert told["early"] == NA
    assert told["differences"] == []
    assert max(rows(told["calls"])) == 1  # no other row was ready


def test_rows_that_wait_are_left_out_and_asked_for_later() -> None:
    told = story("half_ready")
    assert rows(told["first"]) == [1, 29]  # 30 of 60 rows, one of them alone before
    assert rows(told["then"]) == [1, 27]  # misses 3 and 4; two rows repeat others
    assert told["differences"] == []


@pytest.mark.parametrize(
    "where", ["an expression", "a cell and an expression", "the row below", "no table"]
)
def test_a_formula_that_is_no_column_asks_cell_by_cell(where: str) -> None:
    assert set(rows(story("no_column")[where])) == {1}


def test_a_cell_beside_its_table_asks_alone() -> None:
    assert set(rows(story("no_column")["beside the table"])) == {1}


def test_one_cell_for_all_rows_is_asked_once() -> None:
    assert rows(story("no_column")["one cell for all"]) == [1]


def test_a_table_of_one_row_asks_once_a_column() -> None:
    told = story("a_row_alone")
    assert rows(told["calls"]) == [1] * COLUMNS
    assert told["differences"] == []


# --- When answers are forgotten ---


def test_answers_are_forgotten_after_two_idle_seconds() -> None:
    told = story("idle")
    assert told == {"at once": 1, "1.5 s later": 0, "2.5 s after that": 1, "past midnight": 1}


# --- Switches ---


@pytest.mark.parametrize("said", ["text", "boolean"])
def test_without_the_cache_each_cell_asks_for_itself(said: str) -> None:
    told = story("without_cache")[said]
    assert rows(told["calls"]) == [1] * 20 * COLUMNS
    assert told["differences"] == []


def test_with_the_cache_again_columns_are_asked_for() -> None:
    assert len(story("without_cache")["back"]["calls"]) == 2 * COLUMNS


def test_functions_switched_off_never_start_python() -> None:
    assert story("switched_off")["started"] == 0


def test_switched_off_the_sheet_of_the_invoices_is_not_calculated() -> None:
    told = story("switched_off")
    when = [told[f"calculated when {state}"] for state in ("on", "off", "on again")]
    assert when == [True, False, True]
    assert told["then"]["differences"] == []


def test_switched_on_again_everything_is_calculated_once() -> None:
    # What a cell elsewhere kept was rounded for display, and Excel does not know it.
    told = story("switched_off")
    assert told["full calculations when off"] == 0
    assert told["full calculations when on again"] == 1
    assert told["full calculations at the next change"] == 1


@pytest.mark.parametrize(("switch", "calculated"), [("oui", True), ("non", False)])
def test_opening_calculates_nothing(switch: str, calculated: bool) -> None:
    assert story("opened")[switch] == [0, 0, calculated]


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("number", ["Double", 1250.5]),
        ("rate", ["Double", 0.124]),
        ("day", ["Double", 46349.0]),
        ("text", ["String", "mail-1"]),
        ("blank", ["String", ""]),
        ("error", NA),
        ("block", NA),  # of a block, one cell shows nothing of the others
    ],
)
def test_switched_off_a_cell_elsewhere_keeps_what_it_shows(cell: str, kept: list[Any]) -> None:
    assert story("switched_off")[cell] == kept


def test_the_word_that_switches_off_is_that_of_the_workbook() -> None:
    assert f'NON As String = "{label("yes_no", "no")}"' in source("RelanceHote")


# --- Days counted from 1904 ---


@pytest.mark.parametrize(
    "what", ["a constant", "a cell", "a cell of the other", "called from the other"]
)
def test_days_counted_from_1904_are_refused_not_computed_four_years_off(what: str) -> None:
    text = ["String", TEXTS["depuis_1904"]]
    assert story("from_1904")[what] == {
        "DUNNING_DAYS": NA, "DUNNING_BUCKET": text, "DUNNING_EXPLAIN": text, "calls": [],
    }  # fmt: skip


def test_a_workbook_from_1904_that_is_only_open_harms_nobody() -> None:
    told = story("from_1904")["beside the other"]
    assert told["DUNNING_DAYS"] == ["Long", 149]
    assert len(told["calls"]) == 3


# --- How often Python was called ---


def test_calls_are_counted_since_the_opening_and_in_the_last_calculation() -> None:
    told = story("counted")
    assert told["at first"] == [0, 0]
    assert told["all"] == [2 * COLUMNS, 2 * COLUMNS]
    assert told["a cell"] == [2 * COLUMNS + 1, 1]


def test_a_calculation_that_asked_nothing_of_ours_does_not_count() -> None:
    assert story("counted")["nothing of ours"] == story("counted")["a cell"]


def test_a_call_without_answer_is_no_call() -> None:
    assert story("counted")["no answer"] == [2 * COLUMNS + 1, 0]


# --- Python that does not answer ---


def test_a_python_that_cannot_start_is_tried_three_times_a_calculation() -> None:
    assert (story("failures")["started"], story("failures")["started again"]) == (3, 6)


def test_the_reason_is_told_once() -> None:
    told = story("failures")
    ((kind, text, title, _),) = told["boxes"]
    assert (kind, title) == ("MsgBox", "Relance")
    assert text.endswith("\n\nCould not load xlwings64-0.37.8.dll")
    assert told["boxes again"] == 1


def test_meanwhile_cells_say_so_in_a_word_or_in_na() -> None:
    for name, shown in story("failures")["shown"].items():
        text = [["String", "#RELANCE : Python ne repond pas."]]
        assert shown == ([NA] if name in NUMBERS else text)


def test_once_it_starts_cells_are_right() -> None:
    assert story("failures")["mended"]["differences"] == []


def test_a_server_that_goes_away_is_started_again_once_a_call() -> None:
    assert story("failures")["tried"] == 4  # the kept one and a new one, then two more new ones
    told = story("stopped_once")
    assert told["differences"] == []
    assert (told["starts"], told["boxes"]) == (2, 0)


# --- Blocks of cells ---


def test_a_range_is_asked_at_once_and_its_sentences_become_na() -> None:
    bounds, cells = story("blocks")["column"][1]
    assert bounds == [[0, 2], [0, 0]]
    assert cells == [["String", ""], NA, ["Long", 54]]  # 30/09 to 23/11/2026: 54 days
    assert story("blocks")["row"][1][1] == [["Long", 149], NA]


def test_texts_keep_their_sentences() -> None:
    told = story("blocks")
    assert told["texts of a column"][1][1][1][1].startswith("#RELANCE : Date illisible")
    assert told["not explained"][1].startswith("#RELANCE : Date illisible")
    assert told["table"][1].startswith("#RELANCE : ")


def test_numbers_never_hold_one() -> None:
    assert story("blocks")["sizes that differ"] == NA
    assert story("blocks")["no holidays"] == NA


def test_an_argument_of_two_areas_is_an_error_not_its_first_area() -> None:
    assert story("blocks")["two areas"] == NA
    assert story("blocks")["two areas, text"] == ["String", "#REF!"]


def test_a_block_is_spilled_whole() -> None:
    assert story("blocks")["explained"] == [[0, 2], [0, 5]]  # headings and two half-years
    assert story("blocks")["holidays"] == ["Date", "2026-01-01"]


# --- Help ---


def test_the_wizard_shows_the_help_with_its_accents() -> None:
    shown = story("described")["described"]
    assert list(shown) == [function.__name__ for function in functions.FUNCTIONS]
    help_, category, arguments = shown["DUNNING_DAYS"]
    assert (help_, category) == (SUMMARIES["DUNNING_DAYS"], "Relance")
    asked = ("due_date", "as_of", "paid_on")
    assert arguments == [argument_help("DUNNING_DAYS", name) for name in asked]


def test_the_workbook_is_not_taken_for_changed() -> None:
    assert story("described")["saved"] is True


def test_what_the_macros_say_comes_from_the_workbook() -> None:
    assert story("described")["boxes"] == [f"{TEXTS['panne_boite']}\n\nwhy"]
    named = source("RelanceHote")
    assert all(f'TexteMacro("{code}"' in named for code in TEXTS)
