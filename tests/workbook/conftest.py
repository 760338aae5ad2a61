"""Tables as a book gives them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pytest

from relance.workbook.schema import Sheet


@dataclass(frozen=True)
class FakeRow:
    number: int
    cells: Mapping[str, object]


@dataclass(frozen=True)
class FakeTable:
    name: str
    headings: Sequence[str]
    rows: Sequence[FakeRow]


def _table(sheet: Sheet, *rows: Mapping[str, object]) -> FakeTable:
    """Rows by heading, the first one on row 2 of the sheet."""
    numbered = tuple(FakeRow(number, cells) for number, cells in enumerate(rows, 2))
    return FakeTable(sheet.table, [column.heading for column in sheet.columns], numbered)


@pytest.fixture(scope="session")
def table() -> Callable[..., FakeTable]:
    return _table
