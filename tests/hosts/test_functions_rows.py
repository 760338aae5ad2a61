"""Broadcasting: shapes, blank rows, faulty cells, and our own faults."""

import logging
from datetime import date
from typing import Any

import pytest

from relance.core.errors import BadArgumentError
from relance.hosts import cells, functions
from relance.hosts.functions_rows import Argument, ShapeError, caught, each, flatten, once

DUE = "2026-11-01"
AS_OF = "2026-11-11"  # ten days later


def listed(answer: object) -> list[list[Any]]:
    """The answer as the rows that it must be."""
    assert isinstance(answer, list)
    return answer


def days(due: object, as_of: object = AS_OF) -> object:
    return functions.DUNNING_DAYS(due, as_of)


def test_single_cells_give_a_single_answer() -> None:
    assert days(DUE) == 10


@pytest.mark.parametrize("cell", [[DUE], [[DUE]], ((DUE,),), (DUE,)])
def test_a_range_of_one_cell_is_a_cell(cell: object) -> None:
    assert days(cell) == 10


def test_a_column_gives_a_list_of_rows() -> None:
    assert days([[DUE], ["2026-11-02"], ["2026-11-11"]]) == [[10], [9], [0]]


def test_a_row_gives_a_row() -> None:
    assert days([[DUE, "2026-11-02"]]) == [[10, 9]]


def test_a_flat_list_is_a_row_and_stays_flat() -> None:
    assert days([DUE, "2026-11-02"]) == [10, 9]


def test_a_block_keeps_its_rows_and_columns() -> None:
    block = ((DUE, "2026-11-02", None), ("2026-11-12", "2026-11-11", DUE))
    assert days(block) == [[10, 9, ""], [-1, 0, 10]]


def test_a_column_meets_a_column_row_by_row() -> None:
    assert days([[DUE], [DUE]], [["2026-11-02"], [AS_OF]]) == [[1], [10]]


def test_a_flat_row_meets_a_row_and_answers_as_a_row() -> None:
    assert days([DUE, DUE], [["2026-11-02", AS_OF]]) == [[1, 10]]


@pytest.mark.parametrize(
    ("due", "as_of"),
    [
        ([[DUE], [DUE]], [[AS_OF], [AS_OF], [AS_OF]]),
        ([[DUE], [DUE]], [[AS_OF, AS_OF]]),  # a column is not a row
        ([[DUE], [DUE]], [AS_OF, AS_OF]),
        ([[DUE], [DUE, DUE]], AS_OF),  # rows of different lengths
        ([DUE, [DUE]], AS_OF),
    ],
)
def test_ranges_of_different_shapes_give_one_sentence(due: object, as_of: object) -> None:
    assert days(due, as_of) == "#RELANCE : les plages n'ont pas la même taille."


@pytest.mark.parametrize("nothing", [[], (), [[]], [[], []]])
def test_an_empty_range_is_blank(nothing: object) -> None:
    assert days(nothing) == ""


def test_a_blank_row_is_blank_whatever_stands_beside_it() -> None:
    assert days([[None], [""], ["  "], [0.0]], "pas une date") == [[""]] * 4
    assert functions.DUNNING_INTEREST(None, "", "#N/A", "") == ""


def test_the_error_of_a_cell_is_passed_on() -> None:
    assert days([["#N/A"], [DUE]]) == [["#N/A"], [10]]
    assert days(DUE, "#VALEUR!") == "#VALEUR!"
    assert days([[DUE], [None]], "#REF!") == [["#REF!"], [""]]


def test_our_own_refusal_is_passed_on_as_it_is() -> None:
    refusal = functions.DUNNING_DUE_DATE("2026-11-01", "un jour")
    assert str(refusal).startswith("#RELANCE : Conditions de règlement illisibles")
    assert days(refusal) == refusal


def test_the_first_faulty_argument_speaks() -> None:
    answer = functions.DUNNING_INTEREST("abc", "def", AS_OF)
    assert answer == "#RELANCE : Montant illisible : « abc ». Saisissez par exemple 1234,56."


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (days(DUE, None), "il manque la date d'arrêté"),
        (functions.DUNNING_INTEREST(None, DUE, AS_OF), "il manque le montant"),
        (functions.DUNNING_INTEREST(100, None, AS_OF), "il manque l'échéance"),
        (functions.DUNNING_DUE_DATE(DUE, ""), "il manque les conditions de règlement"),
        (functions.DUNNING_DUE_DATE(DUE, "30", ""), "il manque le pays"),
        (functions.DUNNING_BUCKET(DUE, AS_OF, None), "il manque les limites des tranches"),
        (functions.DUNNING_PHASE(DUE, AS_OF, 1), "il manque la date de la dernière étape"),
        (functions.DUNNING_PLAN(100, 3, ""), "il manque la date de la première mensualité"),
        (functions.DUNNING_PLAN(100, "", DUE), "il manque le nombre de mensualités"),
    ],
)
def test_a_filled_row_says_what_it_lacks(answer: object, words: str) -> None:
    assert answer == f"#RELANCE : {words}."


def test_a_faulty_row_leaves_the_others_alone() -> None:
    column = [[DUE], ["32/13/2026"], [True], [None], ["2026-11-02"]]
    first, second, third, fourth, fifth = listed(days(column))
    assert (first, fourth, fifth) == ([10], [""], [9])
    assert second == [
        "#RELANCE : Date illisible ou hors limites : « 32/13/2026 ». Saisissez par exemple"
        " 30/11/2026."
    ]
    assert str(third[0]).startswith("#RELANCE : Date illisible")


def test_a_spilling_function_takes_one_invoice() -> None:
    answer = functions.DUNNING_EXPLAIN([[100], [200]], DUE, AS_OF)
    assert answer == "#RELANCE : cette fonction prend une cellule par argument, pas une plage."
    assert functions.DUNNING_EXPLAIN([[100, 2], [200]], DUE, AS_OF) == (
        "#RELANCE : les plages n'ont pas la même taille."
    )


def test_a_long_text_does_not_make_a_long_answer() -> None:
    assert len(str(days("x" * 40_000))) < 256


def _broken(day: date) -> object:
    raise ZeroDivisionError


def test_a_fault_of_ours_is_raised_in_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELANCE_STRICT", "1")
    with pytest.raises(ZeroDivisionError):
        each(_broken, [Argument("due_date", DUE, cells.read_day)])


def test_a_fault_of_ours_is_logged_and_numbered_for_users(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("RELANCE_STRICT", raising=False)
    with caplog.at_level(logging.ERROR):
        answer = str(once(_broken, [Argument("due_date", DUE, cells.read_day)]))
    assert answer.startswith("#RELANCE : erreur inattendue n° ")
    number = answer.removesuffix(".").rpartition(" ")[2]
    assert number in caplog.text
    assert caplog.records[0].exc_info


def test_a_reader_that_fails_on_one_cell_spares_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RELANCE_STRICT", raising=False)

    def read(cell: object) -> object:
        return 1 / cell  # type: ignore[operator]

    answers = each(lambda value: value, [Argument("x", [[2], [0], [4]], read)])
    assert listed(answers)[::2] == [[0.5], [0.25]]
    assert "erreur inattendue" in listed(answers)[1][0]


def test_caught_words_an_error_of_a_question() -> None:
    assert caught(BadArgumentError(argument="year", value=1)) == (
        "#RELANCE : Valeur inattendue pour l'année : « 1 »."
    )


def test_flatten_tells_rows_that_differ() -> None:
    with pytest.raises(ShapeError):
        flatten([[1], [1, 2]])
