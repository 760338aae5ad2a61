"""Parts of a range: the rows that are seen, runs of rows, stretches of one format."""

from collections.abc import Iterable, Iterator

from .cells import GENERAL
from .native import Range
from .refusals import reason_of


def visible_areas(cells: Range) -> list[Range]:
    """Return the areas that are seen, each area of the range apart.

    When nothing is seen Excel raises an error, which xlwings knows in English only.
    """
    try:
        areas = cells.get_special_cells("visible")
    except Exception as error:
        if reason_of(error) != "excel_refused":
            raise
        return []
    return areas if isinstance(areas, list) else []


def rows_within(areas: Iterable[Range], rows: range, columns: range) -> set[int]:
    """Return which of the sheet rows are in an area that touches one of the columns."""
    found: set[int] = set()
    for area in areas:
        height, width = area.shape
        if area.column < columns.stop and columns.start < area.column + width:
            first, end = area.row, area.row + height
            found.update(range(max(first, rows.start), min(end, rows.stop)))
    return found


def visible_rows(cells: Range) -> set[int]:
    """Return the sheet rows of a range that are seen."""
    height, width = cells.shape
    rows = range(cells.row, cells.row + height)
    return rows_within(visible_areas(cells), rows, range(cells.column, cells.column + width))


def runs(rows: Iterable[int]) -> Iterator[range]:
    """Give the runs of neighbouring rows.

    >>> list(runs([2, 3, 7]))
    [range(2, 4), range(7, 8)]
    """
    start = end = 0
    for row in sorted(rows):
        if row != end and end:
            yield range(start, end)
        if row != end:
            start = row
        end = row + 1
    if end:
        yield range(start, end)


def by_format(column: Range) -> Iterator[tuple[Range, str]]:
    """Give the stretches of a column that have one number format, with it.

    Excel tells the format of many cells at once, or that they differ: then it is asked for each
    half.
    """
    code: str | None = column.number_format
    height = column.shape[0]
    if code is not None or height == 1:
        yield column, code or GENERAL
        return
    yield from by_format(column[: height // 2, :])
    yield from by_format(column[height // 2 :, :])
