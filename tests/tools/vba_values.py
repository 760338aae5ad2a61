"""Values between the interpreter of VBA and a server in Python, as COM takes them across."""

import datetime as dt
from typing import Any

from pyopenvba.interpreter import EMPTY, MISSING, VBAArray, VBADate, VBAErrorValue, VBAInt
from tests.tools.fake_excel import OMITTED, TimeType

FIRST_ERROR = -2146828288  # the scode of Error 0


def to_python(value: Any) -> Any:
    """Return a value of VBA as pywin32 hands it to Python."""
    if value is EMPTY:
        return None
    if value is MISSING:
        return OMITTED
    if isinstance(value, VBAErrorValue):
        return value.number + FIRST_ERROR
    if isinstance(value, VBAArray):
        return _rows(value)
    if isinstance(value, VBADate):
        return TimeType.fromisoformat(value.to_datetime().isoformat() + "+00:00")
    if isinstance(value, VBAInt):
        return int(value)
    if isinstance(value, bool | float | str):
        return value
    raise TypeError(f"{type(value).__name__} should not be sent to Python")


def _rows(array: Any) -> Any:
    if array.dimensions == 1:
        return tuple(to_python(one) for one in array.elements())
    (top, bottom), (left, right) = array.bounds
    return tuple(
        tuple(to_python(array.get([line, place])) for place in range(left, right + 1))
        for line in range(top, bottom + 1)
    )


def to_vba(value: Any) -> Any:
    """Return an answer of Python as VBA gets it; rows become an array from 0."""
    if value is None:
        return EMPTY
    if isinstance(value, list | tuple):
        return _array(value)
    if isinstance(value, dt.datetime):
        return VBADate.from_datetime(value.replace(tzinfo=None))
    if isinstance(value, int) and not isinstance(value, bool):
        return VBAInt(value, "Long")
    return value


def _array(rows: Any) -> Any:
    if not rows or not isinstance(rows[0], list | tuple):
        return VBAArray([(0, len(rows) - 1)], items=[to_vba(one) for one in rows])
    array = VBAArray([(0, len(rows) - 1), (0, len(rows[0]) - 1)])
    for line, row in enumerate(rows):
        for place, one in enumerate(row):
            array.set([line, place], to_vba(one))
    return array


def told(value: Any) -> Any:
    """Return a value of VBA as JSON that keeps its type: a test compares kinds too.

    >>> told(1.0), told("1"), told(True)
    (['Double', 1.0], ['String', '1'], ['Boolean', True])
    """
    if value is EMPTY:
        return ["Empty", None]
    if isinstance(value, VBAErrorValue):
        return ["Error", value.number]
    if isinstance(value, VBADate):
        return ["Date", value.to_datetime().date().isoformat()]
    if isinstance(value, VBAArray):
        return ["Array", [[*value.bounds], [told(one) for one in value.elements()]]]
    kinds: dict[type, str] = {bool: "Boolean", str: "String", float: "Double"}
    return [kinds.get(type(value), getattr(value, "vba_type", "Long")), _simple(value)]


def _simple(value: Any) -> Any:
    return int(value) if isinstance(value, VBAInt) else value
