"""The DUNNING_* functions as Excel calls them through xlwings.

The bodies and signatures are those of `hosts.functions`; this module adds what Excel's wizard
shows and how values cross. Off Windows each name is a plain callable. Arguments come as
two-dimensional arrays with their error values as text, so that #N/A never reads as a blank.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from inspect import signature
from typing import ParamSpec

import xlwings

from ...wording.functions import SUMMARIES, argument_help
from .. import functions

CATEGORY = "Relance"
Parameters = ParamSpec("Parameters")


def excel(function: Callable[Parameters, object]) -> Callable[Parameters, object]:
    """Return a function as xlwings publishes it: help in French, days as Excel takes them."""

    @wraps(function)
    def published(*cells: Parameters.args, **named: Parameters.kwargs) -> object:
        return _written(function(*cells, **named))

    name = function.__name__
    published.__doc__ = SUMMARIES[name]
    published.__module__ = __name__
    published.__annotations__ = {}  # xlwings would convert values by them
    for argument in signature(function).parameters:
        help_ = argument_help(name, argument)
        xlwings.arg(argument, ndim=2, err_to_str=True, doc=help_)(published)
    return xlwings.func(category=CATEGORY)(published)  # last: each `arg` resets the category


def _written(answer: object) -> object:
    """Excel takes a day as a datetime."""
    if isinstance(answer, list):
        return [_written(cell) for cell in answer]
    if isinstance(answer, date) and not isinstance(answer, datetime):
        return datetime(answer.year, answer.month, answer.day)  # noqa: DTZ001  a civil day
    return answer


DUNNING_DUE_DATE = excel(functions.DUNNING_DUE_DATE)
DUNNING_DAYS = excel(functions.DUNNING_DAYS)
DUNNING_BUCKET = excel(functions.DUNNING_BUCKET)
DUNNING_PHASE_BY_AGE = excel(functions.DUNNING_PHASE_BY_AGE)
DUNNING_PHASE = excel(functions.DUNNING_PHASE)
DUNNING_STEP = excel(functions.DUNNING_STEP)
DUNNING_ACTION = excel(functions.DUNNING_ACTION)
DUNNING_NEXT_DATE = excel(functions.DUNNING_NEXT_DATE)
DUNNING_WHY = excel(functions.DUNNING_WHY)
DUNNING_RATE = excel(functions.DUNNING_RATE)
DUNNING_FLOOR = excel(functions.DUNNING_FLOOR)
DUNNING_INTEREST = excel(functions.DUNNING_INTEREST)
DUNNING_FEE = excel(functions.DUNNING_FEE)
DUNNING_TOTAL = excel(functions.DUNNING_TOTAL)
DUNNING_EXPLAIN = excel(functions.DUNNING_EXPLAIN)
DUNNING_CLAIM_FROM = excel(functions.DUNNING_CLAIM_FROM)
DUNNING_LIMITATION = excel(functions.DUNNING_LIMITATION)
DUNNING_REFERENCE = excel(functions.DUNNING_REFERENCE)
DUNNING_PLAN = excel(functions.DUNNING_PLAN)
DUNNING_HOLIDAYS = excel(functions.DUNNING_HOLIDAYS)
DUNNING_TABLE = excel(functions.DUNNING_TABLE)
