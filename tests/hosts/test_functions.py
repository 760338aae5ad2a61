"""What holds for every function: promised arguments, help in French, no cell that breaks it."""

import inspect
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relance.core.policy import load
from relance.core.policy_text import to_text
from relance.core.regimes import REGIMES
from relance.hosts.cells import is_error
from relance.hosts.functions import FUNCTIONS
from relance.hosts.functions_answers import BLOCKS, NUMBERS
from relance.wording.functions import ARGUMENTS, SUMMARIES, argument_help
from relance.wording.labels import LABELS
from relance.workbook.schema import INVOICES

MONEY = 'regime="FR-B2B", rate="", claim_from="", claim_until="", rates=""'
STEPS = 'last_step="", last_date="", last_channel="", status="", profile="", regime="FR-B2B"'
PROMISED = {
    "DUNNING_DUE_DATE": 'invoice_date, terms, country="FR"',
    "DUNNING_DAYS": 'due_date, as_of, paid_on=""',
    "DUNNING_BUCKET": 'due_date, as_of, limits="30;60;90"',
    "DUNNING_PHASE_BY_AGE": 'due_date, as_of, regime="FR-B2B", rules=""',
    "DUNNING_PHASE": 'due_date, as_of, last_phase=0, last_date="", status="", regime="FR-B2B",'
    ' rules=""',
    "DUNNING_STEP": f'due_date, as_of, {STEPS}, rules=""',
    "DUNNING_ACTION": f'due_date, as_of, {STEPS}, rules=""',
    "DUNNING_NEXT_DATE": f'due_date, as_of, {STEPS}, rules=""',
    "DUNNING_WHY": f'due_date, as_of, {STEPS}, rules=""',
    "DUNNING_RATE": 'on_date, regime="FR-B2B", rates=""',
    "DUNNING_FLOOR": 'on_date, rates=""',
    "DUNNING_INTEREST": f"amount, due_date, as_of, {MONEY}",
    "DUNNING_FEE": f"amount, due_date, as_of, {MONEY}",
    "DUNNING_TOTAL": f"amount, due_date, as_of, {MONEY}",
    "DUNNING_EXPLAIN": f"amount, due_date, as_of, {MONEY}",
    "DUNNING_CLAIM_FROM": "sent_on, channel, regime",
    "DUNNING_LIMITATION": 'performed_on, regime="FR-B2B", acknowledged_on="", nature=""',
    "DUNNING_REFERENCE": 'number, kind="RF"',
    "DUNNING_PLAN": 'amount, instalments, first_date, rate=0, payment=""',
    "DUNNING_HOLIDAYS": 'year, country="FR"',
    "DUNNING_TABLE": 'receivables, as_of, rules="", rates=""',
}


def parameters(function: Callable[..., object]) -> list[inspect.Parameter]:
    return list(inspect.signature(function).parameters.values())


def test_every_promised_function_is_there_with_its_arguments() -> None:
    found = {
        function.__name__: ", ".join(
            p.name if p.default is p.empty else f"{p.name}={p.default!r}".replace("'", '"')
            for p in parameters(function)
        )
        for function in FUNCTIONS
    }
    assert found == PROMISED


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_every_function_and_argument_has_its_help(function: Callable[..., object]) -> None:
    help_ = [SUMMARIES[function.__name__]]
    help_ += [argument_help(function.__name__, p.name) for p in parameters(function)]
    assert all(0 < len(text) <= 255 and text.endswith((".", "...")) for text in help_[1:])
    assert len(help_[0]) <= 255


def test_no_help_is_left_over() -> None:
    names = {p.name for function in FUNCTIONS for p in parameters(function)}
    assert names == set(ARGUMENTS)
    assert set(SUMMARIES) == set(PROMISED)


LABELLED = [text for family in LABELS.values() for text in family.values()]
CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(["", "#N/A", "#RELANCE : non.", "30/11/2026", "2026-11-30", "46356", "12 %"]),
    st.sampled_from([*REGIMES, *LABELLED, "mail-1", "call-1", "letter-2", "notice", "30;60;90"]),
    st.sampled_from(["45 fin de mois", "OGM", to_text([load("be-b2c")]), "confirm:FR-B2B"]),
    st.floats(),
    st.floats(40_000, 50_000),
    st.integers(),
    st.integers(-2, 2100),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.dates(date(2020, 1, 1), date(2026, 12, 31)),
    st.decimals(),
)
RANGES = st.one_of(
    CELLS,
    st.lists(CELLS, max_size=4),
    st.lists(st.lists(CELLS, min_size=1, max_size=2), max_size=4),
    st.lists(st.tuples(CELLS), min_size=2, max_size=3).map(tuple),
)
TABLES = st.lists(
    st.tuples(*(CELLS for _ in INVOICES.columns)).map(list), min_size=0, max_size=3
).map(lambda body: [[column.heading for column in INVOICES.columns], *body])
PLAIN = (str, int, float, date, datetime)


def is_answer(answer: object) -> bool:
    """Tell whether a cell can show an answer: no nothing, no boolean, no decimal."""
    return isinstance(answer, PLAIN) and not isinstance(answer, bool | Decimal)


def flat(answer: object) -> list[object]:
    return [one for row in answer for one in flat(row)] if isinstance(answer, list) else [answer]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_cell_whatsoever_breaks_a_function(
    function: Callable[..., object], data: st.DataObject
) -> None:
    needed = [p for p in parameters(function) if p.default is p.empty]
    count = data.draw(st.integers(len(needed), len(parameters(function))))
    arguments = [data.draw(RANGES) for _ in range(count)]
    if function.__name__ == "DUNNING_TABLE":
        arguments[0] = data.draw(TABLES)
    assert all(map(is_answer, flat(function(*arguments))))


BY_ROW = [function for function in FUNCTIONS if function.__name__ not in BLOCKS]


@pytest.mark.parametrize("function", BY_ROW, ids=lambda function: function.__name__)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_column_answers_what_its_cells_answer_alone(
    function: Callable[..., object], data: st.DataObject
) -> None:
    # Excel's call cache rests on it: it asks for columns, and shows each row its answer.
    count = data.draw(st.integers(2, 4))
    columns = [
        data.draw(st.lists(CELLS, min_size=count, max_size=count)) for _ in parameters(function)
    ]
    together = function(*([[cell] for cell in column] for column in columns))
    alone = [[function(*row)] for row in zip(*columns, strict=True)]
    assert repr(together) == repr(alone)


@pytest.mark.parametrize("function", BY_ROW, ids=lambda function: function.__name__)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_function_of_numbers_answers_text_only_to_refuse(
    function: Callable[..., object], data: st.DataObject
) -> None:
    answer = function(*(data.draw(CELLS) for _ in parameters(function)))
    if function.__name__ in NUMBERS and isinstance(answer, str):
        assert answer == "" or is_error(answer)
    if function.__name__ not in NUMBERS:
        assert isinstance(answer, str)


def test_the_lists_name_functions() -> None:
    assert set(PROMISED) >= NUMBERS | BLOCKS
