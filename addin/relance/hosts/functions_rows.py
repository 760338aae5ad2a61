"""Broadcasting: one function over cells and ranges, row by row, each row on its own.

A range is a list of rows (lists or tuples) or one row (a flat list). Nothing here raises before
a user: a row that can't be computed answers "#RELANCE : ..." or the error that it was given.
"""

import os
import zlib
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, repeat
from typing import NamedTuple, TypeAlias, TypeVar

from ..core.columns import WORTH_ARRAYS, has_arrays
from ..core.errors import RelanceError
from ..wording.functions import missing, refusal, shapes_differ, single_cells_only, unexpected
from .cells import is_error

Cells: TypeAlias = object  # one cell, one row or a range, as the spreadsheet gives it
Reader: TypeAlias = Callable[[object], object]
SEQUENCES = (list, tuple)
Value = TypeVar("Value")


class Shape(NamedTuple):
    """Rows and columns of a range; `flat` when it came as one plain list."""

    rows: int
    columns: int
    flat: bool = False


class Argument(NamedTuple):
    """One argument: its cells and how to read one of them.

    A row whose `key` arguments are all blank is a blank row; a blank `needed` one is an error.
    """

    name: str
    cells: Cells
    read: Reader
    key: bool = False
    needed: bool = False


Columns: TypeAlias = Callable[[Sequence[Argument], Sequence[list[object]]], list[object]]


class Fault(NamedTuple):
    """Stands for a cell that could not be read, with what its row answers."""

    answer: str


class ShapeError(Exception):
    """The ranges of one call have not the same shape."""


def each(
    body: Callable[..., object], arguments: Sequence[Argument], columns: Columns | None = None
) -> Cells:
    """Return `body` of each row of cells, in the shape of the ranges.

    Args:
        body: takes the values read, in the order of the arguments; None stands for a blank.
        arguments: cells or ranges; a single cell serves every row.
        columns: answers many rows at once, as `body` would; None for a row to ask `body` about.

    Returns:
        One answer, or rows of answers in the shape of the ranges; "" for a blank row.
    """
    try:
        shape, cells = _aligned(arguments)
    except ShapeError:
        return shapes_differ()
    if shape is None:
        return _answers(body, arguments, cells, 1)[0]
    count = shape.rows * shape.columns
    if columns is None or count < WORTH_ARRAYS or not has_arrays():
        return _shaped(_answers(body, arguments, cells, count), shape)
    return _shaped(_at_once(columns, body, arguments, cells, count), shape)


def once(body: Callable[..., Cells], arguments: Sequence[Argument]) -> Cells:
    """Return the one answer, often a range, of a function that takes single cells only."""
    try:
        shape, cells = _aligned(arguments)
    except ShapeError:
        return shapes_differ()
    if shape is not None:
        return single_cells_only()
    return _answers(body, arguments, cells, 1)[0]


def caught(error: Exception) -> str:
    """Return what a cell shows of an error: the door's catch-all.

    A fault of ours is logged under the number that the cell shows; with RELANCE_STRICT=1 (every
    test) it is raised instead.
    """
    if isinstance(error, RelanceError):
        return refusal(error.code, error.facts)
    if os.environ.get("RELANCE_STRICT") == "1":
        raise error
    import logging  # only for a fault of ours: Excel waits for each import

    number = f"{zlib.crc32(repr(error).encode()):08X}"
    logging.getLogger("relance").error("unexpected error %s", number, exc_info=error)
    return unexpected(number)


def flatten(cells: Cells) -> tuple[Shape | None, list[object]]:
    """Return the shape of some cells (None for a single one) and the cells row after row.

    Raises:
        ShapeError: the rows have not the same length.
    """
    if not isinstance(cells, SEQUENCES):
        return None, [cells]
    kinds = {issubclass(kind, SEQUENCES) for kind in set(map(type, cells))}
    if kinds == {True} and len(set(map(len, cells))) == 1:
        shape, flat = Shape(len(cells), len(cells[0])), list(chain.from_iterable(cells))
    elif True not in kinds:
        shape, flat = Shape(1, len(cells), flat=True), list(cells)
    else:
        raise ShapeError
    return (shape, flat) if len(flat) > 1 else (None, flat or [None])


def _aligned(arguments: Sequence[Argument]) -> tuple[Shape | None, list[list[object]]]:
    """Return every argument as a column of cells; one of a single cell serves every row."""
    common: Shape | None = None
    columns: list[list[object]] = []
    for argument in arguments:
        shape, flat = flatten(argument.cells)
        if shape is not None:
            if common is not None and shape[:2] != common[:2]:
                raise ShapeError
            common = shape if common is None or common.flat else common
        columns.append(flat)
    return common, columns


def _at_once(
    columns: Columns,
    body: Callable[..., object],
    arguments: Sequence[Argument],
    cells: Sequence[list[object]],
    count: int,
) -> list[object]:
    """Return the answers of whole columns, and ask the body about the rows that they leave."""
    try:
        answers = columns(arguments, cells)
    except Exception as error:
        caught(error)  # logged: a fault of ours in the quick way leaves the other one
        answers = [None] * count
    left = [place for place, answer in enumerate(answers) if answer is None]
    if left:
        rest = [
            [column[place] for place in left] if len(column) > 1 else column for column in cells
        ]
        for place, answer in zip(left, _answers(body, arguments, rest, len(left)), strict=True):
            answers[place] = answer
    return answers


def read_all(read: Reader, cells: Sequence[object]) -> list[object]:
    """Read a column at full speed, and again cell by cell only when one of them is faulty."""
    try:
        return [read(cell) for cell in cells]
    except Exception:  # `_read` finds the faulty cells and names what is wrong
        return [_read(read, cell) for cell in cells]


def _read(read: Reader, cell: object) -> object:
    try:
        return read(cell)
    except Exception as error:
        return Fault(str(cell) if is_error(cell) else caught(error))


def _answers(
    body: Callable[..., object],
    arguments: Sequence[Argument],
    cells: Sequence[list[object]],
    count: int,
) -> list[object]:
    """Return the answer of each row."""
    columns = [read_all(one.read, column) for one, column in zip(arguments, cells, strict=True)]
    settled = _settled(arguments, columns, count)
    rows = zip(*(spread(column, count) for column in columns), strict=True)
    answers: list[object] = []
    for place, row in enumerate(rows):
        if settled and place in settled:
            answers.append(settled[place])
            continue
        try:
            answers.append(body(*row))
        except Exception as error:
            answers.append(caught(error))
    return answers


def _settled(
    arguments: Sequence[Argument], columns: Sequence[list[object]], count: int
) -> dict[int, str]:
    """Return the rows whose answer is known before computing: blank, faulty or incomplete."""
    settled: dict[int, str] = {}
    blank_rows: set[int] | None = None
    for argument, column in zip(reversed(arguments), reversed(columns), strict=True):
        settled |= faults(column, count)
        if not (argument.key or argument.needed):
            continue
        blanks = {i for i, value in enumerate(spread(column, count)) if value is None}
        if argument.needed:
            settled |= dict.fromkeys(blanks, missing(argument.name))
        if argument.key:
            blank_rows = blanks if blank_rows is None else blank_rows & blanks
    return settled | dict.fromkeys(blank_rows or (), "")


def faults(column: list[object], count: int) -> dict[int, str]:
    """Return the rows whose cell could not be read, with what they answer."""
    if Fault not in set(map(type, column)):
        return {}
    rows = enumerate(spread(column, count))
    return {i: value.answer for i, value in rows if isinstance(value, Fault)}


def spread(column: list[Value], count: int) -> Iterable[Value]:
    """A single value serves every row."""
    return column if len(column) > 1 else repeat(column[0], count)


def _shaped(answers: list[object], shape: Shape) -> Cells:
    if shape.flat:
        return answers
    if shape.columns == 1:
        return [[answer] for answer in answers]
    starts = range(0, len(answers), shape.columns)
    return [answers[start : start + shape.columns] for start in starts]
