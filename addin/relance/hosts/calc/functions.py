"""The DUNNING_* functions as Calc calls them: answers are kept by their question.

Calc gives an omitted argument as None, a blank cell as 0 (as "" within a range), TRUE as 1, a day
as its serial number, a range as rows; it never calls with an error.
"""

from collections.abc import Callable
from functools import cache
from inspect import signature
from typing import Protocol

from ..functions_answers import BLOCKS, NUMBERS
from .answers import WRONG_VALUE, AsShown, Rows, Shown, as_number, as_rows, as_text

AMOUNT = "amount"
MOST_KEPT = 1 << 17  # answers of a function, before they are forgotten
Body = Callable[..., object]


class Matrix(Protocol):
    """Makes what Calc takes as a block of cells from a function of single cells."""

    def __call__(self, rows: Rows) -> object:
        """Return the block."""
        ...


def called(name: str, body: Callable[[], Body], matrix: Matrix) -> Callable[..., object]:
    """Return a function as Calc calls it.

    Args:
        name: of the function.
        body: gives the function; asked at the first call, as it is slow to load.
        matrix: makes the block that a function of numbers gives to an array formula.
    """
    if name in BLOCKS:
        return _block(body, as_number if name in NUMBERS else as_text)
    return _single(body, as_number, matrix) if name in NUMBERS else _single(body, as_text, None)


def _single(body: Callable[[], Body], shown: AsShown, matrix: Matrix | None) -> Body:
    kept: dict[tuple[object, ...], Shown] = {}

    def answer(*cells: object) -> object:
        try:
            return kept[cells]
        except KeyError:
            pass
        found = _asked(body(), cells)
        if isinstance(found, list):
            # Text within a block never equals anything in Calc, though it shows: better refused.
            return matrix(as_rows(found, shown)) if matrix else WRONG_VALUE
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[cells] = shown(found)
        return kept[cells]

    return answer


def _block(body: Callable[[], Body], shown: AsShown) -> Body:
    def answer(*cells: object) -> Rows:
        found = _asked(body(), cells)
        return as_rows(found if isinstance(found, list) else [[found]], shown)

    return answer


def _asked(body: Body, cells: tuple[object, ...]) -> object:
    """Call a function with the arguments that were given; the others take their default."""
    names = signature(body).parameters
    given = {name: cell for name, cell in zip(names, cells, strict=False) if cell is not None}
    return body(**_with_blanks(given))


def _with_blanks(given: dict[str, object]) -> dict[str, object]:
    """Take 0 for the blank cell that it mostly is: no argument means anything by 0.

    But an amount: nothing may be due on a day, which is not the same as a blank row.
    """
    blank = {name for name, cell in given.items() if cell == 0}
    if AMOUNT in blank and not _keys() & given.keys() <= blank:
        blank.remove(AMOUNT)
    return {name: "" if name in blank else cell for name, cell in given.items()}


@cache
def _keys() -> frozenset[str]:
    """The arguments of which a blank row has none."""
    from ..functions_arguments import ROLES  # slow to load, and no cell may ever ask

    return frozenset(name for name, role in ROLES.items() if role.key)
