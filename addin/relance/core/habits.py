"""Habits of the trade (`data/habits.toml`): figures that are no law and that nobody has chosen.

>>> str(section("values")["minimum_total"])
'50.00'
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from .. import data


@cache
def _table() -> Mapping[str, Any]:
    return data.tables("habits")


def section(name: str) -> Mapping[str, Any]:
    """Return a section as the file holds it: `ageing`, `documents`, `values` or `profiles`."""
    found: Mapping[str, Any] = _table()[name]
    return found
