"""Amounts owed for whole columns of cells, through the arrays of `core.columns`.

A row answers here when its cells are plain numbers and days; any other (blank, text, error, a rate
that nobody knows...) answers None, and `functions_rows.each` asks it alone.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from ..core import columns
from ..core.columns import WORTH_ARRAYS, Figures, Rows
from ..core.parse import LIMIT
from ..core.regimes.base import Regime
from .functions_money import regime_at
from .functions_rows import Argument, Fault, faults, read_all, spread

NOT_A_NUMBER = float("nan")
Figure: TypeAlias = Callable[[Regime, Rows], Figures]
Law: TypeAlias = tuple[object, object, object]  # regime, contract rate, rates: as read


def interest(arguments: Sequence[Argument], cells: Sequence[list[object]]) -> list[object]:
    """Return the interest of each row, in the order of `functions_money.interest`."""
    return _answers(columns.interest, arguments, cells)


def fee(arguments: Sequence[Argument], cells: Sequence[list[object]]) -> list[object]:
    """Return the fixed sum of each row, in the order of `functions_money.fee`."""
    return _answers(columns.fee, arguments, cells)


def total(arguments: Sequence[Argument], cells: Sequence[list[object]]) -> list[object]:
    """Return the amount of each row with both, in the order of `functions_money.total`."""
    return _answers(columns.total, arguments, cells)


def _answers(
    figure: Figure, arguments: Sequence[Argument], cells: Sequence[list[object]]
) -> list[object]:
    """Ask the figure law by law; a law of a few rows is not worth arrays."""
    count = max(map(len, cells))
    amounts, *others = cells
    read = [read_all(one.read, cells) for one, cells in zip(arguments[1:], others, strict=True)]
    due, as_of, code, rate, claim_from, claim_until, rates = read
    table = columns.rows(count, _numbers(amounts), due, as_of, claim_from, claim_until)
    answers: list[object] = [None] * count
    for law, places in _by_law(code, rate, rates, count):
        if len(places) >= WORTH_ARRAYS and Fault not in map(type, law):
            found = figure(regime_at(law[0], law[2], law[1]), table.at(places))
            for place, cents in zip(places, found, strict=True):
                answers[place] = None if cents is None else cents / 100
    for column in read:
        for place in faults(column, count):
            answers[place] = None
    return answers


def _by_law(
    code: list[object], rate: list[object], rates: list[object], count: int
) -> Iterator[tuple[Law, Sequence[int]]]:
    """Yield each law with the rows under it."""
    if len(code) == len(rate) == len(rates) == 1:
        yield (code[0], rate[0], rates[0]), range(count)
        return
    found: dict[Law, list[int]] = {}
    laws = zip(*(spread(column, count) for column in (code, rate, rates)), strict=True)
    for place, law in enumerate(laws):
        found.setdefault(law, []).append(place)
    yield from found.items()


def _numbers(cells: Sequence[object]) -> list[float]:
    """Return plain numbers as they are, and NaN for any other cell."""
    return [
        cell
        if type(cell) is float or (type(cell) is int and -LIMIT < cell < LIMIT)
        else NOT_A_NUMBER
        for cell in cells
    ]
