"""A table of cells as a file holds it, with the line that the user sees for each row."""

from collections.abc import Sequence
from dataclasses import dataclass

Row = tuple[int, Sequence[object]]  # line number from 1, cells


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet or one text file; `name` is the sheet's name, "" for a text file."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False


def is_empty(cell: object) -> bool:
    """Tell whether a cell holds nothing to read."""
    return cell is None or cell == "" or (isinstance(cell, str) and not cell.strip())


def filled(cells: Sequence[object]) -> list[int]:
    """Return the places of the cells that hold something."""
    return [at for at, cell in enumerate(cells) if not is_empty(cell)]
