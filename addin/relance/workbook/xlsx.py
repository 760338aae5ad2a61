"""XlsxWriter, imported here and nowhere else, and only when a book is built.

It ships no types: the names below say what each `Any` is.
"""

from io import BytesIO
from typing import Any, TypeAlias

Chart: TypeAlias = Any
Format: TypeAlias = Any
Workbook: TypeAlias = Any
Worksheet: TypeAlias = Any


def new_workbook(target: BytesIO) -> Workbook:
    """Return a workbook that is written to memory when it is closed."""
    import xlsxwriter  # type: ignore[import-untyped]

    return xlsxwriter.Workbook(target, {"in_memory": True})


def letters(column: int) -> str:
    """Return the letters of a column counted from 0: A, B, ..., Z, AA.

    >>> letters(25), letters(26)
    ('Z', 'AA')
    """
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def define(
    workbook: Workbook, name: str, sheet: str, row: int, column: int, last_row: int | None = None
) -> None:
    """Define a name on a cell, or on the cells down to `last_row` (rows and columns from 0)."""
    first = f"${letters(column)}${row + 1}"
    below = "" if last_row is None else f":${letters(column)}${last_row + 1}"
    workbook.define_name(name, f"='{sheet}'!{first}{below}")
